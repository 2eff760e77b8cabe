import { describe, expect, it } from 'vitest';

import { Format, scaled, significant, whole } from './format';

describe('numbers', () => {
  it('have three digits that count, whatever their size', () => {
    const values = [0.04129, 1.1, 12.34, 123.4, 12_345, 4.1234e-6, -0.5, 0];
    expect(values.map((value) => significant(value, 3))).toEqual([
      '0.0413',
      '1.10',
      '12.3',
      '123',
      '12345',
      '4.1e-6',
      '−0.500',
      '0',
    ]);
  });

  it('that are none are a dash', () => {
    const format = new Format('en');
    expect(
      [NaN].map((value) => [format.number(value), format.share(value), format.count(value)]),
    ).toEqual([['–', '–', '–']]);
    expect(significant(Infinity, 3)).toBe('∞');
  });

  it('are written in the language of the page', () => {
    const [english, chinese] = [new Format('en'), new Format('zh-CN')];
    expect([english.count(12_032), english.rate(31_412), english.share(0.989)]).toEqual([
      '12,032',
      '31.4K',
      '98.9%',
    ]);
    expect(chinese.rate(31_412)).toBe('3.14万');
  });

  it('survive a language that is none', () => {
    expect(new Format('???').count(1)).toBe('1');
  });

  it('are short with a letter for their size, before a unit', () => {
    expect(scaled(58_312, 'en')).toBe('58.3 k');
    expect(scaled(0, 'en')).toBe('0 ');
    expect(scaled(4.2e12, 'en')).toBe('4.2 T');
    expect(whole(61_100_840, 'en')).toBe('61,100,840');
  });
});
