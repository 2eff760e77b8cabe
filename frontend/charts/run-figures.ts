import type { MetricHistory } from '../stream/history';
import { lookback } from '../stream/lookback';
import type { RunListener } from '../stream/run-stream';
import { define, RunElement } from './run-element';
import { BASE } from './styles';

const CELLS = ['trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy'] as const;
const DRAW_MILLISECONDS = 120;

const STYLE = `${BASE}
:host { display: block; container-type: inline-size; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(4.5rem, 1fr)); gap: 0.5rem; margin: 0; }
div { display: flex; flex-direction: column-reverse; min-width: 0; }
dd { margin: 0; font-size: 1.0625rem; font-weight: 650; line-height: 1.2; letter-spacing: -.01em; white-space: nowrap; }
dt { font-size: 0.6875rem; color: var(--_dim); display: flex; align-items: center; gap: 0.3125rem; white-space: nowrap; }
dt i { width: 0.8125rem; height: 2px; background: var(--_accent); flex: none; }
.testLoss i, .testAccuracy i { background: linear-gradient(90deg, var(--_test) 0 0.3125rem, transparent 0.3125rem 0.5rem) 0 / 0.5rem; }
:host([data-back]) dd { color: var(--_warn); }
:host([stale]) dd { opacity: .45; }
`;

const MARKUP = `
<dl>${CELLS.map((cell) => `<div class="${cell}"><dt><i></i><span></span></dt><dd></dd></div>`).join('')}</dl>
`;

/** Loss and accuracy of both parts in figures: the newest, or those of the moment looked back at. */
export class RunFigures extends RunElement {
  private history: MetricHistory | undefined;
  private later: ReturnType<typeof setTimeout> | undefined;
  private unwatched: (() => void) | undefined;

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatched = lookback.onChange(() => this.schedule());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatched?.();
    clearTimeout(this.later);
    this.later = undefined;
  }

  protected override listener(): RunListener {
    return {
      onMetrics: (history) => {
        this.history = history;
        this.later ??= setTimeout(() => {
          this.later = undefined;
          this.schedule();
        }, DRAW_MILLISECONDS);
      },
      onConnection: (state) => this.dim(state),
    };
  }

  protected override forget(): void {
    this.history = undefined;
    this.schedule();
  }

  protected override textsChanged(): void {
    for (const cell of CELLS) this.find(`.${cell} span`).textContent = this.text(`chart.${cell}`);
    this.schedule();
  }

  /** What a run does not have (accuracy of a regression, a test part) takes no room. */
  protected override draw(): void {
    const back = lookback.of(this.runId);
    this.toggleAttribute('data-back', back !== undefined);
    const last = back ? this.history?.at(this.history.nearest(back.step)) : this.history?.last;
    const first = last && this.history?.at(0);
    for (const cell of CELLS) {
      const value = last?.[cell] ?? NaN;
      const figure = cell.endsWith('Loss') ? this.format.number(value) : this.format.share(value);
      this.find(`.${cell}`).hidden = first !== undefined && Number.isNaN(first[cell]);
      this.find(`.${cell} dd`).textContent = figure;
    }
  }
}

define('run-figures', RunFigures);
