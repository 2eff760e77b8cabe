/** Evenly spaced marks of an axis, round in the decimal system. */
export interface Ticks {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

const STEPS = [1, 2, 2.5, 5, 10];
const LOG_STEPS = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20, 50, 100];

/** At most about `count` intervals that hold everything from `least` to `most`. */
export function linearTicks(least: number, most: number, count: number): Ticks {
  const span = most - least || Math.abs(most) || 1;
  const magnitude = 10 ** Math.floor(Math.log10(span / count));
  const steps = STEPS.map((step) => step * magnitude);
  return around(least, most, steps.find((step) => span / step <= count) ?? 10 * magnitude);
}

/**
 * The same for decimal logarithms, in whole or even parts of a decade, and close around the values:
 * the marks lie at multiples of the interval, not at the ends.
 */
export function logTicks(least: number, most: number, count: number): Ticks {
  const span = Math.max(most - least, 0.02);
  const interval = LOG_STEPS.find((step) => span / step <= count) ?? 100;
  return { min: least - 0.05 * span, max: most + 0.05 * span, interval };
}

function around(least: number, most: number, interval: number): Ticks {
  const min = Math.floor(least / interval + 1e-9) * interval;
  const max = Math.ceil(most / interval - 1e-9) * interval;
  return { min, max: max > min ? max : min + interval, interval };
}
