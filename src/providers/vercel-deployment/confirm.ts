import { RewindError } from '../../runtime/errors.js';
import type { AliasRequest } from '../../services/vercel/deployments.js';
import { isAfter, productionOf } from './alias-request.js';
import { DOUBTFUL_READS, FIRST_POLL_MS, jittered, nextPause } from './polling.js';
import type { Switched, Switching } from './switching.js';

/** Minimum time for the domains, also if the switch took all of its own. */
const DOMAINS_MS = 5_000;

/** Looks whether production still is the target, while its domains follow. Reads may lag, so one read proves nothing. */
export function keptBy({ desired, vercel, ctx }: Switching, after: AliasRequest | null): () => Promise<void> {
  let lost = 0;
  return async () => {
    const project = await vercel.project();
    const now = productionOf(project) ?? desired.to;
    lost = now === desired.to ? 0 : lost + 1;
    if (lost < DOUBTFUL_READS) return;
    const last = project.lastAliasRequest ?? null;
    const why =
      last !== null && last.toDeploymentId === now && isAfter(last, after)
        ? `a later ${last.type} by somebody else has ${last.jobStatus}`
        : 'a build went live by itself, or somebody promoted it';
    throw new RewindError('api-conflict', `Production was ${desired.to} for a moment, and is ${now} now: ${why}.`, {
      resource: ctx.resource,
      remedy: 'Ask who did that on Vercel. Then make a new plan and get it approved.',
      unwritten: true,
    });
  };
}

interface Wanted {
  readonly to: string;
  readonly domains: readonly string[];
  /** Domains that may serve another deployment. */
  readonly others?: readonly string[];
  /** What they served before, as far as it is known; null: nothing. A domain that is late serves one of these. */
  readonly from?: ReadonlySet<string | null>;
  /** Called with each further read of the domains; ends the wait by an error. */
  readonly watch?: () => Promise<void>;
}

/**
 * Waits until each domain serves a deployment. Does not wait for one that somebody took away: several reads show that it
 * serves nothing, or neither what it served before nor the target.
 *
 * @param done the result so far, for the message
 * @param deadline on the monotonic clock; the domains get some seconds in any case
 * @returns what each of them serves
 * @throws RewindError deployment-switch-failed
 */
export async function confirmDomains(
  { vercel, ctx }: Pick<Switching, 'vercel' | 'ctx'>,
  done: string,
  { to, domains, others = [], from, watch }: Wanted,
  deadline: number,
): Promise<Switched['serving']> {
  const started = ctx.clock.monotonic();
  const end = Math.max(deadline, started + DOMAINS_MS);
  const strayReads = new Map<string, number>();
  const isStray = (deployment: string | null): boolean => {
    if (from === undefined || from.size === 0) return deployment === null;
    return deployment !== to && !from.has(deployment);
  };
  const serving = await vercel.serving([...new Set([...domains, ...others])]);
  for (let pause = FIRST_POLL_MS; ; pause = nextPause(pause, ctx.clock.monotonic() - started)) {
    const stuck = domains.filter((name) => serving.get(name) !== to);
    if (stuck.length === 0) return serving;
    for (const name of stuck) {
      strayReads.set(name, isStray(serving.get(name) ?? null) ? (strayReads.get(name) ?? 0) + 1 : 0);
    }
    const nowServed = stuck.map((name) => `${name} serves ${serving.get(name) ?? 'nothing'}`).join(', ');
    // Later than `watch`: production that moved away takes its domains along, and says more.
    if (stuck.every((name) => (strayReads.get(name) ?? 0) > DOUBTFUL_READS)) {
      throw new RewindError(
        'deployment-switch-failed',
        `${done}, but ${nowServed}: somebody moved or removed ${stuck.length === 1 ? 'it' : 'them'} meanwhile.`,
        {
          resource: ctx.resource,
          remedy:
            'Ask who did that on Vercel. Then run "rewind plan" again: it shows these domains as changes of their own.',
        },
      );
    }
    if (ctx.clock.monotonic() >= end) {
      throw new RewindError('deployment-switch-failed', `${done}, but ${nowServed}.`, {
        resource: ctx.resource,
        remedy: 'Run "rewind plan" again: it shows these domains as changes of their own.',
      });
    }
    await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
    const [again] = await Promise.all([vercel.serving(stuck), watch?.()]);
    for (const [name, deployment] of again) serving.set(name, deployment);
  }
}
