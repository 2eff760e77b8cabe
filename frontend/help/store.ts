import type { Topic } from '../texts/texts';
import { TOPICS, type Row } from './search';

/** What lies over the page, if anything. */
export type Shown =
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'topic'; readonly topics: readonly Topic[] };

const RECENT = 'spirallab.recent';
const MOST_RECENT = 5;

/** The actions last used, from this browser's memory. */
export function recent(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(RECENT) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function remember(id: string): void {
  const ids = [id, ...recent().filter((other) => other !== id)].slice(0, MOST_RECENT);
  try {
    localStorage.setItem(RECENT, JSON.stringify(ids));
  } catch {
    // A full or forbidden storage keeps nothing.
  }
}

/** Topics as rows of the palette, one of each name. */
export function rowsOf(topics: readonly Topic[]): readonly Row[] {
  const byName = new Map([...topics].reverse().map((topic) => [topic.name, topic]));
  return topics
    .filter((topic) => byName.get(topic.name) === topic)
    .map(({ key, name }) => ({ id: key, area: TOPICS, name, words: '', keys: [], enabled: true }));
}

/** The first of the keys that is explained, as `data-explains` names them. */
export function topicOf(topics: readonly Topic[], keys: string): Topic | undefined {
  return keys
    .split(' ')
    .map((key) => topics.find((topic) => topic.key === key))
    .find((topic) => topic !== undefined);
}
