import { describe, expect, it } from 'vitest';
import type { Landscape } from '../contract/types';
import { contours } from './contours';
import { Format } from './format';
import { landscapeCsv, landscapeTable, levels, scaleOf, shapeOf, shareOf } from './landscape';

const AXIS = Array.from({ length: 21 }, (_, index) => index / 10 - 1);

/** The loss is 1 in the middle and rises with the square of the way. */
function bowl(change: Partial<Landscape> = {}): Landscape {
  return {
    step: 40,
    ofPath: false,
    x: AXIS,
    y: AXIS,
    losses: AXIS.flatMap((y) => AXIS.map((x) => 1 + x * x + y * y)),
    here: 1,
    rows: 80,
    of: 80,
    path: [{ step: 0, x: 0.5, y: -1, loss: 2.25 }],
    ...change,
  } as Landscape;
}

describe('a loss surface', () => {
  it('tells its least, its greatest and how flat it is', () => {
    const shape = shapeOf(bowl());
    expect(shape.least).toBeCloseTo(1);
    expect(shape.most).toBeCloseTo(3);
    expect(shape.rise).toBeGreaterThan(0);
    expect(shape.rise).toBeLessThan(0.25 ** 2);
    expect(shape.broken).toBe(0);
  });

  it('leaves out places that have no finite loss', () => {
    const losses = [null, ...bowl().losses.slice(1)] as Landscape['losses'];
    const shape = shapeOf(bowl({ losses }));
    expect(shape.broken).toBe(1);
    expect(shape.most).toBeCloseTo(3);
    expect(landscapeTable(bowl({ losses }), new Format('en'), (key) => key).rows[10][1]).toBe('–');
  });

  it('is scaled from 0 to 1, by factors if that is wanted and possible', () => {
    const scale = scaleOf({ least: 1, most: 100, rise: 0, broken: 0 }, true);
    expect([scale(1), scale(10), scale(100)]).toEqual([0, 0.5, 1]);
    const straight = scaleOf({ least: 0, most: 100, rise: 0, broken: 0 }, true);
    expect(straight(25)).toBe(0.25);
    expect(scaleOf({ least: 2, most: 2, rise: 0, broken: 0 }, false)(2)).toBe(0);
    expect(levels.every((level) => level > 0 && level < 1)).toBe(true);
  });

  it('knows where on it the run was', () => {
    expect(shareOf(bowl(), { x: 0.5, y: -1 })).toEqual([0.75, 0]);
  });

  it('has lines of equal height that are circles in a bowl', () => {
    const losses = bowl().losses as unknown as number[];
    const line = contours(losses, 21, 21, 1.5);
    expect(line.length).toBeGreaterThan(20);
    for (const [x, y] of line) {
      expect(Math.hypot(2 * x - 1, 2 * y - 1)).toBeCloseTo(Math.sqrt(0.5), 1);
    }
    expect(contours(losses, 21, 21, 9)).toEqual([]);
    expect(contours([NaN, 1, 0, 1], 2, 2, 0.5)).toEqual([]);
  });

  it('is a table with the greatest y first, and a file with all places and the path', () => {
    const table = landscapeTable(bowl(), new Format('en'), (key) => key);
    expect(table.header).toHaveLength(12);
    expect(table.rows[0][0]).toBe('1.00');
    expect(table.rows[5][6]).toBe('1.00');
    const lines = landscapeCsv(bowl()).trim().split(/\r?\n/u);
    expect(lines).toHaveLength(1 + 21 * 21 + 1);
    expect(lines.at(-1)).toBe('0,0.5,-1,2.25');
  });
});
