import { describe, expect, it, vi } from 'vitest';
import { Catalog, created, numberText, parseNumber, stepNumber, type Setting } from './catalog';
import { copyText, pasteText, renamed } from './clipboard';
import { refusal } from './connect';
import { droppedLayer } from './dragged';
import { descendants, freshId, lastNode, nodeOf } from './graph';
import { arrange } from './layout';
import { readingOrder } from './order';
import { Outbox, type Changed } from './outbox';
import { expectedSize, NODE_WIDTH } from './place';
import { detour, distance, wayOf } from './route';
import { search } from './search';
import { CATALOG, editorOf, graphOf } from './testing';
import { translator } from './text';
import type { Position } from './types';

const sizeOf = () => ({ width: NODE_WIDTH, height: 100 });

describe('connect rules', () => {
  const graph = graphOf('in>a', 'a>b', 'b>add', 'in2>');
  const why = (from: string, to: string) => refusal(graph, CATALOG, { from, to })?.code;

  it.each([
    ['a', 'a', 'self'],
    ['a', 'in', 'noInput'],
    ['a', 'b', 'duplicate'],
    ['add', 'a', 'cycle'],
    ['in', 'b', 'taken'],
    ['a', 'nobody', 'unknown'],
    ['nobody', 'a', 'unknown'],
    ['a', 'add', undefined],
  ])('from %s to %s: %s', (from, to, code) => {
    expect(why(from, to)).toBe(code);
  });

  it('names the edge that is in the way', () => {
    expect(refusal(graph, CATALOG, { from: 'in', to: 'b' })).toEqual({
      code: 'taken',
      edge: { from: 'a', to: 'b' },
    });
  });
});

describe('shapes of an addition', () => {
  const graph = graphOf('a>add', 'b>', 'c>', 'd>');
  const shapes = { a: '[N, 8]', b: '[N, 3]', c: '[N, 8]' };
  const why = (from: string) => refusal(graph, CATALOG, { from, to: 'add' }, shapes);

  it('must be equal', () => {
    expect(why('b')).toEqual({ code: 'shape', shape: '[N, 3]', other: '[N, 8]' });
    expect(why('c')).toBeUndefined();
  });

  it('forbid nothing while they are not known', () => {
    expect(why('d')).toBeUndefined();
    expect(refusal(graph, CATALOG, { from: 'b', to: 'add' })).toBeUndefined();
  });
});

describe('graph', () => {
  it('finds descendants, also on a cycle', () => {
    expect([...descendants(graphOf('a>b', 'b>a'), 'a')].sort()).toEqual(['a', 'b']);
  });

  it('appends to the rightmost node that feeds no other', () => {
    expect(lastNode(graphOf('in>a', 'a>b', 'a>c'))?.id).toBe('c');
    expect(lastNode(graphOf('a>b', 'b>a'))).toBeUndefined();
  });

  it('numbers a name that is taken', () => {
    expect(freshId('linear', (id) => ['linear', 'linear2'].includes(id))).toBe('linear3');
  });

  it('reads each node after those that feed it, those on a cycle last', () => {
    const graph = graphOf('b>c', 'in>b', 'x>y', 'y>x');
    expect(readingOrder(graph).map((node) => node.id)).toEqual(['in', 'b', 'c', 'x', 'y']);
  });
});

describe('catalog', () => {
  it('creates a layer with its defaults, and a number where there is none', () => {
    expect(CATALOG.create('linear')).toEqual({ kind: 'linear', units: 8, activation: 'identity' });
    expect(CATALOG.create('dropout')).toEqual({ kind: 'dropout', p: 0.5 });
  });

  it('knows the kinds of a setting, and makes one with its defaults', () => {
    const std: Setting = { name: 'std', key: '', type: 'number', default: 1 };
    const normal = { kind: 'normal', group: '', key: 'initializer.normal', settings: [std] };

    const kinds = Catalog.of({ families: { initializer: { kinds: [normal] } } }).family(
      'initializer',
    );

    expect(kinds.map((kind) => kind.kind)).toEqual(['normal']);
    expect(created('normal', kinds[0])).toEqual({ kind: 'normal', std: 1 });
    expect(CATALOG.family('initializer')).toEqual([]);
    expect(CATALOG.family(undefined)).toEqual([]);
  });

  it('is empty where there is none', () => {
    for (const told of [undefined, '', 'x', [], null, { families: { layer: { kinds: 3 } } }]) {
      expect(Catalog.of(told).kinds).toEqual([]);
    }
  });

  it('knows how many inputs a layer takes', () => {
    expect(['input', 'linear', 'add'].map((kind) => CATALOG.inputs(kind))).toEqual([
      'none',
      'one',
      'many',
    ]);
  });

  it('groups layers', () => {
    expect(CATALOG.groups().map(({ group, kinds }) => [group, kinds.length])).toContainEqual([
      'merge',
      1,
    ]);
  });
});

describe('number fields', () => {
  const units: Setting = { name: 'units', key: '', type: 'integer', min: 1, max: 100 };
  const p: Setting = { name: 'p', key: '', type: 'number', min: 0, max: 0.99, step: 0.05 };

  it.each([
    ['12', units, 12],
    [' 1e1 ', units, 10],
    ['0,25', p, 0.25],
    ['', units, undefined],
    ['abc', units, undefined],
    ['Infinity', units, undefined],
    ['1.5', units, undefined],
    ['0', units, undefined],
    ['101', units, undefined],
  ])('reads %j', (text, setting, value) => {
    expect(parseNumber(text, setting)).toBe(value);
  });

  it('steps within its range', () => {
    expect(stepNumber(1, false, false, units)).toBe(1);
    expect(stepNumber(95, true, true, units)).toBe(100);
    expect(stepNumber(0.5, true, false, p)).toBe(0.55);
    const eps = { ...p, min: 1e-12, max: 1, factor: 10, usual: [1e-8, 1e-5] };
    expect(stepNumber(1e-5, true, false, eps)).toBe(1e-4);
    expect(stepNumber(1e-5, false, false, eps)).toBe(1e-6);
  });

  it('writes numbers as people do', () => {
    expect([100, 0.5, 1e-5, 0, 'x'].map(numberText)).toEqual(['100', '0.5', '1e-5', '0', '']);
  });
});

describe('search', () => {
  const text = translator({
    'layer.linear': '线性层',
    'function.tanh': 'tanh',
    'group.dense': '全连接',
  });
  const found = (query: string) => search(CATALOG, text, query).map((entry) => entry.id);

  it('shows every layer before anything is typed', () => {
    expect(found('')).toEqual(CATALOG.kinds.map((kind) => kind.kind));
  });

  it('finds by the name on the page and by the name in the document', () => {
    expect(found('线性')).toEqual(['linear']);
    expect(found('LINE')).toEqual(['linear']);
    expect(found('全连接')).toEqual(['linear']);
  });

  it('finds a function and adds its activation', () => {
    const [entry] = search(CATALOG, text, 'tanh');
    expect(entry?.layer).toEqual({ kind: 'activation', function: 'tanh' });
  });

  it('takes a number at the end as the first setting', () => {
    const [entry] = search(CATALOG, text, 'linear 16');
    expect(entry?.layer).toEqual({ kind: 'linear', units: 16, activation: 'identity' });
    expect(search(CATALOG, text, 'drop0.2')[0]?.layer).toEqual({ kind: 'dropout', p: 0.2 });
    expect(found('linear 1.5')).toEqual([]);
    expect(found('zzz')).toEqual([]);
  });
});

describe('clipboard', () => {
  it('reads back what it wrote', () => {
    const graph = graphOf('in>hidden');
    expect(pasteText(copyText(graph), CATALOG)).toEqual(graph);
  });

  it('takes nothing that is not ours', () => {
    const bad = [
      'hello',
      '{}',
      'null',
      '{"spirallab/layers":1}',
      '{"spirallab/layers":1,"nodes":[{"id":"a","layer":{"kind":"evil"},"at":[0,0]}]}',
      '{"spirallab/layers":1,"nodes":[{"id":"a","layer":{"kind":"linear"},"at":["x",0]}]}',
    ];
    expect(bad.map((text) => pasteText(text, CATALOG))).toEqual(bad.map(() => undefined));
  });

  it('drops edges to what was not copied', () => {
    const graph = graphOf('in>hidden');
    const clip = { nodes: graph.nodes.slice(0, 1), edges: graph.edges };
    expect(pasteText(copyText(clip), CATALOG)?.edges).toEqual([]);
  });

  it('gives every copy an id of its own', () => {
    const graph = graphOf('in>linear', 'linear>linear2');
    const ids = renamed(graph, graph, 0, 0).nodes.map((node) => node.id);
    expect(ids).toEqual(['input', 'linear3', 'linear4']);
  });
});

describe('layout', () => {
  const chain = (length: number) =>
    graphOf(...Array.from({ length: length - 1 }, (_, i) => `n${i}x>n${i + 1}x`));

  it('draws each node to the right of those that feed it, apart from all others', () => {
    const graph = graphOf('in>a', 'in>b', 'a>add', 'b>add', 'in>add');
    const places = arrange(graph, sizeOf);
    for (const { from, to } of graph.edges) {
      expect(places.get(to)![0]).toBeGreaterThan(places.get(from)![0] + NODE_WIDTH);
    }
    expect(new Set([...places.values()].map(String)).size).toBe(4);
  });

  it('places layers whatever they are called', () => {
    const graph = graphOf('in>__proto__', '__proto__>constructor', 'constructor>1', '1>a b');
    expect([...arrange(graph, sizeOf).values()].map(([x]) => x)).toEqual(
      [...arrange(graphOf('in>a', 'a>b', 'b>c', 'c>d'), sizeOf).values()].map(([x]) => x),
    );
  });

  it('copes with cycles, edges to nowhere and no nodes at all', () => {
    const graph = graphOf('a>b', 'b>a', 'a>a');
    expect(
      arrange({ ...graph, edges: [...graph.edges, { from: 'x', to: 'a' }] }, sizeOf).size,
    ).toBe(2);
    expect(arrange({ nodes: [], edges: [] }, sizeOf, { width: 9, height: 9 }).size).toBe(0);
  });

  it('folds a long chain into rows, and leaves a short one straight', () => {
    const view = { width: 800, height: 600 };
    const rows = (length: number) =>
      new Set([...arrange(chain(length), sizeOf, view).values()].map(([, y]) => y)).size;
    expect(rows(3)).toBe(1);
    expect(rows(12)).toBeGreaterThan(2);
  });

  it('breaks rows of what is too large to be seen at once at the end of the view', () => {
    const graph = chain(40);
    const view = { width: 700, height: 400, whole: 0.66, part: 0.76 };
    const widths = (places: ReadonlyMap<string, Position>) =>
      Math.max(...[...places].map(([, [x]]) => x + sizeOf().width));
    expect(widths(arrange(graph, sizeOf, { width: 700, height: 400 })) * 0.76).toBeGreaterThan(700);
    expect(widths(arrange(graph, sizeOf, view)) * 0.76).toBeLessThanOrEqual(700);
  });

  it('ends rows where a single edge leads on', () => {
    const graph = graphOf('in>a', 'a>b', 'b>add', 'a>add', 'add>c', 'c>d', 'd>add2', 'c>add2');
    const places = arrange(graph, sizeOf, { width: 1000, height: 500 });
    const row = (id: string) => places.get(id)![1];
    expect(row('c')).toBeGreaterThan(row('add') + 50);
    expect(Math.abs(row('add') - row('a'))).toBeLessThan(100);
  });

  it('expects taller nodes for more settings', () => {
    expect(expectedSize(2).height).toBeGreaterThan(expectedSize(0).height);
  });
});

describe('routes', () => {
  const graph = graphOf('in>a', 'a>out', 'in>out');

  it('lead round the nodes in between', () => {
    const y = detour(graph, { from: 'in', to: 'out' }, sizeOf)!;
    expect(y < 0 || y > 100).toBe(true);
    expect(detour(graph, { from: 'in', to: 'a' }, sizeOf)).toBeUndefined();
    expect(detour(graph, { from: 'x', to: 'a' }, sizeOf)).toBeUndefined();
  });

  it('are near where they are drawn', () => {
    const way = wayOf(graph, { from: 'in', to: 'out' }, sizeOf);
    const y = detour(graph, { from: 'in', to: 'out' }, sizeOf)!;
    expect(distance([368, y], way)).toBeLessThan(1);
    expect(distance([368, 50], way)).toBeGreaterThan(40);
    expect(distance([0, 0], [])).toBe(Infinity);
  });

  it('lead back to the start of the next row', () => {
    const back = {
      ...graph,
      nodes: graph.nodes.map((node) =>
        node.id === 'a' ? { ...node, at: [0, 300] as Position } : node,
      ),
    };
    const way = wayOf(back, { from: 'in', to: 'a' }, sizeOf);
    expect(distance([88, 200], way)).toBeLessThan(1);
    expect(nodeOf(back, 'a')?.at).toEqual([0, 300]);
  });
});

describe('texts', () => {
  it('fill placeholders and show missing keys', () => {
    const t = translator({ a: '{x} and {y}' });
    expect(t('a', { x: 1 })).toBe('1 and {y}');
    expect(t('b')).toBe('b');
  });
});

describe('drag and drop', () => {
  it('takes layers only', () => {
    expect(droppedLayer('{"kind":"linear","units":3}')).toEqual({ kind: 'linear', units: 3 });
    expect(['', 'x', 'null', '{}', '3'].map(droppedLayer)).toEqual(Array(5).fill(undefined));
  });
});

describe('outbox', () => {
  function sending() {
    const { editor } = editorOf(graphOf('in>hidden'));
    const sent: Changed[] = [];
    const outbox = new Outbox(editor, (changed) => sent.push(changed));
    const stop = outbox.start();
    editor.load(graphOf('in>hidden'), 2);
    return { editor, outbox, sent, stop };
  }

  it('sends the newest graph once edits pause', () => {
    vi.useFakeTimers();
    const { editor, sent } = sending();
    editor.set('hidden', 'units', 1);
    editor.set('hidden', 'units', 12);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(sent).toEqual([{ load: 2, revision: 2, graph: editor.state.graph }]);
    vi.useRealTimers();
  });

  it('sends at once when asked, and nothing twice', () => {
    const { editor, outbox, sent, stop } = sending();
    editor.remove(['hidden']);
    outbox.flush();
    outbox.flush();
    stop();
    expect(sent.map(({ revision }) => revision)).toEqual([1]);
  });

  it('sends at once that the server has to take back an edit, with the graph', () => {
    const { editor, sent } = sending();
    editor.note(5, 'training');
    editor.undo();
    const { graph } = editor.state;
    expect(sent).toEqual([{ load: 2, revision: 1, graph, travel: { step: 5, back: true } }]);
    editor.redo();
    expect(sent.at(-1)?.travel).toEqual({ step: 5, back: false });
  });

  it('sends nothing of what was loaded, selected or diagnosed', () => {
    const { editor, outbox, sent } = sending();
    editor.select(['in']);
    editor.setDiagnosis(editor.state.diagnosis);
    outbox.flush();
    expect(sent).toEqual([]);
  });
});
