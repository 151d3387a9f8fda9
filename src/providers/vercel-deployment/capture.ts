import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import type { Project } from '../../services/vercel/deployments.js';
import { VERCEL } from '../../services/vercel/client.js';
import { client, type Client, type Release } from './client.js';
import type { Config } from './config.js';
import { pinnedByRollback } from './production-pin.js';
import { commitOf, described, isMaintenance } from './described.js';
import { servedByDomains, wasDeployed } from './production.js';
import { state, type State } from './state.js';
import type { Switched } from './switching.js';

/** How old the names of the domains may be that a switch confirms and that are not read again after it. */
const NAMES_MS = 60_000;

export async function capture(
  config: Config,
  ctx: Context,
  { saved, recentMs = 0 }: Pick<PayloadSink, 'saved' | 'recentMs'>,
): Promise<State> {
  const vercel = client(config, ctx);
  const known = ctx.reads.get<State>(VERCEL, keyOf('state', config), recentMs);
  if (known !== undefined) return known;
  const against = saved === undefined ? undefined : state.safeParse(saved).data;
  const reading = vercel.project();
  const [project, serving, release] = await Promise.all([
    reading,
    vercel.serving(ctx.reads.read(VERCEL, keyOf('names', config), vercel.productionDomains)),
    against === undefined
      ? vercel.release()
      : reading.then((found) => (mayRelease(found, against) ? vercel.release() : null)),
  ]);
  return stateOf(config, project, serving, release, vercel);
}

/** Names of one resource in what a run read: two resources may be of one project. */
const keyOf = (what: 'state' | 'names', { id, project }: Config): string => `${what} ${id} ${project}`;

/** The production domains as this run listed them shortly before; undefined if it must list them again. */
export const recentNames = (config: Config, ctx: Context): Promise<readonly string[]> | undefined =>
  ctx.reads.get(VERCEL, keyOf('names', config), NAMES_MS);

/**
 * Keeps the state after a rollback, which its last reads proved, for a verification that follows at once.
 *
 * @param names of all production domains
 */
export async function remember(
  config: Config,
  ctx: Context,
  { project, serving, since }: Switched,
  names: readonly string[],
): Promise<void> {
  if (mayRelease(project, undefined) || isMaintenance(project.targets?.production?.meta)) return;
  const own = new Map(names.map((name) => [name, serving.get(name) ?? null]));
  const read = (): Promise<State> => stateOf(config, project, own, null, client(config, ctx));
  await ctx.reads.read(VERCEL, keyOf('state', config), read, since);
}

async function stateOf(
  config: Config,
  project: Project,
  serving: ReadonlyMap<string, string | null>,
  release: Release | null,
  vercel: Client,
): Promise<State> {
  const domains = [...serving.keys()].sort().map((name) => ({ name, deployment: serving.get(name) ?? null }));
  const [named, canaryCommit] = await Promise.all([
    productionOf(project, release, vercel),
    canaryCommitOf(release, vercel),
  ]);
  const production = named ?? (await servedByDomains(config, domains, vercel));
  const isUnknown = production === null && (await wasDeployed(domains, vercel));
  return {
    schemaVersion: 1,
    project: project.id,
    name: project.name,
    production,
    ...(isUnknown ? { productionUnknown: true } : {}),
    ...(production?.maintenance === true ? { instead: await replacedBy(production.id, project, vercel) } : {}),
    autoAssign: project.autoAssignCustomDomains ?? null,
    // If Vercel does not say why assignment is off, a rollback may be the cause, so no plan switches it on.
    pinned: project.autoAssignCustomDomains === false && pinnedByRollback(project) !== 'free',
    canary: release === null ? null : (release.canary ?? 'unknown'),
    ...(canaryCommit === null ? {} : { canaryCommit }),
    stages: project.rollingRelease?.stages?.map(({ targetPercentage }) => targetPercentage) ?? [],
    ...(project.lastAliasRequest === undefined ? {} : { lastSwitch: project.lastAliasRequest?.requestedAt ?? null }),
    domains,
  };
}

/**
 * Whether a rolling release that is under way would change the plan. It may outlive its configuration. False if only a
 * rollback leads to the saved state, because it ends every release, and if such a rollback has pinned production: only a
 * promote begins a release, and ends the pin.
 */
function mayRelease(project: Project, saved: State | undefined): boolean {
  if (project.rollingRelease) return true;
  const live = project.targets?.production;
  const last = project.lastAliasRequest;
  const endedByRollback = last?.jobStatus === 'succeeded' && last.toDeploymentId === live?.id;
  if (endedByRollback && pinnedByRollback(project) === 'pinned') return false;
  const target = saved?.production;
  const isBackwards = live && target && target.createdAt < live.createdAt;
  return !isBackwards || saved.forward === true || target.maintenance === true || isMaintenance(live.meta);
}

/** During a rolling release two deployments serve; this returns the base, which is known to be good. */
async function productionOf(project: Project, release: Release | null, vercel: Client): Promise<State['production']> {
  const named = project.targets?.production;
  const found = release?.base ?? named;
  if (!found) return null;
  // The release contains no commits.
  const read = found.id === named?.id ? named : await vercel.deployment(found.id);
  const by = read?.creator?.username;
  return { ...described(found, read?.meta), ...(by ? { by } : {}) };
}

/** What a rollback that ends a rolling release takes back; null if it is unknown, which stops no capture. */
async function canaryCommitOf(release: Release | null, vercel: Client): Promise<string | null> {
  if (!release?.canary) return null;
  const found = await vercel.deployment(release.canary).catch(() => null);
  return commitOf(found?.meta);
}

/** The deployment that was in production before the one for maintenance; null if Vercel does not tell. */
async function replacedBy(
  maintenance: string,
  { lastAliasRequest }: Project,
  vercel: Client,
): Promise<State['production']> {
  let before = lastAliasRequest?.toDeploymentId === maintenance ? lastAliasRequest.fromDeploymentId : undefined;
  if (!before) {
    // A promote by a rolling release is no alias request.
    const rollout = await vercel.rollout();
    before = rollout?.canaryDeployment?.id === maintenance ? rollout.currentDeployment?.id : undefined;
  }
  const found = !before ? null : await vercel.deployment(before);
  if (found?.url === undefined || found.createdAt === undefined) return null;
  return described({ id: found.id, url: found.url, createdAt: found.createdAt }, found.meta);
}
