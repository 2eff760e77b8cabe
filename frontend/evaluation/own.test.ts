import { describe, expect, it } from 'vitest';

import { barsOf, isNumber, MOST_BARS } from './own';

describe('an example of one’s own', () => {
  it('has numbers as the server reads them', () => {
    for (const text of ['1', '-12', '+.5', '1e-3', ' 2. ', '-0.25E+2'])
      expect(isNumber(text)).toBe(true);
    for (const text of ['', 'x', '1,5', '0x1f', '1f', 'NaN', '--1', '1e99', '.']) {
      expect(isNumber(text)).toBe(false);
    }
  });

  it('is answered class by class, by the likeliest where classes are many', () => {
    expect(barsOf([0.2, 0.7, 0.1])).toEqual([
      { index: 0, score: 0.2, best: false },
      { index: 1, score: 0.7, best: true },
      { index: 2, score: 0.1, best: false },
    ]);
    const many = Array.from({ length: 40 }, (_, index) => (index === 25 ? 0.5 : index / 1600));
    expect(barsOf(many)).toHaveLength(MOST_BARS);
    expect(barsOf(many)[0]).toEqual({ index: 25, score: 0.5, best: true });
    expect(barsOf(many)[1].index).toBe(39);
  });
});
