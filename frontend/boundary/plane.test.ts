import { describe, expect, it } from 'vitest';

import type { BoundaryFrame, PointsFrame } from '../stream/frames';
import {
  classCount,
  inputsAt,
  placeOf,
  pointsOf,
  sameScale,
  scoresAt,
  unpacked,
  valueRange,
} from './plane';

const EXTENT = { xMin: -2, xMax: 2, yMin: 0, yMax: 1 };
const AT = { attempt: 0, epoch: 0, step: 0 };

const FRAME: BoundaryFrame = {
  type: 'boundary',
  at: AT,
  task: 'classes',
  channels: 2,
  width: 2,
  height: 2,
  extent: EXTENT,
  valueMin: 0,
  valueMax: 1,
  values: Uint8Array.from([255, 0, 255, 0, 0, 255, 0, 255]),
};

describe('places', () => {
  it('go from the left and from the top', () => {
    expect(placeOf(EXTENT, -2, 1)).toEqual({ u: 0, v: 0 });
    expect(placeOf(EXTENT, 1, 0.25)).toEqual({ u: 0.75, v: 0.75 });
  });

  it('lead back to the inputs', () => {
    const { x, y } = inputsAt(EXTENT, placeOf(EXTENT, 0.3, 0.7));
    expect([x, y]).toEqual([expect.closeTo(0.3), expect.closeTo(0.7)]);
  });
});

describe('scores', () => {
  it('are those of a cell in its middle and mixed between two', () => {
    expect(scoresAt(FRAME, { u: 0.25, v: 0.25 })).toEqual([1, 0]);
    expect(scoresAt(FRAME, { u: 0.5, v: 0.5 })).toEqual([0.5, 0.5]);
  });

  it('go on to the edges', () => {
    expect(scoresAt(FRAME, { u: 1, v: 1 })).toEqual([0, 1]);
  });

  it('of a regression are its value', () => {
    const values = Uint8Array.from([0, 255, 0, 255]);
    const frame: BoundaryFrame = {
      ...FRAME,
      task: 'regression',
      channels: 1,
      valueMin: -3,
      valueMax: 5,
      values,
    };
    expect(scoresAt(frame, { u: 0.5, v: 0.5 })).toEqual([1]);
  });
});

it('tells frames of another scale apart', () => {
  const newer = { ...FRAME, values: new Uint8Array(8) };
  expect(sameScale(FRAME, newer)).toBe(true);
  expect(sameScale(FRAME, { ...FRAME, valueMax: 2 })).toBe(false);
  expect(sameScale(FRAME, { ...FRAME, extent: { ...EXTENT, yMax: 2 } })).toBe(false);
});

describe('points', () => {
  const frame: PointsFrame = {
    type: 'points',
    at: AT,
    task: 'classes',
    train: 1,
    test: 1,
    extent: EXTENT,
    points: Float32Array.from([0.5, 1, 2, -1, 0.25, 0]),
  };

  it('come in two parts', () => {
    expect(pointsOf(frame).points).toEqual([
      { x: 0.5, y: 1, value: 2, test: false },
      { x: -1, y: 0.25, value: 0, test: true },
    ]);
  });

  it('are given to the page as parts of the sides and of the range of values', () => {
    const extent = { xMin: -1, xMax: 1, yMin: 10, yMax: 12 };
    const numbers = [0, 4096, 2048, 3072, -2048, 0];
    const given = { regression: true, extent, least: 0, greatest: 8, train: 1, numbers };
    expect(unpacked(given).points).toEqual([
      { x: -1, y: 12, value: 4, test: false },
      { x: 0.5, y: 9, value: 0, test: true },
    ]);
  });

  it('tell how many classes there are until the model does', () => {
    expect(classCount(pointsOf(frame))).toBe(3);
    expect(classCount(pointsOf(frame), FRAME)).toBe(2);
    expect(classCount()).toBe(0);
  });

  it('tell the range of values until the model does', () => {
    expect(valueRange(pointsOf(frame))).toEqual([0, 2]);
    expect(valueRange(pointsOf(frame), { ...FRAME, valueMin: -1 })).toEqual([-1, 1]);
  });
});
