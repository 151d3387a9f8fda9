import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { TargetState } from './state.js';
import { PRODUCTION, readProject, vercel, type VercelProject } from './vercel.js';
import type { Finding } from '../../runtime/finding.js';

const envRow = z.object({
  id: z.string(),
  key: z.string(),
  target: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .transform((value) => [value ?? []].flat()),
  gitBranch: z.string().nullish(),
});
const envList = z.object({ envs: z.array(envRow) });
const created = z.object({
  failed: z.array(z.object({ error: z.object({ code: z.string(), message: z.string().optional() }) })).nullish(),
});

/**
 * Sets the variable (or variables) of the production environment to the secret; other environments keep theirs. The
 * value reaches only deployments built from now on.
 */
export async function writeSecret(ctx: Context, target: TargetState, secret: string): Promise<void> {
  ctx.masker.add(secret);
  const rows = await productionRows(ctx, target);
  for (const key of target.keys) {
    const same = rows.filter((row) => row.key === key);
    const shared = same.filter((row) => row.target.length > 1);
    // Preview and development verify another endpoint's signatures, so a row that they share is split first.
    for (const row of shared)
      await patchRow(ctx, target, row.id, { target: row.target.filter((name) => name !== PRODUCTION) });
    const own = same.filter((row) => row.target.length === 1);
    for (const row of own) await patchRow(ctx, target, row.id, { value: secret });
    if (own.length === 0) await createRow(ctx, target, key, secret);
  }
}

/** Read-only: can the secret be written and the project be deployed again? */
export async function checkTarget(ctx: Context, target: TargetState): Promise<Finding[]> {
  if (ctx.env.secret('VERCEL_TOKEN') === undefined) {
    return [
      {
        level: 'error',
        code: 'stripe-secret-target-unreachable',
        message: `VERCEL_TOKEN is not set, so a new signing secret could not be written to project ${target.project}.`,
        remedy: 'Set VERCEL_TOKEN, or remove the entry under signing-secrets.',
      },
    ];
  }
  try {
    const rows = await productionRows(ctx, target);
    await readProject(ctx, target);
    const missing = target.keys.filter((key) => !rows.some((row) => row.key === key));
    return missing.map((key) => ({
      level: 'warning' as const,
      code: 'stripe-secret-target-missing',
      message: `Vercel project ${target.project} has no production variable ${key}; a re-created endpoint's secret would be a new variable.`,
      remedy: 'Check the name under signing-secrets: the app must read this variable.',
    }));
  } catch (error) {
    if (!(error instanceof RewindError) || error.code === 'cancelled') throw error;
    return [
      {
        level: 'error',
        code: 'stripe-secret-target-unreachable',
        message: `A new signing secret could not be written: ${error.message}`,
        remedy: error.remedy,
      },
    ];
  }
}

async function productionRows(ctx: Context, target: VercelProject): Promise<z.output<typeof envRow>[]> {
  const path = `/v10/projects/${target.project}/env`;
  const { envs } = await vercel(ctx, target, { method: 'GET', path, what: 'list environment variables' }, envList);
  return envs.filter((row) => row.target.includes(PRODUCTION) && !row.gitBranch);
}

async function patchRow(
  ctx: Context,
  target: VercelProject,
  id: string,
  json: { value: string } | { target: string[] },
): Promise<void> {
  const path = `/v9/projects/${target.project}/env/${id}`;
  await vercel(
    ctx,
    target,
    { method: 'PATCH', path, what: 'write the signing secret', json, repeatable: true },
    z.unknown(),
  );
}

async function createRow(ctx: Context, target: VercelProject, key: string, value: string): Promise<void> {
  const path = `/v10/projects/${target.project}/env`;
  const json = [{ key, value, type: 'sensitive', target: [PRODUCTION] }];
  const query = { upsert: true };
  const request = {
    method: 'POST' as const,
    path,
    what: `write the signing secret to ${key}`,
    json,
    query,
    repeatable: true,
  };
  const { failed } = await vercel(ctx, target, request, created);
  const problem = failed?.[0]?.error;
  if (!problem) return;
  throw new RewindError(
    'api-rejected',
    `Vercel did not take the variable ${key}: ${problem.code} ${problem.message ?? ''}`.trim(),
    {
      resource: ctx.resource,
      remedy: 'Repair the variable in the Vercel project and run the same rollback again: the secret is not lost.',
    },
  );
}
