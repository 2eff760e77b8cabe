import '@vaadin/popover';
import type { Popover } from '@vaadin/popover';
import { useEffect, useMemo, useState } from 'react';
import type { Topic } from '../texts/texts';
import { topicOf } from './store';

interface Marks {
  /** Where the explanation is to be drawn. */
  readonly popover: Popover;
  readonly topics: readonly Topic[];
}

/**
 * Explains what stands beside a mark that is clicked: any button with `data-explains`, keys of a
 * topic of which the first that there is counts, and perhaps `data-chosen`, one more.
 */
export function useMarks(host: HTMLElement, topics: readonly Topic[]): Marks {
  const popover = useMemo(makePopover, []);
  const [shown, setShown] = useState<readonly Topic[]>([]);

  useEffect(() => {
    host.append(popover);
    return () => popover.remove();
  }, [host, popover]);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const mark = markOf(event);
      if (!mark || (popover.opened && popover.target === mark)) {
        return;
      }
      event.preventDefault();
      const { explains = '', chosen = '' } = mark.dataset;
      const found = [topicOf(topics, explains), topicOf(topics, chosen)].filter(
        (topic) => topic !== undefined,
      );
      // After what was open has closed because of this click.
      setTimeout(() => open(popover, mark, found[0]?.name ?? '', () => setShown(found)));
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, [popover, topics]);

  return { popover, topics: shown };
}

function makePopover(): Popover {
  const popover = document.createElement('vaadin-popover');
  popover.className = 'lab-explanation';
  popover.trigger = [];
  popover.position = 'bottom';
  popover.autofocus = true;
  popover.setAttribute('theme', 'arrow');
  popover.addEventListener('closed', () => giveBack(popover));
  return popover;
}

/** The focus goes back to the mark, unless it has gone elsewhere meanwhile. */
function giveBack(popover: Popover): void {
  const focused = document.activeElement;
  if (focused === document.body || (focused && popover.contains(focused))) {
    popover.target?.focus();
  }
}

function markOf(event: Event): HTMLElement | undefined {
  const [target] = event.composedPath();
  const mark = target instanceof Element ? target.closest('[data-explains]') : null;
  return mark instanceof HTMLElement ? mark : undefined;
}

function open(popover: Popover, mark: HTMLElement, name: string, show: () => void): void {
  show();
  popover.target = mark;
  popover.setAttribute('aria-label', name);
  popover.opened = true;
}
