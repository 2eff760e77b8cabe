import type { Walkthrough } from '../contract/types';

/** Where a key or button leads from stop `at` of `count`. */
export type Lead = 'first' | 'back' | 'on' | 'last';

export function led(lead: Lead, at: number, count: number): number {
  const last = Math.max(0, count - 1);
  switch (lead) {
    case 'first':
      return 0;
    case 'back':
      return Math.max(0, at - 1);
    case 'on':
      return Math.min(last, at + 1);
    case 'last':
      return last;
  }
}

/** The stop of the new way that is the one where one was; the first if there is none. */
export function sameStop(before: Walkthrough | undefined, at: number, now: Walkthrough): number {
  const stood = before?.stops[at];
  const found = now.stops.findIndex(({ node, way }) => node === stood?.node && way === stood.way);
  return Math.max(0, found);
}

/** The row that somebody typed, counted from 1, as the server counts; undefined if it is none. */
export function rowTyped(typed: string): number | undefined {
  const row = Number(typed);
  return typed.trim() !== '' && Number.isInteger(row) ? row - 1 : undefined;
}
