import { beforeEach, expect, test } from 'vitest';
import { Stash } from './stash';

const graph = { nodes: [], edges: [] };

beforeEach(() => sessionStorage.clear());

const held = () => sessionStorage.getItem('spirallab.graph');

test('a graph is held with its experiment until the server has heard of it', () => {
  sessionStorage.setItem('spirallab.experiment', 'mine');
  const stash = new Stash(sessionStorage);
  stash.put({ load: 1, revision: 4, graph });
  stash.heard(1, 3);
  expect(held()).toBe(JSON.stringify({ of: 'mine', graph }));
  stash.heard(1, 4);
  expect(held()).toBeNull();
});

test('a graph is let go when another document takes its place', () => {
  const stash = new Stash(sessionStorage);
  stash.put({ load: 1, revision: 4, graph });
  stash.heard(2, 0);
  expect(held()).toBeNull();
});

test('a graph that belongs to another document or setting is not held', () => {
  const stash = new Stash(sessionStorage);
  stash.put({ load: 1, revision: 4, graph });
  stash.put({ load: 1, revision: 5, graph, travel: { step: 1, back: true } });
  expect(held()).toBeNull();
});

test('what another page has left is left alone', () => {
  sessionStorage.setItem('spirallab.graph', '{}');
  new Stash(sessionStorage).heard(1, 1);
  expect(held()).toBe('{}');
});
