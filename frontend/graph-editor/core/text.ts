import type { Messages } from '../../texts/texts';

/** The text of a key; one that is missing shows itself. */
export type Translate = (key: string, args?: Readonly<Record<string, string | number>>) => string;

export function translator(messages: Messages): Translate {
  return (key, args = {}) =>
    (messages[key] ?? key).replace(/\{(\w+)\}/gu, (whole, name: string) =>
      String(args[name] ?? whole),
    );
}

const UNITS = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** 58_300 as `58.3 k`, with three digits. */
export function compact(value: number, language: string): string {
  const [scale, unit] = UNITS.find(([size]) => value >= size) ?? [1, ''];
  const digits = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(
    value / scale,
  );
  return `${digits} ${unit}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Every node asks for this at every drawing, and making a format takes long. */
export function whole(value: number, language: string): string {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language);
    formats.set(language, format);
  }
  return format.format(value);
}
