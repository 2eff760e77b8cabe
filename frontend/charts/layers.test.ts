import { describe, expect, it } from 'vitest';

import type { Layer } from '../contract/types';
import { Format } from './format';
import { bars, flowOf, heightOf, rates, reportWords, strideOf, trail, zeroOf } from './layers';

const format = new Format('en');
const text = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  [key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ');

function layer(gradientNorm: number | undefined, more: Partial<Layer> = {}): Layer {
  return { node: 'a', parameters: 3, gradientNorm, ...more };
}

describe('layers', () => {
  it('are healthy, vanish beside the largest gradient or explode', () => {
    const layers = [layer(1e-5), layer(0.5), layer(101)];
    expect(layers.slice(0, 2).map((each) => flowOf(each, layers.slice(0, 2)))).toEqual([
      'vanishing',
      'healthy',
    ]);
    expect(flowOf(layers[2], layers)).toBe('exploding');
  });

  it('do not vanish all together when a model has learnt all there is', () => {
    const layers = [layer(1e-7), layer(3e-7)];
    expect(layers.map((each) => flowOf(each, layers))).toEqual(['healthy', 'healthy']);
    expect(flowOf(layer(0), [layer(0)])).toBe('none');
  });

  it('have no verdict without parameters and a bad one without a number', () => {
    expect(flowOf(layer(undefined, { parameters: 0 }), [])).toBeUndefined();
    expect(flowOf(layer(undefined), [])).toBe('broken');
  });

  it('take usual steps, or ones that are too short or too long', () => {
    expect([1e-6, 1e-3, 0.5].map(strideOf)).toEqual(['lazy', 'usual', 'hasty']);
  });

  it('are told in words', () => {
    const report = {
      learningRate: 0.1,
      batch: 10,
      rows: 256,
      layers: [layer(1, { deadShare: 0.75 }), layer(1e-6)],
    };
    const words = reportWords(report, format, text);
    expect(words).toContain('chart.layers.of batch=10 rows=256');
    expect(words).toContain('chart.layers.troubled count=1');
    expect(words).toContain('chart.layers.mostlyDead count=1');
    expect(reportWords({ ...report, layers: [layer(1)] }, format, text)).toContain(
      'chart.layers.well',
    );
  });

  it('draw the highest bar over all of the height and mark zero', () => {
    const spread = { least: -1, greatest: 2, mean: 0, deviation: 1, counts: [1, 0, 2] };
    expect(bars(spread)).toBe('M0.00 24v-12.00h27.00V24zM60.00 24v-24.00h27.00V24z');
    expect(zeroOf(spread)).toBe(30);
    expect(zeroOf({ ...spread, least: 1 })).toBeUndefined();
  });

  it('put gradients on a scale of powers of ten', () => {
    expect([1e-7, 1e-2, 1e3].map(heightOf)).toEqual([0, 0.5, 1]);
    expect([0, 1e9].map(heightOf)).toEqual([0, 1]);
    expect(trail([1e-7, NaN, 1e3, 1e3], 91)).toBe('M0.00 23.00M2.00 1.00L3.00 1.00');
  });

  it('draw learning rates from 0 to the highest', () => {
    expect(rates(Float64Array.of(0.1, 0.05))).toEqual({
      path: 'M0.00 1.00L90.00 12.00',
      least: 0.05,
      most: 0.1,
    });
    expect(rates(Float64Array.of(0.1)).path).toBe('M0.00 1.00L90.00 1.00');
    expect(rates(new Float64Array(1000).fill(0.1)).path.split('L').length).toBeLessThan(130);
  });
});
