import '@vaadin/popover';
import './usual-values.css';
import type { Popover } from '@vaadin/popover';
import { amountText, type Amount } from './numbers';

/** What the list is opened for. */
export interface Asked {
  /** Where it opens. */
  readonly at: HTMLElement;
  readonly label: string;
  readonly amount: Amount;
  readonly value: number | undefined;
  readonly choose: (value: number) => void;
  /** Takes the focus back. */
  readonly focus: () => void;
}

let shared: Popover | undefined;
let asked: Asked | undefined;

/** Lists the values that are usual, to choose one. */
export function offerUsual(wish: Asked): void {
  shared ??= makePopover();
  asked = wish;
  const options = usualOf(wish.amount).map((value) => optionOf(value, wish));
  const list = document.createElement('div');
  list.setAttribute('role', 'listbox');
  list.ariaLabel = wish.label;
  list.append(...options);
  shared.replaceChildren(list);
  shared.target = wish.at;
  shared.setAttribute('aria-label', wish.label);
  shared.opened = true;
  const chosen = options.find((option) => option.ariaSelected === 'true') ?? options[0];
  requestAnimationFrame(() => chosen?.focus());
}

function makePopover(): Popover {
  const popover = document.createElement('vaadin-popover');
  popover.className = 'lab-usual-values';
  popover.trigger = [];
  popover.position = 'bottom-end';
  popover.addEventListener('keydown', onKeyDown);
  popover.addEventListener('opened-changed', ({ detail }) => detail.value || giveBack());
  document.body.append(popover);
  return popover;
}

function usualOf({ usual, min, max }: Amount): readonly number[] {
  return usual.filter((value) => value >= min && value <= max);
}

function optionOf(value: number, { amount, value: current }: Asked): HTMLElement {
  const option = document.createElement('div');
  option.setAttribute('role', 'option');
  option.ariaSelected = String(value === current);
  option.tabIndex = -1;
  option.textContent = fullText(value, amount);
  option.addEventListener('click', () => choose(value));
  return option;
}

/** With its unit, unless a word stands for it. */
function fullText(value: number, amount: Amount): string {
  const text = amountText(value, amount);
  return amount.unit === '' || text === amount.zero ? text : `${text} ${amount.unit}`;
}

function choose(value: number): void {
  asked?.choose(value);
  close();
}

function close(): void {
  if (shared) {
    shared.opened = false;
    giveBack();
  }
}

/** At once, not when the list is out of sight: the next key belongs to the field. */
function giveBack(): void {
  const focused = document.activeElement;
  if (focused === document.body || shared?.contains(focused)) {
    asked?.focus();
  }
}

function onKeyDown(event: KeyboardEvent): void {
  const options = [...(shared?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
  const at = options.indexOf(event.target as HTMLElement);
  const last = options.length - 1;
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowDown: () => options[Math.min(last, at + 1)]?.focus(),
    ArrowUp: () => options[Math.max(0, at - 1)]?.focus(),
    Home: () => options[0]?.focus(),
    End: () => options[last]?.focus(),
    Enter: () => options[at]?.click(),
    ' ': () => options[at]?.click(),
    Tab: close,
  };
  const deed = deeds[event.key];
  if (deed) {
    event.preventDefault();
    event.stopPropagation();
    deed();
  }
}
