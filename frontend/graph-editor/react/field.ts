import { numberText, type Setting } from '../core/catalog';
import { whole, type Translate } from '../core/text';

/** What every field of a node is given. */
export interface FieldProps {
  readonly node: string;
  /** The key of the layer that the setting belongs to. */
  readonly owner: string;
  readonly setting: Setting;
  readonly value: unknown;
  readonly readOnly: boolean;
  /** Whether the Tab key stops here. */
  readonly reachable: boolean;
}

/** A setting may mean something of its own in a layer. */
export function topicsOf(owner: string, setting: Setting): readonly string[] {
  return [`${owner}.${setting.name}`, setting.key];
}

/** What may be typed. */
export function rangeText({ type, min, max }: Setting, language: string, t: Translate): string {
  const limit = (value: number) =>
    Math.abs(value) < 1 ? numberText(value) : whole(value, language);
  return t(`editor.field.${type}`, {
    min: min === undefined ? '−∞' : limit(min),
    max: max === undefined ? '∞' : limit(max),
  });
}
