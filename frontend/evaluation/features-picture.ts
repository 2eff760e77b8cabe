import { clearSheet } from '../boundary/draw';
import { markColour, valueColour, type Palette } from '../boundary/paint';
import { svgDrawing, svgText } from '../boundary/picture';
import type { Drawing } from '../charts/export';
import { inSvg, onCanvas, type Brush } from '../charts/relief-draw';
import { css } from '../charts/theme';
import { clamp } from '../numbers/numbers';
import { countsOf, isWrong, rangeOf, type Plot } from './features';
import { drawMarker, shapeOf } from './markers';
import type { NameOf } from './mistakes';
import { fitted, type Places } from './projection';

/** How it is to be drawn. */
export interface Look {
  readonly palette: Palette;
  /** The row of the plot that is read; -1: none. */
  readonly read: number;
  readonly hidden: ReadonlySet<number>;
}

/** Room around the places, of the shorter side. */
const MARGIN = 0.06;
const FAINT = 0.1;
/** Of the file, and of its legend. */
const [SIDE, BESIDE, MOST_NAMES, LINE] = [640, 150, 30, 20];

/** Where the places lie on a sheet, in its pixels. */
export function onSheet(places: Places, width: number, height: number): Places {
  return fitted(places, width, height, MARGIN);
}

export function radiusOf(rows: number, width: number): number {
  return clamp(0.009 * width * Math.sqrt(300 / Math.max(1, rows)) + 1, 2.2, 5);
}

export function drawOnStage(canvas: HTMLCanvasElement, plot: Plot, look: Look): void {
  const sheet = clearSheet(canvas);
  if (!sheet) return;
  const places = onSheet(plot.layout.places, sheet.width, sheet.height);
  const radius = radiusOf(plot.chosen.length, Math.min(sheet.width, sheet.height));
  drawPlot(onCanvas(sheet.context), plot, places, radius, look);
}

/** Those that are hidden below, then all others, then that which is read. */
function drawPlot(brush: Brush, plot: Plot, places: Places, radius: number, look: Look): void {
  const shown = (row: number) => !look.hidden.has(classAt(plot, row));
  const draw = plot.frame.head.classes
    ? labelled(brush, plot, places, look)
    : valued(brush, plot, places, look.palette);
  const rows = plot.chosen.map((_, row) => row);
  for (const row of [...rows.filter((each) => !shown(each)), ...rows.filter(shown)]) {
    draw(row, radius);
  }
  if (look.read < 0) return;
  const [x, y] = [places[2 * look.read], places[2 * look.read + 1]];
  brush.disc(x, y, radius + 7, css(look.palette.background, 0.85), css(look.palette.ink));
  brush.disc(x, y, radius + 8, 'transparent', css(look.palette.ink));
  draw(look.read, radius + 1.5);
}

function classAt({ frame, chosen }: Plot, row: number): number {
  return frame.head.classes ? frame.head.truths[chosen[row]] : -1;
}

type Draw = (row: number, radius: number) => void;

function labelled(brush: Brush, plot: Plot, places: Places, { palette, hidden }: Look): Draw {
  const ring = css(palette.ink, 0.5);
  return (row, radius) => {
    const [x, y] = [places[2 * row], places[2 * row + 1]];
    const truth = classAt(plot, row);
    const faint = hidden.has(truth);
    const colour = css(markColour(palette, truth), faint ? FAINT : 1);
    const ground = faint ? 'transparent' : css(palette.background);
    drawMarker(shapeOf(truth), { brush, x, y, radius, colour, ground });
    if (!faint && isWrong(plot.frame.head, plot.chosen[row])) {
      brush.disc(x, y, radius + 2, 'transparent', ring);
    }
  };
}

function valued(brush: Brush, plot: Plot, places: Places, palette: Palette): Draw {
  const [least, most] = rangeOf(plot);
  const edge = css(palette.ink, 0.45);
  return (row, radius) => {
    const value = plot.frame.head.truths[plot.chosen[row]];
    const colour = css(valueColour(value, least, most, palette));
    brush.disc(places[2 * row], places[2 * row + 1], radius, colour, edge);
  };
}

/** The marker of a class as a small picture of its own. */
export function markerSvg(label: number, palette: Palette): string {
  const parts: string[] = [];
  const colour = css(markColour(palette, label));
  const ground = 'transparent';
  drawMarker(shapeOf(label), { brush: inSvg(parts), x: 7, y: 7, radius: 5, colour, ground });
  return `<svg width="14" height="14" aria-hidden="true">${parts.join('')}</svg>`;
}

/** The picture with a legend beside it, in a file. */
export function drawingOf(plot: Plot, nameOf: NameOf, look: Look): Drawing {
  const { palette } = look;
  const parts: string[] = [];
  const brush = inSvg(parts);
  const places = onSheet(plot.layout.places, SIDE, SIDE);
  drawPlot(brush, plot, places, radiusOf(plot.chosen.length, SIDE), { ...look, read: -1 });
  const counts = plot.frame.head.classes ? countsOf(plot).slice(0, MOST_NAMES) : [];
  counts.forEach((count, label) => {
    const y = 30 + LINE * label;
    const colour = css(markColour(palette, label));
    const ground = css(palette.background);
    drawMarker(shapeOf(label), { brush, x: SIDE + 12, y: y - 4, radius: 5, colour, ground });
    parts.push(svgText(SIDE + 26, y, `${nameOf(label)} (${count})`));
  });
  const [width, height] = [SIDE + (counts.length > 0 ? BESIDE : 0), SIDE];
  return svgDrawing(width, height, palette.ink, palette.background, parts, 12);
}
