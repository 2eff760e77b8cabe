import 'driver.js/dist/driver.css';
import { driver, type DriveStep } from 'driver.js';
import type { Translate } from '../graph-editor/core/text';

const SEEN = 'spirallab.tour';

type Side = 'top' | 'right' | 'bottom' | 'left';

/** What is pointed at, in turn. */
const STEPS: readonly (readonly [id: string, element: string, side: Side])[] = [
  ['data', '.lab-data', 'right'],
  ['graph', 'graph-editor', 'left'],
  ['settings', '.lab-knobs', 'bottom'],
  ['play', '.lab-play', 'bottom'],
  ['results', '.lab-results', 'left'],
  ['keep', '.lab-tools', 'bottom'],
];

export function tourSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return true;
  }
}

/** Leads through the page; whoever skips or ends it is not asked again. */
export function startTour(t: Translate): void {
  const tour = driver({
    steps: STEPS.map((step) => stepOf(step, t)),
    animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    allowScroll: true,
    overlayClickBehavior: () => {},
    skipMissingElement: true,
    disableActiveInteraction: true,
    stagePadding: 4,
    stageRadius: 12,
    popoverClass: 'lab-tour',
    showButtons: ['next', 'previous', 'close'],
    showProgress: true,
    progressText: t('help.tour.progress'),
    nextBtnText: t('help.tour.next'),
    prevBtnText: t('help.tour.back'),
    doneBtnText: t('help.tour.done'),
    onPopoverRender: ({ closeButton, footer }) => {
      closeButton.textContent = t('help.tour.skip');
      closeButton.setAttribute('aria-label', t('help.tour.skip'));
      footer.append(closeButton);
    },
    onHighlighted: (_element, _step, { state }) => state.popover?.nextButton.focus(),
    onDestroyed: () => localStorage.setItem(SEEN, 'seen'),
  });
  tour.drive();
}

function stepOf([id, element, side]: (typeof STEPS)[number], t: Translate): DriveStep {
  return {
    element,
    popover: {
      title: t(`help.tour.${id}`),
      description: t(`help.tour.${id}.text`),
      side,
      align: 'start',
    },
  };
}
