/** A cell to be typed: a number, or one of some words. */
export interface OwnField {
  readonly name: string;
  /** The words; empty for a number. */
  readonly options: readonly string[];
  /** What stands there at first. */
  readonly usual: string;
}

/** As the server reads numbers: `-12`, `+.5`, `1e-3`; at most 1e15. */
export function isNumber(text: string): boolean {
  return (
    /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) && Math.abs(Number(text)) <= 1e15
  );
}

/** More bars than these nobody reads: then the likeliest are shown. */
export const MOST_BARS = 12;

export interface Bar {
  readonly index: number;
  readonly score: number;
  readonly best: boolean;
}

/** The classes in their order; the likeliest first where there are many. */
export function barsOf(scores: readonly number[]): readonly Bar[] {
  const best = scores.indexOf(Math.max(...scores));
  const all = scores.map((score, index) => ({ index, score, best: index === best }));
  return all.length <= MOST_BARS
    ? all
    : all.toSorted((a, b) => b.score - a.score || a.index - b.index).slice(0, MOST_BARS);
}
