import type { Layout } from './projection';
import type { Job } from './projection.worker';

/** What comes of a job. */
export interface Hearer {
  onLayout(layout: Layout): void;
  onFailure(): void;
}

/**
 * Works a projection out beside the page. The worker, and with it the library, is fetched with the
 * first job; one that is given up ends at once.
 */
export class Projecting {
  private worker: Worker | undefined;
  private hearer: Hearer | undefined;

  get busy(): boolean {
    return this.hearer !== undefined;
  }

  start(job: Job, hearer: Hearer): void {
    if (this.busy) this.stop();
    this.hearer = hearer;
    this.worker ??= this.hire();
    this.worker.postMessage(job);
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = this.hearer = undefined;
  }

  private hire(): Worker {
    const worker = new Worker(new URL('./projection.worker.ts', import.meta.url), {
      type: 'module',
    });
    worker.addEventListener('message', ({ data }: MessageEvent<Layout>) => {
      const { hearer } = this;
      if (data.done === 1) this.hearer = undefined;
      hearer?.onLayout(data);
    });
    worker.addEventListener('error', () => {
      const { hearer } = this;
      this.stop();
      hearer?.onFailure();
    });
    return worker;
  }
}
