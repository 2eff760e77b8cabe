import { expect, it } from 'vitest';

import { MetricHistory } from '../stream/history';
import { Format } from './format';
import { Words } from './words';

function words(length: number, smoothing = 0): Words {
  const history = new MetricHistory();
  const points = Array.from({ length }, (_, index) => ({
    step: 40 * index,
    epoch: index / 2,
    trainLoss: index + 1,
    testLoss: NaN,
    trainAccuracy: 0.5,
    testAccuracy: 0.25,
    learningRate: 0.1,
  }));
  history.add(0, points);
  const text = (key: string, values = {}) => `${key}${JSON.stringify(values)}`;
  return new Words(history, 'loss', smoothing, new Format('en'), text);
}

it('says where a point is and what the parts have there', () => {
  expect(words(60).sentence(50)).toBe(
    'chart.atStep{"step":"2,000","epoch":"25"}, chart.train{} 51.0',
  );
});

it('says the smoothed value where the curve is smoothed', () => {
  expect(words(2, 0.5).valueOf('train', 1)).toBeCloseTo(5 / 3);
});

it('makes a table of some hundred rows at most, the newest first', () => {
  const { header, rows, note } = words(1000).table();
  expect(note).toBe('chart.thinned{"shown":"200","all":"1,000"}');
  expect(header).toHaveLength(4);
  expect(rows).toHaveLength(200);
  expect(rows[0]).toEqual(['499', '39,960', '1000', '–']);
  expect(rows.at(-1)![1]).toBe('160');
});

it('tells where a curve went and where it was best', () => {
  expect(words(60).summary()).toBe(
    'chart.loss{}. chart.course.loss{"name":"chart.trainPart{}","first":"1.00","last":"60.0",' +
      '"steps":"2,360","best":"1.00","at":"0"}',
  );
});
