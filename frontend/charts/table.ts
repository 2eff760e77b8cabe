/** Fills a table's head and body with texts. */
export function fillTable(
  table: HTMLTableElement,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  table.tHead!.replaceChildren(line('th', header));
  table.tBodies[0].replaceChildren(...rows.map((cells) => line('td', cells)));
}

function line(cell: 'th' | 'td', texts: readonly string[]): HTMLElement {
  const row = document.createElement('tr');
  row.append(
    ...texts.map((text) => {
      const element = document.createElement(cell);
      if (cell === 'th') element.setAttribute('scope', 'col');
      element.textContent = text;
      return element;
    }),
  );
  return row;
}
