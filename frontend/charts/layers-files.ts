import { svgDrawing, svgText } from '../boundary/picture';
import type { Histogram, Layer } from '../contract/types';
import { toCsv } from './csv';
import type { Drawing } from './export';
import { significant, type Format } from './format';
import {
  bars,
  COLUMNS,
  flowOf,
  HIGH,
  histogramWords,
  REMEMBERED,
  SPREADS,
  strideOf,
  trail,
  WIDE,
  zeroOf,
} from './layers';
import type { Ink } from './square-picture';
import type { Table } from './table';
import { css } from './theme';
import type { Text } from './words';

interface Speech {
  /** What the run is about. */
  readonly subject: string;
  readonly nameOf: (node: string) => string;
  /** The lengths of the layer's gradients, the newest last. */
  readonly normsOf: (node: string) => readonly number[];
  readonly format: Format;
  readonly text: Text;
}

const MOMENTS = ['least', 'greatest', 'mean', 'deviation'] as const;
const BAR_COLOURS = {
  weights: '--_accent',
  gradients: '--_class-1',
  activations: '--_class-2',
} as const;
/** Of the picture: the left edge of each column, what a row takes, and where rows begin. */
const LEFT = [16, 186, 296, 406, 516, 716, 846] as const;
const [WIDTH, ROW, TOP] = [916, 54, 76];
const LONGEST = 24;

/** What goes on in each layer as a picture, a file and a table. */
export class LayerFiles {
  constructor(
    private readonly layers: readonly Layer[],
    private readonly speech: Speech,
  ) {}

  drawing(ink: Ink): Drawing {
    const { subject, text } = this.speech;
    const title = [subject, text('chart.layers')].filter(Boolean).join(' · ');
    const quiet = `fill="${css(ink['--_dim'])}" font-weight="600"`;
    const parts = [
      svgText(WIDTH / 2, 30, title, 'middle', 'font-size="18" font-weight="600"'),
      ...COLUMNS.map((name, at) =>
        svgText(LEFT[at], TOP - 14, text(`chart.layers.${name}`), 'start', quiet),
      ),
      ...this.layers.map((layer, row) => this.row(layer, TOP + ROW * row, ink)),
    ];
    const height = TOP + ROW * this.layers.length + 12;
    return svgDrawing(WIDTH, height, ink['--_ink'], ink['--_card'], parts, 12);
  }

  private row(layer: Layer, top: number, ink: Ink): string {
    const { nameOf, normsOf, format } = this.speech;
    const [head, , , , norm, ratio, dead] = LEFT;
    const quiet = `fill="${css(ink['--_dim'])}"`;
    const line = `stroke="${css(ink['--_line'])}"`;
    const flow = this.flow(layer);
    const name = nameOf(layer.node);
    const shown = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
    return [
      `<path d="M12 ${top}H${WIDTH - 12}" ${line}/>`,
      svgText(head, top + 30, shown, 'start', 'font-weight="600"'),
      ...SPREADS.map((spread, at) =>
        spreadOf(layer[spread], LEFT[at + 1], top, BAR_COLOURS[spread], ink),
      ),
      ...(flow
        ? [
            placed(norm, top + 12, trailOf(normsOf(layer.node), ink)),
            svgText(norm + WIDE + 8, top + 24, format.number(layer.gradientNorm ?? NaN)),
            svgText(norm + WIDE + 8, top + 41, flow, 'start', quiet),
          ]
        : []),
      ...(layer.updateRatio == null
        ? []
        : [
            svgText(ratio, top + 24, format.number(layer.updateRatio)),
            svgText(ratio, top + 41, this.stride(layer), 'start', quiet),
          ]),
      ...(layer.deadShare == null ? [] : [svgText(dead, top + 24, format.about(layer.deadShare))]),
    ].join('');
  }

  /** Unrounded, as programs read it; the bins of a spread are evenly wide from least to greatest. */
  csv(): string {
    const header = SPREADS.flatMap((spread) =>
      [...MOMENTS, 'counts'].map((moment) => `${spread}.${moment}`),
    );
    return toCsv(
      ['node', 'name', 'parameters', ...header, 'gradientNorm', 'updateRatio', 'deadShare'],
      this.layers.map((layer) => [
        layer.node,
        this.speech.nameOf(layer.node),
        layer.parameters,
        ...SPREADS.flatMap((spread) => cellsOf(layer[spread])),
        layer.gradientNorm,
        layer.updateRatio,
        layer.deadShare,
      ]),
    );
  }

  table(caption: string): Table {
    const { nameOf, format, text } = this.speech;
    const spread = (of: Histogram | undefined) => (of ? histogramWords(of, format, text) : '');
    return {
      caption,
      header: COLUMNS.map((name) => text(`chart.layers.${name}`)),
      rows: this.layers.map((layer) => [
        nameOf(layer.node),
        ...SPREADS.map((name) => spread(layer[name])),
        words(layer.gradientNorm, this.flow(layer), format),
        words(layer.updateRatio, this.stride(layer), format),
        layer.deadShare == null ? '' : format.about(layer.deadShare),
      ]),
      named: true,
    };
  }

  private flow(layer: Layer): string {
    const flow = flowOf(layer, this.layers);
    return flow ? this.speech.text(`chart.layers.${flow}`) : '';
  }

  private stride({ updateRatio }: Layer): string {
    return updateRatio == null ? '' : this.speech.text(`chart.layers.${strideOf(updateRatio)}`);
  }
}

/** A figure and what is to be thought of it. */
function words(value: number | undefined, verdict: string, format: Format): string {
  return verdict ? `${format.number(value ?? NaN)} ${verdict}` : '';
}

function cellsOf(spread: Histogram | undefined): readonly unknown[] {
  return spread
    ? [...MOMENTS.map((moment) => spread[moment]), spread.counts.join(' ')]
    : ['', '', '', '', ''];
}

function spreadOf(
  spread: Histogram | undefined,
  left: number,
  top: number,
  colour: keyof Ink,
  ink: Ink,
): string {
  if (!spread) return '';
  const zero = zeroOf(spread);
  const quiet = `fill="${css(ink['--_dim'])}" font-size="10"`;
  const dashed = `stroke="${css(ink['--_dim'])}" stroke-width="0.75" stroke-dasharray="2 2"`;
  return [
    placed(left, top + 10, `<path d="${bars(spread)}" fill="${css(ink[colour])}"/>`),
    zero === undefined ? '' : placed(left, top + 10, `<path d="M${zero} 0V${HIGH}" ${dashed}/>`),
    svgText(left, top + 47, significant(spread.least, 2), 'start', quiet),
    svgText(left + WIDE, top + 47, significant(spread.greatest, 2), 'end', quiet),
  ].join('');
}

function trailOf(norms: readonly number[], ink: Ink): string {
  const line = `stroke="${css(ink['--_accent'])}" stroke-width="1.5" stroke-linejoin="round"`;
  return `<path d="${trail(norms, REMEMBERED)}" fill="none" ${line}/>`;
}

function placed(x: number, y: number, drawn: string): string {
  return `<g transform="translate(${x} ${y})">${drawn}</g>`;
}
