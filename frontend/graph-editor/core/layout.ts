import { Graph as Layered, layout } from '@dagrejs/dagre';
import { GAP_X, GAP_Y, round, type SizeOf } from './place';
import type { Graph, Position } from './types';

/** Where each node goes when the graph is drawn in layers from left to right, starting at [0, 0]. */
export function arrange(graph: Graph, sizeOf: SizeOf): ReadonlyMap<string, Position> {
  const layered = new Layered();
  layered.setGraph({ rankdir: 'LR', ranksep: GAP_X, nodesep: GAP_Y, marginx: 0, marginy: 0 });
  layered.setDefaultEdgeLabel(() => ({}));
  for (const node of graph.nodes) {
    layered.setNode(node.id, { ...sizeOf(node.id) });
  }
  for (const { from, to } of graph.edges) {
    if (from !== to && layered.hasNode(from) && layered.hasNode(to)) {
      layered.setEdge(from, to);
    }
  }
  layout(layered);
  return new Map(
    graph.nodes.map(({ id }) => {
      const { x, y } = layered.node(id) as { x: number; y: number };
      const { width, height } = sizeOf(id);
      return [id, [round(x - width / 2), round(y - height / 2)] as const];
    }),
  );
}
