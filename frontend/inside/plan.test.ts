import { describe, expect, it } from 'vitest';
import type { InsideFrame } from '../stream/inside';
import { Filters, Links, Matrix } from './layout';
import { formsOf, mostOf, movedBy, nameOf, placeOf, strideOf, valueAt, type Field } from './plan';

function frame(shape: readonly number[], rows: number[], columns: number[]): InsideFrame {
  const nothing = { channels: 0, height: 0, width: 0, pictures: [] };
  return {
    type: 'inside',
    at: { attempt: 0, epoch: 0, step: 0 },
    example: { number: 0, of: 0, test: false, label: -1, answer: -1 },
    layers: [{ node: 'hidden', name: 'weight', from: 'in', bias: 'bias', shape }],
    chosen: 0,
    window: {
      rows,
      columns,
      values: Float32Array.from(rows.flatMap((r) => columns.map((c) => r - c))),
      biases: Float32Array.from(rows),
    },
    overview: { height: 0, width: 0, most: 0, values: new Uint8Array() },
    input: nothing,
    maps: nothing,
  };
}

describe('Numbers of a layer', () => {
  it('are called as PyTorch counts them and found where the server has them', () => {
    const matrix = frame([100, 30], [0, 6, 12], [1, 3]);
    expect(nameOf(matrix, { row: 1, column: 1 })).toBe('weight[6, 3]');
    expect(placeOf(matrix, { row: 1, column: 1 })).toEqual({
      node: 'hidden',
      name: 'weight',
      index: 183,
    });
    expect(nameOf(matrix, { row: 2, column: 'bias' })).toBe('bias[12]');
    expect(placeOf(matrix, { row: 2, column: 'bias' }).index).toBe(12);
    const filters = frame([6, 4, 3, 3], [0, 5], [18, 19, 20, 21, 22, 23, 24, 25, 26]);
    expect(nameOf(filters, { row: 1, column: 5 })).toBe('weight[5, 2, 1, 2]');
    expect(placeOf(filters, { row: 1, column: 5 }).index).toBe(5 * 36 + 23);
  });

  it('have a form that suits their shape', () => {
    const of = (...shape: number[]) => formsOf({ ...frame([1], [], []).layers[0], shape })[0];
    expect([
      of(8, 2),
      of(100, 2),
      of(300, 784),
      of(6, 1, 5, 5),
      of(16, 3, 7),
      of(16),
      of(),
    ]).toEqual(['links', 'links', 'matrix', 'filters', 'filters', 'matrix', 'none']);
  });

  it('are gone through without a gap, however few filters are shown at once', () => {
    const { window } = frame([100, 4, 28, 28], [41, 42, 43], []);
    expect(strideOf('filters', window)).toBe(3);
    expect(strideOf('matrix', window)).toBe(32);
  });

  it('that are none do not hide the others', () => {
    const { window } = frame([2, 2], [0, 1], [0, 1]);
    expect(mostOf({ ...window, values: Float32Array.of(NaN, -3, Infinity) })).toBe(3);
    expect(mostOf({ ...window, values: Float32Array.of(0, 0), biases: new Float32Array() })).toBe(
      1,
    );
    expect(valueAt(window, { row: 1, column: 'bias' })).toBe(1);
    expect(valueAt(window, { row: 1, column: 0 })).toBe(1);
    expect(valueAt(window, { row: 1, column: 2 })).toBeUndefined();
  });
});

describe('Keys', () => {
  const matrix: Field = { rows: 3, first: 0, columns: 2, biased: true, line: 0 };
  const filters: Field = { rows: 2, first: 9, columns: 9, biased: false, line: 3 };

  it('move among the links and end at the biases', () => {
    expect(movedBy('right', { row: 0, column: 1 }, matrix)).toEqual({
      row: 0,
      column: 'bias',
    });
    expect(movedBy('right', { row: 0, column: 'bias' }, matrix)).toEqual({
      row: 0,
      column: 'bias',
    });
    expect(movedBy('left', { row: 0, column: 'bias' }, matrix)).toEqual({ row: 0, column: 1 });
    expect(movedBy('down', { row: 2, column: 0 }, matrix)).toEqual({ row: 2, column: 0 });
    expect(movedBy('before', { row: 2, column: 0 }, matrix)).toEqual({ row: 0, column: 0 });
  });

  it('move within a filter by its lines, and page through the filters', () => {
    expect(movedBy('down', { row: 0, column: 10 }, filters)).toEqual({ row: 0, column: 13 });
    expect(movedBy('after', { row: 0, column: 10 }, filters)).toEqual({ row: 1, column: 10 });
    expect(movedBy('first', { row: 0, column: 13 }, filters)).toEqual({ row: 0, column: 9 });
    expect(movedBy('last', { row: 0, column: 13 }, filters)).toEqual({ row: 0, column: 17 });
  });
});

describe('Under the pointer', () => {
  const { window } = frame([3, 2], [0, 1, 2], [0, 1]);

  it('lies the nearest link, or a bias', () => {
    const links = new Links(window, 400);
    for (const spot of [
      { row: 0, column: 0 },
      { row: 2, column: 1 },
    ]) {
      const [from, to] = links.ends(spot);
      const near = { x: from.x + 0.1 * (to.x - from.x), y: from.y + 0.1 * (to.y - from.y) };
      expect(links.spotAt(near.x, near.y)).toEqual(spot);
    }
    const bias = links.bias(1);
    expect(links.spotAt(bias.x, bias.y)).toEqual({ row: 1, column: 'bias' });
    expect(links.spotAt(1, 1)).toBeUndefined();
  });

  it('lies a cell', () => {
    const matrix = new Matrix(window, 400);
    const { cell } = matrix;
    expect(matrix.spotAt(1.5 * cell, 2.5 * cell)).toEqual({ row: 2, column: 1 });
    expect(matrix.spotAt(2 * cell + 4, 1)).toBeUndefined();
    expect(matrix.spotAt(matrix.width - 1, 1)).toEqual({ row: 0, column: 'bias' });
    expect(matrix.spotAt(1, matrix.height + 1)).toBeUndefined();
  });

  it('lies a number of a filter', () => {
    const three = frame([5, 3, 2, 2], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const filters = new Filters(three.window, [2, 2], 4, 200);
    expect(filters.tiles.across).toBe(3);
    const corner = filters.tiles.corner(4);
    expect(filters.spotAt(corner.x + 1, corner.y + 1)).toEqual({ row: 4, column: 4 });
    const { scale } = filters.tiles;
    expect(filters.spotAt(corner.x + 1.5 * scale, corner.y + 1.5 * scale)).toEqual({
      row: 4,
      column: 7,
    });
    const dot = filters.dot(1);
    expect(filters.spotAt(dot.x, dot.y)).toEqual({ row: 1, column: 'bias' });
  });
});
