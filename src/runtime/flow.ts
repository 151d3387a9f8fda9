import type { Writable } from 'node:stream';
import { types } from 'node:util';

/**
 * Waits for both ends of a stream: the pipeline that fills `between`, and the reader that empties it. If one end fails, the
 * other one only sees a broken stream, so the first error that says more than that is the cause.
 *
 * @throws the cause
 */
export async function bothEnds(between: Writable, filling: Promise<unknown>, reading: Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  const end = (work: Promise<unknown>): Promise<unknown> =>
    work.catch((error: unknown) => {
      failures.push(error);
      // A reader that failed may have left the stream open; then the pipeline would wait for it without end.
      between.destroy(types.isNativeError(error) ? error : undefined);
    });
  await Promise.all([end(filling), end(reading)]);
  if (failures.length > 0) throw failures.find((error) => !isBrokenStream(error)) ?? failures[0];
}

/** As `Promise.all` for two, but a failure of one waits until the other has ended: nothing is left that still writes. */
export async function bothOf<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/** As `Promise.all` over `items.map(work)`, with at most `limit` at once: each may hold an open file or a connection. */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  // The workers share one iterator, so each takes the next item that is left.
  const left = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of left) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

function isBrokenStream(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (
    error.name === 'AbortError' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    code === 'ERR_STREAM_DESTROYED' ||
    code === 'EPIPE'
  );
}
