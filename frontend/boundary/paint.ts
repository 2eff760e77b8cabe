import type { BoundaryFrame } from '../stream/frames';
import type { Rgb } from '../charts/theme';

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

/** How much colour a margin of 0 to 1 between the two likeliest classes gets. */
function tint(margin: number): number {
  return FAINTEST + (STRONGEST - FAINTEST) * Math.sqrt(margin);
}

function paintLikeliest(planes: Planes, palette: Palette): Picture {
  const width = planes.width * DISCRETE_SCALE;
  const height = planes.height * DISCRETE_SCALE;
  const finer = planes.planes.map((plane) => enlarge(plane, planes.width, planes.height));
  const colours = finer.map((_, c) => fade(palette.background, classColour(palette, c), STRONGEST));
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let at = 0; at < width * height; at++) {
    let likeliest = 0;
    for (let c = 1; c < finer.length; c++) if (finer[c][at] > finer[likeliest][at]) likeliest = c;
    put(pixels, at, colours[likeliest]);
  }
  return { width, height, pixels };
}

/** Bilinear, values standing for the middles of their cells. */
export function enlarge(plane: Uint8Array, width: number, height: number): Float32Array {
  const wide = width * DISCRETE_SCALE;
  const high = height * DISCRETE_SCALE;
  const columns = positions(width, wide);
  const rows = positions(height, high);
  const finer = new Float32Array(wide * high);
  for (let y = 0, at = 0; y < high; y++) {
    const upper = rows.before[y] * width;
    const lower = rows.after[y] * width;
    const down = rows.share[y];
    for (let x = 0; x < wide; x++, at++) {
      const left = columns.before[x];
      const right = columns.after[x];
      const along = columns.share[x];
      const top = plane[upper + left] + along * (plane[upper + right] - plane[upper + left]);
      const bottom = plane[lower + left] + along * (plane[lower + right] - plane[lower + left]);
      finer[at] = top + down * (bottom - top);
    }
  }
  return finer;
}

/** For each fine cell the coarse cells before and after its middle, and how far it is between. */
function positions(coarse: number, fine: number) {
  const before = new Int32Array(fine);
  const after = new Int32Array(fine);
  const share = new Float32Array(fine);
  for (let i = 0; i < fine; i++) {
    const at = ((i + 0.5) * coarse) / fine - 0.5;
    before[i] = Math.max(0, Math.floor(at));
    after[i] = Math.min(coarse - 1, Math.floor(at) + 1);
    share[i] = at - Math.floor(at);
  }
  return { before, after, share };
}

function paintValues(frame: BoundaryFrame, palette: Palette, discretised: boolean): Picture {
  const { width, height, values } = frame;
  const table = Array.from({ length: 256 }, (_, byte) => {
    const value = frame.valueMin + (byte / 255) * (frame.valueMax - frame.valueMin);
    return valueColour(value, frame.valueMin, frame.valueMax, palette, discretised);
  });
  const pixels = new Uint8ClampedArray(4 * width * height);
  values.forEach((byte, at) => put(pixels, at, table[byte]));
  return { width, height, pixels };
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

function put(pixels: Uint8ClampedArray, at: number, colour: Rgb): void {
  pixels[4 * at] = colour[0];
  pixels[4 * at + 1] = colour[1];
  pixels[4 * at + 2] = colour[2];
  pixels[4 * at + 3] = 255;
}
