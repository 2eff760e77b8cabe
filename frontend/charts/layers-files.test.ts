import { describe, expect, it } from 'vitest';

import type { Layer } from '../contract/types';
import { Format } from './format';
import { LayerFiles } from './layers-files';
import { PAPER } from './styles';

const spread = { least: -1, greatest: 2, mean: 0.25, deviation: 1.5, counts: [1, 0, 2] };
const layers: readonly Layer[] = [
  {
    node: 'hidden',
    parameters: 3,
    weights: spread,
    gradients: spread,
    activations: spread,
    gradientNorm: 0.5,
    updateRatio: 0.001,
    deadShare: 0.25,
  },
  { node: 'flat', parameters: 0, activations: spread },
];
const files = new LayerFiles(layers, {
  subject: 'Spiral',
  nameOf: (node) => `<b>${node}</b>`,
  normsOf: () => [0.5, 0.25],
  format: new Format('en'),
  text: (key) => key,
});

describe('files of the layers', () => {
  it('hold every number of every layer, and nothing where there is none', () => {
    const [head, first, second] = files.csv().split('\r\n');

    expect(head).toBe(
      'node,name,parameters,weights.least,weights.greatest,weights.mean,weights.deviation,weights.counts,' +
        'gradients.least,gradients.greatest,gradients.mean,gradients.deviation,gradients.counts,' +
        'activations.least,activations.greatest,activations.mean,activations.deviation,activations.counts,' +
        'gradientNorm,updateRatio,deadShare',
    );
    const spreads = '-1,2,0.25,1.5,1 0 2';
    const numbers = [spreads, spreads, spreads].join(',');
    expect(first).toBe(`hidden,<b>hidden</b>,3,${numbers},0.5,0.001,0.25`);
    expect(second).toBe(`flat,<b>flat</b>,0,,,,,,,,,,,${spreads},,,`);
  });

  it('draw each spread and the gradients so far, with names as text', () => {
    const { svg, height } = files.drawing(PAPER);

    expect(svg).toContain('>Spiral · chart.layers<');
    expect(svg).toContain('&lt;b&gt;hidden&lt;/b&gt;');
    expect(svg.match(/fill="rgb\(0 158 115 \/ 1\)"/g)).toHaveLength(2);
    expect(svg.match(/fill="none" stroke="rgb\(59 91 219/g)).toHaveLength(1);
    expect(svg).toContain('>0.500<');
    expect(height).toBe(76 + 2 * 54 + 12);
  });

  it('are told as a table', () => {
    const { header, rows, named } = files.table('all well');

    expect(named).toBe(true);
    expect(header).toHaveLength(7);
    expect(rows[0][0]).toBe('<b>hidden</b>');
    expect(rows[0].slice(4)).toEqual([
      '0.500 chart.layers.healthy',
      '0.00100 chart.layers.usual',
      '25%',
    ]);
    expect(rows[1].slice(1)).toEqual(['', '', 'chart.layers.spread', '', '', '']);
  });
});
