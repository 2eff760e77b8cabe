import { CLASS_TOKENS, TOKENS } from '../charts/styles';
import { isDark, readColours } from '../charts/theme';
import { fade, type Palette } from './paint';

/** The palette of the theme that the element is shown in. */
export function paletteOf(element: HTMLElement, ground: '--_card' | '--_bg'): Palette {
  const found = readColours(element, [...TOKENS, ...CLASS_TOKENS]);
  const background = found[ground];
  const classes = CLASS_TOKENS.map((token) => found[token]);
  const lighter = isDark(background) ? 0.28 : 0;
  const marks = classes.map((colour) => fade(colour, [255, 255, 255], lighter));
  return { background, ink: found['--_ink'], classes, marks, low: classes[0], high: classes[1] };
}
