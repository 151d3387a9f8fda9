import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of a stream after which its used buffers are freed. */
const EVERY = 4 * 2 ** 20;

type Collect = (options: { readonly type: 'minor' }) => void;

let collect: Collect | null | undefined;
let passed = 0;

/**
 * Frees the buffers of a stream that nobody uses any more, once in a few megabytes. Call it for every piece that passes.
 *
 * V8 frees the memory of a buffer with the object that stands for it. These objects are so small that V8 seldom collects the
 * young ones; it waits until the buffers take tens of megabytes, and then searches the whole heap, over and over. A collection
 * of the young objects alone takes less than a millisecond (docs/adr/0016-parallel-restore.md has the figures).
 *
 * @param bytes of the piece
 */
export function freePassed(bytes: number): void {
  passed += bytes;
  if (passed < EVERY) return;
  passed = 0;
  collect ??= collector();
  collect?.({ type: 'minor' });
}

/** V8's own function, which Node shows only to a context that was made after the flag was set; null if it has none. */
function collector(): Collect | null {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext("typeof gc === 'function' ? gc : null");
  setFlagsFromString('--no-expose-gc');
  return isCollect(found) ? found : null;
}

const isCollect = (value: unknown): value is Collect => typeof value === 'function';
