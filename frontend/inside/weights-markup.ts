import { MENU, MENU_STYLE } from '../charts/menu';
import { BASE, TABLE_STYLE } from '../charts/styles';
import { TABLE } from '../charts/table';

export const STYLE = `${BASE}${MENU_STYLE}${TABLE_STYLE}
:host { display: flex; flex-direction: column; gap: 0.5rem; position: relative; min-width: 0; }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.75rem; }
.field { display: inline-flex; align-items: center; gap: 0.375rem; color: var(--_dim); }
select, input {
  font: inherit; color: var(--_ink); background: var(--_card); min-height: 1.625rem; padding: 0.125rem 0.375rem;
  border: 1px solid color-mix(in srgb, var(--_dim) 70%, var(--_line)); border-radius: 0.375rem; min-width: 0; max-width: 14rem;
}
.group { display: inline-flex; align-items: center; gap: 0.25rem; }
.group .chip { min-width: 1.625rem; justify-content: center; }
.words { margin: 0; color: var(--_dim); text-wrap: pretty; }
.body { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0.75rem 1.25rem; }
.main { flex: 1 1 18rem; min-width: 0; display: flex; flex-direction: column; gap: 0.375rem; }
.columns { display: flex; justify-content: space-between; max-width: 460px; color: var(--_dim); font-weight: 600; }
.stage { width: max-content; max-width: 100%; overflow: auto; scrollbar-width: thin; padding: 3px; border-radius: 0.375rem; cursor: crosshair; }
.main canvas, .maps canvas { display: block; }
.side { flex: 0 1 17rem; min-width: 12rem; display: flex; flex-direction: column; gap: 0.5rem; position: sticky; top: 0; }
.reading { margin: 0; padding: 0.5rem 0.625rem; display: flex; flex-direction: column; gap: 0.25rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_card); }
.what { font-weight: 650; font-size: 0.8125rem; overflow-wrap: anywhere; }
.top { display: flex; justify-content: space-between; gap: 0.5rem; }
.where { color: var(--_dim); min-height: 1lh; }
.set { display: flex; gap: 0.375rem; }
.set input { flex: 1; width: 6rem; }
.set input[aria-invalid="true"] { border-color: var(--_error); }
.wrong { color: var(--_error); margin: 0; }
.wrong:empty { display: none; }
.overview { margin: 0; display: flex; flex-direction: column; gap: 0.25rem; color: var(--_dim); }
.overview canvas { border-radius: 0.25rem; cursor: pointer; align-self: flex-start; }
.maps { display: flex; flex-direction: column; gap: 0.375rem; border-top: 1px solid var(--_line); padding-top: 0.5rem; }
.maps h3 { margin: 0; font-size: 0.75rem; font-weight: 650; }
.shown { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0.75rem; }
.shown > .all { flex: 1 1 14rem; min-width: 0; }
.rest { margin: 0.25rem 0 0; color: var(--_dim); }
.more { margin-inline-start: auto; }
.words ~ .table { top: 2.25rem; min-height: 12rem; }
.table :is(th, td) { white-space: nowrap; }
.table tbody th { color: var(--_dim); }
:host([tabulated]) :is(.body, .maps) { visibility: hidden; }
:host([stale]) .body, :host([stale]) .maps { opacity: .45; }
`;

export const MARKUP = `
<div class="head">
  <label class="field"><span data-text="chart.inside.layer"></span><select class="layer"></select></label>
  <div class="group forms" role="group">
    <button type="button" class="chip" data-form="links" data-text="chart.inside.links" data-title="chart.inside.linksHint"></button>
    <button type="button" class="chip" data-form="matrix" data-text="chart.inside.matrix" data-title="chart.inside.matrixHint"></button>
  </div>
  <label class="field channel"><span data-text="chart.inside.channel"></span><select></select></label>
  <div class="group pages rows" role="group"><span data-text="chart.inside.rows"></span>
    <button type="button" class="chip back">‹</button><button type="button" class="chip on">›</button></div>
  <div class="group pages across" role="group"><span data-text="chart.inside.columns"></span>
    <button type="button" class="chip back">‹</button><button type="button" class="chip on">›</button></div>
  ${MENU}
</div>
<p class="words"></p>
<div class="body">
  <div class="main">
    <div class="columns" aria-hidden="true"><span></span><span></span></div>
    <div class="stage" tabindex="0" role="group" aria-describedby="keys"><canvas aria-hidden="true"></canvas></div>
  </div>
  <div class="side">
    <form class="reading">
      <span class="top"><span class="what"></span><button type="button" class="why" data-explains="topic.weights">?</button></span>
      <span class="where"></span>
      <span class="set"><input type="text" inputmode="decimal" autocomplete="off"><button type="submit" class="chip" data-text="chart.inside.set"></button></span>
      <p class="wrong" role="alert"></p>
    </form>
    <figure class="overview"><canvas role="img"></canvas><figcaption data-text="chart.inside.overview"></figcaption></figure>
    <p class="words" id="keys"></p>
  </div>
</div>
<section class="maps">
  <div class="head">
    <h3></h3>
    <div class="group example" role="group">
      <button type="button" class="chip back">‹</button><button type="button" class="chip on">›</button>
    </div>
  </div>
  <p class="words map-words"></p>
  <div class="shown"><canvas class="input" role="img"></canvas><div class="all"><canvas role="img"></canvas><p class="rest"></p></div></div>
</section>
${TABLE}
<p class="told" role="status"></p>
<p class="sr said" role="status"></p>
`;
