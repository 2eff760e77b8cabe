import { paletteOf } from '../boundary/palette';
import type { Palette } from '../boundary/paint';
import { significant } from '../charts/format';
import { define, RunElement } from '../charts/run-element';
import { fillTable } from '../charts/table';
import { readColours, type Rgb } from '../charts/theme';
import { deedOf } from '../keys/keys';
import { clamp, readNumber, writeNumber } from '../numbers/numbers';
import type { UnitsFrame } from '../stream/frames';
import type { InsideFrame, InsideLayer, Look } from '../stream/inside';
import type { RunListener } from '../stream/run-stream';
import { drawFilters, drawLinks, drawMatrix, prepare, type Pen } from './draw';
import { WEIGHT_KEYS } from './keys';
import { Filters, Links, Matrix, type Layout } from './layout';
import {
  channelsOf,
  formsOf,
  kernelOf,
  movedBy,
  placeOf,
  strideOf,
  valueAt,
  WINDOW,
  type Field,
  type Form,
  type Spot,
} from './plan';
import { showMaps, showOverview, type Told } from './pictures';
import { MARKUP, STYLE } from './weights-markup';
import { reading, readingOfColour, scope, tableOf, whereabouts } from './words';

/** As `Edit.java` has it. */
const MOST = 1e6;
const FIRST: Look = { node: '', name: '', evenly: true, row: 0, column: 0, example: 0 };

/**
 * The numbers of one layer, live: links drawn by weight, a matrix, or filters with what the layer
 * makes of an example. Each number can be read under the pointer or by keyboard, and set.
 */
export class WeightsView extends RunElement {
  private frame: InsideFrame | undefined;
  private units: UnitsFrame | undefined;
  private look = FIRST;
  private form: Form | undefined;
  private channel: number | undefined;
  private spot: Spot | undefined;
  private editing = false;
  private layout: Layout | undefined;
  private listed = '';
  private called: Readonly<Record<string, string>> = {};
  private writable = false;
  private readonly resized = new ResizeObserver(() => this.schedule());

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    this.wire();
  }

  /** Layers in words, by their nodes' ids. */
  get names(): Readonly<Record<string, string>> {
    return this.called;
  }

  set names(names: Readonly<Record<string, string>>) {
    this.called = names ?? {};
    this.listed = '';
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
    const { layers } = this.frame ?? {};
    if (!layers || layers.some((layer) => layer.node === node)) this.chooseLayer(node, '');
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
    return {
      look: this.look,
      onInside: (frame) => this.take(frame),
      ...(this.look.evenly && { onUnits: (frame: UnitsFrame) => this.takeUnits(frame) }),
      onConnection: (state) => this.dim(state),
    };
  }

  private take(frame: InsideFrame): void {
    this.frame = frame;
    if (this.spot && valueAt(frame.window, this.spot) === undefined) this.spot = undefined;
    const evenly = this.shownForm() === 'links';
    if (evenly !== this.look.evenly) this.ask({ evenly });
    this.schedule();
  }

  private takeUnits(frame: UnitsFrame): void {
    this.units = frame;
    this.schedule();
  }

  private ask(change: Partial<Look>): void {
    this.look = { ...this.look, ...change };
    this.listenAnew();
  }

  protected override forget(): void {
    this.frame = undefined;
    this.units = undefined;
    this.spot = undefined;
    this.editing = false;
    this.schedule();
  }

  protected override textsChanged(): void {
    this.writeTexts();
    this.listed = '';
    const label = (selector: string, key: string) =>
      this.find(selector).setAttribute('aria-label', this.text(key));
    label('.forms', 'chart.inside.form');
    for (const [group, key] of [
      ['.rows', 'chart.inside.rows'],
      ['.across', 'chart.inside.columns'],
      ['.example', 'chart.inside.example'],
    ]) {
      label(group, key);
      label(`${group} .back`, 'chart.inside.back');
      label(`${group} .on`, 'chart.inside.on');
    }
    label('.scroll', 'chart.inside.table');
    label('.set input', 'chart.inside.value');
    label('.why', 'chart.inside.why');
    this.find('#keys').textContent = this.text('chart.inside.keys');
    this.find('.maps h3').textContent = this.text('chart.inside.maps');
    this.schedule();
  }

  // what is chosen

  private get layer(): InsideLayer | undefined {
    return this.frame?.layers[this.frame.chosen];
  }

  private shownForm(): Form {
    const forms = this.layer ? formsOf(this.layer) : (['none'] as const);
    return this.form && forms.includes(this.form) ? this.form : forms[0];
  }

  /** Three channels are shown as colours unless one is chosen. */
  private get colours(): boolean {
    return this.layer !== undefined && channelsOf(this.layer) === 3 && this.channel === undefined;
  }

  /** Columns of the window that are drawn: the first and how many. */
  private span(): readonly [number, number] {
    const { layer, frame } = this;
    if (!layer || !frame) return [0, 0];
    if (this.shownForm() !== 'filters') return [0, frame.window.columns.length];
    const [high, wide] = kernelOf(layer);
    const first = channelsOf(layer) === 3 ? (this.channel ?? 0) * high * wide : 0;
    return [first, high * wide];
  }

  private chooseLayer(node: string, name: string): void {
    this.channel = undefined;
    this.spot = undefined;
    this.stopEditing();
    this.ask({ node, name, row: 0, column: 0 });
  }

  private chooseForm(form: Form): void {
    this.form = form;
    this.spot = undefined;
    this.ask({ evenly: form === 'links' });
    this.schedule();
  }

  private chooseChannel(value: string): void {
    const layer = this.layer!;
    this.channel = value === '' ? undefined : Number(value);
    this.spot = undefined;
    if (channelsOf(layer) === 3) this.schedule();
    else {
      const [high, wide] = kernelOf(layer);
      this.ask({ column: (this.channel ?? 0) * high * wide });
    }
  }

  private page(axis: 'row' | 'column', by: number): void {
    const window = this.frame!.window;
    const first = axis === 'row' ? window.rows[0] : window.columns[0];
    const stride = strideOf(this.shownForm(), window);
    this.spot = undefined;
    this.ask({ [axis]: Math.max(0, first + by * stride) });
  }

  private walk(by: number): void {
    const { number, of } = this.frame!.example;
    this.ask({ example: (number + by + of) % of });
  }

  // reading and setting

  private wire(): void {
    const on = (selector: string, act: () => void) =>
      this.find(selector).addEventListener('click', act);
    const layer = this.find<HTMLSelectElement>('.layer');
    layer.addEventListener('change', () => {
      const { node, name } = this.frame!.layers[layer.selectedIndex];
      this.chooseLayer(node, name);
    });
    const channel = this.find<HTMLSelectElement>('.channel select');
    channel.addEventListener('change', () => this.chooseChannel(channel.value));
    on('[data-form=links]', () => this.chooseForm('links'));
    on('[data-form=matrix]', () => this.chooseForm('matrix'));
    on('.rows .back', () => this.page('row', -1));
    on('.rows .on', () => this.page('row', 1));
    on('.across .back', () => this.page('column', -1));
    on('.across .on', () => this.page('column', 1));
    on('.example .back', () => this.walk(-1));
    on('.example .on', () => this.walk(1));
    this.find('.numbers').addEventListener('toggle', () => this.schedule());
    this.wireStage(this.find('.stage'));
    this.wireReading(this.find<HTMLFormElement>('.reading'), this.find('.set input'));
    this.find('.overview canvas').addEventListener('click', (event) => this.jump(event));
  }

  private wireStage(stage: HTMLElement): void {
    const canvas = stage.querySelector('canvas')!;
    const under = (event: MouseEvent) => {
      const { left, top } = canvas.getBoundingClientRect();
      return this.layout?.spotAt(event.clientX - left, event.clientY - top);
    };
    stage.addEventListener('pointermove', (event) => {
      const spot = under(event);
      if (spot && !this.editing) this.point(spot);
    });
    stage.addEventListener('click', (event) => {
      const spot = under(event);
      if (!spot) return;
      this.point(spot);
      this.edit();
    });
    stage.addEventListener('focus', () => {
      if (!this.spot && this.frame) this.point({ row: 0, column: this.span()[0] });
    });
    stage.addEventListener('keydown', (event) => this.onKey(event));
  }

  private onKey(event: KeyboardEvent): void {
    const deed = deedOf(event, WEIGHT_KEYS);
    if (!this.spot || !deed) return;
    if (deed === 'set') this.edit();
    else this.point(movedBy(deed, this.spot, this.field()), true);
    event.preventDefault();
    event.stopPropagation();
  }

  private field(): Field {
    const { window } = this.frame!;
    const [first, columns] = this.span();
    const line = this.shownForm() === 'filters' ? kernelOf(this.layer!)[1] : 0;
    const biased = window.biases.length > 0;
    return { rows: window.rows.length, first, columns, biased, line };
  }

  private point(spot: Spot, aloud = false): void {
    this.spot = spot;
    if (aloud || this.root.activeElement === this.find('.stage')) {
      this.find('.said').textContent = this.read();
    }
    this.schedule();
  }

  private read(): string {
    const { frame, spot } = this;
    if (!frame || !spot) return '';
    return this.colours ? readingOfColour(frame, spot) : reading(frame, spot);
  }

  private get settable(): boolean {
    const colour = this.colours && this.spot?.column !== 'bias';
    return this.writable && this.spot !== undefined && !colour;
  }

  private wireReading(form: HTMLFormElement, input: HTMLInputElement): void {
    input.addEventListener('focus', () => {
      this.editing = true;
      input.select();
    });
    input.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') this.leaveEditing();
    });
    form.addEventListener('focusout', (event) => {
      if (!form.contains(event.relatedTarget as Node | null)) this.stopEditing();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.set(input);
    });
  }

  private edit(): void {
    if (!this.settable) return;
    const value = valueAt(this.frame!.window, this.spot!)!;
    const input = this.find<HTMLInputElement>('.set input');
    this.draw();
    input.value = exact(value);
    input.focus();
  }

  private set(input: HTMLInputElement): void {
    const value = readNumber(input.value);
    if (value === undefined || Math.abs(value) > MOST) {
      input.setAttribute('aria-invalid', 'true');
      this.find('.wrong').textContent = this.text('chart.inside.wrong');
      return;
    }
    if (!this.settable) return;
    const detail = { ...placeOf(this.frame!, this.spot!), value };
    this.dispatchEvent(new CustomEvent('weight-set', { detail }));
    this.find('.said').textContent = this.text('chart.inside.done', {
      name: this.read().split(' = ')[0],
      value: significant(value, 4),
    });
    this.leaveEditing();
  }

  private leaveEditing(): void {
    this.stopEditing();
    this.find('.stage').focus();
  }

  private stopEditing(): void {
    this.editing = false;
    this.find('.set input').removeAttribute('aria-invalid');
    this.find('.wrong').textContent = '';
    this.schedule();
  }

  /** The window goes where the overview is clicked. */
  private jump(event: MouseEvent): void {
    const { left, top, width, height } = this.find('.overview canvas').getBoundingClientRect();
    const [rows, columns] = this.layer!.shape;
    const at = (share: number, all: number) =>
      Math.max(0, clamp(Math.floor(share * all), 0, all - 1) - WINDOW / 2);
    this.form = 'matrix';
    this.spot = undefined;
    this.ask({
      evenly: false,
      row: at((event.clientY - top) / height, rows),
      column: at((event.clientX - left) / width, columns ?? 1),
    });
  }

  // drawing

  protected override draw(): void {
    const { frame } = this;
    for (const part of ['.body', '.maps', '.numbers', '.head .forms', '.head .channel', '.pages']) {
      for (const each of this.root.querySelectorAll<HTMLElement>(part)) each.hidden = !frame;
    }
    this.find('.words').textContent = frame
      ? scope(frame, this.shownForm(), this.format, this.text.bind(this))
      : this.text('chart.inside.waiting');
    if (!frame) return;
    const palette = paletteOf(this, '--_card');
    const { '--_accent': accent } = readColours(this, ['--_accent']);
    this.drawHead(frame);
    this.drawStage(frame, palette, accent);
    this.drawReading(frame);
    const told: Told = { palette, accent, format: this.format, text: this.text.bind(this) };
    const contiguous = this.shownForm() === 'matrix' && !this.look.evenly;
    showOverview(this.find('.overview'), frame, contiguous, told);
    showMaps(this.find('.maps'), frame, told);
    this.drawTable(frame);
    this.dataset.step = String(frame.at.step);
  }

  private drawHead(frame: InsideFrame): void {
    const select = this.find<HTMLSelectElement>('.layer');
    const list = JSON.stringify(frame.layers);
    if (list !== this.listed) {
      this.listed = list;
      select.replaceChildren(...frame.layers.map((layer) => new Option(this.nameOf(layer))));
      this.fillChannels(frame);
    }
    if (select.selectedIndex !== frame.chosen) {
      select.selectedIndex = frame.chosen;
      this.fillChannels(frame);
    }
    const layer = frame.layers[frame.chosen];
    const form = this.shownForm();
    const forms = formsOf(layer);
    this.find('.forms').hidden = forms.length < 2;
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-form]')) {
      button.setAttribute('aria-pressed', String(button.dataset.form === form));
    }
    const { rows, columns } = frame.window;
    const width = layer.shape[1] ?? 1;
    const paged = form === 'matrix' || form === 'filters';
    this.pager('.rows', paged ? rows : [], layer.shape[0]);
    this.pager('.across', form === 'matrix' ? columns : [], width);
    this.find('.channel').hidden = channelsOf(layer) < 2;
  }

  private nameOf({ node, name }: InsideLayer): string {
    const several = this.frame!.layers.filter((layer) => layer.node === node).length > 1;
    const called = this.called[node] ?? node;
    return several ? `${called} · ${name}` : called;
  }

  private pager(group: string, shown: readonly number[], all: number): void {
    this.find(group).hidden = shown.length === 0 || shown.length >= all;
    this.find<HTMLButtonElement>(`${group} .back`).disabled = shown[0] === 0;
    this.find<HTMLButtonElement>(`${group} .on`).disabled = shown[shown.length - 1] === all - 1;
  }

  private fillChannels(frame: InsideFrame): void {
    const channels = channelsOf(frame.layers[frame.chosen]);
    const numbers = Array.from({ length: channels }, (_, i) => new Option(`${i + 1}`, `${i}`));
    const all = channels === 3 ? [new Option(this.text('chart.inside.colours'), '')] : [];
    const select = this.find<HTMLSelectElement>('.channel select');
    select.replaceChildren(...all, ...numbers);
    select.value = this.channel === undefined ? (all[0]?.value ?? '0') : String(this.channel);
  }

  private drawStage(frame: InsideFrame, palette: Palette, accent: Rgb): void {
    const form = this.shownForm();
    const stage = this.find('.stage');
    const { window } = frame;
    const { node, from } = frame.layers[frame.chosen];
    const room = this.find('.main').clientWidth - 6;
    this.find('.body').hidden = form === 'none';
    this.find('.columns').hidden = form !== 'links';
    stage.setAttribute('aria-label', this.text(`chart.inside.stage.${form}`));
    const layout = this.layoutOf(frame, form, room);
    this.layout = layout;
    if (!layout) return;
    const context = prepare(stage.querySelector('canvas')!, layout.width, layout.height);
    const pen: Pen = { context, palette, accent, spot: this.spot };
    const [first, count] = this.span();
    if (layout instanceof Links) {
      const bank = (id: string) => this.units?.banks.find((each) => each.node === id);
      const units = this.units && { frame: this.units, from: bank(from), to: bank(node) };
      drawLinks(pen, layout, window, units);
      const [left, right] = this.find('.columns').children;
      left.textContent = this.called[from] ?? from;
      right.textContent = this.called[node] ?? node;
    } else if (layout instanceof Matrix) {
      drawMatrix(pen, layout, window);
    } else if (layout instanceof Filters && count > 0) {
      drawFilters(pen, layout, window, kernelOf(this.layer!), first, this.colours);
    }
  }

  private layoutOf({ window }: InsideFrame, form: Form, room: number): Layout | undefined {
    switch (form) {
      case 'links':
        return new Links(window, room);
      case 'matrix':
        return new Matrix(window, room);
      case 'filters':
        return new Filters(window, kernelOf(this.layer!), this.span()[0], room);
      case 'none':
        return undefined;
    }
  }

  private drawReading(frame: InsideFrame): void {
    const { spot } = this;
    const text = this.text.bind(this);
    this.find('.what').textContent = spot ? this.read() : text('chart.inside.point');
    this.find('.where').textContent = spot
      ? whereabouts(frame, spot, this.shownForm(), this.called, text)
      : '';
    const input = this.find<HTMLInputElement>('.set input');
    this.find('.set').hidden = !this.settable;
    if (!this.editing && spot) input.value = exact(valueAt(frame.window, spot) ?? NaN);
  }

  /** Only while somebody reads it. */
  private drawTable(frame: InsideFrame): void {
    const details = this.find<HTMLDetailsElement>('.numbers');
    if (!details.open) return;
    const table = tableOf(frame, this.shownForm(), this.format, this.text.bind(this));
    fillTable(details.querySelector<HTMLElement>('.scroll')!, table);
  }
}

/** As precisely as the number is kept. */
function exact(value: number): string {
  return Number.isFinite(value) ? writeNumber(Number(value.toPrecision(7))) : '';
}

define('weights-view', WeightsView);
