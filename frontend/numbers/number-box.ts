import type { TextField } from '@vaadin/text-field';
import { deedOf } from '../keys/keys';
import { amountOf, amountText, NUMBER_KEYS, stepped, type Amount } from './numbers';

/** A text field of `NumberBox.java`. */
type NumberBox = TextField & { amount?: Amount };

/** The arrow keys step through sensible values, in every number box of the page. */
document.addEventListener(
  'keydown',
  (event) => {
    const box = boxOf(event);
    const deed = box && deedOf(event, NUMBER_KEYS);
    if (!box?.amount || !deed || box.readonly || box.disabled) {
      return;
    }
    event.preventDefault();
    if (deed === 'usual') {
      box.querySelector<HTMLElement>('.lab-usual')?.click();
    } else {
      step(box, box.amount, deed === 'up' || deed === 'farUp', deed.startsWith('far'));
    }
  },
  true,
);

function boxOf(event: Event): NumberBox | undefined {
  const target = event.target instanceof Element ? event.target : undefined;
  return target instanceof HTMLInputElement
    ? (target.closest<NumberBox>('vaadin-text-field.lab-number') ?? undefined)
    : undefined;
}

function step(box: NumberBox, amount: Amount, up: boolean, far: boolean): void {
  const value = amountOf(box.value, amount);
  if (value !== undefined) {
    box.value = amountText(stepped(value, up, far, amount), amount);
    box.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }
}
