import { showScale } from '../boundary/legend';
import type { Palette } from '../boundary/paint';
import { element } from '../charts/elements';
import type { Text } from '../charts/words';
import { countsOf, rangeOf, type Plot } from './features';
import { markerSvg } from './features-picture';
import type { NameOf } from './mistakes';
import { showPicture } from './picture';

/** What the side asks of the view around it. */
export interface Around {
  readonly text: Text;
  readonly nameOf: NameOf;
  /** The classes that are not shown; a click puts one in or takes it out. */
  readonly hidden: Set<number>;
  count(value: number): string;
  toggled(): void;
}

const MOST_CELLS = 8;

/** Beside the picture of a layer's outputs: the example that is read, and the classes. */
export class FeaturesSide {
  private legend = '';

  constructor(
    private readonly root: ShadowRoot,
    private readonly around: Around,
  ) {}

  /** Names or colours are others now. */
  forget(): void {
    this.legend = '';
  }

  /** @param row of the plot; -1: none */
  drawReading({ frame: { head }, chosen }: Plot, row: number, words: string): void {
    const exhibit = row < 0 ? undefined : head.exhibits[chosen[row]];
    const canvas = this.find<HTMLCanvasElement>('.reading canvas');
    canvas.hidden = !exhibit?.picture;
    canvas.setAttribute('aria-label', this.around.text('chart.features.picture'));
    if (exhibit?.picture) showPicture(canvas, exhibit.picture, head.kind);
    this.find('.pin').hidden = !head.kind.plane;
    this.find('.what').textContent = words || this.around.text('chart.features.hint');
    const cells = (exhibit?.cells ?? []).slice(0, MOST_CELLS);
    this.find('.cells').replaceChildren(
      ...cells.flatMap((value, at) => [element('dt', head.kind.columns[at]), element('dd', value)]),
    );
  }

  drawLegend(plot: Plot, palette: Palette): void {
    const { classes, answers } = plot.frame.head;
    const { hidden } = this.around;
    const counts = classes ? countsOf(plot) : [];
    this.find('.classes').hidden = !classes;
    this.find('.scale').hidden = classes;
    this.find('.ring').hidden = !classes || answers.length === 0;
    if (!classes) return showScale(this.find('.scale'), rangeOf(plot), palette);
    const now = JSON.stringify([counts, [...hidden]]);
    if (now === this.legend) return;
    const place = this.find('.classes');
    if (place.children.length !== counts.length || this.legend === '') {
      place.replaceChildren(...counts.map((_, label) => this.classButton(label, palette)));
    }
    this.legend = now;
    counts.forEach((count, label) => {
      const button = place.children[label];
      button.setAttribute('aria-pressed', String(!hidden.has(label)));
      button.querySelector('span')!.textContent = this.around.count(count);
    });
  }

  /** Stays as long as the class does, so that the focus does. */
  private classButton(label: number, palette: Palette): HTMLButtonElement {
    const { hidden, nameOf, text, toggled } = this.around;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'chip';
    button.innerHTML = `${markerSvg(label, palette)}<b></b><span></span>`;
    button.querySelector('b')!.textContent = nameOf(label);
    button.title = text('chart.class', { class: nameOf(label) });
    button.addEventListener('click', () => {
      if (!hidden.delete(label)) hidden.add(label);
      toggled();
    });
    return button;
  }

  private find<E extends Element = HTMLElement>(selector: string): E {
    return this.root.querySelector<E>(selector)!;
  }
}
