import type { Connection, Edge, useReactFlow, Viewport } from '@xyflow/react';
import { typeScale } from '../../charts/theme';
import { NODE_WIDTH, type Box } from '../core/place';
import type { EdgeDoc, Position, Size } from '../core/types';
import type { Point } from './context';

export function edgeOf({ source, target }: Connection | Edge): EdgeDoc {
  return { from: source, to: target };
}

/** The edge of the document that is drawn here, which may begin or end inside a folded block. */
export function realEdge(edge: Edge): EdgeDoc {
  const { from, to } = { ...edgeOf(edge), ...edge.data };
  return { from, to };
}

export function edgeBetween(
  from: { readonly nodeId: string; readonly type: string },
  to: string,
): EdgeDoc {
  return from.type === 'source' ? { from: from.nodeId, to } : { from: to, to: from.nodeId };
}

export function pointOf(event: MouseEvent | TouchEvent | React.MouseEvent): Point {
  const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0]! : event;
  return { x: clientX, y: clientY };
}

/** Top left corner of a node of this size whose middle, or the middle of one side, is there. */
export function placed(
  flow: ReturnType<typeof useReactFlow>,
  at: Point,
  { width, height }: Size,
  side: 'left' | 'middle' | 'right' = 'middle',
): Position {
  const { x, y } = flow.screenToFlowPosition(at);
  const left = { left: x, middle: x - width / 2, right: x - width };
  return [left[side], y - height / 2];
}

export function middle(root: HTMLElement | null): Point {
  return {
    x: (root?.clientWidth ?? 0) / 2 - 140,
    y: Math.max(48, (root?.clientHeight ?? 0) / 2 - 200),
  };
}

export function nodeElement(root: HTMLElement | null, id: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? null;
}

/** Below a node, in the editor's pixels. */
export function placeOf(root: HTMLElement | null, id: string): Point {
  const box = nodeElement(root, id)?.getBoundingClientRect();
  const frame = root?.getBoundingClientRect();
  return box && frame
    ? { x: box.left - frame.left + 12, y: box.bottom - frame.top + 6 }
    : middle(root);
}

export function focusedNode(root: HTMLElement | null): string | undefined {
  const focused = document.activeElement;
  return root?.contains(focused) ? nodeIdOf(focused) : undefined;
}

export function nodeIdOf(element: Element | null): string | undefined {
  return element?.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined;
}

/** Duration of movements of the view; none for those who asked for less motion. */
export function pace(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 220;
}

/** The canvas, and how much of its sides is not for the graph. */
export interface Room extends Size {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** The canvas without what floats above it, the page's notice included. */
export function roomOf(root: HTMLElement | null): Room {
  const heightOf = (part: string) => root?.querySelector<HTMLElement>(part)?.offsetHeight ?? 0;
  const { clientWidth: width = 0, clientHeight: height = 0 } = root ?? {};
  return {
    width,
    height,
    x: 0,
    top: Math.min(Math.max(heightOf('.sl-top'), noticeOver(root)), height / 4),
    bottom: Math.min(
      height - (root?.querySelector<HTMLElement>('.sl-bottom')?.offsetTop ?? height),
      height / 3,
    ),
  };
}

/** How much of the canvas's height a notice takes that lies over its upper half. */
function noticeOver(root: HTMLElement | null): number {
  const notice = root?.closest('.lab-middle')?.querySelector('.lab-notice');
  const frame = root?.getBoundingClientRect();
  const box = notice?.getBoundingClientRect();
  const over = frame && box && box.height > 0 && box.top < frame.top + frame.height / 2;
  return over ? Math.max(0, box.bottom - frame.top - NOTICE_EDGE) : 0;
}

/** What floats above the canvas begins this far below its edge. */
const NOTICE_EDGE = 12;

/** Leaves a margin around a graph. */
export function withMargin(room: Room): Room {
  return { ...room, x: 24, top: Math.max(40, room.top + 16), bottom: room.bottom + 12 };
}

export function isInView(
  flow: ReturnType<typeof useReactFlow>,
  [dx, dy, zoom]: readonly [x: number, y: number, zoom: number],
  { width, height, x: side, top, bottom: below }: Room,
  id: string,
): boolean {
  const node = flow.getInternalNode(id);
  if (!node) {
    return true;
  }
  const x = node.position.x * zoom + dx;
  const y = node.position.y * zoom + dy;
  const right = x + (node.measured.width ?? NODE_WIDTH) * zoom;
  const bottom = y + (node.measured.height ?? 0) * zoom;
  return x >= side && y >= top && right <= width - side && bottom <= height - below;
}

/** Smaller than this a node's text is hard to read: its 13 pixels are 10. */
const READABLE = 0.76;
/** Small, yet better than to see only some of the graph. */
const LEGIBLE = 0.66;
export const SMALLEST = 0.15;
const LARGEST = 1.15;

/** The canvas counts in pixels; in large type its least readable zoom is larger as well. */
export function readable(): number {
  return READABLE * typeScale();
}

/** The least zoom at which to show all of a graph, rather than some of it larger. */
export function legible(): number {
  return LEGIBLE * typeScale();
}

/** The zoom at which all of this is in view. */
export function fittingZoom(bounds: Size, { width, height, x, top, bottom }: Room): number {
  return Math.min((width - 2 * x) / bounds.width, (height - top - bottom) / bounds.height);
}

/** The view of all of this; of its beginning where it would be smaller than `smallest`. */
export function fitted(bounds: Box, room: Room, smallest: number): Viewport {
  const zoom = Math.min(LARGEST * typeScale(), Math.max(smallest, fittingZoom(bounds, room)));
  const spare = (free: number, size: number) => Math.max(0, (free - size * zoom) / 2);
  const { width, height, x, top, bottom } = room;
  return {
    x: x + spare(width - 2 * x, bounds.width) - bounds.x * zoom,
    y: top + spare(height - top - bottom, bounds.height) - bounds.y * zoom,
    zoom,
  };
}
