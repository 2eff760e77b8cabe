/** Evenly spaced marks of an axis, round in the decimal system. */
export interface Ticks {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** Marks of a logarithmic axis: decimal logarithms of round values. */
export interface LogTicks {
  readonly min: number;
  readonly max: number;
  readonly marks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];
/** Marks within a decade, the densest first. */
const IN_DECADE = [[1, 2, 5], [1, 3], [1]];
/** Decades from mark to mark, where there are too many for one each. */
const DECADES = [2, 3, 5, 10, 20, 50, 100];
const LEAST_MARKS = 2;

/** At most about `count` intervals that hold everything from `least` to `most`. */
export function linearTicks(least: number, most: number, count: number): Ticks {
  const span = most - least || Math.abs(most) || 1;
  const magnitude = 10 ** Math.floor(Math.log10(span / count));
  const steps = STEPS.map((step) => step * magnitude);
  return around(least, most, steps.find((step) => span / step <= count) ?? 10 * magnitude);
}

/**
 * At most about `count` intervals between marks at 1-2-5, 1-3-10 or decades, close around the values
 * given as decimal logarithms. Where hardly one of these lies between them, the marks are evenly
 * spaced values.
 */
export function logTicks(least: number, most: number, count: number): LogTicks {
  const margin = 0.05 * (most - least);
  const [min, max] = [least - margin, most + margin];
  const choices = [
    ...IN_DECADE.map((factors) => decadeMarks(min, max, factors)),
    ...DECADES.map((decades) => multiples(min, max, decades)),
  ];
  const marks = choices.find((each) => each.length <= count + 1) ?? [];
  return marks.length < LEAST_MARKS ? narrowTicks(least, most, count) : { min, max, marks };
}

function decadeMarks(min: number, max: number, factors: readonly number[]): number[] {
  return multiples(Math.floor(min), max, 1)
    .flatMap((decade) => factors.map((factor) => decade + Math.log10(factor)))
    .filter((mark) => mark >= min && mark <= max);
}

function multiples(min: number, max: number, interval: number): number[] {
  const first = Math.ceil(min / interval);
  const last = Math.floor(max / interval);
  const count = Math.max(0, last - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * interval);
}

function narrowTicks(least: number, most: number, count: number): LogTicks {
  const { min, max, interval } = linearTicks(10 ** least, 10 ** most, count);
  const length = Math.round((max - min) / interval) + 1;
  const marks = Array.from({ length }, (_, index) => min + index * interval)
    .filter((value) => value > 0)
    .map(Math.log10);
  return { min: Math.min(least, marks[0]), max: marks[marks.length - 1], marks };
}

function around(least: number, most: number, interval: number): Ticks {
  const min = Math.floor(least / interval + 1e-9) * interval;
  const max = Math.ceil(most / interval - 1e-9) * interval;
  return { min, max: max > min ? max : min + interval, interval };
}
