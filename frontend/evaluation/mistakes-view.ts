import { cell, header } from '../charts/cells';
import { define, RunElement } from '../charts/run-element';
import { BASE } from '../charts/styles';
import { pinned } from '../boundary/pinned';
import type { Cell, Mistake, Mistakes } from '../contract/types';
import type { MistakenFrame } from '../stream/frames';
import type { RunListener } from '../stream/run-stream';
import { mistakesWords, mistakeWords, placeOf } from './mistakes';
import { showPicture } from './picture';

const STYLE = `${BASE}
:host { display: flex; flex-direction: column; gap: 0.5rem; min-width: 0; }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
.words { margin: 0; flex: 1 1 16rem; color: var(--_dim); text-wrap: pretty; }
.gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr)); gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
.gallery li { display: grid; justify-items: center; gap: 0.125rem; padding: 0.375rem; border: 1px solid var(--_line); border-radius: 0.5rem; text-align: center; }
canvas { width: 100%; max-width: 4.5rem; height: auto; image-rendering: pixelated; border-radius: 0.25rem; background: #000; }
.verdict { font-weight: 650; overflow-wrap: anywhere; }
.wrong .verdict { color: var(--_error); }
.share { color: var(--_dim); font-size: 0.6875rem; }
.scroll { overflow: auto; scrollbar-width: thin; border-radius: 0.5rem; }
table { border-collapse: collapse; font-size: 0.6875rem; min-width: 100%; }
th, td { padding: 0.25rem 0.5rem; text-align: end; white-space: nowrap; border-bottom: 1px solid var(--_line); max-width: 12rem; overflow: hidden; text-overflow: ellipsis; }
thead th { position: sticky; top: 0; background: var(--_card); color: var(--_dim); font-weight: 600; }
tbody th { font-weight: 600; }
tr.wrong td.answer { color: var(--_error); font-weight: 650; }
tr[aria-current="true"] { background: color-mix(in srgb, var(--_accent) 14%, transparent); }
tbody button { min-width: 2rem; min-height: 1.5rem; color: var(--_accent); font-weight: 650; text-decoration: underline; text-underline-offset: 2px; }
:host([stale]) :is(.gallery, .scroll) { opacity: .45; }
@media (forced-colors: active) { canvas { forced-color-adjust: none; } }
`;

const MARKUP = `
<div class="head"><p class="words"></p><button type="button" class="chip all" data-text="chart.worst.showAll" hidden></button></div>
<ul class="gallery" hidden></ul>
<div class="scroll" tabindex="0" role="group" hidden><table><thead><tr></tr></thead><tbody></tbody></table></div>
`;

/**
 * The examples that the model does worst on: images as a gallery, rows of a table with their cells,
 * points with their coordinates, which are marked on the plane when they are chosen.
 */
export class MistakesView extends RunElement {
  private frame: MistakenFrame | undefined;
  private called: readonly string[] = [];
  private wanted: Cell | undefined;
  private heads = '';
  private unpinned: (() => void) | undefined;

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    this.find('.all').addEventListener('click', () => {
      this.cell = undefined;
      this.changed('cell-left');
    });
  }

  /** The classes in words. */
  get names(): readonly string[] {
    return this.called;
  }

  set names(names: readonly string[]) {
    this.called = names ?? [];
    this.schedule();
  }

  /** The cell of the confusion matrix whose examples are shown; all of them where there is none. */
  get cell(): Cell | undefined {
    return this.wanted;
  }

  set cell(cell: Cell | undefined) {
    if (cell?.truth === this.wanted?.truth && cell?.answer === this.wanted?.answer) return;
    this.wanted = cell ?? undefined;
    this.frame = undefined;
    this.askAnew();
    this.schedule();
  }

  override connectedCallback(): void {
    this.adopt('names', 'cell');
    super.connectedCallback();
    this.unpinned = pinned.onChange(() => this.schedule());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unpinned?.();
  }

  protected override listener(): RunListener {
    return {
      asks: () => [{ kind: 'worst', ...this.wanted }],
      onMistaken: (frame) => {
        const cell = frame.mistakes.cell;
        if (cell?.truth !== this.wanted?.truth || cell?.answer !== this.wanted?.answer) return;
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
    this.heads = '';
    this.schedule();
  }

  protected override draw(): void {
    const mistakes = this.frame?.mistakes;
    this.find('.words').textContent = mistakes
      ? mistakesWords(mistakes, this.nameOf, this.format, this.text.bind(this))
      : this.text('chart.worst.waiting');
    this.find('.all').hidden = !this.wanted;
    const images = (mistakes?.kind.channels ?? 0) > 0;
    const shown = mistakes !== undefined && mistakes.worst.length > 0;
    this.find('.gallery').hidden = !shown || !images;
    this.find('.scroll').hidden = !shown || images;
    this.find('.scroll').setAttribute('aria-label', this.text('chart.worst'));
    if (mistakes && images) this.drawGallery(mistakes);
    if (mistakes && !images) this.drawRows(mistakes);
    this.dataset.worst = String(mistakes?.worst.length ?? '');
  }

  private readonly nameOf = (label: number): string => this.called[label] ?? String(label);

  // Images.

  private drawGallery({ worst, kind }: Mistakes): void {
    const items = this.fill(this.find('.gallery'), worst.length, galleryItem);
    worst.forEach((mistake, index) => {
      const item = items[index];
      const canvas = item.querySelector('canvas')!;
      if (mistake.exhibit.picture) showPicture(canvas, mistake.exhibit.picture, kind);
      const words = mistakeWords(mistake, this.nameOf, this.format, this.text.bind(this));
      canvas.setAttribute('aria-label', words);
      item.title = words;
      item.className = isWrong(mistake) ? 'wrong' : 'right';
      const [verdict, share] = item.querySelectorAll('span');
      verdict.textContent = `${this.nameOf(mistake.truth ?? 0)} → ${this.nameOf(mistake.answer ?? 0)}`;
      share.textContent = this.text('chart.worst.share', {
        truth: this.nameOf(mistake.truth ?? 0),
        share: this.format.share(mistake.ofTruth ?? NaN),
      });
    });
  }

  // Rows and points.

  private drawRows(mistakes: Mistakes): void {
    const classes = mistakes.worst[0].ofTruth != null;
    this.furnishHeads(mistakes, classes);
    const pin = pinned.of(this.runId);
    const rows = this.fill(this.find('tbody'), mistakes.worst.length, () => this.row());
    mistakes.worst.forEach((mistake, index) => {
      const row = rows[index] as HTMLTableRowElement;
      const place = mistakes.kind.plane ? placeOf(mistake) : undefined;
      const chosen = place !== undefined && pin?.x === place.x && pin.y === place.y;
      row.setAttribute('aria-current', String(chosen));
      row.className = isWrong(mistake) ? 'wrong' : '';
      this.writeHead(row.cells[0], mistake, place !== undefined);
      const cells = [...this.figures(mistake, classes), ...mistake.exhibit.cells];
      while (row.cells.length > cells.length + 1) row.deleteCell(-1);
      while (row.cells.length < cells.length + 1) row.append(cell(''));
      cells.forEach((words, at) => {
        const td = row.cells[at + 1];
        td.textContent = words;
        td.title = words;
        td.className = at === 1 ? 'answer' : '';
      });
    });
  }

  private furnishHeads({ kind }: Mistakes, classes: boolean): void {
    const names = [
      'row',
      ...(classes ? ['truth', 'answer', 'probability'] : ['truth', 'answer', 'distance']),
    ].map((name) => this.text(`chart.worst.${name}`));
    const heads = [...names, ...kind.columns];
    if (heads.join('\n') === this.heads) return;
    this.heads = heads.join('\n');
    this.find('thead tr').replaceChildren(...heads.map((name) => header(name, 'col')));
  }

  private row(): HTMLTableRowElement {
    const row = document.createElement('tr');
    row.append(header('', 'row'));
    return row;
  }

  /** The number of the row; of a point it can be chosen. */
  private writeHead(head: HTMLTableCellElement, mistake: Mistake, choosable: boolean): void {
    const number = this.format.count(mistake.exhibit.row + 1);
    const words = mistakeWords(mistake, this.nameOf, this.format, this.text.bind(this));
    head.title = words;
    if (!choosable) {
      head.textContent = number;
      return;
    }
    let button = head.querySelector('button');
    if (!button) {
      button = document.createElement('button');
      button.type = 'button';
      head.replaceChildren(button);
      button.addEventListener('click', (event) => this.choose(event.currentTarget as HTMLElement));
    }
    button.textContent = number;
    button.setAttribute('aria-label', this.text('chart.worst.mark', { words }));
  }

  private choose(button: HTMLElement): void {
    const index = button.closest('tr')!.sectionRowIndex;
    const mistake = this.frame?.mistakes.worst[index];
    const place = mistake && placeOf(mistake);
    if (place && this.runId) pinned.show({ runId: this.runId, ...place });
  }

  private figures({ truth, answer, ofTruth, loss }: Mistake, classes: boolean): string[] {
    return classes
      ? [this.nameOf(truth ?? 0), this.nameOf(answer ?? 0), this.format.share(ofTruth ?? NaN)]
      : [truth, answer, loss].map((value) => this.format.number(value ?? NaN));
  }

  /** What is there stays, so that nothing is lost under pointer and reader. */
  private fill(parent: HTMLElement, count: number, make: () => HTMLElement): HTMLElement[] {
    while (parent.children.length > count) parent.lastElementChild!.remove();
    while (parent.children.length < count) parent.append(make());
    return [...parent.children] as HTMLElement[];
  }
}

function isWrong({ truth, answer, ofTruth }: Mistake): boolean {
  return ofTruth != null && truth !== answer;
}

function galleryItem(): HTMLElement {
  const item = document.createElement('li');
  item.innerHTML =
    '<canvas role="img"></canvas><span class="verdict"></span><span class="share"></span>';
  return item;
}

define('mistakes-view', MistakesView);
