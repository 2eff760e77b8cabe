import { expect, it } from 'vitest';

import { Format } from '../charts/format';
import type { BoundaryFrame } from '../stream/frames';
import { planeCsv, planeSentence, planeTable, shares } from './words';

const FRAME: BoundaryFrame = {
  type: 'boundary',
  at: { attempt: 0, epoch: 1, step: 1 },
  task: 'classes',
  channels: 2,
  width: 2,
  height: 2,
  extent: { xMin: -1, xMax: 1, yMin: -1, yMax: 1 },
  valueMin: 0,
  valueMax: 1,
  values: new Uint8Array([255, 255, 255, 51, 0, 0, 0, 204]),
};
const VALUES: BoundaryFrame = {
  ...FRAME,
  task: 'regression',
  channels: 1,
  valueMin: -2,
  valueMax: 2,
  values: new Uint8Array([0, 255, 0, 255]),
};
const format = new Format('de');
const text = (key: string, values = {}) => key + Object.values(values).join('|');

it('says how much of the plane each class holds', () => {
  expect(shares(FRAME)).toEqual([0.75, 0.25]);
  expect(planeSentence(FRAME, format, text)).toContain('0|75\u00a0%');
  expect(planeSentence(VALUES, format, text)).toBe('chart.valuesOf−2.00|2.00');
});

it('writes the middle of every place and its probabilities, whatever the language', () => {
  expect(planeCsv(FRAME).split('\r\n')).toEqual([
    'x1,x2,class0,class1',
    '-0.5,0.5,1,0',
    '0.5,0.5,1,0',
    '-0.5,-0.5,1,0',
    '0.5,-0.5,0.2,0.8',
    '',
  ]);
  expect(planeCsv(VALUES)).toContain('0.5,0.5,2\r\n');
});

it('shows an even grid as a table, the upper places first', () => {
  const { header, rows, named } = planeTable(FRAME, 'caption', format, text);
  expect([header.length, rows.length, named]).toEqual([12, 11, true]);
  expect(rows[0].slice(0, 2)).toEqual(['1.00', '0 · 100\u00a0%']);
  expect(rows.at(-1)!.at(-1)).toBe('1 · 80\u00a0%');
});
