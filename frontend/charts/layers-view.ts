import type { Histogram, Layer } from '../contract/types';
import type { MetricHistory } from '../stream/history';
import type { LayersFrame } from '../stream/frames';
import type { RunListener } from '../stream/run-stream';
import { ChartMenu } from './chart-menu';
import { significant } from './format';
import {
  bars,
  COLUMNS,
  flowOf,
  HIGH,
  histogramWords,
  rates,
  REMEMBERED,
  reportWords,
  SPREADS,
  strideOf,
  trail,
  WIDE,
  zeroOf,
} from './layers';
import { LayerFiles } from './layers-files';
import { MENU, MENU_STYLE } from './menu';
import { define, RunElement } from './run-element';
import { inkOf } from './square-picture';
import { BASE, TABLE_STYLE } from './styles';
import { TABLE } from './table';

const STYLE = `${BASE}${MENU_STYLE}${TABLE_STYLE}
:host { display: flex; flex-direction: column; gap: 0.5rem; position: relative; min-width: 0; }
.head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 1rem; }
.words { margin: 0; flex: 1 1 16rem; color: var(--_dim); text-wrap: pretty; }
.rate { display: flex; align-items: center; gap: 0.5rem; margin: 0; color: var(--_dim); }
.rate b { color: var(--_ink); font-weight: 650; }
.scroll { overflow: auto; scrollbar-width: thin; border-radius: 0.5rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.6875rem; }
th, td { padding: 0.3125rem 0.375rem; text-align: start; vertical-align: middle; border-bottom: 1px solid var(--_line); white-space: nowrap; }
thead th { position: sticky; top: 0; z-index: 1; background: var(--_card); color: var(--_dim); font-weight: 600; }
tbody th { font-weight: 650; max-width: 9rem; overflow: hidden; text-overflow: ellipsis; }
svg { display: block; width: 4.5rem; height: 1.5rem; overflow: visible; }
.bars { fill: var(--_accent); }
td.gradients .bars { fill: var(--_class-1); }
td.activations .bars { fill: var(--_class-2); }
.zero { stroke: var(--_dim); stroke-width: 0.75; stroke-dasharray: 2 2; }
.trail { fill: none; stroke: var(--_accent); stroke-width: 1.5; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.range { display: flex; justify-content: space-between; gap: 0.375rem; min-width: 4.5rem; width: max-content; color: var(--_dim); font-size: 0.625rem; line-height: 1.2; }
.norm { display: flex; align-items: center; gap: 0.5rem; }
.norm b, td b { font-weight: 650; }
.word { display: block; color: var(--_dim); }
[data-flow]:not([data-flow="healthy"]) .word { color: var(--_error); font-weight: 600; }
[data-flow="vanishing"] .trail { stroke: var(--_warn); }
[data-flow="exploding"] .trail, [data-flow="broken"] .trail { stroke: var(--_error); }
[data-alarm="true"] .word { color: var(--_warn); font-weight: 600; }
.scroll ~ .table { top: 2rem; min-height: 9rem; }
:host([tabulated]) .scroll { visibility: hidden; }
:host([stale]) .scroll table { opacity: .45; }
@media (forced-colors: active) { svg { forced-color-adjust: none; } }
`;

const MARKUP = `
<div class="head">
  <p class="words"></p>
  <p class="rate"><span data-text="chart.layers.rate"></span><b></b><svg viewBox="0 0 ${WIDE} ${HIGH}" role="img"><path class="trail"/></svg></p>
  ${MENU}
</div>
<div class="scroll" tabindex="0" role="group"><table><thead><tr></tr></thead><tbody></tbody></table></div>
${TABLE}
<p class="told" role="status"></p>
`;

/**
 * What goes on in each layer: how weights, gradients and activations spread, how long its gradient
 * is and was, how far its steps go, which of its units are dead; and the learning rate.
 */
export class LayersView extends RunElement {
  private frame: LayersFrame | undefined;
  private history: MetricHistory | undefined;
  private readonly norms = new Map<string, number[]>();
  private called: Readonly<Record<string, string>> = {};
  private rows: readonly string[] = [];
  private readonly menu: ChartMenu;

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    this.menu = new ChartMenu(this.root, {
      text: this.text.bind(this),
      name: () => this.text('chart.layers'),
      exportable: () => ({
        fileName: 'layers',
        draw: () => Promise.resolve(this.files().drawing(inkOf(this))),
        csv: () => this.files().csv(),
      }),
      table: () => this.files().table(this.find('.words').textContent ?? ''),
    });
  }

  /** Layers in words, by their nodes' ids; those without a name are called by their id. */
  get names(): Readonly<Record<string, string>> {
    return this.called;
  }

  set names(names: Readonly<Record<string, string>>) {
    this.called = names ?? {};
    this.rows = [];
    this.schedule();
  }

  override connectedCallback(): void {
    this.adopt('names');
    super.connectedCallback();
  }

  protected override listener(): RunListener {
    return {
      onLayers: (frame) => this.take(frame),
      onMetrics: (history) => {
        this.history = history;
        this.schedule();
      },
      onConnection: (state) => this.dim(state),
    };
  }

  private take(frame: LayersFrame): void {
    const before = this.frame?.at;
    if (before?.attempt !== frame.at.attempt) this.norms.clear();
    if (before?.attempt !== frame.at.attempt || before.step !== frame.at.step) {
      for (const { node, gradientNorm } of frame.report.layers) {
        const norms = [...(this.norms.get(node) ?? []), gradientNorm ?? NaN];
        this.norms.set(node, norms.slice(-REMEMBERED));
      }
    }
    this.frame = frame;
    this.schedule();
  }

  protected override forget(): void {
    this.frame = undefined;
    this.history = undefined;
    this.norms.clear();
    this.schedule();
  }

  protected override textsChanged(): void {
    this.writeTexts();
    this.menu.textsChanged();
    this.rows = [];
    this.schedule();
  }

  protected override draw(): void {
    const report = this.frame?.report;
    const text = this.text.bind(this);
    this.find('.words').textContent = report
      ? reportWords(report, this.format, text)
      : text('chart.layers.waiting');
    this.find('.scroll').setAttribute('aria-label', text('chart.layers'));
    this.find('.scroll').hidden = !report;
    this.drawRate();
    const layers = report?.layers ?? [];
    this.furnishRows(layers);
    const rows = this.find<HTMLTableElement>('table').tBodies[0].rows;
    layers.forEach((layer, index) => this.drawLayer(rows[index], layer, layers));
    this.menu.refresh();
    this.dataset.step = String(this.frame?.at.step ?? '');
  }

  /** What the points of the curves have. */
  private drawRate(): void {
    const values = this.history?.column('learningRate') ?? new Float64Array(0);
    const rate = this.find('.rate');
    rate.hidden = values.length === 0;
    if (rate.hidden) return;
    const { path, least, most } = rates(values);
    this.find('.rate b').textContent = this.format.number(values[values.length - 1]);
    this.find('.rate path').setAttribute('d', path);
    this.find('.rate svg').setAttribute(
      'aria-label',
      this.text('chart.layers.rates', {
        least: this.format.number(least),
        most: this.format.number(most),
      }),
    );
  }

  /** Rows stay as long as the layers do, so that nothing is lost under pointer and reader. */
  private furnishRows(layers: readonly Layer[]): void {
    const wanted = layers.map((layer) => layer.node);
    if (wanted.join('\n') === this.rows.join('\n') && this.rows.length > 0) return;
    this.rows = wanted;
    const heads = COLUMNS.map((name) => {
      const head = document.createElement('th');
      head.scope = 'col';
      head.textContent = this.text(`chart.layers.${name}`);
      head.title = this.text(`chart.layers.${name}.help`);
      return head;
    });
    this.find('thead tr').replaceChildren(...heads);
    this.find('tbody').replaceChildren(...wanted.map((node) => this.row(node)));
  }

  private row(node: string): HTMLTableRowElement {
    const row = document.createElement('tr');
    row.dataset.node = node;
    const name = this.nameOf(node);
    row.innerHTML = `
<th scope="row"></th>
${SPREADS.map((spread) => `<td class="${spread}"><svg viewBox="0 0 ${WIDE} ${HIGH}" role="img"><path class="bars"/><path class="zero"/></svg><div class="range" aria-hidden="true"><span></span><span></span></div></td>`).join('')}
<td class="gradientNorm"><div class="norm"><svg viewBox="0 0 ${WIDE} ${HIGH}" aria-hidden="true"><path class="trail"/></svg><span><b></b><span class="word"></span></span></div></td>
<td class="updateRatio"><b></b><span class="word"></span></td>
<td class="dead"></td>`;
    const head = row.querySelector('th')!;
    head.textContent = name;
    head.title = name;
    return row;
  }

  private nameOf(node: string): string {
    return this.called[node] ?? node;
  }

  private files(): LayerFiles {
    return new LayerFiles(this.frame?.report.layers ?? [], {
      subject: this.subject,
      nameOf: (node) => this.nameOf(node),
      normsOf: (node) => this.norms.get(node) ?? [],
      format: this.format,
      text: this.text.bind(this),
    });
  }

  private drawLayer(row: HTMLTableRowElement, layer: Layer, layers: readonly Layer[]): void {
    for (const spread of SPREADS) this.drawSpread(inside(row, `.${spread}`), layer[spread]);
    const flow = flowOf(layer, layers);
    const norm = inside(row, '.gradientNorm');
    if (flow) norm.dataset.flow = flow;
    inside(norm, '.norm').hidden = flow === undefined;
    inside(norm, 'b').textContent = this.format.number(layer.gradientNorm ?? NaN);
    inside(norm, '.word').textContent = flow ? this.text(`chart.layers.${flow}`) : '';
    inside(norm, '.trail').setAttribute('d', trail(this.norms.get(layer.node) ?? [], REMEMBERED));
    const ratio = inside(row, '.updateRatio');
    const stride = layer.updateRatio == null ? undefined : strideOf(layer.updateRatio);
    ratio.dataset.alarm = String(stride !== undefined && stride !== 'usual');
    inside(ratio, 'b').textContent =
      layer.updateRatio == null ? '' : this.format.number(layer.updateRatio);
    inside(ratio, '.word').textContent = stride ? this.text(`chart.layers.${stride}`) : '';
    inside(row, '.dead').textContent =
      layer.deadShare == null ? '' : this.format.about(layer.deadShare);
  }

  private drawSpread(cell: HTMLElement, spread: Histogram | undefined): void {
    const [bar, zero] = cell.querySelectorAll('path');
    const svg = inside(cell, 'svg');
    const [least, greatest] = cell.querySelectorAll('.range span');
    for (const child of [svg, inside(cell, '.range')]) {
      child.style.display = spread == null ? 'none' : '';
    }
    if (spread == null) return;
    const at = zeroOf(spread);
    bar.setAttribute('d', bars(spread));
    zero.setAttribute('d', at === undefined ? '' : `M${at.toFixed(2)} 0V${HIGH}`);
    svg.setAttribute('aria-label', histogramWords(spread, this.format, this.text.bind(this)));
    least.textContent = significant(spread.least, 2);
    greatest.textContent = significant(spread.greatest, 2);
  }
}

function inside(of: Element, selector: string): HTMLElement {
  return of.querySelector<HTMLElement>(selector)!;
}

define('layers-view', LayersView);
