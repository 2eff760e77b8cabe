import { markColour, paint, valueColour, classPlanes, fade, type Palette } from '../boundary/paint';
import { placeOf, valueRange, type PlanePoints } from '../boundary/plane';
import type { Landscape } from '../contract/types';
import type { BoundaryFrame } from '../stream/frames';
import { lossesOf, scaleOf, shapeOf, shareOf } from './landscape';
import type { Mark, Scene } from './relief-draw';
import type { Rgb } from './theme';

/** Cells along each side of a score surface: every second of the boundary's. */
const CELLS = 50;
const PALEST = 0.86;

/** The colours of a page that surfaces need. */
export interface Ink {
  readonly palette: Palette;
  readonly accent: Rgb;
  readonly path: Rgb;
  readonly line: Rgb;
}

/** The colour of a height from 0 to 1: valleys are strong, hills fade into the ground. */
export function heightColour(height: number, { accent, palette }: Ink): Rgb {
  return fade(accent, palette.background, PALEST * height);
}

/** A loss surface with the path of the run upon it. */
export function lossScene(surface: Landscape, log: boolean, ink: Ink): Scene {
  const scale = scaleOf(shapeOf(surface), log);
  const heights = lossesOf(surface).map(scale);
  return {
    relief: {
      columns: surface.x.length,
      rows: surface.y.length,
      heights,
      colours: Array.from(heights, (height) => heightColour(height, ink)),
    },
    marks: [],
    path: pathOf(surface).filter(([x, y]) => isInside(x) && isInside(y)),
    pathColour: ink.path,
    background: ink.palette.background,
    line: ink.line,
  };
}

/** Where the run was, and at last where the surface was taken. */
export function pathOf(surface: Landscape): [number, number][] {
  return [...surface.path, { x: 0, y: 0 }].map((place) => shareOf(surface, place));
}

function isInside(share: number): boolean {
  return share >= 0 && share <= 1;
}

/** What a model answers over the plane: a value, or the probability of one class. */
export function scoreScene(
  frame: BoundaryFrame,
  points: PlanePoints | undefined,
  chosen: number,
  ink: Ink,
): Scene {
  const picture = paint(frame, ink.palette, false);
  const plane =
    frame.task === 'regression'
      ? frame.values
      : classPlanes(frame).planes[Math.min(chosen, Math.max(1, frame.channels - 1))];
  const [columns, rows] = [Math.min(CELLS, frame.width), Math.min(CELLS, frame.height)];
  const heights = new Float64Array(columns * rows);
  const colours: Rgb[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = cell(frame, column / (columns - 1), 1 - row / (rows - 1));
      heights[row * columns + column] = plane[from] / 255;
      const pixel = picture.pixels.subarray(4 * from, 4 * from + 3);
      colours.push([pixel[0], pixel[1], pixel[2]]);
    }
  }
  return {
    relief: { columns, rows, heights, colours },
    marks: points ? marksOf(points, frame, chosen, ink) : [],
    path: [],
    pathColour: ink.path,
    background: ink.palette.background,
    line: ink.line,
  };
}

/** The place of the frame's values at shares of its width and, from the top, height. */
function cell({ width, height }: BoundaryFrame, u: number, v: number): number {
  return Math.round(v * (height - 1)) * width + Math.round(u * (width - 1));
}

/** Points stand where their answers should be: at their value, or at 1 if they are of the class. */
function marksOf(points: PlanePoints, frame: BoundaryFrame, chosen: number, ink: Ink): Mark[] {
  const [least, most] = valueRange(points, frame);
  return points.points
    .map(({ x, y, value, test }) => {
      const { u, v } = placeOf(frame.extent, x, y);
      const right = value === chosen ? 1 : 0;
      return {
        x: u,
        y: 1 - v,
        z: points.regression ? (value - least) / (most - least || 1) : right,
        colour: points.regression
          ? valueColour(value, least, most, ink.palette)
          : markColour(ink.palette, value),
        radius: 2,
        hollow: test,
      };
    })
    .filter(({ x, y, z }) => isInside(x) && isInside(y) && isInside(z));
}
