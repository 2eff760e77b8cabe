import type { Wish } from './projection';
import { project } from './projector';

export interface Job {
  /** [rows][width] */
  readonly values: Float32Array;
  readonly rows: number;
  readonly wish: Wish;
}

/** Beside the page, which stays responsive meanwhile. */
addEventListener('message', ({ data: { values, rows, wish } }: MessageEvent<Job>) => {
  for (const layout of project(values, rows, wish)) postMessage(layout);
});
