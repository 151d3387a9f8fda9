import type { Context } from '../runtime/context.js';
import { HttpFailure } from '../runtime/http.js';

/** Reads which deployment a host serves. */
export type Identity = (host: string, dueAt: number) => Promise<string | null | undefined>;

/**
 * Which deployment each host serves. All probes of a tick share one request for a host.
 *
 * @param aliasOf reads the deployment that a host serves; null if it is no alias of the service
 * @returns a function of a host and the time at which the tick was due. Its result: the id of the deployment; null if it
 *   could not be read; undefined if the host is no such alias, e.g. that of a CDN
 */
export function identityOf(ctx: Pick<Context, 'log'>, aliasOf: (host: string) => Promise<string | null>): Identity {
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
      return (await aliasOf(host)) ?? undefined;
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      ctx.log.debug(`which deployment ${host} serves could not be read: ${error.message}`);
      return null;
    }
  }
}
