import { describe, expect, it } from 'vitest';

import { foundAt, rocPath, strokeOf } from './roc';

const CURVE = [
  { fpr: 0, tpr: 0 },
  { fpr: 0, tpr: 0.5 },
  { fpr: 0.5, tpr: 0.75 },
  { fpr: 1, tpr: 1 },
];

describe('a ROC curve', () => {
  it('goes to the right with wrong calls and up with right ones', () => {
    expect(rocPath(CURVE)).toBe('M0 100L0 50L50 25L100 0');
  });

  it('is read at a share of wrong calls, between its points too', () => {
    expect(foundAt(CURVE, 0)).toBe(0.5);
    expect(foundAt(CURVE, 0.25)).toBe(0.625);
    expect(foundAt(CURVE, 1)).toBe(1);
    expect(foundAt([], 0.5)).toBeNaN();
  });

  it('is told apart by its strokes where colours come again', () => {
    const strokes = Array.from({ length: 20 }, (_, index) => JSON.stringify(strokeOf(index)));
    expect(new Set(strokes).size).toBe(20);
  });
});
