import fuzzysort, { type KeysResult } from 'fuzzysort';
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
  /** Shows what a phone has no room for. */
  readonly wide?: boolean;
}

/** The first letters of Chinese characters and how they are found among names. */
const FIELDS = ['name', 'words', 'initials'] as const;
const WEIGHTS = [1, 0.6, 0.9];
/** How good a match must be to count: among many words nearly any letters are found somewhere. */
const LEAST = [0.2, 0.6, 0.5];
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
        threshold: Math.min(...LEAST),
        scoreFn: (found) => scoreOf(found) + favour(found.obj.row, recent),
      })
      .map((found) => found.obj.row);
  }
}

function scoreOf(found: KeysResult<Indexed>): number {
  const scores = WEIGHTS.map((weight, at) => {
    const score = found[at]?.score ?? 0;
    return score >= LEAST[at] ? weight * score : 0;
  });
  return Math.max(...scores);
}

function favour(row: Row, recent: readonly string[]): number {
  return (recent.includes(row.id) ? RECENT : 0) + (row.area === TOPICS ? EXPLANATION : 0);
}
