import {
  applyNodeChanges,
  type Edge,
  type EdgeChange,
  type Node,
  type NodeChange,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Editor } from '../core/editor';
import { foldedBlock, layersOf, shown } from '../core/blocks';
import { edgeId, nodeOf } from '../core/graph';
import { boundsOf } from '../core/place';
import { readingOrder } from '../core/order';
import type { Translate } from '../core/text';
import type { EdgeDoc, Position, Size } from '../core/types';
import { useEditor } from './context';
import { blockText, described } from './describe';

export interface CanvasNodes {
  readonly nodes: Node[];
  readonly onNodesChange: (changes: NodeChange[]) => void;
}

/**
 * The nodes as React Flow wants them: ours, with what it has measured and is dragging. Of another
 * graph it measures all anew that may have another size.
 */
export function useCanvasNodes(editor: Editor, t: Translate): CanvasNodes {
  const [nodes, setNodes] = useState<Node[]>([]);

  useEffect(() => {
    let load = editor.state.load;
    const update = () => {
      const another = load !== editor.state.load;
      load = editor.state.load;
      setNodes((previous) =>
        reconciled(
          another ? previous.filter(({ id }) => editor.isMeasured(id)) : previous,
          editor,
          t,
        ),
      );
    };
    update();
    return editor.subscribe(update);
  }, [editor, t]);

  const onNodesChange = useCallback(
    (changes: NodeChange[]) => {
      setNodes((previous) => applyNodeChanges(changes.filter(isOwn), previous));
      measure(editor, changes);
      select(editor, changes);
      move(editor, changes);
    },
    [editor],
  );

  return { nodes, onNodesChange };
}

/** Sizes and positions of a drag are the canvas's own; the rest comes back from the editor. */
function isOwn(change: NodeChange): boolean {
  return change.type === 'dimensions' || change.type === 'position';
}

function measure(editor: Editor, changes: readonly NodeChange[]): void {
  const sizes = new Map<string, Size>();
  for (const change of changes) {
    if (change.type === 'dimensions' && change.dimensions) {
      sizes.set(change.id, change.dimensions);
    }
  }
  if (sizes.size > 0) {
    editor.measured(sizes);
  }
}

function select(editor: Editor, changes: readonly NodeChange[]): void {
  const chosen = changes.filter((change) => change.type === 'select');
  if (chosen.length > 0) {
    const layers = chosen.flatMap(({ id, selected }) =>
      layersOf(editor.state.graph, id).map((layer) => ({ id: layer, selected })),
    );
    editor.select(selection(editor.state.nodes, layers), editor.state.edges);
  }
}

/** Moves that are over: the end of a drag, or an arrow key. */
function move(editor: Editor, changes: readonly NodeChange[]): void {
  const positions = new Map<string, Position>();
  for (const change of changes) {
    if (change.type === 'position' && change.position && change.dragging !== true) {
      const at: Position = [change.position.x, change.position.y];
      layersOf(editor.state.graph, change.id).forEach((layer) => positions.set(layer, at));
    }
  }
  if (positions.size > 0) {
    editor.move(positions);
  }
}

function selection(
  before: ReadonlySet<string>,
  changes: readonly { readonly id: string; readonly selected: boolean }[],
): ReadonlySet<string> {
  const after = new Set(before);
  for (const { id, selected } of changes) {
    if (selected) {
      after.add(id);
    } else {
      after.delete(id);
    }
  }
  return after;
}

function reconciled(previous: readonly Node[], editor: Editor, t: Translate): Node[] {
  const { state } = editor;
  const known = new Map(previous.map((node) => [node.id, node]));
  const nodes = readingOrder(shown(state.graph).graph).map((doc) => {
    const block = foldedBlock(state.graph, doc.id);
    const old = known.get(doc.id);
    const position = old?.dragging === true ? old.position : { x: doc.at[0], y: doc.at[1] };
    const selected = editor.isSelected(doc.id);
    const ariaLabel = block ? blockText(state, block, t) : described(state, doc, t);
    const type = block ? 'block' : 'layer';
    const same =
      old?.position.x === position.x &&
      old.position.y === position.y &&
      old.selected === selected &&
      old.ariaLabel === ariaLabel;
    return old && same
      ? old
      : { ...(old ?? { id: doc.id, type, data: {} }), position, selected, ariaLabel };
  });
  return [...frames(known, editor), ...nodes];
}

const ROUND = 14;
const HEAD = 26;

/** What lies behind the layers of blocks that are not folded. */
function frames(known: ReadonlyMap<string, Node>, editor: Editor): Node[] {
  const { graph } = editor.state;
  return (graph.blocks ?? [])
    .filter(({ folded }) => !folded)
    .map(({ name, nodes }) => {
      const inside = { nodes: graph.nodes.filter(({ id }) => nodes.includes(id)), edges: [] };
      const { x, y, width, height } = boundsOf(inside, editor.sizeOf);
      const id = `frame:${name}`;
      return {
        ...known.get(id),
        id,
        type: 'frame',
        data: { name },
        position: { x: x - ROUND, y: y - ROUND - HEAD },
        style: { width: width + 2 * ROUND, height: height + 2 * ROUND + HEAD },
        zIndex: -1,
        draggable: false,
        selectable: false,
        focusable: false,
        connectable: false,
      };
    });
}

export interface CanvasEdges {
  readonly edges: Edge[];
  readonly onEdgesChange: (changes: EdgeChange[]) => void;
}

/** The edges as React Flow wants them. `drop` is the one that a layer would go into. */
export function useCanvasEdges(
  editor: Editor,
  t: Translate,
  drop: EdgeDoc | undefined,
): CanvasEdges {
  const docs = useEditor(editor, (state) => shown(state.graph).graph.edges);
  const chosen = useEditor(editor, (state) => state.edges);
  const catalog = useEditor(editor, (state) => state.catalog);
  const dropId = drop && edgeId(drop);

  const edges = useMemo(
    () =>
      docs.map((doc): Edge => {
        const real = shown(editor.state.graph).edges.get(edgeId(doc)) ?? doc;
        const id = edgeId(real);
        const name = (node: string) => {
          const kind = nodeOf(editor.state.graph, node)?.layer.kind ?? node;
          return t(catalog.kind(kind)?.key ?? kind);
        };
        return {
          id,
          source: doc.from,
          target: doc.to,
          type: 'flow',
          data: { ...real },
          selected: chosen.has(id),
          className: id === dropId ? 'sl-drop' : '',
          ariaLabel: t('editor.edge', { from: name(real.from), to: name(real.to) }),
        };
      }),
    [docs, chosen, catalog, dropId, editor, t],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange[]) => {
      const picked = changes.filter((change) => change.type === 'select');
      if (picked.length > 0) {
        editor.select(editor.state.nodes, selection(editor.state.edges, picked));
      }
    },
    [editor],
  );

  return { edges, onEdgesChange };
}
