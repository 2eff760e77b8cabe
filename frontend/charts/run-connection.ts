import type { StateFrame } from '../stream/frames';
import type { MetricHistory } from '../stream/history';
import type { ConnectionState, RunListener } from '../stream/run-stream';
import { define, RunElement } from './run-element';
import { BASE } from './styles';
import { figuresNow } from './words';

const PATIENCE_MILLISECONDS = 700;
const SETTLE_MILLISECONDS = 250;

const STYLE = `${BASE}
:host { display: inline-block; }
.notice { display: inline-flex; align-items: center; gap: 0.4375rem; padding: 0.25rem 0.6875rem; border-radius: 999px; font-weight: 600; font-size: 0.7188rem; color: var(--_warn); background: color-mix(in srgb, var(--_warn) 12%, var(--_card)); }
.notice i { width: 0.5625rem; height: 0.5625rem; border-radius: 50%; border: 2px solid currentColor; border-top-color: transparent; animation: turn 1s linear infinite; }
.notice.final i { animation: none; border-color: currentColor; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .notice i { animation: none; } }
`;

const MARKUP = `
<span class="notice" hidden><i aria-hidden="true"></i><span></span></span>
<span class="sr lost" aria-live="polite"></span>
<span class="sr spoken" aria-live="polite"></span>
`;

/** Nothing while all is well; says when the run is out of reach, and to screen readers what it does. */
export class RunConnectionNotice extends RunElement {
  private connection: ConnectionState = { kind: 'connecting' };
  private troubledSince: number | undefined;
  private said = '';
  private history: MetricHistory | undefined;
  private later: ReturnType<typeof setTimeout> | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.later);
    this.tick(false);
  }

  protected override listener(): RunListener {
    return {
      onConnection: (state) => {
        this.connection = state;
        this.troubledSince = state.kind === 'live' ? undefined : (this.troubledSince ?? Date.now());
        this.schedule();
      },
      onState: (state) => this.announce(state),
      onMetrics: (history) => {
        this.history = history;
      },
    };
  }

  protected override forget(): void {
    this.connection = { kind: 'live' };
    this.troubledSince = undefined;
    this.said = '';
    this.history = undefined;
    clearTimeout(this.later);
    this.schedule();
  }

  protected override textsChanged(): void {
    this.schedule();
  }

  protected override draw(): void {
    const notice = this.find('.notice');
    const text = this.words();
    const patient = Date.now() - (this.troubledSince ?? Date.now()) < PATIENCE_MILLISECONDS;
    notice.hidden = text === '' || (patient && !this.final);
    notice.classList.toggle('final', this.final);
    this.find('.notice span').textContent = text;
    this.dataset.connection = this.connection.kind;
    this.sayConnection(!notice.hidden);
    this.tick(text !== '' && !this.final);
  }

  /** When it is lost, and after that when it is back. */
  private sayConnection(lost: boolean): void {
    const before = this.find('.lost').textContent !== '';
    if (lost || before) this.sayOnce('.lost', this.text(`chart.connection.${this.lasting}`));
  }

  private get final(): boolean {
    return this.connection.kind === 'unknown' || this.connection.kind === 'closed';
  }

  /** Without the countdown, which nobody wants to hear every second. */
  private get lasting(): string {
    return this.connection.kind === 'waiting' ? 'connecting' : this.connection.kind;
  }

  private words(): string {
    switch (this.connection.kind) {
      case 'live':
        return '';
      case 'waiting': {
        const left = Math.max(1, Math.ceil((this.connection.retryAt - Date.now()) / 1000));
        return this.text('chart.connection.waiting', { seconds: left });
      }
      default:
        return this.text(`chart.connection.${this.connection.kind}`);
    }
  }

  private tick(on: boolean): void {
    if (on) this.clock ??= setInterval(() => this.schedule(), 500);
    else {
      clearInterval(this.clock);
      this.clock = undefined;
    }
  }

  /**
   * Each change of state once, not each frame that repeats it; a moment later, so that what rests
   * can tell its last figures as well.
   */
  private announce(state: StateFrame): void {
    const what = `${state.state} ${state.reason}`;
    if (what === this.said) return;
    this.said = what;
    clearTimeout(this.later);
    this.later = setTimeout(
      () => this.sayOnce('.spoken', this.announcement(state)),
      SETTLE_MILLISECONDS,
    );
  }

  private announcement(state: StateFrame): string {
    const what = this.text(keyOf(state), { step: this.format.count(state.at.step) });
    const last = this.history?.last;
    const rests = state.state === 'paused' || state.state === 'ended';
    return last && rests && state.reason !== 'diverged'
      ? `${what} ${figuresNow(last, this.format, this.text.bind(this))}`
      : what;
  }

  private sayOnce(selector: string, text: string): void {
    const element = this.find(selector);
    if (element.textContent !== text) element.textContent = text;
  }
}

function keyOf({ state, reason }: StateFrame): string {
  if (state === 'paused') return 'chart.ended.paused';
  return state === 'ended' && reason !== 'none' ? `chart.ended.${reason}` : `chart.state.${state}`;
}

define('run-connection', RunConnectionNotice);
