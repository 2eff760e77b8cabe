import { describe, expect, it } from 'vitest';

import { smooth, thin, visible } from './curve';

const wave = (length: number) => Float64Array.from({ length }, (_, i) => Math.sin(i / 50));
const count = (length: number) => Float64Array.from({ length }, (_, i) => i);

describe('smoothing', () => {
  it('corrects the bias of the start', () => {
    expect([...smooth(Float64Array.of(10, 20), 0.5)]).toEqual([10, expect.closeTo(50 / 3)]);
  });

  it('leaves a constant as it is', () => {
    for (const value of smooth(new Float64Array(50).fill(3), 0.9)) expect(value).toBeCloseTo(3);
  });

  it('goes on behind what is no number', () => {
    const smoothed = smooth(Float64Array.of(1, NaN, 1, Infinity, 1), 0.9);
    expect([smoothed[2], smoothed[4]]).toEqual([expect.closeTo(1), expect.closeTo(1)]);
    expect(smoothed[1]).toBeNaN();
  });
});

describe('thinning', () => {
  it('keeps what is few enough', () => {
    expect(thin(count(5), wave(5), [0, 5], 10)).toEqual([0, 1, 2, 3, 4]);
  });

  it('keeps the ends, the order and the peaks', () => {
    const values = wave(10_000);
    values[4321] = 40;
    const kept = thin(count(10_000), values, [0, 10_000], 200);
    expect(kept).toHaveLength(200);
    expect([kept[0], kept.at(-1)]).toEqual([0, 9999]);
    expect(kept).toContain(4321);
    expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
  });

  it('leaves out what is no number', () => {
    expect(thin(count(3), Float64Array.of(1, NaN, 2), [0, 3], 10)).toEqual([0, 2]);
  });
});

describe('the visible range', () => {
  it('has one more point each side', () => {
    expect(visible(Float64Array.of(0, 10, 20, 30, 40), 15, 25)).toEqual([1, 4]);
  });

  it('never leaves the curve', () => {
    expect(visible(Float64Array.of(0, 10), -5, 100)).toEqual([0, 2]);
    expect(visible(Float64Array.of(0, 10), 50, 60)).toEqual([0, 2]);
    expect(visible(new Float64Array(0), 0, 1)).toEqual([0, 0]);
  });
});
