import { describe, expect, it } from 'vitest';

import { MetricHistory } from '../stream/history';
import { curves, isFarOff, tickLabel, yTicks, type Look } from './loss-options';

const LOOK: Look = {
  figure: 'loss',
  log: false,
  smoothing: 0,
  window: undefined,
  most: 100,
  height: 150,
  scale: 1,
};

function history(losses: number[], testLoss = 2): MetricHistory {
  const result = new MetricHistory();
  const points = losses.map((trainLoss, index) => ({
    step: 10 * index,
    epoch: index,
    trainLoss,
    testLoss,
    trainAccuracy: 0.4 + 0.01 * index,
    testAccuracy: NaN,
    learningRate: 0.1,
  }));
  result.add(0, points);
  return result;
}

describe('the curves', () => {
  it('are one line a part without smoothing, and two with it', () => {
    const plain = curves(history([3, 2, 1]), LOOK);
    expect(plain.smoothed.train).toEqual([
      [0, 3],
      [10, 2],
      [20, 1],
    ]);
    expect(plain.raw.train).toEqual([]);
    expect(curves(history([3, 2, 1]), { ...LOOK, smoothing: 0.5 }).raw.train).toHaveLength(3);
  });

  it('leave out zero on a logarithmic scale', () => {
    const drawn = curves(history([100, 0, 1]), { ...LOOK, log: true });
    expect(drawn.smoothed.train).toEqual([
      [0, 2],
      [20, 0],
    ]);
  });

  it('leave out a part that is not there', () => {
    expect(curves(history([1, 2], NaN), LOOK).smoothed.test).toEqual([]);
  });

  it('have no more points than pixels', () => {
    const long = history(Array.from({ length: 5000 }, (_, i) => Math.exp(-i / 900)));
    expect(curves(long, LOOK).smoothed.train).toHaveLength(100);
  });
});

describe('the scale', () => {
  it('of a loss begins at zero', () => {
    expect(yTicks(curves(history([1.2, 0.9]), LOOK), LOOK).min).toBe(0);
  });

  it('of an accuracy always goes from none to all', () => {
    const look: Look = { ...LOOK, figure: 'accuracy' };
    const whole = { min: 0, max: 1, interval: 0.25 };
    expect(yTicks(curves(history([1]), look), look)).toEqual(whole);
    expect(yTicks(curves(history(Array<number>(61).fill(1)), look), look)).toEqual(whole);
  });

  it('fits what is seen of the curve', () => {
    const look: Look = { ...LOOK, window: [20, 40] };
    const drawn = curves(history([900, 90, 1, 0.9, 0.8], 1), look);
    expect(yTicks(drawn, look).max).toBeLessThan(2);
  });

  it('is there before the first point', () => {
    expect(yTicks(curves(new MetricHistory(), LOOK), LOOK).max).toBe(1);
  });

  it('of the steps has room before training', () => {
    expect(curves(history([1]), LOOK).window).toEqual([0, 10]);
  });
});

describe('losses without end', () => {
  it('are marked at their step and left out of the curve', () => {
    const drawn = curves(history([1, 2, Infinity]), LOOK);
    expect(drawn.diverged).toBe(20);
    expect(drawn.smoothed.train).toHaveLength(2);
    expect(curves(history([1, 2, 3]), LOOK).diverged).toBeUndefined();
  });

  it('are far off when the newest all are', () => {
    expect(isFarOff(history([1, 400, 244, 300, 280, 390]))).toBe(true);
    expect(isFarOff(history([1, 400, 244, 2, 280, 390]))).toBe(false);
    expect(isFarOff(history([1, 400]))).toBe(false);
  });
});

it('labels the marks shortly', () => {
  expect(tickLabel(0.5, LOOK)).toBe('0.5');
  expect(tickLabel(-1, { ...LOOK, log: true })).toBe('0.1');
  expect(tickLabel(Math.log10(3e-5), { ...LOOK, log: true })).toBe('3e-5');
  expect(tickLabel(0.75, { ...LOOK, figure: 'accuracy' })).toBe('75%');
});
