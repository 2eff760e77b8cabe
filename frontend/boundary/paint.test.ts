import { describe, expect, it } from 'vitest';

import type { BoundaryFrame } from '../stream/frames';
import { classPlanes, paint, valueColour, type Palette } from './paint';

const PALETTE: Palette = {
  background: [255, 255, 255],
  ink: [0, 0, 0],
  classes: [
    [0, 0, 200],
    [200, 0, 0],
    [0, 200, 0],
  ],
  marks: [],
  low: [0, 0, 200],
  high: [200, 0, 0],
};

function frame(values: number[], channels: number, rest: Partial<BoundaryFrame> = {}) {
  return {
    type: 'boundary',
    at: { attempt: 0, epoch: 0, step: 0 },
    task: 'classes',
    channels,
    width: values.length / channels,
    height: 1,
    extent: { xMin: 0, xMax: 1, yMin: 0, yMax: 1 },
    valueMin: 0,
    valueMax: 1,
    values: Uint8Array.from(values),
    ...rest,
  } satisfies BoundaryFrame;
}

function pixel(picture: { pixels: Uint8ClampedArray }, at: number): number[] {
  return [...picture.pixels.subarray(4 * at, 4 * at + 4)];
}

/** Distance from white. */
function depth(colour: number[]): number {
  return 3 * 255 - colour[0] - colour[1] - colour[2];
}

describe('a picture of classes', () => {
  it('is the stronger the surer the model is', () => {
    const picture = paint(frame([255, 180, 128, 0, 75, 127], 2), PALETTE, false);
    const depths = [0, 1, 2].map((at) => depth(pixel(picture, at)));
    expect(depths).toEqual([...depths].sort((a, b) => b - a));
    expect(depths[2]).toBeLessThan(depths[0] / 3);
  });

  it('has the hue of the likeliest class and is opaque', () => {
    const [red, green, blue, alpha] = pixel(paint(frame([10, 20, 225], 3), PALETTE, false), 0);
    expect(green).toBeGreaterThan(Math.max(red, blue));
    expect(alpha).toBe(255);
  });

  it('has plain colours and finer cells when discretised', () => {
    const picture = paint(frame([255, 140, 0, 0, 115, 255], 2), PALETTE, true);
    expect([picture.width, picture.height]).toEqual([9, 3]);
    const colours = new Set(Array.from({ length: 27 }, (_, at) => pixel(picture, at).join()));
    expect(colours.size).toBe(2);
  });

  it('takes a single channel for the second of two classes', () => {
    const { planes } = classPlanes(frame([255, 0], 1));
    expect(planes.map((plane) => [...plane])).toEqual([
      [0, 255],
      [255, 0],
    ]);
  });

  it('survives scores that are all zero', () => {
    expect(pixel(paint(frame([0, 0], 2), PALETTE, false), 0)[3]).toBe(255);
  });
});

describe('a picture of values', () => {
  const values = (bytes: number[]) =>
    frame(bytes, 1, { task: 'regression', valueMin: -1, valueMax: 1 });

  it('is blue below zero, red above, and pale between', () => {
    const picture = paint(values([0, 128, 255]), PALETTE, false);
    const [low, middle, high] = [0, 1, 2].map((at) => pixel(picture, at));
    expect(low[2]).toBeGreaterThan(low[0]);
    expect(high[0]).toBeGreaterThan(high[2]);
    expect(depth(middle)).toBeLessThan(10);
  });

  it('keeps zero pale on a scale that lies aside', () => {
    expect(valueColour(0, -1, 9, PALETTE)).toEqual([255, 255, 255]);
    expect(depth([...valueColour(-1, -1, 9, PALETTE)])).toBeLessThan(
      depth([...valueColour(9, -1, 9, PALETTE)]),
    );
  });
});

it('draws the discretised border where the scores cross, within the cells', () => {
  const picture = paint(frame([255, 120, 0, 0, 135, 255], 2), PALETTE, true);
  const firstRow = Array.from({ length: 9 }, (_, at) => pixel(picture, at)[2] > 200);
  expect(firstRow).toEqual([true, true, true, true, false, false, false, false, false]);
});
