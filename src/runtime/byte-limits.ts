import { RewindError } from './errors.js';

/** Bytes that Rewind reads into memory at once. Larger things (dumps) are streams. */
export const MAX_BYTES = 50_000_000;

/**
 * Reads a stream into memory.
 * @param what for the message, e.g. "the response of Vercel"
 * @throws RewindError too-large
 */
export async function readLimited(
  source: AsyncIterable<Uint8Array>,
  what: string,
  limit: number = MAX_BYTES,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop closes the source.
  for await (const part of source) {
    bytes += part.length;
    if (bytes > limit) throw tooLarge(what, limit);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/**
 * Reads what comes within a time, or the first bytes of it.
 * @returns ended: true if the source ended by itself
 */
export async function readFor(
  source: ReadableStream<Uint8Array>,
  ms: number,
  limit: number = MAX_BYTES,
): Promise<{ readonly bytes: Buffer; readonly ended: boolean }> {
  const parts: Uint8Array[] = [];
  const reader = source.getReader();
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)));
  try {
    for (let bytes = 0; bytes < limit;) {
      const next = await Promise.race([reader.read(), over]);
      if (next === null) break;
      if (next.done) return { bytes: Buffer.concat(parts), ended: true };
      parts.push(next.value);
      bytes += next.value.length;
    }
    return { bytes: Buffer.concat(parts), ended: false };
  } finally {
    clearTimeout(timer);
    await reader.cancel().catch(() => undefined);
  }
}

export const tooLarge = (what: string, limit: number): RewindError =>
  new RewindError(
    'too-large',
    `Rewind stopped reading ${what}: it is larger than ${limit.toLocaleString('en-US')} bytes.`,
  );
