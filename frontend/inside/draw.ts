import { paint, type Palette } from '../boundary/paint';
import { surfaceOf } from '../boundary/spotlight';
import { css, type Rgb } from '../charts/theme';
import type { UnitBank, UnitsFrame } from '../stream/frames';
import type { ChannelPictures, NumbersWindow, Overview } from '../stream/inside';
import type { Filters, Links, Matrix, Point, Tiles } from './layout';
import { mostOf, valueAt, type Spot } from './plan';

/** What is drawn with: colours of the theme, and the spot that is pointed at. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly accent: Rgb;
  readonly spot: Spot | undefined;
}

const THINNEST = 0.6;
const THICKEST = 5.4;
const DASH = [5, 3.5];

/** Makes the canvas so large, sharp on screens of any density, and empty. */
export function prepare(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D {
  const density = devicePixelRatio || 1;
  const [wide, high] = [Math.ceil(width * density), Math.ceil(height * density)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d')!;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/** Below zero in the one colour and broken or hollow, above in the other and whole. */
function colourOf({ low, high }: Palette, value: number): Rgb {
  return value < 0 ? low : high;
}

// links

export function drawLinks(
  pen: Pen,
  layout: Links,
  window: NumbersWindow,
  units:
    { readonly frame: UnitsFrame; readonly from?: UnitBank; readonly to?: UnitBank } | undefined,
): void {
  const most = mostOf(window);
  const order = window.values.map((_, index) => index);
  // The thick ones last, so that none hides them.
  order.sort((a, b) => Math.abs(window.values[a]) - Math.abs(window.values[b]));
  for (const index of order) {
    const spot = {
      row: Math.floor(index / window.columns.length),
      column: index % window.columns.length,
    };
    drawLink(pen, layout.ends(spot), window.values[index] / most, isAt(pen.spot, spot));
  }
  window.columns.forEach((unit, column) =>
    drawUnit(pen, layout, layout.input(column), unit, units?.frame, units?.from),
  );
  window.rows.forEach((unit, row) => {
    drawUnit(pen, layout, layout.unit(row), unit, units?.frame, units?.to);
    if (row < window.biases.length) {
      const lit = isAt(pen.spot, { row, column: 'bias' });
      drawDot(pen, layout.bias(row), window.biases[row] / most, 8, lit);
    }
  });
  drawLabels(pen, layout, window);
}

function isAt(spot: Spot | undefined, other: Spot): boolean {
  return spot?.row === other.row && spot.column === other.column;
}

function drawLink(
  { context, palette, accent }: Pen,
  [from, to]: readonly [Point, Point],
  share: number,
  lit: boolean,
): void {
  const size = Number.isFinite(share) ? Math.min(1, Math.abs(share)) : 0;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  if (lit) {
    context.setLineDash([]);
    context.lineWidth = THINNEST + THICKEST * size + 5;
    context.strokeStyle = css(accent, 0.45);
    context.stroke();
  }
  context.setLineDash(share < 0 ? DASH : []);
  context.lineWidth = THINNEST + THICKEST * size;
  context.strokeStyle = css(colourOf(palette, share), 0.35 + 0.65 * size);
  context.stroke();
  context.setLineDash([]);
}

/** The picture of a unit, or a ring where there is none of it. */
function drawUnit(
  { context, palette }: Pen,
  { thumb }: Links,
  { x, y }: Point,
  unit: number,
  frame: UnitsFrame | undefined,
  bank: UnitBank | undefined,
): void {
  const picture = bank?.pictures.find((each) => each.unit === unit);
  const [left, top] = [x - thumb / 2, y - thumb / 2];
  if (frame && picture) {
    const painted = paint(surfaceOf(frame, picture), palette, false);
    context.drawImage(bitmap(painted), left, top, thumb, thumb);
  }
  context.lineWidth = 1;
  context.strokeStyle = css(palette.ink, 0.45);
  if (picture) context.strokeRect(left, top, thumb, thumb);
  else ring(context, x, y, thumb / 3);
}

function ring(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}

/** Large for a large number; hollow below 0. */
function drawDot(
  { context, palette, accent }: Pen,
  { x, y }: Point,
  share: number,
  most: number,
  lit: boolean,
): void {
  const radius = 1.5 + (most - 1.5) * Math.sqrt(Math.min(1, Math.abs(share) || 0));
  if (lit) {
    context.fillStyle = css(accent, 0.35);
    context.beginPath();
    context.arc(x, y, radius + 3, 0, 2 * Math.PI);
    context.fill();
  }
  context.lineWidth = 1.5;
  context.strokeStyle = css(colourOf(palette, share));
  context.fillStyle = context.strokeStyle;
  ring(context, x, y, Math.max(0.5, radius - 0.75));
  if (!(share < 0)) context.fill();
}

/** Units are counted from 1, as in the nodes of the graph. */
function drawLabels({ context, palette }: Pen, layout: Links, window: NumbersWindow): void {
  context.fillStyle = css(palette.ink, 0.75);
  context.font = '10px system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  window.columns.forEach((unit, column) => {
    const { x, y } = layout.input(column);
    context.fillText(String(unit + 1), x - layout.thumb / 2 - 4, y);
  });
  context.textAlign = 'left';
  window.rows.forEach((unit, row) => {
    const { x, y } = layout.unit(row);
    context.fillText(String(unit + 1), x + layout.thumb / 2 + 4, y);
  });
}

// matrix

/** A square for each number: the larger the number the larger, and hollow below 0. */
export function drawMatrix(pen: Pen, layout: Matrix, window: NumbersWindow): void {
  const { context, palette } = pen;
  const most = mostOf(window);
  context.fillStyle = css(palette.ink, 0.05);
  context.fillRect(0, 0, window.columns.length * layout.cell, layout.height);
  for (let row = 0; row < window.rows.length; row++) {
    for (let column = 0; column < window.columns.length; column++) {
      drawCell(pen, layout, window, { row, column }, most);
    }
    if (window.biases.length > 0) drawCell(pen, layout, window, { row, column: 'bias' }, most);
  }
}

function drawCell(pen: Pen, layout: Matrix, window: NumbersWindow, spot: Spot, most: number): void {
  const { context, palette, accent } = pen;
  const value = valueAt(window, spot)!;
  const { x, y } = layout.corner(spot);
  const share = Math.min(1, Math.abs(value / most) || 0);
  const side = Math.max(1.5, (layout.cell - 2) * Math.sqrt(share));
  const inset = (layout.cell - side) / 2;
  const colour = css(colourOf(palette, value), 0.5 + 0.5 * share);
  if (value < 0 && side > 4) {
    context.lineWidth = 1.5;
    context.strokeStyle = colour;
    context.strokeRect(x + inset + 0.75, y + inset + 0.75, side - 1.5, side - 1.5);
  } else {
    context.fillStyle = colour;
    context.fillRect(x + inset, y + inset, side, side);
  }
  if (isAt(pen.spot, spot)) outline(context, accent, x, y, layout.cell, layout.cell);
}

function outline(
  context: CanvasRenderingContext2D,
  accent: Rgb,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  context.lineWidth = 2;
  context.strokeStyle = css(accent);
  context.strokeRect(x, y, width, height);
}

// filters and maps: dark for the least, light for the greatest

/** The numbers of each filter; of three channels as red, green and blue. */
export function drawFilters(
  pen: Pen,
  layout: Filters,
  window: NumbersWindow,
  kernel: readonly [number, number],
  first: number,
  colours: boolean,
): void {
  const { context, accent, spot } = pen;
  const most = mostOf({ ...window, biases: new Float32Array(0) });
  const mostBias = mostOf({ ...window, values: new Float32Array(0) });
  const cells = kernel[0] * kernel[1];
  const width = window.columns.length;
  const { scale } = layout.tiles;
  context.imageSmoothingEnabled = false;
  window.rows.forEach((_, row) => {
    const shade = (channel: number, cell: number) =>
      127.5 * (1 + window.values[row * width + channel * cells + cell] / most);
    const pixels = new Uint8ClampedArray(4 * cells);
    for (let cell = 0; cell < cells; cell++) {
      for (let part = 0; part < 3; part++) {
        pixels[4 * cell + part] = colours ? shade(part, cell) : shade(0, first + cell);
      }
      pixels[4 * cell + 3] = 255;
    }
    const { x, y } = layout.tiles.corner(row);
    const picture = bitmap({ pixels, width: kernel[1], height: kernel[0] });
    context.drawImage(picture, x, y, kernel[1] * scale, kernel[0] * scale);
    border(pen, x, y, kernel[1] * scale, kernel[0] * scale);
    if (row < window.biases.length) {
      const lit = isAt(spot, { row, column: 'bias' });
      drawDot(pen, layout.dot(row), window.biases[row] / mostBias, 4, lit);
    }
  });
  if (spot && spot.column !== 'bias') {
    const { x, y } = layout.tiles.corner(spot.row);
    const cell = (spot.column - first) % cells;
    const [top, left] = [Math.floor(cell / kernel[1]), cell % kernel[1]];
    outline(context, accent, x + left * scale, y + top * scale, scale, scale);
  }
}

function border({ context, palette }: Pen, x: number, y: number, w: number, h: number): void {
  context.lineWidth = 1;
  context.strokeStyle = css(palette.ink, 0.25);
  context.strokeRect(x - 0.5, y - 0.5, w + 1, h + 1);
}

/** Images of channels side by side. */
export function drawPictures(pen: Pen, tiles: Tiles, pictures: ChannelPictures): void {
  const { context } = pen;
  const { height, width } = pictures;
  context.imageSmoothingEnabled = false;
  pictures.pictures.forEach(({ values }, index) => {
    const { x, y } = tiles.corner(index);
    const picture = bitmap({ pixels: grey(values), width, height });
    context.drawImage(picture, x, y, width * tiles.scale, height * tiles.scale);
    border(pen, x, y, width * tiles.scale, height * tiles.scale);
  });
}

/** An image of one channel, or of three as colours. */
export function drawImage(
  pen: Pen,
  { pictures, width, height }: ChannelPictures,
  size: number,
): void {
  const colours = pictures.length === 3;
  const pixels = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let cell = 0; cell < width * height; cell++) {
    for (let part = 0; part < 3; part++) {
      pixels[4 * cell + part] = pictures[colours ? part : 0].values[cell];
    }
  }
  const scale = size / Math.max(width, height);
  pen.context.imageSmoothingEnabled = false;
  pen.context.drawImage(bitmap({ pixels, width, height }), 0, 0, width * scale, height * scale);
}

/** The whole of a large matrix, and which part of it the window shows. */
export function drawOverview(
  pen: Pen,
  overview: Overview,
  [wide, high]: readonly [number, number],
  [rows, columns]: readonly [number, number],
  window: NumbersWindow,
): void {
  const { width, height } = overview;
  pen.context.imageSmoothingEnabled = false;
  const picture = bitmap({ pixels: grey(overview.values), width, height });
  pen.context.drawImage(picture, 0, 0, wide, high);
  outline(
    pen.context,
    pen.accent,
    (window.columns[0] / columns) * wide,
    (window.rows[0] / rows) * high,
    (window.columns.length / columns) * wide,
    (window.rows.length / rows) * high,
  );
}

function grey(values: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * values.length).fill(255);
  values.forEach((value, cell) => pixels.fill(value, 4 * cell, 4 * cell + 3));
  return pixels;
}

interface Pixels {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** Something that can be drawn at another size. */
function bitmap({ pixels, width, height }: Pixels): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}
