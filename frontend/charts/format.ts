/** Numbers as people read them, in the page's language. */
export class Format {
  private readonly whole: Intl.NumberFormat;
  private readonly compact: Intl.NumberFormat;
  private readonly short: Intl.NumberFormat;
  private readonly percent: Intl.NumberFormat;
  private readonly roughly: Intl.NumberFormat;

  constructor(language: string) {
    const locale = supported(language);
    this.whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.compact = new Intl.NumberFormat(locale, {
      notation: 'compact',
      minimumSignificantDigits: 3,
      maximumSignificantDigits: 3,
    });
    this.short = new Intl.NumberFormat(locale, {
      notation: 'compact',
      maximumSignificantDigits: 3,
    });
    this.roughly = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    this.percent = new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
  }

  /** A count, with separators: 12,032. */
  count(value: number): string {
    return Number.isFinite(value) ? this.whole.format(value) : NOTHING;
  }

  /** A rate, short: 31.4K, or 3.14万. */
  rate(value: number): string {
    if (!Number.isFinite(value)) return NOTHING;
    return value < 1000 ? this.whole.format(value) : this.compact.format(value);
  }

  /** A count on an axis, as short as can be: 1.5K. */
  mark(value: number): string {
    return this.short.format(value);
  }

  /** Three digits that count: 0.0413, 12.3, 4.1e-6. */
  number(value: number): string {
    return significant(value, 3);
  }

  /** A share of one, about: 99%. */
  about(value: number): string {
    return Number.isFinite(value) ? this.roughly.format(value) : NOTHING;
  }

  /** A share of one: 98.9%. */
  share(value: number): string {
    return Number.isFinite(value) ? this.percent.format(value) : NOTHING;
  }
}

const NOTHING = '–';

export function significant(value: number, digits: number): string {
  if (Number.isNaN(value)) return NOTHING;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text =
    size < 1e-3 || size >= 1e6 ? value.toExponential(digits - 2) : value.toPrecision(digits);
  return minus(size >= 1000 && size < 1e6 ? value.toFixed(0) : text);
}

function minus(text: string): string {
  return text.startsWith('-') ? `−${text.slice(1)}` : text;
}

function supported(language: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0];
  } catch {
    return undefined;
  }
}

const UNITS = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** 58_300 as `58.3 k`, with three digits; a unit may follow. */
export function scaled(value: number, language: string): string {
  const [scale, unit] = UNITS.find(([size]) => value >= size) ?? [1, ''];
  const digits = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(
    value / scale,
  );
  return `${digits} ${unit}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Every node asks for this at every drawing, and making a format takes long. */
export function whole(value: number, language: string): string {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language);
    formats.set(language, format);
  }
  return format.format(value);
}
