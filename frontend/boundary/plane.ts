import type { PackedPoints, TaskKind } from '../contract/types';
import { clamp } from '../numbers/numbers';

import type { BoundaryFrame, Extent, PointsFrame } from '../stream/frames';
import { classPlanes } from './paint';

/** One example. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  /** The class (0, 1, ...) or the target. */
  readonly value: number;
  /** Whether it is held out for testing. */
  readonly test: boolean;
}

/** Examples with two inputs, as they lie on the part of the plane that is shown. */
export interface PlanePoints {
  readonly regression: boolean;
  readonly extent: Extent;
  readonly points: readonly Dot[];
}

/** The points that a run sends. */
export function pointsOf(frame: PointsFrame): PlanePoints {
  const points = dots(frame.points, frame.train);
  return { regression: frame.task === 'regression', extent: frame.extent, points };
}

/** Parts of a side or of the values' range; `PackedPoints.java` counts in them. */
const FINE = 4096;

/** The points that the page is given. */
export function unpacked(packed: PackedPoints): PlanePoints {
  const { regression, extent, train, numbers } = packed;
  const ranges = [
    [extent.xMin, extent.xMax],
    [extent.yMin, extent.yMax],
    [packed.least, packed.greatest],
  ];
  const whole = numbers.map((part, index) => {
    const [from, to] = ranges[index % 3];
    return from + (part / FINE) * (to - from);
  });
  return { regression, extent, points: dots(whole, train) };
}

function dots(numbers: ArrayLike<number>, train: number): Dot[] {
  return Array.from({ length: numbers.length / 3 }, (_, index) => ({
    x: numbers[3 * index],
    y: numbers[3 * index + 1],
    value: numbers[3 * index + 2],
    test: index >= train,
  }));
}

/** How many classes there are, as far as points and picture show. */
export function classCount(points?: PlanePoints, frame?: BoundaryFrame): number {
  if (frame) return Math.max(2, frame.channels);
  const labels = points?.points.map((point) => point.value) ?? [];
  return labels.length > 0 ? Math.max(2, 1 + Math.max(...labels)) : 0;
}

export function taskOf(points?: PlanePoints, frame?: BoundaryFrame): TaskKind {
  return frame?.task ?? (points?.regression ? 'regression' : 'classes');
}

/** The least and the greatest target. */
export function valueRange(points?: PlanePoints, frame?: BoundaryFrame): readonly [number, number] {
  if (frame) return [frame.valueMin, frame.valueMax];
  const values = points?.points.map((point) => point.value) ?? [];
  return values.length > 0 ? [Math.min(...values), Math.max(...values)] : [-1, 1];
}

/** Whether points, legend and ticks drawn for one frame are right for the other. */
export function sameScale(one: BoundaryFrame, other: BoundaryFrame): boolean {
  const scale = ({ task, channels, valueMin, valueMax, extent }: BoundaryFrame) =>
    [task, channels, valueMin, valueMax, ...Object.values(extent)].join();
  return scale(one) === scale(other);
}

/** A place in the picture, from 0 (left, top) to 1 (right, bottom). */
export interface Place {
  readonly u: number;
  readonly v: number;
}

export function placeOf(extent: Extent, x: number, y: number): Place {
  return {
    u: (x - extent.xMin) / (extent.xMax - extent.xMin),
    v: (extent.yMax - y) / (extent.yMax - extent.yMin),
  };
}

export function inputsAt(extent: Extent, { u, v }: Place): { x: number; y: number } {
  return {
    x: extent.xMin + u * (extent.xMax - extent.xMin),
    y: extent.yMax - v * (extent.yMax - extent.yMin),
  };
}

/** Class probabilities, or the one value of a regression, at a place: bilinear between cells. */
export function scoresAt(frame: BoundaryFrame, place: Place): number[] {
  if (frame.task === 'regression') {
    const share = between(frame.values, frame, place) / 255;
    return [frame.valueMin + share * (frame.valueMax - frame.valueMin)];
  }
  return classPlanes(frame).planes.map((plane) => between(plane, frame, place) / 255);
}

function between(
  plane: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  { u, v }: Place,
): number {
  const x = clamp(u * width - 0.5, 0, width - 1);
  const y = clamp(v * height - 0.5, 0, height - 1);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const at = (column: number, row: number) => plane[row * width + column];
  const above = at(left, top) + (x - left) * (at(right, top) - at(left, top));
  const below = at(left, bottom) + (x - left) * (at(right, bottom) - at(left, bottom));
  return above + (y - top) * (below - above);
}
