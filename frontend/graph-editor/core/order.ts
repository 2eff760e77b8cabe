import type { Graph, NodeDoc } from './types';

/**
 * The nodes in reading order, each after those that feed it, so that the Tab key follows the data.
 * Nodes on a cycle come last, in the order of the document.
 */
export function readingOrder(graph: Graph): readonly NodeDoc[] {
  const waiting = new Map(graph.nodes.map((node) => [node.id, 0]));
  for (const { from, to } of graph.edges) {
    if (waiting.has(from)) {
      waiting.set(to, (waiting.get(to) ?? 0) + 1);
    }
  }
  const ordered: NodeDoc[] = [];
  const open = new Set(graph.nodes);
  for (let ready = next(open, waiting); ready; ready = next(open, waiting)) {
    open.delete(ready);
    ordered.push(ready);
    for (const edge of graph.edges) {
      if (edge.from === ready.id) {
        waiting.set(edge.to, (waiting.get(edge.to) ?? 0) - 1);
      }
    }
  }
  return [...ordered, ...open];
}

function next(
  open: ReadonlySet<NodeDoc>,
  waiting: ReadonlyMap<string, number>,
): NodeDoc | undefined {
  for (const node of open) {
    if (waiting.get(node.id) === 0) {
      return node;
    }
  }
  return undefined;
}
