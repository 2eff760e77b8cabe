import { clamp } from '../numbers/numbers';
import { MetricHistory } from '../stream/history';
import { lookback } from '../stream/lookback';
import type { RunListener } from '../stream/run-stream';
import { ChartMenu } from './chart-menu';
import { historyCsv } from './csv';
import { CurvePointing } from './curve-pointing';
import './e-chart';
import type { EChart } from './e-chart';
import { whitePaper, type Drawing, type Exportable } from './export';
import { MARKUP, STYLE } from './loss-markup';
import {
  curves,
  figureOf,
  lossOptions,
  PARTS,
  isFarOff,
  type Colours,
  type Figure,
  type Look,
} from './loss-options';
import { Overlay, type Reading } from './overlay';
import { define, RunElement } from './run-element';
import { PAPER } from './styles';
import type { Table } from './table';
import { css, readColours, typeScale, type Rgb } from './theme';
import { Words } from './words';

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
  private ink: Colours | undefined;
  private later: ReturnType<typeof setTimeout> | undefined;
  private drawnAt = 0;
  private summarisedAt = 0;
  private stale = true;
  private unwatched: (() => void) | undefined;
  private readonly overlay: Overlay;
  private readonly pointing: CurvePointing;
  private readonly menu: ChartMenu;

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    this.overlay = new Overlay(this.root, this.chart);
    this.pointing = new CurvePointing({
      plot: this.find('.plot'),
      chart: this.chart,
      history: () => this.history,
      isFocused: () => this.root.activeElement !== null,
      speak: (index) => (this.find('.spoken').textContent = this.words?.sentence(index) ?? ''),
      schedule: () => this.schedule(),
      redraw: () => this.redraw(),
    });
    this.menu = new ChartMenu(this.root, {
      text: this.text.bind(this),
      name: () => this.text(`chart.${this.figure}`),
      exportable: () => this.exportable(),
      table: () => this.table(),
      look: (what) => this.pointing.lookElsewhere(what),
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
        if (history.length < 2) this.pointing.window = undefined;
        this.history = history;
        this.stale = true;
        this.drawSoon();
      },
    };
  }

  protected override forget(): void {
    this.history = undefined;
    this.pointing.forget();
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
    this.overlay.showBand(this.pointing.dragged);
    this.overlay.showMark(lookback.of(this.runId)?.step, typeScale());
    this.find('.reset').hidden = this.pointing.window === undefined;
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
      window: this.pointing.window,
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

  private wire(): void {
    this.slider.addEventListener('input', () => (this.smoothing = Number(this.slider.value)));
    this.find('.log').addEventListener('click', () => (this.logScale = !this.logScale));
    this.find('.reset').addEventListener('click', () => this.pointing.zoom(undefined));
    this.chart.addEventListener('chart-ready', () => this.redraw());
    this.chart.addEventListener('chart-resized', () => this.redraw());
  }

  private reading(): Reading | undefined {
    const { history, words } = this;
    const index = this.pointing.hover;
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

define('loss-chart', LossChart);
