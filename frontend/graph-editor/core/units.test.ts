import { describe, expect, it } from 'vitest';

import type { UnitsFrame } from '../../stream/frames';
import { moved, Units, unitsOf } from './units';

function frame(step: number, ...nodes: string[]): UnitsFrame {
  return {
    type: 'units',
    at: { attempt: 0, epoch: 0, step },
    grid: 1,
    banks: nodes.map((node) => ({ node, units: 1, pictures: [] })),
  };
}

describe('units', () => {
  it('are those of the newest frame, of nodes that are in it', () => {
    const units = new Units('run');
    let heard = 0;
    const end = units.subscribe(() => heard++);
    units.take(frame(1, 'in', 'hidden'));
    expect(units.of('hidden')!.frame.at.step).toBe(1);
    units.take(frame(2, 'in'));
    expect(units.of('hidden')).toBeUndefined();
    expect(units.of('in')!.frame.at.step).toBe(2);
    end();
    units.take(frame(3, 'in'));
    expect(heard).toBe(2);
  });

  it('are counted where the output is a row of numbers', () => {
    expect(['[N, 8]', '[N, 3, 32, 32]', undefined].map(unitsOf)).toEqual([8, 0, 0]);
  });

  it('are gone through by keys, to their ends and not beyond', () => {
    expect(moved('ArrowRight', undefined, 3)).toBe(0);
    expect(moved('ArrowRight', 2, 3)).toBe(2);
    expect(moved('ArrowLeft', 0, 3)).toBe(0);
    expect(moved('ArrowLeft', undefined, 3)).toBe(2);
    expect([moved('Home', 2, 3), moved('End', 0, 3)]).toEqual([0, 2]);
    expect(moved('a', 1, 3)).toBeUndefined();
  });
});
