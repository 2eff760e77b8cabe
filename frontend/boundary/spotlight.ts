import type { BoundaryFrame, Extent, UnitPicture, UnitsFrame } from '../stream/frames';

/** A single unit's output over the plane, large in place of the boundary. */
export interface Spotlit {
  readonly runId: string;
  readonly caption: string;
  readonly surface: BoundaryFrame;
}

const NOWHERE: Extent = { xMin: 0, xMax: 1, yMin: 0, yMax: 1 };

/** What somebody points at elsewhere on the page, and who shows it. */
class Spotlight {
  private lit: Spotlit | undefined;
  private readonly listeners = new Set<() => void>();

  /** What is to be shown of the run, if anything. */
  of(runId: string | null): Spotlit | undefined {
    return this.lit?.runId === runId ? this.lit : undefined;
  }

  show(lit: Spotlit | undefined): void {
    if (this.lit === lit) return;
    this.lit = lit;
    [...this.listeners].forEach((listener) => listener());
  }

  /** @returns what ends the listening */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** There is one a page. */
export const spotlight = new Spotlight();

/** A unit's picture as that of a regression is: the stronger the farther from 0. */
export function surfaceOf({ at, grid }: UnitsFrame, picture: UnitPicture): BoundaryFrame {
  return {
    type: 'boundary',
    at,
    task: 'regression',
    channels: 1,
    width: grid,
    height: grid,
    extent: NOWHERE,
    valueMin: picture.least,
    valueMax: picture.greatest,
    values: picture.values,
  };
}
