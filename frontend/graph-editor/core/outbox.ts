import type { Editor } from './editor';
import type { Graph } from './types';

/** A finished edit as the server hears of it. */
export interface Changed {
  readonly load: number;
  readonly revision: number;
  readonly graph: Graph;
  /** What the server has to take back, or to do again, with it. */
  readonly travel?: { readonly step: number; readonly back: boolean };
}

const PAUSE_MS = 80;

/** Tells the server of edits: the newest graph, once edits pause for a moment. */
export class Outbox {
  readonly #editor: Editor;
  readonly #send: (changed: Changed) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sent = 0;
  #load = -1;

  constructor(editor: Editor, send: (changed: Changed) => void) {
    this.#editor = editor;
    this.#send = send;
  }

  /** @returns stops listening */
  start(): () => void {
    const stops = [
      this.#editor.subscribe(() => this.#noticed()),
      this.#editor.onTravel((step, back) => this.#travel(step, back)),
    ];
    return () => {
      this.flush();
      stops.forEach((stop) => stop());
    };
  }

  /** Sends at once what is waiting. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { load, revision, graph } = this.#editor.state;
    if (load === this.#load && revision > this.#sent) {
      this.#sent = revision;
      this.#send({ load, revision, graph });
    }
  }

  /** At once: whatever is done next builds on it. */
  #travel(step: number, back: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { load, revision, graph } = this.#editor.state;
    this.#sent = revision;
    this.#send({ load, revision, graph, travel: { step, back } });
  }

  #noticed(): void {
    const { load, revision } = this.#editor.state;
    if (load !== this.#load) {
      this.#load = load;
      this.#sent = 0;
    }
    if (revision > this.#sent) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.flush(), PAUSE_MS);
    }
  }
}
