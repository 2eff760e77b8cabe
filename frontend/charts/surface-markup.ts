import { MENU, MENU_STYLE } from './menu';
import { BASE, TABLE_STYLE } from './styles';
import { TABLE } from './table';

/** What dragging and keys do, by clicks alone. */
const TURNS = [
  ['left', '←'],
  ['right', '→'],
  ['up', '↑'],
  ['down', '↓'],
  ['closer', '+'],
  ['farther', '−'],
] as const;

/** The inside of a view of surfaces. */
export const SURFACE_STYLE = `${BASE}
:host { display: flex; flex-direction: column; gap: 0.375rem; position: relative; min-width: 0; min-height: 17rem; }
.head { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0.25rem 0.75rem; }
.words { margin: 0; flex: 1 1 14rem; color: var(--_dim); text-wrap: pretty; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem; margin-inline-start: auto; }
.classes { display: inline-flex; flex-wrap: wrap; gap: 0.25rem; }
.classes i { width: 0.5625rem; height: 0.5625rem; border-radius: 50%; }
.stage { position: relative; flex: 1; display: flex; gap: 0.75rem; min-height: 13rem; }
.flat, .space { position: relative; min-width: 0; border-radius: 0.625rem; box-shadow: inset 0 0 0 1px var(--_line); }
.flat { flex: 0 0 min(44%, 26rem); aspect-ratio: 1; max-height: 100%; align-self: center; overflow: hidden; }
.space { flex: 1; touch-action: none; cursor: grab; }
.space:active { cursor: grabbing; }
canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.flat span { position: absolute; padding: 0 0.25rem; border-radius: 0.25rem; background: color-mix(in srgb, var(--_card) 80%, transparent); font-size: 0.625rem; color: var(--_ink); pointer-events: none; }
.flat .x { right: 0.25rem; bottom: 0.25rem; } .flat .y { left: 0.25rem; top: 0.25rem; }
.turns { position: absolute; right: 0.375rem; bottom: 0.375rem; display: flex; gap: 0.25rem; }
.turns .chip { justify-content: center; min-width: 1.625rem; background: var(--_card); }
.message { position: absolute; inset: 0; display: grid; place-items: center; margin: 0; padding: 1rem; text-align: center; color: var(--_dim); text-wrap: balance; }
:host([stale]) .space { opacity: .6; }
${MENU_STYLE}${TABLE_STYLE}
:host([tabulated]) .stage { visibility: hidden; }
.stage ~ .table { top: 2rem; }
`;

export const SURFACE_MARKUP = `
<div class="head">
  <p class="words"></p>
  <div class="tools">
    <span class="classes" role="group"></span>
    <button type="button" class="chip log" aria-pressed="true" data-text="chart.log" data-title="chart.logHint"></button>
    <button type="button" class="chip first" data-text="chart.relief.first"></button>
    ${MENU}
  </div>
</div>
<div class="stage">
  <div class="flat" role="img"><canvas></canvas><span class="x" aria-hidden="true" data-text="chart.relief.x"></span><span class="y" aria-hidden="true" data-text="chart.relief.y"></span></div>
  <div class="space" role="application" tabindex="0"><canvas></canvas></div>
  <div class="turns" role="group" data-label="chart.relief.turns">${TURNS.map(([turn, sign]) => `<button type="button" class="chip" data-turn="${turn}" data-label="chart.relief.${turn}">${sign}</button>`).join('')}</div>
  <p class="message" hidden></p>
</div>
${TABLE}
<p class="told" role="status"></p>
<p class="sr spoken" aria-live="polite"></p>
`;
