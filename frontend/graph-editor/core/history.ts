import type { Done, Graph } from './types';

/** One edit that can be taken back. */
export interface Step {
  readonly before: Graph;
  readonly after: Graph;
  readonly done: Done;
  /** Edits that follow each other with the same key become one: typing in a field, a drag. */
  readonly key?: string | undefined;
  /** The server's number for what was edited outside of the graph, alone or along with it. */
  readonly outside?: number | undefined;
}

const LIMIT = 500;

/** Graphs share what they have in common, so keeping the last edits whole costs little. */
export class History {
  #undo: Step[] = [];
  #redo: Step[] = [];
  #sealed = true;

  push(step: Step): void {
    const last = this.#undo.at(-1);
    if (last && this.#continues(last, step)) {
      // A fix that comes along with something is not what people did.
      const done = step.done.code === 'fixed' ? last.done : step.done;
      this.#undo[this.#undo.length - 1] = { ...step, before: last.before, done };
    } else {
      this.#undo = [...this.#undo, step].slice(-LIMIT);
    }
    this.#redo = [];
    this.#sealed = false;
  }

  #continues(last: Step, step: Step): boolean {
    return step.outside === undefined
      ? !this.#sealed && last.key !== undefined && last.key === step.key
      : last.outside === step.outside;
  }

  /** Whether the step of that number can be taken back. */
  holds(outside: number): boolean {
    return this.#undo.some((step) => step.outside === outside);
  }

  /** What the last step led to is now `after`: nobody's edit, but how it came to be drawn. */
  amend(after: Graph): void {
    const last = this.#undo.at(-1);
    if (last) {
      this.#undo[this.#undo.length - 1] = { ...last, after };
    }
  }

  /** The next edit starts a step of its own, whatever its key. */
  seal(): void {
    this.#sealed = true;
  }

  undo(): Step | undefined {
    const step = this.#undo.pop();
    if (step) {
      this.#redo.push(step);
    }
    this.seal();
    return step;
  }

  redo(): Step | undefined {
    const step = this.#redo.pop();
    if (step) {
      this.#undo.push(step);
    }
    this.seal();
    return step;
  }

  clear(): void {
    this.#undo = [];
    this.#redo = [];
    this.seal();
  }

  get nextUndo(): Done | undefined {
    return this.#undo.at(-1)?.done;
  }

  get nextRedo(): Done | undefined {
    return this.#redo.at(-1)?.done;
  }

  get depth(): number {
    return this.#undo.length;
  }
}
