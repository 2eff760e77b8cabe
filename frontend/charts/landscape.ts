import type { Landscape } from '../contract/types';
import { toCsv } from './csv';
import type { Format } from './format';
import type { Table } from './table';
import type { Text } from './words';

/** Places along each side that a table shows. */
const TABLE_PLACES = 11;
/** How far round the middle a valley is judged, of the way to the edge. */
const NEAR = 0.25;
const LEVELS = 9;

/** What can be said of a loss surface in figures. */
export interface Shape {
  readonly least: number;
  readonly most: number;
  /** How much the loss rises on average within a quarter of the way to the edge. */
  readonly rise: number;
  /** Places whose loss is no finite number. */
  readonly broken: number;
}

/** The losses as numbers; NaN where there is none. */
export function lossesOf({ losses }: Landscape): Float64Array {
  return Float64Array.from(losses, (loss) => loss ?? NaN);
}

export function shapeOf(surface: Landscape): Shape {
  const losses = lossesOf(surface);
  const finite = [...losses].filter(Number.isFinite);
  const near = [...losses].filter((loss, cell) => Number.isFinite(loss) && isNear(surface, cell));
  const mean = near.reduce((sum, loss) => sum + loss, 0) / near.length;
  return {
    least: finite.reduce((a, b) => Math.min(a, b), Infinity),
    most: finite.reduce((a, b) => Math.max(a, b), -Infinity),
    rise: near.length > 0 ? mean - surface.here : NaN,
    broken: losses.length - finite.length,
  };
}

function isNear({ x, y }: Landscape, cell: number): boolean {
  const [wide, high] = [x[x.length - 1] - x[0], y[y.length - 1] - y[0]];
  return (
    Math.hypot((2 * x[cell % x.length]) / wide, (2 * y[Math.floor(cell / x.length)]) / high) <= NEAR
  );
}

/** Maps losses to 0 (least) to 1 (greatest); by their logarithms where factors are to be seen. */
export function scaleOf({ least, most }: Shape, log: boolean): (loss: number) => number {
  const by = log && least > 0 ? Math.log : (loss: number) => loss;
  const [from, to] = [by(least), by(most)];
  return (loss) => (to > from ? (by(loss) - from) / (to - from) : 0);
}

/** Heights from 0 to 1 at which lines are drawn. */
export const levels = Array.from({ length: LEVELS }, (_, index) => (index + 1) / (LEVELS + 1));

/** A place of the surface as shares of its width and height. */
export function shareOf({ x, y }: Landscape, place: { x: number; y: number }): [number, number] {
  return [(place.x - x[0]) / (x[x.length - 1] - x[0]), (place.y - y[0]) / (y[y.length - 1] - y[0])];
}

export function landscapeWords(surface: Landscape, format: Format, text: Text): string {
  const { least, most, rise, broken } = shapeOf(surface);
  return [
    text('chart.relief.loss', {
      step: format.count(surface.step),
      here: format.number(surface.here),
      least: format.number(least),
      most: format.number(most),
    }),
    text('chart.relief.rise', { rise: format.number(rise) }),
    surface.ofPath && surface.explained != null
      ? text('chart.relief.explained', { share: format.about(surface.explained) })
      : '',
    broken > 0 ? text('chart.relief.broken', { count: format.count(broken) }) : '',
    text('chart.relief.rows', {
      rows: format.count(surface.rows),
      of: format.count(surface.of),
    }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Losses at places of an even grid, the greatest y first. */
export function landscapeTable(surface: Landscape, format: Format, text: Text): Table {
  const { x, y } = surface;
  const losses = lossesOf(surface);
  const along = (count: number) =>
    Array.from({ length: TABLE_PLACES }, (_, index) =>
      Math.round((index * (count - 1)) / (TABLE_PLACES - 1)),
    );
  const name = (value: number) => format.number(Number(value.toFixed(3)));
  const columns = along(x.length);
  return {
    caption: landscapeWords(surface, format, text),
    header: [text('chart.relief.corner'), ...columns.map((column) => name(x[column]))],
    rows: along(y.length)
      .reverse()
      .map((row) => [
        name(y[row]),
        ...columns.map((column) => format.number(losses[row * x.length + column])),
      ]),
    note: text('chart.relief.places', { shown: TABLE_PLACES, all: `${x.length} × ${y.length}` }),
    named: true,
  };
}

/** Every place, and then where the run was. */
export function landscapeCsv(surface: Landscape): string {
  const losses = lossesOf(surface);
  const places = surface.y.flatMap((y, row) =>
    surface.x.map((x, column) => ['', x, y, losses[row * surface.x.length + column]]),
  );
  const path = surface.path.map(({ step, x, y, loss }) => [step, x, y, loss]);
  return toCsv(['step', 'x', 'y', 'loss'], [...places, ...path]);
}
