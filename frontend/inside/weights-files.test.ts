import { describe, expect, it } from 'vitest';

import { Format } from '../charts/format';
import type { InsideFrame } from '../stream/inside';
import { Choice } from './choice';
import { WeightFiles } from './weights-files';

function frame(shape: readonly number[], rows: number[], columns: number[]): InsideFrame {
  const nothing = { channels: 0, height: 0, width: 0, pictures: [] };
  return {
    type: 'inside',
    at: { attempt: 0, epoch: 0, step: 0 },
    example: { number: 0, of: 0, test: false, label: -1, answer: -1 },
    layers: [{ node: 'hidden', name: 'weight', from: 'in', bias: 'bias', shape }],
    chosen: 0,
    window: {
      rows,
      columns,
      values: Float32Array.from(rows.flatMap((row) => columns.map((column) => row + column / 8))),
      biases: Float32Array.from(rows, (row) => -row),
    },
    overview: { height: 0, width: 0, most: 0, values: new Uint8Array() },
    input: nothing,
    maps: { ...nothing, pictures: [{ least: -1.5, greatest: 2.25, values: new Uint8Array() }] },
  };
}

function files(of: InsideFrame): WeightFiles {
  const choice = new Choice(() => {});
  choice.take(of);
  return new WeightFiles(choice, undefined, {
    title: 'Spiral',
    called: (node) => node,
    format: new Format('en'),
    text: (key) => key,
  });
}

describe('files of weights', () => {
  it('hold the numbers that are shown under their numbers in PyTorch', () => {
    expect(files(frame([9, 4], [2, 5], [1, 3])).csv()).toBe(
      'row,1,3,bias\r\n2,2.125,2.375,-2\r\n5,5.125,5.375,-5\r\n',
    );
  });

  it('name the numbers of filters by channel, row and column', () => {
    const csv = files(frame([2, 2, 1, 2], [0], [0, 1, 2, 3])).csv();
    expect(csv.split('\r\n')[0]).toBe('row,"0, 0, 0","0, 0, 1","1, 0, 0","1, 0, 1",bias');
  });

  it('are told as a table, with the range of each map', () => {
    const { header, rows } = files(frame([9, 4], [2], [1, 3])).table();
    expect(header).toEqual(['weight[9, 4]', '1', '3', 'bias']);
    expect(rows).toEqual([
      ['2', '2.125', '2.375', '−2.000'],
      ['chart.inside.map', '−1.500', '2.250'],
    ]);
  });
});

describe('a choice of weights', () => {
  it('asks anew when the form wants other numbers, and forgets what was pointed at', () => {
    const asked: boolean[] = [];
    const choice: Choice = new Choice(() => asked.push(choice.look.evenly));
    choice.take(frame([9, 4], [2, 5], [1, 3]));
    choice.begin();
    choice.move('down');
    expect(choice.spot).toEqual({ row: 1, column: 0 });
    choice.chooseForm('matrix');
    expect(choice.spot).toBeUndefined();
    expect(asked).toEqual([false]);
    choice.jump(0.5, 1);
    expect(choice.look).toMatchObject({ row: 0, column: 0, evenly: false });
  });

  it('shows three channels as colours until one is chosen, whose columns are then drawn', () => {
    const choice = new Choice(() => {});
    choice.take(frame([2, 3, 1, 2], [0], [0, 1, 2, 3, 4, 5]));
    expect([choice.colours, choice.span]).toEqual([true, [0, 2]]);
    choice.chooseChannel(2);
    expect([choice.colours, choice.span]).toEqual([false, [4, 2]]);
  });
});
