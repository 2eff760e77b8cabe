import { clamp } from '../numbers/numbers';
import type { InsideFrame, InsideLayer, NumbersWindow } from '../stream/inside';
import type { Move } from './keys';

/** How the numbers of a layer are drawn. */
export type Form = 'links' | 'matrix' | 'filters' | 'none';

/** More units on one side than these are not drawn as links unless somebody asks. */
const MANY = 128;

/** Numbers along each side of a window of a matrix; as `Lens.java` has it. */
export const WINDOW = 32;

/** How far it is to the next rows; the larger filters are, the fewer are shown at once. */
export function strideOf(form: Form, { rows }: NumbersWindow): number {
  return form === 'filters' ? rows.length : WINDOW;
}

/** The forms that numbers of such a shape may take; the first is chosen for who chooses none. */
export function formsOf({ shape }: InsideLayer): readonly Form[] {
  if (shape.length === 0) return ['none'];
  if (shape.length > 2) return ['filters'];
  if (shape.length === 1) return ['matrix'];
  return Math.max(...shape) > MANY ? ['matrix', 'links'] : ['links', 'matrix'];
}

/** Height and width of a filter; one that is a line is one high. */
export function kernelOf({ shape }: InsideLayer): readonly [number, number] {
  return [shape.length > 3 ? shape[2] : 1, shape[shape.length - 1]];
}

/** How many channels a filter spans. */
export function channelsOf({ shape }: InsideLayer): number {
  return shape.length > 2 ? shape[1] : 0;
}

/** A number of the window: its row there, and its column or the bias. */
export interface Spot {
  readonly row: number;
  readonly column: number | 'bias';
}

/** What is at the spot, if the window has it. */
export function valueAt(window: NumbersWindow, { row, column }: Spot): number | undefined {
  if (column === 'bias') return window.biases[row];
  const inside = row < window.rows.length && column < window.columns.length;
  return inside ? window.values[row * window.columns.length + column] : undefined;
}

/** One number of a parameter as the server names it. */
export interface Place {
  readonly node: string;
  readonly name: string;
  /** Row-major. */
  readonly index: number;
}

export function placeOf(frame: InsideFrame, spot: Spot): Place {
  const layer = frame.layers[frame.chosen];
  const row = frame.window.rows[spot.row];
  if (spot.column === 'bias') return { node: layer.node, name: layer.bias, index: row };
  const width = layer.shape.slice(1).reduce((product, size) => product * size, 1);
  const index = row * width + frame.window.columns[spot.column];
  return { node: layer.node, name: layer.name, index };
}

/** The number's name in PyTorch, counted from 0: `weight[3, 1]`. */
export function nameOf(frame: InsideFrame, spot: Spot): string {
  const { name, index } = placeOf(frame, spot);
  const { shape } = frame.layers[frame.chosen];
  return `${name}[${(spot.column === 'bias' ? [index] : unravel(index, shape)).join(', ')}]`;
}

function unravel(index: number, shape: readonly number[]): number[] {
  let left = index;
  const places = shape.map(() => 0);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    places[axis] = left % shape[axis];
    left = Math.floor(left / shape[axis]);
  }
  return places;
}

/** The greatest magnitude among weights and biases; 1 where all are 0 or none is a number. */
export function mostOf({ values, biases }: NumbersWindow): number {
  let most = 0;
  for (const all of [values, biases]) {
    for (const value of all) {
      if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
    }
  }
  return most || 1;
}

/** The spots that keys move among. */
export interface Field {
  readonly rows: number;
  /** The columns shown: the first and how many. */
  readonly first: number;
  readonly columns: number;
  readonly biased: boolean;
  /** Columns in a line of a filter; 0 where rows are lines. */
  readonly line: number;
}

/** Where a move leads to. */
export function movedBy(move: Move, spot: Spot, field: Field): Spot {
  const { rows, first, columns, biased, line } = field;
  const most = biased ? columns : columns - 1;
  const at = spot.column === 'bias' ? columns : spot.column - first;
  const to = (row: number, column: number): Spot => {
    const place = clamp(column, 0, most);
    return {
      row: clamp(row, 0, rows - 1),
      column: biased && place === columns ? 'bias' : first + place,
    };
  };
  switch (move) {
    case 'left':
      return to(spot.row, at - 1);
    case 'right':
      return to(spot.row, at + 1);
    case 'up':
      return line > 0 ? to(spot.row, at - line) : to(spot.row - 1, at);
    case 'down':
      return line > 0 ? to(spot.row, at + line) : to(spot.row + 1, at);
    case 'before':
      return to(spot.row - (line > 0 ? 1 : rows), at);
    case 'after':
      return to(spot.row + (line > 0 ? 1 : rows), at);
    case 'first':
      return to(spot.row, 0);
    case 'last':
      return to(spot.row, most);
  }
}
