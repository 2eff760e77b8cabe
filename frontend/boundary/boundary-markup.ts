import { BASE } from '../charts/styles';

/** The inside of a boundary view. */
export const MARKUP = `
<style>${BASE}
:host { display: block; position: relative; width: 100%; aspect-ratio: 1 / 1.1; min-width: 180px; min-height: 150px; }
.box { position: absolute; inset: 0; container-type: size; }
.frame {
  --ratio: 1; --side: 34px; --w: 0px;
  display: flex; flex-direction: column; gap: 8px; height: 100%; align-items: center;
}
.plot {
  position: relative; flex: none; border-radius: 10px; touch-action: pan-y; cursor: crosshair;
  width: min(100cqw, (100cqh - var(--side)) * var(--ratio)); aspect-ratio: var(--ratio);
  background: color-mix(in srgb, var(--_bg) 70%, var(--_card));
  box-shadow: inset 0 0 0 1px var(--_line);
}
.side { display: flex; flex-wrap: wrap; justify-content: center; gap: 4px 10px; width: 100%; align-items: center; }
.chips { display: flex; gap: 4px; }
@container (min-aspect-ratio: 6/5) {
  .frame { flex-direction: row; --w: 98px; gap: 12px; align-items: stretch; justify-content: center; }
  .plot { width: min(100cqw - var(--w), 100cqh * var(--ratio)); align-self: center; }
  .side { flex-direction: column; width: auto; align-items: flex-start; justify-content: space-between; flex-wrap: nowrap; }
  .chips { flex-direction: column; align-items: flex-start; }
  .classes { flex-direction: column; gap: 4px; }
}
canvas { position: absolute; inset: 0; width: 100%; height: 100%; border-radius: 10px; }
.points { pointer-events: none; }
.classes { display: flex; gap: 8px; list-style: none; margin: 0; padding: 0; color: var(--_dim); font-size: 11.5px; }
.classes li { display: inline-flex; align-items: center; gap: 5px; }
.classes i { width: 9px; height: 9px; border-radius: 50%; }
.scale { position: relative; width: 92px; font-size: 10.5px; color: var(--_dim); }
.scale .bar { height: 8px; border-radius: 4px; background: linear-gradient(to right, var(--stops)); box-shadow: inset 0 0 0 1px var(--_line); }
.scale .ends { display: flex; justify-content: space-between; }
.scale .zero { position: absolute; left: calc(var(--at) * 100%); top: 8px; transform: translateX(-50%); }
.ticks span { position: absolute; font-size: 9.5px; line-height: 1; color: var(--_ink); opacity: .62; pointer-events: none; text-shadow: 0 0 3px var(--_card), 0 0 3px var(--_card); }
.ticks .x { left: calc(var(--at) * 100%); bottom: 5px; transform: translateX(-50%); }
.ticks .y { top: calc(var(--at) * 100%); left: 6px; transform: translateY(-50%); }
.cross { position: absolute; inset: 0; overflow: hidden; border-radius: 10px; pointer-events: none; }
.cross::before, .cross::after { content: ""; position: absolute; background: var(--_ink); opacity: .35; }
.cross::before { left: calc(var(--u) * 100%); top: 0; bottom: 0; width: 1px; }
.cross::after { top: calc(var(--v) * 100%); left: 0; right: 0; height: 1px; }
.cross i { position: absolute; left: calc(var(--u) * 100% - 4px); top: calc(var(--v) * 100% - 4px); width: 9px; height: 9px; border-radius: 50%; border: 1.5px solid var(--_ink); background: var(--_card); }
.read .at { white-space: pre; color: var(--_dim); }
.scores { list-style: none; margin: 2px 0 0; padding: 0; display: grid; gap: 2px; }
.scores li { display: grid; grid-template-columns: minmax(9px, auto) 56px auto; gap: 6px; align-items: center; color: var(--_dim); }
.scores b { font-weight: inherit; }
.scores i { height: 6px; border-radius: 3px; background: var(--_line); overflow: hidden; position: relative; }
.scores i::after { content: ""; position: absolute; inset: 0; width: calc(var(--share) * 100%); background: var(--colour); border-radius: 3px; }
.scores .best { color: var(--_ink); font-weight: 600; }
.chip.train::before, .chip.test::before { content: ""; width: 7px; height: 7px; border-radius: 50%; box-sizing: border-box; }
.chip.train::before { background: currentColor; }
.chip.test::before { border: 1.75px solid currentColor; }
.message { position: absolute; inset: 0; display: grid; place-items: center; text-align: center; padding: 16px; color: var(--_dim); text-wrap: balance; }
</style>
<div class="box"><div class="frame">
  <div class="plot" part="plot" role="application" tabindex="0">
    <canvas class="surface"></canvas><canvas class="points"></canvas>
    <div class="ticks" aria-hidden="true" hidden></div>
    <div class="cross" hidden><i></i></div>
    <div class="read" hidden><div class="at"></div><ul class="scores"></ul></div>
    <p class="message empty" data-text="chart.noRun" hidden></p>
    <p class="message none" data-text="chart.noPlane" hidden></p>
  </div>
  <div class="side">
    <ul class="classes"></ul>
    <div class="scale" hidden><div class="bar"></div><div class="ends"><span class="least"></span><span class="most"></span></div><span class="zero">0</span></div>
    <div class="chips">
      <button type="button" class="chip train" aria-pressed="true" data-text="chart.train" data-title="chart.trainPoints"></button>
      <button type="button" class="chip test" aria-pressed="true" data-text="chart.test" data-title="chart.testPoints"></button>
      <button type="button" class="chip plain" aria-pressed="false" data-text="chart.discretise" data-title="chart.discretiseHint"></button>
    </div>
  </div>
</div></div>
<p class="sr spoken" aria-live="polite"></p>
`;
