import { beforeEach, describe, expect, it } from 'vitest';
import { Journal } from './journal';

class Memory implements Storage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  clear(): void {
    this.#items.clear();
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  key(): string | null {
    return null;
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
}

const rate = (value: string) => ({
  tag: 'vaadin-text-field',
  name: 'Learning rate',
  value,
  inSettings: false,
});
const optimiser = { tag: 'vaadin-select', name: 'Optimiser', value: '2', inSettings: true };

describe('The journal', () => {
  let storage: Storage;
  let journal: Journal;

  beforeEach(() => {
    storage = new Memory();
    storage.setItem('spirallab.experiment', 'one');
    journal = new Journal(storage);
  });

  it('tells once what was noted, of each field the last', () => {
    journal.note(rate('0.1'));
    journal.note(optimiser);
    journal.note(rate('0.2'));
    expect(new Journal(storage).take('one')).toEqual([optimiser, rate('0.2')]);
    expect(journal.take('one')).toEqual([]);
  });

  it('forgets what the server has heard of', () => {
    journal.note(rate('0.1'));
    journal.clear();
    expect(journal.take('one')).toEqual([]);
  });

  it('gives no experiment what another was given', () => {
    journal.note(rate('0.1'));
    storage.setItem('spirallab.experiment', 'other');
    journal.note(optimiser);
    expect(journal.take('one')).toEqual([]);
    journal.note(optimiser);
    expect(journal.take('other')).toEqual([optimiser]);
  });

  it('survives what others left in its place', () => {
    storage.setItem('spirallab.unsent', '[');
    expect(journal.take('one')).toEqual([]);
    storage.setItem('spirallab.unsent', 'null');
    expect(journal.take('one')).toEqual([]);
  });
});
