import { ChartElement, define } from '../charts/run-element';
import type { PackedPoints } from '../contract/types';
import { BASE } from '../charts/styles';
import { clearSheet, drawPoints } from './draw';
import { paletteOf } from './palette';
import { unpacked, valueRange, type PlanePoints } from './plane';

const STYLE = `${BASE}
:host { display: inline-block; width: 2.75rem; aspect-ratio: 1; }
button { display: block; position: relative; width: 100%; height: 100%; border-radius: 0.5625rem; border: 1px solid var(--_line); background: var(--_bg); overflow: hidden; transition: border-color .12s, box-shadow .12s; }
button:hover { border-color: color-mix(in srgb, var(--_accent) 50%, var(--_line)); }
button[aria-pressed="true"] { border-color: var(--_accent); box-shadow: 0 0 0 1.5px var(--_accent); }
button:disabled { opacity: .5; cursor: default; }
canvas { display: block; width: 100%; height: 100%; }
`;

const MARKUP = `
<button type="button" aria-pressed="false"><canvas aria-hidden="true"></canvas></button>
`;

/** A button with a small picture of a data set on it. */
export class DatasetThumb extends ChartElement {
  static override observedAttributes = [...ChartElement.observedAttributes, 'disabled'];

  private drawn: PlanePoints | undefined;
  private readonly resizing = new ResizeObserver(() => this.schedule());

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
  }

  get points(): PlanePoints | undefined {
    return this.drawn;
  }

  set points(given: PackedPoints | undefined) {
    this.drawn = given && unpacked(given);
    this.schedule();
  }

  /** The address of a picture under the points. */
  set ground(address: string) {
    this.button.style.background = address ? `center / cover url("${address}")` : '';
  }

  get selected(): boolean {
    return this.button.getAttribute('aria-pressed') === 'true';
  }

  set selected(selected: boolean) {
    this.button.setAttribute('aria-pressed', String(Boolean(selected)));
  }

  get label(): string {
    return this.button.title;
  }

  set label(label: string) {
    this.button.title = label ?? '';
    this.button.setAttribute('aria-label', this.button.title);
  }

  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', Boolean(disabled));
  }

  override connectedCallback(): void {
    this.adopt('points', 'ground', 'selected', 'label', 'disabled');
    super.connectedCallback();
    this.resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'disabled') this.button.disabled = value !== null;
  }

  protected override textsChanged(): void {}

  protected override draw(): void {
    const sheet = clearSheet(this.find<HTMLCanvasElement>('canvas'));
    if (!sheet || !this.drawn) return;
    const palette = paletteOf(this, '--_bg');
    const points = this.drawn.points.map((point) => ({ ...point, test: false }));
    const style = { palette, radius: Math.max(1, sheet.width / 34), range: valueRange(this.drawn) };
    drawPoints(sheet, { ...this.drawn, points }, { ...style, plain: true });
  }

  private get button(): HTMLButtonElement {
    return this.find<HTMLButtonElement>('button');
  }
}

define('dataset-thumb', DatasetThumb);
