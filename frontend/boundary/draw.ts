import { css, isDark } from '../charts/theme';
import { markColour, valueColour, type Palette, type Picture } from './paint';
import { placeOf, type Dot, type Place, type PlanePoints } from './plane';

/** A canvas as sharp as the screen. */
export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Makes the canvas as large as it is shown, and clears it. */
export function clearSheet(canvas: HTMLCanvasElement): Sheet | undefined {
  const context = canvas.getContext('2d');
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!context || width === 0 || height === 0) return undefined;
  const ratio = Math.min(3, devicePixelRatio || 1);
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

let scratch: HTMLCanvasElement | undefined;

/** Spreads the picture over the sheet, smoothly. */
export function drawPicture({ context, width, height }: Sheet, picture: Picture): void {
  scratch ??= document.createElement('canvas');
  if (scratch.width !== picture.width) scratch.width = picture.width;
  if (scratch.height !== picture.height) scratch.height = picture.height;
  const image = new ImageData(picture.pixels, picture.width, picture.height);
  scratch.getContext('2d')?.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(scratch, 0, 0, width, height);
}

export interface PointStyle {
  readonly palette: Palette;
  readonly radius: number;
  readonly range: readonly [number, number];
  /** Without outlines, for pictures too small for them. */
  readonly plain?: boolean;
}

/** Training points as filled discs, test points as rings. */
export function drawPoints(sheet: Sheet, points: PlanePoints, style: PointStyle): void {
  const draw = points.regression ? target : label;
  for (const point of points.points) {
    const { u, v } = placeOf(points.extent, point.x, point.y);
    sheet.context.beginPath();
    sheet.context.arc(u * sheet.width, v * sheet.height, style.radius, 0, 2 * Math.PI);
    draw(sheet.context, point, style);
  }
}

/** A ring and a cross about a place that is chosen. */
export function drawPin(sheet: Sheet, { u, v }: Place, radius: number, palette: Palette): void {
  const { context } = sheet;
  const [x, y] = [u * sheet.width, v * sheet.height];
  const reach = radius + 7;
  context.beginPath();
  context.arc(x, y, radius + 3, 0, 2 * Math.PI);
  for (const [across, down] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ]) {
    context.moveTo(x + across * (radius + 3), y + down * (radius + 3));
    context.lineTo(x + across * reach, y + down * reach);
  }
  for (const [width, colour] of [
    [4, palette.background],
    [2, palette.ink],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = css(colour);
    context.stroke();
  }
}

/** A class: a disc, or a hollow ring, that stands out from its own class's ground. */
function label(context: CanvasRenderingContext2D, point: Dot, style: PointStyle): void {
  const { palette, radius, plain } = style;
  const colour = css(markColour(palette, point.value));
  context.fillStyle = point.test ? css(palette.background) : colour;
  context.fill();
  if (plain) return;
  context.lineWidth = point.test ? 0.75 * radius : Math.max(0.6, radius / 3.5);
  context.strokeStyle = point.test ? colour : outline(palette);
  context.stroke();
}

/** A target: its colour on the scale, edged in ink, a test point twice as broad. */
function target(context: CanvasRenderingContext2D, point: Dot, style: PointStyle): void {
  const { palette, radius, plain, range } = style;
  context.fillStyle = css(valueColour(point.value, range[0], range[1], palette));
  context.fill();
  if (plain) return;
  context.lineWidth = point.test ? 0.4 * radius : 0.2 * radius;
  context.strokeStyle = css(palette.ink, point.test ? 0.7 : 0.4);
  context.stroke();
}

function outline(palette: Palette): string {
  return isDark(palette.background) ? 'rgb(10 14 20 / .85)' : 'rgb(255 255 255 / .9)';
}

/** Points as large as the picture and their number allow. */
export function radiusFor(width: number, count: number): number {
  const roomy = 0.0085 * width;
  return Math.max(1.4, Math.min(4, roomy * Math.min(1.25, Math.sqrt(900 / Math.max(count, 1)))));
}
