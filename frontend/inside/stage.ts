import type { UnitsFrame } from '../stream/frames';
import type { InsideFrame } from '../stream/inside';
import type { Choice } from './choice';
import { drawFilters, drawLinks, drawMatrix, type Pen } from './draw';
import { Filters, Links, Matrix, type Layout } from './layout';
import { kernelOf } from './plan';

/** Where the chosen numbers are drawn, in so many CSS pixels across; nothing where there are none. */
export function layoutOf(choice: Choice, room: number): Layout | undefined {
  const { layer, frame } = choice;
  if (!layer || !frame) return undefined;
  switch (choice.shownForm) {
    case 'links':
      return new Links(frame.window, room);
    case 'matrix':
      return new Matrix(frame.window, room);
    case 'filters':
      return new Filters(frame.window, kernelOf(layer), choice.span[0], room);
    case 'none':
      return undefined;
  }
}

/** Draws the chosen numbers where the layout has them. */
export function drawStage(
  pen: Pen,
  layout: Layout,
  choice: Choice,
  units: UnitsFrame | undefined,
): void {
  const { window, layers, chosen } = choice.frame as InsideFrame;
  const layer = layers[chosen];
  const [first, count] = choice.span;
  if (layout instanceof Links) {
    const bank = (id: string) => units?.banks.find((each) => each.node === id);
    const pictures = units && { frame: units, from: bank(layer.from), to: bank(layer.node) };
    drawLinks(pen, layout, window, pictures);
  } else if (layout instanceof Matrix) {
    drawMatrix(pen, layout, window);
  } else if (layout instanceof Filters && count > 0) {
    drawFilters(pen, layout, window, kernelOf(layer), first, choice.colours);
  }
}
