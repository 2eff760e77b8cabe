import type { Answer, OfClasses } from '../contract/types';
import { dots, FIGURES, figuresOf, MOST_SQUARE, spanOf, type Span } from './assessment';
import { toCsv } from './csv';
import type { Drawing } from './export';
import type { Format } from './format';
import { over, paths, windowOf } from './line';
import { squareDrawing, tableDrawing, type Ink, type Square } from './square-picture';
import { TABLE_ROWS, type Table } from './table';
import type { Text } from './words';

interface Speech {
  readonly nameOf: (index: number) => string;
  readonly format: Format;
  readonly text: Text;
}

/** Whether there is room to say what each class is mistaken for. */
export function isSquare({ confusion, each }: OfClasses): boolean {
  return confusion.length > 0 && each.length <= MOST_SQUARE;
}

/** Of the table of the classes; without answers what they are mistaken for is left out. */
export function heads(answers: readonly string[], text: Text): string[] {
  return [
    text(answers.length > 0 ? 'chart.figures.corner' : 'chart.figures.class'),
    ...answers,
    ...FIGURES.map((name) => text(`chart.figures.${name}`)),
    text('chart.figures.rows'),
  ];
}

/** The confusion matrix, or answers with true values, as a picture, a file and a table. */
export class Files {
  constructor(
    private readonly classes: OfClasses | undefined,
    private readonly pairs: readonly Answer[],
    private readonly speech: Speech,
  ) {}

  drawing(ink: Ink): Drawing {
    const title = this.speech.text('chart.figures');
    if (this.classes) {
      const { header, rows } = this.ofClasses(this.classes, '');
      return tableDrawing(title, [header, ...rows], [[], ...sharesOf(this.classes)], ink);
    }
    return squareDrawing({ title, ...this.square() }, ink);
  }

  /** Unrounded, as programs read it. */
  csv(): string {
    if (this.classes) return this.matrixCsv(this.classes);
    const line = over(this.pairs);
    return line.length > 0
      ? toCsv(
          ['input', 'truth', 'answer'],
          line.map(({ input, truth, answer }) => [input, truth, answer]),
        )
      : toCsv(
          ['truth', 'answer'],
          this.pairs.map(({ truth, answer }) => [truth, answer]),
        );
  }

  private matrixCsv(classes: OfClasses): string {
    const names = classes.each.map((_, index) => this.speech.nameOf(index));
    const answers = isSquare(classes) ? names : [];
    return toCsv(
      ['class', ...answers, ...FIGURES, 'rows'],
      classes.each.map((of, index) => [
        names[index],
        ...answers.map((_, answer) => classes.confusion[index][answer]),
        ...FIGURES.map((name) => of[name]),
        of.rows,
      ]),
    );
  }

  table(caption: string): Table {
    return this.classes ? this.ofClasses(this.classes, caption) : this.ofPairs(caption);
  }

  private ofClasses(classes: OfClasses, caption: string): Table {
    const { nameOf, format, text } = this.speech;
    const answers = isSquare(classes) ? classes.each.map((_, index) => nameOf(index)) : [];
    return {
      caption,
      header: heads(answers, text),
      rows: classes.each.map((of, index) => [
        nameOf(index),
        ...answers.map((_, answer) => format.count(classes.confusion[index][answer])),
        ...figuresOf(of, format),
        format.count(of.rows),
      ]),
      named: true,
    };
  }

  private ofPairs(caption: string): Table {
    const { format, text } = this.speech;
    const line = over(this.pairs);
    const shown = (line.length > 0 ? line : this.pairs).slice(0, TABLE_ROWS);
    const counts = { shown: format.count(shown.length), all: format.count(this.pairs.length) };
    const names = [...(line.length > 0 ? ['input'] : []), 'truth', 'answer'] as const;
    return {
      caption,
      header: names.map((name) => text(`chart.figures.${name}`)),
      rows: shown.map(({ input, truth, answer }) =>
        [...(line.length > 0 ? [input ?? NaN] : []), truth, answer].map((value) =>
          format.number(value),
        ),
      ),
      note: shown.length < this.pairs.length ? text('chart.thinned', counts) : undefined,
    };
  }

  private square(): Omit<Square, 'title'> {
    const line = over(this.pairs);
    if (line.length > 0) {
      const window = windowOf(line);
      const drawn = paths(line, window);
      return {
        along: this.axis('input', window.across),
        up: this.axis('value', window.up),
        drawn: [
          { path: drawn.residuals, colour: '--_error', width: 0.5 },
          { path: drawn.line, colour: '--_ink', width: 1 },
          { path: drawn.dots, colour: '--_accent', width: 2.5 },
        ],
      };
    }
    const span = this.pairs.length > 0 ? spanOf(this.pairs) : { least: 0, most: 1 };
    return {
      along: this.axis('truth', span),
      up: this.axis('answer', span),
      drawn: [
        { path: 'M0 100L100 0', colour: '--_dim', width: 0.5, dashes: '2 2' },
        { path: dots(this.pairs, span), colour: '--_accent', width: 2 },
      ],
    };
  }

  private axis(name: string, { least, most }: Span): readonly [string, string, string] {
    const { format, text } = this.speech;
    return [text(`chart.figures.${name}`), format.number(least), format.number(most)];
  }
}

/** Of each class its rows' shares by answer, below 0 where the answer is wrong. */
function sharesOf(classes: OfClasses): number[][] {
  if (!isSquare(classes)) return [];
  return classes.confusion.map((counts, truth) => {
    const { rows } = classes.each[truth];
    const share = (count: number) => (rows > 0 ? count / rows : 0);
    return [0, ...counts.map((count, answer) => (answer === truth ? 1 : -1) * share(count))];
  });
}
