import type { EChart } from './e-chart';
import { margin, PARTS } from './loss-options';
import type { Words } from './words';

/** From where to where the pointer was dragged, in pixels. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** The point of the history that is read. */
export interface Reading {
  readonly index: number;
  readonly step: number;
  readonly words: Words;
  readonly log: boolean;
  /** How much larger than usual type and lines are. */
  readonly scale: number;
}

const LEAST_DRAG = 6;

export function isDrag(band: Band | undefined): band is Band {
  return band !== undefined && Math.abs(band.to - band.from) >= LEAST_DRAG;
}

/** What lies over the curves: a hair with dots and a card of values, and the band being selected. */
export class Overlay {
  constructor(
    private readonly root: ShadowRoot,
    private readonly chart: EChart,
  ) {}

  showBand(band: Band | undefined): void {
    const element = this.find('.band');
    element.hidden = !isDrag(band);
    if (!isDrag(band)) return;
    element.style.transform = `translateX(${Math.min(band.from, band.to)}px)`;
    element.style.width = `${Math.abs(band.to - band.from)}px`;
  }

  showReading(reading: Reading | undefined): void {
    const x = reading && this.chart.pixelOf(reading.step, 0)?.[0];
    const edge = margin(reading?.scale ?? 1);
    const right = this.chart.clientWidth - edge.right;
    const seen = x !== undefined && x >= edge.left - 1 && x <= right + 1;
    this.find('.hair').hidden = this.find('.read').hidden = !seen;
    this.showDots(seen ? reading : undefined);
    if (!seen) return;
    this.find('.hair').style.transform = `translateX(${x}px)`;
    this.fillCard(reading!);
    this.placeCard(x);
  }

  /** A line at the step that somebody looks back at. */
  showMark(step: number | undefined, scale: number): void {
    const x = step === undefined ? undefined : this.chart.pixelOf(step, 0)?.[0];
    const edge = margin(scale);
    const mark = this.find('.mark');
    mark.hidden =
      x === undefined || x < edge.left - 1 || x > this.chart.clientWidth - edge.right + 1;
    if (mark.hidden) return;
    mark.style.transform = `translateX(${x}px)`;
    mark.dataset.step = String(step);
  }

  private showDots(reading: Reading | undefined): void {
    for (const part of PARTS) {
      const value = reading?.words.valueOf(part, reading.index) ?? NaN;
      const y = reading?.log ? Math.log10(value) : value;
      const dot = this.find(part === 'train' ? '.dot:not(.t)' : '.dot.t');
      dot.hidden = !Number.isFinite(y);
      const pixel = dot.hidden ? undefined : this.chart.pixelOf(reading!.step, y);
      if (pixel) dot.style.transform = `translate(${pixel[0]}px, ${pixel[1]}px)`;
    }
  }

  private fillCard({ words, index }: Reading): void {
    const head = document.createElement('div');
    head.className = 'dim';
    head.textContent = words.where(index);
    const rows = words.values(index).map(({ part, name, value }) => {
      const row = document.createElement('div');
      row.className = part === 'test' ? 't' : '';
      const figure = document.createElement('b');
      figure.textContent = value;
      row.append(document.createElement('i'), name, figure);
      return row;
    });
    this.find('.read').replaceChildren(head, ...rows);
  }

  private placeCard(x: number): void {
    const card = this.find('.read');
    const left = x > this.chart.clientWidth / 2 ? x - card.offsetWidth - 12 : x + 12;
    card.style.transform = `translate(${Math.round(left)}px, 4px)`;
  }

  private find(selector: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(selector)!;
  }
}
