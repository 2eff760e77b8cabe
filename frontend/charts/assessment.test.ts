import { describe, expect, it } from 'vitest';

import type { Assessment } from '../contract/types';
import { assessmentWords, dots, figuresOf, spanOf } from './assessment';
import { Format } from './format';

const format = new Format('en');
const text = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  [key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ');
const some = { rows: 4, precision: 0.5, recall: 0.25, f1: 1 / 3, auc: 0.75 };

describe('assessment', () => {
  it('is told in words with its part and its figures', () => {
    const judged: Assessment = {
      test: true,
      rows: 4,
      of: 12_000,
      classes: {
        accuracy: 0.25,
        tops: [{ k: 2, share: 1 }],
        macro: some,
        each: [],
        confusion: [],
        roc: [],
      },
    };
    const words = assessmentWords(judged, format, text);
    expect(words).toContain('chart.figures.test rows=4');
    expect(words).toContain('of=12,000');
    expect(words).toContain('accuracy=25.0% precision=50.0% recall=25.0% f1=33.3% auc=0.750');
    expect(words).toContain('chart.figures.top k=2 share=100.0%');
  });

  it('says where there is no figure', () => {
    expect(figuresOf({ ...some, auc: undefined }, format)[3]).toBe('–');
    expect(figuresOf({ ...some, auc: null as unknown as undefined }, format)[3]).toBe('–');
  });

  it('lays truths to the right and answers up, within the span of both', () => {
    const pairs = [
      { truth: 0, answer: 10 },
      { truth: 5, answer: 0 },
    ];
    expect(dots(pairs, spanOf(pairs))).toBe('M0.00 0.00h0M50.00 100.00h0');
    expect(spanOf([{ truth: 2, answer: 2 }])).toEqual({ least: 1.5, most: 2.5 });
  });
});
