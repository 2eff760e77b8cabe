import { beforeEach, expect, test } from 'vitest';
import { openGroups, toggled } from './folds';

beforeEach(() => localStorage.clear());

test('the groups of a first network stand open, the others are folded', () => {
  const open = openGroups();
  expect(open).toContain('dense');
  expect(open).not.toContain('recurrent');
});

test('what was opened or folded is so the next time', () => {
  const open = toggled(openGroups(), 'recurrent');
  toggled(open, 'dense');
  expect(openGroups()).toContain('recurrent');
  expect(openGroups()).not.toContain('dense');
});

test.each(['nothing', '{}', '"dense"'])('what is no list, as %s, is as at first', (kept) => {
  localStorage.setItem('spirallab.palette', kept);
  expect(openGroups()).toContain('dense');
});
