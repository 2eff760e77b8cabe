import { around } from '../keys/around';

/** What can be chosen in a chart's menu. */
export type Choice = 'copy' | 'png' | 'svg' | 'csv' | 'table' | 'paper' | Look;

/** What a curve shows, for those who do not drag over it. */
export type Look = 'zoomIn' | 'zoomOut' | 'earlier' | 'later';

const ACTIONS: readonly (readonly [Choice, string])[] = [
  ['copy', 'chart.copyPng'],
  ['png', 'chart.savePng'],
  ['svg', 'chart.saveSvg'],
  ['csv', 'chart.saveCsv'],
];
const SWITCHES: readonly (readonly [Choice, string])[] = [
  ['paper', 'chart.whitePaper'],
  ['table', 'chart.asTable'],
];
const LOOKS: readonly (readonly [Look, string])[] = [
  ['zoomIn', 'chart.zoomIn'],
  ['zoomOut', 'chart.zoomOut'],
  ['earlier', 'chart.earlier'],
  ['later', 'chart.later'],
];
const GAP = 4;
const EDGE = 8;

export const MENU_STYLE = `
.more { position: relative; flex: none; }
.more > button { width: 1.75rem; height: 1.75rem; border-radius: 0.375rem; color: var(--_dim); line-height: 1; font-size: 0.875rem; }
.more > button:hover, .more > button[aria-expanded="true"] { background: color-mix(in srgb, var(--_dim) 14%, transparent); color: var(--_ink); }
.menu { position: fixed; inset: auto; z-index: 5; margin: 0; min-width: 9.375rem; padding: 0.25rem; border-radius: 0.625rem; border: 1px solid var(--_line); background: var(--_card); color: inherit; font: inherit; box-shadow: 0 8px 24px rgb(0 0 0 / .18); }
.menu button { display: flex; align-items: center; gap: 0.5rem; width: 100%; min-height: 1.75rem; padding: 0.25rem 0.625rem; border-radius: 0.375rem; text-align: start; white-space: nowrap; }
.menu button:hover, .menu button:focus-visible { background: color-mix(in srgb, var(--_accent) 12%, transparent); outline-offset: -2px; }
.menu button::before { content: ""; width: 0.75rem; flex: none; }
.menu button[aria-checked="true"]::before { content: "✓"; }
.menu hr { margin: 0.25rem 0.5rem; border: 0; border-top: 1px solid var(--_line); }
@media (pointer: coarse) { .menu button { min-height: 2.75rem; } .more > button { width: 2.25rem; height: 2.25rem; } }
`;

export const MENU = menuOf([]);

/** The menu of a chart whose window can be changed; it stays open while that is done. */
export const ZOOM_MENU = menuOf(LOOKS);

function menuOf(first: readonly (readonly [Choice, string])[]): string {
  return `
<div class="more">
  <button type="button" aria-haspopup="menu" aria-expanded="false" data-label="chart.more">⋯</button>
  <div class="menu" role="menu" popover="manual" data-label="chart.more" hidden>
    ${[...first, ...ACTIONS].map((action) => item('menuitem', ...action)).join('')}
    <hr role="separator">
    ${SWITCHES.map((choice) => item('menuitemcheckbox', ...choice)).join('')}
  </div>
</div>
`;
}

function item(role: string, choice: Choice, key: string): string {
  return `<button type="button" role="${role}" tabindex="-1" data-do="${choice}" data-text="${key}"></button>`;
}

/**
 * A button and the menu that it opens: arrow keys, Home and End move, Escape, Tab and leaving close
 * it.
 *
 * @param place holds a button and, beside it, the menu with one button a choice
 * @param choose takes the attribute data-do of what was chosen
 */
export function wireMenu(place: HTMLElement, choose: (what: string) => void): void {
  const button = place.querySelector<HTMLButtonElement>(':scope > button')!;
  const menu = place.querySelector<HTMLElement>('[role=menu]')!;
  const items = () => [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];

  const open = (opened: boolean) => {
    if (opened === !menu.hidden) return;
    menu.hidden = !opened;
    button.setAttribute('aria-expanded', String(opened));
    if (opened) {
      showBeside(button, menu);
      items()[0].focus();
    } else menu.hidePopover?.();
  };
  const close = () => {
    open(false);
    button.focus();
  };

  button.addEventListener('click', () => open(menu.hidden === true));
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || !menu.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    open(true);
  });
  menu.addEventListener('click', (event) => {
    const what = (event.target as HTMLElement).closest<HTMLElement>('[data-do]')?.dataset.do;
    if (!what) return;
    if (!LOOKS.some(([look]) => look === what)) close();
    choose(what);
  });
  place.addEventListener('keydown', (event) => {
    if (menu.hidden) return;
    if (event.key === 'Escape' || event.key === 'Tab') return close();
    const all = items();
    const next = around(
      event.key,
      all.findIndex((each) => each.matches(':focus')),
      all.length,
    );
    if (next === undefined) return;
    event.preventDefault();
    all[next].focus();
  });
  place.addEventListener('focusout', (event) => {
    if (!place.contains(event.relatedTarget as Node | null)) open(false);
  });
}

/** Below the button, or above it where there is no room; above everything else on the page. */
function showBeside(button: HTMLElement, menu: HTMLElement): void {
  menu.showPopover?.();
  const at = button.getBoundingClientRect();
  const below = at.bottom + GAP;
  const fits = below + menu.offsetHeight <= innerHeight - EDGE;
  const top = fits ? below : at.top - GAP - menu.offsetHeight;
  menu.style.top = `${Math.max(EDGE, top)}px`;
  menu.style.left = `${Math.max(EDGE, at.right - menu.offsetWidth)}px`;
}
