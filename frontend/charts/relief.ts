import { clamp } from '../numbers/numbers';
import type { Rgb } from './theme';

/** A height field: `heights` from 0 to 1, row by row; NaN where there is none. */
export interface Relief {
  readonly columns: number;
  readonly rows: number;
  readonly heights: Float64Array;
  readonly colours: readonly Rgb[];
}

/** From where it is looked at: round the upright, from above (radians), and how near. */
export interface Pose {
  readonly turn: number;
  readonly tilt: number;
  readonly zoom: number;
}

/** Where a place of the unit cube (z upright) is on the screen, in pixels. */
export type Projection = (x: number, y: number, z: number) => readonly [number, number];

/** A cell of the field as it is seen: four corners, x and y of each. */
export interface Facet {
  readonly cell: number;
  readonly corners: readonly number[];
  /** How much light falls on it, 0 to 1. */
  readonly light: number;
}

export const FIRST_POSE: Pose = { turn: -0.6, tilt: 0.62, zoom: 1 };
const HIGH = 0.55;
const [FLATTEST, STEEPEST] = [0.12, 1.5];
const [SMALLEST, LARGEST] = [0.5, 3];
/** Steepness of a cell at which it is in the dark. */
const DARK = 2.2;

export function turned(pose: Pose, by: { turn?: number; tilt?: number; zoom?: number }): Pose {
  return {
    turn: (pose.turn + (by.turn ?? 0)) % (2 * Math.PI),
    tilt: clamp(pose.tilt + (by.tilt ?? 0), FLATTEST, STEEPEST),
    zoom: clamp(pose.zoom * (by.zoom ?? 1), SMALLEST, LARGEST),
  };
}

/** Parallel lines stay parallel, so that heights can be compared all over the field. */
export function projection({ turn, tilt, zoom }: Pose, width: number, height: number): Projection {
  const [sinTurn, cosTurn] = [Math.sin(turn), Math.cos(turn)];
  const [sinTilt, cosTilt] = [Math.sin(tilt), Math.cos(tilt)];
  const tall = Math.SQRT2 * sinTilt + HIGH * cosTilt;
  const scale = 0.94 * zoom * Math.min(width / Math.SQRT2, height / tall);
  return (x, y, z) => {
    const across = (x - 0.5) * cosTurn - (y - 0.5) * sinTurn;
    const away = (x - 0.5) * sinTurn + (y - 0.5) * cosTurn;
    const up = (z - 0.5) * HIGH * cosTilt + away * sinTilt;
    return [width / 2 + across * scale, height / 2 - up * scale];
  };
}

/** The cells from the farthest to the nearest: each hides what lies behind it. */
export function facets(relief: Relief, pose: Pose, project: Projection): Facet[] {
  const { columns, rows, heights } = relief;
  const seen: Facet[] = [];
  for (const row of farFirst(rows - 1, Math.cos(pose.turn))) {
    for (const column of farFirst(columns - 1, Math.sin(pose.turn))) {
      const cell = row * columns + column;
      const corners = [cell, cell + 1, cell + columns + 1, cell + columns];
      const zs = corners.map((at) => heights[at]);
      if (zs.some(Number.isNaN)) continue;
      const places = corners.flatMap((at, index) => [
        ...project(
          (at % columns) / (columns - 1),
          Math.floor(at / columns) / (rows - 1),
          zs[index],
        ),
      ]);
      seen.push({ cell, corners: places, light: light(zs, columns, rows) });
    }
  }
  return seen;
}

/** Places along an axis; `away` tells whether it leads away from who looks, or towards him. */
function farFirst(count: number, away: number): number[] {
  const places = Array.from({ length: count }, (_, index) => index);
  return away > 0 ? places.reverse() : places;
}

/** From the left and above. */
function light([a, b, c, d]: readonly number[], columns: number, rows: number): number {
  const right = ((b + c - a - d) / 2) * (columns - 1) * HIGH;
  const back = ((c + d - a - b) / 2) * (rows - 1) * HIGH;
  return clamp(0.75 + (right - 0.5 * back) / (2 * DARK) / Math.hypot(1, right, back), 0, 1);
}

/** The height between the places of the field, bilinear; x and y from 0 to 1. */
export function heightAt({ columns, rows, heights }: Relief, x: number, y: number): number {
  const [u, v] = [clamp(x, 0, 1) * (columns - 1), clamp(y, 0, 1) * (rows - 1)];
  const [left, low] = [Math.min(columns - 2, Math.floor(u)), Math.min(rows - 2, Math.floor(v))];
  const at = (row: number) => {
    const first = heights[row * columns + left];
    return first + (u - left) * (heights[row * columns + left + 1] - first);
  };
  return at(low) + (v - low) * (at(low + 1) - at(low));
}

/** Which cell a place lies in. */
export function cellOf({ columns, rows }: Relief, x: number, y: number): number {
  const column = Math.min(columns - 2, Math.floor(clamp(x, 0, 1) * (columns - 1)));
  const row = Math.min(rows - 2, Math.floor(clamp(y, 0, 1) * (rows - 1)));
  return row * columns + column;
}
