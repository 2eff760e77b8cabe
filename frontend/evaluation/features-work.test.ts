import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Format } from '../charts/format';
import type { OutputsFrame } from '../stream/frames';
import {
  outputsOf,
  plotCsv,
  plotOf,
  plotTable,
  plotWords,
  pointWords,
  type Plot,
} from './features';
import { FeaturesWork } from './features-work';
import type { Job } from './projection.worker';

/** Works nothing out before it is told to. */
class FakeWorker extends EventTarget {
  readonly jobs: Job[] = [];
  ended = false;

  constructor() {
    super();
    workers.push(this);
  }

  postMessage(job: Job): void {
    this.jobs.push(job);
  }

  terminate(): void {
    this.ended = true;
  }

  tell(places: readonly number[], done = 1): void {
    const data = { places: Float32Array.from(places), done };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

let workers: FakeWorker[] = [];

/** Four examples of two classes; the last is answered wrongly. */
function frame(step: number, values = [0, 1, 2, 3, 4, 5, 6, 7], attempt = 1): OutputsFrame {
  return {
    type: 'outputs',
    at: { attempt, epoch: 1, step },
    head: {
      node: 'fc',
      kind: { test: true, columns: [], plane: false, channels: 0, height: 0, width: 0 },
      of: 40,
      classes: true,
      truths: [0, 0, 1, 1],
      answers: [0, 0, 1, 0],
      exhibits: [0, 10, 20, 30].map((row) => ({ row, cells: [] })),
    },
    values: Float32Array.from(values),
  };
}

const APART = [0, 0, 0, 1, 9, 0, 9, 1];
const MIXED = [0, 0, 9, 0, 0, 1, 9, 1];

describe('the outputs of a layer', () => {
  let work: FeaturesWork;
  let asked: string[];

  beforeEach(() => {
    workers = [];
    asked = [];
    vi.stubGlobal('Worker', FakeWorker);
    work = new FeaturesWork({
      askAnew: () => asked.push(JSON.stringify(work.asks)),
      changed: () => undefined,
    });
    work.restart(true);
    work.choose('fc');
  });

  afterEach(() => vi.unstubAllGlobals());

  it('are asked for once, and worked out', () => {
    expect(work.asks).toEqual([{ kind: 'outputs', node: 'fc' }]);
    expect(work.busy).toBe(true);
    work.take(frame(5));
    expect(work.asks).toEqual([]);
    expect(workers[0].jobs[0]).toMatchObject({ rows: 4, wish: { method: 'pca' } });
    workers[0].tell(APART);
    expect(work.busy).toBe(false);
    expect(work.plot!.alike).toBe(1);
    work.take(frame(6));
    expect(work.plot!.frame.at.step).toBe(5);
  });

  it('are worked out again without asking when only the picture is to be another', () => {
    work.take(frame(5));
    workers[0].tell(APART);
    work.project('tsne');
    workers[0].tell([...MIXED], 0.5);
    expect(work.plot!.layout.done).toBe(0.5);
    expect(work.plot!.alike).toBeUndefined();
    expect(work.done).toBe(0.5);
    expect(work.set('perplexity', 1000)).toBe(100);
    expect(work.set('perplexity', NaN)).toBe(100);
    const job = workers.at(-1)!.jobs.at(-1)!;
    expect(job.wish).toEqual({ method: 'tsne', perplexity: 100, iterations: 500 });
    expect(workers[0].ended).toBe(true);
    expect(work.asks).toEqual([]);
  });

  it('are asked for again when another layer is chosen', () => {
    work.take(frame(5));
    workers[0].tell(APART);
    work.choose('other');
    expect(work.plot).toBeUndefined();
    expect(work.asks).toEqual([{ kind: 'outputs', node: 'other' }]);
    work.take(frame(6));
    expect(workers[0].jobs).toHaveLength(1);
  });

  it('are followed: turned as they were, and what comes late is waited for', () => {
    work.take(frame(5));
    workers[0].tell(MIXED);
    work.follow(true);
    work.reached({ attempt: 1, epoch: 1, step: 9 });
    work.take(frame(5));
    expect(work.waits).toBe(true);
    work.take(frame(9));
    workers[0].tell(APART.map((value) => -value));
    expect(work.plot!.frame.at.step).toBe(9);
    expect(
      [...work.plot!.layout.places].reduce((sum, v, at) => sum + v * MIXED[at], 0),
    ).toBeGreaterThan(0);
    expect(work.before).toEqual({ step: 5, alike: 0 });
    expect(work.waits).toBe(true);
    expect(work.busy).toBe(false);
    work.follow(false);
    expect(work.waits).toBe(false);
    expect(asked.at(-1)).toBe('[]');
  });

  it('are given up at once', () => {
    work.take(frame(5));
    expect(work.works).toBe(true);
    work.stop();
    expect(workers[0].ended).toBe(true);
    expect(work.busy).toBe(false);
    expect(work.plot).toBeUndefined();
  });

  it('say what is wrong with them', () => {
    work.take(frame(5, []));
    expect(work.trouble).toBe('gone');
    work.ask();
    work.take(frame(6, [0, NaN, 0, 0]));
    expect(work.trouble).toBe('broken');
    expect(workers).toHaveLength(0);
    work.ask();
    work.take(frame(7));
    workers[0].dispatchEvent(new Event('error'));
    expect(work.trouble).toBe('failed');
    expect(work.busy).toBe(false);
  });
});

describe('the picture of a layer', () => {
  const format = new Format('en');
  const text = (key: string, values = {}) => `${key} ${Object.values(values).join('|')}`.trim();
  const name = (label: number) => 'ab'[label];

  function plot(): Plot {
    const layout = { places: Float32Array.from(APART), done: 1, kept: [0.5, 0.25] };
    return plotOf(frame(5), [0, 1, 2, 3], { method: 'pca', perplexity: 30, iterations: 5 }, layout);
  }

  it('is told in words', () => {
    expect(plotWords(plot(), 'fc', undefined, format, text)).toBe(
      'chart.features.test fc|2|5|4|40 chart.features.kept 75.0% ' +
        'chart.features.near 100.0% chart.features.wrong 1',
    );
    expect(plotWords(plot(), 'fc', { step: 1, alike: 0.5 }, format, text)).toContain(
      'chart.features.nearer 100.0%|50.0%|1',
    );
    const { head } = frame(5);
    expect(pointWords(head, 3, name, format, text)).toBe('chart.features.mistaken 31|b|a');
    expect(pointWords(head, 0, name, format, text)).toBe('chart.features.point 1|a|a');
  });

  it('is a table and a file', () => {
    const { rows, header } = plotTable(plot(), 'words', name, format, text);
    expect(header).toHaveLength(5);
    expect(rows[3]).toEqual(['31', 'b', 'a', '9.00', '1.00']);
    expect(plotCsv(plot(), name).split('\r\n').slice(0, 2)).toEqual([
      'row,truth,answer,x,y',
      '1,a,a,0,0',
    ]);
  });

  it('may be of some examples only', () => {
    expect([...outputsOf(frame(5), [1, 3])]).toEqual([2, 3, 6, 7]);
  });
});
