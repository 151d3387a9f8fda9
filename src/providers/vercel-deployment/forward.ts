import type { Build, Forward } from '../../engine/capabilities.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { DeploymentRow } from '../../services/vercel/deployments.js';
import { client, type Client } from './client.js';
import type { Config } from './config.js';
import { commitOf, described, isMaintenance, refOf, releaseOf, withoutMaintenance } from './described.js';
import { assertEligible } from './eligibility.js';
import type { State } from './state.js';

/** The way forward: a promote of the fix, or of the deployment before the rollback. */
export const forward: Forward<Config, State> = { choose, desired };

async function choose(
  config: Config,
  ctx: Context,
  before: State,
  wanted: string,
  isHeld: (commit: string) => Promise<boolean>,
): Promise<string | null> {
  if (wanted === 'latest') return (await newest(client(config, ctx), before, isHeld, ctx)).uid;
  return (await find(config, ctx, wanted))?.id ?? null;
}

/**
 * A deployment that may be promoted; null if it belongs to another project, or does not exist.
 * @param wanted its id or its host
 * @throws RewindError deployment-not-eligible
 */
export async function find(config: Config, ctx: Context, wanted: string): Promise<Build | null> {
  const found = await client(config, ctx).deployment(wanted);
  if (found === null || (found.projectId !== undefined && found.projectId !== config.project)) return null;
  assertEligible(found, { method: 'promote', to: found.id }, config, ctx);
  return { id: found.id, commit: commitOf(found.meta) };
}

/** The newest ready deployment of the production branch that is newer than the one before the rollback. */
async function newest(
  vercel: Client,
  before: State,
  isHeld: (commit: string) => Promise<boolean>,
  ctx: Context,
): Promise<DeploymentRow> {
  const [project, rows] = await Promise.all([vercel.project(), vercel.recent()]);
  const branch = project.link?.productionBranch ?? null;
  const production = releaseOf(before);
  // One that went live after the checks of the rollback was not judged.
  const since = (before.overtaken ?? production)?.createdAt ?? 0;
  const newer = rows.filter(({ createdAt = 0 }) => createdAt > since);
  const ready = newer.filter(({ readyState }) => readyState === 'READY');
  const own = ready.filter(({ meta }) => !isMaintenance(meta) && (branch === null || refOf(meta) === branch));
  for (const row of own.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))) {
    const commit = commitOf(row.meta);
    if (commit === null || !(await isHeld(commit))) return row;
  }
  const of = branch === null ? '' : ` of branch "${branch}"`;
  const others = newer.map(
    ({ uid, readyState, meta }) => `${uid} (${readyState ?? '?'}, ${refOf(meta) ?? 'no branch'})`,
  );
  throw new RewindError(
    'deployment-not-eligible',
    `"${before.name}" has no ready deployment${of} that is newer than ${production?.id ?? 'the one before the rollback'} and whose commit is not held back. Newer ones: ${others.slice(0, 5).join(', ') || 'none'}.`,
    { resource: ctx.resource, remedy: 'Deploy the fix, or name a deployment: --deployment ID.' },
  );
}

export async function desired(
  config: Config,
  ctx: Context,
  given: State,
  id: string | null,
  gate: string | null,
): Promise<State> {
  const before = withoutMaintenance(given);
  const goal = {
    ...before,
    forward: true,
    canary: null,
    pinned: false,
    // Under an earlier rollback, the snapshot does not show the setting of the owner.
    autoAssign: before.pinned ? (config['auto-assign'] ?? null) : before.autoAssign,
    ...(gate === null ? {} : { gate: { command: gate, seconds: config['gate-timeout-seconds'] } }),
  } as const;
  if (id === null) return goal;
  const found = await client(config, ctx).deployment(id);
  if (found?.url === undefined || found.createdAt === undefined) {
    throw new RewindError('deployment-not-eligible', `${id} cannot take production: it does not exist any more.`, {
      resource: ctx.resource,
      remedy: 'Deploy the fix, then: "rewind recover --deployment latest".',
    });
  }
  const production = described({ id, url: found.url, createdAt: found.createdAt }, found.meta);
  const domains = before.domains.map(({ name, deployment }) => ({
    name,
    deployment: deployment === before.production?.id ? id : deployment,
  }));
  return { ...goal, production, domains };
}
