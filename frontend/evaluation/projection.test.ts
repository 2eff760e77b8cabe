import { describe, expect, it } from 'vitest';

import { shapeOf } from './markers';
import {
  agreement,
  aligned,
  evenly,
  fitted,
  nearest,
  perplexityFor,
  toward,
  type Layout,
  type Method,
} from './projection';
import { project } from './projector';

/** Rows that lie in a plane of a wider space: twice as far along its first direction. */
function inPlane(rows: number, width: number): { values: Float32Array; at: number[][] } {
  const at = Array.from({ length: rows }, (_, i) => [4 * Math.sin(1.7 * i), 2 * Math.cos(2.9 * i)]);
  const values = new Float32Array(rows * width);
  at.forEach(([a, b], row) => {
    // Two directions of length 1 at a right angle.
    values[row * width] = 0.6 * a + 5;
    values[row * width + 1] = 0.8 * a;
    values[row * width + 2] = b;
  });
  return { values, at };
}

function last(values: Float32Array, rows: number, method: Method): Layout {
  return [...project(values, rows, { method, perplexity: 30, iterations: 400 })].at(-1)!;
}

const distance = (x: number, y: number) => Math.hypot(x, y);

describe('projections', () => {
  it.each([3, 40])('keep the distances of a plane by principal components, %i wide', (width) => {
    const rows = 20;
    const { values, at } = inPlane(rows, width);
    const { places, kept } = last(values, rows, 'pca');
    for (let one = 0; one < rows; one++) {
      for (let other = 0; other < one; other++) {
        expect(
          distance(
            places[2 * one] - places[2 * other],
            places[2 * one + 1] - places[2 * other + 1],
          ),
        ).toBeCloseTo(distance(at[one][0] - at[other][0], at[one][1] - at[other][1]), 2);
      }
    }
    const variance = (axis: number) =>
      places.reduce((sum, value, i) => sum + (i % 2 === axis ? value * value : 0), 0);
    expect(variance(0)).toBeGreaterThan(variance(1));
    expect(kept![0] + kept![1]).toBeCloseTo(1, 3);
    expect(kept![0] / kept![1]).toBeCloseTo(variance(0) / variance(1), 3);
  });

  it('keep groups together by t-SNE, at the same places each time', () => {
    const rows = 45;
    const classes = Array.from({ length: rows }, (_, i) => i % 3);
    const values = Float32Array.from({ length: rows * 5 }, (_, at) => {
      const row = Math.floor(at / 5);
      return (at % 5 === classes[row] ? 10 : 0) + Math.sin(at * 12.9898);
    });
    const { places } = last(values, rows, 'tsne');
    expect(agreement(places, classes)).toBe(1);
    expect(last(values, rows, 'tsne').places).toEqual(places);
    expect([...places].every(Number.isFinite)).toBe(true);
  });

  it('change little by t-SNE when the outputs do', () => {
    const rows = 40;
    const values = Float32Array.from({ length: rows * 4 }, (_, at) => {
      const row = Math.floor(at / 4);
      return (row % 4 === at % 4 ? 8 : 0) + Math.sin(at * 12.9898);
    });
    const one = fitted(last(values, rows, 'tsne').places, 1, 1);
    const other = fitted(
      last(
        values.map((v, at) => v + 0.01 * Math.sin(at)),
        rows,
        'tsne',
      ).places,
      1,
      1,
    );
    const far = Array.from({ length: rows }, (_, row) =>
      distance(one[2 * row] - other[2 * row], one[2 * row + 1] - other[2 * row + 1]),
    );
    expect(far.reduce((sum, each) => sum + each, 0) / rows).toBeLessThan(0.15);
  });

  it('fit into a sheet, and have a nearest place', () => {
    const places = fitted(Float32Array.from([0, 0, 10, 0, 5, 5]), 1, 1);
    const rounded = (all: Float32Array) => [...all].map((value) => Number(value.toFixed(2)));
    expect(rounded(places)).toEqual([0, 0.75, 1, 0.75, 0.5, 0.25]);
    expect(nearest(places, 0.98, 0.74, 0.1)).toBe(1);
    expect(nearest(places, 0.5, 0.9, 0.1)).toBe(-1);
    const wide = fitted(Float32Array.from([0, 0, 10, 0, 5, 5]), 40, 10, 0.1);
    expect(rounded(wide)).toEqual([12, 9, 28, 9, 20, 1]);
    expect([...fitted(Float32Array.from([3, 3, 3, 3]), 2, 2)]).toEqual([1, 1, 1, 1]);
    expect([...fitted(Float32Array.from([3, 0, 3, 4]), 2, 2)]).toEqual([1, 2, 1, 0]);
  });

  it('know how many neighbours are of one class', () => {
    const places = Float32Array.from([0, 0, 0, 1, 5, 5, 5, 6]);
    expect(agreement(places, [0, 0, 1, 1])).toBe(1);
    expect(agreement(places, [0, 1, 1, 1])).toBe(0.5);
  });

  it('tell classes apart by shapes and not by colours alone', () => {
    const looks = Array.from({ length: 20 }, (_, label) => `${label % 5} ${shapeOf(label)}`);
    expect(new Set(looks).size).toBe(20);
  });

  it('say how far they are, and come to an end with one unit or with outputs all alike', () => {
    const dones = [...project(new Float32Array(12), 6, wish(25))].map(({ done }) => done);
    expect(dones).toEqual([0.4, 0.8, 1]);
    const line = Float32Array.from([1, 2, 3, 4, 5, 60]);
    for (const values of [line, new Float32Array(12)]) {
      for (const method of ['pca', 'tsne'] as const) {
        expect([...last(values, 6, method).places].every(Number.isFinite)).toBe(true);
      }
    }
    expect([...last(line, 6, 'pca').places].filter((_, at) => at % 2 === 1)).toEqual(
      Array(6).fill(0),
    );
  });

  it('stay where they were as well as can be', () => {
    const before = Float32Array.from([0, 0, 3, 0, 0, 1, -3, -1]);
    const [sin, cos] = [Math.sin(2), Math.cos(2)];
    const turned = before.map((value, at) =>
      at % 2 === 0 ? cos * value + sin * before[at + 1] : sin * before[at - 1] - cos * value,
    );
    aligned(turned, before, false).forEach((v, at) => expect(v).toBeCloseTo(before[at], 5));
    const mirrored = before.map((value, at) => (at % 2 === 0 ? -value : value));
    expect([...aligned(mirrored, before, true)]).toEqual([...before]);
    expect(aligned(turned, before.subarray(2), false)).toBe(turned);
  });

  it('are gone through in a direction', () => {
    const places = Float32Array.from([0, 0, 1, 0.1, 5, 0, 0.9, 3, -1, 0]);
    expect(toward(places, 0, [1, 0])).toBe(1);
    expect(toward(places, 0, [1, 0], (row) => row !== 1)).toBe(2);
    expect(toward(places, 0, [0, 1])).toBe(3);
    expect(toward(places, 0, [-1, 0])).toBe(4);
    expect(toward(places, 2, [1, 0])).toBe(-1);
  });

  it('are of some rows evenly, with no more neighbours than there are', () => {
    expect(evenly(3, 10)).toEqual([0, 3, 6]);
    expect(evenly(5, 2)).toEqual([0, 1]);
    expect(perplexityFor(1000, 30)).toBe(30);
    expect(perplexityFor(31, 30)).toBe(10);
  });
});

function wish(iterations: number) {
  return { method: 'tsne', perplexity: 30, iterations } as const;
}
