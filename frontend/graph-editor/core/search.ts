import type { Catalog, LayerKind, Setting } from './catalog';
import { parseNumber } from './catalog';
import type { LayerSpec } from './types';

/** What the search can add: a layer, or a layer with one choice made, such as an activation's function. */
export interface Entry {
  readonly id: string;
  readonly kind: LayerKind;
  readonly layer: LayerSpec;
  readonly title: string;
  readonly detail: string;
}

export type Text = (key: string) => string;

const TRAILING_NUMBER = /^(.*?)\s*([0-9][0-9.eE-]*)$/u;

/**
 * The layers whose name, in the reader's language or in the document's, holds every word of the
 * query; the best first. A number at the end becomes the layer's first number: `linear 16`.
 */
export function search(catalog: Catalog, text: Text, query: string): readonly Entry[] {
  const exact = find(catalog, text, query);
  const [, words, number] = TRAILING_NUMBER.exec(query.trim()) ?? [];
  if (exact.length > 0 || words === undefined || number === undefined) {
    return exact;
  }
  return find(catalog, text, words).flatMap((entry) => withNumber(entry, number));
}

function find(catalog: Catalog, text: Text, query: string): readonly Entry[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const entries = catalog.kinds.flatMap((kind) => [
    whole(kind, text, catalog),
    ...(words.length > 0 ? variants(kind, text, catalog) : []),
  ]);
  return entries
    .map((entry) => ({ entry, rank: rank(entry, words) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

function whole(kind: LayerKind, text: Text, catalog: Catalog): Entry {
  return {
    id: kind.kind,
    kind,
    layer: catalog.create(kind.kind),
    title: text(kind.key),
    detail: text(`group.${kind.group}`),
  };
}

/** The choices of a layer that has nothing else to set. */
function variants(kind: LayerKind, text: Text, catalog: Catalog): readonly Entry[] {
  const [only, ...others] = kind.settings;
  if (!only || others.length > 0 || only.type !== 'choice') {
    return [];
  }
  return (only.choices ?? []).map(({ value, key }) => ({
    id: `${kind.kind}.${value}`,
    kind,
    layer: { ...catalog.create(kind.kind), [only.name]: value },
    title: text(key),
    detail: text(kind.key),
  }));
}

function rank({ id, title, detail }: Entry, words: readonly string[]): number {
  const name = title.toLowerCase();
  const hay = `${name} ${id.toLowerCase()} ${detail.toLowerCase()}`;
  if (!words.every((word) => hay.includes(word))) {
    return Infinity;
  }
  const [first = ''] = words;
  return name.startsWith(first) || id.toLowerCase().startsWith(first)
    ? 0
    : name.includes(first)
      ? 1
      : 2;
}

function withNumber(entry: Entry, number: string): readonly Entry[] {
  const setting = entry.kind.settings.find(isNumber);
  const parsed = setting && parseNumber(number, setting);
  if (!setting || parsed === undefined) {
    return [];
  }
  return [
    {
      ...entry,
      layer: { ...entry.layer, [setting.name]: parsed },
      title: `${entry.title} ${parsed}`,
    },
  ];
}

function isNumber({ type }: Setting): boolean {
  return type === 'integer' || type === 'number';
}
