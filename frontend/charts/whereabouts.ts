import type { Way } from '../contract/types';

/** A stop on the way through the graph. */
export interface Place {
  readonly node: string;
  readonly way: Way;
}

/** Where somebody is who follows a step, and who shows it. */
class Whereabouts {
  private place: Place | undefined;
  private readonly listeners = new Set<() => void>();

  get at(): Place | undefined {
    return this.place;
  }

  go(place: Place | undefined): void {
    if (this.place?.node === place?.node && this.place?.way === place?.way) return;
    this.place = place;
    [...this.listeners].forEach((listener) => listener());
  }

  /** @returns what ends the listening */
  readonly onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** There is one a page. */
export const whereabouts = new Whereabouts();
