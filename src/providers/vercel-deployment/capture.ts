import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import type { Project } from '../../services/vercel/deployments.js';
import { client, type Client, type Release } from './client.js';
import type { Config } from './config.js';
import { pinnedByRollback } from './production-pin.js';
import { described, isMaintenance } from './described.js';
import { servedByDomains, wasDeployed } from './production.js';
import { state, type State } from './state.js';

/** @param saved what the capture is compared with; undefined for a snapshot */
export async function capture(config: Config, ctx: Context, { saved }: Pick<PayloadSink, 'saved'>): Promise<State> {
  const vercel = client(config, ctx);
  const names = vercel.productionDomains();
  const reading = vercel.project();
  const [project, serving, release] = await Promise.all([
    reading,
    vercel.serving(names),
    saved === undefined
      ? vercel.release()
      : reading.then((project) => (mayRelease(project, state.safeParse(saved).data) ? vercel.release() : null)),
  ]);
  const domains = [...serving.keys()].sort().map((name) => ({ name, deployment: serving.get(name) ?? null }));
  const named = await productionOf(project, release, vercel);
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
    stages: project.rollingRelease?.stages?.map(({ targetPercentage }) => targetPercentage) ?? [],
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
