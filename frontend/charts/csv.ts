import { COLUMNS, type MetricHistory } from '../stream/history';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table with a header line (RFC 4180). Numbers are written as programs read them, whatever the
 * page's language; what is no number stays empty, and a text that a spreadsheet would calculate is
 * led by an apostrophe.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [header, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(value: unknown): string {
  if (typeof value === 'number') return numeral(value);
  const text = String(value ?? '');
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** As few digits as tell the number from its neighbours, in the precision that it came in. */
function numeral(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value) || Math.fround(value) !== value) return String(value);
  const digits = [6, 7, 8].find((count) => Math.fround(Number(value.toPrecision(count))) === value);
  return String(Number(value.toPrecision(digits ?? 9)));
}

/** All points of a run, unthinned. */
export function historyCsv(history: MetricHistory): string {
  const columns = COLUMNS.map((column) => history.column(column));
  const rows = Array.from({ length: history.length }, (_, row) =>
    columns.map((values) => values[row]),
  );
  return toCsv(COLUMNS, rows);
}
