import type { Moment, StateFrame } from '../stream/frames';
import type { RunListener } from '../stream/run-stream';
import { define, RunElement } from './run-element';
import { BASE } from './styles';

const CELLS = ['epoch', 'step', 'stepsPerSecond'] as const;

const STYLE = `${BASE}
:host { display: inline-block; }
dl { display: flex; gap: 0.875rem; margin: 0; }
div { display: flex; flex-direction: column-reverse; line-height: 1.15; }
dd { margin: 0; font-size: 0.9375rem; font-weight: 650; white-space: nowrap; }
dt { font-size: 0.6563rem; color: var(--_dim); white-space: nowrap; }
:host([stale]) dd { opacity: .45; }
.epoch { min-width: 2.6em; } .step { min-width: 4.6em; } .stepsPerSecond { min-width: 3.6em; }
`;

const MARKUP = `
<dl>${CELLS.map((cell) => `<div class="${cell}"><dt></dt><dd></dd></div>`).join('')}</dl>
`;

/** How far a run is, and how fast. */
export class RunCounters extends RunElement {
  private moment: Moment | undefined;
  private state: StateFrame | undefined;

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
  }

  protected override listener(): RunListener {
    return {
      onMoment: (moment) => {
        this.moment = moment;
        this.schedule();
      },
      onState: (state) => {
        this.state = state;
        this.schedule();
      },
      onConnection: (state) => this.dim(state),
    };
  }

  protected override forget(): void {
    this.moment = this.state = undefined;
    this.schedule();
  }

  protected override textsChanged(): void {
    for (const cell of CELLS) this.find(`.${cell} dt`).textContent = this.text(`chart.${cell}`);
    this.schedule();
  }

  protected override draw(): void {
    const speed = this.state?.state === 'running' ? this.state.stepsPerSecond : 0;
    this.find('.epoch dd').textContent = this.format.count(this.moment?.epoch ?? 0);
    this.find('.step dd').textContent = this.format.count(this.moment?.step ?? 0);
    this.find('.stepsPerSecond dd').textContent = this.format.rate(Math.round(speed));
    this.dataset.state = this.state?.state ?? 'none';
    this.dataset.step = String(this.moment?.step ?? 0);
  }
}

define('run-counters', RunCounters);
