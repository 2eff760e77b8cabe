import { significant } from '../charts/format';
import { css } from '../charts/theme';
import { markColour, valueColour, type Palette } from './paint';

/** A dot and its number for each class. */
export function classItems(
  count: number,
  palette: Palette,
  nameOf: (index: number) => string,
): HTMLElement[] {
  return Array.from({ length: count }, (_, index) => {
    const item = document.createElement('li');
    item.title = nameOf(index);
    const dot = document.createElement('i');
    dot.style.background = css(markColour(palette, index));
    item.append(dot, String(index));
    return item;
  });
}

/** The scale of a value surface: its colours, its ends, and where zero lies if it lies between. */
export function showScale(
  scale: HTMLElement,
  [min, max]: readonly [number, number],
  palette: Palette,
): void {
  const stops = Array.from({ length: 17 }, (_, i) =>
    css(valueColour(min + (i / 16) * (max - min), min, max, palette)),
  );
  scale.style.setProperty('--stops', stops.join());
  scale.querySelector('.least')!.textContent = significant(min, 2);
  scale.querySelector('.most')!.textContent = significant(max, 2);
  const zero = scale.querySelector<HTMLElement>('.zero')!;
  zero.hidden = !(min < 0 && max > 0);
  zero.style.setProperty('--at', String(-min / (max - min)));
}
