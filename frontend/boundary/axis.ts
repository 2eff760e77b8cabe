import { significant } from '../charts/format';
import type { Extent } from '../stream/frames';

/** Three round marks at most about, none at the very edges. */
export function marks(min: number, max: number): number[] {
  const raw = (max - min) / 3;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * magnitude).find((s) => s >= raw) ?? 10 * magnitude;
  const edge = 0.02 * (max - min);
  const first = Math.ceil((min + edge) / step);
  const last = Math.floor((max - edge) / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(6)),
  );
}

/** The labels along the left and the lower edge; the corner is left to the lower one. */
export function tickLabels({ xMin, xMax, yMin, yMax }: Extent): HTMLElement[] {
  const corner = yMin + 0.08 * (yMax - yMin);
  return [
    ...marks(xMin, xMax).map((x) => label('x', x, (x - xMin) / (xMax - xMin))),
    ...marks(yMin, yMax)
      .filter((y) => y > corner)
      .map((y) => label('y', y, (yMax - y) / (yMax - yMin))),
  ];
}

function label(axis: 'x' | 'y', value: number, share: number): HTMLElement {
  const mark = document.createElement('span');
  mark.className = axis;
  mark.style.setProperty('--at', String(share));
  mark.textContent = significant(value, 2).replace(/\.0$/, '');
  return mark;
}
