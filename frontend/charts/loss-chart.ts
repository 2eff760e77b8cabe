import { deedOf } from '../keys/keys';
import { clamp } from '../numbers/numbers';
import { MetricHistory } from '../stream/history';
import { lookback } from '../stream/lookback';
import type { RunListener } from '../stream/run-stream';
import { ChartMenu } from './chart-menu';
import { historyCsv } from './csv';
import { CHART_KEYS } from './keys';
import './e-chart';
import type { EChart } from './e-chart';
import { whitePaper, type Drawing, type Exportable } from './export';
import { MARKUP, STYLE } from './loss-markup';
import {
  curves,
  figureOf,
  lossOptions,
  margin,
  PARTS,
  isFarOff,
  type Colours,
  type Figure,
  type Look,
} from './loss-options';
import type { Look as Elsewhere } from './menu';
import { isDrag, Overlay, type Band, type Reading } from './overlay';
import { define, RunElement } from './run-element';
import { PAPER } from './styles';
import type { Table } from './table';
import { css, readColours, typeScale, type Rgb } from './theme';
import { Words } from './words';
import { selected, shifted, zoomed, type Window } from './zoom';

const DRAW_MILLISECONDS = 120;
const SUMMARY_MILLISECONDS = 4000;
const MOST_SMOOTHING = 0.99;
const DRAWN_POINTS = 2000;
const DRAWN_SCALE = 1.5;

/** Loss or accuracy of a run over its steps: the training part solid, the test part dashed. */
export class LossChart extends RunElement {
  static override observedAttributes = [...RunElement.observedAttributes, 'figure'];

  private history: MetricHistory | undefined;
  private log = false;
  private beta = 0;
  private window: Window | undefined;
  private hover: number | undefined;
  private dragged: Band | undefined;
  private ink: Colours | undefined;
  private later: ReturnType<typeof setTimeout> | undefined;
  private drawnAt = 0;
  private summarisedAt = 0;
  private stale = true;
  private unwatched: (() => void) | undefined;
  private readonly overlay: Overlay;
  private readonly menu: ChartMenu;

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    this.overlay = new Overlay(this.root, this.chart);
    this.menu = new ChartMenu(this.root, {
      text: this.text.bind(this),
      name: () => this.text(`chart.${this.figure}`),
      exportable: () => this.exportable(),
      table: () => this.table(),
      look: (what) => this.lookElsewhere(what),
    });
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
    const beta = clamp(Number(smoothing) || 0, 0, MOST_SMOOTHING);
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
    this.unwatched = lookback.onChange(() => this.schedule());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatched?.();
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
    this.writeTexts();
    this.menu.textsChanged();
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
    this.overlay.showReading(this.reading());
    this.overlay.showBand(this.dragged);
    this.overlay.showMark(lookback.of(this.runId)?.step, typeScale());
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
      scale: typeScale(),
    };
  }

  private drawCurves(): void {
    this.stale = false;
    this.drawnAt = performance.now();
    const look = this.look();
    this.showMessage();
    if (!this.history || this.hasNothing) return this.chart.show({});
    const drawn = curves(this.history, look);
    this.chart.show(lossOptions(drawn, look, this.colours(), this.format, this.labels));
    this.dataset.points = String(this.history.length);
    if (performance.now() - this.summarisedAt > SUMMARY_MILLISECONDS) this.summarise();
    this.menu.refresh();
  }

  private get labels() {
    return { step: this.text('chart.step'), ...this.names };
  }

  private get names() {
    return {
      diverged: this.text('chart.diverged'),
      train: this.text('chart.train'),
      test: this.text('chart.test'),
    };
  }

  private colours(): Colours {
    if (this.ink) return this.ink;
    const found = readColours(this, ['--_accent', '--_test', '--_error']);
    return (this.ink = inks(found));
  }

  /** True for the accuracy of a regression, which has none. */
  private get hasNothing(): boolean {
    const history = this.history;
    if (!history || history.length === 0) return false;
    return PARTS.every((part) => Number.isNaN(figureOf(history, this.figure, part)[0]));
  }

  /** Whether no examples are held out, so that there is no curve of them. */
  private get untested(): boolean {
    const history = this.history;
    return (
      history !== undefined && history.length > 0 && Number.isNaN(history.at(0).testLoss ?? NaN)
    );
  }

  private showMessage(): void {
    const message = this.find('.message');
    const empty = !this.history || this.history.length === 0;
    const waiting = empty || this.history!.length === 1;
    message.hidden = !waiting && !this.hasNothing;
    message.textContent = this.text(this.reasonForNone);
    this.find('.hint').hidden = this.figure !== 'loss' || !this.history || !isFarOff(this.history);
    this.toggleAttribute('empty', empty || this.hasNothing);
    this.find('.key .t').hidden = this.untested;
    this.find('.none').hidden = !this.untested || this.hasNothing;
  }

  /** Who only looks at an experiment has no Play to press. */
  private get reasonForNone(): string {
    if (this.hasNothing) return 'chart.noAccuracy';
    return this.runId ? 'chart.noCurve' : 'chart.nothingTrained';
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
    const edge = margin(typeScale());
    const x = event.clientX - box.left;
    return clamp(x, edge.left, box.width - edge.right);
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
    if (!isDrag(dragged)) return;
    const [from, to] = [this.stepAt(dragged.from), this.stepAt(dragged.to)];
    if (from !== undefined && to !== undefined) {
      this.zoom(selected(this.window, this.lastStep, from, to));
    }
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
    this.zoom(zoomed(this.window, this.lastStep, factor, around));
  }

  private lookElsewhere(what: Elsewhere): void {
    switch (what) {
      case 'zoomIn':
        return this.zoomBy(0.5, this.newest);
      case 'zoomOut':
        return this.zoomBy(2, this.newest);
      case 'earlier':
        return this.zoom(shifted(this.window, this.lastStep, -0.5));
      case 'later':
        return this.zoom(shifted(this.window, this.lastStep, 0.5));
    }
  }

  private zoom(window: Window | undefined): void {
    this.window = window;
    this.redraw();
  }

  /** What the view keeps when nobody points at another place. */
  private get newest(): number {
    return this.window?.[1] ?? this.lastStep;
  }

  private get lastStep(): number {
    return this.history?.last?.step ?? 1;
  }

  private onKey(event: KeyboardEvent): void {
    if (isButton(event) || !this.history || this.history.length === 0) return;
    const last = this.history.length - 1;
    const at = this.hover ?? last;
    const stride = event.shiftKey ? Math.ceil(last / 20) : Math.ceil(last / 200);
    switch (deedOf(event, CHART_KEYS)) {
      case 'back':
        return this.keyHover(event, at - stride);
      case 'on':
        return this.keyHover(event, at + stride);
      case 'first':
        return this.keyHover(event, 0);
      case 'last':
        return this.keyHover(event, last);
      case 'closer':
        return this.zoomBy(0.8, this.history.at(at).step);
      case 'farther':
        return this.zoomBy(1.25, this.history.at(at).step);
      case 'all':
        this.setHover(undefined);
        return this.zoom(undefined);
    }
  }

  private keyHover(event: KeyboardEvent, index: number): void {
    event.preventDefault();
    const last = (this.history?.length ?? 1) - 1;
    this.setHover(clamp(index, 0, last));
    this.find('.spoken').textContent = this.words?.sentence(this.hover!) ?? '';
  }

  private setHover(index: number | undefined): void {
    this.hover = index;
    this.schedule();
  }

  private setBand(dragged: Band | undefined): void {
    this.dragged = dragged;
    this.schedule();
  }

  private reading(): Reading | undefined {
    const { hover: index, history, words } = this;
    if (index === undefined || !history || !words || index >= history.length) return undefined;
    const { log, scale } = this.look();
    return { index, step: history.at(index).step, words, log, scale };
  }

  // In words, as a table, as files.

  private get words(): Words | undefined {
    if (!this.history || this.history.length === 0) return undefined;
    const text = this.text.bind(this);
    return new Words(this.history, this.figure, this.beta, this.format, text);
  }

  private summarise(): void {
    this.summarisedAt = performance.now();
    const name = this.text(`chart.${this.figure}`);
    const now = this.words?.sentence(this.history!.length - 1);
    const label = [name, now, this.text('chart.curveKeys')].filter(Boolean).join('. ');
    this.find('.plot').setAttribute('aria-label', label);
  }

  private table(): Table {
    return this.words?.table() ?? { caption: this.text(this.reasonForNone), header: [], rows: [] };
  }

  private exportable(): Exportable {
    return {
      fileName: `${this.figure}-${this.runId ?? 'run'}`.slice(0, 40),
      draw: () => this.drawing(whitePaper()),
      csv: () => historyCsv(this.history ?? new MetricHistory()),
    };
  }

  /** What is seen, larger and with its names. */
  private drawing(paper: boolean): Promise<Drawing> {
    const look: Look = { ...this.look(), most: DRAWN_POINTS, height: 400, scale: DRAWN_SCALE };
    const drawn = curves(this.history ?? new MetricHistory(), look);
    const colours = paper ? inks(PAPER) : this.colours();
    const name = this.text(`chart.${this.figure}`);
    const title = [name, this.subject].filter(Boolean).join(' · ');
    const framing = { title, x: this.text('chart.step'), y: name };
    return this.chart.drawing(
      lossOptions(drawn, look, colours, this.format, this.names),
      framing,
      paper,
    );
  }
}

function inks(found: Readonly<Record<'--_accent' | '--_test' | '--_error', Rgb>>): Colours {
  return {
    train: css(found['--_accent']),
    test: css(found['--_test']),
    error: css(found['--_error']),
  };
}

function isButton(event: Event): boolean {
  return event.target instanceof HTMLButtonElement;
}

define('loss-chart', LossChart);
