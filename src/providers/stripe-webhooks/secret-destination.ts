import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { vercelDeployments } from '../../services/vercel/deployments.js';
import { PRODUCTION, vercelEnv, type EnvRow } from '../../services/vercel/env.js';
import type { SecretDestination } from './state.js';

/**
 * Sets the variables of the production environment to the secret; other environments keep their values. Only later
 * builds get the value.
 */
export async function writeSecret(ctx: Context, destination: SecretDestination, secret: string): Promise<void> {
  ctx.masker.add(secret);
  const env = vercelEnv(ctx, destination);
  const rows = await productionRows(ctx, destination);
  for (const key of destination.keys) {
    const [shared, own] = [rowsOf(rows, key, true), rowsOf(rows, key, false)];
    // Splits a row that production shares with preview or development: they verify signatures of another endpoint.
    for (const row of shared) await env.edit(row, { target: row.target.filter((name) => name !== PRODUCTION) });
    for (const row of own) await env.edit(row, { value: secret });
    if (own.length === 0) await env.create([{ key, value: secret, type: 'sensitive', target: [PRODUCTION] }]);
  }
}

const rowsOf = (rows: readonly EnvRow[], key: string, shared: boolean): EnvRow[] =>
  rows.filter((row) => row.key === key && row.target.length > 1 === shared);

/** Read-only: checks that Rewind can write the secret and redeploy the project. */
export async function checkDestination(ctx: Context, destination: SecretDestination): Promise<Finding[]> {
  const { project, keys } = destination;
  if (ctx.env.secret('VERCEL_TOKEN') === undefined) {
    const message = `VERCEL_TOKEN is not set, so Rewind could not write a new signing secret to project ${project}.`;
    return [unreachable(message, 'Set VERCEL_TOKEN, or remove the entry under signing-secrets.')];
  }
  try {
    const rows = await productionRows(ctx, destination);
    await vercelDeployments(ctx, destination).project();
    const missing = keys.filter((key) => !rows.some((row) => row.key === key));
    return missing.map((key) => ({
      level: 'warning' as const,
      code: 'stripe-secret-target-missing',
      message: `Vercel project ${project} has no production variable ${key}. Rewind would create it for the secret of a re-created endpoint.`,
      remedy: 'Check the name under signing-secrets: the app must read this variable.',
    }));
  } catch (error) {
    if (!(error instanceof RewindError) || error.code === 'cancelled') throw error;
    return [unreachable(`Rewind could not write a new signing secret: ${error.message}`, error.remedy)];
  }
}

const unreachable = (message: string, remedy: string): Finding => ({
  level: 'error',
  code: 'stripe-secret-target-unreachable',
  message,
  remedy,
});

async function productionRows(ctx: Context, destination: SecretDestination): Promise<EnvRow[]> {
  const { rows } = await vercelEnv(ctx, destination).list(false);
  return rows.filter((row) => row.target.includes(PRODUCTION) && !row.gitBranch);
}
