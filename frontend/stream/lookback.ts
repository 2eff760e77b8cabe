import type { BoundaryFrame } from './frames';

/** An earlier moment of a run, in place of what it is now. */
export interface Back {
  readonly runId: string;
  readonly step: number;
  /** Where the run is meanwhile. */
  readonly now: number;
  /** What the model answered then; until it comes, the last one that was looked at. */
  readonly picture?: BoundaryFrame;
}

/** Which moment of a run the page shows, if not the present one. */
class Lookback {
  private back: Back | undefined;
  private readonly listeners = new Set<() => void>();

  /** The moment that is shown of the run, if it is not the present one. */
  of(runId: string | null): Back | undefined {
    return this.back?.runId === runId ? this.back : undefined;
  }

  show(back: Back | undefined): void {
    if (this.back === back) return;
    this.back = back;
    [...this.listeners].forEach((listener) => listener());
  }

  /** @returns what ends the listening */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** There is one a page. */
export const lookback = new Lookback();

/** Whether the picture is that of the moment itself. */
export function hasCome({ picture, step }: Back): boolean {
  return picture?.at.step === step;
}

/** Which of the moments is shown when another list of them comes: the nearest to what was shown. */
export function nearestOf(steps: readonly number[], step: number): number {
  let best = 0;
  steps.forEach((each, index) => {
    if (Math.abs(each - step) < Math.abs(steps[best] - step)) best = index;
  });
  return best;
}
