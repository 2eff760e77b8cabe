import { afterEach, expect, it } from 'vitest';

import { wireMenu } from './menu';

const chosen: string[] = [];

afterEach(() => {
  document.body.replaceChildren();
  chosen.length = 0;
});

function menu(): { button: HTMLButtonElement; list: HTMLElement; items: HTMLButtonElement[] } {
  document.body.innerHTML = `<div><button aria-expanded="false"></button>
    <div role="menu" hidden>
      <button role="menuitem" data-do="png"></button><button role="menuitem" data-do="csv"></button>
    </div></div>`;
  const place = document.body.firstElementChild as HTMLElement;
  wireMenu(place, (what) => chosen.push(what));
  const list = place.querySelector<HTMLElement>('[role=menu]')!;
  return {
    button: place.querySelector('button')!,
    list,
    items: [...list.querySelectorAll('button')],
  };
}

function press(key: string): void {
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

it('opens with its first choice focused and goes round by arrow keys', () => {
  const { button, list, items } = menu();
  button.click();
  expect([list.hidden, button.getAttribute('aria-expanded')]).toEqual([false, 'true']);
  expect(document.activeElement).toBe(items[0]);
  press('ArrowUp');
  expect(document.activeElement).toBe(items[1]);
  press('ArrowDown');
  expect(document.activeElement).toBe(items[0]);
});

it('tells what was chosen and closes', () => {
  const { button, list, items } = menu();
  button.click();
  items[1].click();
  expect([chosen, list.hidden]).toEqual([['csv'], true]);
  expect(document.activeElement).toBe(button);
});

it('stays open while the window of the curve is changed', () => {
  const { button, list, items } = menu();
  button.click();
  items[1].dataset.do = 'zoomIn';
  items[1].click();
  items[1].click();
  expect([chosen, list.hidden]).toEqual([['zoomIn', 'zoomIn'], false]);
});

it('closes by Escape without a choice', () => {
  const { button, list } = menu();
  button.click();
  press('Escape');
  expect([chosen, list.hidden]).toEqual([[], true]);
  expect(document.activeElement).toBe(button);
});
