import type { Context } from '../../runtime/context.js';
import { defineProvider, type Change } from '../../engine/provider.js';
import { client, type Client, type Project, type Release } from './client.js';
import type { Config } from './config.js';
import { ineligible } from './eligible.js';
import { pinnedByRollback } from './pinned.js';
import { params, plan, state, type State } from './state.js';
import { confirmDomains, switchProduction } from './switch.js';
import { type Finding } from '../../runtime/finding.js';

async function capture(config: Config, ctx: Context): Promise<State> {
  const vercel = client(config, ctx);
  const [project, names, release] = await Promise.all([vercel.project(), vercel.productionDomains(), vercel.release()]);
  const domains = await Promise.all(
    [...names].sort().map(async (name) => ({ name, deployment: await vercel.aliasTarget(name) })),
  );
  return {
    schemaVersion: 1,
    project: project.id,
    name: project.name,
    production: await productionOf(project, release, vercel),
    autoAssign: project.autoAssignCustomDomains ?? null,
    // Assignment that is off may be a rollback's when Vercel does not say: it is not switched on by a plan.
    pinned: project.autoAssignCustomDomains === false && pinnedByRollback(project) !== 'free',
    canary: release === null ? null : (release.canary ?? 'unknown'),
    stages: project.rollingRelease?.stages?.map(({ targetPercentage }) => targetPercentage) ?? [],
    domains,
  };
}

/** While a rolling release is in flight, two deployments serve: what is known to be good is the base. */
async function productionOf(project: Project, release: Release | null, vercel: Client): Promise<State['production']> {
  const named = project.targets?.production;
  const found = release?.base ?? named;
  if (!found) return null;
  // The release names its deployments without their commits.
  const meta = found.id === named?.id ? named.meta : (await vercel.deployment(found.id))?.meta;
  const first = (...keys: string[]): string | null => {
    const value = keys.map((key) => meta?.[key]).find((candidate) => typeof candidate === 'string');
    return typeof value === 'string' ? value : null;
  };
  return {
    id: found.id,
    url: found.url,
    createdAt: found.createdAt,
    commit: first('githubCommitSha', 'gitlabCommitSha', 'bitbucketCommitSha', 'gitCommitSha'),
    rebuildOf: first('rewindRebuildOf'),
    ref: first('githubCommitRef', 'gitlabCommitRef', 'bitbucketCommitRef', 'gitCommitRef'),
  };
}

async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const vercel = client(config, ctx);
  const [project, release] = await Promise.all([vercel.project(), vercel.release()]);
  const findings: Finding[] = [];
  const current = release?.base ?? project.targets?.production;
  if (!current) {
    findings.push({
      level: 'warning',
      code: 'no-production-deployment',
      message: `${project.name} was never deployed to production: there is nothing to go back to yet.`,
    });
  } else {
    const problem = ineligible(await vercel.deployment(current.id), { method: 'promote', to: current.id }, config);
    if (problem !== null) {
      findings.push({
        level: 'error',
        code: 'deployment-not-eligible',
        message: `The deployment in production (${current.id}) could not be returned to: ${problem}.`,
        remedy: 'Deploy again, and check the retention policy of the project.',
      });
    }
  }
  const pinned = pinnedByRollback(project);
  if (pinned === 'pinned') {
    findings.push({
      level: 'warning',
      code: 'production-pinned',
      message: 'Production is held by an earlier rollback: new pushes are built but stay STAGED.',
      remedy: 'When the repair is deployed, run "rewind recover" or promote it in the dashboard.',
    });
  } else if (pinned === 'unknown') {
    findings.push({
      level: 'warning',
      code: 'production-pin-unknown',
      message:
        project.autoAssignCustomDomains === undefined
          ? 'Vercel did not say whether production is held by a rollback.'
          : 'Production domains are not assigned automatically, and Vercel does not say whether a rollback did that.',
      remedy: 'Look at the production deployment in the dashboard, and give the token full read access to the project.',
    });
  }
  if (release !== null) {
    findings.push({
      level: 'warning',
      code: 'rolling-release-active',
      message: `A rolling release to ${release.canary ?? 'another deployment'} is under way: two deployments serve production. A snapshot holds the base.`,
    });
  }
  return findings;
}

async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const vercel = client(config, ctx);
  const wanted = params.parse(change.params);
  switch (wanted.kind) {
    case 'switch': {
      await switchProduction(wanted, vercel, config, ctx);
      // A promote turns the automatic assignment on, whatever the owner had chosen.
      if (wanted.method === 'promote' && wanted.autoAssign === false) await vercel.setAutoAssign(false);
      return;
    }
    case 'alias': {
      if ((await vercel.aliasTarget(wanted.domain)) === wanted.to) return;
      await vercel.pointDomain(wanted.domain, wanted.to);
      await confirmDomains(`${wanted.domain} was pointed at ${wanted.to}`, wanted.to, [wanted.domain], vercel, ctx);
      return;
    }
    case 'auto-assign': {
      const project = await vercel.project();
      if (project.autoAssignCustomDomains !== wanted.to) await vercel.setAutoAssign(wanted.to);
      return;
    }
  }
}

/** After the approval: would Vercel take each deployment? The retention policy may have removed one meanwhile. */
async function preflight(config: Config, changes: readonly Change[], ctx: Context): Promise<Finding[]> {
  const vercel = client(config, ctx);
  const findings: Finding[] = [];
  for (const change of changes) {
    const wanted = params.parse(change.params);
    if (wanted.kind === 'auto-assign') continue;
    const method = wanted.kind === 'switch' ? wanted.method : ('promote' as const);
    const problem = ineligible(await vercel.deployment(wanted.to), { method, to: wanted.to }, config);
    if (problem === null) continue;
    findings.push({
      level: 'error',
      code: 'deployment-not-eligible',
      message: `${wanted.to} cannot take production: ${problem}.`,
      remedy: 'Choose a snapshot whose deployment still exists, or deploy its commit again.',
    });
  }
  return findings;
}

export default defineProvider<Config, State>({
  id: 'vercel-deployment',
  state,
  check,
  capture,
  plan,
  apply,
  preflight,
});
