import { hasCome, lookback, nearestOf } from '../stream/lookback';
import type { MetricHistory } from '../stream/history';
import { openRun, type RunListener } from '../stream/run-stream';
import { HISTORY_MARKUP, HISTORY_STYLE, rowOf } from './history-markup';
import { define, RunElement } from './run-element';
import { figuresNow } from './words';

const BEAT_MILLISECONDS = 120;
/** Who wants little motion sees two moments a second. */
const CALM_MILLISECONDS = 500;
const FIGURES = ['trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy'] as const;

/**
 * The moments that a run remembers: a slider that shows one of them all over the page, in place of
 * what the run is now; played back one after the other; and as a table.
 */
export class HistoryView extends RunElement {
  /** Whether an experiment of one's own may begin from a moment. */
  private mayFork = false;
  private steps: readonly number[] = [];
  private now = 0;
  private history: MetricHistory | undefined;
  private onPlane = false;
  /** The run of which a moment is asked for. */
  private asked: string | undefined;
  private beat: ReturnType<typeof setTimeout> | undefined;
  private unwatched: (() => void) | undefined;
  private readonly rows = new Map<number, HTMLTableRowElement>();

  constructor() {
    super();
    this.furnish(HISTORY_STYLE, HISTORY_MARKUP);
    this.slider.addEventListener('input', () => {
      this.pause();
      this.go(Number(this.slider.value));
    });
    this.find('.play').addEventListener('click', () => (this.playing ? this.pause() : this.play()));
    this.find('.now').addEventListener('click', () => this.leave());
    this.find('.fork').addEventListener('click', () => this.fork());
    this.find('tbody').addEventListener('click', (event) => {
      const row = (event.target as Element).closest('button')?.closest('tr');
      if (row) this.go(this.steps.indexOf(Number(row.dataset.step)));
    });
  }

  get forkable(): boolean {
    return this.mayFork;
  }

  set forkable(forkable: boolean) {
    this.mayFork = Boolean(forkable);
    this.schedule();
  }

  override connectedCallback(): void {
    this.adopt('forkable');
    super.connectedCallback();
    this.unwatched = lookback.onChange(() => this.lookedBack());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatched?.();
    this.leave();
  }

  protected override listener(): RunListener {
    return {
      onTrail: ({ at, steps }) => {
        this.steps = steps;
        this.now = at.step;
        this.stay();
        this.schedule();
      },
      onPast: ({ picture }) => {
        const back = this.back;
        if (back) lookback.show({ ...back, picture });
      },
      onMoment: (moment) => {
        this.now = moment.step;
        this.schedule();
      },
      onMetrics: (history) => {
        this.history = history;
        if (history.length === 0) this.beginAnew();
        this.schedule();
      },
      onPoints: () => {
        this.onPlane = true;
      },
      onConnection: (state) => this.dim(state),
    };
  }

  protected override forget(): void {
    this.beginAnew();
    this.history = undefined;
    this.onPlane = false;
    this.now = 0;
    this.schedule();
  }

  protected override textsChanged(): void {
    this.writeTexts();
    this.find('.scroll').setAttribute('aria-label', this.text('chart.history.table'));
    this.slider.setAttribute('aria-label', this.text('chart.history.slider'));
    this.rows.clear();
    this.schedule();
  }

  private beginAnew(): void {
    this.leave();
    this.steps = [];
    this.rows.clear();
  }

  // Where one looks.

  private get back() {
    return lookback.of(this.runId);
  }

  /** Its place among the moments; behind them all is the present. */
  private get index(): number {
    const back = this.back;
    return back ? this.steps.indexOf(back.step) : this.steps.length;
  }

  private go(index: number): void {
    const step = this.steps[index];
    if (step === undefined || !this.runId) return this.leave();
    const picture = this.back?.picture;
    lookback.show({ runId: this.runId, step, now: this.now, ...(picture ? { picture } : {}) });
    this.asked = this.runId;
    openRun(this.runId).lookBack(step);
  }

  private leave(): void {
    this.pause();
    const left = this.asked;
    this.asked = undefined;
    if (!left) return;
    openRun(left).lookBack(undefined);
    if (lookback.of(left)) lookback.show(undefined);
  }

  /** Somebody may have gone back to the present elsewhere on the page. */
  private lookedBack(): void {
    if (!this.back) this.leave();
    this.schedule();
  }

  /** Moments are fewer when the run is longer: the nearest takes the place of one that is gone. */
  private stay(): void {
    const back = this.back;
    if (!back || this.steps.length === 0) return;
    if (this.index < 0) this.go(nearestOf(this.steps, back.step));
    else lookback.show({ ...back, now: this.now });
  }

  private fork(): void {
    const back = this.back;
    if (back) this.dispatchEvent(new CustomEvent('fork', { detail: back.step }));
  }

  // Playing back.

  private get playing(): boolean {
    return this.beat !== undefined;
  }

  private play(): void {
    if (!this.back) this.go(0);
    this.rest();
    this.schedule();
  }

  private pause(): void {
    clearTimeout(this.beat);
    this.beat = undefined;
    this.schedule();
  }

  private rest(): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.beat = setTimeout(() => this.next(), calm ? CALM_MILLISECONDS : BEAT_MILLISECONDS);
  }

  /** Each is shown before the next is asked for. */
  private next(): void {
    const back = this.back;
    if (!back) return this.pause();
    if (!this.onPlane || hasCome(back)) {
      if (this.index + 1 >= this.steps.length) return this.leave();
      this.go(this.index + 1);
    }
    this.rest();
  }

  // What is seen.

  private get slider(): HTMLInputElement {
    return this.find<HTMLInputElement>('.slider');
  }

  protected override draw(): void {
    const { back, steps } = this;
    const none = steps.length === 0;
    this.find('.row').hidden = this.find('.scroll').hidden = none;
    this.slider.max = String(steps.length);
    this.slider.value = String(this.index);
    this.slider.setAttribute('aria-valuetext', this.where);
    this.find('output').textContent = this.where;
    this.find('.words').textContent = none ? this.text('chart.history.none') : this.words;
    this.find('.play').textContent = this.text(`chart.history.${this.playing ? 'pause' : 'play'}`);
    this.find('.now').hidden = back === undefined;
    this.find('.fork').hidden = !this.mayFork || back === undefined;
    this.dataset.moments = String(steps.length);
    this.drawTable();
  }

  private get where(): string {
    const [step, now] = [this.back?.step ?? this.now, this.now].map((at) => this.format.count(at));
    return this.text(this.back ? 'chart.history.at' : 'chart.history.now', { step, now });
  }

  private get words(): string {
    const point = this.back
      ? this.history?.at(this.history.nearest(this.back.step))
      : this.history?.last;
    const figures = point ? figuresNow(point, this.format, this.text.bind(this)) : '';
    const kept = this.text('chart.history.kept', { count: this.format.count(this.steps.length) });
    return `${figures} ${kept}`;
  }

  private drawTable(): void {
    const history = this.history;
    if (!history || history.length === 0) return;
    const first = history.at(0);
    const shown = FIGURES.filter((figure) => !Number.isNaN(first[figure]));
    if (this.rows.size === 0) this.drawHead(['step', ...shown]);
    for (const step of [...this.rows.keys()])
      if (!this.steps.includes(step)) this.rows.delete(step);
    for (const step of this.steps) {
      if (!this.rows.has(step)) {
        const point = history.at(history.nearest(step));
        const figures = shown.map((figure) =>
          figure.endsWith('Loss')
            ? this.format.number(point[figure])
            : this.format.share(point[figure]),
        );
        this.rows.set(step, rowOf(step, this.format.count(step), figures));
      }
    }
    const body = this.find('tbody');
    const rows = this.steps.map((step) => this.rows.get(step)!);
    if (rows.length !== body.children.length || rows.some((row, i) => body.children[i] !== row)) {
      body.replaceChildren(...rows);
    }
    const { index } = this;
    rows.forEach((row, at) => {
      if (at === index) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    });
  }

  private drawHead(columns: readonly string[]): void {
    this.find('thead tr').replaceChildren(
      ...columns.map((name) => {
        const head = document.createElement('th');
        head.scope = 'col';
        head.textContent = this.text(`chart.${name}`);
        return head;
      }),
    );
  }
}

define('history-view', HistoryView);
