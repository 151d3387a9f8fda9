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

export const tooLarge = (what: string, limit: number): RewindError =>
  new RewindError(
    'too-large',
    `Rewind stopped reading ${what}: it is larger than ${limit.toLocaleString('en-US')} bytes.`,
  );
