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

it('lets no spreadsheet take a text for a formula, and numbers be numbers', () => {
  expect(
    toCsv(
      ['=1+1', '@a'],
      [
        ['-cmd', -1.5],
        ['+1', '\tx'],
      ],
    ),
  ).toBe("'=1+1,'@a\r\n'-cmd,-1.5\r\n'+1,'\tx\r\n");
});

it('keeps apart what single precision keeps apart', () => {
  const [one, next] = [Math.fround(0.10000001), Math.fround(0.100000024)];
  const written = toCsv(['x'], [[one], [next], [0.1 + 0.2]])
    .trim()
    .split('\r\n')
    .slice(1);
  expect(written.map((text) => Math.fround(Number(text)))).toEqual([one, next, Math.fround(0.3)]);
  expect(written[2]).toBe('0.30000000000000004');
});
