import type { Column, MetricHistory } from '../stream/history';
import { smooth, thin, visible } from './curve';
import type { Option } from './e-chart';
import { significant, type Format } from './format';
import { linearTicks, logTicks, type Ticks } from './ticks';

export type Figure = 'loss' | 'accuracy';
export type Part = 'train' | 'test';
export const PARTS: readonly Part[] = ['train', 'test'];

const COLUMN: Readonly<Record<Figure, Readonly<Record<Part, Column>>>> = {
  loss: { train: 'trainLoss', test: 'testLoss' },
  accuracy: { train: 'trainAccuracy', test: 'testAccuracy' },
};

/** How the curves are to be seen. */
export interface Look {
  readonly figure: Figure;
  readonly log: boolean;
  readonly smoothing: number;
  /** First and last step, or all. */
  readonly window: readonly [number, number] | undefined;
  /** Points a line may have: about one a pixel. */
  readonly most: number;
  /** In CSS pixels. */
  readonly height: number;
}

export interface Colours {
  readonly train: string;
  readonly test: string;
}

/** Pixels at the left and right edges of a chart that are not the curves'. */
export const MARGIN = { left: 36, right: 8 };

type Pair = readonly [number, number];

/** The lines to draw: [step, value], the value as a decimal logarithm where the scale is one. */
export interface Curves {
  readonly window: Pair;
  readonly raw: Readonly<Record<Part, readonly Pair[]>>;
  readonly smoothed: Readonly<Record<Part, readonly Pair[]>>;
}

export function figureOf(history: MetricHistory, figure: Figure, part: Part): Float64Array {
  return history.column(COLUMN[figure][part]);
}

export function curves(history: MetricHistory, look: Look): Curves {
  const steps = history.column('step');
  const window = look.window ?? [0, Math.max(1, steps.at(-1) ?? 1)];
  const range = visible(steps, window[0], window[1]);
  const line = (part: Part, smoothing: number) => {
    const values = scaled(smooth(figureOf(history, look.figure, part), smoothing), look.log);
    return thin(steps, values, range, look.most).map((at): Pair => [steps[at], values[at]]);
  };
  const both = (smoothing: number) => ({
    train: line('train', smoothing),
    test: line('test', smoothing),
  });
  const smoothed = both(look.smoothing);
  return { window, smoothed, raw: look.smoothing > 0 ? both(0) : { train: [], test: [] } };
}

/** A logarithm has no place for zero; such points are left out. */
function scaled(values: Float64Array, log: boolean): Float64Array {
  return log ? values.map((value) => (value > 0 ? Math.log10(value) : NaN)) : values;
}

/** What is worth showing: all of the lines, but an accuracy never beyond 0 to 1. */
export function yTicks(drawn: Curves, look: Look): Ticks {
  const lines = PARTS.flatMap((part) => [drawn.raw[part], drawn.smoothed[part]]);
  const values = lines.flatMap((line) => line.filter(inside(drawn.window)).map(([, y]) => y));
  const count = look.height < 130 ? 3 : 4;
  if (values.length === 0) return linearTicks(0, 1, count);
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  if (look.log) return logTicks(least, most, count);
  const bottom = look.figure === 'loss' ? Math.min(0, least) : least;
  const top = look.figure === 'accuracy' ? Math.min(1, Math.max(most, least + 0.02)) : most;
  const ticks = linearTicks(bottom, top, count);
  return look.figure === 'accuracy' ? { ...ticks, max: Math.min(1, ticks.max) } : ticks;
}

function inside([from, to]: Pair): (point: Pair) => boolean {
  return ([step]) => step >= from && step <= to;
}

export function tickLabel(value: number, look: Look): string {
  const real = look.log ? 10 ** value : value;
  if (look.figure === 'accuracy') return `${Number((100 * real).toPrecision(3))}%`;
  const text = significant(real, look.log ? 2 : 3);
  return text.includes('e') ? text : text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

/** The chart as ECharts takes it. */
export function lossOptions(drawn: Curves, look: Look, colours: Colours, format: Format): Option {
  const ticks = yTicks(drawn, look);
  const [min, max] = drawn.window;
  return {
    animation: false,
    grid: { left: MARGIN.left, right: MARGIN.right, top: 8, bottom: 20 },
    xAxis: {
      type: 'value',
      min,
      max,
      splitNumber: 4,
      minInterval: 1,
      splitLine: { show: false },
      axisLine: { show: true, onZero: false },
      axisLabel: {
        fontSize: 9.5,
        margin: 5,
        hideOverlap: true,
        showMinLabel: min === 0,
        showMaxLabel: false,
        formatter: (step: number) => format.mark(step),
      },
    },
    yAxis: {
      type: 'value',
      min: ticks.min,
      max: ticks.max,
      minInterval: ticks.interval,
      maxInterval: ticks.interval,
      splitLine: { showMinLine: !look.log, showMaxLine: !look.log },
      axisLabel: {
        showMinLabel: !look.log,
        showMaxLabel: !look.log,
        fontSize: 9.5,
        margin: 6,
        formatter: (value: number) => tickLabel(value, look),
      },
    },
    series: [
      line(drawn.raw.train, colours.train, 'solid', 0.35, 1),
      line(drawn.raw.test, colours.test, 'dashed', 0.35, 1),
      line(drawn.smoothed.train, colours.train, 'solid', 1, 1.75),
      line(drawn.smoothed.test, colours.test, [5, 3], 1, 1.75),
    ],
  };
}

function line(
  data: readonly Pair[],
  color: string,
  type: string | number[],
  opacity: number,
  width: number,
): Option {
  return {
    type: 'line',
    data,
    showSymbol: data.length === 1,
    symbolSize: 4,
    silent: true,
    itemStyle: { color },
    lineStyle: { color, type, opacity, width, cap: 'round', join: 'round' },
  };
}
