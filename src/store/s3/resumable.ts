import { Readable } from 'node:stream';
import { messageOf } from '../../runtime/errors.js';
import { attemptS3, type Purpose, s3ErrorName } from './client.js';
import { watchStalls } from './stall.js';

/** Limit of consecutive resumptions without a new byte. */
const RESUMES = 5;

interface Opened {
  readonly body: Readable;
  readonly version: string | undefined;
}

/**
 * A stream that survives a broken or a stalled connection: it resumes at the next byte, in the same version of the object. S3 closes
 * connections that are idle for minutes, and a restore may pause for that long.
 */
export async function resumable(
  purpose: Purpose,
  stalledMs: number,
  openAt: (byte: number, version: string | undefined) => Promise<Opened>,
): Promise<Readable> {
  let { body, version } = await attemptS3(purpose, () => openAt(0, undefined));
  let iterator: AsyncIterator<unknown> = body[Symbol.asyncIterator]();
  let position = 0;
  let fruitless = 0;
  const stalls = watchStalls(stalledMs);

  const next = async (): Promise<Buffer | null> => {
    for (;;) {
      try {
        const { done, value } = (await stalls.waitFor(body, () => iterator.next())) as IteratorResult<
          Buffer,
          undefined
        >;
        if (done === true) return null;
        position += value.length;
        fruitless = 0;
        return value;
      } catch (error) {
        fruitless += 1;
        if (fruitless > RESUMES || s3ErrorName(error) === 'AbortError') throw error;
        ({ body, version } = await openAt(position, version));
        iterator = body[Symbol.asyncIterator]();
      }
    }
  };
  return new Readable({
    read() {
      attemptS3(purpose, next).then(
        (data) => this.push(data),
        (error: unknown) => this.destroy(error instanceof Error ? error : new Error(messageOf(error))),
      );
    },
    destroy(error, done) {
      stalls.end();
      body.destroy();
      done(error);
    },
  });
}
