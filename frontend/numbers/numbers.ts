/** How a number field steps. */
export interface Stride {
  readonly whole: boolean;
  readonly min: number;
  readonly max: number;
  /** What the next larger value is larger by, unless the factor is not 1. */
  readonly step: number;
  /** What the next larger value is multiplied by. */
  readonly factor: number;
  readonly usual: readonly number[];
}

/** What a number field takes and how it steps; `Amount.java` is its other half. */
export interface Amount extends Stride {
  readonly unit: string;
  /** What stands for 0, if anything. */
  readonly zero: string;
  readonly percent: boolean;
}

/** The keys of number fields, by what they do. */
export const NUMBER_KEYS = {
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  farUp: ['Shift+ArrowUp'],
  farDown: ['Shift+ArrowDown'],
  usual: ['Alt+ArrowDown'],
} as const;

const PLAIN_FROM = 1e-3;
const PLAIN_TO = 1e15;
const GROUPED = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/u;
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/u;

/** What a large step is larger by. */
const FAR = 10;

/** What was typed, if it is a number: 3e-4, 1/128, 5%, 3,000; as `Numbers.java` reads it. */
export function readNumber(typed: string): number | undefined {
  const text = typed.trim().toLowerCase().replace('％', '%').replace('−', '-');
  if (text.endsWith('%')) {
    const percent = readNumber(text.slice(0, -1));
    return percent === undefined ? undefined : percent / 100;
  }
  const parts = text.split('/').map(plain);
  const value = parts.length === 2 ? parts[0] / parts[1] : parts.length === 1 ? parts[0] : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** A comma parts thousands where it can, else it is a decimal point. */
function plain(text: string): number {
  const bare = text.trim();
  const number = GROUPED.test(bare) ? bare.replaceAll(',', '') : bare.replace(',', '.');
  return PLAIN.test(number) ? Number(number) : NaN;
}

/** The shortest text that reads back equal: 0.001, 3000, 1e-8; as `Numbers.java` writes it. */
export function writeNumber(value: number): string {
  const size = Math.abs(value);
  return value !== 0 && (size < PLAIN_FROM || size >= PLAIN_TO)
    ? value.toExponential().replace('e+', 'e')
    : String(value);
}

/** What the field shows for the value. */
export function amountText(value: number, { zero, percent }: Amount): string {
  if (value === 0 && zero !== '') {
    return zero;
  }
  return percent ? `${writeNumber(rounded(value * 100))} %` : writeNumber(value);
}

/** What the field's text stands for. */
export function amountOf(text: string, { zero, percent, max }: Amount): number | undefined {
  if (zero !== '' && text.trim().toLowerCase() === zero.toLowerCase()) {
    return 0;
  }
  const value = readNumber(text);
  return value !== undefined && percent && value > max ? value / 100 : value;
}

/** The next value up or down within the range; a far one is ten times as far. */
export function stepped(value: number, up: boolean, far: boolean, amount: Stride): number {
  const next =
    amount.factor === 1 ? added(value, up, far, amount) : multiplied(value, up, far, amount);
  const rounding = amount.whole ? Math.round(next) : rounded(next);
  return clamp(rounding, amount.min, amount.max);
}

function added(value: number, up: boolean, far: boolean, { step }: Stride): number {
  return value + (up ? 1 : -1) * step * (far ? FAR : 1);
}

/** From 0 up to the least usual value, and below that down to 0. */
function multiplied(value: number, up: boolean, far: boolean, amount: Stride): number {
  const { factor, min, usual } = amount;
  const least = Math.min(...usual.filter((each) => each > 0));
  if (value === 0) {
    return up ? least : value;
  }
  if (!up && value <= least && min === 0) {
    return 0;
  }
  const by = far ? factor * FAR : factor;
  return up ? value * by : value / by;
}

/** Without the dust of binary fractions. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
