import type { Context } from '../runtime/context.js';
import { ProbeFailure } from '../services/probe-http/failure.js';

export interface Neutral {
  /** E.g. of a large operator of networks. */
  readonly url: string;
  /** For a target on a private network. */
  readonly allowPrivate: boolean;
}

/**
 * Does a target answer that has nothing to do with production? If not, Rewind itself has no network. Any response
 * counts, whatever its status. Null: the request was stopped, so nobody knows.
 */
export async function answers(
  { url, allowPrivate }: Neutral,
  ctx: Context,
  signal: AbortSignal,
): Promise<boolean | null> {
  const { send } = await import('../services/probe-http/send.js');
  const connection = { redirects: 0, allowPrivate, timeoutMs: 5_000, maxBytes: 1_000_000 };
  try {
    await send({ method: 'HEAD', url: new URL(url), headers: {}, ...connection }, ctx, signal);
    return true;
  } catch (error) {
    if (error instanceof ProbeFailure) return error.kind === 'stopped' ? null : false;
    throw error;
  }
}
