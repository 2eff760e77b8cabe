import type { TextField } from '@vaadin/text-field';
import { deedOf } from '../keys/keys';
import { amountOf, amountText, NUMBER_KEYS, stepped, type Amount } from './numbers';
import { offerUsual } from './usual-values';

/** A text field of `NumberBox.java`. */
type NumberBox = TextField & { readonly amount?: Amount };

/** The arrow keys step through sensible values, in every number box of the page. */
document.addEventListener(
  'keydown',
  (event) => {
    const box = event.target instanceof HTMLInputElement ? boxOf(event.target) : undefined;
    const deed = box && deedOf(event, NUMBER_KEYS);
    if (!box?.amount || !deed || box.readonly || box.disabled) {
      return;
    }
    event.preventDefault();
    if (deed === 'usual') {
      offer(box, box.amount);
    } else {
      step(box, box.amount, deed === 'up' || deed === 'farUp', deed.startsWith('far'));
    }
  },
  true,
);

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('.lab-usual') : null;
  const box = button ? boxOf(button) : undefined;
  if (box?.amount && !box.readonly && !box.disabled) {
    offer(box, box.amount);
  }
});

function boxOf(inside: Element): NumberBox | undefined {
  return inside.closest<NumberBox>('vaadin-text-field.lab-number') ?? undefined;
}

function step(box: NumberBox, amount: Amount, up: boolean, far: boolean): void {
  const value = amountOf(box.value, amount);
  if (value !== undefined) {
    take(box, stepped(value, up, far, amount));
  }
}

function take(box: NumberBox, value: number): void {
  box.value = amountText(value, box.amount!);
  box.dispatchEvent(new CustomEvent('change', { bubbles: true }));
}

function offer(box: NumberBox, amount: Amount): void {
  const at = box.querySelector<HTMLElement>('.lab-usual') ?? box;
  offerUsual({
    at,
    label: at.ariaLabel ?? '',
    amount,
    value: amountOf(box.value, amount),
    choose: (value) => take(box, value),
    focus: () => box.focus(),
  });
}
