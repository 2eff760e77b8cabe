import { describe, expect, it } from 'vitest';

import { centred, fromBase64, toBase64, toChannels, toPixels } from './picture';

describe('pictures of examples', () => {
  it('come as bytes, channel after channel, and go as they came', () => {
    const bytes = Uint8Array.from([0, 50, 100, 150, 200, 250]);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    const colours = toPixels(bytes, { channels: 3, height: 1, width: 2 });
    expect([...colours]).toEqual([0, 100, 200, 255, 50, 150, 250, 255]);
    expect(toChannels(colours, 3)).toEqual(bytes);
    const grey = toPixels(bytes, { channels: 1, height: 2, width: 3 });
    expect(toChannels(grey, 1)).toEqual(bytes);
  });

  it('are placed as the digits of MNIST are: as large, the centre of mass in the middle', () => {
    // A bar of 4 x 2 at the left edge of a sheet of 40 x 40, twice as dark at its foot.
    const ink = new Float32Array(1600);
    for (let y = 10; y < 14; y++) for (let x = 0; x < 2; x++) ink[40 * y + x] = y < 12 ? 1 : 2;
    const placing = centred(ink, 40, { height: 28, width: 28 })!;
    expect(placing.scale).toBeCloseTo(20 / 4);
    expect(placing.dx + placing.scale * 1).toBeCloseTo(14);
    expect(placing.dy + placing.scale * ((11 * 1 + 13 * 2) / 3)).toBeCloseTo(14);
    expect(centred(new Float32Array(1600), 40, { height: 28, width: 28 })).toBeUndefined();
  });
});
