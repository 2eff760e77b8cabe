import { MENU, MENU_STYLE } from '../charts/menu';
import { BASE, TABLE_STYLE } from '../charts/styles';
import { TABLE } from '../charts/table';

/** The inside of a boundary view. */
export const STYLE = `${BASE}
:host { display: block; position: relative; width: 100%; min-width: 10rem; min-height: 9.375rem; container-type: inline-size; }
.frame { --ratio: 1; display: flex; flex-direction: column; align-items: center; gap: 0.5rem; height: 100%; }
.plot {
  position: relative; flex: 0 1 calc(100cqw / var(--ratio)); min-height: 0; aspect-ratio: var(--ratio);
  border-radius: 0.625rem; touch-action: pan-y; cursor: crosshair;
  background: color-mix(in srgb, var(--_bg) 70%, var(--_card)); box-shadow: inset 0 0 0 1px var(--_line);
}
.side { flex: none; display: flex; flex-wrap: wrap; justify-content: center; align-items: center; gap: 0.25rem 0.625rem; width: 100%; }
.chips { display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 0.25rem; }
.tools { display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 0.25rem; }
.tools .why { margin-inline: 0; }
.inks { display: inline-flex; gap: 0.125rem; }
.ink { display: grid; place-items: center; width: 1.5rem; height: 1.5rem; border: 1px solid transparent; border-radius: 50%; }
.ink::before { content: ""; width: 0.75rem; height: 0.75rem; border-radius: 50%; background: var(--ink); }
.ink[aria-pressed="true"] { border-color: var(--_accent); background: color-mix(in srgb, var(--_accent) 12%, transparent); }
.plot.drawn { touch-action: none; }
.classes { display: flex; gap: 0.5rem; list-style: none; margin: 0; padding: 0; color: var(--_dim); font-size: 0.7188rem; }
.frame.wide { flex-direction: row; justify-content: center; gap: 0.75rem; container-type: size; }
.wide .plot { flex: none; width: min(100cqw - 6.125rem, 100cqh * var(--ratio)); }
.wide .side { flex-direction: column; flex-wrap: nowrap; align-self: stretch; align-items: flex-start; justify-content: space-between; width: auto; }
.chips .why { margin-inline: 0; }
.wide :is(.chips, .tools) { flex-flow: column nowrap; align-items: flex-start; }
.wide .inks { flex-wrap: wrap; max-width: 5.5rem; }
.wide .classes { flex-direction: column; gap: 0.25rem; }
@container (max-width: 18.75rem) {
  .chips { gap: 0.1875rem; } .chip { padding-inline: 0.375rem; } .chip::before { margin-inline-end: -1px; } .chip { font-size: 0.6563rem; } .classes { gap: 0.375rem; }
  .classes li { gap: 0.25rem; } .side { column-gap: 0.375rem; }
}
.back { position: absolute; z-index: 2; inset: 0.25rem 0.25rem auto; display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 0.5rem; padding: 0.125rem 0.125rem 0.125rem 0.5rem; border: 1px solid var(--_warn); border-radius: 0.875rem; background: color-mix(in srgb, var(--_warn) 10%, var(--_card)); color: var(--_ink); font-size: 0.6563rem; font-weight: 600; cursor: default; }
.back .chip { font-size: 0.6563rem; padding-inline: 0.375rem; background: var(--_card); color: var(--_ink); }
.back ~ .lit { top: 2.75rem; }
canvas { position: absolute; inset: 0; width: 100%; height: 100%; border-radius: 0.625rem; }
.points { pointer-events: none; }
.lit { position: absolute; z-index: 1; left: 0.5rem; top: 0.5rem; max-width: calc(100% - 1rem); padding: 0.1875rem 0.5rem; border-radius: 0.5rem; background: color-mix(in srgb, var(--_card) 92%, transparent); color: var(--_ink); font-size: 0.6875rem; font-weight: 600; pointer-events: none; }
.classes li { display: inline-flex; align-items: center; gap: 0.3125rem; }
.classes i { width: 0.5625rem; height: 0.5625rem; border-radius: 50%; }
.scale { position: relative; width: 5.75rem; font-size: 0.6563rem; color: var(--_dim); }
.scale .bar { height: 0.5rem; border-radius: 0.25rem; background: linear-gradient(to right, var(--stops)); box-shadow: inset 0 0 0 1px var(--_line); }
.scale .ends { display: flex; justify-content: space-between; }
.scale .zero { position: absolute; left: calc(var(--at) * 100%); top: 0.5rem; transform: translateX(-50%); }
.ticks span { position: absolute; font-size: 0.5938rem; line-height: 1; color: var(--_ink); opacity: .62; pointer-events: none; text-shadow: 0 0 3px var(--_card), 0 0 3px var(--_card); }
.ticks .x { left: calc(var(--at) * 100%); bottom: 0.3125rem; transform: translateX(-50%); }
.ticks .y { top: calc(var(--at) * 100%); left: 0.375rem; transform: translateY(-50%); }
.cross { position: absolute; inset: 0; overflow: hidden; border-radius: 0.625rem; pointer-events: none; }
.cross::before, .cross::after { content: ""; position: absolute; background: var(--_ink); opacity: .35; }
.cross::before { left: calc(var(--u) * 100%); top: 0; bottom: 0; width: 1px; }
.cross::after { top: calc(var(--v) * 100%); left: 0; right: 0; height: 1px; }
.cross i { position: absolute; left: calc(var(--u) * 100% - 0.25rem); top: calc(var(--v) * 100% - 0.25rem); width: 0.5625rem; height: 0.5625rem; border-radius: 50%; border: 1.5px solid var(--_ink); background: var(--_card); }
.read .at { white-space: pre; color: var(--_dim); }
.scores { list-style: none; margin: 2px 0 0; padding: 0; display: grid; gap: 2px; }
.scores li { display: grid; grid-template-columns: minmax(0.5625rem, auto) 3.5rem auto; gap: 0.375rem; align-items: center; color: var(--_dim); }
.scores b { font-weight: inherit; }
.scores i { height: 0.375rem; border-radius: 0.1875rem; background: var(--_line); overflow: hidden; position: relative; }
.scores i::after { content: ""; position: absolute; inset: 0; width: calc(var(--share) * 100%); background: var(--colour); border-radius: 0.1875rem; }
.scores .best { color: var(--_ink); font-weight: 600; }
.chip.train::before, .chip.test::before { content: ""; width: 0.4375rem; height: 0.4375rem; border-radius: 50%; box-sizing: border-box; }
.chip.train::before { background: currentColor; }
.chip.test::before { border: 1.75px solid currentColor; }
.trouble { position: absolute; z-index: 1; left: 50%; top: 50%; translate: -50% -50%; width: min(18.75rem, 100% - 1.5rem); max-height: calc(100% - 1rem); overflow: auto; padding: 0.5625rem 0.75rem; border-radius: 0.75rem; border: 1px solid color-mix(in srgb, var(--_error) 55%, var(--_line)); background: var(--_card); box-shadow: 0 8px 28px rgb(0 0 0 / .2); cursor: default; }
.trouble h4 { margin: 0 0 0.25rem; font-size: 0.8125rem; color: var(--_error); }
.trouble p { margin: 0 0 0.25rem; }
.trouble ul { margin: 0; padding-inline-start: 1.125rem; }
.message { position: absolute; inset: 0; display: grid; place-items: center; text-align: center; padding: 1rem; color: var(--_dim); text-wrap: balance; }
${MENU_STYLE}${TABLE_STYLE}
.frame > .table { position: relative; flex: 1 1 0; min-height: 0; width: 100%; }
:host([tabulated]) .plot { display: none; }
:host([tabulated]) .frame { min-height: 18rem; }
`;

export const MARKUP = `
<div class="frame">
  <div class="plot" part="plot" role="application" tabindex="0">
    <canvas class="surface"></canvas><canvas class="points"></canvas>
    <div class="ticks" aria-hidden="true" hidden></div>
    <div class="back" hidden><span></span><button type="button" class="chip" data-text="chart.history.toNow"></button></div>
    <div class="lit" aria-hidden="true" hidden></div>
    <div class="cross" hidden><i></i></div>
    <div class="read" hidden><div class="at"></div><ul class="scores"></ul></div>
    <div class="trouble" role="status" hidden></div>
    <p class="message empty" data-text="chart.noRun" hidden></p>
    <p class="message none" data-text="chart.noPlane" hidden></p>
  </div>
  ${TABLE}
  <div class="side">
    <ul class="classes"></ul>
    <div class="scale" hidden><div class="bar"></div><div class="ends"><span class="least"></span><span class="most"></span></div><span class="zero">0</span></div>
    <div class="tools" role="group" hidden>
      <button type="button" class="chip pen" aria-pressed="false" data-text="chart.pen" data-title="chart.penHint"></button>
      <span class="inks" hidden></span>
      <button type="button" class="chip rub" aria-pressed="false" data-text="chart.rub" data-title="chart.rubHint"></button>
      <button type="button" class="chip wipe" data-text="chart.wipe" data-title="chart.wipeHint"></button>
      <button type="button" class="why" data-explains="topic.pen" data-label="chart.whyPen">?</button>
    </div>
    <div class="chips">
      <button type="button" class="chip train" aria-pressed="true" data-text="chart.train" data-title="chart.trainPoints"></button>
      <button type="button" class="chip test" aria-pressed="true" data-text="chart.test" data-title="chart.testPoints"></button>
      <button type="button" class="chip plain" aria-pressed="false" data-text="chart.discretise" data-title="chart.discretiseHint"></button>
      <button type="button" class="why" data-explains="topic.picture" data-chosen="topic.discretise" data-label="chart.whyBoundary">?</button>
      ${MENU}
    </div>
  </div>
</div>
<p class="told" role="status"></p>
<p class="sr spoken" aria-live="polite"></p>
`;
