import { ConnectionState, type ConnectionStateStore } from '@vaadin/common-frontend';
import { Journal, type Change } from './journal';

/** A field of Vaadin's, as far as it is needed here. */
type Field = HTMLElement & {
  value?: unknown;
  checked?: boolean;
  readonly label?: string;
  readonly accessibleName?: string;
  readonly readonly?: boolean;
  readonly disabled?: boolean;
};

const FIELDS =
  'vaadin-text-field, vaadin-text-area, vaadin-select, vaadin-checkbox, vaadin-slider, vaadin-combo-box';

/** How long a page lives on at least that is not reloaded once the server is back. */
const RELOADED_BY_THEN = 3_000;

const journal = new Journal(sessionStorage);

/**
 * What fields were given is noted until the server has answered. A server that was restarted does
 * not know the page any more: it is loaded anew, and its fields are given once more what was noted.
 */
document.addEventListener('change', ({ target }) => {
  const field = target instanceof Element ? target.closest<Field>(FIELDS) : null;
  if (field && target === field && field.closest('.lab-page')) {
    journal.note(changeOf(field));
  }
});

let wasAway = false;
connection()?.addStateChangeListener((_before, now) => {
  if (now === ConnectionState.CONNECTED) {
    setTimeout(() => journal.clear(), wasAway ? RELOADED_BY_THEN : 0);
    wasAway = false;
  } else if (now !== ConnectionState.LOADING) {
    wasAway = true;
  }
});

function connection(): ConnectionStateStore | undefined {
  return (window as { Vaadin?: { connectionState?: ConnectionStateStore } }).Vaadin
    ?.connectionState;
}

/** Called by `SavedState.java` once one's own work is on the page. */
function replay(): void {
  for (const change of journal.take()) {
    const field = [...document.querySelectorAll<Field>(`.lab-page ${change.tag}`)].find(
      (each) => nameOf(each) === change.name && !each.readonly && !each.disabled,
    );
    if (field) {
      give(field, change);
    }
  }
}

function changeOf(field: Field): Change {
  const value = field.matches('vaadin-checkbox') ? field.checked : field.value;
  return { tag: field.localName, name: nameOf(field), value };
}

function nameOf(field: Field): string {
  return field.label || field.accessibleName || field.ariaLabel || '';
}

function give(field: Field, { value }: Change): void {
  if (field.matches('vaadin-checkbox')) {
    field.checked = value === true;
  } else {
    field.value = value;
  }
  field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
}

window.spiralLabReplay = replay;

declare global {
  interface Window {
    spiralLabReplay?: () => void;
  }
}
