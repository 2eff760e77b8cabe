import type { Done, Graph } from './types';

/** One edit that can be taken back. */
export interface Step {
  readonly before: Graph;
  readonly after: Graph;
  readonly done: Done;
  /** Edits that follow each other with the same key become one: typing in a field, a drag. */
  readonly key?: string | undefined;
}

const LIMIT = 500;

/** Graphs share what they have in common, so keeping the last edits whole costs little. */
export class History {
  #undo: Step[] = [];
  #redo: Step[] = [];
  #sealed = true;

  push(step: Step): void {
    const last = this.#undo.at(-1);
    if (!this.#sealed && last?.key !== undefined && last.key === step.key) {
      this.#undo[this.#undo.length - 1] = { ...step, before: last.before };
    } else {
      this.#undo = [...this.#undo, step].slice(-LIMIT);
    }
    this.#redo = [];
    this.#sealed = false;
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
