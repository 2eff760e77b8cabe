import type { RocPoint } from '../contract/types';
import { CLASS_TOKENS } from './styles';

/** Shares of the others' rows at which people read a ROC curve. */
export const READ_AT = [0.01, 0.05, 0.1, 0.2, 0.5] as const;

/** Strokes beside colours, so that the sixth class does not look like the first. */
const DASHES = ['', '5 2', '1.5 2', '6 2 1.5 2'] as const;

export interface Stroke {
  /** A custom property. */
  readonly colour: (typeof CLASS_TOKENS)[number];
  readonly dashes: string;
}

/** How the curve of a class is drawn. */
export function strokeOf(index: number): Stroke {
  return {
    colour: CLASS_TOKENS[index % CLASS_TOKENS.length],
    dashes: DASHES[Math.floor(index / CLASS_TOKENS.length) % DASHES.length],
  };
}

/** A line in a square of 100: false positives to the right, true ones up. */
export function rocPath(curve: readonly RocPoint[]): string {
  return curve
    .map(({ fpr, tpr }, at) => `${at > 0 ? 'L' : 'M'}${round(100 * fpr)} ${round(100 - 100 * tpr)}`)
    .join('');
}

/** The share of the class that is found where so many of the others are called it. */
export function foundAt(curve: readonly RocPoint[], fpr: number): number {
  const next = curve.findIndex((point) => point.fpr > fpr);
  if (next < 0) return curve.length > 0 ? curve[curve.length - 1].tpr : NaN;
  if (next === 0) return curve[0].tpr;
  const from = curve[next - 1];
  const to = curve[next];
  return from.tpr + ((to.tpr - from.tpr) * (fpr - from.fpr)) / (to.fpr - from.fpr);
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
