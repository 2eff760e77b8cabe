import { significant } from '../charts/format';
import { css } from '../charts/theme';
import type { BoundaryFrame, Extent } from '../stream/frames';
import { markColour, type Palette } from './paint';
import { inputsAt, scoresAt, type Place } from './plane';

/** The crosshair and the card beside it: where it is, and what the model says there. */
export class ReadOut {
  constructor(
    private readonly cross: HTMLElement,
    private readonly card: HTMLElement,
    private readonly nameOfValue: () => string,
  ) {}

  hide(): void {
    this.cross.hidden = this.card.hidden = true;
  }

  show(place: Place, extent: Extent, frame: BoundaryFrame | undefined, palette: Palette): void {
    this.cross.hidden = this.card.hidden = false;
    this.cross.style.setProperty('--u', String(place.u));
    this.cross.style.setProperty('--v', String(place.v));
    const { x, y } = inputsAt(extent, place);
    this.card.querySelector('.at')!.textContent = `x₁ ${coordinate(x)}  x₂ ${coordinate(y)}`;
    const scores = frame ? scoresAt(frame, place) : [];
    this.showScores(scores, frame?.task === 'classes', palette);
    this.placeCard(place);
  }

  /** For those who hear it. */
  get words(): string {
    return this.card.innerText.replace(/\s+/g, ' ');
  }

  private showScores(scores: readonly number[], classes: boolean, palette: Palette): void {
    const list = this.card.querySelector('.scores')!;
    while (list.children.length > scores.length) list.lastElementChild!.remove();
    while (list.children.length < scores.length) list.append(row());
    const best = scores.indexOf(Math.max(...scores));
    scores.forEach((score, index) => {
      const item = list.children[index] as HTMLElement;
      const [name, bar, value] = item.children as unknown as HTMLElement[];
      name.textContent = classes ? String(index) : this.nameOfValue();
      bar.hidden = !classes;
      bar.style.setProperty('--colour', css(markColour(palette, index)));
      bar.style.setProperty('--share', String(score));
      value.textContent = classes ? score.toFixed(2) : significant(score, 3);
      item.classList.toggle('best', classes && index === best);
    });
  }

  /** Towards the middle, so that it never leaves the picture. */
  private placeCard({ u, v }: Place): void {
    const [x, y] = [u * this.cross.clientWidth, v * this.cross.clientHeight];
    const left = u > 0.5 ? x - this.card.offsetWidth - 12 : x + 12;
    const top = v > 0.5 ? y - this.card.offsetHeight - 12 : y + 12;
    this.card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}

function row(): HTMLElement {
  const item = document.createElement('li');
  item.append(...['b', 'i', 'span'].map((name) => document.createElement(name)));
  return item;
}

/** Two decimals, as wide with a sign as without. */
function coordinate(value: number): string {
  return (value < 0 ? '−' : '\u2007') + Math.abs(value).toFixed(2);
}
