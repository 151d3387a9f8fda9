import { Transform, type TransformCallback } from 'node:stream';

/** Bytes of a gathered piece. */
export const PIECE = 256 * 1024;

/**
 * Joins small pieces of a stream into pieces of `PIECE` bytes; the first one passes at once. A program that writes 4 kB at a
 * time (pg_dump with gzip does) would otherwise wake every later step of the stream for each of them.
 *
 * @param ended is awaited before the end of the stream; its rejection fails the stream
 */
export class Gather extends Transform {
  #held = Buffer.alloc(0);
  #used = 0;
  #begun = false;

  constructor(private readonly ended: Promise<void> = Promise.resolve()) {
    super({ readableHighWaterMark: PIECE, writableHighWaterMark: PIECE });
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (!this.#begun || (this.#used === 0 && chunk.length >= PIECE)) {
      this.#begun = true;
      done(null, chunk);
      return;
    }
    for (let at = 0; at < chunk.length;) {
      if (this.#used === 0) this.#held = Buffer.allocUnsafeSlow(PIECE);
      const copied = chunk.copy(this.#held, this.#used, at);
      at += copied;
      this.#used += copied;
      if (this.#used === PIECE) this.#pass();
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    if (this.#used > 0) this.#pass();
    this.ended.then(
      () => done(),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  }

  #pass(): void {
    this.push(this.#held.subarray(0, this.#used));
    this.#used = 0;
  }
}
