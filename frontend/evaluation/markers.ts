import type { Brush } from '../charts/relief-draw';

const SHAPES = ['disc', 'square', 'triangle', 'diamond', 'plus', 'wedge', 'cross'] as const;

export type Shape = (typeof SHAPES)[number];

/** A shape beside the colour: there are five colours, and not everybody sees them. */
export function shapeOf(label: number): Shape {
  return SHAPES[label % SHAPES.length];
}

/** Where and how a marker is drawn. */
export interface Stamp {
  readonly brush: Brush;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
  /** Goes round it, so that it stands out from those below. */
  readonly ground: string;
}

/** Corners, in radii. */
const CORNERS = {
  square: [-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9],
  triangle: [0, -1.25, 1.1, 0.8, -1.1, 0.8],
  wedge: [0, 1.25, 1.1, -0.8, -1.1, -0.8],
  diamond: [0, -1.3, 1.2, 0, 0, 1.3, -1.2, 0],
} as const;

/** Lines from end to end, in radii. */
const STROKES = {
  plus: [
    [-1.1, 0, 1.1, 0],
    [0, -1.1, 0, 1.1],
  ],
  cross: [
    [-0.9, -0.9, 0.9, 0.9],
    [-0.9, 0.9, 0.9, -0.9],
  ],
} as const;

export function drawMarker(shape: Shape, stamp: Stamp): void {
  const { brush, x, y, radius, colour, ground } = stamp;
  switch (shape) {
    case 'disc':
      return brush.disc(x, y, radius, colour, ground);
    case 'square':
    case 'triangle':
    case 'wedge':
    case 'diamond':
      brush.polygon(placed(stamp, CORNERS[shape], radius + 1), ground);
      return brush.polygon(placed(stamp, CORNERS[shape], radius), colour);
    case 'plus':
    case 'cross':
      for (const [stroke, more] of [
        [ground, 1.5],
        [colour, 0],
      ] as const) {
        for (const ends of STROKES[shape]) {
          brush.line(placed(stamp, ends, radius), stroke, 0.65 * radius + more);
        }
      }
  }
}

function placed({ x, y }: Stamp, ends: readonly number[], radius: number): number[] {
  return ends.map((end, at) => (at % 2 === 0 ? x : y) + radius * end);
}
