import type { MetricHistory } from '../stream/history';
import type { RunListener } from '../stream/run-stream';
import { historyCsv } from './csv';
import { smooth } from './curve';
import './e-chart';
import type { EChart } from './e-chart';
import { MARKUP } from './loss-markup';
import { curves, figureOf, lossOptions, PARTS, type Figure, type Look } from './loss-options';
import { define, RunElement } from './run-element';
import { save } from './save';
import { css, readColours } from './theme';

const DRAW_MILLISECONDS = 120;
const SUMMARY_MILLISECONDS = 4000;
const MOST_SMOOTHING = 0.99;
const LEAST_SHARE = 0.01;
const TABLE_ROWS = 200;

/** Loss or accuracy of a run over its steps: the training part solid, the test part dashed. */
export class LossChart extends RunElement {
  static override observedAttributes = [...RunElement.observedAttributes, 'figure'];

  private history: MetricHistory | undefined;
  private log = false;
  private beta = 0;
  private window: readonly [number, number] | undefined;
  private hover: number | undefined;
  private dragged: { readonly from: number; readonly to: number } | undefined;
  private ink: { readonly train: string; readonly test: string } | undefined;
  private later: ReturnType<typeof setTimeout> | undefined;
  private drawnAt = 0;
  private summarisedAt = 0;
  private stale = true;

  constructor() {
    super();
    this.root.innerHTML = MARKUP;
    this.wire();
  }

  get figure(): Figure {
    return this.getAttribute('figure') === 'accuracy' ? 'accuracy' : 'loss';
  }

  set figure(figure: Figure) {
    this.setAttribute('figure', figure);
  }

  /** Whether equal distances up the chart are equal factors. */
  get logScale(): boolean {
    return this.log;
  }

  set logScale(logScale: boolean) {
    if (this.log === Boolean(logScale)) return;
    this.log = Boolean(logScale);
    this.find('.log').setAttribute('aria-pressed', String(this.log));
    this.changed('log-scale-changed');
    this.redraw();
  }

  /** Share of the past in the exponentially weighted mean; 0 is none. */
  get smoothing(): number {
    return this.beta;
  }

  set smoothing(smoothing: number) {
    const beta = Math.min(MOST_SMOOTHING, Math.max(0, Number(smoothing) || 0));
    if (beta === this.beta) return;
    this.beta = beta;
    this.showSmoothing();
    this.changed('smoothing-changed');
    this.redraw();
  }

  override connectedCallback(): void {
    this.adopt('figure', 'logScale', 'smoothing');
    super.connectedCallback();
    this.showSmoothing();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.later);
    this.later = undefined;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'figure') this.textsChanged();
  }

  protected override listener(): RunListener {
    return {
      onMetrics: (history) => {
        if (history.length < 2) this.window = undefined;
        this.history = history;
        this.stale = true;
        this.drawSoon();
      },
    };
  }

  protected override forget(): void {
    this.history = this.window = this.hover = undefined;
    this.redraw();
  }

  protected override textsChanged(): void {
    for (const element of this.root.querySelectorAll<HTMLElement>('[data-text]')) {
      element.textContent = this.text(element.dataset.text!);
    }
    for (const element of this.root.querySelectorAll<HTMLElement>('[data-title]')) {
      element.title = this.text(element.dataset.title!);
    }
    this.find('.more > button').setAttribute('aria-label', this.text('chart.more'));
    this.find('h3').textContent = this.text(`chart.${this.figure}`);
    this.slider.setAttribute('aria-label', this.text('chart.smoothing'));
    this.find('.log').hidden = this.figure === 'accuracy';
    this.summarisedAt = 0;
    this.redraw();
  }

  protected override themeChanged(): void {
    this.ink = undefined;
    this.redraw();
  }

  protected override draw(): void {
    if (this.stale) this.drawCurves();
    this.drawHover();
    this.drawBand();
    this.find('.reset').hidden = this.window === undefined;
  }

  private redraw(): void {
    this.stale = true;
    this.schedule();
  }

  private drawSoon(): void {
    const wait = Math.max(0, DRAW_MILLISECONDS - (performance.now() - this.drawnAt));
    this.later ??= setTimeout(() => {
      this.later = undefined;
      this.schedule();
    }, wait);
  }

  private get chart(): EChart {
    return this.find<EChart>('e-chart');
  }

  private get slider(): HTMLInputElement {
    return this.find<HTMLInputElement>('input');
  }

  private look(): Look {
    const { clientWidth, clientHeight } = this.find('.plot');
    return {
      figure: this.figure,
      log: this.log && this.figure === 'loss',
      smoothing: this.beta,
      window: this.window,
      most: Math.max(50, clientWidth),
      height: clientHeight,
    };
  }

  private drawCurves(): void {
    this.stale = false;
    this.drawnAt = performance.now();
    const look = this.look();
    this.showMessage();
    if (!this.history || this.hasNothing) return this.chart.show({});
    const drawn = curves(this.history, look);
    this.chart.show(lossOptions(drawn, look, this.colours(), this.format));
    this.dataset.points = String(this.history.length);
    if (performance.now() - this.summarisedAt > SUMMARY_MILLISECONDS) this.summarise();
    if (!this.find('.table').hidden) this.fillTable();
  }

  private colours() {
    if (this.ink) return this.ink;
    const found = readColours(this, ['--_accent', '--_test']);
    this.ink = { train: css(found['--_accent']), test: css(found['--_test']) };
    return this.ink;
  }

  /** True for the accuracy of a regression, which has none. */
  private get hasNothing(): boolean {
    const history = this.history;
    if (!history || history.length === 0) return false;
    return PARTS.every((part) => Number.isNaN(figureOf(history, this.figure, part)[0]));
  }

  private showMessage(): void {
    const message = this.find('.message');
    const empty = !this.history || this.history.length === 0;
    message.hidden = !empty && !this.hasNothing;
    message.textContent = this.text(this.hasNothing ? 'chart.noAccuracy' : 'chart.noCurve');
    this.toggleAttribute('empty', empty || this.hasNothing);
  }

  private showSmoothing(): void {
    this.slider.value = String(this.beta);
    this.slider.style.setProperty('--share', String(this.beta / MOST_SMOOTHING));
    this.find('output').textContent = this.beta.toFixed(2);
  }

  // Reading values: pointer, touch and arrow keys.

  private wire(): void {
    this.slider.addEventListener('input', () => (this.smoothing = Number(this.slider.value)));
    this.find('.log').addEventListener('click', () => (this.logScale = !this.logScale));
    this.find('.reset').addEventListener('click', () => this.zoom(undefined));
    this.chart.addEventListener('chart-ready', () => this.redraw());
    this.chart.addEventListener('chart-resized', () => this.redraw());
    this.wirePlot(this.find('.plot'));
    this.wireMenu();
  }

  private wirePlot(plot: HTMLElement): void {
    plot.addEventListener('pointermove', (event) => this.onMove(event));
    plot.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') this.setHover(undefined);
    });
    plot.addEventListener('pointerdown', (event) => this.onDown(event));
    plot.addEventListener('pointerup', () => this.onUp());
    plot.addEventListener('pointercancel', () => this.setBand(undefined));
    plot.addEventListener('dblclick', () => this.zoom(undefined));
    plot.addEventListener('wheel', (event) => this.onWheel(event), { passive: false });
    plot.addEventListener('keydown', (event) => this.onKey(event));
    plot.addEventListener('blur', () => this.setHover(undefined));
  }

  private place(event: MouseEvent): number {
    const box = this.find('.plot').getBoundingClientRect();
    return Math.min(box.width - 8, Math.max(36, event.clientX - box.left));
  }

  private stepAt(x: number): number | undefined {
    return this.chart.valueAt(x, 10)?.[0];
  }

  private onMove(event: PointerEvent): void {
    const x = this.place(event);
    if (this.dragged) this.setBand({ ...this.dragged, to: x });
    const step = this.stepAt(x);
    if (step !== undefined && this.history) this.setHover(this.history.nearest(step));
  }

  private onDown(event: PointerEvent): void {
    if (event.button !== 0 || !this.history || isButton(event)) return;
    this.onMove(event);
    if (event.pointerType === 'touch') return;
    this.find('.plot').setPointerCapture(event.pointerId);
    const x = this.place(event);
    this.setBand({ from: x, to: x });
  }

  private onUp(): void {
    const dragged = this.dragged;
    this.setBand(undefined);
    if (!dragged || Math.abs(dragged.to - dragged.from) < 6) return;
    const [from, to] = [dragged.from, dragged.to].sort((a, b) => a - b).map((x) => this.stepAt(x));
    if (from !== undefined && to !== undefined) this.zoom([from, to]);
  }

  private onWheel(event: WheelEvent): void {
    const step = this.stepAt(this.place(event));
    if (step === undefined || !this.history || !(event.ctrlKey || this.isFocused)) return;
    event.preventDefault();
    this.zoomBy(event.deltaY > 0 ? 1.25 : 0.8, step);
  }

  /** The page scrolls over a chart that nobody has turned to. */
  private get isFocused(): boolean {
    return this.root.activeElement !== null;
  }

  private zoomBy(factor: number, around: number): void {
    const last = this.history?.last?.step ?? 1;
    const [from, to] = this.window ?? [0, last];
    const low = Math.max(0, around - factor * (around - from));
    const high = Math.min(last, around + factor * (to - around));
    this.zoom(high - low < last ? [low, high] : undefined);
  }

  private zoom(window: readonly [number, number] | undefined): void {
    const last = this.history?.last?.step ?? 1;
    if (window && window[1] - window[0] < LEAST_SHARE * last) return;
    this.window = window;
    this.redraw();
  }

  private onKey(event: KeyboardEvent): void {
    if (isButton(event) || !this.history || this.history.length === 0) return;
    const last = this.history.length - 1;
    const at = this.hover ?? last;
    const stride = event.shiftKey ? Math.ceil(last / 20) : Math.ceil(last / 200);
    switch (event.key) {
      case 'ArrowLeft':
        return this.keyHover(event, at - stride);
      case 'ArrowRight':
        return this.keyHover(event, at + stride);
      case 'Home':
        return this.keyHover(event, 0);
      case 'End':
        return this.keyHover(event, last);
      case '+':
      case '=':
        return this.zoomBy(0.8, this.history.at(at).step);
      case '-':
        return this.zoomBy(1.25, this.history.at(at).step);
      case 'Escape':
        this.setHover(undefined);
        return this.zoom(undefined);
    }
  }

  private keyHover(event: KeyboardEvent, index: number): void {
    event.preventDefault();
    const last = (this.history?.length ?? 1) - 1;
    this.setHover(Math.min(last, Math.max(0, index)));
    this.find('.spoken').textContent = this.words(this.hover!);
  }

  private setHover(index: number | undefined): void {
    this.hover = index;
    this.schedule();
  }

  private setBand(dragged: { readonly from: number; readonly to: number } | undefined): void {
    this.dragged = dragged;
    this.schedule();
  }

  private drawBand(): void {
    const band = this.find('.band');
    const dragged = this.dragged;
    band.hidden = !dragged || Math.abs(dragged.to - dragged.from) < 6;
    if (!dragged) return;
    band.style.transform = `translateX(${Math.min(dragged.from, dragged.to)}px)`;
    band.style.width = `${Math.abs(dragged.to - dragged.from)}px`;
  }

  private drawHover(): void {
    const index = this.hover;
    const read = this.find('.read');
    const hair = this.find('.hair');
    const known = index !== undefined && index >= 0 && index < (this.history?.length ?? 0);
    const x = known ? this.chart.pixelOf(this.history!.at(index).step, 0)?.[0] : undefined;
    const seen = x !== undefined && x >= 35 && x <= this.clientWidth - 7;
    read.hidden = hair.hidden = !seen;
    this.drawDots(seen ? index : undefined);
    if (!seen) return;
    hair.style.transform = `translateX(${x}px)`;
    this.fillRead(read, index!);
    const left = x > this.clientWidth / 2 ? x - read.offsetWidth - 12 : x + 12;
    read.style.transform = `translate(${Math.round(left)}px, 4px)`;
  }

  private drawDots(index: number | undefined): void {
    for (const part of PARTS) {
      const dot = this.find(part === 'train' ? '.dot:not(.t)' : '.dot.t');
      const value = index === undefined ? NaN : this.valueOf(part, index);
      dot.hidden = !Number.isFinite(value);
      if (dot.hidden) continue;
      const y = this.look().log ? Math.log10(value) : value;
      const [left, top] = this.chart.pixelOf(this.history!.at(index!).step, y) ?? [-99, -99];
      dot.style.transform = `translate(${left}px, ${top}px)`;
    }
  }

  /** As drawn: smoothed where the curve is. */
  private valueOf(part: 'train' | 'test', index: number): number {
    const values = figureOf(this.history!, this.figure, part).subarray(0, index + 1);
    return smooth(values, this.beta)[index];
  }

  private fillRead(read: HTMLElement, index: number): void {
    const { step, epoch } = this.history!.at(index);
    const head = document.createElement('div');
    head.className = 'dim';
    head.textContent = this.text('chart.atStep', {
      step: this.format.count(step),
      epoch: this.format.count(Math.floor(epoch)),
    });
    const rows = PARTS.filter((part) => Number.isFinite(this.valueOf(part, index))).map((part) => {
      const row = document.createElement('div');
      row.className = part === 'test' ? 't' : '';
      const value = document.createElement('b');
      value.textContent = this.inFigures(this.valueOf(part, index));
      row.append(document.createElement('i'), this.text(`chart.${part}`), value);
      return row;
    });
    read.replaceChildren(head, ...rows);
  }

  private inFigures(value: number): string {
    return this.figure === 'accuracy' ? this.format.share(value) : this.format.number(value);
  }

  // In words, as a table, as files.

  private words(index: number): string {
    const { step, epoch } = this.history!.at(index);
    const at = { step: this.format.count(step), epoch: this.format.count(Math.floor(epoch)) };
    const values = PARTS.map((part) => [part, this.valueOf(part, index)] as const)
      .filter(([, value]) => Number.isFinite(value))
      .map(([part, value]) => `${this.text(`chart.${part}`)} ${this.inFigures(value)}`);
    return [this.text('chart.atStep', at), ...values].join(', ');
  }

  private summarise(): void {
    this.summarisedAt = performance.now();
    const name = this.text(`chart.${this.figure}`);
    const now = this.history?.length ? this.words(this.history.length - 1) : '';
    const label = [name, now, this.text('chart.curveKeys')].filter(Boolean).join('. ');
    this.find('.plot').setAttribute('aria-label', label);
    this.find('.table').setAttribute('aria-label', name);
  }

  private fillTable(): void {
    const history = this.history;
    if (!history) return;
    const header = ['chart.epoch', 'chart.step', 'chart.train', 'chart.test'];
    this.find('thead').replaceChildren(
      row(
        'th',
        header.map((key) => this.text(key)),
      ),
    );
    const stride = Math.max(1, Math.ceil(history.length / TABLE_ROWS));
    const rows: HTMLElement[] = [];
    for (let index = history.length - 1; index >= 0; index -= stride) {
      const { step, epoch } = history.at(index);
      const values = PARTS.map((part) => figureOf(history, this.figure, part)[index]);
      const cells = [Math.floor(epoch), step].map((count) => this.format.count(count));
      rows.push(row('td', [...cells, ...values.map((value) => this.inFigures(value))]));
    }
    this.find('tbody').replaceChildren(...rows);
  }

  private wireMenu(): void {
    const button = this.find<HTMLButtonElement>('.more > button');
    const menu = this.find('.menu');
    button.addEventListener('click', () => this.openMenu(Boolean(menu.hidden)));
    this.find('.more').addEventListener('keydown', (event) => this.onMenuKey(event));
    this.find('.more').addEventListener('focusout', (event) => {
      if (!this.find('.more').contains(event.relatedTarget as Node | null)) this.openMenu(false);
    });
    menu.addEventListener('click', (event) => {
      const what = (event.target as HTMLElement).closest<HTMLElement>('[data-do]')?.dataset.do;
      this.openMenu(false);
      button.focus();
      if (what) this.choose(what);
    });
  }

  private openMenu(open: boolean): void {
    this.find('.menu').hidden = !open;
    this.find('.more > button').setAttribute('aria-expanded', String(open));
    if (open) this.find('.menu button').focus();
  }

  private onMenuKey(event: KeyboardEvent): void {
    const items = [...this.root.querySelectorAll<HTMLElement>('.menu button')];
    const at = items.indexOf(this.root.activeElement as HTMLElement);
    if (event.key === 'Escape') {
      this.openMenu(false);
      this.find('.more > button').focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      items[(next + items.length) % items.length].focus();
    }
  }

  private choose(what: string): void {
    const name = `${this.figure}-${this.runId ?? 'run'}`.slice(0, 40);
    switch (what) {
      case 'png':
      case 'svg':
        void this.chart.save(what, name);
        break;
      case 'csv':
        if (this.history) save(historyCsv(this.history), 'text/csv', `${name}.csv`);
        break;
      case 'table':
        this.find('.table').hidden = !this.find('.table').hidden;
        this.fillTable();
        break;
    }
  }
}

function row(cell: 'th' | 'td', texts: readonly string[]): HTMLElement {
  const line = document.createElement('tr');
  line.append(
    ...texts.map((text) => {
      const element = document.createElement(cell);
      if (cell === 'th') element.setAttribute('scope', 'col');
      element.textContent = text;
      return element;
    }),
  );
  return line;
}

function isButton(event: Event): boolean {
  return event.target instanceof HTMLButtonElement;
}

define('loss-chart', LossChart);
