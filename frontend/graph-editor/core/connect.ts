import type { Catalog } from './catalog';
import { descendants, hasEdge, incoming, nodeOf } from './graph';
import type { EdgeDoc, Graph } from './types';

/** Why two nodes may not be connected; `taken` offers to replace the edge that is in the way. */
export type Refusal =
  | { readonly code: 'unknown' | 'self' | 'noInput' | 'duplicate' | 'cycle' }
  | { readonly code: 'taken'; readonly edge: EdgeDoc }
  | { readonly code: 'shape'; readonly shape: string; readonly other: string };

/** What nodes give, as far as it is known, by their id. */
export type Shapes = Readonly<Record<string, string>>;

/** Why the edge may not be drawn. What shapes forbid beyond this is the validation's to say. */
export function refusal(
  graph: Graph,
  catalog: Catalog,
  edge: EdgeDoc,
  shapes: Shapes = {},
): Refusal | undefined {
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
  const feeding = incoming(graph, edge.to);
  const [taken] = feeding;
  if (taken && catalog.inputs(target.layer.kind) === 'one') {
    return { code: 'taken', edge: taken };
  }
  const others = feeding.map(({ from }) => from);
  return catalog.alike(target.layer.kind) ? unlike(edge.from, others, shapes) : undefined;
}

/** That what `from` gives has another shape than what one of `others` gives. */
export function unlike(
  from: string,
  others: readonly string[],
  shapes: Shapes,
): Refusal | undefined {
  const shape = shapes[from];
  const other = others.map((id) => shapes[id]).find((known) => known && known !== shape);
  return shape && other ? { code: 'shape', shape, other } : undefined;
}
