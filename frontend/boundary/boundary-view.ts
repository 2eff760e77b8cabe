import { ChartMenu } from '../charts/chart-menu';
import { whitePaper, type Drawing, type Exportable } from '../charts/export';
import { define, RunElement } from '../charts/run-element';
import { PAPER } from '../charts/styles';
import type { Table } from '../charts/table';
import { readColours, typeScale } from '../charts/theme';
import type { PackedPoints } from '../contract/types';
import { clamp } from '../numbers/numbers';
import { lookback } from '../stream/lookback';
import type { BoundaryFrame, ProblemFrame, StateFrame } from '../stream/frames';
import type { MetricHistory } from '../stream/history';
import type { RunListener } from '../stream/run-stream';
import { tickLabels } from './axis';
import { showBack } from './back';
import { MARKUP, STYLE } from './boundary-markup';
import { Crosshair } from './crosshair';
import { clearSheet, drawPicture, drawPin, drawPoints, radiusFor } from './draw';
import { classItems, showScale } from './legend';
import { paint, type Palette } from './paint';
import { paletteOf, paperPalette } from './palette';
import { Pen, type Stroke } from './pen';
import { drawBoundary } from './picture';
import { pinned } from './pinned';
import {
  classCount,
  inputsAt,
  placeOf,
  pointsOf,
  sameScale,
  taskOf,
  unpacked,
  valueRange,
  type Place,
  type PlanePoints,
} from './plane';
import { spotlight } from './spotlight';
import { summaryOf } from './summary';
import { showTrouble } from './trouble';
import { planeCsv, planeTable } from './words';

const SUMMARY_MILLISECONDS = 4000;
const WIDE = 1.2;

/** The decision boundary or the value surface of a run, under the points of its data set. */
export class BoundaryView extends RunElement {
  private given: PlanePoints | undefined;
  private sent: PlanePoints | undefined;
  private newest: BoundaryFrame | undefined;
  private state: StateFrame | undefined;
  private problem: ProblemFrame | undefined;
  private history: MetricHistory | undefined;
  private onPlane = true;
  private plainColours = false;
  private shown = { train: true, test: true };
  private palette: Palette | undefined;
  private dirty = { surface: true, points: true, side: true };
  private frames = 0;
  private legend = '';
  private mayDraw = false;
  private readonly pen: Pen;
  private readonly crosshair: Crosshair;
  private readonly menu: ChartMenu;
  private summaryTimer: ReturnType<typeof setTimeout> | undefined;
  private unlit: (() => void) | undefined;
  private unwatched: (() => void) | undefined;
  private unpinned: (() => void) | undefined;
  private readonly resizing = new ResizeObserver(() => this.resized());

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    this.pen = new Pen({
      find: (selector) => this.find(selector),
      text: this.text.bind(this),
      extent: () => this.extent,
      classes: () => classCount(this.current, this.frame),
      palette: () => this.colours(),
      done: (stroke) => this.tellStroke(stroke),
      redraw: () => this.redraw(),
    });
    this.crosshair = new Crosshair({
      find: (selector) => this.find(selector),
      nameOfValue: () => this.text('chart.value'),
      extent: () => (this.onPlane ? this.extent : undefined),
      frame: () => this.frame,
      palette: () => this.colours(),
      pen: this.pen,
      choose: (place) => this.pin(place),
      schedule: () => this.schedule(),
    });
    this.menu = new ChartMenu(this.root, {
      text: this.text.bind(this),
      name: () => this.text('chart.boundary'),
      exportable: () => this.exportable(),
      table: () => this.table(),
    });
    this.wire();
  }

  /** What is shown until a run sends its own points. */
  get points(): PlanePoints | undefined {
    return this.given;
  }

  set points(given: PackedPoints | undefined) {
    this.given = given && unpacked(given);
    if (this.mayDraw) this.sent = undefined;
    this.pen.settle();
    this.redraw();
  }

  /** Whether points may be drawn by hand. */
  get drawable(): boolean {
    return this.mayDraw;
  }

  set drawable(drawable: boolean) {
    this.mayDraw = Boolean(drawable);
    this.redraw();
  }

  /** False for data with other than two inputs. */
  get plane(): boolean {
    return this.onPlane;
  }

  set plane(plane: boolean) {
    this.onPlane = plane !== false;
    this.redraw();
  }

  get discretised(): boolean {
    return this.plainColours;
  }

  set discretised(discretised: boolean) {
    if (this.plainColours === Boolean(discretised)) return;
    this.plainColours = Boolean(discretised);
    this.changed('discretised-changed');
    this.redraw();
  }

  override connectedCallback(): void {
    this.adopt('points', 'plane', 'drawable', 'discretised');
    super.connectedCallback();
    this.unlit = spotlight.onChange(() => this.redraw());
    this.unwatched = lookback.onChange(() => this.lookedBack());
    this.unpinned = pinned.onChange(() => this.redraw());
    this.resizing.observe(this);
    this.resizing.observe(this.find('.plot'));
    this.redraw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.unlit?.();
    this.unwatched?.();
    this.unpinned?.();
    clearTimeout(this.summaryTimer);
    this.summaryTimer = undefined;
    this.crosshair.leave();
  }

  protected override listener(): RunListener {
    return {
      onBoundary: (frame) => {
        const alike = this.newest !== undefined && sameScale(this.newest, frame);
        this.newest = frame;
        if (this.back) return;
        this.dirty.surface = true;
        if (alike) this.schedule();
        else this.redraw();
        this.summariseSoon();
      },
      onPoints: (frame) => {
        this.sent = pointsOf(frame);
        this.pen.settle();
        this.redraw();
      },
      onState: (state) => {
        this.state = state;
        this.showTrouble();
        this.summariseSoon();
      },
      onProblem: (problem) => {
        this.problem = problem;
        this.showTrouble();
      },
      onMetrics: (history) => {
        this.history = history;
      },
    };
  }

  protected override forget(): void {
    this.newest = this.sent = this.state = this.history = this.problem = undefined;
    this.showTrouble();
    this.redraw();
    this.summariseSoon();
  }

  protected override textsChanged(): void {
    this.writeTexts();
    this.menu.textsChanged();
    this.legend = '';
    this.redraw();
    this.showTrouble();
    this.summarise();
  }

  protected override themeChanged(): void {
    this.palette = undefined;
    this.legend = '';
    this.redraw();
  }

  protected override draw(): void {
    this.dataset.state = this.condition;
    if (this.dirty.side) this.drawSide();
    if (this.dirty.surface) this.drawSurface();
    if (this.dirty.points) this.drawExamples();
    this.dirty = { surface: false, points: false, side: false };
    this.crosshair.draw();
  }

  private showTrouble(): void {
    const state = this.back ? undefined : this.state;
    showTrouble(this.find('.trouble'), state, this.problem, this.text.bind(this));
  }

  /** Legend and switches stand beside the picture where there is more room than below it. */
  private resized(): void {
    this.find('.frame').classList.toggle('wide', this.clientWidth > WIDE * this.clientHeight);
    this.redraw();
  }

  private redraw(): void {
    this.dirty = { surface: true, points: true, side: true };
    this.schedule();
  }

  private get condition(): 'none' | 'empty' | 'points' | 'run' {
    if (!this.onPlane) return 'none';
    if (this.frame) return 'run';
    return this.current ? 'points' : 'empty';
  }

  /** What is seen: the newest, or that of the moment that somebody looks back at. */
  private get frame(): BoundaryFrame | undefined {
    return this.back ? (this.back.picture ?? this.newest) : this.newest;
  }

  private get back() {
    return lookback.of(this.runId);
  }

  private lookedBack(): void {
    this.redraw();
    this.showTrouble();
    this.summariseSoon();
  }

  private get current(): PlanePoints | undefined {
    return this.sent ?? this.given;
  }

  private get extent() {
    return this.frame?.extent ?? this.current?.extent;
  }

  private colours(): Palette {
    return (this.palette ??= paletteOf(this, '--_card'));
  }

  private drawSurface(): void {
    const lit = spotlight.of(this.runId);
    this.find('.lit').hidden = !lit || !this.onPlane;
    this.find('.lit').textContent = lit?.caption ?? '';
    showBack(this.find('.back'), this.back, this.format, this.text.bind(this));
    const sheet = clearSheet(this.find<HTMLCanvasElement>('.surface'));
    const surface = lit?.surface ?? this.frame;
    if (!sheet || !surface || !this.onPlane) return;
    drawPicture(sheet, paint(surface, this.colours(), !lit && this.plainColours));
    this.dataset.frames = String(++this.frames);
  }

  private drawExamples(): void {
    const sheet = clearSheet(this.find<HTMLCanvasElement>('.points'));
    const all = this.current && this.pen.apply(this.current);
    if (!sheet || !all || !this.onPlane) return;
    const points = all.points.filter(({ test }) => (test ? this.shown.test : this.shown.train));
    const radius = typeScale() * radiusFor(sheet.width, all.points.length);
    const palette = this.colours();
    drawPoints(sheet, { ...all, points }, { palette, radius, range: valueRange(all, this.frame) });
    const pin = pinned.of(this.runId);
    if (pin) drawPin(sheet, placeOf(all.extent, pin.x, pin.y), radius, palette);
  }

  private drawSide(): void {
    const extent = this.extent;
    if (extent) {
      const ratio = (extent.xMax - extent.xMin) / (extent.yMax - extent.yMin);
      this.find('.frame').style.setProperty('--ratio', String(clamp(ratio, 0.5, 2)));
      this.find('.ticks').replaceChildren(...tickLabels(extent));
    }
    this.find('.ticks').hidden = !extent || !this.onPlane;
    this.find('.side').hidden = !this.onPlane;
    this.find('.none').hidden = this.onPlane;
    this.find('.empty').hidden = this.condition !== 'empty';
    this.find('.chip.test').hidden = !this.current?.points.some((point) => point.test);
    for (const [name, pressed] of Object.entries({ ...this.shown, plain: this.plainColours })) {
      this.find(`.chip.${name}`).setAttribute('aria-pressed', String(pressed));
    }
    this.pen.show(this.mayDraw && this.onPlane);
    this.drawLegend();
  }

  /** Legend and scale change seldom; they are written anew only then. */
  private drawLegend(): void {
    const regression = taskOf(this.current, this.frame) === 'regression';
    const range = valueRange(this.current, this.frame);
    const what = regression ? range.join() : String(classCount(this.current, this.frame));
    if (what === this.legend) return;
    this.legend = what;
    this.find('.classes').hidden = regression;
    this.find('.scale').hidden = !regression;
    if (regression) showScale(this.find('.scale'), range, this.colours());
    else this.find('.classes').replaceChildren(...this.classItems(Number(what)));
  }

  private classItems(count: number): HTMLElement[] {
    const nameOf = (index: number) => this.text('chart.class', { class: index });
    return classItems(count, this.colours(), nameOf);
  }

  private wire(): void {
    for (const name of ['train', 'test'] as const) {
      this.find(`.chip.${name}`).addEventListener('click', () => {
        this.shown = { ...this.shown, [name]: !this.shown[name] };
        this.redraw();
      });
    }
    this.find('.back button').addEventListener('click', () => lookback.show(undefined));
    this.find('.chip.plain').addEventListener('click', () => {
      this.discretised = !this.discretised;
    });
  }

  /** A place was chosen; somebody may ask about it. */
  private pin(place: Place): void {
    const { extent, runId } = this;
    if (!pinned.wanted || this.pen.active || !extent || !runId) return;
    pinned.show({ runId, ...inputsAt(extent, place) });
  }

  private tellStroke(stroke: Stroke): void {
    this.dispatchEvent(new CustomEvent('stroke', { detail: stroke }));
    this.find('.spoken').textContent = this.text(
      'add' in stroke ? 'chart.penAdded' : 'rub' in stroke ? 'chart.penRubbed' : 'chart.penWiped',
      { count: 'add' in stroke ? stroke.add.length : 0, class: 'add' in stroke ? stroke.label : 0 },
    );
  }

  // In words.

  private summariseSoon(): void {
    if (!this.isConnected) return;
    this.summaryTimer ??= setTimeout(() => {
      this.summaryTimer = undefined;
      this.summarise();
    }, SUMMARY_MILLISECONDS);
  }

  private summarise(): void {
    const label = [
      ...this.summary(),
      this.text('chart.boundaryKeys'),
      this.mayDraw ? this.text('chart.penKeys') : '',
    ].join(' ');
    this.find('.plot').setAttribute('aria-label', label);
    this.menu.refresh();
  }

  private summary(): readonly string[] {
    const { onPlane, frame, current: points, back, state, history } = this;
    const seen = { onPlane, frame, points, back, state, history };
    return summaryOf(seen, this.format, this.text.bind(this));
  }

  // As a table, as files.

  private table(): Table {
    const caption = this.summary().join(' ');
    return this.frame
      ? planeTable(this.frame, caption, this.format, this.text.bind(this))
      : { caption, header: [], rows: [] };
  }

  private exportable(): Exportable {
    return {
      fileName: `boundary-${this.runId ?? 'data'}`.slice(0, 40),
      draw: () => Promise.resolve(this.drawing(whitePaper())),
      csv: () => (this.frame ? planeCsv(this.frame) : ''),
    };
  }

  private drawing(paper: boolean): Drawing {
    return drawBoundary({
      title: [this.text('chart.boundary'), this.subject].filter(Boolean).join(' · '),
      frame: this.frame,
      points: this.current,
      extent: this.extent ?? { xMin: -1, xMax: 1, yMin: -1, yMax: 1 },
      palette: paper ? paperPalette() : this.colours(),
      dim: (paper ? PAPER : readColours(this, ['--_dim']))['--_dim'],
      discretised: this.plainColours,
      train: this.text('chart.train'),
      test: this.text('chart.test'),
    });
  }
}

define('boundary-view', BoundaryView);
