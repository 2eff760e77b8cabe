/** What a field was given. */
export interface Change {
  readonly tag: string;
  readonly name: string;
  readonly value: unknown;
  /** Whether it stands in the dialog with all settings. */
  readonly inSettings: boolean;
}

const KEY = 'spirallab.unsent';
/** Which experiment the tab shows; see `TabMemory.java`, which reads `of` as well. */
const EXPERIMENT = 'spirallab.experiment';

/** Changes that the server may not have heard of, in their order; of each field the last. */
export class Journal {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  note(change: Change): void {
    const others = this.#read(this.#shown()).filter(
      ({ tag, name }) => tag !== change.tag || name !== change.name,
    );
    this.#write([...others, change]);
  }

  clear(): void {
    try {
      this.#storage.removeItem(KEY);
    } catch {
      // A forbidden storage holds nothing.
    }
  }

  /** What was noted while the tab showed this experiment; told once. */
  take(experiment: string): readonly Change[] {
    const changes = this.#read(experiment);
    this.clear();
    return changes;
  }

  #read(experiment: string | null): readonly Change[] {
    try {
      const { of, changes } = JSON.parse(this.#storage.getItem(KEY) ?? '{}');
      return of === experiment && Array.isArray(changes) ? changes : [];
    } catch {
      return [];
    }
  }

  #write(changes: readonly Change[]): void {
    try {
      this.#storage.setItem(KEY, JSON.stringify({ of: this.#shown(), changes }));
    } catch {
      // A full or forbidden storage holds nothing.
    }
  }

  #shown(): string | null {
    try {
      return this.#storage.getItem(EXPERIMENT);
    } catch {
      return null;
    }
  }
}
