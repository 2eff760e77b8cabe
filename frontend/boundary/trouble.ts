import { element } from '../charts/elements';
import type { Text } from '../charts/words';
import type { ProblemFrame, StateFrame } from '../stream/frames';

const ADVICE = [
  'chart.diverged.learningRate',
  'chart.diverged.clipping',
  'chart.diverged.standardise',
  'chart.diverged.activation',
];

/** Over the picture of a run that diverged: at which step, and what to try. */
export function showTrouble(
  card: HTMLElement,
  state: StateFrame | undefined,
  problem: ProblemFrame | undefined,
  text: Text,
): void {
  const diverged = state?.state === 'ended' && state.reason === 'diverged';
  const content = diverged ? cardOf(state, problem, text) : [];
  card.hidden = !diverged;
  if (card.textContent !== content.map((element) => element.textContent).join('')) {
    card.replaceChildren(...content);
  }
}

function cardOf(state: StateFrame, problem: ProblemFrame | undefined, text: Text): HTMLElement[] {
  const values = { step: state.at.step, ...problem?.problem.arguments };
  const list = document.createElement('ul');
  list.append(...ADVICE.map((key) => element('li', text(key, values))));
  return [
    element('h4', text('chart.ended.diverged', values)),
    element('p', text('chart.diverged.what')),
    list,
  ];
}
