import type { Palette } from '../boundary/paint';
import type { Format } from '../charts/format';
import type { Rgb } from '../charts/theme';
import type { Text } from '../charts/words';
import type { InsideFrame } from '../stream/inside';
import { drawImage, drawOverview, drawPictures, prepare, type Pen } from './draw';
import { Tiles } from './layout';
import { exampleWords } from './words';

const PHOTO = 72;
const OVERVIEW = 128;
const THINNEST = 12;

/** Colours and words. */
export interface Told {
  readonly palette: Palette;
  readonly accent: Rgb;
  readonly format: Format;
  readonly text: Text;
}

function penOf(context: CanvasRenderingContext2D, { palette, accent }: Told): Pen {
  return { context, palette, accent, spot: undefined };
}

/** The whole of a large matrix beside its window. */
export function showOverview(
  figure: HTMLElement,
  frame: InsideFrame,
  shown: boolean,
  told: Told,
): void {
  const { overview, window } = frame;
  figure.hidden = !shown || overview.values.length === 0;
  if (figure.hidden) return;
  const [rows, columns = 1] = frame.layers[frame.chosen].shape;
  const scale = OVERVIEW / Math.max(rows, columns);
  const size = [Math.max(THINNEST, columns * scale), Math.max(THINNEST, rows * scale)] as const;
  const canvas = figure.querySelector('canvas')!;
  drawOverview(penOf(prepare(canvas, ...size), told), overview, size, [rows, columns], window);
  const label = told.text('chart.inside.overviewOf', {
    rows: told.format.count(rows),
    columns: told.format.count(columns),
    most: told.format.number(overview.most),
  });
  canvas.setAttribute('aria-label', label);
}

/** What the layer makes of the example. */
export function showMaps(section: HTMLElement, frame: InsideFrame, told: Told): void {
  const { maps, input } = frame;
  const shown = maps.pictures.length;
  section.hidden = shown === 0;
  if (shown === 0) return;
  const words = exampleWords(frame, told.format, told.text).join(' ');
  section.querySelector('.map-words')!.textContent = words;
  const photo = section.querySelector<HTMLCanvasElement>('.input')!;
  photo.hidden = input.pictures.length === 0;
  photo.setAttribute('aria-label', told.text('chart.inside.input'));
  if (!photo.hidden) {
    const scale = PHOTO / Math.max(input.width, input.height);
    const context = prepare(photo, input.width * scale, input.height * scale);
    drawImage(penOf(context, told), input, PHOTO);
  }
  const all = section.querySelector<HTMLElement>('.all')!;
  const canvas = all.querySelector('canvas')!;
  const tiles = new Tiles(shown, [maps.height, maps.width], all.clientWidth - 2);
  drawPictures(penOf(prepare(canvas, tiles.width, tiles.height), told), tiles, maps);
  canvas.setAttribute('aria-label', words);
  const more = maps.channels - shown;
  all.querySelector('.rest')!.textContent =
    more > 0 ? told.text('chart.inside.moreMaps', { count: told.format.count(more) }) : '';
}
