import type { Format } from '../charts/format';
import type { Text } from '../charts/words';
import { hasCome, type Back } from '../stream/lookback';

/** Over the picture of an earlier moment: which it is, and the way back. */
export function showBack(
  mark: HTMLElement,
  back: Back | undefined,
  format: Format,
  text: Text,
): void {
  mark.hidden = !back;
  mark.dataset.step = back && hasCome(back) ? String(back.step) : '';
  mark.querySelector('span')!.textContent = back ? backWords(back, format, text) : '';
}

export function backWords({ step, now }: Back, format: Format, text: Text): string {
  return text('chart.history.back', { step: format.count(step), now: format.count(now) });
}
