import { significant, type Format } from '../charts/format';
import type { Text } from '../charts/words';
import type { InsideFrame } from '../stream/inside';
import { kernelOf, nameOf, valueAt, type Form, type Spot } from './plan';

export const DIGITS = 4;

/** The number's name and value: `weight[3, 1] = −0.4213`. */
export function reading(frame: InsideFrame, spot: Spot): string {
  return `${nameOf(frame, spot)} = ${significant(valueAt(frame.window, spot) ?? NaN, DIGITS)}`;
}

/** The three numbers of a place that is shown as a colour. */
export function readingOfColour(frame: InsideFrame, spot: Spot): string {
  if (spot.column === 'bias') return reading(frame, spot);
  const { window } = frame;
  const cells = window.columns.length / 3;
  const column = spot.column;
  const values = [0, 1, 2].map((channel) =>
    significant(window.values[spot.row * window.columns.length + channel * cells + column], DIGITS),
  );
  const [out, , ...rest] = nameOf(frame, spot).split(', ');
  return `${[out, ':', ...rest].join(', ')} = ${values.join(', ')}`;
}

/** Where the number belongs, units and channels counted from 1 as in the graph. */
export function whereabouts(
  frame: InsideFrame,
  spot: Spot,
  form: Form,
  names: Readonly<Record<string, string>>,
  text: Text,
): string {
  const layer = frame.layers[frame.chosen];
  const unit = frame.window.rows[spot.row] + 1;
  if (form === 'filters') {
    if (spot.column === 'bias') return text('chart.inside.biasOfFilter', { unit });
    const [, wide] = kernelOf(layer);
    const cell = frame.window.columns[spot.column] % (kernelOf(layer)[0] * wide);
    return text('chart.inside.ofFilter', {
      unit,
      row: Math.floor(cell / wide) + 1,
      column: (cell % wide) + 1,
    });
  }
  const to = names[layer.node] ?? layer.node;
  if (spot.column === 'bias') return text('chart.inside.biasOf', { unit, layer: to });
  const from = layer.from ? (names[layer.from] ?? layer.from) : '';
  const input = frame.window.columns[spot.column] + 1;
  return text(from ? 'chart.inside.link' : 'chart.inside.cell', {
    unit,
    layer: to,
    input,
    from,
  });
}

/** How much of the numbers is shown, and how they are to be read; a sentence each. */
export function scope(
  frame: InsideFrame,
  form: Form,
  format: Format,
  text: Text,
): readonly string[] {
  const layer = frame.layers[frame.chosen];
  const { rows, columns } = frame.window;
  const of = { units: format.count(rows.length), all: format.count(layer.shape[0] ?? 0) };
  switch (form) {
    case 'links': {
      const inputs = layer.shape[1];
      const whole = rows.length === layer.shape[0] && columns.length === inputs;
      const some = { ...of, inputs: format.count(columns.length), allInputs: format.count(inputs) };
      return [
        text(whole ? 'chart.inside.linksAll' : 'chart.inside.linksSome', some),
        text('chart.inside.linksLegend'),
      ];
    }
    case 'matrix':
      return [
        text('chart.inside.window', {
          rows: format.count(rows.length),
          allRows: of.all,
          firstRow: format.count(rows[0]),
          columns: format.count(columns.length),
          allColumns: format.count(layer.shape[1] ?? 1),
          firstColumn: format.count(columns[0]),
        }),
        text('chart.inside.matrixLegend'),
      ];
    case 'filters': {
      const more = layer.shape[0] - rows.length;
      return [
        text('chart.inside.filters', {
          first: format.count(rows[0] + 1),
          last: format.count(rows[rows.length - 1] + 1),
          ...of,
        }),
        ...(more > 0 ? [text('chart.inside.more', { count: format.count(more) })] : []),
        text('chart.inside.filtersLegend'),
      ];
    }
    case 'none':
      return [text('chart.inside.nothing')];
  }
}

/** The example that the maps are of, a sentence each. */
export function exampleWords(
  { example, maps }: InsideFrame,
  format: Format,
  text: Text,
): readonly string[] {
  const { number, of, test, label, answer } = example;
  return [
    text(test ? 'chart.inside.heldOut' : 'chart.inside.learnt', {
      number: format.count(number + 1),
      of: format.count(of),
    }),
    ...(label >= 0 ? [text('chart.inside.label', { label, answer })] : []),
    text('chart.inside.mapsOf', { count: format.count(maps.channels) }),
  ];
}
