import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { FakeSocket, metrics, START, state } from '../stream/testing';
import './run-connection';
import './run-counters';
import './run-figures';
import type { RunElement } from './run-element';

const FIGURES = { epoch: 2, trainLoss: 0.04129, testLoss: NaN, learningRate: 0.1 };

describe('elements of a run', () => {
  let sockets: FakeSocket[];
  let runs = 0;

  beforeEach(() => {
    vi.useFakeTimers();
    sockets = [];
    const opened = sockets;
    class Socket extends FakeSocket {
      constructor(url: URL) {
        super(String(url));
        opened.push(this);
      }
    }
    vi.stubGlobal('WebSocket', Socket);
  });

  afterEach(() => {
    document.body.replaceChildren();
    vi.advanceTimersByTime(5000);
    vi.useRealTimers();
    vi.unstubAllGlobals();
    delete window.spiralLabTexts;
  });

  function show(name: string, messages: Record<string, string> = {}): RunElement {
    window.spiralLabTexts = { messages, catalog: {}, topics: [] };
    const element = document.createElement(name) as RunElement;
    element.runId = `run-${runs++}`;
    document.body.append(element);
    sockets.at(-1)!.open();
    return element;
  }

  function shown(element: RunElement, selector: string): string {
    vi.advanceTimersByTime(300);
    return element.shadowRoot!.querySelector(selector)!.textContent!;
  }

  it('count epochs, steps and speed', () => {
    const counters = show('run-counters', { 'chart.step': 'step' });
    sockets[0].emit(state({ attempt: 0, epoch: 12, step: 12_032 }, 1, 0, 31_412));
    expect(shown(counters, '.epoch dd')).toBe('12');
    expect(shown(counters, '.step dd')).toBe('12,032');
    expect(shown(counters, '.step dt')).toBe('step');
    expect(shown(counters, '.stepsPerSecond dd')).toBe('31.4K');
  });

  it('show no speed while the run rests', () => {
    const counters = show('run-counters');
    sockets[0].emit(state(START, 2, 0, 31_412));
    expect(shown(counters, '.stepsPerSecond dd')).toBe('0');
  });

  it('show the newest figures and hide those that a run does not have', () => {
    const figures = show('run-figures');
    const point = { ...FIGURES, step: 20, trainAccuracy: 0.989, testAccuracy: NaN };
    sockets[0].emit(metrics(START, 0, [point]));
    expect(shown(figures, '.trainLoss dd')).toBe('0.0413');
    expect(shown(figures, '.trainAccuracy dd')).toBe('98.9%');
    const hidden = [...figures.shadowRoot!.querySelectorAll<HTMLElement>('dl > div')].map(
      (cell) => cell.hidden,
    );
    expect(hidden).toEqual([false, true, false, true]);
  });

  it('show a loss without end, and look old while the connection is lost', () => {
    const figures = show('run-figures');
    const point = { ...FIGURES, step: 0, trainAccuracy: 0.5, testAccuracy: NaN };
    const last = { ...point, step: 37, trainLoss: Infinity, trainAccuracy: NaN };
    sockets[0].emit(metrics(START, 0, [point, last]));
    expect(shown(figures, '.trainLoss dd')).toBe('∞');
    expect(shown(figures, '.trainAccuracy dd')).toBe('–');
    expect(figures.shadowRoot!.querySelector<HTMLElement>('.trainAccuracy')!.hidden).toBe(false);
    sockets[0].end(1006);
    expect(figures.hasAttribute('stale')).toBe(true);
    vi.advanceTimersByTime(2000);
    sockets[1].open();
    expect(figures.hasAttribute('stale')).toBe(false);
  });

  it('forget the run when another is shown', () => {
    const figures = show('run-figures');
    sockets[0].emit(
      metrics(START, 0, [{ ...FIGURES, step: 0, trainAccuracy: 1, testAccuracy: 1 }]),
    );
    figures.runId = 'another';
    expect(shown(figures, '.trainLoss dd')).toBe('–');
    expect(sockets.at(-1)!.path).toContain('/another?from=0');
  });

  it('say nothing while all is well, and count down when the connection is lost', () => {
    const messages = { 'chart.connection.waiting': 'again in {seconds} s' };
    const notice = show('run-connection', messages);
    shown(notice, '.notice');
    const pill = notice.shadowRoot!.querySelector<HTMLElement>('.notice')!;
    expect(pill.hidden).toBe(true);
    for (let i = 0; i < 5; i++) {
      sockets.at(-1)!.end(1006);
      if (i < 4) vi.advanceTimersByTime(10_000);
    }
    vi.advanceTimersByTime(1000);
    expect(pill.hidden).toBe(false);
    expect(pill.textContent).toMatch(/again in \d+ s/);
  });

  it('tell those who listen when the connection is lost and when it is back', () => {
    const messages = {
      'chart.connection.connecting': 'Reconnecting',
      'chart.connection.live': 'Connected',
    };
    const notice = show('run-connection', messages);
    expect(shown(notice, '.lost')).toBe('');
    for (let i = 0; i < 2; i++) {
      sockets.at(-1)!.end(1006);
      vi.advanceTimersByTime(1000);
    }
    expect(shown(notice, '.lost')).toBe('Reconnecting');
    vi.advanceTimersByTime(2000);
    sockets.at(-1)!.open();
    expect(shown(notice, '.lost')).toBe('Connected');
  });

  it('announce each change of state once', () => {
    const messages = {
      'chart.state.running': 'Running',
      'chart.ended.diverged': 'Diverged at step {step}',
    };
    const notice = show('run-connection', messages);
    sockets[0].emit(state(START, 1));
    expect(shown(notice, '.spoken')).toBe('Running');
    sockets[0].emit(state({ ...START, step: 80 }, 3, 5));
    expect(shown(notice, '.spoken')).toBe('Diverged at step 80');
  });
});
