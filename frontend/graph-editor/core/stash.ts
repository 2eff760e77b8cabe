import type { Changed } from './outbox';

const KEY = 'spirallab.graph';
const EXPERIMENT = 'spirallab.experiment';

/** Holds the newest graph in the tab, and whose it is, until the server has heard of it. */
export class Stash {
  readonly #storage: Storage;
  #waiting: { readonly load: number; readonly revision: number } | undefined;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** A graph that goes with more than itself means nothing without that, and is not held. */
  put({ load, revision, graph, travel }: Changed): void {
    if (travel) {
      this.#letGo();
      return;
    }
    this.#waiting = { load, revision };
    try {
      const of = this.#storage.getItem(EXPERIMENT);
      this.#storage.setItem(KEY, JSON.stringify({ of, graph }));
    } catch {
      // A full or forbidden storage holds nothing.
    }
  }

  /** The server knows this graph, or has put another in its place. */
  heard(load: number, revision: number): void {
    if (this.#waiting && (load !== this.#waiting.load || revision >= this.#waiting.revision)) {
      this.#letGo();
    }
  }

  #letGo(): void {
    this.#waiting = undefined;
    this.#storage.removeItem(KEY);
  }
}
