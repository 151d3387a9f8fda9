import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Deployment } from '../../services/vercel/deployments.js';
import type { Finding } from '../../runtime/finding.js';
import type { Client } from './client.js';
import type { Config } from './config.js';

interface Wanted {
  readonly method: 'rollback' | 'promote';
  readonly to: string;
}

/** @throws RewindError deployment-not-eligible */
export function assertEligible(deployment: Deployment | null, wanted: Wanted, config: Config, ctx: Context): void {
  const problem = ineligible(deployment, wanted, config);
  if (problem === null) return;
  throw new RewindError('deployment-not-eligible', `${wanted.to} cannot take production: ${problem}.`, {
    resource: ctx.resource,
  });
}

/** A finding if a deployment cannot take production. Read-only. */
export async function returnableTo(
  to: string,
  method: Wanted['method'],
  config: Config,
  vercel: Client,
): Promise<Finding[]> {
  const problem = ineligible(await vercel.deployment(to), { method, to }, config);
  if (problem === null) return [];
  return [
    {
      level: 'error',
      code: 'deployment-not-eligible',
      message: `${to} cannot take production: ${problem}.`,
      remedy:
        method === 'promote'
          ? 'Deploy the fix, then: "rewind recover --deployment latest". Or deploy this commit again.'
          : 'Choose a snapshot whose deployment still exists, or deploy its commit again.',
    },
  ];
}

/** Why a deployment cannot serve production; null if it can. */
export function ineligible(deployment: Deployment | null, wanted: Wanted, config: Config): string | null {
  if (deployment === null) return 'it does not exist any more (deleted, or removed by the retention policy)';
  if (deployment.projectId === undefined) return 'this token may not see enough of it to tell';
  if (deployment.projectId !== config.project) return `it belongs to project ${deployment.projectId}`;
  if (deployment.softDeletedByRetention === true) return 'the retention policy has removed it';
  if (deployment.readyState !== 'READY') return `its state is ${deployment.readyState}, not READY`;
  if (deployment.target !== 'production') return 'it is a preview, not a production deployment';
  if (wanted.method === 'rollback' && Boolean(deployment.readySubstate) && deployment.readySubstate !== 'PROMOTED') {
    return `it never served production (${deployment.readySubstate})`;
  }
  return null;
}
