import { toCsv } from '../charts/csv';
import type { Format } from '../charts/format';
import { TABLE_ROWS, type Table } from '../charts/table';
import type { Text } from '../charts/words';
import type { Head } from '../contract/types';
import type { OutputsFrame } from '../stream/frames';
import type { NameOf } from './mistakes';
import { agreement, perplexityFor, type Layout, type Wish } from './projection';

/** What can be set, with usual values. */
export const SETTINGS = {
  perplexity: { min: 2, max: 100, usual: [5, 10, 30, 50], first: 30 },
  iterations: { min: 50, max: 2000, usual: [250, 500, 1000, 2000], first: 500 },
  examples: { min: 20, max: 1000, usual: [100, 300, 500, 1000], first: 300 },
} as const;

export type Setting = keyof typeof SETTINGS;

/** What is on the picture. */
export interface Plot {
  readonly frame: OutputsFrame;
  /** Which of the frame's examples are shown. */
  readonly chosen: readonly number[];
  readonly wish: Wish;
  readonly layout: Layout;
  /** How many of them have a neighbour of their class, of 1; not of values, nor before the end. */
  readonly alike: number | undefined;
}

export function plotOf(
  frame: OutputsFrame,
  chosen: readonly number[],
  wish: Wish,
  layout: Layout,
): Plot {
  const judged = frame.head.classes && layout.done === 1 && chosen.length > 1;
  const truths = chosen.map((example) => frame.head.truths[example]);
  const alike = judged ? agreement(layout.places, truths) : undefined;
  return { frame, chosen, wish, layout, alike };
}

/** How far the picture told classes apart when the layer was first looked at. */
export interface Before {
  readonly step: number;
  readonly alike: number;
}

export function widthOf({ head, values }: OutputsFrame): number {
  return values.length / head.truths.length;
}

/** The outputs of some examples only. */
export function outputsOf(frame: OutputsFrame, chosen: readonly number[]): Float32Array {
  const width = widthOf(frame);
  const values = new Float32Array(chosen.length * width);
  chosen.forEach((example, row) =>
    values.set(frame.values.subarray(example * width, (example + 1) * width), row * width),
  );
  return values;
}

export function isWrong({ classes, answers, truths }: Head, example: number): boolean {
  return classes && answers.length > 0 && answers[example] !== truths[example];
}

/** How many of the examples shown are of each class. */
export function countsOf({ frame, chosen }: Plot): number[] {
  const counts: number[] = [];
  for (const example of chosen) {
    const label = frame.head.truths[example];
    while (counts.length <= label) counts.push(0);
    counts[label]++;
  }
  return counts;
}

/** The least and the greatest value; of a regression. */
export function rangeOf({ frame, chosen }: Plot): readonly [number, number] {
  const truths = chosen.map((example) => frame.head.truths[example]);
  return [Math.min(...truths), Math.max(...truths)];
}

/** What the picture shows, and how well it tells the classes apart. */
export function plotWords(
  plot: Plot,
  layer: string,
  before: Before | undefined,
  format: Format,
  text: Text,
): string {
  const { frame, chosen, wish, layout, alike } = plot;
  const sentences = [
    text(`chart.features.${frame.head.kind.test ? 'test' : 'train'}`, {
      layer,
      width: format.count(widthOf(frame)),
      step: format.count(frame.at.step),
      shown: format.count(chosen.length),
      all: format.count(frame.head.of),
    }),
  ];
  if (layout.kept) {
    const kept = format.share(layout.kept[0] + layout.kept[1]);
    sentences.push(text('chart.features.kept', { kept }));
  } else if (perplexityFor(chosen.length, wish.perplexity) < wish.perplexity) {
    const used = format.number(perplexityFor(chosen.length, wish.perplexity));
    sentences.push(text('chart.features.fewer', { used }));
  }
  if (alike !== undefined) {
    const share = format.share(alike);
    const was = before && before.step !== frame.at.step ? before : undefined;
    const earlier = was && { before: format.share(was.alike), step: format.count(was.step) };
    sentences.push(text(`chart.features.${earlier ? 'nearer' : 'near'}`, { share, ...earlier }));
    const wrong = chosen.filter((example) => isWrong(frame.head, example)).length;
    if (wrong > 0) sentences.push(text('chart.features.wrong', { count: format.count(wrong) }));
  }
  return sentences.join(' ');
}

/** One example in words. */
export function pointWords(
  head: Head,
  example: number,
  nameOf: NameOf,
  format: Format,
  text: Text,
): string {
  const row = format.count(head.exhibits[example].row + 1);
  const say = (value: number) => (head.classes ? nameOf(value) : format.number(value));
  const answer = head.answers[example];
  const values = { row, truth: say(head.truths[example]), answer: say(answer ?? NaN) };
  if (!head.classes) return text('chart.worst.value', values);
  if (answer === undefined) return text('chart.features.unanswered', values);
  return text(isWrong(head, example) ? 'chart.features.mistaken' : 'chart.features.point', values);
}

/** Places and what stands there, the first rows first. */
export function plotTable(
  plot: Plot,
  words: string,
  nameOf: NameOf,
  format: Format,
  text: Text,
): Table {
  const { head } = plot.frame;
  const say = (value: number | undefined) =>
    head.classes && value !== undefined ? nameOf(value) : format.number(value ?? NaN);
  const rows = plot.chosen
    .slice(0, TABLE_ROWS)
    .map((example, row) => [
      format.count(head.exhibits[example].row + 1),
      say(head.truths[example]),
      say(head.answers[example]),
      ...[0, 1].map((axis) => format.number(plot.layout.places[2 * row + axis])),
    ]);
  const counts = { shown: format.count(rows.length), all: format.count(plot.chosen.length) };
  return {
    caption: words,
    header: ['chart.worst.row', 'chart.worst.truth', 'chart.worst.answer', ...DIRECTIONS].map(
      (key) => text(key),
    ),
    rows,
    note: rows.length < plot.chosen.length ? text('chart.thinned', counts) : undefined,
    named: true,
  };
}

const DIRECTIONS = ['chart.features.first', 'chart.features.second'];

/** All of them, as programs read them. */
export function plotCsv({ frame: { head }, chosen, layout }: Plot, nameOf: NameOf): string {
  const say = (value: number | undefined) =>
    head.classes && value !== undefined ? nameOf(value) : value;
  return toCsv(
    ['row', 'truth', 'answer', 'x', 'y'],
    chosen.map((example, row) => [
      head.exhibits[example].row + 1,
      say(head.truths[example]),
      say(head.answers[example]),
      layout.places[2 * row],
      layout.places[2 * row + 1],
    ]),
  );
}
