import type { Context } from '../runtime/context.js';
import { HttpFailure } from '../runtime/http-failure.js';

/** Probes are spread over their interval; each of them would ask the service. */
const FRESH_MS = 1000;
/** A service that does not answer is not asked by every tick: each would wait for it. */
const RETRY_MS = 10_000;

/** Reads which deployment a host serves. */
export type Identity = (host: string, dueAt: number) => Promise<string | null | undefined>;

/**
 * Which deployment each host serves. The probes of one second share one request for a host.
 *
 * @param aliasOf reads the deployment that a host serves; null if it is no alias of the service
 * @returns a function of a host and the time at which the tick was due. Its result: the id of the deployment; null if it
 *   could not be read; undefined if the host is no such alias, e.g. that of a CDN
 */
export function identityOf(ctx: Pick<Context, 'log'>, aliasOf: (host: string) => Promise<string | null>): Identity {
  const read = new Map<
    string,
    { readonly from: number; to: number; readonly served: Promise<string | null | undefined> }
  >();
  return async (host, dueAt) => {
    const known = read.get(host);
    if (known !== undefined && dueAt > known.from && dueAt < known.to) return known.served;
    const asked = { from: dueAt - FRESH_MS, to: dueAt + FRESH_MS, served: target(host) };
    read.set(host, asked);
    const served = await asked.served;
    if (served === null) asked.to = dueAt + RETRY_MS;
    return served;
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
