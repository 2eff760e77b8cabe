import { COLUMNS, type MetricHistory } from '../stream/history';

/** A table with a header line (RFC 4180); what is no number stays empty. */
export function toCsv(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [header, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(value: unknown): string {
  if (typeof value === 'number') return numeral(value);
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Single precision has no more than seven digits to tell. */
function numeral(value: number): string {
  if (Number.isNaN(value)) return '';
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(7)));
}

/** All points of a run, unthinned. */
export function historyCsv(history: MetricHistory): string {
  const columns = COLUMNS.map((column) => history.column(column));
  const rows = Array.from({ length: history.length }, (_, row) =>
    columns.map((values) => values[row]),
  );
  return toCsv(COLUMNS, rows);
}
