import { svgDrawing, svgText } from '../boundary/picture';
import { whitePaper, type Drawing } from './export';
import { CLASS_TOKENS, PAPER, TOKENS } from './styles';
import { css, readColours, type Rgb } from './theme';

export type Ink = Readonly<
  Record<(typeof TOKENS)[number] | (typeof CLASS_TOKENS)[number] | '--_error', Rgb>
>;

/** The colours of the element's pictures: on white, or those of its theme. */
export function inkOf(element: HTMLElement): Ink {
  return whitePaper() ? PAPER : readColours(element, [...TOKENS, ...CLASS_TOKENS, '--_error']);
}

/** A line or dots in a square of 100, from its upper left corner. */
export interface Drawn {
  readonly path: string;
  readonly colour: keyof Ink;
  readonly width: number;
  readonly dashes?: string;
  /** What the legend calls it, if anything. */
  readonly name?: string;
}

export interface Square {
  readonly title: string;
  /** Name, least and most of an axis. */
  readonly along: readonly [string, string, string];
  readonly up: readonly [string, string, string];
  readonly drawn: readonly Drawn[];
}

const SIDE = 480;
const [LEFT, TOP, BELOW, BESIDE, LINE] = [72, 64, 56, 190, 22];

/** The square with its axes, and a legend beside it. */
export function squareDrawing({ title, along, up, drawn }: Square, ink: Ink): Drawing {
  const named = drawn.filter(({ name }) => name !== undefined);
  const width = LEFT + SIDE + 24 + (named.length > 0 ? BESIDE : 0);
  const height = TOP + SIDE + BELOW;
  const [right, foot] = [LEFT + SIDE, TOP + SIDE];
  const quiet = `fill="${css(ink['--_dim'])}"`;
  const parts = [
    svgText(width / 2, 32, title, 'middle', 'font-size="18" font-weight="600"'),
    `<rect x="${LEFT}" y="${TOP}" width="${SIDE}" height="${SIDE}" fill="none" stroke="${css(ink['--_line'])}"/>`,
    `<svg x="${LEFT}" y="${TOP}" width="${SIDE}" height="${SIDE}" viewBox="-3 -3 106 106">${drawn.map((each) => line(each, ink)).join('')}</svg>`,
    svgText((LEFT + right) / 2, foot + 40, along[0], 'middle', quiet),
    svgText(LEFT, foot + 20, along[1], 'middle', quiet),
    svgText(right, foot + 20, along[2], 'middle', quiet),
    `<g transform="translate(22 ${TOP + SIDE / 2}) rotate(-90)">${svgText(0, 0, up[0], 'middle', quiet)}</g>`,
    svgText(LEFT - 8, foot, up[1], 'end', quiet),
    svgText(LEFT - 8, TOP + 10, up[2], 'end', quiet),
    ...named.map((each, at) => entry(each, right + 20, TOP + 12 + LINE * at, ink)),
  ];
  return svgDrawing(width, height, ink['--_ink'], ink['--_card'], parts);
}

const [CELL, HEAD, ROW, LONGEST] = [84, 128, 30, 15];

/** A table whose cells have grounds; -1 to 0 as errors are, 0 to 1 as what is right. */
export function tableDrawing(
  title: string,
  rows: readonly (readonly string[])[],
  shares: readonly (readonly number[])[],
  ink: Ink,
): Drawing {
  const columns = Math.max(...rows.map((row) => row.length), 1);
  const width = HEAD + CELL * (columns - 1) + 24;
  const height = 64 + ROW * rows.length + 16;
  const parts = [svgText(width / 2, 32, title, 'middle', 'font-size="18" font-weight="600"')];
  rows.forEach((row, y) => {
    row.forEach((words, x) => {
      const left = x === 0 ? 12 : HEAD + CELL * (x - 1) + 12;
      const top = 56 + ROW * y;
      const share = shares[y]?.[x] ?? 0;
      if (share !== 0) {
        const colour = css(ink[share < 0 ? '--_error' : '--_accent'], 0.45 * Math.abs(share));
        parts.push(
          `<rect x="${left}" y="${top}" width="${CELL - 2}" height="${ROW - 2}" rx="4" fill="${colour}"/>`,
        );
      }
      const shown = words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
      if (x === 0) parts.push(svgText(left, top + 19, shown, 'start', 'font-weight="600"'));
      else {
        const bold = y === 0 ? 'font-size="12" font-weight="600"' : '';
        parts.push(svgText(left + CELL / 2 - 1, top + 19, shown, 'middle', bold));
      }
    });
  });
  return svgDrawing(width, height, ink['--_ink'], ink['--_card'], parts);
}

function line({ path, colour, width, dashes = '' }: Drawn, ink: Ink): string {
  return `<path d="${path}" fill="none" stroke="${css(ink[colour])}" stroke-width="${width}" stroke-dasharray="${dashes}" stroke-linecap="round"/>`;
}

function entry(drawn: Drawn, x: number, y: number, ink: Ink): string {
  const sample = line({ ...drawn, path: 'M0 0H24', width: 2.5 }, ink);
  return `<g transform="translate(${x} ${y - 5})">${sample}</g>${svgText(x + 32, y, drawn.name ?? '')}`;
}
