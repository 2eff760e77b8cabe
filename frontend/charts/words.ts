import type { MetricPoint } from '../stream/frames';
import type { MetricHistory } from '../stream/history';
import { smooth } from './curve';
import type { Format } from './format';
import { figureOf, PARTS, type Figure, type Part } from './loss-options';
import { TABLE_ROWS, type Table } from './table';

/** A text of the page by its key, its placeholders filled in. */
export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What a chart shows of its history, in words and figures. */
export class Words {
  constructor(
    private readonly history: MetricHistory,
    private readonly figure: Figure,
    private readonly smoothing: number,
    private readonly format: Format,
    private readonly text: Text,
  ) {}

  /** As drawn: smoothed where the curve is. */
  valueOf(part: Part, index: number): number {
    const values = figureOf(this.history, this.figure, part).subarray(0, index + 1);
    return smooth(values, this.smoothing)[index];
  }

  where(index: number): string {
    const { step, epoch } = this.history.at(index);
    return this.text('chart.atStep', {
      step: this.format.count(step),
      epoch: this.format.count(Math.floor(epoch)),
    });
  }

  /** The parts that have a value there, with their names and values. */
  values(index: number): { readonly part: Part; readonly name: string; readonly value: string }[] {
    return PARTS.filter((part) => !Number.isNaN(this.valueOf(part, index))).map((part) => ({
      part,
      name: this.text(`chart.${part}`),
      value: this.inFigures(this.valueOf(part, index)),
    }));
  }

  sentence(index: number): string {
    const values = this.values(index).map(({ name, value }) => `${name} ${value}`);
    return [this.where(index), ...values].join(', ');
  }

  /** How the curves went, unsmoothed: from where to where, and where they were best. */
  summary(): string {
    const name = this.text(`chart.${this.figure}`);
    return [`${name}.`, ...PARTS.map((part) => this.course(part)).filter(Boolean)].join(' ');
  }

  private course(part: Part): string {
    const values = figureOf(this.history, this.figure, part);
    const best = bestOf(values, this.figure);
    if (best < 0) return '';
    return this.text(`chart.course.${this.figure}`, {
      name: this.text(`chart.${part}Part`),
      first: this.inFigures(values[0]),
      last: this.inFigures(values[values.length - 1]),
      steps: this.format.count(this.history.last!.step),
      best: this.inFigures(values[best]),
      at: this.format.count(this.history.at(best).step),
    });
  }

  /** The newest first and unsmoothed, thinned to some hundred rows. */
  table(): Table {
    const header = ['chart.epoch', 'chart.step', 'chart.train', 'chart.test'];
    const { length } = this.history;
    const stride = Math.max(1, Math.ceil(length / TABLE_ROWS));
    const rows = Array.from({ length: Math.ceil(length / stride) }, (_, row) =>
      this.tableRow(length - 1 - row * stride),
    );
    const counts = { shown: this.format.count(rows.length), all: this.format.count(length) };
    return {
      caption: this.summary(),
      header: header.map((key) => this.text(key)),
      rows,
      note: stride > 1 ? this.text('chart.thinned', counts) : undefined,
    };
  }

  private tableRow(index: number): string[] {
    const { step, epoch } = this.history.at(index);
    const values = PARTS.map((part) => figureOf(this.history, this.figure, part)[index]);
    return [
      ...[Math.floor(epoch), step].map((count) => this.format.count(count)),
      ...values.map((value) => this.inFigures(value)),
    ];
  }

  private inFigures(value: number): string {
    return this.figure === 'accuracy' ? this.format.share(value) : this.format.number(value);
  }
}

/** Index of the least loss or the greatest accuracy, -1 where there is none. */
function bestOf(values: Float64Array, figure: Figure): number {
  const sign = figure === 'accuracy' ? -1 : 1;
  let best = -1;
  values.forEach((value, index) => {
    if (Number.isFinite(value) && (best < 0 || sign * value < sign * values[best])) best = index;
  });
  return best;
}

/** The newest figures of both parts: accuracies, or losses where there are no accuracies. */
export function figuresNow(last: MetricPoint, format: Format, text: Text): string {
  const accuracy = !Number.isNaN(last.trainAccuracy);
  const [train, test] = accuracy
    ? [last.trainAccuracy, last.testAccuracy].map((value) => format.share(value))
    : [last.trainLoss, last.testLoss].map((value) => format.number(value));
  const key = accuracy ? 'chart.accuracyNow' : 'chart.lossNow';
  const held = !Number.isNaN(accuracy ? last.testAccuracy : last.testLoss);
  return held ? text(`${key}.both`, { train, test }) : text(key, { train });
}
