import { define, RunElement } from '../charts/run-element';
import { css } from '../charts/theme';
import { significant } from '../charts/format';
import type { BoundaryFrame, StateFrame } from '../stream/frames';
import type { MetricHistory } from '../stream/history';
import type { RunListener } from '../stream/run-stream';
import { paletteOf } from './palette';
import { clearSheet, drawPicture, drawPoints, radiusFor } from './draw';
import { markColour, paint, valueColour, type Palette } from './paint';
import {
  clamp,
  classCount,
  inputsAt,
  pointsOf,
  sameScale,
  scoresAt,
  taskOf,
  valueRange,
  type Place,
  type PlanePoints,
} from './plane';
import { MARKUP } from './boundary-markup';

const SUMMARY_MILLISECONDS = 4000;
const SPEAK_MILLISECONDS = 500;
const KEY_STEP = 0.02;
const WIDE = 1.2;

/** The decision boundary or the value surface of a run, under the points of its data set. */
export class BoundaryView extends RunElement {
  private given: PlanePoints | undefined;
  private sent: PlanePoints | undefined;
  private frame: BoundaryFrame | undefined;
  private state: StateFrame | undefined;
  private history: MetricHistory | undefined;
  private onPlane = true;
  private plainColours = false;
  private shown = { train: true, test: true };
  private cross: Place | undefined;
  private palette: Palette | undefined;
  private dirty = { surface: true, points: true, side: true };
  private frames = 0;
  private legend = '';
  private summaryTimer: ReturnType<typeof setTimeout> | undefined;
  private speakTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly resizing = new ResizeObserver(() => this.resized());

  constructor() {
    super();
    this.root.innerHTML = MARKUP;
    this.wire();
  }

  /** What is shown until a run sends its own points. */
  get points(): PlanePoints | undefined {
    return this.given;
  }

  set points(points: PlanePoints | undefined) {
    this.given = points ?? undefined;
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
    this.adopt('points', 'plane', 'discretised');
    super.connectedCallback();
    this.resizing.observe(this);
    this.resizing.observe(this.find('.plot'));
    this.redraw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
    clearTimeout(this.summaryTimer);
    clearTimeout(this.speakTimer);
    this.summaryTimer = this.speakTimer = undefined;
  }

  protected override listener(): RunListener {
    return {
      onBoundary: (frame) => {
        const alike = this.frame !== undefined && sameScale(this.frame, frame);
        this.frame = frame;
        this.dirty.surface = true;
        if (alike) this.schedule();
        else this.redraw();
        this.summariseSoon();
      },
      onPoints: (frame) => {
        this.sent = pointsOf(frame);
        this.redraw();
      },
      onState: (state) => {
        this.state = state;
        this.summariseSoon();
      },
      onMetrics: (history) => {
        this.history = history;
      },
    };
  }

  protected override forget(): void {
    this.frame = this.sent = this.state = this.history = undefined;
    this.redraw();
    this.summariseSoon();
  }

  protected override textsChanged(): void {
    for (const element of this.root.querySelectorAll<HTMLElement>('[data-text]')) {
      element.textContent = this.text(element.dataset.text!);
    }
    for (const element of this.root.querySelectorAll<HTMLElement>('[data-title]')) {
      element.title = this.text(element.dataset.title!);
    }
    this.legend = '';
    this.redraw();
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
    if (this.dirty.points) this.drawPointsAndTicks();
    this.dirty = { surface: false, points: false, side: false };
    this.drawCross();
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
    const sheet = clearSheet(this.find<HTMLCanvasElement>('.surface'));
    if (!sheet || !this.frame || !this.onPlane) return;
    drawPicture(sheet, paint(this.frame, this.colours(), this.plainColours));
    this.dataset.frames = String(++this.frames);
  }

  private drawPointsAndTicks(): void {
    const sheet = clearSheet(this.find<HTMLCanvasElement>('.points'));
    const points = this.current;
    if (!sheet || !this.onPlane) return;
    if (points) {
      const seen = points.points.filter((p) => (p.test ? this.shown.test : this.shown.train));
      drawPoints(
        sheet,
        { ...points, points: seen },
        {
          palette: this.colours(),
          radius: radiusFor(sheet.width, points.points.length),
          range: valueRange(points, this.frame),
        },
      );
    }
  }

  private drawSide(): void {
    const plot = this.find('.frame');
    const extent = this.extent;
    if (extent) {
      const ratio = (extent.xMax - extent.xMin) / (extent.yMax - extent.yMin);
      plot.style.setProperty('--ratio', String(clamp(ratio, 0.5, 2)));
      this.drawTicks();
    }
    this.find('.ticks').hidden = !extent || !this.onPlane;
    this.find('.side').hidden = !this.onPlane;
    this.find('.none').hidden = this.onPlane;
    this.find('.empty').hidden = this.condition !== 'empty';
    this.find('.chip.test').hidden = !this.current?.points.some((point) => point.test);
    for (const [name, pressed] of Object.entries({ ...this.shown, plain: this.plainColours })) {
      this.find(`.chip.${name}`).setAttribute('aria-pressed', String(pressed));
    }
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
    if (regression) this.drawScale(range);
    else this.drawClasses(Number(what));
  }

  private drawClasses(count: number): void {
    this.find('.classes').replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const item = document.createElement('li');
        item.title = this.text('chart.class', { class: index });
        const dot = document.createElement('i');
        dot.style.background = css(markColour(this.colours(), index));
        item.append(dot, String(index));
        return item;
      }),
    );
  }

  private drawScale([min, max]: readonly [number, number]): void {
    const stops = Array.from({ length: 17 }, (_, i) =>
      css(valueColour(min + (i / 16) * (max - min), min, max, this.colours())),
    );
    this.find('.scale').style.setProperty('--stops', stops.join());
    this.find('.scale .least').textContent = significant(min, 2);
    this.find('.scale .most').textContent = significant(max, 2);
    const zero = this.find('.scale .zero');
    zero.hidden = !(min < 0 && max > 0);
    zero.style.setProperty('--at', String(-min / (max - min)));
  }

  private drawTicks(): void {
    const { xMin, xMax, yMin, yMax } = this.extent!;
    this.find('.ticks').replaceChildren(
      ...marks(xMin, xMax).map((x) => tick('x', x, (x - xMin) / (xMax - xMin))),
      ...marks(yMin, yMax)
        .filter((y) => y > yMin + 0.08 * (yMax - yMin))
        .map((y) => tick('y', y, (yMax - y) / (yMax - yMin))),
    );
  }

  // The crosshair: pointer, touch and arrow keys.

  private wire(): void {
    const plot = this.find('.plot');
    plot.addEventListener('pointermove', (event) => this.moveCross(event));
    plot.addEventListener('pointerdown', (event) => this.moveCross(event));
    plot.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') this.setCross(undefined);
    });
    plot.addEventListener('keydown', (event) => this.onKey(event));
    plot.addEventListener('blur', () => this.setCross(undefined));
    for (const name of ['train', 'test'] as const) {
      this.find(`.chip.${name}`).addEventListener('click', () => {
        this.shown = { ...this.shown, [name]: !this.shown[name] };
        this.redraw();
      });
    }
    this.find('.chip.plain').addEventListener('click', () => {
      this.discretised = !this.discretised;
    });
  }

  private moveCross(event: PointerEvent): void {
    const box = this.find('.plot').getBoundingClientRect();
    this.setCross({
      u: clamp((event.clientX - box.left) / box.width, 0, 1),
      v: clamp((event.clientY - box.top) / box.height, 0, 1),
    });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') return this.setCross(undefined);
    const direction = ARROWS[event.key];
    if (!direction || !this.extent) return;
    event.preventDefault();
    const stride = event.shiftKey ? 5 * KEY_STEP : KEY_STEP;
    const from = this.cross ?? { u: 0.5, v: 0.5 };
    this.setCross({
      u: clamp(from.u + direction[0] * stride, 0, 1),
      v: clamp(from.v + direction[1] * stride, 0, 1),
    });
    this.speakSoon();
  }

  private setCross(cross: Place | undefined): void {
    this.cross = cross;
    this.schedule();
  }

  private drawCross(): void {
    const cross = this.find('.cross');
    const read = this.find('.read');
    const extent = this.extent;
    cross.hidden = read.hidden = !this.cross || !extent || !this.onPlane;
    if (!this.cross || !extent) return;
    cross.style.setProperty('--u', String(this.cross.u));
    cross.style.setProperty('--v', String(this.cross.v));
    const { x, y } = inputsAt(extent, this.cross);
    this.find('.at').textContent = `x₁ ${coordinate(x)}  x₂ ${coordinate(y)}`;
    this.drawScores(this.frame ? scoresAt(this.frame, this.cross) : []);
    this.placeRead(read, this.cross);
  }

  private drawScores(scores: readonly number[]): void {
    const list = this.find('.scores');
    while (list.children.length > scores.length) list.lastElementChild!.remove();
    while (list.children.length < scores.length) {
      const item = document.createElement('li');
      item.append(...['b', 'i', 'span'].map((name) => document.createElement(name)));
      list.append(item);
    }
    const classes = this.frame?.task === 'classes';
    const best = scores.indexOf(Math.max(...scores));
    scores.forEach((score, index) => {
      const item = list.children[index] as HTMLElement;
      const [name, bar, value] = item.children as unknown as HTMLElement[];
      name.textContent = classes ? String(index) : this.text('chart.value');
      bar.hidden = !classes;
      bar.style.setProperty('--colour', css(markColour(this.colours(), index)));
      bar.style.setProperty('--share', String(score));
      value.textContent = classes ? score.toFixed(2) : significant(score, 3);
      item.classList.toggle('best', classes && index === best);
    });
  }

  private placeRead(read: HTMLElement, { u, v }: Place): void {
    const plot = this.find('.plot');
    const [x, y] = [u * plot.clientWidth, v * plot.clientHeight];
    const left = u > 0.5 ? x - read.offsetWidth - 12 : x + 12;
    const top = v > 0.5 ? y - read.offsetHeight - 12 : y + 12;
    read.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  // In words.

  private speakSoon(): void {
    clearTimeout(this.speakTimer);
    this.speakTimer = setTimeout(() => {
      this.find('.spoken').textContent = this.find('.read').innerText.replace(/\s+/g, ' ');
    }, SPEAK_MILLISECONDS);
  }

  private summariseSoon(): void {
    if (!this.isConnected) return;
    this.summaryTimer ??= setTimeout(() => {
      this.summaryTimer = undefined;
      this.summarise();
    }, SUMMARY_MILLISECONDS);
  }

  private summarise(): void {
    this.find('.plot').setAttribute('aria-label', this.summary().join(' '));
  }

  private summary(): string[] {
    if (!this.onPlane) return [this.text('chart.noPlane')];
    const regression = taskOf(this.current, this.frame) === 'regression';
    const count = classCount(this.current, this.frame);
    const what = regression
      ? this.text('chart.surface')
      : this.text('chart.boundaryOf', { classes: count });
    return [what, ...this.progress(regression), this.text('chart.boundaryKeys')];
  }

  private progress(regression: boolean): string[] {
    const last = this.history?.last;
    if (!this.state || !last) return [];
    const state = this.text(`chart.state.${this.state.state}`);
    const epoch = this.text('chart.inEpoch', { epoch: this.format.count(this.state.at.epoch) });
    const figure = regression
      ? this.text('chart.lossNow', { loss: this.format.number(last.trainLoss) })
      : this.text('chart.accuracyNow', { accuracy: this.format.share(last.trainAccuracy) });
    return [`${state}${epoch}`, figure];
  }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Three round marks at most, away from the edges. */
function marks(min: number, max: number): number[] {
  const raw = (max - min) / 3;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * magnitude).find((s) => s >= raw) ?? 10 * magnitude;
  const first = Math.ceil((min + 0.02 * (max - min)) / step);
  const last = Math.floor((max - 0.02 * (max - min)) / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

function tick(axis: 'x' | 'y', value: number, share: number): HTMLElement {
  const mark = document.createElement('span');
  mark.className = axis;
  mark.style.setProperty('--at', String(share));
  mark.textContent = significant(Number(value.toPrecision(6)), 2).replace(/\.0$/, '');
  return mark;
}

function coordinate(value: number): string {
  return (value < 0 ? '−' : '\u2007') + Math.abs(value).toFixed(2);
}

define('boundary-view', BoundaryView);
