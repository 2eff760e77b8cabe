import { expect, it } from 'vitest';

import { MetricHistory } from '../stream/history';
import { historyCsv, toCsv } from './csv';

it('quotes what would break a line or a cell', () => {
  expect(toCsv(['a', 'b'], [['x,"y"', 1.5]])).toBe('a,b\r\n"x,""y""",1.5\r\n');
});

it('writes every point of a run, single precision without its dust', () => {
  const history = new MetricHistory();
  const figures = {
    trainLoss: Math.fround(0.1),
    testLoss: NaN,
    trainAccuracy: 1,
    testAccuracy: 0.5,
  };
  history.add(0, [{ step: 5_000_000_000, epoch: 1.5, ...figures, learningRate: 0.001 }]);
  expect(historyCsv(history)).toBe(
    'step,epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,learningRate\r\n' +
      '5000000000,1.5,0.1,,1,0.5,0.001\r\n',
  );
});
