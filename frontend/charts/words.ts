import type { MetricHistory } from '../stream/history';
import { smooth } from './curve';
import type { Format } from './format';
import { figureOf, PARTS, type Figure, type Part } from './loss-options';

/** A text of the page by its key, its placeholders filled in. */
export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const TABLE_ROWS = 200;

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

  /** Header and rows, the newest first and unsmoothed, thinned to some hundred. */
  table(): { readonly header: string[]; readonly rows: string[][] } {
    const header = ['chart.epoch', 'chart.step', 'chart.train', 'chart.test'];
    const { length } = this.history;
    const stride = Math.max(1, Math.ceil(length / TABLE_ROWS));
    const rows = Array.from({ length: Math.ceil(length / stride) }, (_, row) =>
      this.tableRow(length - 1 - row * stride),
    );
    return { header: header.map((key) => this.text(key)), rows };
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
