const KEY = 'spirallab.begun';

let begun = false;

/** Whether somebody has done anything in this tab: then nothing may come between. */
export function hasBegun(): boolean {
  try {
    return begun || sessionStorage.getItem(KEY) !== null;
  } catch {
    return begun;
  }
}

function begin(): void {
  begun = true;
  try {
    sessionStorage.setItem(KEY, 'begun');
  } catch {
    // A full or forbidden storage keeps nothing.
  }
}

for (const type of ['pointerdown', 'keydown']) {
  addEventListener(type, begin, { once: true, capture: true });
}
