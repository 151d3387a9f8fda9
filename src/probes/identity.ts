import type { Context } from '../runtime/context.js';
import { HttpFailure } from '../runtime/http.js';
import type { VercelProject } from '../services/vercel/client.js';
import { vercelDeployments } from '../services/vercel/deployments.js';

/** A tick must not wait longer for Vercel. */
const DEADLINE_MS = 5_000;

/** Reads which deployment a host serves. */
export type Identity = (host: string, dueAt: number) => Promise<string | null | undefined>;

/**
 * Which deployment each host serves, by its alias at Vercel. All probes of a tick share one request for a host.
 *
 * @returns a function of a host and the time at which the tick was due. Its result: the id of the deployment; null if it
 *   could not be read; undefined if the host is not an alias of Vercel, e.g. that of a CDN
 */
export function identityOf(ctx: Context, project: VercelProject): Identity {
  const vercel = vercelDeployments(ctx, project);
  let tick: number | undefined;
  const read = new Map<string, Promise<string | null | undefined>>();
  return (host, dueAt) => {
    if (dueAt !== tick) read.clear();
    tick = dueAt;
    const known = read.get(host) ?? target(host);
    read.set(host, known);
    return known;
  };

  async function target(host: string): Promise<string | null | undefined> {
    try {
      return (await vercel.aliasTarget(host, DEADLINE_MS)) ?? undefined;
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      ctx.log.debug(`which deployment ${host} serves could not be read: ${error.message}`);
      return null;
    }
  }
}
