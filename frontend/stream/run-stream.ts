import type { Ask } from './asks';
import { backOff } from './back-off';
import {
  decodeFrames,
  type AnsweredFrame,
  type AssessedFrame,
  type BoundaryFrame,
  type Frame,
  type InsideFrame,
  type LayersFrame,
  type MetricsFrame,
  type MistakenFrame,
  type Moment,
  type PastFrame,
  type OutputsFrame,
  type PointsFrame,
  type ProblemFrame,
  type StateFrame,
  type TrailFrame,
  type UnitsFrame,
} from './frames';
import { MetricHistory } from './history';
import type { Look } from './inside';

/** `waiting`: the next attempt comes at `retryAt` (milliseconds as of Date.now()). */
export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'waiting'; readonly retryAt: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'closed' };

/** What a view wants to hear of. A new listener at once hears what is known already. */
export interface RunListener {
  /** The history has grown, or begun anew. */
  onMetrics?(history: MetricHistory): void;
  onBoundary?(frame: BoundaryFrame): void;
  onAssessed?(frame: AssessedFrame): void;
  onLayers?(frame: LayersFrame): void;
  onUnits?(frame: UnitsFrame): void;
  onTrail?(frame: TrailFrame): void;
  /** A moment that `lookBack` asked for. */
  onPast?(frame: PastFrame): void;
  /** What it wants to know of single examples now; after a change it says renew(). */
  asks?(): readonly Ask[];
  onMistaken?(frame: MistakenFrame): void;
  onAnswered?(frame: AnsweredFrame): void;
  onOutputs?(frame: OutputsFrame): void;
  /** Which layer's numbers onInside is to hear of. */
  readonly look?: Look;
  onInside?(frame: InsideFrame): void;
  onState?(frame: StateFrame): void;
  onProblem?(frame: ProblemFrame): void;
  onPoints?(frame: PointsFrame): void;
  /** The newest epoch and step of any frame. */
  onMoment?(moment: Moment): void;
  onConnection?(state: ConnectionState): void;
}

/** What the outside world gives; tests give their own. */
export interface Surroundings {
  connect(path: string): WebSocket;
  random(): number;
  hidden(): boolean;
  /** Whether somebody drags something: that is to follow the pointer before all else. */
  dragging(): boolean;
}

const CLOSED_UNKNOWN_RUN = 4404;
const CLOSED_RUN_IS_OVER = 4410;
/** Messages a second at most, and while somebody drags something. */
const [OFTEN, SELDOM] = [30, 4];
/** What comes unless something else is asked for. */
const ASKED_AT_FIRST = JSON.stringify({
  fps: OFTEN,
  boundary: true,
  figures: false,
  layers: false,
  units: false,
  trail: false,
  past: null,
  ask: [],
  look: null,
});
const LINGER_MILLISECONDS = 1000;
/** The server speaks every ten seconds at least; silence for longer means a line that is dead. */
const SILENCE_MILLISECONDS = 25_000;

let dragging = false;

const browser: Surroundings = {
  connect(path) {
    const url = new URL(path, document.baseURI);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return new WebSocket(url);
  },
  random: Math.random,
  hidden: () => document.hidden,
  dragging: () => dragging,
};

/**
 * One run, fetched over one WebSocket for as long as somebody listens. A connection that breaks is
 * made again, and goes on behind the last point that came.
 */
export class RunConnection {
  readonly history = new MetricHistory();
  private readonly listeners = new Set<RunListener>();
  private socket: WebSocket | undefined;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private connection: ConnectionState = { kind: 'connecting' };
  private asked = ASKED_AT_FIRST;
  private moment: Moment | undefined;
  private boundary: BoundaryFrame | undefined;
  private assessed: AssessedFrame | undefined;
  private layers: LayersFrame | undefined;
  private units: UnitsFrame | undefined;
  private trail: TrailFrame | undefined;
  private backAt: number | undefined;
  private inside: InsideFrame | undefined;
  private state: StateFrame | undefined;
  private problem: ProblemFrame | undefined;
  private points: PointsFrame | undefined;

  constructor(
    readonly runId: string,
    private readonly surroundings: Surroundings = browser,
    private readonly disposed: () => void = () => undefined,
  ) {}

  /** @returns what ends the listening */
  subscribe(listener: RunListener): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.start();
    this.replay(listener);
    this.ask();
    return () => this.unsubscribe(listener);
  }

  /** Asks for the picture of an earlier moment, or for none any more. */
  lookBack(step: number | undefined): void {
    this.backAt = step;
    this.ask();
  }

  private unsubscribe(listener: RunListener): void {
    this.listeners.delete(listener);
    this.ask();
    if (this.listeners.size === 0) this.stopSoon();
  }

  private replay(listener: RunListener): void {
    listener.onConnection?.(this.connection);
    if (this.moment) listener.onMoment?.(this.moment);
    if (this.points) listener.onPoints?.(this.points);
    if (this.history.length > 0) listener.onMetrics?.(this.history);
    if (this.boundary) listener.onBoundary?.(this.boundary);
    if (this.assessed) listener.onAssessed?.(this.assessed);
    if (this.layers) listener.onLayers?.(this.layers);
    if (this.units) listener.onUnits?.(this.units);
    if (this.trail) listener.onTrail?.(this.trail);
    if (this.inside) listener.onInside?.(this.inside);
    if (this.state) listener.onState?.(this.state);
    if (this.problem) listener.onProblem?.(this.problem);
  }

  private start(): void {
    clearTimeout(this.timer);
    if (this.socket || this.over) return;
    addEventListener('online', this.retryNow);
    addEventListener('offline', this.onOffline);
    document.addEventListener('visibilitychange', this.onVisibility);
    this.open();
  }

  /** An element that moves within the page leaves and comes back at once. */
  private stopSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.stop(), LINGER_MILLISECONDS);
  }

  private stop(): void {
    clearTimeout(this.timer);
    removeEventListener('online', this.retryNow);
    removeEventListener('offline', this.onOffline);
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.drop();
    this.disposed();
  }

  private get over(): boolean {
    return this.connection.kind === 'unknown' || this.connection.kind === 'closed';
  }

  private open(): void {
    if (this.connection.kind !== 'connecting') this.tellConnection({ kind: 'connecting' });
    const socket = this.surroundings.connect(this.path());
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => this.opened();
    socket.onmessage = (event: MessageEvent<unknown>) => this.receive(event.data);
    socket.onclose = (event) => this.closed(event.code);
    this.socket = socket;
  }

  private path(): string {
    const attempt = this.moment ? `&attempt=${this.moment.attempt}` : '';
    const run = encodeURIComponent(this.runId);
    return `stream/runs/${run}?from=${this.history.length}${attempt}&fps=${OFTEN}&grid=100`;
  }

  private opened(): void {
    this.asked = ASKED_AT_FIRST;
    this.ask();
    this.listenForSilence();
    this.tellConnection({ kind: 'live' });
  }

  private closed(code: number): void {
    this.drop();
    if (code === CLOSED_UNKNOWN_RUN) this.tellConnection({ kind: 'unknown' });
    else if (code === CLOSED_RUN_IS_OVER) this.tellConnection({ kind: 'closed' });
    else this.wait();
  }

  private wait(): void {
    if (this.listeners.size === 0) return this.stop();
    clearTimeout(this.timer);
    const delay = backOff(++this.failures, this.surroundings.random());
    this.timer = setTimeout(() => this.open(), delay);
    this.tellConnection({ kind: 'waiting', retryAt: Date.now() + delay });
  }

  /** Lets go of the socket so that nothing of it is heard any more. */
  private drop(): void {
    clearTimeout(this.silence);
    const socket = this.socket;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private readonly retryNow = (): void => {
    if (this.connection.kind !== 'waiting') return;
    clearTimeout(this.timer);
    this.open();
  };

  /** A network that has gone says nothing over its connections. */
  private readonly onOffline = (): void => {
    if (this.connection.kind === 'live') this.breakOff();
  };

  private readonly onVisibility = (): void => this.ask();

  /** A listener wants to know something else. */
  renew(): void {
    this.ask();
  }

  /** No pictures for a page that nobody sees, or that has no place for them. */
  private ask(): void {
    const seen = !this.surroundings.hidden();
    const listeners = [...this.listeners];
    const wishes = JSON.stringify({
      fps: this.surroundings.dragging() ? SELDOM : OFTEN,
      boundary: seen && listeners.some((listener) => listener.onBoundary !== undefined),
      figures: seen && listeners.some((listener) => listener.onAssessed !== undefined),
      layers: seen && listeners.some((listener) => listener.onLayers !== undefined),
      units: seen && listeners.some((listener) => listener.onUnits !== undefined),
      trail: seen && listeners.some((listener) => listener.onTrail !== undefined),
      past: (seen ? this.backAt : undefined) ?? null,
      ask: seen ? different(listeners.flatMap((listener) => listener.asks?.() ?? [])) : [],
      look: (seen && listeners.find((listener) => listener.look)?.look) || null,
    });
    if (this.socket?.readyState !== WebSocket.OPEN || wishes === this.asked) return;
    this.asked = wishes;
    this.socket.send(wishes);
  }

  private listenForSilence(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.breakOff(), SILENCE_MILLISECONDS);
  }

  private breakOff(): void {
    this.drop();
    this.wait();
  }

  private receive(data: unknown): void {
    this.listenForSilence();
    if (!(data instanceof ArrayBuffer)) return;
    try {
      decodeFrames(data).forEach((frame) => this.take(frame));
      this.failures = 0;
    } catch (error) {
      console.error(`Run ${this.runId}:`, error);
      this.breakOff();
    }
  }

  private take(frame: Frame): void {
    this.beginAttempt(frame.at);
    switch (frame.type) {
      case 'metrics':
        this.takeMetrics(frame);
        break;
      case 'boundary':
        this.boundary = frame;
        this.tell((listener) => listener.onBoundary?.(frame));
        break;
      case 'assessed':
        this.assessed = frame;
        this.tell((listener) => listener.onAssessed?.(frame));
        break;
      case 'layers':
        this.layers = frame;
        this.tell((listener) => listener.onLayers?.(frame));
        break;
      case 'units':
        this.units = frame;
        this.tell((listener) => listener.onUnits?.(frame));
        break;
      case 'trail':
        this.trail = frame;
        this.tell((listener) => listener.onTrail?.(frame));
        break;
      case 'past':
        this.tell((listener) => listener.onPast?.(frame));
        break;
      case 'mistaken':
        this.tell((listener) => listener.onMistaken?.(frame));
        break;
      case 'answered':
        this.tell((listener) => listener.onAnswered?.(frame));
        break;
      case 'outputs':
        this.tell((listener) => listener.onOutputs?.(frame));
        break;
      case 'inside':
        this.inside = frame;
        this.tell((listener) => listener.onInside?.(frame));
        break;
      case 'state':
        this.state = frame;
        this.tell((listener) => listener.onState?.(frame));
        break;
      case 'problem':
        this.problem = frame;
        this.tell((listener) => listener.onProblem?.(frame));
        break;
      case 'points':
        this.points = frame;
        this.tell((listener) => listener.onPoints?.(frame));
        break;
    }
    this.takeMoment(frame.at);
  }

  private beginAttempt(at: Moment): void {
    if (this.moment === undefined || this.moment.attempt === at.attempt) return;
    this.moment = at;
    this.problem = this.trail = this.backAt = undefined;
    this.history.clear();
    this.tell((listener) => listener.onMetrics?.(this.history));
  }

  private takeMetrics(frame: MetricsFrame): void {
    if (this.history.add(frame.firstIndex, frame.points)) {
      this.tell((listener) => listener.onMetrics?.(this.history));
    } else {
      this.breakOff();
    }
  }

  private takeMoment(at: Moment): void {
    if (this.moment?.attempt === at.attempt && this.moment.step > at.step) return;
    this.moment = at;
    this.tell((listener) => listener.onMoment?.(at));
  }

  private tellConnection(state: ConnectionState): void {
    this.connection = state;
    this.tell((listener) => listener.onConnection?.(state));
  }

  private tell(what: (listener: RunListener) => void): void {
    [...this.listeners].forEach(what);
  }
}

function different(asks: readonly Ask[]): Ask[] {
  return [...new Map(asks.map((ask) => [JSON.stringify(ask), ask])).values()];
}

const runs = new Map<string, RunConnection>();

/** The page's one connection to the run; it opens with its first listener. */
export function openRun(runId: string): RunConnection {
  let run = runs.get(runId);
  if (!run) {
    run = new RunConnection(runId, browser, () => runs.delete(runId));
    runs.set(runId, run);
  }
  return run;
}

/** Until the pointer is let go pictures come seldom. */
export function calmWhileDragging(): void {
  if (dragging) return;
  const turn = (now: boolean) => {
    dragging = now;
    runs.forEach((run) => run.renew());
  };
  const over = new AbortController();
  const letGo = ({ type, buttons }: PointerEvent) => {
    if (type === 'pointermove' && buttons !== 0) return;
    over.abort();
    turn(false);
  };
  // Who lets go outside of the window comes back with no button pressed.
  for (const event of ['pointerup', 'pointercancel', 'pointermove'] as const) {
    addEventListener(event, letGo, { capture: true, signal: over.signal });
  }
  turn(true);
}
