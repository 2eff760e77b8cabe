/** A heading of a table; what does not fit is in its title. */
export function header(text: string, scope: 'row' | 'col'): HTMLTableCellElement {
  const made = document.createElement('th');
  made.scope = scope;
  made.textContent = text;
  made.title = text;
  return made;
}

export function cell(text: string): HTMLTableCellElement {
  const made = document.createElement('td');
  made.textContent = text;
  return made;
}
