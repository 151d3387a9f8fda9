import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { isUndecided } from '../../runtime/undecided.js';
import { client, type Branch, type NeonClient } from './client.js';
import type { Config } from './config.js';
import { finishedName, parseKept } from './names.js';
import { markOf } from './production.js';
import { params, type Params } from './state.js';

/**
 * Restores production from the branch of the snapshot. The name of the kept branch says how far an earlier run came:
 * absent = not begun; present = Neon has begun; with the mark at its end = finished.
 */
export async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const wanted = params.parse(change.params);
  const neon = client(config, ctx);
  const kept = (await findKept(neon, wanted, ctx)) ?? (await begin(neon, wanted, ctx));
  if (parseKept(ctx.resource, kept.name)?.now !== null) {
    ctx.log.info(`an earlier run has finished this restore; "${kept.name}" holds what was there before`);
    return;
  }
  await neon.settle(wanted.target);
  await finish(neon, wanted, kept, ctx);
}

/** The branch that keeps what production held before this change. */
async function findKept(neon: NeonClient, { keep }: Params, { resource }: Context): Promise<Branch | undefined> {
  return (await neon.search(keep)).find(({ name }) => parseKept(resource, name)?.name === keep);
}

async function begin(neon: NeonClient, wanted: Params, ctx: Context): Promise<Branch> {
  const { target, source, lsn, keep } = wanted;
  const copy = await neon.branch(source);
  if (copy?.parent_lsn !== lsn) {
    throw new RewindError('snapshot-corrupt', `Branch ${source} is not the one of the snapshot, or it is gone.`, {
      resource: ctx.resource,
    });
  }
  // Neon makes no child of a branch that expires, and would otherwise delete what production is made from.
  if (typeof copy.expires_at === 'string') await neon.update(source, { expires_at: null });
  await neon.settle(target);
  try {
    await neon.restore(target, source, keep);
  } catch (error) {
    // After a lost response, the list of branches decides. A name that exists is a restore by another run.
    const undecided = isUndecided(error) || (error instanceof HttpFailure && error.status === 409);
    const kept = undecided ? await findKept(neon, wanted, ctx) : undefined;
    if (kept) return kept;
    throw error;
  }
  const kept = await findKept(neon, wanted, ctx);
  if (kept) return kept;
  throw new RewindError('restore-failed', `Neon restored ${target}, but has no branch "${keep}".`, {
    resource: ctx.resource,
    remedy: "Look for the previous state among the branches in Neon's console.",
  });
}

/** Proves that Neon restored production, and writes so into the name of the kept branch. */
async function finish(neon: NeonClient, { target, keep }: Params, kept: Branch, ctx: Context): Promise<void> {
  const now = await neon.branch(target);
  const before = parseKept(ctx.resource, keep)?.was;
  if (!now || markOf(now) === before) {
    throw new RewindError(
      'restore-failed',
      `Neon kept the present state as "${keep}", but did not restore ${target}.`,
      {
        resource: ctx.resource,
        remedy: `Read the operations of the branch in Neon's console. Rename or delete "${keep}" to try again.`,
      },
    );
  }
  await neon.update(kept.id, { name: finishedName(keep, markOf(now)) });
  ctx.log.info(`"${now.name}" was restored; "${finishedName(keep, markOf(now))}" holds what was there before`);
}
