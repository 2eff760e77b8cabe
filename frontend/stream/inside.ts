import type { Moment } from '../contract/types';
import { times, type Reader } from './reader';

/** Which numbers of which layer somebody looks at; `dev.spirallab.frame.Look` is its other half. */
export interface Look {
  readonly node: string;
  readonly name: string;
  /** Whether rows and columns are evenly taken of all; else a window of neighbours. */
  readonly evenly: boolean;
  readonly row: number;
  readonly column: number;
  readonly example: number;
}

/** A parameter, or a layer without any (its name is empty then) that makes images. */
export interface InsideLayer {
  readonly node: string;
  readonly name: string;
  /** The node whose units the columns belong to, or empty. */
  readonly from: string;
  /** The name of the bias that goes with the rows, or empty. */
  readonly bias: string;
  /** The first dimension are the rows, the others together the columns. */
  readonly shape: readonly number[];
}

/** Exact numbers: `values` are [rows][columns]; `biases` one a row, or none. */
export interface NumbersWindow {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly values: Float32Array;
  readonly biases: Float32Array;
}

/** Means of blocks: 0..255 for -most..most. */
export interface Overview {
  readonly height: number;
  readonly width: number;
  readonly most: number;
  readonly values: Uint8Array;
}

/** `values`: [height][width], the top row first; 0..255 for least..greatest. */
export interface ChannelPicture {
  readonly least: number;
  readonly greatest: number;
  readonly values: Uint8Array;
}

/** Images of one size; `channels` says how many there are, not all need be here. */
export interface ChannelPictures {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly pictures: readonly ChannelPicture[];
}

/** The example that feature maps are of; -1 where there are no classes. */
export interface InsideExample {
  readonly number: number;
  readonly of: number;
  readonly test: boolean;
  readonly label: number;
  readonly answer: number;
}

/** The numbers of one layer, and what it makes of an example. */
export interface InsideFrame {
  readonly type: 'inside';
  readonly at: Moment;
  readonly example: InsideExample;
  readonly layers: readonly InsideLayer[];
  readonly chosen: number;
  readonly window: NumbersWindow;
  readonly overview: Overview;
  readonly input: ChannelPictures;
  readonly maps: ChannelPictures;
}

/** Reads it from the bytes that `dev.spirallab.frame.InteriorCodec` writes. */
export function insideOf(read: Reader, at: Moment): InsideFrame {
  return {
    type: 'inside',
    at,
    example: {
      number: read.u32(),
      of: read.u32(),
      test: read.u8() === 1,
      label: read.i32(),
      answer: read.i32(),
    },
    layers: times(read.u16(), () => layer(read)),
    chosen: read.u16(),
    window: numbers(read),
    overview: overview(read),
    input: pictures(read),
    maps: pictures(read),
  };
}

function layer(read: Reader): InsideLayer {
  return {
    node: read.text(),
    name: read.text(),
    from: read.text(),
    bias: read.text(),
    shape: times(read.u8(), () => read.u32()),
  };
}

function numbers(read: Reader): NumbersWindow {
  const rows = times(read.u16(), () => read.u32());
  const columns = times(read.u16(), () => read.u32());
  return {
    rows,
    columns,
    values: read.floats(rows.length * columns.length),
    biases: read.floats(read.u16()),
  };
}

function overview(read: Reader): Overview {
  const height = read.u16();
  const width = read.u16();
  return { height, width, most: read.f32(), values: read.bytes(height * width) };
}

function pictures(read: Reader): ChannelPictures {
  const channels = read.u32();
  const height = read.u16();
  const width = read.u16();
  return {
    channels,
    height,
    width,
    pictures: times(read.u16(), () => ({
      least: read.f32(),
      greatest: read.f32(),
      values: read.bytes(height * width),
    })),
  };
}
