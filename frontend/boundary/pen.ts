import { css } from '../charts/theme';
import { deedOf } from '../keys/keys';
import type { Extent } from '../stream/frames';
import { PEN_KEYS } from './keys';
import { markColour, type Palette } from './paint';
import { clamp } from '../numbers/numbers';
import { inputsAt, placeOf, type Place, type PlanePoints } from './plane';

/** As many classes as have colours. */
const MOST_CLASSES = 5;
const SPACING = 14;
const REACH = 12;

export type Pair = readonly [number, number];

/** What somebody did to the points, in the coordinates of the data. */
export type Stroke =
  | { readonly add: readonly Pair[]; readonly label: number }
  | { readonly rub: readonly Pair[]; readonly radius: number }
  | { readonly wipe: true };

/** The picture that is drawn on. */
export interface Board {
  find<E extends HTMLElement>(selector: string): E;
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  extent(): Extent | undefined;
  /** How many classes there are. */
  classes(): number;
  palette(): Palette;
  done(stroke: Stroke): void;
  redraw(): void;
}

/** How many classes may be drawn: those that there are, and one more. */
export function inksFor(classes: number): number {
  return Math.min(MOST_CLASSES, Math.max(2, classes) + 1);
}

/** Puts points on the plane and takes them away, by pointer or by keys. */
export class Pen {
  private on = false;
  private rubbing = false;
  private label = 0;
  private inks = 0;
  private stroke: { places: Place[]; label: number; last: { x: number; y: number } } | undefined;
  private pending: { places: readonly Place[]; label: number }[] = [];
  private rubbed: Place[] = [];

  constructor(private readonly board: Board) {
    board.find('.chip.pen').addEventListener('click', () => this.choose(!this.on || this.rubbing));
    board.find('.chip.rub').addEventListener('click', () => {
      this.choose(true, !(this.on && this.rubbing));
    });
    board.find('.chip.wipe').addEventListener('click', () => board.done({ wipe: true }));
    const plot = board.find('.plot');
    plot.addEventListener('pointerdown', (event) => this.begin(event));
    plot.addEventListener('pointermove', (event) => this.move(event));
    plot.addEventListener('pointerup', () => this.end());
    plot.addEventListener('pointercancel', () => this.end());
  }

  get active(): boolean {
    return this.on;
  }

  /** The server knows of all that was drawn. */
  settle(): void {
    this.pending = [];
    this.rubbed = [];
  }

  /** The points with what was just drawn. */
  apply(points: PlanePoints): PlanePoints {
    const { extent } = points;
    const kept = points.points.filter(({ x, y }) => !this.isRubbed(placeOf(extent, x, y)));
    const strokes = this.stroke && !this.rubbing ? [...this.pending, this.stroke] : this.pending;
    const drawn = strokes.flatMap(({ places, label }) =>
      places.map((place) => ({ ...inputsAt(extent, place), value: label, test: false })),
    );
    return { ...points, points: [...kept, ...drawn] };
  }

  /** Chips and colours as they are now. */
  show(drawable: boolean): void {
    if (!drawable) this.on = false;
    const { board } = this;
    board.find('.tools').hidden = !drawable;
    board.find('.chip.pen').setAttribute('aria-pressed', String(this.on && !this.rubbing));
    board.find('.chip.rub').setAttribute('aria-pressed', String(this.on && this.rubbing));
    board.find('.plot').classList.toggle('drawn', this.on);
    board.find('.inks').hidden = !this.on;
    this.showInks(inksFor(board.classes()));
  }

  /** @returns whether the key was meant for the pen */
  key(event: KeyboardEvent, at: Place): boolean {
    const deed = this.on ? deedOf(event, PEN_KEYS) : undefined;
    if (!deed) return false;
    this.obey(deed, event.key, at);
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  private obey(deed: keyof typeof PEN_KEYS, key: string, at: Place): void {
    switch (deed) {
      case 'ink':
        this.label = Math.min(Number(key), inksFor(this.board.classes()) - 1);
        return this.choose(true);
      case 'put':
        return this.rubbing ? this.rub([at]) : this.add([at], this.label);
      case 'next':
        return this.rubbing ? this.rub([at]) : this.add([at], this.next());
      case 'rub':
        return this.rub([at]);
    }
  }

  private choose(on: boolean, rubbing = false): void {
    this.on = on;
    this.rubbing = on && rubbing;
    this.board.redraw();
  }

  private next(): number {
    return (this.label + 1) % inksFor(this.board.classes());
  }

  private showInks(count: number): void {
    const inks = this.board.find('.inks');
    if (this.inks !== count) {
      this.inks = count;
      inks.replaceChildren(...Array.from({ length: count }, (_, index) => this.ink(index)));
    }
    const palette = this.board.palette();
    [...inks.children].forEach((ink, index) => {
      const chosen = !this.rubbing && index === this.label;
      ink.setAttribute('aria-pressed', String(chosen));
      ink.setAttribute('aria-label', this.board.text('chart.class', { class: index }));
      (ink as HTMLElement).style.setProperty('--ink', css(markColour(palette, index)));
    });
  }

  private ink(label: number): HTMLButtonElement {
    const ink = document.createElement('button');
    ink.type = 'button';
    ink.className = 'ink';
    ink.addEventListener('click', () => {
      this.label = label;
      this.choose(true);
    });
    return ink;
  }

  private begin(event: PointerEvent): void {
    if (!this.on || event.button !== 0 || !this.board.extent()) return;
    event.preventDefault();
    const plot = this.board.find('.plot');
    plot.setPointerCapture(event.pointerId);
    plot.focus({ preventScroll: true });
    const label = event.shiftKey ? this.next() : this.label;
    this.stroke = { places: [], label, last: { x: -1e9, y: -1e9 } };
    this.move(event);
  }

  private move(event: PointerEvent): void {
    const { stroke } = this;
    if (!stroke) return;
    const { clientX: x, clientY: y } = event;
    if (Math.hypot(x - stroke.last.x, y - stroke.last.y) < SPACING) return;
    const box = this.board.find('.plot').getBoundingClientRect();
    stroke.last = { x, y };
    stroke.places.push({
      u: clamp((x - box.left) / box.width, 0, 1),
      v: clamp((y - box.top) / box.height, 0, 1),
    });
    this.board.redraw();
  }

  private end(): void {
    const { stroke } = this;
    this.stroke = undefined;
    if (!stroke) return;
    if (this.rubbing) this.rub(stroke.places);
    else this.add(stroke.places, stroke.label);
  }

  private add(places: readonly Place[], label: number): void {
    this.pending.push({ places, label });
    this.send(places, (add) => ({ add, label }));
  }

  private rub(places: readonly Place[]): void {
    const extent = this.board.extent();
    this.rubbed.push(...places);
    if (extent) {
      const radius = this.reach() * (extent.xMax - extent.xMin);
      this.send(places, (rub) => ({ rub, radius }));
    }
  }

  private send(places: readonly Place[], stroke: (pairs: Pair[]) => Stroke): void {
    const extent = this.board.extent();
    if (!extent) return;
    const pairs = places.map((place): Pair => {
      const { x, y } = inputsAt(extent, place);
      return [rounded(x), rounded(y)];
    });
    this.board.done(stroke(pairs));
    this.board.redraw();
  }

  /** How far the eraser reaches, as a share of the picture's width. */
  private reach(): number {
    return REACH / Math.max(1, this.board.find('.plot').clientWidth);
  }

  private isRubbed(at: Place): boolean {
    const going = this.rubbing && this.stroke ? this.stroke.places : [];
    return [...this.rubbed, ...going].some(
      ({ u, v }) => Math.hypot(u - at.u, v - at.v) <= this.reach(),
    );
  }
}

/** Nobody draws finer. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}
