/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { END_REASONS, RUN_STATES } from '../contract/types';
import { decodeFrames, FrameError, type Frame } from './frames';

const FOLDER = 'src/test/resources/contract/frames';
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.bin'))
  .map((name) => name.slice(0, -'.bin'.length));

function golden(name: string): ArrayBuffer {
  return Uint8Array.from(readFileSync(`${FOLDER}/${name}.bin`)).buffer;
}

/** A frame as the golden JSON has it: flat, NaN as null, states by number. */
function plain(frame: Frame): unknown {
  const { at, ...rest } = frame;
  const named =
    rest.type === 'state'
      ? { ...rest, state: RUN_STATES.indexOf(rest.state), reason: END_REASONS.indexOf(rest.reason) }
      : rest.type === 'past'
        ? { ...rest, picture: plain(rest.picture) }
        : rest;
  return JSON.parse(
    JSON.stringify({ ...at, ...named }, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value,
    ),
  );
}

function readsOrRefuses(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    decodeFrames(bytes.buffer);
    return true;
  } catch (error) {
    return error instanceof FrameError;
  }
}

describe('decodeFrames', () => {
  it('has golden files of every type', () => {
    const types = NAMES.flatMap((name) => decodeFrames(golden(name))).map((frame) => frame.type);
    expect(new Set(types)).toEqual(
      new Set([
        ...['metrics', 'boundary', 'state', 'problem', 'points', 'assessed'],
        ...['layers', 'units', 'trail', 'past', 'mistaken', 'answered', 'outputs'],
        'inside',
      ]),
    );
  });

  it.each(NAMES)('reads %s as the server meant it', (name) => {
    const expected: unknown = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));
    expect(decodeFrames(golden(name)).map(plain)).toEqual(expected);
  });

  it('reads nothing from nothing', () => {
    expect(decodeFrames(new ArrayBuffer(0))).toEqual([]);
  });

  it('skips frames of a type it does not know and reads on', () => {
    const bytes = new Uint8Array(golden('several'));
    const before = decodeFrames(bytes.buffer).length;
    bytes[5] = 99;
    expect(decodeFrames(bytes.buffer)).toHaveLength(before - 1);
  });

  it('refuses another version', () => {
    const bytes = new Uint8Array(golden('state-running'));
    bytes[4] = 2;
    expect(() => decodeFrames(bytes.buffer)).toThrow(new FrameError('frames of version 2, not 1'));
  });

  it.each(NAMES)('refuses %s when it breaks off anywhere', (name) => {
    const whole = golden(name);
    for (let length = 1; length < whole.byteLength; length++) {
      expect(readsOrRefuses(new Uint8Array(whole.slice(0, length)))).toBe(true);
    }
  });

  it.each(NAMES)('never trips over %s with any one byte changed', (name) => {
    const whole = new Uint8Array(golden(name));
    for (let at = 0; at < whole.length; at++) {
      for (const value of [0, 1, 127, 255]) {
        const changed = whole.slice();
        changed[at] = value;
        expect(readsOrRefuses(changed)).toBe(true);
      }
    }
  });

  it('refuses a count that its bytes cannot hold before it makes room for it', () => {
    const bytes = new Uint8Array(golden('metrics-empty'));
    new DataView(bytes.buffer).setUint32(28, 0xffffffff, true);
    expect(() => decodeFrames(bytes.buffer)).toThrow(FrameError);
  });
});
