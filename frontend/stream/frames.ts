import {
  type Assessment,
  type Head,
  type LayerReport,
  type Mistakes,
  type OwnAnswer,
  END_REASONS,
  RUN_STATES,
  TASK_KINDS,
  type EndReason,
  type Extent,
  type MetricPoint,
  type Moment,
  type Problem,
  type RunState,
  type TaskKind,
} from '../contract/types';
import { insideOf, type InsideFrame } from './inside';
import { FrameError, Reader, times } from './reader';

export { FrameError };
export type { InsideFrame };

/**
 * The frames of a run, read from the bytes that `dev.spirallab.frame.FrameCodec` writes: its Javadoc
 * has the layout. Golden files under src/test/resources/contract/frames hold both sides to it.
 */

export type { Extent, MetricPoint, Moment };

/** `firstIndex`: the place of the first point in the attempt's history. */
export interface MetricsFrame {
  readonly type: 'metrics';
  readonly at: Moment;
  readonly firstIndex: number;
  readonly points: readonly MetricPoint[];
}

/** `values`: [channels][height][width], the top row first; 0..255 for valueMin..valueMax. */
export interface BoundaryFrame {
  readonly type: 'boundary';
  readonly at: Moment;
  readonly task: TaskKind;
  readonly channels: number;
  readonly width: number;
  readonly height: number;
  readonly extent: Extent;
  readonly valueMin: number;
  readonly valueMax: number;
  readonly values: Uint8Array;
}

export interface StateFrame {
  readonly type: 'state';
  readonly at: Moment;
  readonly state: RunState;
  readonly reason: EndReason;
  readonly stepsPerSecond: number;
  readonly pace: number;
  readonly learningRate: number;
  readonly stepsPerEpoch: number;
  readonly viewers: number;
  readonly detail: string;
}

export interface ProblemFrame {
  readonly type: 'problem';
  readonly at: Moment;
  readonly problem: Problem;
}

/** `points`: [train + test][3]: x1, x2, and the label or the first target. */
export interface PointsFrame {
  readonly type: 'points';
  readonly at: Moment;
  readonly task: TaskKind;
  readonly train: number;
  readonly test: number;
  readonly extent: Extent;
  readonly points: Float32Array;
}

export interface AssessedFrame {
  readonly type: 'assessed';
  readonly at: Moment;
  readonly assessment: Assessment;
}

export interface LayersFrame {
  readonly type: 'layers';
  readonly at: Moment;
  readonly report: LayerReport;
}

/** `values`: [grid][grid], the top row first; 0..255 for least..greatest. */
export interface UnitPicture {
  readonly unit: number;
  readonly least: number;
  readonly greatest: number;
  readonly values: Uint8Array;
}

/** The units of a node, or some of them. */
export interface UnitBank {
  readonly node: string;
  readonly units: number;
  readonly pictures: readonly UnitPicture[];
}

export interface UnitsFrame {
  readonly type: 'units';
  readonly at: Moment;
  readonly grid: number;
  readonly banks: readonly UnitBank[];
}

/** `steps`: those of the moments that may be looked back at, the earliest first. */
export interface TrailFrame {
  readonly type: 'trail';
  readonly at: Moment;
  readonly steps: readonly number[];
}

/** What the model answered at an earlier moment. */
export interface PastFrame {
  readonly type: 'past';
  readonly at: Moment;
  readonly picture: BoundaryFrame;
}

export interface MistakenFrame {
  readonly type: 'mistaken';
  readonly at: Moment;
  readonly mistakes: Mistakes;
}

export interface AnsweredFrame {
  readonly type: 'answered';
  readonly at: Moment;
  readonly answer: OwnAnswer;
}

/** `values`: [examples][width]; none where there is no such layer. */
export interface OutputsFrame {
  readonly type: 'outputs';
  readonly at: Moment;
  readonly head: Head;
  readonly values: Float32Array;
}

export type Frame =
  | MetricsFrame
  | BoundaryFrame
  | StateFrame
  | ProblemFrame
  | PointsFrame
  | AssessedFrame
  | LayersFrame
  | UnitsFrame
  | TrailFrame
  | PastFrame
  | MistakenFrame
  | AnsweredFrame
  | OutputsFrame
  | InsideFrame;

export const VERSION = 1;
const HEADER = 24;
const METRIC_POINT = 32;

/** The frames of one message, those of unknown type left out. */
export function decodeFrames(message: ArrayBuffer): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at < message.byteLength;) {
    const reader = frameAt(message, at);
    at += reader.length;
    const frame = decodeFrame(reader);
    if (frame) frames.push(frame);
  }
  return frames;
}

function frameAt(message: ArrayBuffer, at: number): Reader {
  const left = message.byteLength - at;
  if (left < HEADER) throw new FrameError(`${left} bytes are too few for a frame`);
  const length = new DataView(message, at).getUint32(0, true);
  if (length < HEADER || length > left) {
    throw new FrameError(`a frame of ${length} bytes where ${left} are left`);
  }
  return new Reader(message, at, length);
}

function decodeFrame(read: Reader): Frame | undefined {
  read.skip(4);
  const version = read.u8();
  if (version !== VERSION) throw new FrameError(`frames of version ${version}, not ${VERSION}`);
  const type = read.u8();
  const attempt = read.u16();
  const epoch = read.u32();
  const at: Moment = { attempt, epoch, step: read.f64() };
  const payload = read.u32();
  if (payload !== read.left) {
    throw new FrameError(`a payload of ${payload} bytes in a frame with room for ${read.left}`);
  }
  return decoders[type]?.(read, at);
}

const decoders: Readonly<Record<number, (read: Reader, at: Moment) => Frame>> = {
  1: (read, at) => {
    const firstIndex = read.u32();
    const count = read.count(METRIC_POINT);
    return { type: 'metrics', at, firstIndex, points: times(count, () => metricPoint(read)) };
  },
  2: readBoundary,
  3: (read, at) => ({
    type: 'state',
    at,
    state: read.oneOf(RUN_STATES),
    reason: read.oneOf(END_REASONS),
    stepsPerSecond: read.f32(),
    pace: read.f32(),
    learningRate: read.f32(),
    stepsPerEpoch: read.u32(),
    viewers: read.u32(),
    detail: read.text(),
  }),
  4: (read, at) => ({ type: 'problem', at, problem: parseProblem(read.text()) }),
  5: (read, at) => {
    const task = read.oneOf(TASK_KINDS);
    const train = read.u32();
    const test = read.u32();
    const extent = readExtent(read);
    const points = read.floats(3 * (train + test));
    return { type: 'points', at, task, train, test, extent, points };
  },
  6: (read, at) => ({ type: 'assessed', at, assessment: parse<Assessment>(read.longText()) }),
  7: (read, at) => ({ type: 'layers', at, report: parse<LayerReport>(read.longText()) }),
  8: (read, at) => {
    const grid = read.u16();
    const nodes = read.u16();
    return { type: 'units', at, grid, banks: times(nodes, () => unitBank(read, grid)) };
  },
  9: (read, at) => {
    const count = read.count(8);
    return { type: 'trail', at, steps: times(count, () => read.f64()) };
  },
  10: (read, at) => ({ type: 'past', at, picture: readBoundary(read, at) }),
  11: (read, at) => ({ type: 'mistaken', at, mistakes: parse<Mistakes>(read.longText()) }),
  12: (read, at) => ({ type: 'answered', at, answer: parse<OwnAnswer>(read.longText()) }),
  13: (read, at) => ({
    type: 'outputs',
    at,
    head: parse<Head>(read.longText()),
    values: read.floats(read.count(4)),
  }),
  14: insideOf,
};

function readBoundary(read: Reader, at: Moment): BoundaryFrame {
  const task = read.oneOf(TASK_KINDS);
  const channels = read.u8();
  const width = read.u16();
  const height = read.u16();
  const extent = readExtent(read);
  const valueMin = read.f32();
  const valueMax = read.f32();
  const values = read.bytes(channels * width * height);
  return {
    type: 'boundary',
    at,
    task,
    channels,
    width,
    height,
    extent,
    valueMin,
    valueMax,
    values,
  };
}

function unitBank(read: Reader, grid: number): UnitBank {
  const node = read.text();
  const units = read.u32();
  const pictures = times(read.u16(), () => ({
    unit: read.u32(),
    least: read.f32(),
    greatest: read.f32(),
    values: read.bytes(grid * grid),
  }));
  return { node, units, pictures };
}

function metricPoint(read: Reader): MetricPoint {
  return {
    step: read.f64(),
    epoch: read.f32(),
    trainLoss: read.f32(),
    testLoss: read.f32(),
    trainAccuracy: read.f32(),
    testAccuracy: read.f32(),
    learningRate: read.f32(),
  };
}

function readExtent(read: Reader): Extent {
  return { xMin: read.f32(), xMax: read.f32(), yMin: read.f32(), yMax: read.f32() };
}

function parseProblem(json: string): Problem {
  let problem: unknown;
  try {
    problem = JSON.parse(json);
  } catch {
    throw new FrameError('a problem that is not JSON');
  }
  if (!isProblem(problem)) throw new FrameError('a problem without code or arguments');
  return problem;
}

function isProblem(value: unknown): value is Problem {
  const problem = value as Partial<Problem> | null;
  return typeof problem?.code === 'string' && typeof problem.arguments === 'object';
}

function parse<T>(json: string): T {
  try {
    return JSON.parse(json) as T;
  } catch {
    throw new FrameError('figures that are not JSON');
  }
}
