import { CLASS_TOKENS, PAPER, TOKENS } from '../charts/styles';
import { isDark, readColours, type Rgb } from '../charts/theme';
import { fade, type Palette } from './paint';

/** The palette of the theme that the element is shown in. */
export function paletteOf(element: HTMLElement, ground: '--_card' | '--_bg'): Palette {
  return paletteFrom(readColours(element, [...TOKENS, ...CLASS_TOKENS]), ground);
}

/** The palette of pictures on white. */
export const paperPalette = (): Palette => paletteFrom(PAPER, '--_card');

type Found = Readonly<Record<(typeof TOKENS)[number] | (typeof CLASS_TOKENS)[number], Rgb>>;

function paletteFrom(found: Found, ground: '--_card' | '--_bg'): Palette {
  const background = found[ground];
  const classes = CLASS_TOKENS.map((token) => found[token]);
  const lighter = isDark(background) ? 0.28 : 0;
  const marks = classes.map((colour) => fade(colour, [255, 255, 255], lighter));
  return { background, ink: found['--_ink'], classes, marks, low: classes[0], high: classes[1] };
}
