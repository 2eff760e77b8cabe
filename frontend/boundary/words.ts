import { toCsv } from '../charts/csv';
import type { Format } from '../charts/format';
import type { Table } from '../charts/table';
import type { Text } from '../charts/words';
import type { BoundaryFrame } from '../stream/frames';
import { classPlanes } from './paint';
import { inputsAt, scoresAt } from './plane';

/** Places along each side that a table shows. */
const TABLE_PLACES = 11;

/** How much of the plane has each class as its likeliest. */
export function shares(frame: BoundaryFrame): number[] {
  const { planes, width, height } = classPlanes(frame);
  const counts = planes.map(() => 0);
  for (let at = 0; at < width * height; at++) {
    counts[likeliest(planes.map((plane) => plane[at]))]++;
  }
  return counts.map((count) => count / (width * height));
}

function likeliest(scores: readonly number[]): number {
  return scores.indexOf(Math.max(...scores));
}

/** Which part of the plane belongs to which class, or from where to where the values go. */
export function planeSentence(frame: BoundaryFrame, format: Format, text: Text): string {
  if (frame.task === 'regression') {
    const { valueMin, valueMax } = frame;
    return text('chart.valuesOf', {
      least: format.number(valueMin),
      most: format.number(valueMax),
    });
  }
  const parts = shares(frame).map((share, index) =>
    text('chart.shareOf', { class: index, share: format.about(share) }),
  );
  return text('chart.shares', { shares: parts.join(text('chart.listComma')) });
}

/** What the model says at places of an even grid, the upper ones first. */
export function planeTable(
  frame: BoundaryFrame,
  caption: string,
  format: Format,
  text: Text,
): Table {
  const along = Array.from({ length: TABLE_PLACES }, (_, index) => index / (TABLE_PLACES - 1));
  const at = (u: number, v: number) => inputsAt(frame.extent, { u, v });
  const coordinate = (value: number) => format.number(Number(value.toFixed(3)));
  return {
    caption,
    header: [text('chart.inputs'), ...along.map((u) => coordinate(at(u, 0).x))],
    rows: along.map((v) => [
      coordinate(at(0, v).y),
      ...along.map((u) => said(scoresAt(frame, { u, v }), frame, format)),
    ]),
    note: text('chart.places', { shown: TABLE_PLACES, all: `${frame.width} × ${frame.height}` }),
    named: true,
  };
}

function said(scores: readonly number[], { task }: BoundaryFrame, format: Format): string {
  if (task === 'regression') return format.number(scores[0]);
  const best = likeliest(scores);
  return `${best} · ${format.about(scores[best])}`;
}

/** Every place of the picture: its inputs, and the probability of each class or the value. */
export function planeCsv(frame: BoundaryFrame): string {
  const { width, height } = frame;
  const { columns, valueOf } = figures(frame);
  const rows = Array.from({ length: width * height }, (_, index) => {
    const u = ((index % width) + 0.5) / width;
    const v = (Math.floor(index / width) + 0.5) / height;
    const { x, y } = inputsAt(frame.extent, { u, v });
    return [Math.fround(x), Math.fround(y), ...valueOf(index)];
  });
  return toCsv(['x1', 'x2', ...columns], rows);
}

/** The values are single bytes: more than four digits would be made up. */
function figures(frame: BoundaryFrame) {
  if (frame.task === 'regression') {
    const { values, valueMin, valueMax } = frame;
    const scaled = (byte: number) => valueMin + (byte / 255) * (valueMax - valueMin);
    return { columns: ['value'], valueOf: (at: number) => [rounded(scaled(values[at]))] };
  }
  const { planes } = classPlanes(frame);
  return {
    columns: planes.map((_, index) => `class${index}`),
    valueOf: (at: number) => planes.map((plane) => rounded(plane[at] / 255)),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
