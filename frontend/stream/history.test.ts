import { describe, expect, it } from 'vitest';

import type { MetricPoint } from './frames';
import { MetricHistory } from './history';

export function point(step: number, trainLoss = 1): MetricPoint {
  return {
    step,
    epoch: step / 10,
    trainLoss,
    testLoss: NaN,
    trainAccuracy: 0.5,
    testAccuracy: NaN,
    learningRate: 0.1,
  };
}

function steps(history: MetricHistory): number[] {
  return [...history.column('step')];
}

describe('MetricHistory', () => {
  it('keeps every point through all its growing', () => {
    const history = new MetricHistory();
    for (let i = 0; i < 3000; i += 3) {
      expect(history.add(i, [point(i), point(i + 1), point(i + 2)])).toBe(true);
    }
    expect(steps(history)).toEqual(Array.from({ length: 3000 }, (_, i) => i));
    expect(history.last).toEqual(point(2999));
  });

  it('drops points that it has already', () => {
    const history = new MetricHistory();
    history.add(0, [point(0), point(10)]);
    history.add(1, [point(10), point(20)]);
    history.add(0, [point(0)]);
    expect(steps(history)).toEqual([0, 10, 20]);
  });

  it('refuses points beyond a gap', () => {
    const history = new MetricHistory();
    history.add(0, [point(0)]);
    expect(history.add(2, [point(20)])).toBe(false);
    expect(steps(history)).toEqual([0]);
  });

  it('finds the point whose step is nearest', () => {
    const history = new MetricHistory();
    expect(history.nearest(5)).toBe(-1);
    history.add(0, [point(0), point(10), point(30)]);
    expect([-5, 4, 6, 19, 21, 99].map((step) => history.nearest(step))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('is empty after clearing and takes points from the first on', () => {
    const history = new MetricHistory();
    history.add(0, [point(0), point(10)]);
    history.clear();
    expect(history.last).toBeUndefined();
    expect(history.add(0, [point(7)])).toBe(true);
    expect(steps(history)).toEqual([7]);
  });
});
