import type { Palette } from '../boundary/paint';
import { paletteOf, paperPalette } from '../boundary/palette';
import { pinned } from '../boundary/pinned';
import { ChartMenu } from '../charts/chart-menu';
import { whitePaper, type Exportable } from '../charts/export';
import { define, RunElement } from '../charts/run-element';
import type { Table } from '../charts/table';
import type { RunListener } from '../stream/run-stream';
import { plotCsv, plotTable, plotWords, pointWords, type Plot, type Setting } from './features';
import { MARKUP, STYLE } from './features-markup';
import { drawingOf, drawOnStage, onSheet } from './features-picture';
import { FeaturesSide } from './features-side';
import { FeaturesWork } from './features-work';
import { placeOf } from './mistakes';
import { nearest, toward, type Method } from './projection';

/** A layer that can be chosen. */
interface Layer {
  readonly node: string;
  readonly name: string;
  /** Whether it is shown unless another is chosen. */
  readonly usual: boolean;
}

/** How near the pointer must be, in pixels. */
const REACH = 18;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * What a layer puts out for many examples, brought into two dimensions: those that the layer takes
 * for alike lie together. It is worked out when somebody asks for it, or as the run goes on.
 */
export class FeaturesView extends RunElement {
  private called: readonly string[] = [];
  private offered: readonly Layer[] = [];
  private picked = '';
  private read = -1;
  private readonly out = new Set<number>();
  private palette: Palette | undefined;
  private listed = '';
  private readonly work = new FeaturesWork({
    askAnew: () => this.askAnew(),
    changed: () => this.workChanged(),
  });
  private readonly menu: ChartMenu;
  private readonly side: FeaturesSide;
  private readonly resizing = new ResizeObserver(() => this.schedule());

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    this.side = new FeaturesSide(this.root, {
      text: this.text.bind(this),
      count: (value) => this.format.count(value),
      nameOf: this.nameOf,
      hidden: this.out,
      toggled: () => {
        if (this.read >= 0 && !this.isShown(this.read)) this.read = -1;
        this.schedule();
      },
    });
    this.menu = new ChartMenu(this.root, {
      text: this.text.bind(this),
      name: () => this.text('chart.features'),
      exportable: () => this.exportable(),
      table: () => this.table(),
    });
    this.wire();
  }

  /** The classes in words. */
  get names(): readonly string[] {
    return this.called;
  }

  set names(names: readonly string[]) {
    this.called = names ?? [];
    this.side.forget();
    this.schedule();
  }

  /** The layers that can be chosen. */
  get layers(): readonly Layer[] {
    return this.offered;
  }

  set layers(layers: readonly Layer[]) {
    this.offered = layers ?? [];
    this.listed = '';
    this.chooseLayer();
  }

  /** What somebody picked, as long as there is such a layer; else the usual one. */
  private chooseLayer(): void {
    const { offered, picked } = this;
    const layer =
      offered.find(({ node }) => node === picked) ??
      offered.find(({ usual }) => usual) ??
      offered[0];
    if (layer) this.work.choose(layer.node);
    this.schedule();
  }

  override connectedCallback(): void {
    this.adopt('names', 'layers');
    super.connectedCallback();
    this.resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.work.leave();
  }

  protected override listener(): RunListener {
    return {
      asks: () => this.work.asks,
      onOutputs: (frame) => this.work.take(frame),
      onMoment: (moment) => this.work.reached(moment),
      onConnection: (state) => this.dim(state),
    };
  }

  /** The first picture comes unasked. */
  protected override forget(): void {
    this.work.restart(this.runId !== null);
    this.read = -1;
    this.out.clear();
    this.schedule();
  }

  private workChanged(): void {
    if (this.read >= (this.work.plot?.chosen.length ?? 0)) this.read = -1;
    this.schedule();
  }

  protected override textsChanged(): void {
    this.writeTexts();
    this.menu.textsChanged();
    this.find('.methods').setAttribute('aria-label', this.text('chart.features.method'));
    this.find('.classes').setAttribute('aria-label', this.text('chart.features.classes'));
    this.find('progress').setAttribute('aria-label', this.text('chart.features.working'));
    this.side.forget();
    this.schedule();
  }

  protected override themeChanged(): void {
    this.palette = undefined;
    this.side.forget();
    this.schedule();
  }

  // What is chosen.

  private wire(): void {
    const layer = this.find<HTMLSelectElement>('.layer');
    layer.addEventListener('change', () => {
      this.read = -1;
      this.picked = layer.value;
      this.chooseLayer();
    });
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-method]')) {
      button.addEventListener('click', () => this.work.project(button.dataset.method as Method));
    }
    for (const input of this.root.querySelectorAll<HTMLInputElement>('input[type=number]')) {
      const setting = input.name as Setting;
      input.value = String(this.work.setting(setting));
      input.addEventListener('change', () => {
        input.value = String(this.work.set(setting, input.valueAsNumber));
      });
    }
    this.find('.update').addEventListener('click', () =>
      this.work.busy ? this.work.stop() : this.work.ask(),
    );
    const follow = this.find<HTMLInputElement>('.follow');
    follow.addEventListener('change', () => this.work.follow(follow.checked));
    this.wireStage(this.find('.stage'));
  }

  // What is read.

  private wireStage(stage: HTMLElement): void {
    const under = (event: MouseEvent): number => {
      const { left, top, width, height } = stage.getBoundingClientRect();
      const places = this.places(width, height);
      if (!places) return -1;
      const [x, y] = [event.clientX - left, event.clientY - top];
      return nearest(places, x, y, REACH, (row) => this.isShown(row));
    };
    stage.addEventListener('pointermove', (event) => {
      const row = under(event);
      if (row >= 0) this.point(row);
    });
    stage.addEventListener('click', (event) => {
      const row = under(event);
      if (row < 0) return;
      this.point(row);
      this.pin();
    });
    stage.addEventListener('keydown', (event) => this.onKey(event));
  }

  private onKey(event: KeyboardEvent): void {
    const { plot } = this.work;
    if (!plot || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = plot.chosen.map((_, row) => row).filter((row) => this.isShown(row));
    const arrow = ARROWS[event.key];
    if (event.key === 'Home' || (arrow && this.read < 0)) this.point(rows[0] ?? -1, true);
    else if (event.key === 'End') this.point(rows[rows.length - 1] ?? -1, true);
    else if (arrow) this.step(plot, arrow);
    else if (event.key === 'Enter') this.pin();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private step(plot: Plot, direction: readonly [number, number]): void {
    const places = onSheet(plot.layout.places, 1, 1);
    const next = toward(places, this.read, direction, (row) => this.isShown(row));
    if (next >= 0) this.point(next, true);
  }

  private point(row: number, aloud = false): void {
    this.read = row;
    if (aloud) this.find('.said').textContent = this.reading;
    this.schedule();
  }

  /** An example of the plane is marked there. */
  private pin(): void {
    const { runId } = this;
    const { plot } = this.work;
    if (!plot || this.read < 0 || !runId || !plot.frame.head.kind.plane) return;
    const place = placeOf({ exhibit: plot.frame.head.exhibits[plot.chosen[this.read]] });
    if (place) pinned.show({ runId, ...place });
  }

  private isShown(row: number): boolean {
    const { plot } = this.work;
    return !plot?.frame.head.classes || !this.out.has(plot.frame.head.truths[plot.chosen[row]]);
  }

  private places(width: number, height: number): Float32Array | undefined {
    const { plot } = this.work;
    return plot && onSheet(plot.layout.places, width, height);
  }

  // What is seen.

  private readonly nameOf = (label: number): string => this.called[label] ?? String(label);

  private get words(): string {
    const { plot } = this.work;
    if (!plot) return '';
    const layer = this.layerName(plot.frame.head.node);
    return plotWords(plot, layer, this.work.before, this.format, this.text.bind(this));
  }

  private layerName(node: string): string {
    return this.offered.find((layer) => layer.node === node)?.name ?? node;
  }

  private get reading(): string {
    const { plot } = this.work;
    if (!plot || this.read < 0) return '';
    const { head } = plot.frame;
    return pointWords(head, plot.chosen[this.read], this.nameOf, this.format, this.text.bind(this));
  }

  private get message(): string {
    const { trouble, plot, works, waits } = this.work;
    if (trouble) return this.text(`chart.features.${trouble}`);
    if (plot) return '';
    if (works) return this.text('chart.features.working');
    return this.text(waits ? 'chart.own.waiting' : 'chart.features.idle');
  }

  protected override draw(): void {
    const { words } = this;
    const { plot } = this.work;
    this.drawHead();
    this.find('.words').textContent = words;
    const keys = this.text('chart.features.keys');
    this.find('.stage').setAttribute(
      'aria-label',
      `${this.text('chart.features')}. ${words} ${keys}`,
    );
    this.find('.message').textContent = this.message;
    this.find('.side').hidden = !plot;
    this.find('.stage canvas').hidden = !plot;
    this.drawAxes(plot);
    this.menu.refresh();
    this.dataset.shown = plot
      ? `${plot.wish.method} ${plot.frame.head.node} ${plot.frame.at.step} ${plot.layout.done}`
      : '';
    if (!plot) return;
    this.palette ??= paletteOf(this, '--_card');
    const look = { palette: this.palette, read: this.read, hidden: this.out };
    drawOnStage(this.find<HTMLCanvasElement>('.stage canvas'), plot, look);
    this.side.drawReading(plot, this.read, this.reading);
    this.side.drawLegend(plot, this.palette);
  }

  private drawHead(): void {
    const select = this.find<HTMLSelectElement>('.layer');
    const list = JSON.stringify(this.offered);
    if (list !== this.listed) {
      this.listed = list;
      select.replaceChildren(...this.offered.map(({ node, name }) => new Option(name, node)));
    }
    const { layer, method, busy, following, works, done } = this.work;
    select.value = layer;
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-method]')) {
      button.setAttribute('aria-pressed', String(button.dataset.method === method));
    }
    this.find('.perplexity').hidden = this.find('.iterations').hidden = method === 'pca';
    const update = this.find('.update');
    update.textContent = this.text(`chart.features.${busy ? 'stop' : 'update'}`);
    update.title = busy ? '' : this.text('chart.features.update.help');
    update.classList.toggle('stop', busy);
    this.find<HTMLInputElement>('.follow').checked = following;
    const progress = this.find<HTMLProgressElement>('progress');
    progress.hidden = !works;
    progress.value = done;
  }

  private drawAxes(plot: Plot | undefined): void {
    const kept = plot?.layout.kept;
    [this.find('.axis.x'), this.find('.axis.y')].forEach((axis, index) => {
      axis.hidden = !kept;
      const share = kept ? this.format.share(kept[index]) : '';
      const name = this.text(index === 0 ? 'chart.features.first' : 'chart.features.second');
      axis.textContent = `${name} · ${share}`;
    });
  }

  // As a table, as files.

  private table(): Table {
    const { plot } = this.work;
    if (!plot) return { caption: this.message, header: [], rows: [] };
    return plotTable(plot, this.words, this.nameOf, this.format, this.text.bind(this));
  }

  private exportable(): Exportable {
    const { plot } = this.work;
    const palette = whitePaper() ? paperPalette() : paletteOf(this, '--_card');
    const look = { palette, read: -1, hidden: this.out };
    return {
      fileName: 'layer-outputs',
      draw: () =>
        plot
          ? Promise.resolve(drawingOf(plot, this.nameOf, look))
          : Promise.reject(new Error('nothing is shown')),
      csv: () => (plot ? plotCsv(plot, this.nameOf) : ''),
    };
  }
}

define('features-view', FeaturesView);
