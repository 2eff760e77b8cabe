import { ConnectionState, type ConnectionStateStore } from '@vaadin/common-frontend';
import { Journal, type Change } from './journal';

/** A field of Vaadin's or the browser's, as far as it is needed here. */
type Field = HTMLElement & {
  value?: unknown;
  checked?: boolean;
  readonly label?: string;
  readonly accessibleName?: string;
  readonly readonly?: boolean;
  readonly disabled?: boolean;
};

const FIELDS =
  'vaadin-text-field, vaadin-select, vaadin-checkbox, vaadin-combo-box, input[type=range]';
const SETTINGS = '.lab-settings';
/** Those of the experiment: the graph keeps what was drawn by itself. */
const PLACES = `.lab-page, ${SETTINGS}`;

let journal: Journal | undefined;
try {
  journal = new Journal(sessionStorage);
} catch {
  // Where there is no storage, what the server does not hear of is lost with the page.
}

/** What an earlier page noted is there until it is given again. */
let hasNoted = false;

/**
 * What fields were given is noted until the server has answered. A server that was restarted does
 * not know the page any more: it is loaded anew, and its fields are given once more what was noted.
 */
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLElement && target.matches(FIELDS) && target.closest(PLACES)) {
    journal?.note(changeOf(target));
    hasNoted = true;
  }
});

/** The first answer after a break may be that the page is unknown: it does not count. */
let wasAway = false;
connection()?.addStateChangeListener((_before, now) => {
  if (now === ConnectionState.LOADING) {
    return;
  }
  if (now === ConnectionState.CONNECTED && !wasAway && hasNoted) {
    journal?.clear();
    hasNoted = false;
  }
  wasAway = now !== ConnectionState.CONNECTED;
});

function connection(): ConnectionStateStore | undefined {
  return (window as { Vaadin?: { connectionState?: ConnectionStateStore } }).Vaadin
    ?.connectionState;
}

/** Called by `SavedState.java` once the experiment is on the page. */
function replay(experiment: string): void {
  const changes = journal?.take(experiment) ?? [];
  changes.filter((change) => !change.inSettings).forEach(give);
  const inSettings = changes.filter((change) => change.inSettings);
  if (inSettings.length > 0) {
    openSettings(() => inSettings.forEach(give));
  }
}

/** The dialog was open, so it opens again. */
function openSettings(then: () => void): void {
  const watch = new MutationObserver(() => {
    if (document.querySelector(`${SETTINGS} vaadin-text-field`)) {
      watch.disconnect();
      then();
    }
  });
  watch.observe(document.body, { childList: true, subtree: true });
  document.querySelector<HTMLElement>('.lab-settings-button')?.click();
}

function changeOf(field: Field): Change {
  const value = field.matches('vaadin-checkbox') ? field.checked : field.value;
  const inSettings = field.closest(SETTINGS) !== null;
  return { tag: field.localName, name: nameOf(field), value, inSettings };
}

function nameOf(field: Field): string {
  return field.label || field.accessibleName || field.ariaLabel || '';
}

function give({ tag, name, value, inSettings }: Change): void {
  const field = [...document.querySelectorAll<Field>(tag)].find(
    (each) =>
      nameOf(each) === name &&
      (each.closest(SETTINGS) !== null) === inSettings &&
      each.closest(PLACES) &&
      !each.readonly &&
      !each.disabled,
  );
  if (field) {
    field[field.matches('vaadin-checkbox') ? 'checked' : 'value'] = value as never;
    field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }
}

window.spiralLabReplay = replay;

declare global {
  interface Window {
    spiralLabReplay?: (experiment: string) => void;
  }
}
