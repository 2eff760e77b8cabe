import { describe, expect, it } from 'vitest';
import { cellOf, facets, FIRST_POSE, heightAt, projection, turned, type Relief } from './relief';

const slope: Relief = {
  columns: 3,
  rows: 3,
  heights: Float64Array.of(0, 0.5, 1, 0, 0.5, 1, 0, 0.5, 1),
  colours: [],
};

describe('a relief', () => {
  it('is seen from above as a map', () => {
    const project = projection({ turn: 0, tilt: Math.PI / 2, zoom: 1 }, 200, 200);
    const [x, y] = project(0.5, 0.5, 0.9);
    expect(x).toBeCloseTo(100);
    expect(y).toBeCloseTo(100);
    expect(project(1, 0.5, 0)[0]).toBeGreaterThan(100);
    expect(project(0.5, 1, 0)[1]).toBeLessThan(100);
  });

  it('stays within its picture however it is turned', () => {
    for (let turn = 0; turn < 6.3; turn += 0.3) {
      for (const tilt of [0.12, 0.6, 1.5]) {
        const project = projection({ turn, tilt, zoom: 1 }, 300, 160);
        for (const corner of [0, 1, 2, 3, 4, 5, 6, 7]) {
          const [x, y] = project(corner & 1, (corner >> 1) & 1, corner >> 2);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(300);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(160);
        }
      }
    }
  });

  it.each([0.3, 1.8, 3.4, 5.2])('paints from the back to the front, turned by %f', (turn) => {
    const pose = { turn, tilt: 0.6, zoom: 1 };
    const seen = facets(slope, pose, projection(pose, 200, 200));
    const awayOf = (cell: number) => {
      const [x, y] = [(cell % 3) + 0.5, Math.floor(cell / 3) + 0.5];
      return x * Math.sin(turn) + y * Math.cos(turn);
    };
    expect(seen).toHaveLength(4);
    expect(awayOf(seen[0].cell)).toBeGreaterThan(awayOf(seen[3].cell));
    const order = seen.map(({ cell }) => cell);
    for (const [one, other] of [
      [0, 1],
      [0, 3],
      [1, 4],
      [3, 4],
    ]) {
      const first = order.indexOf(one) < order.indexOf(other);
      expect(first).toBe(awayOf(one) > awayOf(other));
    }
  });

  it('has holes where there are no heights', () => {
    const torn = { ...slope, heights: Float64Array.from(slope.heights) };
    torn.heights[0] = NaN;
    expect(facets(torn, FIRST_POSE, projection(FIRST_POSE, 9, 9))).toHaveLength(3);
  });

  it('knows its height and its cell anywhere', () => {
    expect(heightAt(slope, 0.25, 0.9)).toBeCloseTo(0.25);
    expect(heightAt(slope, 1, 1)).toBeCloseTo(1);
    expect(heightAt(slope, 7, -7)).toBeCloseTo(1);
    expect(cellOf(slope, 0.9, 0.1)).toBe(1);
    expect(cellOf(slope, 1, 1)).toBe(4);
  });

  it('is turned round and round, but neither below the ground nor over its head', () => {
    const low = turned(FIRST_POSE, { tilt: -9 });
    expect(low.tilt).toBeGreaterThan(0);
    expect(turned(FIRST_POSE, { tilt: 9 }).tilt).toBeLessThan(Math.PI / 2);
    expect(turned(FIRST_POSE, { zoom: 100 }).zoom).toBe(3);
  });
});
