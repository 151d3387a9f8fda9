import type { Deploy, Deployed } from '../../engine/capabilities.js';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { apply } from './apply.js';
import { capture } from './capture.js';
import type { Config } from './config.js';
import { desired, find } from './forward.js';
import { plan } from './plan.js';
import type { State } from './state.js';

/** A promote of a build that Vercel left staged. */
export const deploy: Deploy<Config> = { find, run };

async function run(config: Config, ctx: Context, id: string, mayWrite: () => Promise<void>): Promise<Deployed> {
  const live = await capture(config, ctx, {});
  // A promote switches it on. Then the next push would go live without a snapshot.
  const autoAssign = config['auto-assign'] ?? false;
  const wanted = await desired(config, ctx, live, id, null);
  const superseded = isNewer(live, wanted);
  const goal: State = { ...(superseded ? live : wanted), autoAssign };
  const changes = plan(goal, live);
  if (!superseded) warnOfOthers(live, id, ctx);
  if (changes.length > 0) {
    await mayWrite();
    try {
      for (const change of changes) await apply(config, change, ctx);
    } catch (error) {
      if (!autoAssign) await staged(config, ctx);
      throw error;
    }
    const left = plan(goal, await capture(config, ctx, {}));
    if (left.length > 0) {
      const now = left.map(({ target, before }) => `${target} is ${before ?? 'nothing'}`).join(', ');
      throw new RewindError('deployment-switch-failed', `${id} was promoted, but ${now}.`, { resource: ctx.resource });
    }
  }
  if (live.autoAssign === true && config['auto-assign'] === undefined) {
    ctx.log.warn(
      'The automatic assignment of domains was on, and is off now: new builds stay staged. To leave it on, set "auto-assign: true" on the resource.',
    );
  }
  if (superseded) return { kind: 'superseded', by: live.production?.id ?? '' };
  return { kind: live.production?.id === id ? 'unchanged' : 'promoted', by: id };
}

/** Whether production serves a build that was made later. Rewind's rebuild of an older one does not count. */
function isNewer({ production: live }: State, { production: build }: State): boolean {
  if (live === null || build === null || live.rebuildOf !== null) return false;
  return live.createdAt > build.createdAt;
}

/** After a failed promote, so that no push goes live without a snapshot. */
async function staged(config: Config, ctx: Context): Promise<void> {
  try {
    const live = await capture(config, ctx, {});
    for (const change of plan({ ...live, autoAssign: false }, live)) await apply(config, change, ctx);
  } catch (error) {
    ctx.log.warn(`The automatic assignment of domains may be on: ${messageOf(error)} Run this command again.`);
  }
}

/** A promote moves only the domains that serve the deployment before. */
function warnOfOthers({ production, domains }: State, id: string, ctx: Context): void {
  for (const { name, deployment } of domains) {
    if (deployment === null || deployment === production?.id || deployment === id) continue;
    ctx.log.warn(`${name} serves ${deployment}, not the deployment in production. It stays there.`);
  }
}
