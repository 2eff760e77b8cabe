import {
  applyNodeChanges,
  type Edge,
  type EdgeChange,
  type Node,
  type NodeChange,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { EditorState } from '../core/draft';
import type { Editor } from '../core/editor';
import { edgeId, nodeOf } from '../core/graph';
import { readingOrder } from '../core/order';
import type { Translate } from '../core/text';
import type { EdgeDoc, Position } from '../core/types';
import { useEditor } from './context';
import { described } from './describe';

export interface CanvasNodes {
  readonly nodes: Node[];
  readonly onNodesChange: (changes: NodeChange[]) => void;
}

/** The nodes as React Flow wants them: ours, with what it has measured and is dragging. */
export function useCanvasNodes(editor: Editor, t: Translate): CanvasNodes {
  const [nodes, setNodes] = useState<Node[]>([]);

  useEffect(() => {
    const update = () => setNodes((previous) => reconciled(previous, editor.state, t));
    update();
    return editor.subscribe(update);
  }, [editor, t]);

  const onNodesChange = useCallback(
    (changes: NodeChange[]) => {
      setNodes((previous) => applyNodeChanges(changes.filter(isOwn), previous));
      changes.forEach((change) => measure(editor, change));
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

function measure(editor: Editor, change: NodeChange): void {
  if (change.type === 'dimensions' && change.dimensions) {
    editor.measured(change.id, change.dimensions);
  }
}

function select(editor: Editor, changes: readonly NodeChange[]): void {
  const chosen = changes.filter((change) => change.type === 'select');
  if (chosen.length > 0) {
    editor.select(selection(editor.state.nodes, chosen), editor.state.edges);
  }
}

/** Moves that are over: the end of a drag, or an arrow key. */
function move(editor: Editor, changes: readonly NodeChange[]): void {
  const positions = new Map<string, Position>();
  for (const change of changes) {
    if (change.type === 'position' && change.position && change.dragging !== true) {
      positions.set(change.id, [change.position.x, change.position.y]);
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

function reconciled(previous: readonly Node[], state: EditorState, t: Translate): Node[] {
  const known = new Map(previous.map((node) => [node.id, node]));
  return readingOrder(state.graph).map((doc) => {
    const old = known.get(doc.id);
    const position = old?.dragging === true ? old.position : { x: doc.at[0], y: doc.at[1] };
    const selected = state.nodes.has(doc.id);
    const ariaLabel = described(state, doc, t);
    const same =
      old?.position.x === position.x &&
      old.position.y === position.y &&
      old.selected === selected &&
      old.ariaLabel === ariaLabel;
    return old && same
      ? old
      : { ...(old ?? { id: doc.id, type: 'layer', data: {} }), position, selected, ariaLabel };
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
  const docs = useEditor(editor, (state) => state.graph.edges);
  const chosen = useEditor(editor, (state) => state.edges);
  const catalog = useEditor(editor, (state) => state.catalog);
  const dropId = drop && edgeId(drop);

  const edges = useMemo(
    () =>
      docs.map((doc): Edge => {
        const id = edgeId(doc);
        const name = (node: string) => {
          const kind = nodeOf(editor.state.graph, node)?.layer.kind ?? node;
          return t(catalog.kind(kind)?.key ?? kind);
        };
        return {
          id,
          source: doc.from,
          target: doc.to,
          type: 'flow',
          selected: chosen.has(id),
          className: id === dropId ? 'sl-drop' : '',
          ariaLabel: t('editor.edge', { from: name(doc.from), to: name(doc.to) }),
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
