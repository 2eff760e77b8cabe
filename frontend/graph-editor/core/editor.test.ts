import { describe, expect, it } from 'vitest';
import { nodeOf } from './graph';
import { crowded, NODE_WIDTH } from './place';
import { edgesOf, editorOf, graphOf, CATALOG } from './testing';
import type { Editor } from './editor';
import { EMPTY, NO_DIAGNOSIS } from './types';

const LINEAR = CATALOG.create('linear');
const chain = graphOf('in>hidden', 'hidden>out');

function at(graph = chain) {
  return editorOf(graph).editor;
}

describe('adding layers', () => {
  it('puts the first layer of an empty canvas at its origin', () => {
    const editor = at(EMPTY);
    expect(editor.add(CATALOG.create('input'))).toBe('input');
    expect(editor.state.graph.nodes).toEqual([
      { id: 'input', layer: { kind: 'input' }, at: [0, 0] },
    ]);
    expect([...editor.state.nodes]).toEqual(['input']);
  });

  it('connects a layer to the selected last node and places it on its right', () => {
    const editor = at();
    editor.select(['out']);
    const id = editor.add(LINEAR)!;
    expect(edgesOf(editor.state.graph)).toEqual(['in>hidden', 'hidden>out', 'out>linear']);
    expect(nodeOf(editor.state.graph, id)!.at[0]).toBeGreaterThan(560 + NODE_WIDTH);
  });

  it.each(['dropout', 'linear', 'activation', 'add'])(
    'puts %s before the layer that gives the answer where nothing is selected',
    (kind) => {
      const editor = at();
      editor.add(CATALOG.create(kind));
      expect(edgesOf(editor.state.graph)).toEqual(['in>hidden', `hidden>${kind}`, `${kind}>out`]);
    },
  );

  it('appends a layer where the last one has no weights, and so does not give the answer', () => {
    const editor = at(graphOf('in>hidden', 'hidden>activation'));
    editor.add(LINEAR);
    expect(edgesOf(editor.state.graph).at(-1)).toBe('activation>linear');
  });

  it('gives a linear layer between others a function, and one that gives the answer none', () => {
    const editor = at();
    const hidden = editor.add(LINEAR)!;
    editor.select(['out']);
    const answer = editor.add(LINEAR)!;
    const functionOf = (id: string) => nodeOf(editor.state.graph, id)!.layer['activation'];
    expect(functionOf(hidden)).toBe('relu');
    expect(functionOf(answer)).toBe('identity');
  });

  it('shows a row that is too long in several rows until there is room, and so that it is no edit', () => {
    const row = graphOf('in>a', 'a>b', 'b>out');
    const editor = at(row);
    editor.setView({ width: 500, height: 600 });
    editor.fold(() => true);
    const rows = new Set(editor.state.graph.nodes.map((node) => node.at[1]));
    expect(rows.size).toBeGreaterThan(1);
    expect(editor.state.revision).toBe(0);
    editor.fold(() => false);
    expect(editor.state.graph).toBe(row);
  });

  it('spreads out nodes without places by the sizes that they are drawn in, until it is edited', () => {
    const piled = graphOf('in>a', 'in>b', 'a>out', 'b>out');
    const editor = at({
      ...piled,
      nodes: piled.nodes.map((node) => ({ ...node, at: [0, 0] as const })),
    });
    const measure = (height: number) =>
      editor.measured(new Map(piled.nodes.map(({ id }) => [id, { width: NODE_WIDTH, height }])));
    const piledUp = () => crowded(editor.state.graph, editor.sizeOf);

    expect(editor.state.drawn).toBe(0);
    measure(300);
    expect([piledUp(), editor.state.drawn]).toEqual([false, 1]);
    editor.setDiagnosis({ ...NO_DIAGNOSIS, revision: 0 });
    measure(400);
    expect([piledUp(), editor.state.drawn, editor.state.revision]).toEqual([false, 2, 0]);

    const settled = editor.state.graph;
    measure(600);
    expect(editor.state.graph).toBe(settled);
  });

  it('knows the size of what another graph keeps as it was, and only of that', () => {
    const editor = at(graphOf('in>a', 'a>out'));
    const size = { width: NODE_WIDTH, height: 321 };
    editor.measured(new Map(editor.state.graph.nodes.map(({ id }) => [id, size])));
    editor.load(graphOf('in>b', 'b>out'), 7);
    const known = editor.state.graph.nodes.map(({ id }) => editor.isMeasured(id));
    expect(known).toEqual([true, false, true]);
    expect(editor.state.drawn).toBe(0);
  });

  it('never moves what somebody has edited, or put in rows, to make room', () => {
    const edited = at(graphOf('in>a', 'a>b', 'b>out'));
    edited.setView({ width: 500, height: 600 });
    edited.disconnect({ from: 'in', to: 'a' });
    const now = edited.state.graph;
    edited.fold(() => true);
    expect(edited.state.graph).toBe(now);

    const placed = graphOf('in>a', 'a>out');
    const rows = {
      ...placed,
      nodes: placed.nodes.map((node, i) => ({ ...node, at: [i * 280, i * 300] as const })),
    };
    const careful = at(rows);
    careful.setView({ width: 300, height: 600 });
    careful.fold(() => true);
    expect(careful.state.graph).toBe(rows);
  });

  it('keeps the function that a layer was given before it is put between others', () => {
    const editor = at();
    const tanh = { ...CATALOG.create('linear'), activation: 'tanh' };
    const id = editor.insert(tanh, { from: 'hidden', to: 'out' })!;
    expect(nodeOf(editor.state.graph, id)!.layer).toEqual(tanh);
  });

  it('puts a layer between the selected node and its only successor, and makes room', () => {
    const editor = at();
    editor.select(['hidden']);
    const id = editor.add(CATALOG.create('dropout'))!;
    expect(edgesOf(editor.state.graph)).toEqual(['in>hidden', 'hidden>dropout', 'dropout>out']);
    const [x] = nodeOf(editor.state.graph, id)!.at;
    expect(x).toBeGreaterThanOrEqual(280 + NODE_WIDTH + 60);
    expect(nodeOf(editor.state.graph, 'out')!.at[0]).toBeGreaterThanOrEqual(x + NODE_WIDTH + 60);
  });

  it('branches from a selected node that feeds several', () => {
    const editor = at(graphOf('in>a', 'in>b'));
    editor.select(['in']);
    editor.add(LINEAR);
    expect(edgesOf(editor.state.graph)).toEqual(['in>a', 'in>b', 'in>linear']);
  });

  it('joins all selected nodes with a layer that merges', () => {
    const editor = at(graphOf('in>a', 'in>b'));
    editor.select(['a', 'b']);
    editor.add(CATALOG.create('add'));
    expect(edgesOf(editor.state.graph)).toEqual(['in>a', 'in>b', 'a>add', 'b>add']);
  });

  it('leads an input to the only node that nothing leads to', () => {
    const editor = at(graphOf('hidden>out'));
    editor.add(CATALOG.create('input'));
    expect(edgesOf(editor.state.graph)).toEqual(['hidden>out', 'input>hidden']);
  });

  it('never puts a new node onto another', () => {
    const editor = at(graphOf('in>'));
    for (let i = 0; i < 6; i++) {
      editor.select(['in']);
      editor.addAfter([nodeOf(editor.state.graph, 'in')!], LINEAR);
      editor.select([]);
      editor.remove([]);
    }
    const places = editor.state.graph.nodes.map((node) => String(node.at));
    expect(new Set(places).size).toBe(places.length);
  });

  it('keeps the middle of a new node when it proves taller than expected', () => {
    const editor = at();
    const id = editor.addAt(LINEAR, [0, 300])!;
    const height = editor.sizeOf(id).height;
    editor.measured(new Map([[id, { width: NODE_WIDTH, height: height + 20 }]]));
    editor.measured(new Map([[id, { width: NODE_WIDTH, height: height + 60 }]]));
    expect(nodeOf(editor.state.graph, id)!.at).toEqual([0, 290]);
    expect(editor.state.revision).toBe(1);
    editor.undo();
    editor.redo();
    expect(nodeOf(editor.state.graph, id)!.at).toEqual([0, 290]);
  });

  it('leaves a layer that is dropped on the canvas unconnected', () => {
    const editor = at();
    editor.addAt(LINEAR, [10.4, 300.6]);
    expect(editor.state.graph.nodes.at(-1)).toEqual({ id: 'linear', layer: LINEAR, at: [10, 301] });
    expect(edgesOf(editor.state.graph)).toEqual(['in>hidden', 'hidden>out']);
  });

  it('inserts a layer that is dropped on an edge, but never an input', () => {
    const editor = at();
    expect(editor.insert(CATALOG.create('input'), { from: 'in', to: 'hidden' })).toBeUndefined();
    editor.insert(CATALOG.create('dropout'), { from: 'in', to: 'hidden' });
    expect(edgesOf(editor.state.graph)).toEqual(['in>dropout', 'dropout>hidden', 'hidden>out']);
  });

  it('connects a layer from the end of an edge that was let go over the canvas', () => {
    const editor = at();
    editor.addConnected(LINEAR, [0, 300], { from: 'in' });
    editor.addConnected(CATALOG.create('input'), [0, 400], { from: 'in' });
    expect(edgesOf(editor.state.graph)).toEqual(['in>hidden', 'hidden>out', 'in>linear']);
  });

  it('finds the edge near a point', () => {
    const editor = at();
    expect(editor.edgeNear([228, 40])).toEqual({ from: 'in', to: 'hidden' });
    expect(editor.edgeNear([228, 200])).toBeUndefined();
  });

  it('threads an unconnected node into an edge, and no other', () => {
    const editor = at();
    const id = editor.addAt(LINEAR, [0, 300])!;
    editor.thread('hidden', { from: 'in', to: 'hidden' });
    editor.thread(id, { from: 'in', to: 'hidden' });
    expect(edgesOf(editor.state.graph)).toEqual(['in>linear', 'linear>hidden', 'hidden>out']);
  });
});

describe('connecting', () => {
  it('draws an edge that the rules allow and says why not otherwise', () => {
    const editor = at(graphOf('in>hidden', 'out>'));
    expect(editor.connect({ from: 'hidden', to: 'out' })).toBeUndefined();
    expect(editor.connect({ from: 'out', to: 'in' })?.code).toBe('noInput');
    expect(edgesOf(editor.state.graph)).toEqual(['in>hidden', 'hidden>out']);
  });

  it('replaces the edge that is in the way', () => {
    const editor = at();
    editor.connectInstead({ from: 'in', to: 'out' });
    expect(edgesOf(editor.state.graph)).toEqual(['in>hidden', 'in>out']);
  });

  it('keeps both edges by joining them in a layer', () => {
    const editor = at();
    editor.connectThrough({ from: 'in', to: 'out' }, CATALOG.create('add'));
    expect(edgesOf(editor.state.graph)).toEqual(['in>hidden', 'hidden>add', 'add>out', 'in>add']);
    editor.undo();
    expect(editor.state.graph).toBe(chain);
  });

  it('lists what a node may be connected to, free ones first', () => {
    const editor = at(graphOf('in>hidden', 'hidden>out', 'add>'));
    expect(editor.targets('in').map((node) => node.id)).toEqual(['add', 'out']);
    expect(editor.targets('out').map((node) => node.id)).toEqual(['add']);
  });
});

describe('removing', () => {
  it('takes the edges along', () => {
    const editor = at();
    editor.select(['hidden']);
    editor.removeSelected();
    expect(edgesOf(editor.state.graph)).toEqual([]);
    expect(editor.state.nodes.size).toBe(0);
  });

  it('joins the neighbours when asked to', () => {
    const editor = at();
    editor.remove(['hidden'], true);
    expect(edgesOf(editor.state.graph)).toEqual(['in>out']);
  });

  it('bridges a row of removed nodes', () => {
    const editor = at(graphOf('in>a', 'a>b', 'b>out'));
    editor.remove(['a', 'b'], true);
    expect(edgesOf(editor.state.graph)).toEqual(['in>out']);
  });

  it('removes selected edges alone', () => {
    const editor = at();
    editor.select([], ['in→hidden']);
    editor.removeSelected();
    expect(edgesOf(editor.state.graph)).toEqual(['hidden>out']);
  });

  it('does nothing without a selection', () => {
    const editor = at();
    editor.removeSelected();
    editor.remove(['nobody']);
    expect(editor.state.revision).toBe(0);
  });
});

describe('history', () => {
  it('undoes and redoes more than a hundred edits', () => {
    const editor = at();
    for (let i = 0; i < 150; i++) {
      editor.addAt(LINEAR, [i * 200, 400]);
    }
    const full = editor.state.graph;
    for (let i = 0; i < 150; i++) {
      editor.undo();
    }
    expect(editor.state.graph).toBe(chain);
    expect(editor.state.undo).toBeUndefined();
    for (let i = 0; i < 150; i++) {
      editor.redo();
    }
    expect(editor.state.graph).toBe(full);
    expect(editor.state.redo).toBeUndefined();
  });

  it('counts an undone edit as a new revision', () => {
    const editor = at();
    editor.remove(['out']);
    editor.undo();
    expect(editor.state.revision).toBe(2);
  });

  it('takes typing in one field as one edit', () => {
    const editor = at();
    editor.set('hidden', 'units', 1);
    editor.set('hidden', 'units', 12);
    editor.set('hidden', 'units', 128);
    editor.undo();
    expect(editor.state.graph).toBe(chain);
  });

  it('takes typing as two edits when the field was left in between', () => {
    const editor = at();
    editor.set('hidden', 'units', 1);
    editor.seal();
    editor.set('hidden', 'units', 12);
    editor.undo();
    expect(nodeOf(editor.state.graph, 'hidden')!.layer['units']).toBe(1);
  });

  it('takes a key that repeats as one move, and a later one as another', () => {
    const { editor, clock } = editorOf(chain);
    for (const x of [5, 10, 15]) {
      editor.move(new Map([['in', [x, 0]]]));
      clock.now += 100;
    }
    clock.now += 2000;
    editor.move(new Map([['in', [20, 0]]]));
    editor.undo();
    expect(nodeOf(editor.state.graph, 'in')!.at).toEqual([15, 0]);
    editor.undo();
    expect(nodeOf(editor.state.graph, 'in')!.at).toEqual([0, 0]);
  });

  it('ignores a move to where the node is', () => {
    const editor = at();
    editor.move(new Map([['in', [0.2, -0.3]]]));
    expect(editor.state.revision).toBe(0);
  });

  it('forgets what was undone after a new edit, and everything when a graph is loaded', () => {
    const editor = at();
    editor.remove(['out']);
    editor.undo();
    editor.remove(['in']);
    expect(editor.state.redo).toBeUndefined();
    editor.load(chain, 2);
    expect(editor.state.undo).toBeUndefined();
    expect(editor.state.revision).toBe(0);
  });

  it('tells what was done and undone', () => {
    const editor = at();
    const said: string[] = [];
    editor.onDone((done, taken) => said.push(`${taken} ${done.code} ${done.layer}`));
    editor.remove(['out']);
    editor.undo();
    editor.redo();
    expect(said).toEqual(['done removed linear', 'undone removed linear', 'redone removed linear']);
  });
});

describe('copies', () => {
  it('get new ids, keep the edges among themselves, and are selected', () => {
    const editor = at();
    editor.select(['hidden', 'out']);
    editor.paste(editor.copy(), 32, 32);
    expect(edgesOf(editor.state.graph)).toEqual(['in>hidden', 'hidden>out', 'linear>linear2']);
    expect([...editor.state.nodes]).toEqual(['linear', 'linear2']);
    expect(nodeOf(editor.state.graph, 'linear')!.at).toEqual([312, 32]);
  });

  it('stand below what was duplicated', () => {
    const editor = at();
    editor.select(['hidden']);
    editor.duplicate();
    expect(nodeOf(editor.state.graph, 'linear')!.at[1]).toBeGreaterThan(100);
  });

  it('of nothing change nothing', () => {
    const editor = at();
    editor.duplicate();
    expect(editor.state.revision).toBe(0);
  });
});

describe('fixes', () => {
  it('change the graph as one edit', () => {
    const editor = at();
    editor.apply([
      { kind: 'setLayer', node: 'out', layer: { ...LINEAR, units: 3 } },
      { kind: 'insertOnEdge', edge: { from: 'in', to: 'hidden' }, layer: { kind: 'flatten' } },
      { kind: 'setLoss', loss: { kind: 'mse' } },
    ]);
    expect(edgesOf(editor.state.graph)).toEqual(['in>flatten', 'flatten>hidden', 'hidden>out']);
    editor.undo();
    expect(editor.state.graph).toBe(chain);
  });

  it('add a node before what it is to feed', () => {
    const editor = at(graphOf('hidden>out'));
    editor.apply([
      { kind: 'addNode', id: 'input', layer: { kind: 'input' } },
      { kind: 'addEdge', edge: { from: 'input', to: 'hidden' } },
    ]);
    expect(nodeOf(editor.state.graph, 'input')!.at[0]).toBeLessThan(0);
    expect(edgesOf(editor.state.graph)).toEqual(['hidden>out', 'input>hidden']);
  });

  it('of what is not there do nothing', () => {
    const editor = at();
    editor.apply([
      { kind: 'removeEdge', edge: { from: 'x', to: 'y' } },
      { kind: 'addEdge', edge: { from: 'x', to: 'y' } },
      { kind: 'insertOnEdge', edge: { from: 'x', to: 'y' }, layer: LINEAR },
      { kind: 'removeNode', node: 'x' },
    ]);
    expect(editor.state.graph.nodes).toEqual(chain.nodes);
    expect(edgesOf(editor.state.graph)).toEqual(edgesOf(chain));
  });

  it('of training alone are no edit of the graph', () => {
    const editor = at();
    editor.apply([{ kind: 'setLoss', loss: { kind: 'mse' } }]);
    expect(editor.state.revision).toBe(0);
  });
});

describe('edits outside of the graph', () => {
  function travelling() {
    const editor = at();
    const travels: string[] = [];
    editor.onTravel((step, back) => travels.push(`${back ? 'undone' : 'redone'} ${step}`));
    return { editor, travels };
  }

  it('are steps of the same history, in the order in which they were made', () => {
    const { editor, travels } = travelling();
    editor.note(1, 'training');
    editor.remove(['hidden']);
    editor.note(2, 'data');
    expect(editor.state.undo).toEqual({ code: 'data' });

    editor.undo();
    expect(travels).toEqual(['undone 2']);
    expect(nodeOf(editor.state.graph, 'hidden')).toBeUndefined();
    editor.undo();
    expect(editor.state.graph).toBe(chain);
    editor.undo();
    expect(travels).toEqual(['undone 2', 'undone 1']);
    expect(editor.state.undo).toBeUndefined();
    editor.redo();
    editor.redo();
    editor.redo();
    expect(travels).toEqual(['undone 2', 'undone 1', 'redone 1', 'redone 2']);
  });

  it('take back what came of them in the graph too', () => {
    const { editor, travels } = travelling();
    editor.note(1, 'data');
    editor.note(1, 'fixed');
    editor.apply([{ kind: 'setLayer', node: 'out', layer: { ...LINEAR, units: 5 } }], 1);
    expect(editor.state.undo).toEqual({ code: 'data' });
    editor.undo();
    expect(travels).toEqual(['undone 1']);
    expect(editor.state.graph).toBe(chain);
    expect(editor.state.undo).toBeUndefined();
  });

  it('may bring another graph and have the last one back with its history', () => {
    const { editor, travels } = travelling();
    editor.remove(['hidden']);
    const edited = editor.state.graph;
    editor.load(graphOf('a>b'), 2, 7);
    expect(editor.state.undo).toEqual({ code: 'document' });

    editor.undo();
    expect(travels).toEqual(['undone 7']);
    expect(editor.state.graph).toBe(edited);
    expect(editor.state.revision).toBeGreaterThan(0);
    editor.undo();
    expect(editor.state.graph).toBe(chain);
  });

  it('are taken back with all that was done since', () => {
    const { editor, travels } = travelling();
    editor.note(1, 'training');
    editor.load(graphOf('a>b'), 2, 2);
    editor.remove(['a']);
    editor.note(3, 'title');

    editor.undoTo(2);
    expect(travels).toEqual(['undone 3', 'undone 2']);
    expect(editor.state.graph).toBe(chain);
    editor.undoTo(2);
    expect(editor.state.undo).toEqual({ code: 'training' });
  });
});

describe('a graph that may not be edited', () => {
  it('stays as it is', () => {
    const editor = at();
    editor.setReadOnly(true);
    expect(editor.add(LINEAR)).toBeUndefined();
    editor.remove(['in']);
    editor.set('hidden', 'units', 3);
    editor.connect({ from: 'in', to: 'out' });
    editor.tidy();
    editor.undo();
    expect(editor.state.graph).toBe(chain);
    expect(editor.state.revision).toBe(0);
  });
});

describe('what the server says', () => {
  it('spreads out a graph that comes without positions', () => {
    const flat = { ...chain, nodes: chain.nodes.map((node) => ({ ...node, at: [0, 0] as const })) };
    const xs = at(flat).state.graph.nodes.map((node) => node.at[0]);
    expect(xs).toEqual([...new Set(xs)].sort((a, b) => a - b));
  });

  it('is sorted by node', () => {
    const editor = at();
    const problem = { code: 'a', path: 'p', node: 'in', message: 'm', hint: false };
    editor.setDiagnosis({
      ...editor.state.diagnosis,
      problems: [problem, { ...problem, code: 'b' }, { ...problem, node: undefined }],
    });
    expect(editor.state.problemsOf.get('in')?.map(({ code }) => code)).toEqual(['a', 'b']);
    expect(editor.state.problemsOf.size).toBe(1);
  });
});

describe('shapes', () => {
  const diagnosed = (revision: number) => {
    const { editor } = editorOf(graphOf('in>a', 'a>b', 'c>'));
    const shapes = { in: '[N, 2]', a: '[N, 8]', c: '[N, 8]' };
    editor.setDiagnosis({ ...NO_DIAGNOSIS, revision, shapes });
    return editor;
  };
  const names = (editor: Editor, from: string) =>
    editor.merging({ from, to: 'b' }).map(({ kind }) => kind);

  it('say which layers may join two connections', () => {
    expect(names(diagnosed(0), 'in')).toEqual([]);
    expect(names(diagnosed(0), 'c')).toEqual(['add']);
  });

  it('do not count when they are of another graph', () => {
    expect(names(diagnosed(-1), 'in')).toEqual(['add']);
  });
});
