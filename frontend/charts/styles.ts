import type { Rgb } from './theme';

/**
 * The colours of drawings. The page's tokens (--sl-...) decide; what stands behind them is for pages
 * without.
 */
export const COLOURS = `
  --_card: var(--sl-card, light-dark(#fff, #171c24));
  --_bg: var(--sl-bg, light-dark(#f6f7f9, #0f1319));
  --_line: var(--sl-line, light-dark(#e3e6ea, #28303b));
  --_ink: var(--sl-ink, light-dark(#1b2330, #e8ecf2));
  --_dim: var(--sl-dim, light-dark(#667085, #98a2b3));
  --_accent: var(--sl-accent, light-dark(#3b5bdb, #7b93ff));
  --_warn: var(--sl-warn, light-dark(#b54708, #fdb022));
  --_error: var(--sl-error, light-dark(#c92a2a, #ff8787));
  --_test: var(--sl-test, light-dark(#475467, #cbd2dc));
  --_class-0: var(--class-0, #0072b2);
  --_class-1: var(--class-1, #e69f00);
  --_class-2: var(--class-2, #009e73);
  --_class-3: var(--class-3, #cc79a7);
  --_class-4: var(--class-4, #d55e00);
`;

/** Styles that the elements of this folder share. */
export const BASE = `
:host {
  ${COLOURS}
  box-sizing: border-box;
  color: var(--_ink);
  font: 0.75rem/1.4 var(--sl-font, system-ui, sans-serif);
  font-variant-numeric: tabular-nums;
}
:host([hidden]) { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
.sr {
  position: absolute; width: 1px; height: 1px; margin: -1px;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
button {
  font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; cursor: pointer;
}
.chip {
  display: inline-flex; align-items: center; gap: 0.3125rem; min-height: 1.5rem; padding: 2px 0.5rem;
  border: 1px solid var(--_line); border-radius: 999px;
  color: var(--_dim); font-size: 0.6875rem; line-height: 1.2; white-space: nowrap;
  transition: color .12s, border-color .12s, background-color .12s;
}
.chip:hover { color: var(--_ink); border-color: color-mix(in srgb, var(--_dim) 60%, var(--_line)); }
.chip[aria-pressed="true"] {
  color: var(--_accent); border-color: color-mix(in srgb, var(--_accent) 55%, var(--_line));
  background: color-mix(in srgb, var(--_accent) 8%, transparent); font-weight: 600;
}
.why {
  position: relative; display: inline-grid; place-items: center; flex: none; width: 1.5rem; height: 1.5rem; margin: -0.28125rem;
  border-radius: 50%; color: var(--_dim); font: 600 0.6875rem/1 var(--sl-font, system-ui, sans-serif); cursor: help;
}
.why::before { content: ""; position: absolute; inset: 0.28125rem; border: 1px solid transparent; border-radius: 50%; }
.why:is(:hover, :focus-visible, [aria-expanded="true"]) { color: var(--_ink); }
.why:is(:hover, :focus-visible, [aria-expanded="true"])::before {
  border-color: var(--_accent); background: color-mix(in srgb, var(--_accent) 12%, transparent);
}
.read {
  position: absolute; z-index: 2; left: 0; top: 0; pointer-events: none; padding: 0.375rem 0.5625rem;
  border-radius: 0.5rem; border: 1px solid var(--_line); font-size: 0.6875rem; line-height: 1.45;
  background: color-mix(in srgb, var(--_card) 94%, transparent); color: var(--_ink);
  box-shadow: 0 4px 14px rgb(0 0 0 / .14); white-space: nowrap; will-change: transform;
}
.read .dim { color: var(--_dim); }
@media (forced-colors: active) {
  i, .bar, canvas, .chip::before, .dot, .hair, .band { forced-color-adjust: none; }
  .chip[aria-pressed="true"] { outline: 2px solid Highlight; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;

/** What lies over a chart when it is shown as a table, and what it says of itself. */
export const TABLE_STYLE = `
.table { position: absolute; inset: 0; overflow: auto; background: var(--_card); z-index: 3; border: 1px solid var(--_line); border-radius: 0.5rem; }
.table caption, .table .note { padding: 0.375rem 0.5rem; text-align: start; font-size: 0.6875rem; color: var(--_ink); text-wrap: pretty; }
.table .note { margin: 0; color: var(--_dim); }
table { width: 100%; border-collapse: collapse; font-size: 0.6875rem; }
th, td { padding: 0.1875rem 0.5rem; text-align: end; border-bottom: 1px solid var(--_line); font-weight: inherit; }
th[scope="row"] { text-align: start; }
thead th { position: sticky; top: 0; background: var(--_card); color: var(--_dim); font-weight: 600; }
.table .close { position: sticky; float: inline-end; top: 0.375rem; inset-inline-end: 0.375rem; z-index: 1; margin: 0.375rem; background: var(--_card); }
.told { position: absolute; z-index: 6; right: 0.5rem; bottom: 0.5rem; margin: 0; padding: 0.25rem 0.625rem; border-radius: 0.5rem; background: var(--_ink); color: var(--_card); font-size: 0.75rem; pointer-events: none; }
.told:empty { visibility: hidden; }
`;

/** The colours that drawings on a canvas need, by custom property. */
export const TOKENS = [
  '--_card',
  '--_bg',
  '--_line',
  '--_ink',
  '--_dim',
  '--_accent',
  '--_test',
] as const;

export const CLASS_TOKENS = [
  '--_class-0',
  '--_class-1',
  '--_class-2',
  '--_class-3',
  '--_class-4',
] as const;

type Token = (typeof TOKENS)[number] | (typeof CLASS_TOKENS)[number] | '--_error';

/** The colours of pictures on white, which do not follow the page's theme. */
export const PAPER: Readonly<Record<Token, Rgb>> = {
  '--_card': [255, 255, 255],
  '--_bg': [246, 247, 250],
  '--_line': [214, 218, 226],
  '--_ink': [24, 32, 46],
  '--_dim': [74, 84, 104],
  '--_accent': [59, 91, 219],
  '--_test': [71, 84, 103],
  '--_error': [192, 49, 43],
  '--_class-0': [0, 114, 178],
  '--_class-1': [230, 159, 0],
  '--_class-2': [0, 158, 115],
  '--_class-3': [204, 121, 167],
  '--_class-4': [213, 94, 0],
};
