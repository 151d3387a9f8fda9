import type { Context } from '../runtime/context.js';
import { ProbeFailure } from '../services/probe-http/failure.js';

/**
 * Does a target answer that has nothing to do with production? If not, Rewind is the one without network. Any response
 * counts, whatever its status.
 *
 * @param url a public address, e.g. of a large DNS or CDN operator
 */
export async function answers(url: string, ctx: Context, signal: AbortSignal): Promise<boolean> {
  const { send } = await import('../services/probe-http/send.js');
  const connection = { redirects: 0, allowPrivate: false, timeoutMs: 5_000, maxBytes: 1_000_000 };
  try {
    await send({ method: 'HEAD', url: new URL(url), headers: {}, ...connection }, ctx, signal);
    return true;
  } catch (error) {
    if (error instanceof ProbeFailure) return false;
    throw error;
  }
}
