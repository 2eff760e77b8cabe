import type { NumbersWindow } from '../stream/inside';
import type { Spot } from './plan';

/** Where links, cells or filters are drawn, and what lies under the pointer; in CSS pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  spotAt(x: number, y: number): Spot | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

// links

const THUMB = 22;
const LABEL = 24;
const BIAS = 28;
const NEAR = 7;
const FEW = 8;
const HIGH_ROW = 34;
const LOW_ROW = 25;
const LINKS_WIDTH = 460;

/** Two columns of units, the inputs at the left, and the links between. */
export class Links implements Layout {
  readonly width: number;
  readonly height: number;
  readonly thumb = THUMB;
  private readonly row: number;

  constructor(
    private readonly window: NumbersWindow,
    room: number,
  ) {
    const most = Math.max(window.rows.length, window.columns.length);
    this.row = most > FEW ? LOW_ROW : HIGH_ROW;
    this.width = Math.max(200, Math.min(LINKS_WIDTH, room));
    this.height = most * this.row + 4;
  }

  /** The middle of an input's picture. */
  input(column: number): Point {
    return { x: LABEL + THUMB / 2, y: this.y(column, this.window.columns.length) };
  }

  /** The middle of a unit's picture. */
  unit(row: number): Point {
    const x = this.width - BIAS - LABEL - THUMB / 2;
    return { x, y: this.y(row, this.window.rows.length) };
  }

  bias(row: number): Point {
    return { x: this.width - BIAS / 2, y: this.y(row, this.window.rows.length) };
  }

  ends({
    row,
    column,
  }: {
    readonly row: number;
    readonly column: number;
  }): readonly [Point, Point] {
    const from = this.input(column);
    const to = this.unit(row);
    return [
      { x: from.x + THUMB / 2 + 2, y: from.y },
      { x: to.x - THUMB / 2 - 2, y: to.y },
    ];
  }

  private y(place: number, count: number): number {
    return this.height / 2 + (place - (count - 1) / 2) * this.row;
  }

  spotAt(x: number, y: number): Spot | undefined {
    return this.biasAt(x, y) ?? this.linkAt(x, y);
  }

  private biasAt(x: number, y: number): Spot | undefined {
    for (let row = 0; row < this.window.biases.length; row++) {
      const at = this.bias(row);
      if (Math.hypot(at.x - x, at.y - y) < BIAS / 2) return { row, column: 'bias' };
    }
    return undefined;
  }

  private linkAt(x: number, y: number): Spot | undefined {
    let nearest: Spot | undefined;
    let least = NEAR;
    for (let row = 0; row < this.window.rows.length; row++) {
      for (let column = 0; column < this.window.columns.length; column++) {
        const distance = distanceTo(this.ends({ row, column }), x, y);
        if (distance < least) {
          least = distance;
          nearest = { row, column };
        }
      }
    }
    return nearest;
  }
}

/** How far a place is from the line between two points, if it lies beside it. */
function distanceTo([a, b]: readonly [Point, Point], x: number, y: number): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy);
  return along < 0 || along > 1 ? Infinity : Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
}

// matrix

const GAP = 8;
const LEAST_CELL = 9;
const MOST_CELL = 22;

/** Cells in rows and columns, and behind a gap those of the biases. */
export class Matrix implements Layout {
  readonly cell: number;
  readonly width: number;
  readonly height: number;

  constructor(
    private readonly window: NumbersWindow,
    room: number,
  ) {
    const columns = window.columns.length + (window.biases.length > 0 ? 1 : 0);
    this.cell = Math.max(
      LEAST_CELL,
      Math.min(MOST_CELL, Math.floor((room - GAP) / Math.max(1, columns))),
    );
    this.width = columns * this.cell + (window.biases.length > 0 ? GAP : 0);
    this.height = window.rows.length * this.cell;
  }

  /** The upper left corner. */
  corner({ row, column }: Spot): Point {
    const bias = this.window.columns.length * this.cell + GAP;
    return { x: column === 'bias' ? bias : column * this.cell, y: row * this.cell };
  }

  spotAt(x: number, y: number): Spot | undefined {
    const row = Math.floor(y / this.cell);
    const column = Math.floor(x / this.cell);
    if (row < 0 || row >= this.window.rows.length || column < 0) return undefined;
    if (column < this.window.columns.length) return { row, column };
    const biased = this.window.biases.length > 0 && x >= this.corner({ row, column: 'bias' }).x;
    return biased && x < this.width ? { row, column: 'bias' } : undefined;
  }
}

// pictures side by side: filters and maps

const TILE = 52;
const SPACE = 7;

/** Pictures of one size in rows, as many as there is room for. */
export class Tiles {
  /** CSS pixels a cell of a picture. */
  readonly scale: number;
  readonly across: number;
  readonly width: number;
  readonly height: number;

  constructor(
    readonly count: number,
    private readonly cells: readonly [height: number, width: number],
    room: number,
    below = 0,
  ) {
    const [high, wide] = cells;
    const fit = TILE / Math.max(high, wide, 1);
    this.scale = fit >= 1 ? Math.round(fit) : fit;
    this.foot = below;
    this.across = Math.max(1, Math.floor((room + SPACE) / (wide * this.scale + SPACE)));
    const rows = Math.ceil(count / this.across);
    this.width = Math.min(this.across, Math.max(1, count)) * (wide * this.scale + SPACE) - SPACE;
    this.height = rows * (high * this.scale + SPACE + below) - SPACE;
  }

  private readonly foot: number;

  corner(tile: number): Point {
    const [high, wide] = this.cells;
    return {
      x: (tile % this.across) * (wide * this.scale + SPACE),
      y: Math.floor(tile / this.across) * (high * this.scale + SPACE + this.foot),
    };
  }

  /** The tile and the cell of it. */
  at(x: number, y: number): { tile: number; row: number; column: number } | undefined {
    const [high, wide] = this.cells;
    const pitch = [high * this.scale + SPACE + this.foot, wide * this.scale + SPACE];
    const across = Math.floor(x / pitch[1]);
    const tile = Math.floor(y / pitch[0]) * this.across + across;
    if (x < 0 || y < 0 || across >= this.across || tile >= this.count) return undefined;
    const { x: left, y: top } = this.corner(tile);
    const row = Math.floor((y - top) / this.scale);
    const column = Math.floor((x - left) / this.scale);
    return row < high && column < wide ? { tile, row, column } : undefined;
  }
}

const DOT = 8;

/** The filters of one channel, or of three as colours, each with its bias as a dot below. */
export class Filters implements Layout {
  readonly tiles: Tiles;
  readonly width: number;
  readonly height: number;

  constructor(
    private readonly window: NumbersWindow,
    private readonly kernel: readonly [number, number],
    /** Where the channel begins that is shown; the first where all three are. */
    private readonly first: number,
    room: number,
  ) {
    const foot = window.biases.length > 0 ? DOT + 4 : 0;
    this.tiles = new Tiles(window.rows.length, kernel, room, foot);
    this.width = this.tiles.width;
    this.height = this.tiles.height;
  }

  dot(row: number): Point {
    const { x, y } = this.tiles.corner(row);
    const [high, wide] = this.kernel;
    return {
      x: x + (wide * this.tiles.scale) / 2,
      y: y + high * this.tiles.scale + 2 + DOT / 2,
    };
  }

  spotAt(x: number, y: number): Spot | undefined {
    const found = this.tiles.at(x, y);
    if (found) {
      return { row: found.tile, column: this.first + found.row * this.kernel[1] + found.column };
    }
    for (let row = 0; row < this.window.biases.length; row++) {
      const at = this.dot(row);
      if (Math.hypot(at.x - x, at.y - y) < DOT) return { row, column: 'bias' };
    }
    return undefined;
  }
}
