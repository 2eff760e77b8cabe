import { clamp, readNumber, stepped, writeNumber, type Amount } from '../../numbers/numbers';
import type { LayerSpec } from './types';

export interface Choice {
  readonly value: string;
  readonly key: string;
}

/** One setting of a layer, as the server derives it from its records. */
export interface Setting {
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly default?: unknown;
  readonly min?: number;
  readonly max?: number;
  /** What the next larger value is larger by, unless the factor is not 1. */
  readonly step?: number;
  /** What the next larger value is multiplied by. */
  readonly factor?: number;
  readonly usual?: readonly number[];
  readonly choices?: readonly Choice[];
  readonly optional?: boolean;
  /** Whether each of several numbers is a whole one. */
  readonly whole?: boolean;
  /** Whether hardly anybody changes it. */
  readonly advanced?: boolean;
  /** The family of which it is one kind. */
  readonly family?: string;
}

/** How many tensors a layer takes. */
export type Inputs = 'none' | 'one' | 'many';

/** A layer, or one kind of a setting that has kinds of its own. */
export interface LayerKind {
  readonly kind: string;
  readonly group: string;
  readonly key: string;
  readonly inputs: Inputs;
  /** Whether it takes several tensors of one shape only. */
  readonly alike?: boolean;
  readonly settings: readonly Setting[];
}

export interface Group {
  readonly group: string;
  readonly kinds: readonly LayerKind[];
}

/** Palette group of the layers that may give the answer. */
const WEIGHTS = 'dense';

/** What a layer between others applies unless somebody says otherwise. */
const HIDDEN_FUNCTION = 'relu';
const NO_FUNCTION = 'identity';

/** Where a required number starts that has no default. */
const FIRST_NUMBER = 8;

/** The layers that exist; what the palette, the search and the fields in nodes are made from. */
export class Catalog {
  readonly kinds: readonly LayerKind[];
  readonly #byKind: ReadonlyMap<string, LayerKind>;
  readonly #families: Families;

  constructor(kinds: readonly LayerKind[], families: Families = {}) {
    this.kinds = kinds;
    this.#byKind = new Map(kinds.map((kind) => [kind.kind, kind]));
    this.#families = families;
  }

  /** @param told the server's catalog; what is no catalog gives an empty one */
  static of(told: unknown): Catalog {
    const families = (told as { families?: Families } | null | undefined)?.families ?? {};
    const kinds: unknown = families['layer']?.kinds;
    return new Catalog(Array.isArray(kinds) ? kinds : [], families);
  }

  kind(name: string): LayerKind | undefined {
    return this.#byKind.get(name);
  }

  /** The kinds of a setting's family, such as the initialisers. */
  family(name: string | undefined): readonly LayerKind[] {
    return this.#families[name ?? '']?.kinds ?? [];
  }

  group(kind: string): string {
    return this.kind(kind)?.group ?? '';
  }

  inputs(kind: string): Inputs {
    return this.kind(kind)?.inputs ?? 'one';
  }

  /** Whether all that a layer takes must have the same shape. */
  alike(kind: string): boolean {
    return this.kind(kind)?.alike ?? false;
  }

  /** Whether it may give the answer: the last such layer does, others stand before it. */
  weighted(kind: string): boolean {
    return this.group(kind) === WEIGHTS;
  }

  /** The layer as one between others: without a function two in a row are no more than one. */
  hidden(layer: LayerSpec): LayerSpec {
    const choices = this.kind(layer.kind)?.settings.find(
      ({ name }) => name === 'activation',
    )?.choices;
    const bare = layer['activation'] === NO_FUNCTION;
    return bare && choices?.some(({ value }) => value === HIDDEN_FUNCTION)
      ? { ...layer, activation: HIDDEN_FUNCTION }
      : layer;
  }

  /** In the order of their first layers. */
  groups(): readonly Group[] {
    const groups = new Map<string, LayerKind[]>();
    for (const kind of this.kinds) {
      groups.set(kind.group, [...(groups.get(kind.group) ?? []), kind]);
    }
    return [...groups].map(([group, kinds]) => ({ group, kinds }));
  }

  /** A layer of this kind with every setting at its default. */
  create(kind: string): LayerSpec {
    return created(kind, this.kind(kind));
  }
}

type Families = Readonly<Record<string, { readonly kinds: readonly LayerKind[] }>>;

/** One of that kind with every setting at its default. */
export function created(kind: string, described: LayerKind | undefined): LayerSpec {
  const values = (described?.settings ?? [])
    .map((setting) => [setting.name, firstValue(setting)] as const)
    .filter(([, value]) => value !== undefined);
  return { kind, ...Object.fromEntries(values) };
}

/** Whether it is one of some kind, as a layer or an initialiser is. */
export function isSpec(value: unknown): value is LayerSpec {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function firstValue(setting: Setting): unknown {
  if (setting.default !== undefined) {
    return setting.default;
  }
  if (setting.optional) {
    return undefined;
  }
  switch (setting.type) {
    case 'integer':
    case 'number':
      return within(FIRST_NUMBER, setting);
    case 'boolean':
      return false;
    case 'choice':
      return setting.choices?.[0]?.value;
    default:
      return undefined;
  }
}

function within(value: number, { min = -Infinity, max = Infinity }: Setting): number {
  return clamp(value, min, max);
}

/** Reads what was typed into a number field; undefined where the setting may not be that. */
export function parseNumber(text: string, setting: Setting): number | undefined {
  const value = readNumber(text);
  const allowed =
    value !== undefined &&
    ((setting.type !== 'integer' && setting.whole !== true) || Number.isInteger(value)) &&
    value === within(value, setting);
  return allowed ? value : undefined;
}

/** Reads numbers parted by commas or blanks; undefined where the setting may not be those. */
export function parseNumbers(text: string, setting: Setting): readonly number[] | undefined {
  const numbers = text
    .split(/[\s,;，；、×]+/u)
    .filter((part) => part !== '')
    .map((part) => parseNumber(part, setting));
  return numbers.length > 0 && numbers.every((number) => number !== undefined)
    ? numbers
    : undefined;
}

/** Numbers as a person writes them: 1, 28, 28. */
export function numbersText(value: unknown): string {
  return Array.isArray(value) ? value.map(numberText).join(', ') : '';
}

/** The next value up or down, by the stride that the catalog gives; ten times it when `large`. */
export function stepNumber(value: number, up: boolean, large: boolean, setting: Setting): number {
  return stepped(value, up, large, amountOf(setting));
}

/** How the setting's number steps and which values are usual; layers have no units. */
export function amountOf(setting: Setting): Amount {
  const { type, min = -Infinity, max = Infinity, step = 1, factor = 1, usual = [] } = setting;
  const whole = type === 'integer';
  return { whole, min, max, step, factor, usual, unit: '', zero: '', percent: false };
}

/** Where a number begins that was not given. */
export function startNumber({ usual = [], min = 0 }: Setting): number {
  return usual[0] ?? min;
}

/** A number as a person writes it: 0.5, 100, 1e-5. */
export function numberText(value: unknown): string {
  return typeof value === 'number' ? writeNumber(value) : '';
}
