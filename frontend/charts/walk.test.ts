import { expect, it } from 'vitest';
import type { Walkthrough, Way } from '../contract/types';
import { led, rowTyped, sameStop } from './walk';
import { whereabouts } from './whereabouts';

function way(...stops: readonly (readonly [Way, string])[]): Walkthrough {
  return {
    row: 0,
    rows: 3,
    step: 0,
    stops: stops.map(([kind, node]) => ({
      way: kind,
      node,
      title: '',
      words: '',
      notes: [],
      rules: [],
      tensors: [],
    })),
  };
}

it('leads from stop to stop and not beyond the ends', () => {
  expect(led('on', 0, 3)).toBe(1);
  expect(led('on', 2, 3)).toBe(2);
  expect(led('back', 0, 3)).toBe(0);
  expect(led('last', 0, 3)).toBe(2);
  expect(led('first', 2, 3)).toBe(0);
  expect(led('last', 0, 0)).toBe(0);
});

it('stays at the same stop when the numbers are taken anew', () => {
  const before = way(['forward', 'in'], ['forward', 'out'], ['backward', 'out']);
  expect(sameStop(before, 2, way(['forward', 'in'], ['backward', 'out']))).toBe(1);
  expect(sameStop(before, 2, way(['forward', 'in']))).toBe(0);
  expect(sameStop(undefined, 0, before)).toBe(0);
});

it('counts examples from 1', () => {
  expect(rowTyped('1')).toBe(0);
  expect(rowTyped('1.5')).toBeUndefined();
  expect(rowTyped(' ')).toBeUndefined();
});

it('tells who listens where one is, once for each place', () => {
  let told = 0;
  const stop = whereabouts.onChange(() => told++);
  whereabouts.go({ node: 'out', way: 'loss' });
  whereabouts.go({ node: 'out', way: 'loss' });
  expect(whereabouts.at).toEqual({ node: 'out', way: 'loss' });
  whereabouts.go(undefined);
  stop();
  whereabouts.go({ node: 'in', way: 'forward' });
  expect(told).toBe(2);
  whereabouts.go(undefined);
});
