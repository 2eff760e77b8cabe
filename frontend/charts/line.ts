import type { Answer } from '../contract/types';
import type { Span } from './assessment';

/** An answer to data that have one input alone. */
export interface Over extends Answer {
  readonly input: number;
}

/** The answers, from the least input to the greatest; none where inputs are several. */
export function over(pairs: readonly Answer[]): readonly Over[] {
  const all = pairs.filter((pair): pair is Over => pair.input != null);
  return all.length === pairs.length ? all.toSorted((a, b) => a.input - b.input) : [];
}

export interface Window {
  readonly across: Span;
  readonly up: Span;
}

/** Where the true values are, with a margin: it stays as it is while the line moves. */
export function windowOf(pairs: readonly Over[]): Window {
  return {
    across: roomy(pairs.map(({ input }) => input)),
    up: roomy(pairs.map(({ truth }) => truth)),
  };
}

function roomy(values: readonly number[]): Span {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const margin = least < most ? (most - least) / 20 : 0.5;
  return { least: least - margin, most: most + margin };
}

/** Paths in a square of 100: true values, the line through the answers, and what lies between. */
export function paths(
  pairs: readonly Over[],
  { across, up }: Window,
): { readonly dots: string; readonly line: string; readonly residuals: string } {
  const x = ({ input }: Over) => place(input, across).toFixed(2);
  const y = (value: number) => (100 - place(value, up)).toFixed(2);
  return {
    dots: pairs.map((pair) => `M${x(pair)} ${y(pair.truth)}h0`).join(''),
    line: pairs.map((pair, at) => `${at > 0 ? 'L' : 'M'}${x(pair)} ${y(pair.answer)}`).join(''),
    residuals: pairs.map((pair) => `M${x(pair)} ${y(pair.truth)}V${y(pair.answer)}`).join(''),
  };
}

function place(value: number, { least, most }: Span): number {
  return (100 * (value - least)) / (most - least);
}
