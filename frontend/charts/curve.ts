/**
 * Exponentially weighted mean with the bias of its start corrected, as in Kingma and Ba (2015):
 * `m = beta m + (1 - beta) v`, shown as `m / (1 - beta^t)`. What is no number is left out.
 */
export function smooth(values: Float64Array, beta: number): Float64Array {
  if (beta <= 0) return values;
  let mean = 0;
  let weight = 0;
  return values.map((value) => {
    if (!Number.isFinite(value)) return value;
    mean = beta * mean + (1 - beta) * value;
    weight = beta * weight + (1 - beta);
    return mean / weight;
  });
}

/** The first and the last index (exclusive) of what is seen between two steps, one more each side. */
export function visible(steps: Float64Array, from: number, to: number): readonly [number, number] {
  const first = steps.findIndex((step) => step >= from);
  const after = steps.findLastIndex((step) => step <= to);
  if (steps.length === 0) return [0, 0];
  const start = first < 0 ? steps.length - 1 : first;
  return [Math.max(0, start - 1), Math.min(steps.length, Math.max(after, start) + 2)];
}

/**
 * Indices of at most `most` points that keep the look of the curve: largest triangle three buckets
 * (Steinarsson 2013). The first and the last point always stay; points that are no numbers go.
 */
export function thin(
  x: Float64Array,
  y: Float64Array,
  [start, end]: readonly [number, number],
  most: number,
): number[] {
  const indices: number[] = [];
  for (let i = start; i < end; i++) if (Number.isFinite(y[i])) indices.push(i);
  if (indices.length <= most || most < 3) return indices;
  const kept = [indices[0]];
  const size = (indices.length - 2) / (most - 2);
  for (let bucket = 0; bucket < most - 2; bucket++) {
    const from = 1 + Math.floor(bucket * size);
    const to = 1 + Math.floor((bucket + 1) * size);
    const next = indices.slice(to, Math.min(indices.length, 1 + Math.floor((bucket + 2) * size)));
    const middle = centre(x, y, next);
    kept.push(farthest(x, y, indices, from, to, kept[kept.length - 1], middle));
  }
  kept.push(indices[indices.length - 1]);
  return kept;
}

function centre(x: Float64Array, y: Float64Array, indices: readonly number[]) {
  let [sumX, sumY] = [0, 0];
  for (const index of indices) {
    sumX += x[index];
    sumY += y[index];
  }
  return { x: sumX / indices.length, y: sumY / indices.length };
}

/** Which of indices[from..to) spans the largest triangle between the last kept and the next. */
function farthest(
  x: Float64Array,
  y: Float64Array,
  indices: readonly number[],
  from: number,
  to: number,
  last: number,
  next: { readonly x: number; readonly y: number },
): number {
  let [best, largest] = [indices[from], -1];
  for (let i = from; i < to; i++) {
    const index = indices[i];
    const area = Math.abs(
      (x[last] - next.x) * (y[index] - y[last]) - (x[last] - x[index]) * (next.y - y[last]),
    );
    if (area > largest) [best, largest] = [index, area];
  }
  return best;
}
