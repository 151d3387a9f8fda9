import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { findMaintenance } from '../../services/vercel/maintenance.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { isMaintenance } from './described.js';
import { ineligible } from './eligibility.js';
import { gitIntegrationFindings } from './git-integration.js';
import { pinnedByRollback } from './production-pin.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
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
  if (isMaintenance(current?.meta)) {
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
      remedy: 'Deploy the fix, check it, then: rewind recover --deployment latest.',
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

/** Found before each deploy, and not in the incident that needs it. */
async function maintenanceFindings(config: Config, ctx: Context): Promise<Finding[]> {
  if ((await findMaintenance(ctx, config)) !== null) return [];
  return [
    {
      level: 'error',
      code: 'maintenance-missing',
      message:
        'The project has no maintenance deployment that can take production: it was never made, was deleted, or was removed by the retention policy.',
      remedy: 'Make one: rewind maintenance.',
    },
  ];
}
