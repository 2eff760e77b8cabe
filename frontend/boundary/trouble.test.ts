import { expect, it } from 'vitest';

import type { ProblemFrame, StateFrame } from '../stream/frames';
import { showTrouble } from './trouble';

const AT = { attempt: 0, epoch: 0, step: 12 };
const STATE: StateFrame = {
  type: 'state',
  at: AT,
  state: 'ended',
  reason: 'diverged',
  stepsPerSecond: 0,
  pace: 0,
  learningRate: 30,
  stepsPerEpoch: 80,
  viewers: 1,
  detail: 'run.diverged',
};
const PROBLEM: ProblemFrame = {
  type: 'problem',
  at: AT,
  problem: {
    code: 'run.diverged',
    path: '',
    arguments: { step: '10', learningRate: '30.0' },
  },
};

const text = (key: string, values = {}) => `${key}${JSON.stringify(values)}`;

it('says at which step a run diverged, and what to try', () => {
  const card = document.createElement('div');
  showTrouble(card, STATE, PROBLEM, text);
  expect(card.hidden).toBe(false);
  expect(card.querySelector('h4')!.textContent).toContain('"step":"10"');
  expect(card.querySelectorAll('li')).toHaveLength(4);
  expect(card.querySelector('li')!.textContent).toContain('"learningRate":"30.0"');
});

it('says nothing of other ends', () => {
  const card = document.createElement('div');
  showTrouble(card, { ...STATE, reason: 'epochs' }, undefined, text);
  expect(card.hidden).toBe(true);
});
