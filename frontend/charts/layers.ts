import type { Histogram, Layer, LayerReport } from '../contract/types';
import type { Format } from './format';
import type { Text } from './words';

/** Drawings are so wide and so high, in units of their own. */
export const WIDE = 90;
export const HIGH = 24;

/** So many gradients back, half a minute. */
export const REMEMBERED = 120;

export const SPREADS = ['weights', 'gradients', 'activations'] as const;
export const COLUMNS = ['layer', ...SPREADS, 'gradientNorm', 'updateRatio', 'dead'] as const;

/** A layer whose gradient is this small a part of the largest one learns next to nothing. */
const VANISHING = 1e-3;
/** Where weights are of the order of 1, steps along so long a gradient lead far off. */
const EXPLODING = 100;
/** A step that moves weights by less hardly does, by more it leaps; about 0.001 is usual. */
const LAZY = 1e-5;
const HASTY = 0.1;

/** Powers of ten that the gradients' scale spans. */
const LEAST_POWER = -7;
const MOST_POWER = 3;

export type Flow = 'healthy' | 'vanishing' | 'exploding' | 'none' | 'broken';

/** How the gradient of a layer with parameters is, beside the others'. */
export function flowOf(layer: Layer, layers: readonly Layer[]): Flow | undefined {
  if (layer.parameters === 0) return undefined;
  const norm = layer.gradientNorm ?? NaN;
  if (!Number.isFinite(norm)) return 'broken';
  if (norm > EXPLODING) return 'exploding';
  const largest = Math.max(...layers.map((each) => each.gradientNorm ?? 0));
  if (largest === 0) return 'none';
  return norm < VANISHING * largest ? 'vanishing' : 'healthy';
}

export type Stride = 'usual' | 'lazy' | 'hasty';

export function strideOf(ratio: number): Stride {
  return ratio < LAZY ? 'lazy' : ratio > HASTY ? 'hasty' : 'usual';
}

/** All of it in words. */
export function reportWords(report: LayerReport, format: Format, text: Text): string {
  const { batch, rows, layers } = report;
  const troubled = layers
    .map((layer) => ({ layer, flow: flowOf(layer, layers) }))
    .filter(({ flow }) => flow && flow !== 'healthy');
  const dead = layers.filter((layer) => (layer.deadShare ?? 0) >= 0.5).length;
  return [
    text('chart.layers.of', { batch: format.count(batch), rows: format.count(rows) }),
    text(troubled.length > 0 ? 'chart.layers.troubled' : 'chart.layers.well', {
      count: troubled.length,
    }),
    ...(dead > 0 ? [text('chart.layers.mostlyDead', { count: dead })] : []),
  ].join(' ');
}

/** The bars of a histogram as one path; the highest takes all of the height. */
export function bars({ counts }: Histogram): string {
  const most = Math.max(...counts, 1);
  const width = WIDE / counts.length;
  return counts
    .map((count, index) => {
      if (count === 0) return '';
      const height = Math.max(0.75, (HIGH * count) / most);
      const left = (index * width).toFixed(2);
      return `M${left} ${HIGH}v${(-height).toFixed(2)}h${(width * 0.9).toFixed(2)}V${HIGH}z`;
    })
    .join('');
}

/** Where zero lies in a histogram, if it does. */
export function zeroOf({ least, greatest }: Histogram): number | undefined {
  return least <= 0 && greatest >= 0 && greatest > least
    ? (WIDE * -least) / (greatest - least)
    : undefined;
}

export function histogramWords(spread: Histogram, format: Format, text: Text): string {
  return text('chart.layers.spread', {
    least: format.number(spread.least),
    greatest: format.number(spread.greatest),
    mean: format.number(spread.mean),
    deviation: format.number(spread.deviation),
  });
}

/** A place on the gradients' scale: 0 at its foot, 1 at its head. */
export function heightOf(norm: number): number {
  const power = Math.log10(Math.max(norm, 10 ** LEAST_POWER));
  return Math.min(1, (power - LEAST_POWER) / (MOST_POWER - LEAST_POWER));
}

/** Gradient norms over time as a line. */
export function trail(norms: readonly number[], most: number): string {
  return line(norms.map(heightOf), most);
}

/** Values of 0 to 1, evenly spaced so that `most` of them fill the width. */
export function line(heights: readonly number[], most: number): string {
  const wide = WIDE / Math.max(1, most - 1);
  return heights
    .map((height, index) => {
      const y = HIGH - 1 - height * (HIGH - 2);
      return Number.isFinite(y)
        ? `${index > 0 && Number.isFinite(heights[index - 1]) ? 'L' : 'M'}${(index * wide).toFixed(2)} ${y.toFixed(2)}`
        : '';
    })
    .join('');
}

export interface Rates {
  readonly path: string;
  readonly least: number;
  readonly most: number;
}

const RATE_POINTS = 120;

/** The learning rates of the curve's points, from 0 to the highest. */
export function rates(values: Float64Array): Rates {
  const stride = Math.max(1, Math.ceil(values.length / RATE_POINTS));
  const some = [...values].filter((_, i) => i % stride === 0 || i === values.length - 1);
  const most = some.reduce((a, b) => Math.max(a, b), 0);
  const least = some.reduce((a, b) => Math.min(a, b), Infinity);
  const heights = some.map((rate) => (most > 0 ? rate / most : 0));
  // A line has two ends.
  const path = line(
    heights.length === 1 ? [heights[0], heights[0]] : heights,
    Math.max(2, heights.length),
  );
  return { path, least, most };
}
