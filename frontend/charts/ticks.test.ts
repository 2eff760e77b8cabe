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

it('marks a logarithmic scale at 1-2-5, at 1-3-10 or at decades', () => {
  expect(values(logTicks(-1.5, 0, 4))).toEqual([0.05, 0.1, 0.2, 0.5, 1]);
  expect(values(logTicks(-2, 0, 4))).toEqual([0.01, 0.03, 0.1, 0.3, 1]);
  expect(values(logTicks(-0.7, 0, 4))).toEqual([0.2, 0.5, 1]);
  expect(logTicks(-6, 0, 4).marks).toEqual([-6, -4, -2, 0]);
});

it('marks round values where a logarithmic scale is narrow', () => {
  const one = logTicks(Math.log10(1.13), Math.log10(1.13), 4);
  expect(values(one)).toEqual([1, 1.5]);
  expect(values(logTicks(Math.log10(0.0412), Math.log10(0.0437), 4))).toEqual([
    0.041, 0.042, 0.043, 0.044,
  ]);
});

function values({ marks }: { readonly marks: readonly number[] }): number[] {
  return marks.map((mark) => Number((10 ** mark).toPrecision(6)));
}
