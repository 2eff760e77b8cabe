import { MENU, MENU_STYLE } from '../charts/menu';
import { BASE, TABLE_STYLE } from '../charts/styles';
import { TABLE } from '../charts/table';
import { SETTINGS, type Setting } from './features';

export const STYLE = `${BASE}
:host { display: flex; flex-direction: column; gap: 0.5rem; position: relative; min-width: 0; container-type: inline-size; }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.75rem; }
.field { display: inline-flex; align-items: center; gap: 0.375rem; color: var(--_dim); }
.asked { display: inline-flex; align-items: center; gap: 0.375rem; }
select, input[type="number"] {
  font: inherit; color: var(--_ink); background: var(--_card); min-height: 1.625rem; padding: 0.125rem 0.375rem;
  border: 1px solid color-mix(in srgb, var(--_dim) 70%, var(--_line)); border-radius: 0.375rem; min-width: 0; max-width: 14rem;
}
input[type="number"] { width: 4.25rem; text-align: end; }
input[type="checkbox"] { accent-color: var(--_accent); margin: 0; width: 1rem; height: 1rem; }
.group { display: inline-flex; gap: 0.25rem; }
.update { color: var(--sl-on-accent, #fff); background: var(--_accent); border-color: transparent; font-weight: 600; padding-inline: 0.75rem; }
.update:not(.stop):hover { color: var(--sl-on-accent, #fff); border-color: transparent; background: color-mix(in srgb, var(--_accent) 88%, var(--_ink)); }
.update.stop { color: var(--_ink); background: none; border-color: var(--_line); }
.more { margin-inline-start: auto; }
progress { flex: 0 1 8rem; min-width: 4rem; height: 0.375rem; accent-color: var(--_accent); }
.words { margin: 0; color: var(--_dim); text-wrap: pretty; max-width: 100ch; }
.body { display: grid; grid-template-columns: minmax(0, 1fr) 14rem; gap: 0.75rem 1rem; align-items: start; }
.stage { position: relative; height: clamp(17rem, 46cqi, 30rem); border-radius: 0.625rem; box-shadow: inset 0 0 0 1px var(--_line); overflow: hidden; cursor: crosshair; }
canvas { display: block; }
.stage canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.axis { position: absolute; color: var(--_dim); font-size: 0.625rem; pointer-events: none; background: color-mix(in srgb, var(--_card) 80%, transparent); padding: 0 0.25rem; border-radius: 0.25rem; }
.axis.x { right: 0.25rem; bottom: 0.25rem; } .axis.y { left: 0.25rem; top: 0.25rem; }
.message { position: absolute; inset: 0; display: grid; place-items: center; margin: 0; padding: 1rem; text-align: center; color: var(--_dim); text-wrap: balance; pointer-events: none; }
.side { display: flex; flex-direction: column; gap: 0.5rem; min-width: 0; }
.reading { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.25rem 0.625rem; align-items: start; min-height: 5.75rem; padding: 0.5rem 0.625rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_card); }
.reading canvas { width: 4.5rem; height: auto; image-rendering: pixelated; border-radius: 0.25rem; background: #000; }
.what { font-weight: 650; overflow-wrap: anywhere; text-wrap: pretty; }
.cells { grid-column: 1 / -1; display: grid; grid-template-columns: minmax(0, auto) minmax(0, 1fr); gap: 0 0.5rem; margin: 0; font-size: 0.6875rem; }
.cells dt { color: var(--_dim); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .cells dd { margin: 0; overflow-wrap: anywhere; }
.classes { display: flex; flex-wrap: wrap; gap: 0.25rem; max-height: 12rem; overflow: auto; scrollbar-width: thin; padding: 2px; }
.classes .chip { color: var(--_ink); max-width: 100%; }
.classes .chip b { font-weight: 500; overflow: hidden; text-overflow: ellipsis; }
.classes .chip span { color: var(--_dim); }
.classes .chip[aria-pressed="false"] { border-style: dashed; opacity: .6; }
.classes .chip[aria-pressed="true"] { background: none; border-color: var(--_line); font-weight: inherit; }
svg { flex: none; overflow: visible; }
.ring { display: flex; align-items: center; gap: 0.375rem; margin: 0; color: var(--_dim); }
.scale { position: relative; width: 10rem; max-width: 100%; font-size: 0.6563rem; color: var(--_dim); }
.scale .bar { height: 0.5rem; border-radius: 0.25rem; background: linear-gradient(to right, var(--stops)); box-shadow: inset 0 0 0 1px var(--_line); }
.scale .ends { display: flex; justify-content: space-between; }
.scale .zero { position: absolute; left: calc(var(--at) * 100%); top: 0.5rem; transform: translateX(-50%); }
.keys { margin: 0; color: var(--_dim); font-size: 0.6875rem; text-wrap: pretty; }
:host([stale]) .stage { opacity: .6; }
@container (max-width: 36rem) { .body { grid-template-columns: minmax(0, 1fr); } .stage { height: min(90cqi, 24rem); } }
${MENU_STYLE}${TABLE_STYLE}
:host([tabulated]) :is(.words, .body) { visibility: hidden; }
.body ~ .table { top: 4.5rem; }
`;

function field(setting: Setting): string {
  const { min, max, usual } = SETTINGS[setting];
  const why =
    setting === 'perplexity'
      ? '<button type="button" class="why" data-explains="topic.perplexity" data-label="chart.features.why.perplexity">?</button>'
      : '';
  return `
<span class="asked ${setting}">
  <label class="field" data-title="chart.features.${setting}.help"><span data-text="chart.features.${setting}"></span>
    <input type="number" name="${setting}" min="${min}" max="${max}" step="1" list="${setting}-usual"></label>${why}
  <datalist id="${setting}-usual">${usual.map((value) => `<option value="${value}"></option>`).join('')}</datalist>
</span>`;
}

export const MARKUP = `
<div class="head">
  <label class="field"><span data-text="chart.inside.layer"></span><select class="layer"></select></label>
  <span class="asked"><span class="group methods" role="group">
    <button type="button" class="chip" data-method="pca" data-text="chart.features.pca" data-title="chart.features.pca.help"></button>
    <button type="button" class="chip" data-method="tsne" data-text="chart.features.tsne" data-title="chart.features.tsne.help"></button>
  </span><button type="button" class="why" data-explains="topic.features" data-label="chart.features.why">?</button></span>
  ${field('perplexity')}${field('iterations')}${field('examples')}
  <button type="button" class="chip update"></button>
  <label class="field" data-title="chart.features.follow.help"><input type="checkbox" class="follow"> <span data-text="chart.features.follow"></span></label>
  <progress max="1" value="0" hidden></progress>
  ${MENU}
</div>
<p class="words"></p>
<div class="body">
  <div class="stage" tabindex="0" role="application"><canvas></canvas>
    <span class="axis x" aria-hidden="true"></span><span class="axis y" aria-hidden="true"></span>
    <p class="message"></p>
  </div>
  <div class="side">
    <div class="reading"><canvas role="img" hidden></canvas><span class="what"></span><dl class="cells"></dl></div>
    <div class="classes" role="group"></div>
    <div class="scale" hidden><div class="bar"></div><div class="ends"><span class="least"></span><span class="most"></span></div><span class="zero">0</span></div>
    <p class="ring" hidden><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/></svg><span data-text="chart.features.ring"></span></p>
    <p class="keys"><span data-text="chart.features.keys"></span> <span class="pin" data-text="chart.features.pin"></span></p>
  </div>
</div>
${TABLE}
<p class="told" role="status"></p>
<p class="sr said" aria-live="polite"></p>
`;
