import type temmlType from 'temml';
import type { Entry, Shown, Stop, Walkthrough } from '../contract/types';
import { pressed } from '../keys/keys';
import { clamp } from '../numbers/numbers';
import { element } from './elements';
import { WALK_KEYS } from './keys';
import { ChartElement, define } from './run-element';
import { BASE } from './styles';
import { led, rowTyped, sameStop, type Lead } from './walk';
import { whereabouts } from './whereabouts';

const LEADS: readonly Lead[] = ['first', 'back', 'on', 'last'];
const SIGNS: Readonly<Record<Lead, string>> = { first: '«', back: '‹', on: '›', last: '»' };

const STYLE = `${BASE}
:host { display: flex; flex-direction: column; gap: 0.5rem; min-width: 0; font-size: 0.8125rem; container-type: inline-size; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.75rem; }
.bar > div { display: flex; align-items: center; gap: 0.25rem; }
.bar .at { margin: 0; color: var(--_dim); font-size: 0.75rem; }
.bar button { min-width: 1.75rem; min-height: 1.75rem; padding: 0 0.5rem; border: 1px solid var(--_line); border-radius: 0.375rem; }
.bar button:hover { border-color: var(--_dim); }
.bar button[aria-disabled="true"] { opacity: .4; cursor: default; }
.leads button { font-size: 1rem; line-height: 1; min-width: 2.25rem; }
input { width: 4.5rem; min-height: 1.75rem; padding: 0 0.375rem; border: 1px solid var(--_dim); border-radius: 0.375rem; background: var(--_card); color: inherit; font: inherit; }
.place { min-width: 4.5rem; text-align: center; color: var(--_dim); }
.said { margin: 0; color: var(--_dim); }
.said:empty { display: none; }
.way { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 1rem; align-items: start; }
ol { margin: 0; padding: 0; list-style: none; max-height: 26rem; overflow: auto; scrollbar-width: thin; border-inline-end: 1px solid var(--_line); }
ol button { display: block; width: 100%; padding: 0.25rem 0.5rem; border-inline-start: 3px solid transparent; text-align: start; color: var(--_dim); font-size: 0.75rem; overflow-wrap: anywhere; }
ol button:hover { color: var(--_ink); }
ol button[aria-current] { border-color: var(--_accent); color: var(--_accent); background: color-mix(in srgb, var(--_accent) 8%, transparent); font-weight: 600; }
ol button:focus-visible { outline-offset: -2px; }
article { min-width: 0; }
h3 { margin: 0 0 0.25rem; font-size: 0.9375rem; }
p { margin: 0 0 0.5rem; max-width: 75ch; text-wrap: pretty; }
.note { padding-inline-start: 0.5rem; border-inline-start: 3px solid var(--_warn); color: var(--_dim); font-size: 0.75rem; }
.math { overflow: auto hidden; padding: 0.125rem 0; scrollbar-width: thin; text-align: start; }
.math math { font-family: 'Latin Modern Math', 'STIX Two Math', 'Cambria Math', 'Noto Sans Math', math, serif; font-size: 1.0625rem; width: max-content; display: block math; margin: 0; }
.rules .math { color: var(--_dim); }
section { padding: 0.5rem 0; border-top: 1px solid var(--_line); }
h4 { display: flex; flex-wrap: wrap; gap: 0 0.5rem; margin: 0 0 0.25rem; font-size: 0.75rem; font-weight: 600; }
h4 span { color: var(--_dim); font-weight: 400; }
.entries { display: flex; flex-wrap: wrap; gap: 0.25rem; }
.entries .chip { color: var(--_ink); font-size: 0.75rem; }
.entries span.chip { border-style: dashed; }
@container (max-width: 34rem) { .way { grid-template-columns: 1fr; } ol { max-height: 8rem; border: 0; } }
`;

const MARKUP = `
<div class="bar">
  <div class="leads" role="group">${LEADS.slice(0, 2).map(button).join('')}<span class="place"></span>${LEADS.slice(2).map(button).join('')}</div>
  <div class="example" role="group">
    <button class="exampleBack">−</button>
    <label><span data-text="chart.walk.example"></span> <input type="number" min="1" step="1"></label>
    <span class="rows"></span>
    <button class="exampleOn">+</button>
  </div>
  <div>
    <button class="nextBatch" data-text="chart.walk.nextBatch"></button>
    <button class="again" data-text="chart.walk.again"></button>
  </div>
  <p class="at"></p>
</div>
<p class="said" role="status"></p>
<div class="sr live" role="status" aria-live="polite"></div>
<div class="way"><ol></ol><article tabindex="-1"></article></div>
`;

function button(lead: Lead): string {
  return `<button data-lead="${lead}">${SIGNS[lead]}</button>`;
}

/**
 * One step, gone through by hand: stop by stop, each with its formula and the numbers. The graph
 * shows where one is.
 */
export class WalkView extends ChartElement {
  private typing = false;
  private shown: Walkthrough | undefined;
  private words = '';
  private at = 0;
  private temml: typeof temmlType | undefined;

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
    for (const each of this.root.querySelectorAll<HTMLElement>('[data-lead]')) {
      each.addEventListener('click', () => this.lead(each.dataset.lead as Lead));
    }
    this.root.addEventListener('keydown', (event) => this.key(event as KeyboardEvent));
    this.find('.exampleBack').addEventListener('click', () => this.ask(this.row - 1));
    this.find('.exampleOn').addEventListener('click', () => this.ask(this.row + 1));
    this.find('.nextBatch').addEventListener('click', () => this.ask(null));
    this.find('.again').addEventListener('click', () => this.ask(this.shown ? this.row : null));
    this.find('input').addEventListener('input', () => (this.typing = true));
    this.find('input').addEventListener('change', () => this.typed());
  }

  /** What is gone through. */
  get walk(): Walkthrough | undefined {
    return this.shown;
  }

  set walk(walk: Walkthrough | undefined | null) {
    const next = walk ?? undefined;
    this.at = next ? sameStop(this.shown, this.at, next) : this.at;
    this.shown = next;
    this.schedule();
  }

  /** Why there is nothing new to see. */
  set said(words: string | undefined | null) {
    this.words = words ?? '';
    this.schedule();
  }

  get said(): string {
    return this.words;
  }

  override connectedCallback(): void {
    this.adopt('walk', 'said');
    super.connectedCallback();
    void import('temml').then(({ default: temml }) => {
      this.temml = temml;
      this.schedule();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    whereabouts.go(undefined);
  }

  private get row(): number {
    return this.shown?.row ?? 0;
  }

  private ask(row: number | null): void {
    if (row !== null && (row < 0 || row >= (this.shown?.rows ?? 1))) return;
    this.dispatchEvent(new CustomEvent('walk-asked', { detail: { row } }));
  }

  private typed(): void {
    this.typing = false;
    const row = rowTyped(this.find<HTMLInputElement>('input').value);
    const last = (this.shown?.rows ?? 1) - 1;
    if (row === undefined) this.schedule();
    else this.ask(clamp(row, 0, last));
  }

  private key(event: KeyboardEvent): void {
    const [target] = event.composedPath();
    if (target instanceof HTMLInputElement || isScrolled(target)) return;
    const lead = LEADS.find((each) => pressed(event, WALK_KEYS[each]));
    if (lead) {
      event.preventDefault();
      this.lead(lead);
    }
  }

  private lead(lead: Lead): void {
    this.go(led(lead, this.at, this.shown?.stops.length ?? 0));
  }

  private go(at: number): void {
    if (at !== this.at) {
      this.at = at;
      this.schedule();
    }
  }

  protected override textsChanged(): void {
    this.writeTexts();
    for (const lead of LEADS)
      name(this.find(`[data-lead="${lead}"]`), this.text(`chart.walk.${lead}`));
    for (const part of ['exampleBack', 'exampleOn']) {
      name(this.find(`.${part}`), this.text(`chart.walk.${part}`));
    }
    this.find('.leads').setAttribute('aria-label', this.text('chart.walk.stops'));
    this.find('.leads').title = this.text('chart.walk.keys');
    this.find('.example').setAttribute('aria-label', this.text('chart.walk.example'));
    this.find('ol').setAttribute('aria-label', this.text('chart.walk.stops'));
    this.schedule();
  }

  protected override draw(): void {
    const walk = this.shown;
    const stop = walk?.stops[this.at];
    this.find('.said').textContent = this.words || (walk ? '' : this.text('chart.walk.waiting'));
    this.find('.way').hidden = !stop;
    this.drawBar(walk);
    whereabouts.go(stop && { node: stop.node, way: stop.way });
    if (!walk || !stop) return;
    this.drawStops(walk.stops);
    this.drawStop(stop);
  }

  private drawBar(walk: Walkthrough | undefined): void {
    const count = walk?.stops.length ?? 0;
    const rows = walk?.rows ?? 0;
    for (const lead of LEADS) {
      disable(this.find(`[data-lead="${lead}"]`), led(lead, this.at, count) === this.at);
    }
    disable(this.find('.exampleBack'), this.row === 0);
    disable(this.find('.exampleOn'), this.row + 1 >= rows);
    const place = { place: this.at + 1, count };
    this.find('.place').textContent = count ? this.text('chart.walk.place', place) : '';
    const input = this.find<HTMLInputElement>('input');
    input.max = String(Math.max(1, rows));
    if (!this.typing) input.value = walk ? String(walk.row + 1) : '';
    this.find('.rows').textContent = walk
      ? this.text('chart.walk.of', { rows: this.format.count(rows) })
      : '';
    this.find('.at').textContent = walk
      ? this.text('chart.walk.at', { step: this.format.count(walk.step) })
      : '';
  }

  /** Buttons stay as long as their stops do, so that the keyboard's focus is not lost. */
  private drawStops(stops: readonly Stop[]): void {
    const list = this.find('ol');
    const titles = stops.map(({ title }) => title);
    if ([...list.children].map((item) => item.textContent).join('\n') !== titles.join('\n')) {
      list.replaceChildren(...titles.map((title, index) => this.item(title, index)));
    }
    [...list.querySelectorAll('button')].forEach((each, index) => {
      const here = index === this.at;
      if (here) each.setAttribute('aria-current', 'step');
      else each.removeAttribute('aria-current');
      if (here) scrollInside(list, each);
    });
  }

  private item(title: string, index: number): HTMLLIElement {
    const item = document.createElement('li');
    const choose = document.createElement('button');
    choose.textContent = title;
    choose.addEventListener('click', () => this.go(index));
    item.append(choose);
    return item;
  }

  private drawStop(stop: Stop): void {
    const article = this.find('article');
    article.dataset.way = stop.way;
    article.dataset.node = stop.node;
    const rules = document.createElement('div');
    rules.className = 'rules';
    rules.append(...stop.rules.map((rule) => this.math(rule)));
    article.replaceChildren(
      element('h3', stop.title),
      element('p', stop.words),
      ...stop.notes.map((note) => element('p', note, 'note')),
      rules,
      ...stop.tensors.map((tensor) => this.tensor(tensor)),
    );
    const live = [stop.title, stop.words, ...stop.notes].join(' ');
    if (this.find('.live').textContent !== live) this.find('.live').textContent = live;
  }

  private tensor(tensor: Shown): HTMLElement {
    const section = document.createElement('section');
    const head = element('h4', `${tensor.name} ${tensor.symbol}`);
    for (const more of [tensor.shape, tensor.spread]) {
      if (more) head.append(element('span', more));
    }
    const entries = element('div', '', 'entries');
    const formula = document.createElement('div');
    const choose = (index: number) => {
      formula.replaceChildren(...this.formula(tensor.entries[index]));
      [...entries.children].forEach((each, place) => {
        if (each instanceof HTMLButtonElement) each.ariaPressed = String(place === index);
      });
    };
    entries.append(
      ...tensor.entries.map((entry, index) => this.entry(tensor, entry, index, choose)),
    );
    if (tensor.spread) entries.append(element('span', '…'));
    section.append(head, entries, formula);
    choose(tensor.entries.findIndex((entry) => entry.formula !== ''));
    return section;
  }

  private formula(entry: Entry | undefined): readonly HTMLElement[] {
    return entry?.formula ? [this.math(entry.formula)] : [];
  }

  private entry(
    tensor: Shown,
    entry: Entry,
    index: number,
    choose: (index: number) => void,
  ): HTMLElement {
    if (!entry.formula) {
      const plain = element('span', entry.text, 'chip');
      plain.title = entry.exact;
      return plain;
    }
    const chip = element('button', entry.text, 'chip');
    chip.title = entry.exact;
    chip.ariaLabel = this.text('chart.walk.choose', {
      name: tensor.name,
      index: index + 1,
      value: entry.text,
    });
    chip.addEventListener('click', () => choose(index));
    return chip;
  }

  /** MathML, which browsers draw and screen readers read by themselves. */
  private math(tex: string): HTMLElement {
    const place = element('div', '', 'math');
    place.dataset.formula = tex;
    place.tabIndex = 0;
    place.role = 'group';
    this.temml?.render(tex, place, { displayMode: true });
    return place;
  }
}

/** A long formula takes the arrow keys for itself. */
function isScrolled(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    target.classList.contains('math') &&
    target.scrollWidth > target.clientWidth
  );
}

function name(button: HTMLElement, text: string): void {
  button.ariaLabel = text;
  button.title = text;
}

/** It stays reachable: a focus that is at the last stop is not lost. */
function disable(button: HTMLElement, disabled: boolean): void {
  button.ariaDisabled = String(disabled);
}

/** Only the list scrolls, not the page. */
function scrollInside(list: HTMLElement, item: HTMLElement): void {
  const above = item.offsetTop - list.offsetTop;
  if (above < list.scrollTop) list.scrollTop = above;
  const below = above + item.offsetHeight - list.clientHeight;
  if (below > list.scrollTop) list.scrollTop = below;
}

define('walk-view', WalkView);
