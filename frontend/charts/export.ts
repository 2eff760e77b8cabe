import { save } from './save';

export type Export = 'copy' | 'png' | 'svg' | 'csv';

/** A drawing of its own: nothing outside of the text is needed to show it. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What a chart has to give away. */
export interface Exportable {
  /** Without its ending. */
  readonly fileName: string;
  readonly draw: () => Promise<Drawing>;
  readonly csv: () => string;
}

/** Pixels of a picture per pixel of its drawing. */
const SHARPNESS = 2;

/** Copies or saves a chart. A picture that the browser does not let be copied is saved instead. */
export async function exportChart(
  what: Export,
  { fileName, draw, csv }: Exportable,
): Promise<'copied' | 'saved'> {
  switch (what) {
    case 'copy':
      if (await copied(draw().then(toPng))) return 'copied';
      return exportChart('png', { fileName, draw, csv });
    case 'png':
      save(await toPng(await draw()), 'image/png', `${fileName}.png`);
      return 'saved';
    case 'svg':
      save((await draw()).svg, 'image/svg+xml', `${fileName}.svg`);
      return 'saved';
    case 'csv':
      save(csv(), 'text/csv', `${fileName}.csv`);
      return 'saved';
  }
}

async function toPng({ svg, width, height }: Drawing): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SHARPNESS * width;
  canvas.height = SHARPNESS * height;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'),
  );
}

/** Browsers let pages copy only over HTTPS and on the machine itself. */
async function copied(png: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    return false;
  }
}

const PAPER_KEY = 'spirallab.paper';

/** Whether pictures get a white ground whatever the page's theme is; so until somebody changes it. */
export function whitePaper(): boolean {
  try {
    return localStorage.getItem(PAPER_KEY) !== 'theme';
  } catch {
    return true;
  }
}

export function setWhitePaper(white: boolean): void {
  try {
    localStorage.setItem(PAPER_KEY, white ? 'white' : 'theme');
  } catch {
    // A browser that keeps nothing makes white pictures.
  }
}
