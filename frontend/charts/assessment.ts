import type { Assessment, OfClass, OfClasses, OfValues, Answer } from '../contract/types';
import type { Format } from './format';
import type { Text } from './words';

/** More classes than these are listed without what they are mistaken for. */
export const MOST_SQUARE = 12;

export const FIGURES = ['precision', 'recall', 'f1', 'auc'] as const;

/** All of it in words. */
export function assessmentWords(assessment: Assessment, format: Format, text: Text): string {
  const { test, rows, of, classes, values } = assessment;
  const part = text(`chart.figures.${test ? 'test' : 'train'}`, { rows: format.count(rows) });
  const some = rows < of ? [text('chart.figures.some', { of: format.count(of) })] : [];
  const figures = classes
    ? classWords(classes, format, text)
    : values
      ? [valueWords(values, format, text)]
      : [];
  return [part, ...some, ...figures].join(' ');
}

function classWords({ accuracy, macro, tops }: OfClasses, format: Format, text: Text): string[] {
  return [
    text('chart.figures.classes', {
      accuracy: format.share(accuracy),
      precision: format.share(macro.precision),
      recall: format.share(macro.recall),
      f1: format.share(macro.f1),
      auc: figure(macro.auc),
    }),
    ...tops.map(({ k, share }) => text('chart.figures.top', { k, share: format.share(share) })),
  ];
}

function valueWords({ r2, mae, rmse }: OfValues, format: Format, text: Text): string {
  return text('chart.figures.values', {
    r2: figure(r2),
    mae: format.number(mae ?? NaN),
    rmse: format.number(rmse ?? NaN),
  });
}

/** What has no unit and is 1 at best. */
function figure(value: number | undefined): string {
  return value == null ? '–' : value.toFixed(3);
}

/** The cells of a class: shares, and the area. */
export function figuresOf(of: OfClass, format: Format): string[] {
  return FIGURES.map((name) => (name === 'auc' ? figure(of.auc) : format.share(of[name])));
}

export interface Span {
  readonly least: number;
  readonly most: number;
}

/** From the least to the greatest of truths and answers. */
export function spanOf(pairs: readonly Answer[]): Span {
  const all = pairs.flatMap(({ truth, answer }) => [truth, answer]);
  const least = Math.min(...all);
  const most = Math.max(...all);
  return least < most ? { least, most } : { least: least - 0.5, most: least + 0.5 };
}

/** Dots of a square of 100, truths to the right and answers up. */
export function dots(pairs: readonly Answer[], { least, most }: Span): string {
  const place = (value: number) => (100 * (value - least)) / (most - least);
  return pairs
    .map(({ truth, answer }) => `M${place(truth).toFixed(2)} ${(100 - place(answer)).toFixed(2)}h0`)
    .join('');
}
