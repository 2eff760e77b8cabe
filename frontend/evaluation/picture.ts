/** Height and width of an image, and 1 or 3 channels. */
export interface PictureSize {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/** Bytes in Base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** [channels][height][width] bytes as the pixels of a canvas. */
export function toPixels(
  bytes: Uint8Array,
  { channels, height, width }: PictureSize,
): Uint8ClampedArray<ArrayBuffer> {
  const area = height * width;
  const pixels = new Uint8ClampedArray(4 * area);
  for (let at = 0; at < area; at++) {
    for (let colour = 0; colour < 3; colour++) {
      pixels[4 * at + colour] = bytes[(channels === 3 ? colour : 0) * area + at];
    }
    pixels[4 * at + 3] = 255;
  }
  return pixels;
}

/** The pixels of a canvas as [channels][height][width] bytes; grey as torchvision makes it. */
export function toChannels(pixels: Uint8ClampedArray, channels: number): Uint8Array {
  const area = pixels.length / 4;
  const bytes = new Uint8Array(channels * area);
  for (let at = 0; at < area; at++) {
    const [red, green, blue] = pixels.subarray(4 * at, 4 * at + 3);
    if (channels === 3) {
      bytes[at] = red;
      bytes[area + at] = green;
      bytes[2 * area + at] = blue;
    } else {
      bytes[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    }
  }
  return bytes;
}

/** Shows an example's picture on a canvas of as many pixels. */
export function showPicture(canvas: HTMLCanvasElement, picture: string, size: PictureSize): void {
  if (canvas.width !== size.width) canvas.width = size.width;
  if (canvas.height !== size.height) canvas.height = size.height;
  const pixels = toPixels(fromBase64(picture), size);
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, size.width, size.height), 0, 0);
}

/** Where a drawing goes in a frame: scaled by `scale`, then moved. */
export interface Placing {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

/** What of a side the longer side of a digit takes in MNIST: 20 of 28 pixels. */
const FILLED = 20 / 28;

/**
 * How MNIST's digits were placed: scaled so that the longer side fills most of the frame, and moved
 * so that the centre of mass is in the middle.
 *
 * @param ink [height][width], 0 where there is none
 * @param frame height and width of the frame
 * @returns undefined where nothing is drawn
 */
export function centred(
  ink: ArrayLike<number>,
  width: number,
  frame: { readonly height: number; readonly width: number },
): Placing | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let [mass, across, down] = [0, 0, 0];
  for (let at = 0; at < ink.length; at++) {
    if (ink[at] === 0) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
    mass += ink[at];
    across += ink[at] * (x + 0.5);
    down += ink[at] * (y + 0.5);
  }
  if (mass === 0) return undefined;
  const side = FILLED * Math.min(frame.height, frame.width);
  const scale = side / Math.max(right - left, bottom - top);
  return {
    scale,
    dx: frame.width / 2 - (scale * across) / mass,
    dy: frame.height / 2 - (scale * down) / mass,
  };
}
