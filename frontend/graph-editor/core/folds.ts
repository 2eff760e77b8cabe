const KEY = 'spirallab.palette';

/** What a first network is made from; the other groups are folded until somebody opens them. */
const OPEN_AT_FIRST: readonly string[] = ['data', 'dense', 'activation', 'regularisation', 'merge'];

/** The groups of the palette that stand open, as this browser remembers them. */
export function openGroups(): ReadonlySet<string> {
  try {
    const groups: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return new Set(Array.isArray(groups) ? groups : OPEN_AT_FIRST);
  } catch {
    return new Set(OPEN_AT_FIRST);
  }
}

/** The groups with this one opened or folded; remembered where there is room. */
export function toggled(open: ReadonlySet<string>, group: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(group)) {
    next.add(group);
  }
  try {
    localStorage.setItem(KEY, JSON.stringify([...next]));
  } catch {
    // A full or forbidden storage remembers nothing.
  }
  return next;
}
