import { describe, expect, it } from 'vitest';
import { blockOf, exits, freshName, shown, shownAs } from './blocks';
import { copyText, pasteText } from './clipboard';
import { CATALOG, edgesOf, editorOf, graphOf } from './testing';
import type { Graph } from './types';

const chain = () => graphOf('in>a', 'a>b', 'b>c');

/** An editor of the chain in whose graph `a` and `b` are one folded block. */
function grouped(graph: Graph = chain()) {
  const { editor } = editorOf(graph);
  editor.select(['a', 'b']);
  editor.group('Block');
  return editor;
}

const drawn = (graph: Graph) => shown(graph).graph;
const names = (graph: Graph) => graph.blocks?.map(({ name }) => name);

describe('a block of layers', () => {
  it('is drawn as one node, with the edges that lead into it and out of it', () => {
    const { graph } = grouped().state;

    expect(drawn(graph).nodes.map(({ id }) => id)).toEqual(['in', 'block:Block', 'c']);
    expect(edgesOf(drawn(graph))).toEqual(['in>block:Block', 'block:Block>c']);
    expect(shown(graph).edges.get('block:Block→c')).toEqual({ from: 'b', to: 'c' });
    expect(edgesOf(graph)).toEqual(['in>a', 'a>b', 'b>c']);
  });

  it('is selected, moved and removed as a whole', () => {
    const editor = grouped();
    expect([...editor.state.nodes]).toEqual(['a', 'b']);
    expect(editor.isSelected('block:Block')).toBe(true);

    editor.nudge('block:Block', [20, 0]);
    const [, a, b] = editor.state.graph.nodes;
    expect(a?.at).toEqual(b?.at);
    editor.removeSelected();

    expect(editor.state.graph.nodes.map(({ id }) => id)).toEqual(['in', 'c']);
    expect(editor.state.graph.blocks).toBeUndefined();
  });

  it('shows its layers apart from each other once it is unfolded', () => {
    const editor = grouped();
    editor.setFolded('Block', false);

    const { graph } = editor.state;
    expect(drawn(graph).nodes).toHaveLength(4);
    expect(new Set(graph.nodes.map(({ at }) => at[0])).size).toBe(4);
    editor.ungroup('Block');
    expect(editor.state.graph.blocks).toBeUndefined();
  });

  it('is taken back and done again step by step', () => {
    const editor = grouped();
    const { graph } = editor.state;
    editor.rename('Block', ' Residual ');
    expect(names(editor.state.graph)).toEqual(['Residual']);
    editor.undo();
    expect(editor.state.graph).toEqual(graph);
    editor.undo();
    expect(editor.state.graph).toEqual(chain());
    editor.redo();
    expect(editor.state.graph).toEqual(graph);
  });

  it('is duplicated with layers and a name of its own', () => {
    const editor = grouped();
    editor.duplicate();

    const { graph } = editor.state;
    expect(names(graph)).toEqual(['Block', 'Block 2']);
    expect(graph.blocks?.[1]?.nodes).toEqual(['linear', 'linear2']);
    expect(edgesOf(graph)).toContain('linear>linear2');
    expect(drawn(graph).nodes).toHaveLength(4);
  });

  it('goes through the clipboard, and a copy of some of its layers is no block', () => {
    const editor = grouped();
    const clip = pasteText(copyText(editor.copy()), CATALOG);
    expect(clip?.blocks).toHaveLength(1);

    editor.select(['a']);
    expect(editor.copy().blocks).toEqual([]);
  });

  it('takes in what is put between its layers, and nothing else', () => {
    const editor = grouped();
    editor.setFolded('Block', false);
    const inside = editor.insert(CATALOG.create('dropout'), { from: 'a', to: 'b' });
    const outside = editor.insert(CATALOG.create('dropout'), { from: 'b', to: 'c' });

    expect(blockOf(editor.state.graph, inside!)?.name).toBe('Block');
    expect(blockOf(editor.state.graph, outside!)).toBeUndefined();
  });

  it('gives its place to a layer that is added after it', () => {
    const editor = grouped();
    editor.select(['block:Block']);
    editor.add(CATALOG.create('dropout'));

    expect(edgesOf(editor.state.graph)).toContain('b>dropout');
    expect(edgesOf(editor.state.graph)).toContain('dropout>c');
  });

  it('loses a layer that joins another block', () => {
    const editor = grouped();
    editor.setFolded('Block', false);
    editor.select(['b', 'c']);
    editor.group('Block');

    expect(editor.state.graph.blocks?.map(({ nodes }) => nodes)).toEqual([['a'], ['b', 'c']]);
    expect(names(editor.state.graph)).toEqual(['Block', 'Block 2']);
  });

  it('can be unfolded, but not changed, by those who only read', () => {
    const editor = grouped();
    editor.setReadOnly(true);
    const { revision } = editor.state;
    editor.setFolded('Block', false);
    editor.ungroup('Block');
    expect(editor.group('Other')).toBeUndefined();

    expect(editor.state.graph.blocks).toEqual([
      { name: 'Block', nodes: ['a', 'b'], folded: false },
    ]);
    expect(editor.state.revision).toBe(revision);
  });
});

describe('blocks of a document', () => {
  it('name layers that exist, each once', () => {
    const blocks = [
      { name: 'one', nodes: ['a', 'gone'], folded: false },
      { name: 'two', nodes: ['a', 'b'], folded: true },
      { name: 'none', nodes: ['gone'], folded: true },
    ];
    const { editor } = editorOf({ ...chain(), blocks });

    expect(editor.state.graph.blocks).toEqual([
      { name: 'one', nodes: ['a'], folded: false },
      { name: 'two', nodes: ['b'], folded: true },
    ]);
    expect(shownAs(editor.state.graph, 'b')).toBe('block:two');
    expect(shownAs(editor.state.graph, 'a')).toBe('a');
  });

  it('are left by the outputs that lead out or nowhere', () => {
    const graph = graphOf('a>b', 'a>c', 'c>d');
    expect(exits(graph, { name: '', nodes: ['a', 'b', 'c'], folded: true })).toEqual(['b', 'c']);
  });

  it('have names of their own', () => {
    const graph = { ...chain(), blocks: [{ name: 'B', nodes: ['a'], folded: true }] };
    expect(freshName(graph, 'B')).toBe('B 2');
    expect(freshName(graph, 'C')).toBe('C');
  });
});
