import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { findMaintenance } from '../../services/vercel/maintenance.js';
import { client, type Client } from './client.js';
import type { Config } from './config.js';
import { UNKNOWN_REMEDY, type State } from './state.js';
import { isMaintenance } from './described.js';
import { ineligible } from './eligibility.js';
import { gitIntegrationFindings } from './git-integration.js';
import { pinnedByRollback } from './production-pin.js';
import { servedByDomains, wasDeployed } from './production.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const vercel = client(config, ctx);
  const [project, release] = await Promise.all([vercel.project(), vercel.release()]);
  const findings: Finding[] = [];
  const named = release?.base ?? project.targets?.production;
  const domains = named ? [] : await servedNow(vercel);
  const current = named ?? (await servedByDomains(config, domains, vercel));
  if (!current) {
    findings.push((await wasDeployed(domains, vercel)) ? unknown(project.name, domains) : neverDeployed(project.name));
  } else {
    const problem = ineligible(await vercel.deployment(current.id), { method: 'promote', to: current.id }, config);
    if (problem !== null) {
      findings.push({
        level: 'error',
        code: 'production-not-returnable',
        message: `The deployment in production (${current.id}) could not be returned to: ${problem}.`,
        remedy: 'Deploy again, and check the retention policy of the project.',
      });
    }
  }
  if (isMaintenance(named?.meta)) {
    findings.push({
      level: 'warning',
      code: 'maintenance-live',
      message: 'The maintenance page is in production, and new pushes stay STAGED. A snapshot would hold this page.',
      remedy: 'End the mitigation: its undo returns to the deployment before.',
    });
  }
  if (config.maintenance) findings.push(...(await maintenanceFindings(config, ctx)));
  const pinned = pinnedByRollback(project, config['auto-assign']);
  if (pinned === 'pinned') {
    findings.push({
      level: 'warning',
      code: 'production-pinned',
      message: 'Production is pinned by an earlier rollback: new pushes are built but stay STAGED.',
      remedy: 'Deploy the fix, check it, then: "rewind recover --deployment latest".',
    });
  } else if (pinned === 'unknown') {
    findings.push({
      level: 'warning',
      code: 'production-pin-unknown',
      message:
        project.autoAssignCustomDomains === undefined
          ? 'Vercel did not say whether a rollback pins production.'
          : 'Production domains are not assigned automatically, and Vercel does not say whether a rollback did that.',
      remedy: 'Check the production deployment in the dashboard and grant the token full read access to the project.',
    });
  }
  findings.push(...(await gitIntegrationFindings(config, project, ctx)));
  if (release !== null) {
    findings.push({
      level: 'warning',
      code: 'rolling-release-active',
      message: `A rolling release to ${release.canary ?? 'another deployment'} is under way: two deployments serve production. A snapshot holds the base.`,
    });
  }
  return findings;
}

const servedNow = async (vercel: Client): Promise<State['domains']> =>
  [...(await vercel.serving(vercel.productionDomains()))].map(([name, deployment]) => ({ name, deployment }));

const neverDeployed = (name: string): Finding => ({
  level: 'warning',
  code: 'no-production-deployment',
  message: `${name} was never deployed to production: there is nothing to go back to yet.`,
});

function unknown(name: string, domains: State['domains']): Finding {
  const served = domains.map((one) => `${one.name} serves ${one.deployment ?? 'nothing'}`).join(', ');
  return {
    level: 'error',
    code: 'production-unknown',
    message: `Vercel does not say which deployment of ${name} is in production${served === '' ? '' : ` (${served})`}. A snapshot would hold nothing to go back to.`,
    remedy: UNKNOWN_REMEDY,
  };
}

/** Found before each deploy, and not in the incident that needs it. */
async function maintenanceFindings(config: Config, ctx: Context): Promise<Finding[]> {
  if ((await findMaintenance(ctx, config)) !== null) return [];
  return [
    {
      level: 'error',
      code: 'maintenance-missing',
      message:
        'The project has no maintenance deployment that can take production: it was never made, was deleted, or was removed by the retention policy.',
      remedy: 'Make one: "rewind maintenance".',
    },
  ];
}
