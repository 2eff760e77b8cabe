import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { MetricPoint } from './frames';
import { RunConnection, type ConnectionState, type RunListener } from './run-stream';
import { boundary, FakeSocket, metrics, START, state } from './testing';

function points(...steps: number[]): MetricPoint[] {
  return steps.map((step) => ({
    step,
    epoch: 0,
    trainLoss: 1,
    testLoss: 1,
    trainAccuracy: 1,
    testAccuracy: 1,
    learningRate: 1,
  }));
}

describe('RunConnection', () => {
  let sockets: FakeSocket[];
  let hidden: boolean;
  let dragging: boolean;
  let disposed: number;
  let run: RunConnection;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeSocket);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    sockets = [];
    hidden = dragging = false;
    disposed = 0;
    const connect = (path: string) => {
      const socket = new FakeSocket(path);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    };
    const surroundings = {
      connect,
      random: () => 1,
      hidden: () => hidden,
      dragging: () => dragging,
    };
    run = new RunConnection('a/b', surroundings, () => disposed++);
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  function begin(listener: RunListener = {}): () => void {
    const end = run.subscribe(listener);
    sockets.at(-1)!.open();
    return end;
  }

  function steps(): number[] {
    return [...run.history.column('step')];
  }

  function states(): ConnectionState['kind'][] {
    const kinds: ConnectionState['kind'][] = [];
    run.subscribe({ onConnection: ({ kind }) => void kinds.push(kind) });
    return kinds;
  }

  it('serves all views of a run over one connection', () => {
    begin();
    run.subscribe({});
    expect(sockets.map(({ path }) => path)).toEqual(['stream/runs/a%2Fb?from=0&fps=30&grid=100']);
  });

  it('tells a later view what is known already', () => {
    begin();
    sockets[0].emit(
      metrics(START, 0, points(0, 5)),
      boundary(START),
      state({ ...START, step: 5 }, 1),
    );
    const seen: unknown[] = [];
    run.subscribe({
      onMetrics: (history) => seen.push(history.length),
      onBoundary: (frame) => seen.push(frame.channels),
      onState: (frame) => seen.push(frame.state),
      onMoment: (moment) => seen.push(moment.step),
    });
    expect(seen).toEqual([5, 2, 2, 'running']);
  });

  it('comes back after a break and goes on behind the last point', () => {
    const kinds = states();
    sockets[0].open();
    sockets[0].emit(metrics(START, 0, points(0, 10)));
    sockets[0].end(1006);
    expect(kinds.at(-1)).toBe('waiting');
    vi.advanceTimersByTime(500);
    expect(sockets[1].path).toBe('stream/runs/a%2Fb?from=2&attempt=0&fps=30&grid=100');
    sockets[1].open();
    sockets[1].emit(metrics(START, 1, points(10, 20)), metrics(START, 3, points(30)));
    expect(steps()).toEqual([0, 10, 20, 30]);
    expect(kinds).toEqual(['connecting', 'live', 'waiting', 'connecting', 'live']);
  });

  it('waits longer while the server stays away, and at once tries again when the network is back', () => {
    begin();
    sockets[0].end(1006);
    vi.advanceTimersByTime(500);
    sockets[1].end(1006);
    vi.advanceTimersByTime(999);
    expect(sockets).toHaveLength(2);
    dispatchEvent(new Event('online'));
    expect(sockets).toHaveLength(3);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(3);
  });

  it('notices at once that the network has gone', () => {
    const kinds = states();
    sockets[0].open();
    dispatchEvent(new Event('offline'));
    expect(kinds.at(-1)).toBe('waiting');
  });

  it('does not come back for nobody', () => {
    const end = begin();
    end();
    sockets[0].end(1006);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(disposed).toBe(1);
  });

  it('connects anew where points are missing', () => {
    begin();
    sockets[0].emit(metrics(START, 0, points(0)), metrics(START, 5, points(50)));
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(2);
    expect(steps()).toEqual([0]);
  });

  it('begins a new history with a new attempt', () => {
    const lengths: number[] = [];
    begin({ onMetrics: (history) => lengths.push(history.length) });
    sockets[0].emit(metrics({ ...START, step: 10 }, 0, points(0, 10)));
    sockets[0].emit(metrics({ ...START, attempt: 1 }, 0, points(0)));
    expect(steps()).toEqual([0]);
    expect(lengths).toEqual([2, 0, 1]);
  });

  it.each([
    [4404, 'unknown'],
    [4410, 'closed'],
  ])('stays away after %i', (code, kind) => {
    const kinds = states();
    sockets[0].open();
    sockets[0].end(code);
    vi.advanceTimersByTime(60_000);
    expect(kinds.at(-1)).toBe(kind);
    expect(sockets).toHaveLength(1);
  });

  it('connects anew after bytes that are no frames', () => {
    begin();
    sockets[0].emit(new Uint8Array([1, 2, 3]));
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(2);
  });

  it('gives up a line that is silent for long', () => {
    begin();
    vi.advanceTimersByTime(20_000);
    sockets[0].emit(state(START, 2));
    vi.advanceTimersByTime(20_000);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(6_000);
    expect(sockets).toHaveLength(2);
  });

  it('asks for no boundaries that nobody sees', () => {
    const view = { onBoundary: () => undefined };
    begin();
    expect(sockets[0].sent).toEqual([
      '{"fps":30,"boundary":false,"figures":false,"layers":false,"units":false,"trail":false,"past":null,"ask":[],"look":null}',
    ]);
    const end = run.subscribe(view);
    hidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    end();
    expect(
      sockets[0].sent.map((text) => (JSON.parse(text) as { boundary: boolean }).boundary),
    ).toEqual([false, true, false, true, false]);
  });

  it('asks for few pictures while something is dragged', () => {
    begin();
    const end = run.subscribe({ onBoundary: () => undefined });
    dragging = true;
    run.renew();
    dragging = false;
    run.renew();
    end();
    expect(
      sockets[0].sent.map((text) => (JSON.parse(text) as { fps: number }).fps).slice(-4),
    ).toEqual([30, 4, 30, 30]);
  });

  it('asks about single examples what listeners want to know now', () => {
    begin();
    let node = 'fc1';
    const end = run.subscribe({ asks: () => [{ kind: 'outputs', node }] });
    const twin = run.subscribe({ asks: () => [{ kind: 'outputs', node: 'fc1' }] });
    node = 'fc2';
    run.renew();
    end();
    twin();
    const asks = sockets[0].sent.map(
      (text) => (JSON.parse(text) as { ask: { node: string }[] }).ask,
    );
    expect(asks.map((ask) => ask.map((each) => each.node))).toEqual([
      [],
      ['fc1'],
      ['fc2', 'fc1'],
      ['fc1'],
      [],
    ]);
  });

  it('asks for the numbers of a layer while somebody looks at them', () => {
    const look = { node: 'hidden', name: 'weight', evenly: true, row: 0, column: 0, example: 0 };
    begin();
    const end = run.subscribe({ look, onInside: () => undefined });
    const next = run.subscribe({ look: { ...look, row: 32 }, onInside: () => undefined });
    end();
    next();
    const looks = sockets[0].sent.map((text) => (JSON.parse(text) as { look: unknown }).look);
    expect(looks).toEqual([null, look, { ...look, row: 32 }, null]);
  });

  it('lingers while an element moves, and hangs up when nobody comes back', () => {
    const end = begin();
    end();
    vi.advanceTimersByTime(500);
    const again = run.subscribe({});
    vi.advanceTimersByTime(5000);
    expect(sockets[0].readyState).toBe(FakeSocket.OPEN);
    again();
    vi.advanceTimersByTime(1000);
    expect(sockets[0].readyState).toBe(3);
    expect([sockets.length, disposed]).toEqual([1, 1]);
  });

  it('does not come back for nobody', () => {
    const end = begin();
    sockets[0].end(1006);
    end();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
  });
});
