import { significant } from '../charts/format';
import type { Text } from '../charts/words';
import { readNumber, writeNumber } from '../numbers/numbers';
import type { Choice } from './choice';
import { placeOf, valueAt, type Place } from './plan';
import { reading, readingOfColour, whereabouts } from './words';

/** As `Edit.java` has it. */
const MOST = 1e6;

/** A number and what it is to be. */
export type Edited = Place & { readonly value: number };

/** What the form asks of the view around it. */
export interface Around {
  readonly text: Text;
  readonly names: Readonly<Record<string, string>>;
  /** Whether numbers may be set. */
  readonly editable: boolean;
  /** Brings what is seen up to date, at once. */
  draw(): void;
  changed(): void;
  set(edited: Edited): void;
}

/** Reads the number that is pointed at, and sets it. */
export class NumberForm {
  private busy = false;

  constructor(
    private readonly root: ShadowRoot,
    private readonly choice: Choice,
    private readonly around: Around,
  ) {
    this.wire(this.find<HTMLFormElement>('.reading'), this.input);
  }

  /** Whether somebody is about to set the number. */
  get editing(): boolean {
    return this.busy;
  }

  textsChanged(): void {
    this.input.setAttribute('aria-label', this.around.text('chart.inside.value'));
    this.find('.why').setAttribute('aria-label', this.around.text('chart.inside.why'));
  }

  draw(): void {
    const { frame, spot, shownForm } = this.choice;
    if (!frame) return;
    const { text, names } = this.around;
    this.find('.what').textContent = spot ? this.read() : text('chart.inside.point');
    this.find('.where').textContent = spot ? whereabouts(frame, spot, shownForm, names, text) : '';
    this.find('.set').hidden = !this.settable;
    if (!this.busy && spot) this.input.value = exact(valueAt(frame.window, spot) ?? NaN);
  }

  /** The number with its name. */
  read(): string {
    const { frame, spot, colours } = this.choice;
    if (!frame || !spot) return '';
    return colours ? readingOfColour(frame, spot) : reading(frame, spot);
  }

  begin(): void {
    if (!this.settable) return;
    const { frame, spot } = this.choice;
    this.around.draw();
    this.input.value = exact(valueAt(frame!.window, spot!)!);
    this.input.focus();
  }

  stop(): void {
    this.busy = false;
    this.input.removeAttribute('aria-invalid');
    this.find('.wrong').textContent = '';
    this.around.changed();
  }

  private get settable(): boolean {
    return this.around.editable && this.choice.single;
  }

  private wire(form: HTMLFormElement, input: HTMLInputElement): void {
    input.addEventListener('focus', () => {
      this.busy = true;
      input.select();
    });
    input.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') this.leave();
    });
    form.addEventListener('focusout', (event) => {
      if (!form.contains(event.relatedTarget as Node | null)) this.stop();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.set(input);
    });
  }

  private set(input: HTMLInputElement): void {
    const value = readNumber(input.value);
    if (value === undefined || Math.abs(value) > MOST) {
      input.setAttribute('aria-invalid', 'true');
      this.find('.wrong').textContent = this.around.text('chart.inside.wrong');
      return;
    }
    if (!this.settable) return;
    const { frame, spot } = this.choice;
    this.around.set({ ...placeOf(frame!, spot!), value });
    this.find('.said').textContent = this.around.text('chart.inside.done', {
      name: this.read().split(' = ')[0],
      value: significant(value, 4),
    });
    this.leave();
  }

  private leave(): void {
    this.stop();
    this.find('.stage').focus();
  }

  private get input(): HTMLInputElement {
    return this.find<HTMLInputElement>('.set input');
  }

  private find<E extends Element = HTMLElement>(selector: string): E {
    return this.root.querySelector<E>(selector)!;
  }
}

/** As precisely as the number is kept. */
function exact(value: number): string {
  return Number.isFinite(value) ? writeNumber(Number(value.toPrecision(7))) : '';
}
