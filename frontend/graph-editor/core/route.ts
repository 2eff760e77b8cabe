import { clamp } from '../../numbers/numbers';
import { nodeOf } from './graph';
import { boxOf, ends, round, type SizeOf } from './place';
import type { EdgeDoc, Graph, Position } from './types';

/** Between an edge that goes round other nodes and those nodes. */
const CLEARANCE = 30;
/** Over which an edge leaves its node's height for that of its way round. */
const RAMP = 70;

/**
 * The height at which an edge passes the nodes that stand between its ends; undefined where it can
 * go straight.
 */
export function detour(graph: Graph, edge: EdgeDoc, sizeOf: SizeOf): number | undefined {
  const from = nodeOf(graph, edge.from);
  const to = nodeOf(graph, edge.to);
  if (!from || !to) {
    return undefined;
  }
  const [start, end] = ends(boxOf(from, sizeOf), boxOf(to, sizeOf));
  const between = graph.nodes
    .filter((node) => node.id !== edge.from && node.id !== edge.to)
    .map((node) => boxOf(node, sizeOf))
    .filter((box) => box.x >= start[0] && box.x + box.width <= end[0]);
  const low = Math.min(start[1], end[1]);
  const high = Math.max(start[1], end[1]);
  const inTheWay = between.filter((box) => box.y < high + 8 && box.y + box.height > low - 8);
  if (inTheWay.length === 0) {
    return undefined;
  }
  const above = Math.min(...inTheWay.map((box) => box.y)) - CLEARANCE;
  const below = Math.max(...inTheWay.map((box) => box.y + box.height)) + CLEARANCE;
  return round(low - above <= below - high ? above : below);
}

/** The height at which an edge leads back to the start of the next row: between the two rows. */
export function channel(graph: Graph, edge: EdgeDoc, sizeOf: SizeOf): number | undefined {
  const from = nodeOf(graph, edge.from);
  const to = nodeOf(graph, edge.to);
  if (!from || !to) {
    return undefined;
  }
  const middleOf = (box: { y: number; height: number }) => box.y + box.height / 2;
  const middle = (middleOf(boxOf(from, sizeOf)) + middleOf(boxOf(to, sizeOf))) / 2;
  const boxes = graph.nodes.map((node) => boxOf(node, sizeOf));
  const above = boxes.filter((box) => middleOf(box) <= middle).map((box) => box.y + box.height);
  const below = boxes.filter((box) => middleOf(box) > middle).map((box) => box.y);
  const [top, bottom] = [Math.max(...above), Math.min(...below)];
  return top < bottom && Number.isFinite(top + bottom) ? round((top + bottom) / 2) : round(middle);
}

/** The curve of an edge that goes round at height `y`, and where its middle is. */
export function detourPath(
  [x1, y1]: Position,
  [x2, y2]: Position,
  y: number,
): readonly [path: string, x: number, y: number] {
  const ramp = Math.min(RAMP, (x2 - x1) / 2);
  const [a, b] = [x1 + ramp, x2 - ramp];
  const half = ramp / 2;
  const path =
    `M${x1},${y1} C${x1 + half},${y1} ${a - half},${y} ${a},${y} ` +
    `L${b},${y} C${b + half},${y} ${x2 - half},${y2} ${x2},${y2}`;
  return [path, (a + b) / 2, y];
}

/** The way of an edge as a line through points, near enough to tell whether something is on it. */
export function wayOf(graph: Graph, edge: EdgeDoc, sizeOf: SizeOf): readonly Position[] {
  const from = nodeOf(graph, edge.from);
  const to = nodeOf(graph, edge.to);
  if (!from || !to) {
    return [];
  }
  const [start, end] = ends(boxOf(from, sizeOf), boxOf(to, sizeOf));
  if (end[0] < start[0]) {
    const middle = channel(graph, edge, sizeOf) ?? start[1];
    const [right, left] = [start[0] + 26, end[0] - 26];
    return [start, [right, start[1]], [right, middle], [left, middle], [left, end[1]], end];
  }
  const y = detour(graph, edge, sizeOf);
  return y === undefined ? [start, end] : [start, [start[0] + RAMP, y], [end[0] - RAMP, y], end];
}

/** Distance of a point from the nearest part of a way. */
export function distance(point: Position, way: readonly Position[]): number {
  const parts = way.slice(1).map((end, index) => toSegment(point, way[index]!, end));
  return Math.min(Infinity, ...parts);
}

function toSegment([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
  const t = clamp(along, 0, 1);
  return Math.hypot(x1 + t * dx - x, y1 + t * dy - y);
}
