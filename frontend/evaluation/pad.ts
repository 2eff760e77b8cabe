import type { Text } from '../charts/words';
import { deedOf } from '../keys/keys';
import { clamp } from '../numbers/numbers';
import { PAD_KEYS } from './keys';
import { centred, toBase64, toChannels, type PictureSize } from './picture';

/** The sheet that is drawn on, in pixels of its own. */
const SHEET = 280;
const MOST_FILE_BYTES = 10 * 1024 * 1024;
/** What a message of the stream takes. */
const MOST_NUMBERS = 3 * 256 * 256;

export const PAD_MARKUP = `
<div class="pad">
  <div class="sheets">
    <canvas class="sheet" width="${SHEET}" height="${SHEET}" tabindex="0" role="application"></canvas>
    <figure class="seen"><canvas role="img"></canvas><figcaption data-text="chart.own.seen"></figcaption></figure>
  </div>
  <div class="tools">
    <label><span data-text="chart.own.pen"></span> <input class="size" type="range" min="8" max="48" value="22"></label>
    <button type="button" class="chip clear" data-text="chart.own.clear"></button>
    <button type="button" class="chip centre" aria-pressed="true" data-text="chart.own.centre" data-title="chart.own.centre.help"></button>
    <button type="button" class="chip invert" aria-pressed="false" data-text="chart.own.invert" data-title="chart.own.invert.help"></button>
    <button type="button" class="chip pick" data-text="chart.own.pick"></button>
    <input class="file" type="file" accept="image/*" hidden>
  </div>
  <p class="trouble" role="alert"></p>
</div>
`;

export const PAD_STYLE = `
.pad { display: grid; gap: 0.375rem; }
.sheets { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0.75rem; }
.sheet { width: 11rem; height: 11rem; border-radius: 0.5rem; background: #000; cursor: crosshair; touch-action: none; }
.seen { margin: 0; display: grid; gap: 0.25rem; font-size: 0.6875rem; color: var(--_dim); }
.seen canvas { width: 5.5rem; height: auto; image-rendering: pixelated; border-radius: 0.25rem; background: #000; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; }
.tools label { display: inline-flex; align-items: center; gap: 0.375rem; color: var(--_dim); }
.tools input[type="range"] { width: 6rem; accent-color: var(--_accent); }
`;

/** A sheet to draw on in white on black, or a file; both become what the model is shown. */
export class Pad {
  private size: PictureSize = { channels: 1, height: 28, width: 28 };
  private drawn = true;
  private empty = true;
  private inverted = false;
  private centring = true;
  private last: { x: number; y: number } | undefined;
  private cursor = { x: SHEET / 2, y: SHEET / 2 };
  private penDown = false;

  /**
   * @param shown hears of each picture in Base64, and of nothing where the sheet is empty
   */
  constructor(
    private readonly root: ParentNode,
    private readonly text: Text,
    private readonly shown: (picture: string | undefined) => void,
  ) {
    this.wire();
    this.wipe();
  }

  show(size: PictureSize): void {
    if (JSON.stringify(size) === JSON.stringify(this.size)) return;
    this.size = size;
    this.clear();
  }

  textsChanged(): void {
    this.find('.sheet').setAttribute('aria-label', this.text('chart.own.sheet'));
    this.find('.seen canvas').setAttribute('aria-label', this.text('chart.own.seen'));
  }

  private wire(): void {
    const sheet = this.find('.sheet');
    sheet.addEventListener('pointerdown', (event) => {
      sheet.setPointerCapture(event.pointerId);
      this.begin(this.at(event));
    });
    sheet.addEventListener('pointermove', (event) => {
      if (this.last) this.draw(this.at(event));
    });
    for (const name of ['pointerup', 'pointercancel'] as const) {
      sheet.addEventListener(name, () => {
        this.last = undefined;
      });
    }
    sheet.addEventListener('keydown', (event) => this.onKey(event));
    this.find('.clear').addEventListener('click', () => this.clear());
    this.find('.centre').addEventListener('click', () => {
      this.centring = !this.centring;
      this.tell();
    });
    this.find('.invert').addEventListener('click', () => {
      this.inverted = !this.inverted;
      this.tell();
    });
    const file = this.find<HTMLInputElement>('.file');
    this.find('.pick').addEventListener('click', () => file.click());
    file.addEventListener('change', () => {
      const chosen = file.files?.[0];
      file.value = '';
      if (chosen) void this.open(chosen);
    });
  }

  // Drawing, by pointer and by keys.

  private begin(at: { x: number; y: number }): void {
    if (!this.drawn) this.clear();
    this.last = at;
    this.draw(at);
  }

  private draw(to: { x: number; y: number }): void {
    const context = this.context();
    const from = this.last ?? to;
    context.strokeStyle = '#fff';
    context.lineCap = context.lineJoin = 'round';
    context.lineWidth = Number(this.find<HTMLInputElement>('.size').value);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x + 0.01, to.y);
    context.stroke();
    this.last = this.last ? to : undefined;
    this.empty = false;
    this.tell();
  }

  /** Arrows move a cursor, the space bar puts the pen down and lifts it. */
  private onKey(event: KeyboardEvent): void {
    const deed = deedOf(event, PAD_KEYS);
    switch (deed) {
      case undefined:
        return;
      case 'pen':
        this.togglePen();
        break;
      case 'clear':
        this.clear();
        break;
      default:
        this.move(DIRECTIONS[deed]);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private move([right, down]: readonly [number, number]): void {
    const stride = SHEET / 28;
    const from = this.cursor;
    this.cursor = {
      x: clamp(from.x + right * stride, 0, SHEET),
      y: clamp(from.y + down * stride, 0, SHEET),
    };
    if (this.penDown) {
      this.last = from;
      this.draw(this.cursor);
      this.last = undefined;
    }
  }

  private togglePen(): void {
    this.penDown = !this.penDown;
    if (this.penDown) {
      this.begin(this.cursor);
      this.last = undefined;
    }
  }

  private at(event: PointerEvent): { x: number; y: number } {
    const box = this.find('.sheet').getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) * SHEET) / box.width,
      y: ((event.clientY - box.top) * SHEET) / box.height,
    };
  }

  private clear(): void {
    this.drawn = this.empty = true;
    this.penDown = this.inverted = false;
    this.wipe();
    this.tell();
  }

  private wipe(): void {
    const context = this.context();
    context.fillStyle = '#000';
    context.fillRect(0, 0, SHEET, SHEET);
  }

  // Files.

  private async open(file: File): Promise<void> {
    if (file.size > MOST_FILE_BYTES) return this.complain('chart.own.large');
    let image: ImageBitmap;
    try {
      image = await createImageBitmap(file);
    } catch {
      return this.complain('chart.own.unreadable');
    }
    this.clear();
    this.context().drawImage(image, 0, 0, SHEET, SHEET);
    image.close();
    this.drawn = this.empty = false;
    this.tell();
  }

  private complain(key: string): void {
    this.find('.trouble').textContent = this.text(key);
  }

  // What the model is shown.

  private tell(): void {
    this.find('.centre').setAttribute('aria-pressed', String(this.centring));
    this.find('.centre').hidden = !this.drawn;
    this.find('.invert').setAttribute('aria-pressed', String(this.inverted));
    const { channels, height, width } = this.size;
    if (channels * height * width > MOST_NUMBERS) {
      this.complain('chart.own.tooLarge');
      this.shown(undefined);
      return;
    }
    this.find('.trouble').textContent = '';
    const seen = this.find<HTMLCanvasElement>('.seen canvas');
    seen.width = width;
    seen.height = height;
    const context = seen.getContext('2d', { willReadFrequently: true })!;
    context.fillStyle = '#000';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    this.place(context);
    const pixels = context.getImageData(0, 0, width, height);
    if (this.inverted) {
      pixels.data.forEach((value, at) => {
        if (at % 4 !== 3) pixels.data[at] = 255 - value;
      });
      context.putImageData(pixels, 0, 0);
    }
    this.shown(this.empty ? undefined : toBase64(toChannels(pixels.data, channels)));
  }

  private place(context: CanvasRenderingContext2D): void {
    const { height, width } = this.size;
    const sheet = this.find<HTMLCanvasElement>('.sheet');
    const placing = this.drawn && this.centring ? centred(this.ink(), SHEET, this.size) : undefined;
    if (placing) {
      const { scale, dx, dy } = placing;
      context.drawImage(sheet, dx, dy, scale * SHEET, scale * SHEET);
    } else {
      context.drawImage(sheet, 0, 0, width, height);
    }
  }

  private ink(): Float32Array {
    const { data } = this.context().getImageData(0, 0, SHEET, SHEET);
    return Float32Array.from({ length: SHEET * SHEET }, (_, at) => data[4 * at]);
  }

  private context(): CanvasRenderingContext2D {
    return this.find<HTMLCanvasElement>('.sheet').getContext('2d', { willReadFrequently: true })!;
  }

  private find<E extends HTMLElement>(selector: string): E {
    return this.root.querySelector<E>(`.pad ${selector}`)!;
  }
}

const DIRECTIONS = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
} as const;
