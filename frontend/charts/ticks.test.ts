import { expect, it } from 'vitest';

import { linearTicks, logTicks } from './ticks';

it('finds round marks that hold all values', () => {
  expect(linearTicks(0, 1.13, 4)).toEqual({ min: 0, max: 1.5, interval: 0.5 });
  expect(linearTicks(0.31, 0.98, 4)).toEqual({ min: 0.2, max: 1, interval: 0.2 });
});

it('finds marks for a single value', () => {
  const { min, max } = linearTicks(5, 5, 4);
  expect(min).toBeLessThanOrEqual(5);
  expect(max).toBeGreaterThan(min);
});

it('marks a logarithmic scale at even parts of a decade or at decades', () => {
  expect(logTicks(-1.5, 0, 4).interval).toBe(0.5);
  expect(logTicks(-6, 0, 4).interval).toBe(2);
});
