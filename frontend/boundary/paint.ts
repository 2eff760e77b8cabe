import type { BoundaryFrame } from '../stream/frames';
import type { Rgb } from '../charts/theme';
import { clamp } from '../numbers/numbers';

/** The colours of a picture: each fades into the background where the model is unsure. */
export interface Palette {
  readonly background: Rgb;
  readonly ink: Rgb;
  readonly classes: readonly Rgb[];
  /** Of the points: lighter than the ground where that is dark. */
  readonly marks: readonly Rgb[];
  /** Of values below and above zero. */
  readonly low: Rgb;
  readonly high: Rgb;
}

/** Red, green, blue and alpha of `width * height` pixels, the top row first. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

const FAINTEST = 0.1;
const STRONGEST = 0.6;
const SOFTNESS = 0.02;
const STRONGEST_VALUE = 0.9;
const DISCRETE_SCALE = 3;

/** The picture of a frame: blended by confidence, or each place in its likeliest class's colour. */
export function paint(frame: BoundaryFrame, palette: Palette, discretised: boolean): Picture {
  if (frame.task === 'regression') return paintValues(frame, palette, discretised);
  const planes = classPlanes(frame);
  return discretised ? paintLikeliest(planes, palette) : paintBlended(planes, palette);
}

/** Class scores, one plane a class. */
export interface Planes {
  readonly width: number;
  readonly height: number;
  readonly planes: readonly Uint8Array[];
}

/** A single channel is the probability of class 1 of two. */
export function classPlanes({ channels, width, height, values }: BoundaryFrame): Planes {
  const size = width * height;
  if (channels === 1) return { width, height, planes: [values.map((p) => 255 - p), values] };
  const planes = Array.from({ length: channels }, (_, channel) =>
    values.subarray(channel * size, (channel + 1) * size),
  );
  return { width, height, planes };
}

function paintBlended({ width, height, planes }: Planes, palette: Palette): Picture {
  const pixels = new Uint8ClampedArray(4 * width * height);
  const [r0, g0, b0] = palette.background;
  const classes = planes.length;
  for (let at = 0; at < width * height; at++) {
    let sum = 0;
    let first = 0;
    let second = 0;
    let [red, green, blue] = [0, 0, 0];
    for (let c = 0; c < classes; c++) {
      const score = planes[c][at];
      const colour = classColour(palette, c);
      sum += score;
      red += score * colour[0];
      green += score * colour[1];
      blue += score * colour[2];
      if (score > first) [first, second] = [score, first];
      else if (score > second) second = score;
    }
    const strength = tint(sum > 0 ? (first - second) / sum : 0);
    const mixed = strength / Math.max(sum, 1);
    pixels[4 * at] = r0 * (1 - strength) + red * mixed;
    pixels[4 * at + 1] = g0 * (1 - strength) + green * mixed;
    pixels[4 * at + 2] = b0 * (1 - strength) + blue * mixed;
    pixels[4 * at + 3] = 255;
  }
  return { width, height, pixels };
}

/**
 * How much colour a margin of 0 to 1 between the two likeliest classes gets: about its square root,
 * but not so steep near 0 that the steps of single bytes show before training.
 */
function tint(margin: number): number {
  const [from, to] = [Math.sqrt(SOFTNESS), Math.sqrt(1 + SOFTNESS)];
  const share = (Math.sqrt(margin + SOFTNESS) - from) / (to - from);
  return FAINTEST + (STRONGEST - FAINTEST) * share;
}

/**
 * Three times as fine, bilinear between the middles of cells. Where a cell and its neighbours agree
 * on a class so does everything between them; only the rest needs a closer look.
 */
function paintLikeliest(planes: Planes, palette: Palette): Picture {
  const width = planes.width * DISCRETE_SCALE;
  const height = planes.height * DISCRETE_SCALE;
  const pixels = new Uint8ClampedArray(4 * width * height);
  const words = new Uint32Array(pixels.buffer);
  const colours = planes.planes.map((_, c) =>
    word(fade(palette.background, classColour(palette, c), STRONGEST)),
  );
  const labels = likeliestCells(planes);
  const closer = closerLook(planes);
  for (let cell = 0; cell < labels.length; cell++) {
    const left = DISCRETE_SCALE * (cell % planes.width);
    const top = DISCRETE_SCALE * Math.floor(cell / planes.width);
    const agreed = neighboursAgree(labels, planes.width, cell);
    for (let y = top; y < top + DISCRETE_SCALE; y++) {
      for (let x = left; x < left + DISCRETE_SCALE; x++) {
        words[y * width + x] = colours[agreed ? labels[cell] : closer(x, y)];
      }
    }
  }
  return { width, height, pixels };
}

function likeliestCells({ width, height, planes }: Planes): Uint8Array {
  const labels = new Uint8Array(width * height);
  for (let at = 0; at < labels.length; at++) {
    let likeliest = 0;
    for (let c = 1; c < planes.length; c++)
      if (planes[c][at] > planes[likeliest][at]) likeliest = c;
    labels[at] = likeliest;
  }
  return labels;
}

/** False as well for some cells at the left and right edges: a closer look does no harm. */
function neighboursAgree(labels: Uint8Array, width: number, cell: number): boolean {
  const label = labels[cell];
  for (let row = -width; row <= width; row += width) {
    for (let at = cell + row - 1; at <= cell + row + 1; at++) {
      if (labels[Math.min(labels.length - 1, Math.max(0, at))] !== label) return false;
    }
  }
  return true;
}

/** The likeliest class at a fine cell. */
function closerLook({ width, height, planes }: Planes): (x: number, y: number) => number {
  const columns = between(width);
  const rows = between(height);
  return (x, y) => {
    const upper = rows.before[y] * width;
    const lower = rows.after[y] * width;
    const [left, right, along] = [columns.before[x], columns.after[x], columns.share[x]];
    let [likeliest, highest] = [0, -1];
    for (let c = 0; c < planes.length; c++) {
      const plane = planes[c];
      const above = plane[upper + left] + along * (plane[upper + right] - plane[upper + left]);
      const below = plane[lower + left] + along * (plane[lower + right] - plane[lower + left]);
      const score = above + rows.share[y] * (below - above);
      if (score > highest) [likeliest, highest] = [c, score];
    }
    return likeliest;
  };
}

/** For each fine cell the cells before and after its middle, and how far it is between theirs. */
function between(cells: number) {
  const fine = cells * DISCRETE_SCALE;
  const before = new Int32Array(fine);
  const after = new Int32Array(fine);
  const share = new Float32Array(fine);
  for (let i = 0; i < fine; i++) {
    const at = (i + 0.5) / DISCRETE_SCALE - 0.5;
    before[i] = Math.max(0, Math.floor(at));
    after[i] = Math.min(cells - 1, Math.floor(at) + 1);
    share[i] = at - Math.floor(at);
  }
  return { before, after, share };
}

function paintValues(frame: BoundaryFrame, palette: Palette, discretised: boolean): Picture {
  const { width, height, values } = frame;
  const table = coloursOf(frame, palette, discretised);
  const pixels = new Uint8ClampedArray(4 * width * height);
  const words = new Uint32Array(pixels.buffer);
  for (let at = 0; at < words.length; at++) words[at] = table[values[at]];
  return { width, height, pixels };
}

/** The colour of each byte of a frame, looked up: many small pictures come at once. */
function coloursOf(
  { valueMin, valueMax }: BoundaryFrame,
  palette: Palette,
  discretised: boolean,
): Uint32Array {
  const scale = scaleOf(palette, discretised);
  const far = Math.max(Math.abs(valueMin), Math.abs(valueMax)) || 1;
  const table = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const value = valueMin + (byte / 255) * (valueMax - valueMin);
    const share = discretised ? Math.sign(value) : clamp(value / far, -1, 1);
    table[byte] = scale[SHADES + Math.round(SHADES * share)];
  }
  return table;
}

/** Colours on each side of zero: more than can be told apart. */
const SHADES = 512;

const scales = new WeakMap<Palette, Map<boolean, Uint32Array>>();

/** All colours of values from -1 to 1, mixed once for each palette. */
function scaleOf(palette: Palette, signOnly: boolean): Uint32Array {
  const known = scales.get(palette) ?? new Map<boolean, Uint32Array>();
  scales.set(palette, known);
  const scale =
    known.get(signOnly) ??
    Uint32Array.from({ length: 2 * SHADES + 1 }, (_, at) =>
      word(valueColour((at - SHADES) / SHADES, -1, 1, palette, signOnly)),
    );
  known.set(signOnly, scale);
  return scale;
}

/** A value's colour on the scale from `min` to `max`: the paler the nearer to zero. */
export function valueColour(
  value: number,
  min: number,
  max: number,
  palette: Palette,
  signOnly = false,
): Rgb {
  const far = Math.max(Math.abs(min), Math.abs(max));
  const share = far > 0 ? Math.max(-1, Math.min(1, value / far)) : 0;
  const strength = signOnly ? STRONGEST * Math.sign(share) : STRONGEST_VALUE * share;
  return fade(palette.background, strength < 0 ? palette.low : palette.high, Math.abs(strength));
}

export function classColour(palette: Palette, index: number): Rgb {
  return palette.classes[index % palette.classes.length];
}

export function markColour(palette: Palette, index: number): Rgb {
  return palette.marks[index % palette.marks.length];
}

export function fade(from: Rgb, to: Rgb, strength: number): Rgb {
  return [0, 1, 2].map((i) => Math.round(from[i] + strength * (to[i] - from[i]))) as unknown as Rgb;
}

/** A pixel as one number, red first in memory (all browsers' machines are little-endian). */
function word([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
