import type { Catalog } from './catalog';
import { descendants, hasEdge, incoming, nodeOf } from './graph';
import type { EdgeDoc, Graph } from './types';

/** Why two nodes may not be connected; `taken` offers to replace the edge that is in the way. */
export type Refusal =
  | { readonly code: 'unknown' | 'self' | 'noInput' | 'duplicate' | 'cycle' }
  | { readonly code: 'taken'; readonly edge: EdgeDoc };

/** The rules that need no shapes; what the shapes forbid is the server's to say. */
export function refusal(graph: Graph, catalog: Catalog, edge: EdgeDoc): Refusal | undefined {
  const target = nodeOf(graph, edge.to);
  if (!target || !nodeOf(graph, edge.from)) {
    return { code: 'unknown' };
  }
  if (edge.from === edge.to) {
    return { code: 'self' };
  }
  if (catalog.inputs(target.layer.kind) === 'none') {
    return { code: 'noInput' };
  }
  if (hasEdge(graph, edge)) {
    return { code: 'duplicate' };
  }
  if (descendants(graph, edge.to).has(edge.from)) {
    return { code: 'cycle' };
  }
  const [taken] = incoming(graph, edge.to);
  return taken && catalog.inputs(target.layer.kind) === 'one'
    ? { code: 'taken', edge: taken }
    : undefined;
}
