import { joined } from './blocks';
import {
  addEdge,
  addNode,
  freshId,
  hasEdge,
  mapNode,
  nodeOf,
  removeEdge,
  removeNodes,
  splitEdge,
} from './graph';
import {
  ends,
  boxOf,
  freeBelow,
  NODE_HEIGHT,
  NODE_WIDTH,
  placeAfter,
  round,
  type SizeOf,
} from './place';
import type { Edit, ForeignEdit, Graph, NodeDoc, Position, Size } from './types';

const SIZE: Size = { width: NODE_WIDTH, height: NODE_HEIGHT };

/** Whether it is an edit of more than the graph. */
export function isForeign(edit: Edit): edit is ForeignEdit {
  return edit.kind === 'setLoss' || edit.kind === 'setTraining' || edit.kind === 'setDataset';
}

/** Carries out the edits of the graph in turn; an edit of what is not there does nothing. */
export function applyEdits(graph: Graph, edits: readonly Edit[], sizeOf: SizeOf): Graph {
  let fixed = graph;
  for (const edit of edits) {
    switch (edit.kind) {
      case 'setLayer':
        fixed = mapNode(fixed, edit.node, (node) => ({ ...node, layer: edit.layer }));
        break;
      case 'insertOnEdge':
        fixed = hasEdge(fixed, edit.edge) ? insertOnEdge(fixed, edit, sizeOf) : fixed;
        break;
      case 'removeEdge':
        fixed = removeEdge(fixed, edit.edge);
        break;
      case 'addEdge':
        fixed =
          nodeOf(fixed, edit.edge.from) && nodeOf(fixed, edit.edge.to)
            ? addEdge(fixed, edit.edge)
            : fixed;
        break;
      case 'removeNode':
        fixed = removeNodes(fixed, new Set([edit.node]), false);
        break;
      case 'addNode':
        fixed = nodeOf(fixed, edit.id)
          ? fixed
          : addNode(fixed, newNode(fixed, edit, edits, sizeOf));
        break;
      case 'setLoss':
      case 'setTraining':
      case 'setDataset':
        break;
    }
  }
  return fixed;
}

/** Puts a new node in the middle of an edge and makes room for it on the right. */
export function insertOnEdge(
  graph: Graph,
  { edge, layer }: Pick<Extract<Edit, { kind: 'insertOnEdge' }>, 'edge' | 'layer'>,
  sizeOf: SizeOf,
  size: Size = SIZE,
): Graph {
  const from = nodeOf(graph, edge.from);
  const to = nodeOf(graph, edge.to);
  if (!from || !to) {
    return graph;
  }
  const id = freshId(layer.kind, (candidate) => nodeOf(graph, candidate) !== undefined);
  const [start, end] = ends(boxOf(from, sizeOf), boxOf(to, sizeOf));
  const at: Position = [
    round((start[0] + end[0] - size.width) / 2),
    round((start[1] + end[1] - size.height) / 2),
  ];
  return joined(splitEdge(addNode(graph, { id, layer, at }), edge, id), edge, id);
}

/** Before what it will feed if the fix says so, else where a new layer goes. */
function newNode(
  graph: Graph,
  { id, layer }: { id: string; layer: NodeDoc['layer'] },
  edits: readonly Edit[],
  sizeOf: SizeOf,
): NodeDoc {
  const target = edits
    .flatMap((edit) =>
      edit.kind === 'addEdge' && edit.edge.from === id ? [nodeOf(graph, edit.edge.to)] : [],
    )
    .find((node) => node !== undefined);
  if (target) {
    const before: Position = [target.at[0] - NODE_WIDTH - 104, target.at[1]];
    return { id, layer, at: freeBelow(graph, before, SIZE, sizeOf) };
  }
  const source = edits
    .flatMap((edit) =>
      edit.kind === 'addEdge' && edit.edge.to === id ? [nodeOf(graph, edit.edge.from)] : [],
    )
    .find((node) => node !== undefined);
  return {
    id,
    layer,
    at: source ? placeAfter(graph, [source], SIZE, sizeOf) : freeBelow(graph, [0, 0], SIZE, sizeOf),
  };
}
