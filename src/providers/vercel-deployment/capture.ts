import type { Context } from '../../runtime/context.js';
import type { Project } from '../../services/vercel/deployments.js';
import { client, type Client, type Release } from './client.js';
import type { Config } from './config.js';
import { pinnedByRollback } from './production-pin.js';
import { described } from './described.js';
import { servedByDomains, wasDeployed } from './production.js';
import type { State } from './state.js';

export async function capture(config: Config, ctx: Context): Promise<State> {
  const vercel = client(config, ctx);
  const [project, names, release] = await Promise.all([vercel.project(), vercel.productionDomains(), vercel.release()]);
  const domains = await Promise.all(
    [...names].sort().map(async (name) => ({ name, deployment: await vercel.aliasTarget(name) })),
  );
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
  if (before === undefined) {
    // A promote by a rolling release is no alias request.
    const rollout = await vercel.rollout();
    before = rollout?.canaryDeployment?.id === maintenance ? rollout.currentDeployment?.id : undefined;
  }
  const found = before === undefined ? null : await vercel.deployment(before);
  if (found?.url === undefined || found.createdAt === undefined) return null;
  return described({ id: found.id, url: found.url, createdAt: found.createdAt }, found.meta);
}
