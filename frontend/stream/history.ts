import type { MetricPoint } from './frames';

export type Column = keyof MetricPoint;

export const COLUMNS: readonly Column[] = [
  'step',
  'epoch',
  'trainLoss',
  'testLoss',
  'trainAccuracy',
  'testAccuracy',
  'learningRate',
];

const FIRST_CAPACITY = 256;

/** All points of one attempt of a run, column by column, in order and without gaps. */
export class MetricHistory {
  private readonly columns = new Map<Column, Float64Array>(
    COLUMNS.map((column) => [column, new Float64Array(FIRST_CAPACITY)]),
  );
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** The values of a column so far: a view that is good until points are added. */
  column(column: Column): Float64Array {
    return this.storage(column).subarray(0, this.count);
  }

  at(index: number): MetricPoint {
    const point = COLUMNS.map((column) => [column, this.storage(column)[index]]);
    return Object.fromEntries(point) as unknown as MetricPoint;
  }

  get last(): MetricPoint | undefined {
    return this.count > 0 ? this.at(this.count - 1) : undefined;
  }

  /**
   * Takes points that belong at `firstIndex`; those that are here already are dropped.
   *
   * @returns false when there is a gap before them and nothing was taken
   */
  add(firstIndex: number, points: readonly MetricPoint[]): boolean {
    if (firstIndex > this.count) return false;
    const fresh = points.slice(this.count - firstIndex);
    this.reserve(this.count + fresh.length);
    for (const column of COLUMNS) {
      const values = this.storage(column);
      fresh.forEach((point, index) => (values[this.count + index] = point[column]));
    }
    this.count += fresh.length;
    return true;
  }

  clear(): void {
    this.count = 0;
  }

  /** The index of the point whose step is nearest, -1 when there is none. */
  nearest(step: number): number {
    const steps = this.storage('step');
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (steps[middle] < step) low = middle + 1;
      else high = middle;
    }
    return low > 0 && step - steps[low - 1] < steps[low] - step ? low - 1 : high < 0 ? -1 : low;
  }

  private storage(column: Column): Float64Array {
    return this.columns.get(column)!;
  }

  private reserve(count: number): void {
    const capacity = this.storage('step').length;
    if (count <= capacity) return;
    const wider = Math.max(count, 2 * capacity);
    for (const [column, values] of this.columns) {
      const grown = new Float64Array(wider);
      grown.set(values.subarray(0, this.count));
      this.columns.set(column, grown);
    }
  }
}
