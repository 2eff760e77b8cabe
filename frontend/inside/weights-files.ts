import { svgDrawing, svgText } from '../boundary/picture';
import type { Palette } from '../boundary/paint';
import { toCsv } from '../charts/csv';
import type { Drawing } from '../charts/export';
import { significant, type Format } from '../charts/format';
import type { Table } from '../charts/table';
import { css, type Rgb } from '../charts/theme';
import type { Text } from '../charts/words';
import type { UnitsFrame } from '../stream/frames';
import type { InsideFrame } from '../stream/inside';
import type { Choice } from './choice';
import { drawPictures } from './draw';
import { Tiles } from './layout';
import { channelsOf, kernelOf, placeOf, valueAt } from './plan';
import { drawStage, layoutOf } from './stage';
import { DIGITS, exampleWords, scope } from './words';

/** In which words. */
export interface Speech {
  readonly title: string;
  /** A layer in words, by its node's id. */
  readonly called: (node: string) => string;
  readonly format: Format;
  readonly text: Text;
}

/** Of the picture: its edges, the room for numbers, the least width, a line of text. */
const [EDGE, ROOM, LEAST, LINE] = [24, 720, 600, 19];
/** Pixels of numbers in the picture per pixel of the page. */
const SHARPNESS = 3;

/** The numbers that are looked at as a picture, a file and a table. */
export class WeightFiles {
  private readonly frame: InsideFrame;

  /** @param choice of which a frame has come */
  constructor(
    private readonly choice: Choice,
    private readonly units: UnitsFrame | undefined,
    private readonly speech: Speech,
  ) {
    this.frame = choice.frame!;
  }

  drawing(palette: Palette, accent: Rgb): Drawing {
    const { format, text, title } = this.speech;
    const { frame, choice } = this;
    const layout = layoutOf(choice, ROOM);
    const maps = frame.maps.pictures.length;
    const tiles = new Tiles(maps, [frame.maps.height, frame.maps.width], ROOM);
    const width = Math.max(LEAST, layout?.width ?? 0, maps > 0 ? tiles.width : 0) + 2 * EDGE;
    const pen = { palette, accent, spot: undefined };
    const quiet = `fill="${css(palette.ink, 0.75)}"`;
    const parts = [svgText(EDGE, 34, title, 'start', 'font-size="18" font-weight="600"')];
    let top = 44;
    const write = (lines: readonly string[]) =>
      lines.forEach((line) => parts.push(svgText(EDGE, (top += LINE) - 4, line, 'start', quiet)));
    const show = (wide: number, high: number, draw: (context: Canvas) => void) => {
      parts.push(picture(EDGE, top + 8, wide, high, draw));
      top += high + 24;
    };
    write(scope(frame, choice.shownForm, format, text));
    if (layout) {
      if (choice.shownForm === 'links') write([this.between()]);
      show(layout.width, layout.height, (context) =>
        drawStage({ ...pen, context }, layout, choice, this.units),
      );
    }
    if (maps > 0) {
      write([text('chart.inside.maps'), ...exampleWords(frame, format, text)]);
      show(tiles.width, tiles.height, (context) =>
        drawPictures({ ...pen, context }, tiles, frame.maps),
      );
    }
    return svgDrawing(width, top + 8, palette.ink, palette.background, parts, 12);
  }

  /** From the layer at the left to the one at the right. */
  private between(): string {
    const { from, node } = this.choice.layer!;
    return [from, node].filter(Boolean).map(this.speech.called).join(' → ');
  }

  /** Unrounded, as programs read it; rows and columns by their numbers in PyTorch, from 0. */
  csv(): string {
    const { window } = this.frame;
    return toCsv(
      ['row', ...this.columns()],
      window.rows.map((row, at) => [row, ...this.numbers(at)]),
    );
  }

  /** The numbers that are drawn, and how far each map ranges. */
  table(): Table {
    const { format, text } = this.speech;
    const { window, maps } = this.frame;
    const layer = this.choice.layer!;
    const figures = (values: readonly number[]) =>
      values.map((value) => significant(value, DIGITS));
    return {
      caption: scope(this.frame, this.choice.shownForm, format, text).join(' '),
      header: [layer.name ? `${layer.name}[${layer.shape.join(', ')}]` : '', ...this.columns()],
      rows: [
        ...window.rows.map((row, at) => [String(row), ...figures(this.numbers(at))]),
        ...maps.pictures.map(({ least, greatest }, channel) => [
          text('chart.inside.map', { map: format.count(channel + 1) }),
          ...figures([least, greatest]),
        ]),
      ],
      named: true,
    };
  }

  private columns(): readonly string[] {
    const { window } = this.frame;
    const layer = this.choice.layer!;
    return [
      ...window.columns.map((number, column) =>
        channelsOf(layer) > 0 ? placeText(this.frame, column) : String(number),
      ),
      ...(window.biases.length > 0 ? [layer.bias] : []),
    ];
  }

  private numbers(row: number): readonly number[] {
    const { window } = this.frame;
    return [
      ...window.columns.map((_, column) => valueAt(window, { row, column })!),
      ...(window.biases.length > 0 ? [window.biases[row]] : []),
    ];
  }
}

/** Channel, row and column of a filter's number. */
function placeText(frame: InsideFrame, column: number): string {
  const { index } = placeOf(frame, { row: 0, column });
  const { shape } = frame.layers[frame.chosen];
  const cells = shape.slice(2).reduce((product, size) => product * size, 1);
  const [, wide] = kernelOf(frame.layers[frame.chosen]);
  const cell = index % cells;
  const channel = Math.floor(index / cells) % shape[1];
  return `${channel}, ${Math.floor(cell / wide)}, ${cell % wide}`;
}

type Canvas = CanvasRenderingContext2D;

function picture(
  x: number,
  y: number,
  width: number,
  height: number,
  draw: (context: Canvas) => void,
): string {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(SHARPNESS * width);
  canvas.height = Math.ceil(SHARPNESS * height);
  const context = canvas.getContext('2d')!;
  context.scale(SHARPNESS, SHARPNESS);
  draw(context);
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" href="${canvas.toDataURL()}"/>`;
}
