import { describe, expect, it } from 'vitest';

import { over, paths, windowOf } from './line';

const pairs = [
  { input: 1, truth: 20, answer: 10 },
  { input: 0, truth: 0, answer: 5 },
];

describe('line', () => {
  it('goes from the least input to the greatest', () => {
    expect(over(pairs).map(({ input }) => input)).toEqual([0, 1]);
  });

  it('is none where there are several inputs', () => {
    expect(over([{ truth: 1, answer: 2 }])).toEqual([]);
    expect(over([{ truth: 1, answer: 2, input: null as unknown as undefined }])).toEqual([]);
  });

  it('is seen in a window that its own moves do not change', () => {
    const still = windowOf(over(pairs));
    const moved = windowOf(over(pairs.map((pair) => ({ ...pair, answer: pair.answer + 1000 }))));
    expect(moved).toEqual(still);
    expect(still.up).toEqual({ least: -1, most: 21 });
  });

  it('has a residual from every true value to its answer', () => {
    const window = { across: { least: 0, most: 1 }, up: { least: 0, most: 20 } };
    const { dots, line, residuals } = paths(over(pairs), window);
    expect(dots).toBe('M0.00 100.00h0M100.00 0.00h0');
    expect(line).toBe('M0.00 75.00L100.00 50.00');
    expect(residuals).toBe('M0.00 100.00V75.00M100.00 0.00V50.00');
  });
});
