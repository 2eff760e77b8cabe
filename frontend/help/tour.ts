import 'driver.js/dist/driver.css';
import { driver, type Driver, type DriveStep } from 'driver.js';
import type { Translate } from '../graph-editor/core/text';

const SEEN = 'spirallab.tour';

type Side = 'top' | 'right' | 'bottom' | 'left';

interface Stop {
  readonly id: string;
  readonly element: string;
  readonly side: Side;
  /** What must be chosen to see it where there is no room for everything at once. */
  readonly place?: string;
}

/** What is pointed at, in turn. */
const STOPS: readonly Stop[] = [
  { id: 'data', element: '.lab-data', side: 'right', place: '.lab-place-data' },
  { id: 'graph', element: 'graph-editor', side: 'left', place: '.lab-place-model' },
  { id: 'settings', element: '.lab-knobs', side: 'bottom', place: '.lab-place-training' },
  { id: 'play', element: '.lab-play', side: 'bottom' },
  { id: 'results', element: '.lab-boundary-card', side: 'left', place: '.lab-place-curves' },
  { id: 'keep', element: '.lab-tools', side: 'bottom' },
];

/** What the library says of whatever it points at, though only buttons have popups. */
const PRETENCES = ['aria-haspopup', 'aria-expanded', 'aria-controls'];

/** How long a place may take to show, in animation frames. */
const FRAMES = 120;

export function tourSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return true;
  }
}

/** Whoever has seen it, or was told where to find it, is not asked again. */
export function rememberTour(): void {
  try {
    localStorage.setItem(SEEN, 'seen');
  } catch {
    // A full or forbidden storage keeps nothing.
  }
}

/** Leads through the page, and then back to where it began. */
export function startTour(t: Translate): void {
  const goBack = wayBack();
  const tour: Driver = driver({
    steps: STOPS.map((stop) => stepOf(stop, t)),
    animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    allowScroll: true,
    overlayClickBehavior: () => {},
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
    // In the order in which they are reached: the first one gets the focus.
    // Its title and foot are the popover's, no landmarks of the page.
    onPopoverRender: ({ closeButton, footer, footerButtons, nextButton, title }) => {
      title.setAttribute('role', 'none');
      footer.setAttribute('role', 'none');
      footerButtons.prepend(nextButton);
      closeButton.textContent = t('help.tour.skip');
      closeButton.setAttribute('aria-label', t('help.tour.skip'));
      footer.append(closeButton);
    },
    onHighlightStarted: (element) => queueMicrotask(() => tellTheTruth(element)),
    onNextClick: (_element, _step, { index = 0 }) => void go(tour, index + 1),
    onPrevClick: (_element, _step, { index = 0 }) => void go(tour, index - 1),
    onDestroyed: () => {
      rememberTour();
      goBack();
    },
  });
  void go(tour, 0);
}

/** What the page shows now and has the focus; without any, the keyboard begins at its main part. */
function wayBack(): () => void {
  const place = document.querySelector<HTMLElement>('.lab-places [aria-pressed=true]');
  const focused = document.activeElement;
  const scrolled = [
    document.scrollingElement,
    ...document.querySelectorAll('.lab-desk, .lab-main'),
  ].flatMap((part) => (part ? [{ part, top: part.scrollTop }] : []));
  return () => {
    if (place?.checkVisibility() && place.ariaPressed !== 'true') {
      place.click();
    }
    const kept = focused instanceof HTMLElement && focused !== document.body && focused.isConnected;
    const to = kept ? focused : document.querySelector<HTMLElement>('.lab-main');
    to?.focus({ preventScroll: true });
    scrolled.forEach(({ part, top }) => part.scrollTo({ top }));
  };
}

/** Points at a stop once it is to be seen. */
async function go(tour: Driver, index: number): Promise<void> {
  const stop = STOPS[index];
  if (!stop) {
    tour.destroy();
    return;
  }
  await show(stop);
  if (tour.isActive()) {
    tour.moveTo(index);
  } else {
    tour.drive(index);
  }
}

async function show({ element, place }: Stop): Promise<void> {
  if (!isSeen(element) && place !== undefined) {
    document.querySelector<HTMLElement>(place)?.click();
    for (let frame = 0; frame < FRAMES && !isSeen(element); frame++) {
      await new Promise(requestAnimationFrame);
    }
  }
}

function isSeen(selector: string): boolean {
  return document.querySelector(selector)?.checkVisibility() ?? false;
}

function tellTheTruth(element: Element | undefined): void {
  PRETENCES.forEach((name) => element?.removeAttribute(name));
}

function stepOf({ id, element, side }: Stop, t: Translate): DriveStep {
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
