import { clamp } from '../numbers/numbers';
import type { InsideFrame, InsideLayer, Look } from '../stream/inside';
import type { Move } from './keys';
import {
  channelsOf,
  formsOf,
  kernelOf,
  movedBy,
  strideOf,
  valueAt,
  WINDOW,
  type Field,
  type Form,
  type Spot,
} from './plan';

const FIRST: Look = { node: '', name: '', evenly: true, row: 0, column: 0, example: 0 };

/** Which numbers somebody looks at, in which form, and the one that is pointed at. */
export class Choice {
  frame: InsideFrame | undefined;
  spot: Spot | undefined;
  private asked = FIRST;
  private form: Form | undefined;
  private chosenChannel: number | undefined;

  /** @param ask is called when other numbers are wanted than those that come */
  constructor(private readonly ask: () => void) {}

  /** What is wanted of the run. */
  get look(): Look {
    return this.asked;
  }

  take(frame: InsideFrame): void {
    this.frame = frame;
    if (this.spot && valueAt(frame.window, this.spot) === undefined) this.spot = undefined;
    const evenly = this.shownForm === 'links';
    if (evenly !== this.asked.evenly) this.want({ evenly });
  }

  forget(): void {
    this.frame = this.spot = undefined;
  }

  get layer(): InsideLayer | undefined {
    return this.frame?.layers[this.frame.chosen];
  }

  get shownForm(): Form {
    const forms = this.layer ? formsOf(this.layer) : (['none'] as const);
    return this.form && forms.includes(this.form) ? this.form : forms[0];
  }

  get channel(): number | undefined {
    return this.chosenChannel;
  }

  /** Three channels are shown as colours unless one is chosen. */
  get colours(): boolean {
    return this.layer !== undefined && channelsOf(this.layer) === 3 && this.channel === undefined;
  }

  /** Whether the pointed-at place holds one number. */
  get single(): boolean {
    return this.spot !== undefined && !(this.colours && this.spot.column !== 'bias');
  }

  /** Columns of the window that are drawn: the first and how many. */
  get span(): readonly [number, number] {
    const { layer, frame } = this;
    if (!layer || !frame) return [0, 0];
    if (this.shownForm !== 'filters') return [0, frame.window.columns.length];
    const [high, wide] = kernelOf(layer);
    const first = channelsOf(layer) === 3 ? (this.channel ?? 0) * high * wide : 0;
    return [first, high * wide];
  }

  chooseLayer(node: string, name: string): void {
    this.chosenChannel = undefined;
    this.spot = undefined;
    this.want({ node, name, row: 0, column: 0 });
  }

  chooseForm(form: Form): void {
    this.form = form;
    this.spot = undefined;
    this.want({ evenly: form === 'links' });
  }

  /** @param channel undefined: all three as colours */
  chooseChannel(channel: number | undefined): void {
    const layer = this.layer!;
    this.chosenChannel = channel;
    this.spot = undefined;
    if (channelsOf(layer) === 3) return;
    const [high, wide] = kernelOf(layer);
    this.want({ column: (channel ?? 0) * high * wide });
  }

  page(axis: 'row' | 'column', by: number): void {
    const window = this.frame!.window;
    const first = axis === 'row' ? window.rows[0] : window.columns[0];
    const stride = strideOf(this.shownForm, window);
    this.spot = undefined;
    this.want({ [axis]: Math.max(0, first + by * stride) });
  }

  walk(by: number): void {
    const { number, of } = this.frame!.example;
    this.want({ example: (number + by + of) % of });
  }

  /** The window goes there: shares of the whole matrix, 0 to 1 each. */
  jump(down: number, along: number): void {
    const [rows, columns] = this.layer!.shape;
    const at = (share: number, all: number) =>
      Math.max(0, clamp(Math.floor(share * all), 0, all - 1) - WINDOW / 2);
    this.form = 'matrix';
    this.spot = undefined;
    this.want({ evenly: false, row: at(down, rows), column: at(along, columns ?? 1) });
  }

  /** Points at the first number, unless one is pointed at. */
  begin(): void {
    if (this.frame) this.spot ??= { row: 0, column: this.span[0] };
  }

  move(move: Move): void {
    if (this.spot) this.spot = movedBy(move, this.spot, this.field());
  }

  private field(): Field {
    const { window } = this.frame!;
    const [first, columns] = this.span;
    const line = this.shownForm === 'filters' ? kernelOf(this.layer!)[1] : 0;
    const biased = window.biases.length > 0;
    return { rows: window.rows.length, first, columns, biased, line };
  }

  private want(change: Partial<Look>): void {
    this.asked = { ...this.asked, ...change };
    this.ask();
  }
}
