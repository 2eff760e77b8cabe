/** Bytes that are no frames of this version. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

export function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

/** Reads one frame from its start to its end and never beyond. */
export class Reader {
  private readonly view: DataView;
  private position = 0;

  constructor(
    message: ArrayBuffer,
    offset: number,
    readonly length: number,
  ) {
    this.view = new DataView(message, offset, length);
  }

  get left(): number {
    return this.length - this.position;
  }

  skip(bytes: number): number {
    if (bytes > this.left) throw new FrameError(`${bytes} bytes wanted, ${this.left} left`);
    const at = this.position;
    this.position += bytes;
    return at;
  }

  u8(): number {
    return this.view.getUint8(this.skip(1));
  }

  u16(): number {
    return this.view.getUint16(this.skip(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.skip(4), true);
  }

  i32(): number {
    return this.view.getInt32(this.skip(4), true);
  }

  f32(): number {
    return this.view.getFloat32(this.skip(4), true);
  }

  f64(): number {
    return this.view.getFloat64(this.skip(8), true);
  }

  /** A count of things that must fit into what is left, each of `size` bytes. */
  count(size: number): number {
    const count = this.u32();
    if (count * size > this.left) throw new FrameError(`${count} entries in ${this.left} bytes`);
    return count;
  }

  bytes(count: number): Uint8Array {
    const start = this.skip(count);
    return new Uint8Array(this.view.buffer as ArrayBuffer, this.view.byteOffset + start, count);
  }

  floats(count: number): Float32Array {
    const start = this.skip(4 * count);
    return Float32Array.from({ length: count }, (_, index) =>
      this.view.getFloat32(start + 4 * index, true),
    );
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.u16()));
  }

  longText(): string {
    return new TextDecoder().decode(this.bytes(this.u32()));
  }

  /** A value that newer servers may know more of: the last of those known here stands for it. */
  oneOf<T>(names: readonly T[]): T {
    return names[Math.min(this.u8(), names.length - 1)];
  }
}
