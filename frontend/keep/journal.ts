/** What a field was given. */
export interface Change {
  readonly tag: string;
  readonly name: string;
  readonly value: unknown;
}

const KEY = 'spirallab.unsent';
/** Which experiment the tab shows; see `TabMemory.java`. */
const EXPERIMENT = 'spirallab.experiment';

/** Changes that the server may not have heard of, in their order; of each field the last. */
export class Journal {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  note(change: Change): void {
    const others = this.#read().filter(
      ({ tag, name }) => tag !== change.tag || name !== change.name,
    );
    this.#write([...others, change]);
  }

  clear(): void {
    this.#storage.removeItem(KEY);
  }

  /** What was noted while the tab showed the experiment that it shows; it is told once. */
  take(): readonly Change[] {
    const changes = this.#read();
    this.clear();
    return changes;
  }

  #read(): readonly Change[] {
    try {
      const { of, changes } = JSON.parse(this.#storage.getItem(KEY) ?? '{}');
      return of === this.#experiment() && Array.isArray(changes) ? changes : [];
    } catch {
      return [];
    }
  }

  #write(changes: readonly Change[]): void {
    try {
      this.#storage.setItem(KEY, JSON.stringify({ of: this.#experiment(), changes }));
    } catch {
      // A full or forbidden storage holds nothing.
    }
  }

  #experiment(): string | null {
    return this.#storage.getItem(EXPERIMENT);
  }
}
