import type { Column, MetricHistory } from '../stream/history';
import { smooth, thin, visible } from './curve';
import type { Option } from './e-chart';
import { significant, type Format } from './format';
import { linearTicks, logTicks, type LogTicks, type Ticks } from './ticks';

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
  /** How much larger than usual type and lines are. */
  readonly scale: number;
}

export interface Colours {
  readonly train: string;
  readonly test: string;
  readonly error: string;
}

/** Words on the drawing. */
export interface Labels {
  /** What the lower axis counts; absent where it is said elsewhere. */
  readonly step?: string;
  readonly diverged: string;
  readonly train: string;
  readonly test: string;
}

const MARGIN = { left: 36, right: 8, top: 8, bottom: 20 };

/** Pixels at the edges of a chart that are not the curves', by the scale of its type. */
export function margin(scale: number): typeof MARGIN {
  const { left, right, top, bottom } = MARGIN;
  return { left: scale * left, right: scale * right, top: scale * top, bottom: scale * bottom };
}

/** Before training there is one point; an axis needs more than that. */
const LEAST_STEPS = 10;
const FAR_OFF = 5;
const FAR_OFF_POINTS = 5;
const WHOLE: Ticks = { min: 0, max: 1, interval: 0.25 };
/** From this share of the lower axis on its name stands. */
const NAME_FROM = 0.88;

type Pair = readonly [number, number];

/** The lines to draw: [step, value], the value as a decimal logarithm where the scale is one. */
export interface Curves {
  readonly window: Pair;
  readonly raw: Readonly<Record<Part, readonly Pair[]>>;
  readonly smoothed: Readonly<Record<Part, readonly Pair[]>>;
  /** The step whose loss is no finite number. */
  readonly diverged: number | undefined;
}

export function figureOf(history: MetricHistory, figure: Figure, part: Part): Float64Array {
  return history.column(COLUMN[figure][part]);
}

export function curves(history: MetricHistory, look: Look): Curves {
  const steps = history.column('step');
  const window = look.window ?? [0, Math.max(LEAST_STEPS, steps.at(-1) ?? 0)];
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
  const raw = look.smoothing > 0 ? both(0) : { train: [], test: [] };
  return { window, smoothed, raw, diverged: divergedAt(history) };
}

function divergedAt(history: MetricHistory): number | undefined {
  const last = history.last;
  return last?.trainLoss === Infinity ? last.step : undefined;
}

/** Whether the newest losses all lie far above the first: the run goes on, but learns nothing. */
export function isFarOff(history: MetricHistory): boolean {
  const losses = history.column('trainLoss');
  const newest = losses.subarray(1).slice(-FAR_OFF_POINTS);
  return newest.length === FAR_OFF_POINTS && newest.every((loss) => loss > FAR_OFF * losses[0]);
}

/** A logarithm has no place for zero; such points are left out. */
function scaled(values: Float64Array, log: boolean): Float64Array {
  return log ? values.map((value) => (value > 0 ? Math.log10(value) : NaN)) : values;
}

/** What is worth showing: all of the lines; of an accuracy always 0 to 1. */
export function yTicks(drawn: Curves, look: Look): Ticks | LogTicks {
  if (look.figure === 'accuracy') return WHOLE;
  const lines = PARTS.flatMap((part) => [drawn.raw[part], drawn.smoothed[part]]);
  const values = lines.flatMap((line) => line.filter(inside(drawn.window)).map(([, y]) => y));
  const count = look.height < 130 * look.scale ? 3 : 4;
  if (values.length === 0) return linearTicks(0, 1, count);
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  return look.log ? logTicks(least, most, count) : linearTicks(Math.min(0, least), most, count);
}

function inside([from, to]: Pair): (point: Pair) => boolean {
  return ([step]) => step >= from && step <= to;
}

export function tickLabel(value: number, look: Look): string {
  const real = look.log ? 10 ** value : value;
  if (look.figure === 'accuracy') return `${Number((100 * real).toPrecision(3))}%`;
  return significant(real, 3)
    .replace(/(\.\d*?)0+(?=e|$)/, '$1')
    .replace(/\.(?=e|$)/, '');
}

/** The chart as ECharts takes it. */
export function lossOptions(
  drawn: Curves,
  look: Look,
  colours: Colours,
  format: Format,
  labels: Labels,
): Option {
  const ticks = yTicks(drawn, look);
  const [min, max] = drawn.window;
  const { scale } = look;
  const fontSize = 9.5 * scale;
  return {
    animation: false,
    grid: margin(scale),
    xAxis: {
      type: 'value',
      name: labels.step ?? '',
      nameLocation: 'end',
      nameGap: 0,
      nameTextStyle: {
        fontSize,
        align: 'right',
        verticalAlign: 'top',
        padding: [5 * scale, 0, 0, 0],
      },
      min,
      max,
      splitNumber: 4,
      minInterval: 1,
      splitLine: { show: false },
      axisLine: { show: true, onZero: false },
      axisLabel: {
        fontSize,
        margin: 5 * scale,
        hideOverlap: true,
        showMinLabel: min === 0,
        showMaxLabel: false,
        formatter: (step: number) =>
          labels.step === undefined || step < min + NAME_FROM * (max - min)
            ? format.mark(step)
            : '',
      },
    },
    yAxis: {
      type: 'value',
      min: ticks.min,
      max: ticks.max,
      ...intervals(ticks),
      axisLabel: {
        ...('marks' in ticks ? { customValues: ticks.marks } : {}),
        fontSize,
        margin: 6 * scale,
        formatter: (value: number) => tickLabel(value, look),
      },
    },
    series: [
      line(drawn.raw.train, colours.train, 'solid', 0.35, scale),
      line(drawn.raw.test, colours.test, 'dashed', 0.35, scale),
      {
        ...line(drawn.smoothed.train, colours.train, 'solid', 1, 1.75 * scale),
        name: labels.train,
      },
      {
        ...line(drawn.smoothed.test, colours.test, [5 * scale, 3 * scale], 1, 1.75 * scale),
        name: labels.test,
      },
      ...(drawn.diverged === undefined
        ? []
        : [divergence(drawn.diverged, ticks, colours.error, labels.diverged, scale)]),
    ],
  };
}

function intervals(ticks: Ticks | LogTicks): Option {
  return 'marks' in ticks
    ? { axisTick: { show: false, customValues: ticks.marks } }
    : { minInterval: ticks.interval, maxInterval: ticks.interval };
}

/** An upright line with its name, for a value that has no place on the scale. */
function divergence(
  step: number,
  { min, max }: Ticks | LogTicks,
  color: string,
  name: string,
  scale: number,
): Option {
  const label = { show: true, position: 'left', formatter: name, color, fontSize: 10.5 * scale };
  const top = { value: [step, max - 0.1 * (max - min)], label };
  return {
    ...line([[step, min]], color, [2, 2], 1, 1.5),
    data: [[step, min], top, [step, max]],
    showSymbol: true,
    symbolSize: 0.1,
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
