import { cellOf, facets, heightAt, type Pose, type Projection, type Relief } from './relief';
import { css, type Rgb } from './theme';

/** A mark in space, x, y and z from 0 to 1, upon the relief or above it. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly colour: Rgb;
  readonly radius: number;
  /** A ring, not a disc. */
  readonly hollow?: boolean;
}

/** What a picture of a relief is made of: on a canvas or in a file. */
export interface Brush {
  polygon(corners: readonly number[], fill: string): void;
  line(ends: readonly number[], stroke: string, width: number): void;
  disc(x: number, y: number, radius: number, fill: string, stroke: string): void;
}

export interface Scene {
  readonly relief: Relief;
  readonly marks: readonly Mark[];
  /** A line upon the relief: x and y in turn. */
  readonly path: readonly (readonly [number, number])[];
  readonly pathColour: Rgb;
  readonly background: Rgb;
  readonly line: Rgb;
}

const DARKEST = 0.62;
const PATH_WIDTH = 2;
const EDGES: readonly (readonly number[])[] = [
  [0, 0, 1, 0],
  [1, 0, 1, 1],
  [1, 1, 0, 1],
  [0, 1, 0, 0],
];

/** From the back to the front: the ground's edges, each cell, and then what stands in it. */
export function drawScene(scene: Scene, pose: Pose, project: Projection, brush: Brush): void {
  const { relief, background } = scene;
  for (const [fromX, fromY, toX, toY] of EDGES) {
    brush.line([...project(fromX, fromY, 0), ...project(toX, toY, 0)], css(scene.line), 1);
  }
  const marks = byCell(scene);
  for (const { cell, corners, light } of facets(relief, pose, project)) {
    const standing = marks.get(cell) ?? [];
    const below = standing.filter(({ x, y, z }) => z < heightAt(relief, x, y) - 1e-6);
    below.forEach((mark) => dot(mark, project, brush, background));
    brush.polygon(corners, css(shaded(relief.colours[cell], light)));
    standing
      .filter((mark) => !below.includes(mark))
      .forEach((mark) => dot(mark, project, brush, background));
  }
  drawPath(scene, project, brush);
}

function byCell({ relief, marks }: Scene): Map<number, Mark[]> {
  const found = new Map<number, Mark[]>();
  for (const mark of marks) {
    const cell = cellOf(relief, mark.x, mark.y);
    found.set(cell, [...(found.get(cell) ?? []), mark]);
  }
  return found;
}

function shaded([red, green, blue]: Rgb, light: number): Rgb {
  const share = DARKEST + (1 - DARKEST) * light;
  return [red * share, green * share, blue * share].map(Math.round) as unknown as Rgb;
}

function dot(mark: Mark, project: Projection, brush: Brush, background: Rgb): void {
  const [x, y] = project(mark.x, mark.y, mark.z);
  const [fill, stroke] = mark.hollow ? [background, mark.colour] : [mark.colour, background];
  brush.disc(x, y, mark.radius, css(fill), css(stroke));
}

/** Seen through what hides it, or one would lose the run behind its own hills. */
function drawPath(
  { relief, path, pathColour, background }: Scene,
  project: Projection,
  brush: Brush,
) {
  const places = path
    .map(([x, y]) => [x, y, heightAt(relief, x, y)] as const)
    .filter(([, , z]) => Number.isFinite(z))
    .map(([x, y, z]) => project(x, y, z));
  for (let at = 1; at < places.length; at++) {
    brush.line([...places[at - 1], ...places[at]], css(pathColour), PATH_WIDTH);
  }
  places.forEach(([x, y], at) =>
    brush.disc(x, y, at + 1 === places.length ? 4 : 1.75, css(pathColour), css(background)),
  );
}

export function onCanvas(context: CanvasRenderingContext2D): Brush {
  const along = (ends: readonly number[]) => {
    context.beginPath();
    for (let at = 0; at < ends.length; at += 2) context.lineTo(ends[at], ends[at + 1]);
  };
  return {
    polygon(corners, fill) {
      along(corners);
      context.closePath();
      context.fillStyle = context.strokeStyle = fill;
      context.lineWidth = 0.7;
      context.stroke();
      context.fill();
    },
    line(ends, stroke, width) {
      along(ends);
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.lineJoin = context.lineCap = 'round';
      context.stroke();
    },
    disc(x, y, radius, fill, stroke) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = fill;
      context.strokeStyle = stroke;
      context.lineWidth = 1;
      context.fill();
      context.stroke();
    },
  };
}

/** Writes elements of an SVG. */
export function inSvg(parts: string[]): Brush {
  const round = (numbers: readonly number[]) => numbers.map((at) => at.toFixed(1)).join(' ');
  return {
    polygon: (corners, fill) =>
      void parts.push(
        `<polygon points="${round(corners)}" fill="${fill}" stroke="${fill}" stroke-width="0.7"/>`,
      ),
    line: (ends, stroke, width) =>
      void parts.push(
        `<polyline points="${round(ends)}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`,
      ),
    disc: (x, y, radius, fill, stroke) =>
      void parts.push(
        `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}" fill="${fill}" stroke="${stroke}"/>`,
      ),
  };
}
