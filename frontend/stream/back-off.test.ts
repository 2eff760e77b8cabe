import { expect, it } from 'vitest';

import { backOff } from './back-off';

it('waits longer after each failure, up to ten seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map((failures) => backOff(failures, 1))).toEqual([
    500, 1000, 2000, 4000, 8000, 10_000, 10_000,
  ]);
});

it('spreads the attempts over half of the time', () => {
  expect(backOff(2, 0)).toBe(500);
  expect(backOff(2, 0.5)).toBe(750);
});
