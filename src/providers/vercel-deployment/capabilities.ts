import type { Capabilities, Hold } from '../../engine/capabilities.js';
import { vercelAccess } from '../../services/vercel/access.js';
import type { Context } from '../../runtime/context.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { deploy } from './deploy.js';
import { isMaintenance, releaseOf } from './described.js';
import { forward } from './forward.js';
import { mitigation } from './mitigation.js';
import { otherProject } from './plan.js';
import { pinnedByRollback } from './production-pin.js';
import { replaced } from './overtaken.js';
import { returnableTo } from './eligibility.js';
import { UNKNOWN_REMEDY, type State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  access: vercelAccess,
  describeState: (state) => {
    const release = releaseOf(state);
    return {
      project: state.name,
      ...(release === null ? {} : { deployment: release.id, address: addressOf(release.url) }),
      ...(release?.commit ? { commit: release.commit } : {}),
      ...(state.canaryCommit === undefined ? {} : { arriving: state.canaryCommit }),
      ...(release?.by ? { deployedBy: release.by } : {}),
      ...(release?.rebuildOf ? { rebuildOf: release.rebuildOf } : {}),
      ...(state.production === null && state.productionUnknown !== true
        ? { leftOut: [`a deployment to return to: ${state.name} was never deployed to production`] }
        : {}),
      ...(state.production?.maintenance === true ? { content: 'maintenance page in production' } : {}),
    };
  },
  blindSpots: (saved, live) =>
    saved.productionUnknown === true || live.productionUnknown === true ? ['which deployment is in production'] : [],
  unreturnable: ({ productionUnknown, name }) =>
    productionUnknown === true
      ? { message: `Vercel does not say which deployment of ${name} is in production.`, remedy: UNKNOWN_REMEDY }
      : null,
  notReturnable: ['production-not-returnable'],
  stillThere: async (config, { project, production }, ctx) => {
    if (project !== config.project)
      return [{ level: 'error', code: 'deployment-not-eligible', ...otherProject(project, config.project) }];
    if (production === null) return [];
    const vercel = client(config, ctx);
    const findings = await returnableTo(production.id, 'rollback', config, vercel);
    // Of a project that the token does not reach, Vercel knows no deployment either, which proves nothing.
    if (findings.length > 0) await vercel.project();
    return findings;
  },
  aliasOf: (config, ctx, host) => client(config, ctx).aliasTarget(host, ALIAS_MS),
  hold: { read: readHold },
  forward,
  replaced,
  deploy,
  mitigation,
};

/** A tick of a probe must not wait longer for Vercel. */
const ALIAS_MS = 5_000;

/** Vercel gives the host of a deployment, without a scheme. */
const addressOf = (host: string): string => (/^https?:/.test(host) ? host : `https://${host}`);

/** @throws HttpFailure */
async function readHold(config: Config, ctx: Context, before?: State): Promise<Hold> {
  // The pin of another project says nothing of the one that the rollback set.
  if (before !== undefined && before.project !== config.project) {
    return { pinned: 'unknown', why: otherProject(before.project, config.project).message };
  }
  const project = await client(config, ctx).project();
  if (isMaintenance(project.targets?.production?.meta)) {
    return { pinned: 'held', why: 'the maintenance page is in production' };
  }
  const pin = pinnedByRollback(project, config['auto-assign']);
  // The undo of a later rollback promotes, and leaves the assignment off as that rollback found it.
  if (pin === 'free' && project.autoAssignCustomDomains === false && before?.autoAssign === true) {
    return { pinned: 'held', why: 'the automatic assignment of domains is off, and was on before the rollback' };
  }
  const target = project.lastAliasRequest?.toDeploymentId ?? 'an earlier deployment';
  const why = {
    free: 'production follows the newest deployment, or the owner assigns it manually',
    pinned: `rolled back to ${target}; it stays pinned until you promote another deployment`,
    unknown:
      'Vercel did not say whether a rollback pins production; check the dashboard and the permissions of the token',
  }[pin];
  return { pinned: pin === 'pinned' ? 'held' : pin, why };
}
