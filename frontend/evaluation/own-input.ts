import { define, RunElement } from '../charts/run-element';
import { BASE, CLASS_TOKENS } from '../charts/styles';
import { pinned } from '../boundary/pinned';
import type { OwnAnswer } from '../contract/types';
import type { OwnExample } from '../stream/asks';
import type { RunListener } from '../stream/run-stream';
import { barsOf, isNumber, type OwnField } from './own';
import { Pad, PAD_MARKUP, PAD_STYLE } from './pad';
import type { PictureSize } from './picture';

const STYLE = `${BASE}
:host { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.75rem 1.25rem; min-width: 0; }
.hint, .words { margin: 0; color: var(--_dim); text-wrap: pretty; }
.hint { grid-column: 1 / -1; }
.form { display: grid; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); gap: 0.5rem; margin: 0; align-content: start; }
.form label { display: grid; gap: 0.125rem; min-width: 0; color: var(--_dim); font-size: 0.6875rem; }
.form span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.form :is(input, select) { width: 100%; min-height: 1.75rem; padding: 0.125rem 0.375rem; border: 1px solid var(--_line); border-radius: 0.375rem; background: var(--_card); color: var(--_ink); font: inherit; font-size: 0.75rem; }
.form [aria-invalid="true"] { border-color: var(--_error); outline-color: var(--_error); }
.trouble { grid-column: 1 / -1; margin: 0; color: var(--_error); }
.trouble:empty { display: none; }
.answer { display: grid; gap: 0.375rem; align-content: start; align-self: start; position: sticky; top: 0; min-width: 0; }
ol { display: grid; gap: 0.25rem; margin: 0; padding: 0; list-style: none; }
li { display: grid; grid-template-columns: minmax(2rem, 7rem) 1fr 3.5rem; align-items: center; gap: 0.5rem; }
li b { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 500; }
li i { height: 0.75rem; border-radius: 0.25rem; background: linear-gradient(var(--colour), var(--colour)) 0 / calc(var(--share) * 100%) 100% no-repeat, color-mix(in srgb, var(--_line) 55%, transparent); }
li span { text-align: end; }
li.best b, li.best span { font-weight: 700; }
.values li { grid-template-columns: minmax(2rem, 7rem) 1fr; }
.values i { display: none; }
.values span { text-align: start; }
:host([stale]) .answer { opacity: .45; }
${PAD_STYLE}
`;

const MARKUP = `
<p class="hint"></p>
<div class="made">${PAD_MARKUP}<form class="form" novalidate></form><p class="trouble row" role="alert"></p></div>
<div class="answer"><p class="words"></p><ol></ol><p class="sr spoken" aria-live="polite"></p></div>
`;

const SPEAK_MILLISECONDS = 800;

/**
 * An example that somebody makes up, and what the running model says of it: a point of the plane, a
 * row of a table, a drawing or an image. It is asked again as the model learns.
 */
export class OwnInput extends RunElement {
  private called: readonly string[] = [];
  private given: readonly OwnField[] = [];
  private size: PictureSize | undefined;
  private planar = false;
  private example: OwnExample | undefined;
  private asked = 0;
  private told: OwnAnswer | undefined;
  private readonly pad: Pad;
  private unpinned: (() => void) | undefined;
  private speech: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    this.pad = new Pad(this.root, this.text.bind(this), (picture) =>
      this.make(picture === undefined ? undefined : { picture }),
    );
    const form = this.find('.form');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.typed());
    form.addEventListener('change', () => this.typed());
  }

  /** The classes in words. */
  get names(): readonly string[] {
    return this.called;
  }

  set names(names: readonly string[]) {
    this.called = names ?? [];
    this.schedule();
  }

  /** The cells of a row; none for images. */
  get fields(): readonly OwnField[] {
    return this.given;
  }

  set fields(fields: readonly OwnField[]) {
    if (JSON.stringify(fields ?? []) === JSON.stringify(this.given)) return;
    this.given = fields ?? [];
    this.furnishForm();
  }

  /** The size of an image; nothing for others. */
  get picture(): PictureSize | undefined {
    return this.size;
  }

  set picture(size: PictureSize | undefined) {
    this.size = size?.width ? size : undefined;
    if (this.size) this.pad.show(this.size);
    this.schedule();
  }

  /** Whether the two cells are a place of the plane. */
  get plane(): boolean {
    return this.planar;
  }

  set plane(plane: boolean) {
    this.planar = Boolean(plane);
    this.schedule();
  }

  override connectedCallback(): void {
    this.adopt('names', 'plane', 'fields', 'picture');
    super.connectedCallback();
    this.unpinned = pinned.ask(() => this.takePin());
    this.takePin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unpinned?.();
    clearTimeout(this.speech);
    this.speech = undefined;
  }

  protected override listener(): RunListener {
    return {
      asks: () => (this.example ? [{ kind: 'own', id: this.asked, ...this.example }] : []),
      onAnswered: ({ answer }) => {
        if (answer.id !== this.asked) return;
        this.told = answer;
        this.schedule();
        this.speakSoon();
      },
      onConnection: (state) => this.dim(state),
    };
  }

  protected override forget(): void {
    this.told = undefined;
    this.schedule();
  }

  protected override textsChanged(): void {
    this.writeTexts();
    this.pad.textsChanged();
    this.schedule();
  }

  // What is made up.

  private make(example: OwnExample | undefined): void {
    this.example = example;
    this.asked++;
    if (!example) this.told = undefined;
    this.askAnew();
    this.schedule();
  }

  private furnishForm(): void {
    this.find('.form').replaceChildren(...this.given.map(cellOf));
    this.find('.trouble.row').textContent = '';
    this.told = undefined;
    const row = this.given.length > 0 && !this.planar;
    this.make(row ? { cells: this.cells.map((cell) => cell.value) } : undefined);
  }

  private get cells(): (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.find('.form').querySelectorAll<HTMLInputElement>('input, select')];
  }

  private typed(): void {
    const cells = this.cells;
    const wrong = cells.filter((cell, index) => {
      const { options } = this.given[index];
      const bad = options.length === 0 && cell.value.trim() !== '' && !isNumber(cell.value);
      cell.setAttribute('aria-invalid', String(bad));
      return bad;
    });
    const names = wrong.map((cell) => this.given[cells.indexOf(cell)].name).join(', ');
    this.find('.trouble.row').textContent =
      wrong.length > 0 ? this.text('chart.own.notNumber', { names }) : '';
    const values = cells.map((cell) => cell.value.trim());
    if (wrong.length > 0 || (this.planar && values.includes(''))) this.make(undefined);
    else if (this.planar) this.takePlace(Number(values[0]), Number(values[1]));
    else this.make({ cells: values });
  }

  private takePlace(x: number, y: number): void {
    this.make({ place: [x, y] });
    if (this.runId) pinned.show({ runId: this.runId, x, y });
  }

  /** A place that was chosen on the plane. */
  private takePin(): void {
    const pin = pinned.of(this.runId);
    if (!pin || !this.planar || this.given.length !== 2) return;
    const { example } = this;
    if (example && 'place' in example && example.place[0] === pin.x && example.place[1] === pin.y) {
      return;
    }
    const cells = this.cells;
    [pin.x, pin.y].forEach((value, axis) => {
      cells[axis].value = String(Number(value.toPrecision(6)));
      cells[axis].setAttribute('aria-invalid', 'false');
    });
    this.find('.trouble.row').textContent = '';
    this.make({ place: [pin.x, pin.y] });
  }

  // The answer.

  protected override draw(): void {
    const image = this.size !== undefined;
    this.find('.pad').hidden = !image;
    this.find('.form').hidden = image || this.given.length === 0;
    const kind = image ? 'picture' : this.planar ? 'plane' : 'row';
    const can = image || this.given.length > 0;
    this.find('.hint').textContent = this.text(can ? `chart.own.hint.${kind}` : 'chart.own.none');
    this.find('.made').hidden = this.find('.answer').hidden = !can;
    this.find('.words').textContent = this.words();
    this.drawBars();
    this.dataset.answered = String(this.told?.id ?? '');
  }

  private words(): string {
    const { told } = this;
    if (!this.example) return this.text('chart.own.nothing');
    if (!told) return this.text('chart.own.waiting');
    if (!told.fits) return this.text('chart.own.unfit');
    if (told.scores.length === 0) return this.text('chart.own.broken');
    if (!told.classes)
      return this.text('chart.own.value', { value: told.scores.map(this.number).join(', ') });
    const best = told.scores.indexOf(Math.max(...told.scores));
    const share = this.format.share(told.scores[best]);
    return this.text('chart.own.class', { class: this.nameOf(best), share });
  }

  private readonly number = (value: number): string => this.format.number(value);

  private nameOf(index: number): string {
    return this.called[index] ?? String(index);
  }

  private drawBars(): void {
    const list = this.find('ol');
    const classes = this.told?.classes ?? true;
    const bars = this.told ? barsOf(this.told.scores) : [];
    list.className = classes ? '' : 'values';
    while (list.children.length > bars.length) list.lastElementChild!.remove();
    while (list.children.length < bars.length) list.append(barOf());
    bars.forEach(({ index, score, best }, at) => {
      const item = list.children[at] as HTMLElement;
      const [name, bar, value] = item.children as unknown as HTMLElement[];
      name.textContent = classes
        ? this.nameOf(index)
        : this.text('chart.own.output', { index: index + 1 });
      name.title = name.textContent;
      bar.style.setProperty('--colour', `var(${CLASS_TOKENS[index % CLASS_TOKENS.length]})`);
      bar.style.setProperty('--share', String(score));
      value.textContent = classes ? this.format.share(score) : this.format.number(score);
      item.classList.toggle('best', classes && best);
    });
  }

  /** What changes often is told when it rests. */
  private speakSoon(): void {
    clearTimeout(this.speech);
    this.speech = setTimeout(() => {
      const words = this.words();
      if (this.find('.spoken').textContent !== words) this.find('.spoken').textContent = words;
    }, SPEAK_MILLISECONDS);
  }
}

function cellOf({ name, options, usual }: OwnField): HTMLElement {
  const label = document.createElement('label');
  const words = document.createElement('span');
  words.textContent = words.title = name;
  if (options.length === 0) {
    const input = document.createElement('input');
    input.inputMode = 'decimal';
    input.autocomplete = 'off';
    input.maxLength = 40;
    input.value = usual;
    label.append(words, input);
  } else {
    const select = document.createElement('select');
    select.append(...options.map((option) => new Option(option, option)));
    select.value = usual;
    label.append(words, select);
  }
  return label;
}

function barOf(): HTMLElement {
  const item = document.createElement('li');
  item.append(...['b', 'i', 'span'].map((name) => document.createElement(name)));
  return item;
}

define('own-input', OwnInput);
