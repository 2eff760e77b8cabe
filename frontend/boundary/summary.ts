import type { Format } from '../charts/format';
import { figuresNow, type Text } from '../charts/words';
import type { BoundaryFrame, StateFrame } from '../stream/frames';
import type { MetricHistory } from '../stream/history';
import type { Back } from '../stream/lookback';
import { backWords } from './back';
import { classCount, taskOf, type PlanePoints } from './plane';
import { planeSentence } from './words';

/** What is seen, and how far its run is. */
export interface Seen {
  readonly onPlane: boolean;
  readonly frame: BoundaryFrame | undefined;
  readonly points: PlanePoints | undefined;
  readonly back: Back | undefined;
  readonly state: StateFrame | undefined;
  readonly history: MetricHistory | undefined;
}

/** The picture in words, a sentence each. */
export function summaryOf(seen: Seen, format: Format, text: Text): readonly string[] {
  const { onPlane, frame, points, back } = seen;
  if (!onPlane) return [text('chart.noPlane')];
  const what =
    taskOf(points, frame) === 'regression'
      ? text('chart.surface')
      : text('chart.boundaryOf', { classes: classCount(points, frame) });
  const plane = frame ? [planeSentence(frame, format, text)] : [];
  return back
    ? [backWords(back, format, text), what, ...plane]
    : [what, ...plane, ...progress(seen, format, text)];
}

function progress({ state, history }: Seen, format: Format, text: Text): string[] {
  const last = history?.last;
  if (!state || !last) return [];
  const epoch = text('chart.inEpoch', { epoch: format.count(state.at.epoch) });
  return [`${text(`chart.state.${state.state}`)}${epoch}`, figuresNow(last, format, text)];
}
