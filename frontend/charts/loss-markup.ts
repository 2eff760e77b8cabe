import { MENU_STYLE, ZOOM_MENU } from './menu';
import { BASE, TABLE_STYLE } from './styles';
import { TABLE } from './table';

/** The inside of a loss chart. */
export const STYLE = `${BASE}
:host { display: flex; flex-direction: column; position: relative; min-width: 12.5rem; min-height: 6.875rem; height: 11rem; }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.625rem; min-height: 1.625rem; margin-bottom: 0.25rem; }
h3 { margin: 0; font-size: 0.6875rem; font-weight: 600; letter-spacing: .05em; text-transform: uppercase; color: var(--_dim); white-space: nowrap; }
.key { display: flex; gap: 0.625rem; flex: none; color: var(--_dim); font-size: 0.6875rem; white-space: nowrap; }
.key span { display: inline-flex; align-items: center; gap: 0.3125rem; }
.key i, .read i { display: inline-block; width: 0.8125rem; height: 2px; flex: none; background: var(--_accent); vertical-align: middle; }
.key .t i, .read .t i { background: linear-gradient(90deg, var(--_test) 0 0.3125rem, transparent 0.3125rem 0.5rem) 0 / 0.5rem; }
.none { overflow: hidden; color: var(--_dim); font-size: 0.6875rem; text-overflow: ellipsis; white-space: nowrap; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.625rem; margin-inline-start: auto; }
label { display: inline-flex; align-items: center; gap: 0.375rem; color: var(--_dim); font-size: 0.6875rem; white-space: nowrap; }
output { min-width: 2.1em; text-align: end; }
input[type=range] { appearance: none; width: 3.375rem; height: 1.5rem; margin: 0; background: none; cursor: pointer; }
input[type=range]::-webkit-slider-runnable-track { height: 0.25rem; border-radius: 2px; background: linear-gradient(var(--_accent), var(--_accent)) 0 / calc(var(--share) * 100%) 100% no-repeat var(--_line); }
input[type=range]::-moz-range-track { height: 0.25rem; border-radius: 2px; background: linear-gradient(var(--_accent), var(--_accent)) 0 / calc(var(--share) * 100%) 100% no-repeat var(--_line); }
input[type=range]::-webkit-slider-thumb { appearance: none; width: 0.75rem; height: 0.75rem; margin-top: -0.25rem; border-radius: 50%; background: var(--_card); border: 2px solid var(--_accent); }
input[type=range]::-moz-range-thumb { width: 0.5rem; height: 0.5rem; border-radius: 50%; background: var(--_card); border: 2px solid var(--_accent); }
.plot { position: relative; flex: 1; min-height: 3.75rem; border-radius: 0.375rem; touch-action: pan-y; cursor: crosshair; }
e-chart { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; }
.hair { position: absolute; top: 0; bottom: 1.25rem; left: 0; width: 1px; background: var(--_dim); opacity: .55; pointer-events: none; will-change: transform; }
.mark { position: absolute; top: 0; bottom: 1.25rem; left: -1px; width: 2px; background: var(--_warn); pointer-events: none; }
.mark::before { content: ""; position: absolute; left: -3px; top: 0; border: 4px solid transparent; border-top-color: var(--_warn); }
.dot { position: absolute; left: -0.2188rem; top: -0.2188rem; width: 0.4375rem; height: 0.4375rem; border-radius: 50%; background: var(--_accent); box-shadow: 0 0 0 1.5px var(--_card); pointer-events: none; }
.dot.t { background: var(--_card); border: 2px solid var(--_test); }
.read div { display: flex; gap: 0.4375rem; align-items: center; }
.read b { margin-inline-start: auto; padding-inline-start: 0.625rem; font-weight: 600; }
.band { position: absolute; top: 0; bottom: 1.25rem; left: 0; background: color-mix(in srgb, var(--_accent) 16%, transparent); border-inline: 1px solid var(--_accent); pointer-events: none; }
.reset { position: absolute; right: 0.375rem; top: 2px; z-index: 1; background: var(--_card); }
.message { position: absolute; left: 50%; top: calc(50% - 0.625rem); translate: -50% -50%; width: max-content; max-width: 100%; margin: 0; padding: 0.125rem 0.5rem; border-radius: 0.5rem; background: var(--_card); text-align: center; color: var(--_dim); pointer-events: none; text-wrap: balance; }
.hint { position: absolute; left: 2.75rem; right: 0.625rem; bottom: 1.625rem; margin: 0; width: fit-content; padding: 2px 0.5rem; border-radius: 0.5rem; font-size: 0.6875rem; pointer-events: none; color: var(--_warn); background: color-mix(in srgb, var(--_warn) 10%, var(--_card)); }
${MENU_STYLE}${TABLE_STYLE}
.head ~ .table { top: 1.875rem; bottom: auto; height: max(100% - 1.875rem, 15rem); }
`;

export const MARKUP = `
<div class="head">
  <h3></h3>
  <div class="key" aria-hidden="true"><span><i></i><span data-text="chart.train"></span></span><span class="t"><i></i><span data-text="chart.test"></span></span></div>
  <small class="none" data-text="chart.noTest" data-title="chart.noTestHint" hidden></small>
  <div class="tools">
    <label data-title="chart.smoothingHint"><svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true"><path d="M1 9C4 9 4 3 8 3s4 6 7 6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/></svg><input type="range" min="0" max="0.99" step="0.01" value="0"><output></output></label>
    <button type="button" class="chip log" aria-pressed="false" data-text="chart.log" data-title="chart.logHint"></button>
    <button type="button" class="why" data-explains="topic.smoothing" data-chosen="topic.log" data-label="chart.why">?</button>
    ${ZOOM_MENU}
  </div>
</div>
<div class="plot" role="application" tabindex="0">
  <e-chart aria-hidden="true"></e-chart>
  <p class="message" hidden></p>
  <p class="hint" role="status" data-text="chart.farOff" hidden></p>
  <div class="mark" hidden></div>
  <div class="hair" hidden></div><div class="dot" hidden></div><div class="dot t" hidden></div>
  <div class="band" hidden></div>
  <div class="read" hidden></div>
  <button type="button" class="chip reset" data-text="chart.resetZoom" hidden></button>
</div>
${TABLE}
<p class="told" role="status"></p>
<p class="sr spoken" aria-live="polite"></p>
`;
