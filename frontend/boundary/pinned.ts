/** A place of a run's plane that somebody has chosen, here or in a list. */
export interface Pin {
  readonly runId: string;
  readonly x: number;
  readonly y: number;
}

/** What is chosen on the plane: the boundary marks it, and what answers questions asks about it. */
class Pinned {
  private pin: Pin | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly askers = new Set<() => void>();

  of(runId: string | null): Pin | undefined {
    return this.pin?.runId === runId ? this.pin : undefined;
  }

  show(pin: Pin | undefined): void {
    if (this.pin === pin) return;
    this.pin = pin;
    [...this.listeners, ...this.askers].forEach((listener) => listener());
  }

  /** Whether somebody asks about what is chosen: else a click on the plane chooses nothing. */
  get wanted(): boolean {
    return this.askers.size > 0;
  }

  /** @returns what ends the listening */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Likewise; when the last who asks goes, nothing is chosen any more. */
  ask(listener: () => void): () => void {
    this.askers.add(listener);
    return () => {
      this.askers.delete(listener);
      if (this.askers.size === 0) this.show(undefined);
    };
  }
}

/** There is one a page. */
export const pinned = new Pinned();
