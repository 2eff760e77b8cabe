import { expect, it } from 'vitest';

import { selected, shifted, zoomed } from './zoom';

it('zooms in around the step that was pointed at', () => {
  expect(zoomed(undefined, 100, 0.5, 50)).toEqual([25, 75]);
  expect(zoomed([20, 60], 100, 0.5, 20)).toEqual([20, 40]);
});

it('zooms out to everything and no further', () => {
  expect(zoomed([25, 75], 100, 1.5, 50)).toEqual([12.5, 87.5]);
  expect(zoomed([25, 75], 100, 4, 50)).toBeUndefined();
});

it('stops zooming in at a hundredth', () => {
  expect(zoomed([50, 51], 100, 0.5, 50)).toEqual([50, 51]);
});

it('moves to earlier and later steps and stops at the ends', () => {
  expect(shifted([40, 60], 100, -0.5)).toEqual([30, 50]);
  expect(shifted([40, 60], 100, 0.5)).toEqual([50, 70]);
  expect(shifted([5, 25], 100, -0.5)).toEqual([0, 20]);
  expect(shifted([75, 95], 100, 0.5)).toEqual([80, 100]);
  expect(shifted(undefined, 100, 0.5)).toBeUndefined();
});

it('selects from left to right and from right to left', () => {
  expect(selected(undefined, 100, 10, 40)).toEqual([10, 40]);
  expect(selected(undefined, 100, 40, 10)).toEqual([10, 40]);
  expect(selected([0, 50], 100, 10, 10.1)).toEqual([0, 50]);
});
