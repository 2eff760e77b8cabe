/** What a table shows: its summary, its columns, and its rows, of which the first cell may be a head. */
export interface Table {
  /** The whole in a sentence or two. */
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What has been left out, if anything. */
  readonly note?: string | undefined;
  /** Whether the first cell of a row names it. */
  readonly named?: boolean;
}

/** Inside of the place that {@link fillTable} fills. */
export const TABLE =
  '<div class="table" tabindex="0" role="region" hidden><button type="button" class="chip close" data-text="chart.asChart"></button><table><caption></caption><thead></thead><tbody></tbody></table><p class="note"></p></div>';

/** Rows of a history that a table shows at most. */
export const TABLE_ROWS = 200;

export function fillTable(place: HTMLElement, shown: Table): void {
  const table = place.querySelector('table')!;
  table.caption!.textContent = shown.caption;
  table.tHead!.replaceChildren(line(shown.header, () => 'col'));
  const head = (column: number) => (shown.named && column === 0 ? 'row' : undefined);
  table.tBodies[0].replaceChildren(...shown.rows.map((cells) => line(cells, head)));
  const note = place.querySelector<HTMLElement>('.note')!;
  note.textContent = shown.note ?? '';
  note.hidden = !shown.note;
}

function line(
  texts: readonly string[],
  scope: (column: number) => 'col' | 'row' | undefined,
): HTMLElement {
  const row = document.createElement('tr');
  row.append(
    ...texts.map((text, column) => {
      const of = scope(column);
      const cell = document.createElement(of ? 'th' : 'td');
      if (of) cell.setAttribute('scope', of);
      cell.textContent = text;
      return cell;
    }),
  );
  return row;
}
