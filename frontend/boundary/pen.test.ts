import { beforeEach, describe, expect, it } from 'vitest';

import { inksFor, Pen, type Stroke } from './pen';

const EXTENT = { xMin: -1, xMax: 1, yMin: -1, yMax: 1 };
const COLOUR = [1, 2, 3] as const;
const PALETTE = {
  background: COLOUR,
  ink: COLOUR,
  classes: [COLOUR],
  marks: [COLOUR],
  low: COLOUR,
  high: COLOUR,
};
const MARKUP = `<div class="plot"></div><div class="tools"><button class="chip pen"></button>
  <span class="inks"></span><button class="chip rub"></button><button class="chip wipe"></button></div>`;

describe('pen', () => {
  let root: HTMLElement;
  let strokes: Stroke[];
  let pen: Pen;

  beforeEach(() => {
    root = document.createElement('div');
    root.innerHTML = MARKUP;
    strokes = [];
    pen = new Pen({
      find: <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!,
      text: (key) => key,
      extent: () => EXTENT,
      classes: () => 2,
      palette: () => PALETTE,
      done: (stroke) => strokes.push(stroke),
      redraw: () => {},
    });
  });

  function press(key: string, shiftKey = false): boolean {
    return pen.key(new KeyboardEvent('keydown', { key, shiftKey }), { u: 0.5, v: 0.25 });
  }

  it('leaves the keys alone until it is taken up', () => {
    expect(press('Enter')).toBe(false);
    expect(strokes).toEqual([]);
  });

  it('puts points at the crosshair, of the class that was chosen or the next', () => {
    root.querySelector<HTMLElement>('.pen')!.click();
    press('1');
    expect(press('Enter')).toBe(true);
    press('Enter', true);
    expect(strokes).toEqual([
      { add: [[0, 0.5]], label: 1 },
      { add: [[0, 0.5]], label: 2 },
    ]);
    expect(press('ArrowLeft')).toBe(false);
  });

  it('shows what was drawn until the server knows of it', () => {
    root.querySelector<HTMLElement>('.pen')!.click();
    press('Enter');
    const points = { regression: false, extent: EXTENT, points: [] };
    expect(pen.apply(points).points).toEqual([{ x: 0, y: 0.5, value: 0, test: false }]);
    pen.settle();
    expect(pen.apply(points).points).toEqual([]);
  });

  it('erases at the crosshair, and everything', () => {
    root.querySelector<HTMLElement>('.rub')!.click();
    press('Enter');
    expect(strokes[0]).toMatchObject({ rub: [[0, 0.5]] });
    root.querySelector<HTMLElement>('.wipe')!.click();
    expect(strokes[1]).toEqual({ wipe: true });
  });

  it('offers the classes that there are and one more, as far as colours go', () => {
    expect(inksFor(0)).toBe(3);
    expect(inksFor(3)).toBe(4);
    expect(inksFor(5)).toBe(5);
  });
});
