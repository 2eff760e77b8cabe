import type { Drawing } from '../charts/export';
import { significant } from '../charts/format';
import { css, type Rgb } from '../charts/theme';
import type { BoundaryFrame, Extent } from '../stream/frames';
import { marks } from './axis';
import { markColour, paint, valueColour, type Palette } from './paint';
import { clamp } from '../numbers/numbers';
import { classCount, placeOf, taskOf, valueRange, type PlanePoints } from './plane';

/** What is drawn, and in what colours and words. */
export interface Subject {
  readonly title: string;
  readonly frame: BoundaryFrame | undefined;
  readonly points: PlanePoints | undefined;
  readonly extent: Extent;
  readonly palette: Palette;
  readonly dim: Rgb;
  readonly discretised: boolean;
  readonly train: string;
  readonly test: string;
}

const SIDE = 560;
const LEFT = 72;
const TOP = 88;
const RIGHT = 32;
const BOTTOM = 60;
const RADIUS = 3.4;

/** The boundary as a drawing of its own, with title, legend, axes and points. */
export function drawBoundary(subject: Subject): Drawing {
  const { xMin, xMax, yMin, yMax } = subject.extent;
  const ratio = clamp((xMax - xMin) / (yMax - yMin), 0.5, 2);
  const plot = {
    width: Math.round(SIDE * Math.min(1, ratio)),
    height: Math.round(SIDE / Math.max(1, ratio)),
  };
  const width = Math.max(440, LEFT + plot.width + RIGHT);
  const height = TOP + plot.height + BOTTOM;
  const { ink, background } = subject.palette;
  return svgDrawing(width, height, ink, background, [
    svgText(width / 2, 32, subject.title, 'middle', 'font-size="20" font-weight="600"'),
    legend(subject, width),
    `<svg x="${LEFT}" y="${TOP}" width="${plot.width}" height="${plot.height}">`,
    surface(subject),
    dots(subject, plot),
    `<rect width="100%" height="100%" fill="none" stroke="${css(subject.dim, 0.6)}"/>`,
    '</svg>',
    axes(subject, plot, height),
  ]);
}

function surface({ frame, palette, discretised }: Subject): string {
  if (!frame) return '';
  const { width, height, pixels } = paint(frame, palette, discretised);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0);
  return `<image width="100%" height="100%" preserveAspectRatio="none" href="${canvas.toDataURL()}"/>`;
}

function dots(subject: Subject, plot: { width: number; height: number }): string {
  const { points, palette, frame } = subject;
  const [least, most] = valueRange(points, frame);
  const colour = (value: number) =>
    css(points?.regression ? valueColour(value, least, most, palette) : markColour(palette, value));
  return (points?.points ?? [])
    .map(({ x, y, value, test }) => {
      const { u, v } = placeOf(points!.extent, x, y);
      return dot(u * plot.width, v * plot.height, colour(value), test, palette);
    })
    .join('');
}

/** A disc, or a ring for a test point. */
function dot(x: number, y: number, colour: string, test: boolean, palette: Palette): string {
  const ground = css(palette.background);
  const look = test
    ? `fill="${ground}" stroke="${colour}" stroke-width="2"`
    : `fill="${colour}" stroke="${ground}" stroke-width="0.8"`;
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${RADIUS}" ${look}/>`;
}

function axes({ extent, dim }: Subject, plot: { width: number; height: number }, height: number) {
  const { xMin, xMax, yMin, yMax } = extent;
  const quiet = `fill="${css(dim)}"`;
  const label = (value: number) => significant(value, 2).replace(/\.0$/, '');
  const x = (value: number) => LEFT + ((value - xMin) / (xMax - xMin)) * plot.width;
  const y = (value: number) => TOP + ((yMax - value) / (yMax - yMin)) * plot.height;
  return [
    ...marks(xMin, xMax).map((at) =>
      svgText(x(at), TOP + plot.height + 20, label(at), 'middle', quiet),
    ),
    ...marks(yMin, yMax).map((at) => svgText(LEFT - 10, y(at) + 5, label(at), 'end', quiet)),
    svgText(LEFT + plot.width / 2, height - 14, 'x₁', 'middle', 'font-size="16"'),
    svgText(24, TOP + plot.height / 2, 'x₂', 'middle', 'font-size="16"'),
  ].join('');
}

/** Each class's dot and number, or the ends of the scale; then what discs and rings are. */
function legend(subject: Subject, width: number): string {
  const { points, frame, palette, train, test } = subject;
  const ink = css(palette.ink);
  const kinds = points?.points.some((point) => point.test)
    ? [
        dot(0, 0, ink, false, palette) + svgText(9, 5, train),
        dot(0, 0, ink, true, palette) + svgText(9, 5, test),
      ]
    : [];
  const items = [
    ...(taskOf(points, frame) === 'regression'
      ? valueRange(points, frame).map((value) => scaleEnd(value, subject))
      : Array.from(
          { length: classCount(points, frame) },
          (_, index) =>
            dot(0, 0, css(markColour(palette, index)), false, palette) +
            svgText(9, 5, String(index)),
        )),
    ...kinds,
  ];
  const step = Math.min(96, (width - LEFT - RIGHT) / Math.max(1, items.length));
  const from = width / 2 - (step * (items.length - 1)) / 2 - 18;
  return items
    .map(
      (item, index) =>
        `<g transform="translate(${(from + index * step).toFixed(1)} 60)">${item}</g>`,
    )
    .join('');
}

function scaleEnd(value: number, { points, frame, palette }: Subject): string {
  const [least, most] = valueRange(points, frame);
  const colour = css(valueColour(value, least, most, palette));
  return dot(0, 0, colour, false, palette) + svgText(9, 5, significant(value, 2));
}

/** A picture in a file of its own, of parts of SVG. */
export function svgDrawing(
  width: number,
  height: number,
  ink: Rgb,
  ground: Rgb,
  parts: readonly string[],
  fontSize = 14,
): Drawing {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Noto Sans CJK SC', sans-serif" font-size="${fontSize}" fill="${css(ink)}">`;
  const paper = `<rect width="100%" height="100%" fill="${css(ground)}"/>`;
  return { svg: [head, paper, ...parts, '</svg>'].join(''), width, height };
}

/** A text of a picture; what people typed stays text in the file as well. */
export function svgText(
  x: number,
  y: number,
  content: string,
  anchor = 'start',
  more = '',
): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" ${more}>${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
