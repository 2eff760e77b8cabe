import { paletteOf, paperPalette } from '../boundary/palette';
import type { Palette } from '../boundary/paint';
import { ChartMenu } from '../charts/chart-menu';
import { whitePaper, type Exportable } from '../charts/export';
import { define, RunElement } from '../charts/run-element';
import { PAPER } from '../charts/styles';
import type { Table } from '../charts/table';
import { readColours, type Rgb } from '../charts/theme';
import { deedOf } from '../keys/keys';
import type { UnitsFrame } from '../stream/frames';
import type { InsideFrame } from '../stream/inside';
import type { RunListener } from '../stream/run-stream';
import { Choice } from './choice';
import { Choosers } from './choosers';
import { prepare } from './draw';
import { WEIGHT_KEYS } from './keys';
import type { Layout } from './layout';
import { NumberForm } from './number-form';
import { showMaps, showOverview, type Told } from './pictures';
import type { Spot } from './plan';
import { drawStage, layoutOf } from './stage';
import { WeightFiles } from './weights-files';
import { MARKUP, STYLE } from './weights-markup';
import { scope } from './words';

/**
 * The numbers of one layer, live: links drawn by weight, a matrix, or filters with what the layer
 * makes of an example. Each number can be read under the pointer or by keyboard, and set.
 */
export class WeightsView extends RunElement {
  private units: UnitsFrame | undefined;
  private layout: Layout | undefined;
  private called: Readonly<Record<string, string>> = {};
  private writable = false;
  private readonly choice = new Choice(() => this.listenAnew());
  private readonly choosers: Choosers;
  private readonly form: NumberForm;
  private readonly menu: ChartMenu;
  private readonly resized = new ResizeObserver(() => this.schedule());

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    const text = this.text.bind(this);
    const changed = () => this.schedule();
    this.choosers = new Choosers(this.root, this.choice, {
      text,
      called: (node) => this.nameOf(node),
      changed,
      chooseLayer: (node, name) => this.chooseLayer(node, name),
    });
    const view = this;
    this.form = new NumberForm(this.root, this.choice, {
      text,
      get names() {
        return view.called;
      },
      get editable() {
        return view.writable;
      },
      draw: () => this.draw(),
      changed,
      set: (detail) => this.dispatchEvent(new CustomEvent('weight-set', { detail })),
    });
    this.menu = new ChartMenu(this.root, {
      text,
      name: () => this.text('chart.inside'),
      exportable: () => this.exportable(),
      table: () => this.table(),
    });
    this.wire(this.find('.stage'));
  }

  /** Layers in words, by their nodes' ids. */
  get names(): Readonly<Record<string, string>> {
    return this.called;
  }

  set names(names: Readonly<Record<string, string>>) {
    this.called = names ?? {};
    this.choosers.renamed();
    this.schedule();
  }

  /** Whether numbers may be set. */
  get editable(): boolean {
    return this.writable;
  }

  set editable(editable: boolean) {
    this.writable = editable;
    this.schedule();
  }

  /** Shows another layer. */
  choose(node: string): void {
    const { layers } = this.choice.frame ?? {};
    if (!layers || layers.some((layer) => layer.node === node)) this.chooseLayer(node, '');
  }

  private chooseLayer(node: string, name: string): void {
    this.choice.chooseLayer(node, name);
    this.form.stop();
  }

  private nameOf(node: string): string {
    return this.called[node] ?? node;
  }

  override connectedCallback(): void {
    this.adopt('names', 'editable');
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  protected override listener(): RunListener {
    const { look } = this.choice;
    return {
      look,
      onInside: (frame) => {
        this.choice.take(frame);
        this.schedule();
      },
      ...(look.evenly && { onUnits: (frame: UnitsFrame) => this.takeUnits(frame) }),
      onConnection: (state) => this.dim(state),
    };
  }

  private takeUnits(frame: UnitsFrame): void {
    this.units = frame;
    this.schedule();
  }

  protected override forget(): void {
    this.choice.forget();
    this.units = undefined;
    this.form.stop();
  }

  protected override textsChanged(): void {
    this.writeTexts();
    this.choosers.textsChanged();
    this.form.textsChanged();
    this.menu.textsChanged();
    this.find('#keys').textContent = this.text('chart.inside.keys');
    this.find('.maps h3').textContent = this.text('chart.inside.maps');
    this.schedule();
  }

  // what is pointed at

  private wire(stage: HTMLElement): void {
    const canvas = stage.querySelector('canvas')!;
    const under = (event: MouseEvent) => {
      const { left, top } = canvas.getBoundingClientRect();
      return this.layout?.spotAt(event.clientX - left, event.clientY - top);
    };
    stage.addEventListener('pointermove', (event) => {
      const spot = under(event);
      if (spot && !this.form.editing) this.point(spot);
    });
    stage.addEventListener('click', (event) => {
      const spot = under(event);
      if (!spot) return;
      this.point(spot);
      this.form.begin();
    });
    stage.addEventListener('focus', () => {
      if (this.choice.spot) return;
      this.choice.begin();
      this.pointed();
    });
    stage.addEventListener('keydown', (event) => this.onKey(event));
  }

  private onKey(event: KeyboardEvent): void {
    const deed = deedOf(event, WEIGHT_KEYS);
    if (!this.choice.spot || !deed) return;
    if (deed === 'set') this.form.begin();
    else {
      this.choice.move(deed);
      this.pointed();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private point(spot: Spot): void {
    this.choice.spot = spot;
    this.pointed();
  }

  /** Told aloud to who is there by keyboard. */
  private pointed(): void {
    if (this.root.activeElement === this.find('.stage')) {
      this.find('.said').textContent = this.form.read();
    }
    this.schedule();
  }

  // drawing

  protected override draw(): void {
    const { frame } = this.choice;
    for (const part of ['.body', '.maps', '.more', '.head .forms', '.head .channel', '.pages']) {
      for (const each of this.root.querySelectorAll<HTMLElement>(part)) each.hidden = !frame;
    }
    this.find('.words').textContent = frame
      ? scope(frame, this.choice.shownForm, this.format, this.text.bind(this)).join(' ')
      : this.text('chart.inside.waiting');
    if (!frame) return;
    const palette = paletteOf(this, '--_card');
    const { '--_accent': accent } = readColours(this, ['--_accent']);
    this.choosers.draw(frame);
    this.drawStage(frame, palette, accent);
    this.form.draw();
    const told: Told = { palette, accent, format: this.format, text: this.text.bind(this) };
    const { shownForm, look } = this.choice;
    showOverview(this.find('.overview'), frame, shownForm === 'matrix' && !look.evenly, told);
    showMaps(this.find('.maps'), frame, told);
    this.menu.refresh();
    this.dataset.step = String(frame.at.step);
  }

  private drawStage(frame: InsideFrame, palette: Palette, accent: Rgb): void {
    const { choice } = this;
    const form = choice.shownForm;
    const stage = this.find('.stage');
    this.find('.body').hidden = form === 'none';
    this.find('.columns').hidden = form !== 'links';
    stage.setAttribute('aria-label', this.text(`chart.inside.stage.${form}`));
    this.layout = layoutOf(choice, this.find('.main').clientWidth - 6);
    if (!this.layout) return;
    const { width, height } = this.layout;
    const context = prepare(stage.querySelector('canvas')!, width, height);
    const { spot } = choice;
    drawStage({ context, palette, accent, spot }, this.layout, choice, this.units);
    const { from, node } = frame.layers[frame.chosen];
    const [left, right] = this.find('.columns').children;
    left.textContent = this.nameOf(from);
    right.textContent = this.nameOf(node);
  }

  // given away

  private files(): WeightFiles | undefined {
    const { frame, layer } = this.choice;
    if (!frame || !layer) return undefined;
    return new WeightFiles(this.choice, this.units, {
      title: [this.subject, this.choosers.nameOf(layer)].filter(Boolean).join(' · '),
      called: (node) => this.nameOf(node),
      format: this.format,
      text: this.text.bind(this),
    });
  }

  private exportable(): Exportable {
    const files = this.files();
    const paper = whitePaper();
    const palette = paper ? paperPalette() : paletteOf(this, '--_card');
    const { '--_accent': accent } = paper ? PAPER : readColours(this, ['--_accent']);
    return {
      fileName: 'weights',
      draw: () =>
        files
          ? Promise.resolve(files.drawing(palette, accent))
          : Promise.reject(new Error('nothing is shown')),
      csv: () => files?.csv() ?? '',
    };
  }

  private table(): Table {
    const nothing = { caption: this.text('chart.inside.waiting'), header: [], rows: [] };
    return this.files()?.table() ?? nothing;
  }
}

define('weights-view', WeightsView);
