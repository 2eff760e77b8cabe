import { deedOf } from '../keys/keys';
import { clamp } from '../numbers/numbers';
import type { MetricHistory } from '../stream/history';
import type { EChart } from './e-chart';
import { CHART_KEYS } from './keys';
import { margin } from './loss-options';
import type { Look as Elsewhere } from './menu';
import { isDrag, type Band } from './overlay';
import { typeScale } from './theme';
import { selected, shifted, zoomed, type Window } from './zoom';

/** The curve that is pointed at. */
export interface Board {
  readonly plot: HTMLElement;
  readonly chart: EChart;
  history(): MetricHistory | undefined;
  /** The page scrolls over a chart that nobody has turned to. */
  isFocused(): boolean;
  /** Tells the point aloud. */
  speak(index: number): void;
  schedule(): void;
  redraw(): void;
}

/** Which point of a curve is read and which part of it is seen: by pointer, touch and keys. */
export class CurvePointing {
  /** The steps that are seen; undefined: all. */
  window: Window | undefined;
  /** The point that is read. */
  hover: number | undefined;
  dragged: Band | undefined;

  constructor(private readonly board: Board) {
    this.wire(board.plot);
  }

  /** Another run, or the same from its start. */
  forget(): void {
    this.window = this.hover = undefined;
  }

  zoom(window: Window | undefined): void {
    this.window = window;
    this.board.redraw();
  }

  lookElsewhere(what: Elsewhere): void {
    switch (what) {
      case 'zoomIn':
        return this.zoomBy(0.5, this.newest);
      case 'zoomOut':
        return this.zoomBy(2, this.newest);
      case 'earlier':
        return this.zoom(shifted(this.window, this.lastStep, -0.5));
      case 'later':
        return this.zoom(shifted(this.window, this.lastStep, 0.5));
    }
  }

  private wire(plot: HTMLElement): void {
    plot.addEventListener('pointermove', (event) => this.onMove(event));
    plot.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') this.setHover(undefined);
    });
    plot.addEventListener('pointerdown', (event) => this.onDown(event));
    plot.addEventListener('pointerup', () => this.onUp());
    plot.addEventListener('pointercancel', () => this.setBand(undefined));
    plot.addEventListener('dblclick', () => this.zoom(undefined));
    plot.addEventListener('wheel', (event) => this.onWheel(event), { passive: false });
    plot.addEventListener('keydown', (event) => this.onKey(event));
    plot.addEventListener('blur', () => this.setHover(undefined));
  }

  private place(event: MouseEvent): number {
    const box = this.board.plot.getBoundingClientRect();
    const edge = margin(typeScale());
    return clamp(event.clientX - box.left, edge.left, box.width - edge.right);
  }

  private stepAt(x: number): number | undefined {
    return this.board.chart.valueAt(x, 10)?.[0];
  }

  private onMove(event: PointerEvent): void {
    const x = this.place(event);
    if (this.dragged) this.setBand({ ...this.dragged, to: x });
    const step = this.stepAt(x);
    const history = this.board.history();
    if (step !== undefined && history) this.setHover(history.nearest(step));
  }

  private onDown(event: PointerEvent): void {
    if (event.button !== 0 || !this.board.history() || isButton(event)) return;
    this.onMove(event);
    if (event.pointerType === 'touch') return;
    this.board.plot.setPointerCapture(event.pointerId);
    const x = this.place(event);
    this.setBand({ from: x, to: x });
  }

  private onUp(): void {
    const dragged = this.dragged;
    this.setBand(undefined);
    if (!isDrag(dragged)) return;
    const [from, to] = [this.stepAt(dragged.from), this.stepAt(dragged.to)];
    if (from !== undefined && to !== undefined) {
      this.zoom(selected(this.window, this.lastStep, from, to));
    }
  }

  private onWheel(event: WheelEvent): void {
    const step = this.stepAt(this.place(event));
    const heard = event.ctrlKey || this.board.isFocused();
    if (step === undefined || !this.board.history() || !heard) return;
    event.preventDefault();
    this.zoomBy(event.deltaY > 0 ? 1.25 : 0.8, step);
  }

  private onKey(event: KeyboardEvent): void {
    const history = this.board.history();
    if (isButton(event) || !history || history.length === 0) return;
    const last = history.length - 1;
    const at = this.hover ?? last;
    const stride = event.shiftKey ? Math.ceil(last / 20) : Math.ceil(last / 200);
    switch (deedOf(event, CHART_KEYS)) {
      case 'back':
        return this.keyHover(event, at - stride);
      case 'on':
        return this.keyHover(event, at + stride);
      case 'first':
        return this.keyHover(event, 0);
      case 'last':
        return this.keyHover(event, last);
      case 'closer':
        return this.zoomBy(0.8, history.at(at).step);
      case 'farther':
        return this.zoomBy(1.25, history.at(at).step);
      case 'all':
        this.setHover(undefined);
        return this.zoom(undefined);
    }
  }

  private keyHover(event: KeyboardEvent, index: number): void {
    event.preventDefault();
    const last = (this.board.history()?.length ?? 1) - 1;
    const hover = clamp(index, 0, last);
    this.setHover(hover);
    this.board.speak(hover);
  }

  private setHover(index: number | undefined): void {
    this.hover = index;
    this.board.schedule();
  }

  private setBand(dragged: Band | undefined): void {
    this.dragged = dragged;
    this.board.schedule();
  }

  private zoomBy(factor: number, around: number): void {
    this.zoom(zoomed(this.window, this.lastStep, factor, around));
  }

  /** What the view keeps when nobody points at another place. */
  private get newest(): number {
    return this.window?.[1] ?? this.lastStep;
  }

  private get lastStep(): number {
    return this.board.history()?.last?.step ?? 1;
  }
}

/** Buttons over the plot have clicks and keys of their own. */
function isButton(event: Event): boolean {
  return event.target instanceof HTMLButtonElement;
}
