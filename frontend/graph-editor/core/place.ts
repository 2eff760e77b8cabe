import type { Graph, NodeDoc, Position, Size } from './types';

/** Width of every node, in the canvas's pixels: four fit beside each other on a small screen. */
export const NODE_WIDTH = 156;
/** Height that is assumed until a node has been drawn. */
export const NODE_HEIGHT = 96;
/** Between neighbours: room for the shape that is written on the edge. */
export const GAP_X = 72;
export const GAP_Y = 32;

/** About the size that a node with so many settings is drawn in. */
export function expectedSize(settings: number): Size {
  return {
    width: NODE_WIDTH,
    height: 60 + 31 * Math.min(settings, 2),
  };
}

export type SizeOf = (id: string) => Size;

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export function boxOf(node: NodeDoc, sizeOf: SizeOf): Box {
  return { x: node.at[0], y: node.at[1], ...sizeOf(node.id) };
}

/** What all nodes together cover. */
export function boundsOf(graph: Graph, sizeOf: SizeOf): Box {
  const boxes = graph.nodes.map((node) => boxOf(node, sizeOf));
  if (boxes.length === 0) {
    return { x: 0, y: 0, width: NODE_WIDTH, height: NODE_HEIGHT };
  }
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** To the right of the sources, level with their middle, below whatever is in the way. */
export function placeAfter(
  graph: Graph,
  sources: readonly NodeDoc[],
  size: Size,
  sizeOf: SizeOf,
): Position {
  const boxes = sources.map((node) => boxOf(node, sizeOf));
  const x = Math.max(...boxes.map((box) => box.x + box.width)) + GAP_X;
  const middle = boxes.reduce((sum, box) => sum + box.y + box.height / 2, 0) / boxes.length;
  return freeBelow(graph, [x, middle - size.height / 2], size, sizeOf);
}

/** The place itself, or the first below it where nothing overlaps. */
export function freeBelow(graph: Graph, [x, y]: Position, size: Size, sizeOf: SizeOf): Position {
  let free = y;
  for (let hit = overlapping(graph, { x, y: free, ...size }, sizeOf); hit;) {
    free = hit.y + hit.height + GAP_Y / 2;
    hit = overlapping(graph, { x, y: free, ...size }, sizeOf);
  }
  return [round(x), round(free)];
}

function overlapping(graph: Graph, box: Box, sizeOf: SizeOf): Box | undefined {
  return graph.nodes.map((node) => boxOf(node, sizeOf)).find((other) => overlap(box, other));
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether nodes lie on top of each other, as in a document that gives no positions. */
export function crowded(graph: Graph, sizeOf: SizeOf): boolean {
  const boxes = graph.nodes.map((node) => boxOf(node, sizeOf));
  return boxes.some((box, index) => boxes.slice(index + 1).some((other) => overlap(box, other)));
}

/** Whether some horizontal line goes through all nodes: then one row is all that places say. */
export function inOneRow(graph: Graph, sizeOf: SizeOf): boolean {
  const boxes = graph.nodes.map((node) => boxOf(node, sizeOf));
  const top = Math.max(...boxes.map((box) => box.y));
  return boxes.length > 1 && boxes.every((box) => top < box.y + box.height);
}

/** Where the edge leaves a node and where it enters the next: the middle of its sides. */
export function ends(from: Box, to: Box): readonly [Position, Position] {
  return [
    [from.x + from.width, from.y + from.height / 2],
    [to.x, to.y + to.height / 2],
  ];
}

export function round(value: number): number {
  return Math.round(value);
}
