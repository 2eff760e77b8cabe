import { whole } from '../../charts/format';
import { numberText, type Setting } from '../core/catalog';
import type { Editor } from '../core/editor';
import type { Translate } from '../core/text';
import type { LayerSpec } from '../core/types';

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
  /** The setting of the layer in whose value this one is, if it is in one. */
  readonly within?: Within;
}

interface Within {
  readonly name: string;
  readonly value: LayerSpec;
}

/** Gives the layer the setting's new value. */
export function put(editor: Editor, { node, setting, within }: FieldProps, value: unknown): void {
  if (within) {
    editor.set(node, within.name, { ...within.value, [setting.name]: value });
  } else {
    editor.set(node, setting.name, value);
  }
}

/** What tests know the field by. */
export function idOf({ node, setting, within }: FieldProps): string {
  return `${node}-${within ? `${within.name}-` : ''}${setting.name}`;
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
