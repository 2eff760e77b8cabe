import { describe, expect, it } from 'vitest';

import type { OfClasses } from '../contract/types';
import { Files } from './assessment-files';
import { Format } from './format';
import { PAPER } from './styles';

const text = (key: string) => key;
const speech = {
  nameOf: (index: number) => ['cat', '<script>pwned=1</script>'][index],
  format: new Format('en'),
  text,
};
const some = { rows: 4, precision: 0.5, recall: 0.25, f1: 1 / 3, auc: 0.75 };
const classes: OfClasses = {
  accuracy: 0.5,
  tops: [],
  macro: some,
  each: [some, { ...some, auc: undefined }],
  confusion: [
    [3, 1],
    [2, 2],
  ],
  roc: [],
};

describe('files of the figures', () => {
  it('hold the confusion matrix with the figures of each class', () => {
    const csv = new Files(classes, [], speech).csv();

    expect(csv).toBe(
      'class,cat,<script>pwned=1</script>,precision,recall,f1,auc,rows\r\n' +
        'cat,3,1,0.5,0.25,0.3333333333333333,0.75,4\r\n' +
        '<script>pwned=1</script>,2,2,0.5,0.25,0.3333333333333333,,4\r\n',
    );
  });

  it('hold names of classes as text in the picture', () => {
    const { svg } = new Files(classes, [], speech).drawing(PAPER);

    expect(svg).toContain('&lt;script&gt;pw');
    expect(svg).not.toContain('<script');
    expect(svg.match(/<rect/g)).toHaveLength(5);
  });

  it('hold all answers, with the input where there is but one', () => {
    const pairs = [
      { truth: 1, answer: 2, input: 5 },
      { truth: 3, answer: 4, input: -5 },
    ];
    const line = new Files(undefined, pairs, speech);
    const cloud = new Files(undefined, [{ truth: 1, answer: 2 }], speech);

    expect(line.csv()).toBe('input,truth,answer\r\n-5,3,4\r\n5,1,2\r\n');
    expect(line.table('told').rows[0]).toHaveLength(3);
    expect(cloud.csv()).toBe('truth,answer\r\n1,2\r\n');
    expect(cloud.drawing(PAPER).svg).toContain('chart.figures.truth');
  });

  it('are there before anything is known', () => {
    const none = new Files(undefined, [], speech);

    expect(none.csv()).toBe('truth,answer\r\n');
    expect(none.drawing(PAPER).svg).toContain('</svg>');
  });
});
