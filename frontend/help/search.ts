import fuzzysort from 'fuzzysort';
import { initials } from './pinyin';

/** Explanations stand among the palette's rows under this heading. */
export const TOPICS = 'help.palette.topics';

/** Something that the palette offers. */
export interface Row {
  readonly id: string;
  /** The key of its heading. */
  readonly area: string;
  readonly name: string;
  /** More words to find it by. */
  readonly words: string;
  readonly keys: readonly string[];
  readonly enabled: boolean;
}

/** The first letters of Chinese characters and how they are found among names. */
const FIELDS = ['name', 'words', 'initials'] as const;
const WEIGHTS = [1, 0.6, 0.9];
const LEAST = 0.35;
const MOST = 40;

/** What was used lately stands a little higher. */
const RECENT = 0.1;

/** An explanation stands a little lower than what it explains. */
const EXPLANATION = -0.1;

interface Indexed {
  readonly row: Row;
  readonly name: string;
  readonly words: string;
  readonly initials: string;
}

/** The rows that fit what was typed, the best first; all of them, the last used first, for none. */
export class Finder {
  readonly #index: readonly Indexed[];

  constructor(rows: readonly Row[]) {
    this.#index = rows.map((row) => ({
      row,
      name: row.name,
      words: row.words,
      initials: initials(row.name),
    }));
  }

  find(query: string, recent: readonly string[]): readonly Row[] {
    const wanted = query.trim();
    return wanted === '' ? this.#all(recent) : this.#matching(wanted, recent);
  }

  #all(recent: readonly string[]): readonly Row[] {
    const rows = this.#index.map(({ row }) => row);
    const used = recent.flatMap((id) => rows.find((row) => row.id === id) ?? []);
    return [...used, ...rows.filter((row) => !used.includes(row))];
  }

  #matching(query: string, recent: readonly string[]): readonly Row[] {
    return fuzzysort
      .go(query, this.#index, {
        keys: [...FIELDS],
        limit: MOST,
        threshold: LEAST,
        scoreFn: (found) =>
          Math.max(...WEIGHTS.map((weight, at) => weight * (found[at]?.score ?? 0))) +
          (recent.includes(found.obj.row.id) ? RECENT : 0) +
          (found.obj.row.area === TOPICS ? EXPLANATION : 0),
      })
      .map((found) => found.obj.row);
  }
}
