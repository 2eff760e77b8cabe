/** Key combinations as tables write them: `Mod+Shift+Z`, `?`, `Space`. */
export type Combination = string;

/** What else the same key gives, on full-width keyboards for instance. */
const SAME: Readonly<Record<string, string>> = { '？': '?', '、': '/', '／': '/', ' ': 'space' };

const MAC: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' };
const OTHERS: Readonly<Record<string, string>> = { mod: 'Ctrl' };
const SHOWN: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  delete: 'Del',
  contextmenu: '☰',
};

/** Whether the event is one of the combinations; Ctrl and Cmd are the same. */
export function pressed(event: KeyboardEvent, combinations: readonly Combination[]): boolean {
  return combinations.some((combination) => matches(event, combination));
}

function matches(event: KeyboardEvent, combination: Combination): boolean {
  const parts = combination.toLowerCase().split(/\+(?=.)/u);
  const wanted = parts[parts.length - 1];
  const key = SAME[event.key] ?? event.key.toLowerCase();
  return (
    key === wanted &&
    (event.ctrlKey || event.metaKey) === parts.includes('mod') &&
    event.altKey === parts.includes('alt') &&
    (isSign(wanted) || event.shiftKey === parts.includes('shift'))
  );
}

/** Signs such as ? need Shift on some keyboards and not on others. */
function isSign(key: string): boolean {
  return key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
}

/** The keys of a combination as they are printed on the reader's keyboard. */
export function shown(combination: Combination, mac = isMac()): readonly string[] {
  return combination.split(/\+(?=.)/u).map((part) => {
    const key = part.toLowerCase();
    return (mac ? MAC : OTHERS)[key] ?? SHOWN[key] ?? part;
  });
}

function isMac(): boolean {
  return /mac|iphone|ipad/iu.test(navigator.platform);
}

const SINGLE = 'spirallab.singleKeys';

/** Whether a key alone does something anywhere on the page; who dictates turns that off. */
export function singleKeys(): boolean {
  try {
    return localStorage.getItem(SINGLE) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(SINGLE, on ? 'on' : 'off');
  } catch {
    // A forbidden storage keeps nothing.
  }
}

/** Whether the key's combination is one that a field needs for typing. */
export function types(combination: Combination): boolean {
  return !/^mod\+/iu.test(combination);
}

/** What a table of keys says the event is for. */
export function deedOf<Deed extends string>(
  event: KeyboardEvent,
  table: Readonly<Record<Deed, readonly Combination[]>>,
): Deed | undefined {
  return (Object.keys(table) as Deed[]).find((deed) => pressed(event, table[deed]));
}
