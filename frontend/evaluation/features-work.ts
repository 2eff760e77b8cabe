import { clamp } from '../numbers/numbers';
import type { Ask } from '../stream/asks';
import type { Moment, OutputsFrame } from '../stream/frames';
import { outputsOf, plotOf, SETTINGS, type Before, type Plot, type Setting } from './features';
import { Projecting } from './projecting';
import { aligned, evenly, type Layout, type Method, type Wish } from './projection';

/** Who has it done. */
export interface Client {
  /** What is asked of the model has changed. */
  askAnew(): void;
  changed(): void;
}

/** What of a layer is asked, and what is worked out of it. */
export class FeaturesWork {
  following = false;
  plot: Plot | undefined;
  before: Before | undefined;
  /** The end of a text's key; empty: none. */
  trouble = '';
  /** How much of the work is done, of 1. */
  done = 0;
  private node = '';
  private chosenMethod: Method = 'pca';
  private readonly settings: Record<Setting, number> = {
    perplexity: SETTINGS.perplexity.first,
    iterations: SETTINGS.iterations.first,
    examples: SETTINGS.examples.first,
  };
  private asking = false;
  private now: Moment | undefined;
  private frame: OutputsFrame | undefined;
  private readonly projecting = new Projecting();

  constructor(private readonly client: Client) {}

  get layer(): string {
    return this.node;
  }

  get method(): Method {
    return this.chosenMethod;
  }

  setting(name: Setting): number {
    return this.settings[name];
  }

  /** Whether the model is being asked. */
  get waits(): boolean {
    return this.asking;
  }

  get works(): boolean {
    return this.projecting.busy;
  }

  get busy(): boolean {
    return this.works || (this.asking && !this.following);
  }

  get asks(): readonly Ask[] {
    return this.asking && this.node ? [{ kind: 'outputs', node: this.node }] : [];
  }

  // What is chosen.

  choose(node: string): void {
    if (this.node === node) return;
    const again = this.asking || this.plot !== undefined || this.works;
    this.node = node;
    this.clear();
    if (again) this.ask();
  }

  project(method: Method): void {
    if (this.chosenMethod === method) return;
    this.chosenMethod = method;
    this.before = undefined;
    this.begin();
  }

  /** @returns the value that it has now: one that is too great or too small is made to fit */
  set(name: Setting, typed: number): number {
    const { min, max } = SETTINGS[name];
    const value = Number.isNaN(typed) ? this.settings[name] : Math.round(typed);
    const fit = clamp(value, min, max);
    if (fit !== this.settings[name]) {
      this.settings[name] = fit;
      this.before = undefined;
      this.begin();
    }
    return fit;
  }

  follow(following: boolean): void {
    this.following = following;
    if (!following) this.stop();
    else if (!this.works) this.ask();
  }

  // What is done.

  /** Another run, or none. */
  restart(asking: boolean): void {
    this.clear();
    this.now = undefined;
    this.asking = asking;
  }

  private clear(): void {
    this.projecting.stop();
    this.frame = this.plot = this.before = undefined;
    this.trouble = '';
  }

  ask(): void {
    this.trouble = '';
    this.asking = true;
    this.client.askAnew();
    this.client.changed();
  }

  stop(): void {
    this.projecting.stop();
    this.following = this.asking = false;
    this.client.askAnew();
    this.client.changed();
  }

  /** Nobody sees it any more. */
  leave(): void {
    this.projecting.stop();
  }

  reached(moment: Moment): void {
    this.now = moment;
  }

  take(frame: OutputsFrame): void {
    if (!this.asking || frame.head.node !== this.node) return;
    const { frame: had, now } = this;
    const again = had?.at.attempt === frame.at.attempt && had.at.step === frame.at.step;
    if (again && now && now.step > frame.at.step) return; // A newer one is on its way.
    this.asking = false;
    this.client.askAnew();
    if (had?.at.attempt !== frame.at.attempt) this.before = undefined;
    this.frame = frame;
    this.begin();
  }

  private begin(): void {
    const { frame } = this;
    this.projecting.stop();
    if (!frame) return this.ask();
    this.trouble = troubleOf(frame);
    if (this.trouble) this.plot = undefined;
    else this.start(frame);
    this.client.changed();
  }

  private start(frame: OutputsFrame): void {
    const { perplexity, iterations, examples } = this.settings;
    const wish: Wish = { method: this.method, perplexity, iterations };
    const chosen = evenly(examples, frame.head.truths.length);
    const last = this.plot;
    const same = last && isOfTheSame(last, frame, chosen, wish) ? last : undefined;
    this.done = 0;
    const job = { values: outputsOf(frame, chosen), rows: chosen.length, wish };
    this.projecting.start(job, {
      onLayout: (layout) => this.show(plotOf(frame, chosen, wish, layout), same),
      onFailure: () => {
        this.trouble = 'failed';
        this.plot = undefined;
        this.following = false;
        this.client.changed();
      },
    });
  }

  /** A picture of the same examples stays until it can be replaced as a whole. */
  private show(plot: Plot, same: Plot | undefined): void {
    const { layout, frame, alike } = plot;
    const ended = layout.done === 1;
    this.done = layout.done;
    if (ended || !same) this.plot = same ? alignedTo(same, plot) : plot;
    if (alike !== undefined) this.before ??= { step: frame.at.step, alike };
    if (ended && this.following) this.ask();
    this.client.changed();
  }
}

/** What is wrong with the outputs, if anything. */
function troubleOf({ values, head }: OutputsFrame): string {
  if (values.length === 0) return 'gone';
  if (head.truths.length < 2) return 'few';
  return values.every(Number.isFinite) ? '' : 'broken';
}

function isOfTheSame(
  plot: Plot,
  { head, at }: OutputsFrame,
  chosen: readonly number[],
  wish: Wish,
): boolean {
  return (
    plot.layout.done === 1 &&
    plot.frame.head.node === head.node &&
    plot.frame.at.attempt === at.attempt &&
    plot.wish.method === wish.method &&
    plot.chosen.length === chosen.length
  );
}

function alignedTo(same: Plot, plot: Plot): Plot {
  const { places } = plot.layout;
  const turned = aligned(places, same.layout.places, plot.wish.method === 'pca');
  const layout: Layout = { ...plot.layout, places: turned };
  return { ...plot, layout };
}
