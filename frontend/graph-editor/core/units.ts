import type { UnitBank, UnitsFrame } from '../../stream/frames';

/** So many units of a layer have a picture at most, as the server has it. */
export const MOST = 16;

/** How many units a layer has whose output is a row of numbers, such as `[N, 8]`; else 0. */
export function unitsOf(shape: string | undefined): number {
  return Number(/^\[N, (\d+)\]$/.exec(shape ?? '')?.[1] ?? 0);
}

/** Pictures of a node's units, all of one moment. */
export interface Shown {
  readonly frame: UnitsFrame;
  readonly bank: UnitBank;
}

/** The newest pictures of units, by node. */
export class Units {
  readonly #listeners = new Set<() => void>();
  #shown = new Map<string, Shown>();

  constructor(readonly runId: string) {}

  of(node: string): Shown | undefined {
    return this.#shown.get(node);
  }

  take(frame: UnitsFrame): void {
    this.#shown = new Map(frame.banks.map((bank) => [bank.node, { frame, bank }]));
    [...this.#listeners].forEach((listener) => listener());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** Where a key moves to among so many, or nothing if it is no such key. */
export function moved(key: string, from: number | undefined, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return from === undefined ? 0 : Math.min(count - 1, from + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return from === undefined ? count - 1 : Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
