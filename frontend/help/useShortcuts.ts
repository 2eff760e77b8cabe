import { useEffect, useRef } from 'react';
import { pressed, singleKeys, types } from '../keys/keys';
import type { Row } from './search';

/** Sets off the actions whose keys are pressed, unless the keys belong to something else. */
export function useShortcuts(rows: readonly Row[], run: (id: string) => void): void {
  const latest = useRef({ rows, run });
  latest.current = { rows, run };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const row = latest.current.rows.find(({ keys }) => pressed(event, keys));
      if (row && !event.defaultPrevented && !event.isComposing && isFree(event, row.keys)) {
        event.preventDefault();
        if (!event.repeat) {
          latest.current.run(row.id);
        }
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The roles of what does something of its own with Space, or floats above the page. */
const ROLES =
  'button checkbox combobox dialog gridcell link listbox menu menuitem menuitemcheckbox ' +
  'menuitemradio option radio searchbox slider spinbutton switch tab textbox treeitem';

const USES_SPACE = [
  'input, textarea, select, button, a, summary, audio, video, dialog, [contenteditable]',
  '.react-flow__edge',
  ...ROLES.split(' ').map((role) => `[role=${role}]`),
].join(', ');

function isFree(event: KeyboardEvent, keys: readonly string[]): boolean {
  const [target] = event.composedPath();
  if (event.key === ' ') {
    return !event
      .composedPath()
      .some((part) => part instanceof Element && part.matches(USES_SPACE));
  }
  const combination = keys.filter((key) => pressed(event, [key]));
  if (!combination.some(types)) {
    return true;
  }
  return singleKeys() && !(target instanceof Element && isBusy(target));
}

/** Whether plain keys belong to a field, or to what floats above the page. */
function isBusy(target: Element): boolean {
  return target.matches(
    'input, textarea, select, [contenteditable], [contenteditable] *, [role=dialog] *, dialog *, [role=menu] *, [role=listbox] *',
  );
}
