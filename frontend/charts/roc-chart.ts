import type { OfClasses } from '../contract/types';
import { ChartMenu } from './chart-menu';
import { toCsv } from './csv';
import type { Drawing } from './export';
import type { Format } from './format';
import { MENU } from './menu';
import { foundAt, READ_AT, rocPath, strokeOf } from './roc';
import { squareDrawing, type Ink } from './square-picture';
import { fillTable, TABLE, type Table } from './table';
import type { Text } from './words';

export const ROC_STYLE = `
.roc { display: grid; gap: 0.375rem; }
.roc h3 { margin: 0.25rem 0 0; font-size: 0.6875rem; font-weight: 650; color: var(--_dim); }
.roc figure { grid-template-columns: auto minmax(0, 16rem); }
.roc path { fill: none; }
.roc .curve { stroke-width: 1.5; stroke-linejoin: round; transition: stroke-opacity .12s; }
.roc [data-of] .curve:not([data-lit]) { stroke-opacity: .18; }
.roc .legend { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.25rem; margin: 0; padding: 0; list-style: none; }
.roc .chip svg { width: 1.25rem; height: 0.5rem; aspect-ratio: auto; background: none; box-shadow: none; border-radius: 0; }
.roc .chip[aria-pressed="false"] { opacity: .55; text-decoration: line-through; }
`;

export const ROC_MARKUP = `
<section class="roc" hidden>
  <div class="head"><h3 data-text="chart.roc"></h3>${MENU}</div>
  <figure>
    <div class="up" aria-hidden="true"><span>0</span><span data-text="chart.roc.tpr"></span><span>1</span></div>
    <svg viewBox="-3 -3 106 106" role="img"><path class="ideal" d="M0 100L100 0"/><g></g></svg>
    <div class="along" aria-hidden="true"><span>0</span><span data-text="chart.roc.fpr"></span><span>1</span></div>
  </figure>
  <ul class="legend"></ul>
  ${TABLE}
  <p class="told" role="status"></p>
  <div class="sr rates"><table><caption></caption><thead></thead><tbody></tbody></table><p class="note"></p></div>
</section>
`;

const SVG = 'http://www.w3.org/2000/svg';

/** The ROC curve of each class against the rest, its area, and a switch to leave it out. */
export class RocChart {
  private readonly left = new Set<number>();
  private written = '';
  private drawn: OfClasses | undefined;
  private names: readonly string[] = [];
  private rates: Table = { caption: '', header: [], rows: [] };
  private readonly menu: ChartMenu;

  constructor(
    private readonly root: ParentNode,
    private readonly text: Text,
    ink: () => Ink,
  ) {
    this.menu = new ChartMenu(this.find('.roc'), {
      text,
      name: () => text('chart.roc'),
      exportable: () => ({
        fileName: 'roc',
        draw: () => Promise.resolve(this.drawing(ink())),
        csv: () => this.csv(),
      }),
      table: () => this.rates,
    });
  }

  textsChanged(): void {
    this.menu.textsChanged();
  }

  private drawing(ink: Ink): Drawing {
    const areas = this.areas();
    const curves = (this.drawn?.roc ?? []).map((curve, index) => ({ curve, index }));
    const square = {
      title: this.text('chart.roc'),
      along: [this.text('chart.roc.fpr'), '0', '1'],
      up: [this.text('chart.roc.tpr'), '0', '1'],
      drawn: [
        { path: 'M0 100L100 0', colour: '--_dim', width: 0.5, dashes: '2 2' },
        ...curves
          .filter(({ index }) => !this.left.has(index))
          .map(({ curve, index }) => ({
            path: rocPath(curve),
            width: 1,
            ...strokeOf(index),
            name: `${this.names[index]} ${areas[index]}`,
          })),
      ],
    } as const;
    return squareDrawing(square, ink);
  }

  private csv(): string {
    const points = (this.drawn?.roc ?? []).flatMap((curve, index) =>
      curve.map(({ fpr, tpr }) => [this.names[index], fpr, tpr]),
    );
    return toCsv(['class', 'fpr', 'tpr'], points);
  }

  private areas(): string[] {
    return (this.drawn?.each ?? []).map(({ auc }) => (auc == null ? '–' : auc.toFixed(3)));
  }

  draw(classes: OfClasses | undefined, nameOf: (index: number) => string, format: Format): void {
    const drawn = classes?.roc.some((curve) => curve.length > 0) ? classes : undefined;
    this.find('.roc').hidden = !drawn;
    this.drawn = drawn;
    if (!drawn) return;
    this.names = drawn.roc.map((_, index) => nameOf(index));
    this.write(drawn, nameOf);
    const curves = [...this.find('g').children];
    drawn.roc.forEach((curve, index) => {
      curves[index].setAttribute('d', this.left.has(index) ? '' : rocPath(curve));
    });
    this.tell(drawn, nameOf, format);
  }

  /** Curves and switches stay while the classes do, so that nothing is lost under the pointer. */
  private write({ roc }: OfClasses, nameOf: (index: number) => string): void {
    const names = roc.map((_, index) => nameOf(index));
    if (names.join('\n') === this.written) return;
    this.written = names.join('\n');
    this.left.clear();
    this.find('g').replaceChildren(...names.map((_, index) => line('curve', '', index)));
    this.find('.legend').replaceChildren(
      ...names.map((name, index) => {
        const item = document.createElement('li');
        item.append(this.chip(name, index));
        return item;
      }),
    );
  }

  private chip(name: string, index: number): HTMLButtonElement {
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.className = 'chip';
    const sample = document.createElementNS(SVG, 'svg');
    sample.setAttribute('viewBox', '0 0 20 8');
    sample.setAttribute('aria-hidden', 'true');
    sample.append(line('curve', 'M0 4H20', index));
    const words = document.createElement('span');
    words.textContent = name;
    chip.append(sample, words);
    chip.addEventListener('click', () => this.toggle(chip, index));
    for (const event of ['pointerenter', 'focus']) {
      chip.addEventListener(event, () => this.light(index));
    }
    for (const event of ['pointerleave', 'blur']) {
      chip.addEventListener(event, () => this.light(undefined));
    }
    chip.setAttribute('aria-pressed', 'true');
    return chip;
  }

  private toggle(chip: HTMLButtonElement, index: number): void {
    if (!this.left.delete(index)) this.left.add(index);
    chip.setAttribute('aria-pressed', String(!this.left.has(index)));
    if (this.left.has(index)) this.find('g').children[index].setAttribute('d', '');
  }

  private light(index: number | undefined): void {
    const svg = this.find('figure svg');
    if (index === undefined) svg.removeAttribute('data-of');
    else svg.setAttribute('data-of', String(index));
    [...this.find('g').children].forEach((curve, at) =>
      curve.toggleAttribute('data-lit', at === index),
    );
  }

  private tell({ roc }: OfClasses, nameOf: (index: number) => string, format: Format): void {
    const areas = this.areas();
    [...this.root.querySelectorAll('.roc .chip span')].forEach((words, index) => {
      words.textContent = `${nameOf(index)} ${areas[index]}`;
    });
    const told = areas.map((auc, index) => `${nameOf(index)} ${auc}`).join(', ');
    this.find('figure svg').setAttribute(
      'aria-label',
      this.text('chart.roc.words', { areas: told }),
    );
    this.rates = {
      caption: this.text('chart.roc.table'),
      header: [
        this.text('chart.figures.class'),
        ...READ_AT.map((fpr) => format.about(fpr)),
        this.text('chart.figures.auc'),
      ],
      rows: roc.map((curve, index) => [
        nameOf(index),
        ...READ_AT.map((fpr) => format.share(foundAt(curve, fpr))),
        areas[index],
      ]),
      named: true,
    };
    fillTable(this.find('.rates'), this.rates);
    this.menu.refresh();
  }

  private find(selector: string): HTMLElement {
    const section = this.root.querySelector<HTMLElement>('.roc')!;
    return selector === '.roc' ? section : section.querySelector<HTMLElement>(selector)!;
  }
}

function line(name: string, path: string, index: number): SVGPathElement {
  const made = document.createElementNS(SVG, 'path');
  const { colour, dashes } = strokeOf(index);
  made.setAttribute('class', name);
  made.setAttribute('d', path);
  made.style.stroke = `var(${colour})`;
  made.setAttribute('stroke-dasharray', dashes);
  return made;
}
