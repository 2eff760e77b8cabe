import type { Messages } from '../../texts/texts';

/** The text of a key; one that is missing shows itself. */
export type Translate = (key: string, args?: Readonly<Record<string, string | number>>) => string;

export function translator(messages: Messages): Translate {
  return (key, args = {}) =>
    (messages[key] ?? key).replace(/\{(\w+)\}/gu, (whole, name: string) =>
      String(args[name] ?? whole),
    );
}
