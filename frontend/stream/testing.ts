import type { MetricPoint, Moment } from './frames';

/** A server's end of a WebSocket, for tests. */
export class FakeSocket {
  static readonly OPEN = 1;
  readonly sent: string[] = [];
  readyState = 0;
  binaryType = '';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly path: string) {}

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.readyState = 3;
  }

  open(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  emit(...frames: Uint8Array[]): void {
    this.onmessage?.({ data: Uint8Array.from(frames.flatMap((frame) => [...frame])).buffer });
  }

  /** The other side hangs up. */
  end(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

export const START: Moment = { attempt: 0, epoch: 0, step: 0 };

/** A metrics frame; see dev.spirallab.frame.FrameCodec for the layout. */
export function metrics(at: Moment, firstIndex: number, points: readonly MetricPoint[]) {
  return frame(1, at, 8 + 32 * points.length, (view) => {
    view.setUint32(0, firstIndex, true);
    view.setUint32(4, points.length, true);
    points.forEach((point, index) => {
      const start = 8 + 32 * index;
      view.setFloat64(start, point.step, true);
      [
        point.epoch,
        point.trainLoss,
        point.testLoss,
        point.trainAccuracy,
        point.testAccuracy,
        point.learningRate,
      ].forEach((value, column) => view.setFloat32(start + 8 + 4 * column, value, true));
    });
  });
}

export function state(at: Moment, state: number, reason = 0, stepsPerSecond = 0): Uint8Array {
  return frame(3, at, 24, (view) => {
    view.setUint8(0, state);
    view.setUint8(1, reason);
    view.setFloat32(2, stepsPerSecond, true);
  });
}

/** Two by two cells of two classes. */
export function boundary(at: Moment, values: readonly number[] = [255, 0, 255, 0, 0, 255, 0, 255]) {
  return frame(2, at, 30 + values.length, (view) => {
    view.setUint8(1, values.length / 4);
    view.setUint16(2, 2, true);
    view.setUint16(4, 2, true);
    [-1, 1, -1, 1, 0, 1].forEach((value, index) => view.setFloat32(6 + 4 * index, value, true));
    values.forEach((value, index) => view.setUint8(30 + index, value));
  });
}

function frame(
  type: number,
  at: Moment,
  payload: number,
  write: (view: DataView) => void,
): Uint8Array {
  const bytes = new Uint8Array(24 + payload);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, bytes.length, true);
  header.setUint8(4, 1);
  header.setUint8(5, type);
  header.setUint16(6, at.attempt, true);
  header.setUint32(8, at.epoch, true);
  header.setFloat64(12, at.step, true);
  header.setUint32(20, payload, true);
  write(new DataView(bytes.buffer, 24));
  return bytes;
}
