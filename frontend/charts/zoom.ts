/** First and last step that a chart shows; undefined is all. */
export type Window = readonly [number, number];

const LEAST_SHARE = 0.01;

/** The window grown (factor above 1) or shrunk around a step; undefined when it holds everything. */
export function zoomed(
  window: Window | undefined,
  last: number,
  factor: number,
  around: number,
): Window | undefined {
  const [from, to] = window ?? [0, last];
  const low = Math.max(0, around - factor * (around - from));
  const high = Math.min(last, around + factor * (to - around));
  if (high - low >= last) return undefined;
  return wideEnough(low, high, last) ? [low, high] : window;
}

/** The window moved by a share of its width, as far as there are steps. */
export function shifted(
  window: Window | undefined,
  last: number,
  share: number,
): Window | undefined {
  if (!window) return undefined;
  const [from, to] = window;
  const by = Math.min(last - to, Math.max(-from, share * (to - from)));
  return [from + by, to + by];
}

/** The window between two steps in any order; what it was before when they lie too close. */
export function selected(
  window: Window | undefined,
  last: number,
  one: number,
  other: number,
): Window | undefined {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return wideEnough(low, high, last) ? [low, high] : window;
}

function wideEnough(low: number, high: number, last: number): boolean {
  return high - low >= LEAST_SHARE * last;
}
