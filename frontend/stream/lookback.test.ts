import { describe, expect, it } from 'vitest';
import type { BoundaryFrame } from './frames';
import { hasCome, lookback, nearestOf } from './lookback';

describe('looking back', () => {
  it('is of one run, and told to all who show it', () => {
    let told = 0;
    const end = lookback.onChange(() => told++);
    lookback.show({ runId: 'one', step: 40, now: 100 });
    expect(lookback.of('one')?.step).toBe(40);
    expect(lookback.of('other')).toBeUndefined();
    expect(lookback.of(null)).toBeUndefined();
    lookback.show(undefined);
    expect(lookback.of('one')).toBeUndefined();
    end();
    lookback.show({ runId: 'one', step: 80, now: 100 });
    expect(told).toBe(2);
    lookback.show(undefined);
  });

  it('knows whether the picture is that of the moment', () => {
    const picture = { at: { attempt: 0, epoch: 1, step: 40 } } as BoundaryFrame;
    expect(hasCome({ runId: 'one', step: 40, now: 100, picture })).toBe(true);
    expect(hasCome({ runId: 'one', step: 80, now: 100, picture })).toBe(false);
    expect(hasCome({ runId: 'one', step: 80, now: 100 })).toBe(false);
  });

  it('takes the nearest moment in the place of one that is gone', () => {
    expect(nearestOf([0, 80, 160], 40)).toBe(0);
    expect(nearestOf([0, 80, 160], 41)).toBe(1);
    expect(nearestOf([0, 80, 160], 500)).toBe(2);
  });
});
