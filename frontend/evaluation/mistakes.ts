import type { Mistake, Mistakes } from '../contract/types';
import type { Format } from '../charts/format';
import type { Text } from '../charts/words';

export type NameOf = (label: number) => string;

/** What was looked at, and how much of it is wrong, in words. */
export function mistakesWords(
  { kind, rows, cell, found, wrong, worst }: Mistakes,
  nameOf: NameOf,
  format: Format,
  text: Text,
): string {
  const part = text(`chart.figures.${kind.test ? 'test' : 'train'}`, { rows: format.count(rows) });
  const shown = format.count(worst.length);
  if (cell) {
    const names = { truth: nameOf(cell.truth), answer: nameOf(cell.answer) };
    const key = found === 0 ? 'none' : cell.truth === cell.answer ? 'right' : 'cell';
    const values = { ...names, found: format.count(found), shown };
    return `${part} ${text(`chart.worst.${key}`, values)}`;
  }
  if (wrong > 0) {
    return `${part} ${text('chart.worst.all', { wrong: format.count(wrong), shown })}`;
  }
  const values = worst.some(({ ofTruth }) => ofTruth == null);
  return `${part} ${values ? text('chart.worst.values', { shown }) : text('chart.worst.allRight')}`;
}

/** What was wrong with one example, in words. */
export function mistakeWords(
  { exhibit, truth, answer, ofTruth, ofAnswer }: Mistake,
  nameOf: NameOf,
  format: Format,
  text: Text,
): string {
  const row = format.count(exhibit.row + 1);
  if (ofTruth == null) {
    return text('chart.worst.value', {
      row,
      truth: format.number(truth ?? NaN),
      answer: format.number(answer ?? NaN),
    });
  }
  return text('chart.worst.class', {
    row,
    truth: nameOf(truth ?? 0),
    answer: nameOf(answer ?? 0),
    ofTruth: format.share(ofTruth),
    ofAnswer: format.share(ofAnswer ?? NaN),
  });
}

/** The place of an example of the plane. */
export function placeOf({
  exhibit,
}: Pick<Mistake, 'exhibit'>): { x: number; y: number } | undefined {
  const [x, y] = exhibit.cells.map(Number);
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined;
}
