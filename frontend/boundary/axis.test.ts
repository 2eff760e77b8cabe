import { expect, it } from 'vitest';

import { marks, tickLabels } from './axis';

it('marks round values away from the edges', () => {
  expect(marks(-1.1, 1.1)).toEqual([-1, 0, 1]);
  expect(marks(0, 1)).toEqual([0.5]);
  expect(marks(-6, 6)).toEqual([-5, 0, 5]);
});

it('labels both edges and leaves the corner to one of them', () => {
  const labels = tickLabels({ xMin: -1.1, xMax: 1.1, yMin: -1.1, yMax: 1.1 });
  expect(labels.map((label) => label.className + label.textContent)).toEqual([
    'x−1',
    'x0',
    'x1',
    'y0',
    'y1',
  ]);
});
