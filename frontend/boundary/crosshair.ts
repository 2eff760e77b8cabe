import { deedOf } from '../keys/keys';
import { clamp } from '../numbers/numbers';
import type { BoundaryFrame, Extent } from '../stream/frames';
import { PLANE_KEYS } from './keys';
import type { Palette } from './paint';
import type { Pen } from './pen';
import type { Place } from './plane';
import { ReadOut } from './read-out';

const SPEAK_MILLISECONDS = 500;
const STRIDE = 0.02;
const DIRECTIONS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;
const MIDDLE: Place = { u: 0.5, v: 0.5 };

/** The picture that it lies over. */
export interface Board {
  find<E extends HTMLElement>(selector: string): E;
  nameOfValue(): string;
  /** Of the plane that is shown, if one is. */
  extent(): Extent | undefined;
  frame(): BoundaryFrame | undefined;
  palette(): Palette;
  readonly pen: Pen;
  /** The place that somebody chose. */
  choose(place: Place): void;
  schedule(): void;
}

/** Reads what the model answers at a place: by pointer, touch and arrow keys. */
export class Crosshair {
  private place: Place | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly readOut: ReadOut;

  constructor(private readonly board: Board) {
    const { find, nameOfValue } = board;
    this.readOut = new ReadOut(find('.cross'), find('.read'), nameOfValue);
    this.wire(find('.plot'));
  }

  draw(): void {
    const extent = this.board.extent();
    if (!this.place || !extent) this.readOut.hide();
    else this.readOut.show(this.place, extent, this.board.frame(), this.board.palette());
  }

  leave(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private wire(plot: HTMLElement): void {
    const follow = (event: PointerEvent) => this.follow(event, plot);
    plot.addEventListener('pointermove', follow);
    plot.addEventListener('pointerdown', follow);
    plot.addEventListener('click', () => this.choose());
    plot.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') this.set(undefined);
    });
    plot.addEventListener('keydown', (event) => this.onKey(event));
    plot.addEventListener('blur', () => this.set(undefined));
  }

  private follow(event: PointerEvent, plot: HTMLElement): void {
    const box = plot.getBoundingClientRect();
    this.set({
      u: clamp((event.clientX - box.left) / box.width, 0, 1),
      v: clamp((event.clientY - box.top) / box.height, 0, 1),
    });
  }

  private onKey(event: KeyboardEvent): void {
    if (this.board.pen.key(event, this.place ?? MIDDLE)) return;
    const deed = deedOf(event, PLANE_KEYS);
    switch (deed) {
      case undefined:
        return;
      case 'off':
        return this.set(undefined);
      case 'pin':
        return this.choose();
      default:
        if (!this.board.extent()) return;
        event.preventDefault();
        this.move(DIRECTIONS[deed], event.shiftKey ? 5 * STRIDE : STRIDE);
    }
  }

  private move([right, down]: readonly [number, number], stride: number): void {
    const from = this.place ?? MIDDLE;
    this.set({
      u: clamp(from.u + right * stride, 0, 1),
      v: clamp(from.v + down * stride, 0, 1),
    });
    this.speakSoon();
  }

  private set(place: Place | undefined): void {
    this.place = place;
    this.board.schedule();
  }

  private choose(): void {
    if (this.place) this.board.choose(this.place);
  }

  private speakSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.board.find('.spoken').textContent = this.readOut.words;
    }, SPEAK_MILLISECONDS);
  }
}
