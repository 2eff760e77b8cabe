import type { OfClass, OfClasses, OfValues } from '../contract/types';
import type { AssessedFrame } from '../stream/frames';
import type { RunListener } from '../stream/run-stream';
import { assessmentWords, dots, FIGURES, figuresOf, spanOf, type Span } from './assessment';
import { Files, heads, isSquare } from './assessment-files';
import { cell, header } from './cells';
import { ChartMenu } from './chart-menu';
import { over, paths, windowOf, type Over } from './line';
import { MENU, MENU_STYLE } from './menu';
import { ROC_MARKUP, ROC_STYLE, RocChart } from './roc-chart';
import { define, RunElement } from './run-element';
import { inkOf } from './square-picture';
import { BASE, TABLE_STYLE } from './styles';
import { TABLE } from './table';

const PAIRS_TOLD = 20;
/** More classes than these have their counts in a table of their own. */
const MOST_BESIDE = 4;
/** Longer names of classes stand upright above their columns. */
const SHORT = 2;

const STYLE = `${BASE}${MENU_STYLE}${TABLE_STYLE}
:host { display: flex; flex-direction: column; gap: 0.5rem; min-width: 0; }
section { position: relative; }
.main { display: flex; flex-direction: column; gap: 0.5rem; }
.head { display: flex; align-items: flex-start; justify-content: space-between; gap: 0.5rem; }
.head ~ .table { top: 2rem; min-height: 9rem; }
.words { margin: 0; color: var(--_dim); text-wrap: pretty; }
.scroll { overflow: auto; max-height: 24rem; scrollbar-width: thin; border-radius: 0.5rem; }
.scroll:empty { display: none; }
table { border-collapse: separate; border-spacing: 2px; font-size: 0.6875rem; }
th { padding: 0.125rem 0.375rem; color: var(--_dim); font-weight: 600; text-align: end; white-space: nowrap; max-width: 7rem; overflow: hidden; text-overflow: ellipsis; }
thead th { position: sticky; top: 0; background: var(--_card); }
tbody th { position: sticky; left: 0; background: var(--_card); text-align: start; }
td { padding: 0.1875rem 0.375rem; text-align: end; border-radius: 0.25rem; }
td.count { min-width: 2rem; text-align: center; background: color-mix(in srgb, var(--_error) calc(var(--share) * 45%), color-mix(in srgb, var(--_line) 45%, transparent)); }
td.count button { display: block; width: calc(100% + 0.75rem); min-height: 1.5rem; margin: -0.1875rem -0.375rem; border-radius: 0.25rem; }
td.count button:hover { box-shadow: inset 0 0 0 1.5px var(--_dim); }
td.right { background: color-mix(in srgb, var(--_accent) calc(var(--share) * 45%), color-mix(in srgb, var(--_line) 45%, transparent)); font-weight: 600; }
.scroll table { width: auto; }
.scroll:has(.matrix) { display: grid; gap: 0.5rem; max-height: none; }
.scroll table.matrix { width: 100%; table-layout: fixed; border-spacing: 1px; }
.matrix th:first-child { width: 26%; }
.matrix thead th:first-child { writing-mode: horizontal-tb; rotate: none; vertical-align: bottom; text-align: start; }
.matrix thead th { padding-inline: 0; text-align: center; }
.matrix.long thead th { max-height: 6rem; writing-mode: vertical-rl; rotate: 180deg; text-align: start; }
.matrix td.count { min-width: 0; padding-inline: 0; }
.matrix td.count button { width: 100%; margin-inline: 0; padding: 0; }
.scroll :is(th, td) { border-bottom: 0; }
tr.macro > * { border-top: 1px solid var(--_line); border-radius: 0; color: var(--_ink); }
figure { display: grid; grid-template-columns: auto minmax(0, 18rem); justify-content: center; gap: 0.25rem 0.375rem; margin: 0; color: var(--_dim); font-size: 0.6875rem; }
svg { display: block; width: 100%; aspect-ratio: 1; border-radius: 0.5rem; background: color-mix(in srgb, var(--_bg) 70%, var(--_card)); box-shadow: inset 0 0 0 1px var(--_line); }
figure.over .ideal { display: none; }
figure.over .dots { stroke: var(--_accent); stroke-width: 2.5; stroke-opacity: .9; }
.ideal { stroke: var(--_dim); stroke-width: 0.5; stroke-dasharray: 2 2; }
.residuals { fill: none; stroke: var(--_error); stroke-width: 0.5; }
.line { fill: none; stroke: var(--_ink); stroke-width: 1; stroke-linejoin: round; }
.dots { fill: none; stroke: var(--_accent); stroke-width: 2; stroke-linecap: round; stroke-opacity: .6; }
.up { writing-mode: vertical-rl; rotate: 180deg; display: flex; justify-content: space-between; }
.along { grid-column: 2; display: flex; justify-content: space-between; }
${ROC_STYLE}
@media (forced-colors: active) { td, .roc svg { forced-color-adjust: none; } }
`;

const MARKUP = `
<section class="main">
<div class="head"><p class="words"></p>${MENU}</div>
<div class="scroll" tabindex="0" role="group"></div>
<figure class="values" hidden>
  <div class="up" aria-hidden="true"><span class="least"></span><span class="name"></span><span class="most"></span></div>
  <svg viewBox="-3 -3 106 106" role="img"><path class="ideal" d="M0 100L100 0"/><path class="residuals"/><path class="line"/><path class="dots"/></svg>
  <div class="along" aria-hidden="true"><span class="least"></span><span class="name"></span><span class="most"></span></div>
</figure>
${TABLE}
<p class="told" role="status"></p>
</section>
${ROC_MARKUP}
<div class="sr pairs"></div>
`;

/**
 * How the model does on the test part: the confusion matrix, or answers against true values; over a
 * single input the answers are a line through the points, with its residuals.
 */
export class AssessmentView extends RunElement {
  private frame: AssessedFrame | undefined;
  private called: readonly string[] = [];
  private mayChoose = false;
  private readonly roc: RocChart;
  private readonly menu: ChartMenu;

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    this.roc = new RocChart(this.root, this.text.bind(this), () => inkOf(this));
    this.menu = new ChartMenu(this.find('.main'), {
      text: this.text.bind(this),
      name: () => this.text('chart.figures'),
      exportable: () => ({
        fileName: 'figures',
        draw: () => Promise.resolve(this.files().drawing(inkOf(this))),
        csv: () => this.files().csv(),
      }),
      table: () => this.files().table(this.find('.words').textContent ?? ''),
    });
  }

  /** Whether a cell of the confusion matrix can be chosen, to see which examples it counts. */
  get choosable(): boolean {
    return this.mayChoose;
  }

  set choosable(choosable: boolean) {
    this.mayChoose = Boolean(choosable);
    this.schedule();
  }

  /** The classes in words; those without a name are called by their number. */
  get names(): readonly string[] {
    return this.called;
  }

  set names(names: readonly string[]) {
    this.called = names ?? [];
    this.schedule();
  }

  override connectedCallback(): void {
    this.adopt('names', 'choosable');
    super.connectedCallback();
  }

  protected override listener(): RunListener {
    return {
      onAssessed: (frame) => {
        this.frame = frame;
        this.schedule();
      },
      onConnection: (state) => this.dim(state),
    };
  }

  protected override forget(): void {
    this.frame = undefined;
    this.schedule();
  }

  protected override textsChanged(): void {
    this.writeTexts();
    this.menu.textsChanged();
    this.roc.textsChanged();
    this.schedule();
  }

  protected override draw(): void {
    const assessment = this.frame?.assessment;
    const text = this.text.bind(this);
    const words = assessment
      ? assessmentWords(assessment, this.format, text)
      : text('chart.figures.waiting');
    this.find('.words').textContent = words;
    this.find('.scroll').setAttribute('aria-label', text('chart.figures'));
    const chosen = (this.root.activeElement as HTMLElement | null)?.dataset.at;
    this.find('.scroll').replaceChildren(
      ...(assessment?.classes ? this.tables(assessment.classes) : []),
    );
    if (chosen) this.root.querySelector<HTMLElement>(`[data-at="${chosen}"]`)?.focus();
    this.roc.draw(assessment?.classes, (index) => this.nameOf(index), this.format);
    this.find('.values').hidden = !assessment?.values;
    this.find('.pairs').replaceChildren(
      ...(assessment?.values ? [this.pairs(assessment.values)] : []),
    );
    if (assessment?.values) this.scatter(assessment.values, words);
    this.menu.refresh();
    this.find('.main .more').hidden = !assessment;
    this.dataset.rows = String(assessment?.rows ?? '');
  }

  // Given away.

  private files(): Files {
    const { classes, values } = this.frame?.assessment ?? {};
    return new Files(classes, values?.pairs ?? [], {
      nameOf: (index) => this.nameOf(index),
      format: this.format,
      text: this.text.bind(this),
    });
  }

  // Classes.

  /** The counts and the figures of each class: beside each other where both are few. */
  private tables(classes: OfClasses): HTMLTableElement[] {
    if (!isSquare(classes)) return [this.figures(classes, false)];
    return classes.each.length > MOST_BESIDE
      ? [this.matrix(classes), this.figures(classes, false)]
      : [this.figures(classes, true)];
  }

  /** What is answered with what. */
  private matrix({ each, confusion }: OfClasses): HTMLTableElement {
    const table = document.createElement('table');
    table.className = 'matrix';
    const names = each.map((_, index) => this.nameOf(index));
    table.classList.toggle(
      'long',
      names.some((name) => name.length > SHORT),
    );
    const heads = [this.text('chart.figures.corner'), ...names];
    table
      .createTHead()
      .insertRow()
      .append(...heads.map((name) => header(name, 'col')));
    const body = table.createTBody();
    each.forEach((of, truth) => {
      const counts = confusion[truth].map((n, answer) => this.count(n, of, truth, answer));
      body.insertRow().append(header(names[truth], 'row'), ...counts);
    });
    return table;
  }

  private figures(classes: OfClasses, counted: boolean): HTMLTableElement {
    const table = document.createElement('table');
    const answers = counted ? classes.each.map((_, index) => this.nameOf(index)) : [];
    const head = table.createTHead().insertRow();
    head.append(...heads(answers, this.text.bind(this)).map((name) => header(name, 'col')));
    const body = table.createTBody();
    classes.each.forEach((of, index) => {
      const counts = counted
        ? classes.confusion[index].map((n, at) => this.count(n, of, index, at))
        : [];
      body.insertRow().append(header(this.nameOf(index), 'row'), ...counts, ...this.cells(of));
    });
    const macro = body.insertRow();
    macro.className = 'macro';
    const gap = cell('');
    gap.colSpan = answers.length;
    macro.append(
      header(this.text('chart.figures.macro'), 'row'),
      ...(answers.length > 0 ? [gap] : []),
      ...this.cells(classes.macro),
    );
    return table;
  }

  private nameOf(index: number): string {
    return this.called[index] ?? String(index);
  }

  private count(
    count: number,
    { rows }: OfClass,
    truth: number,
    answer: number,
  ): HTMLTableCellElement {
    const words = this.format.count(count);
    const choosable = this.mayChoose && count > 0;
    const made = cell(choosable ? '' : words);
    made.className = truth === answer ? 'count right' : 'count';
    made.style.setProperty('--share', String(rows > 0 ? count / rows : 0));
    if (choosable) made.append(this.choice(words, truth, answer));
    return made;
  }

  private choice(words: string, truth: number, answer: number): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words;
    button.dataset.at = `${truth} ${answer}`;
    button.title = this.text('chart.worst.choose', {
      truth: this.nameOf(truth),
      answer: this.nameOf(answer),
    });
    button.addEventListener('click', () => {
      this.dispatchEvent(new CustomEvent('cell-chosen', { detail: { truth, answer } }));
    });
    return button;
  }

  private cells(of: OfClass): HTMLTableCellElement[] {
    return [...figuresOf(of, this.format), this.format.count(of.rows)].map(cell);
  }

  // Values.

  private scatter({ pairs }: OfValues, words: string): void {
    const line = over(pairs);
    this.find('.values').classList.toggle('over', line.length > 0);
    if (line.length > 0) {
      this.line(line, words);
      return;
    }
    const span = spanOf(pairs);
    const drawn = pairs.length > 0;
    this.paint({ dots: drawn ? dots(pairs, span) : '', line: '', residuals: '' });
    this.find('.values svg').setAttribute(
      'aria-label',
      `${this.text('chart.figures.scatter')} ${words}`,
    );
    this.axis('.up', this.text('chart.figures.answer'), drawn ? span : undefined);
    this.axis('.along', this.text('chart.figures.truth'), drawn ? span : undefined);
  }

  private line(pairs: readonly Over[], words: string): void {
    const window = windowOf(pairs);
    const first = pairs[0];
    const last = pairs[pairs.length - 1];
    this.paint(paths(pairs, window));
    const told = this.text('chart.figures.line', {
      from: this.format.number(first.input),
      to: this.format.number(last.input),
      first: this.format.number(first.answer),
      last: this.format.number(last.answer),
    });
    this.find('.values svg').setAttribute('aria-label', `${told} ${words}`);
    this.axis('.up', this.text('chart.figures.value'), window.up);
    this.axis('.along', this.text('chart.figures.input'), window.across);
  }

  private paint(drawn: Readonly<Record<'dots' | 'line' | 'residuals', string>>): void {
    for (const [name, path] of Object.entries(drawn)) {
      this.find(`.values svg .${name}`).setAttribute('d', path);
    }
  }

  private axis(which: string, name: string, span: Span | undefined): void {
    this.find(`.values ${which} .name`).textContent = name;
    this.find(`.values ${which} .least`).textContent = span ? this.format.number(span.least) : '';
    this.find(`.values ${which} .most`).textContent = span ? this.format.number(span.most) : '';
  }

  private pairs({ pairs }: OfValues): HTMLTableElement {
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    const line = over(pairs);
    const inputs = line.length > 0 ? [this.text('chart.figures.input')] : [];
    const names = [...inputs, this.text('chart.figures.truth'), this.text('chart.figures.answer')];
    head.append(...names.map((name) => header(name, 'col')));
    const body = table.createTBody();
    const stride = Math.max(1, Math.ceil(pairs.length / PAIRS_TOLD));
    (line.length > 0 ? line : pairs)
      .filter((_, index) => index % stride === 0)
      .forEach(({ input, truth, answer }) => {
        const numbers = [...(line.length > 0 ? [input as number] : []), truth, answer];
        body.insertRow().append(...numbers.map((number) => cell(this.format.number(number))));
      });
    return table;
  }
}

define('assessment-view', AssessmentView);
