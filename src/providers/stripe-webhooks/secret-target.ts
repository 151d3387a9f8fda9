import { z } from 'zod';
import type { Context } from '../../context.js';
import { RewindError } from '../../core/errors.js';
import type { HttpRequest } from '../../core/http.js';
import type { Finding } from '../../core/provider.js';
import type { TargetState } from './state.js';

/** A Vercel project; the parts of a target that addressing needs. */
export type VercelProject = Pick<TargetState, 'project' | 'team'>;

const PRODUCTION = 'production';
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
const deployment = z.object({
  id: z.string(),
  name: z.string().optional(),
  readyState: z.string(),
  meta: z.record(z.string(), z.unknown()).nullish(),
});
const deploymentList = z.object({
  deployments: z.array(z.object({ uid: z.string(), meta: z.record(z.string(), z.unknown()).nullish() })),
});
const projectShape = z.object({
  name: z.string(),
  autoAssignCustomDomains: z.boolean().optional(),
  targets: z.object({ production: z.object({ id: z.string() }).nullish() }).nullish(),
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
  if (ctx.credentials.get('VERCEL_TOKEN') === undefined) {
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

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15_000;
const BUILD_LIMIT_MS = 30 * 60_000;
const SWITCH_LIMIT_MS = 5 * 60_000;
const TOKEN = 'rewindSecrets';
const AUTO_ASSIGN = 'rewindAutoAssign';
const REBUILD_OF = 'rewindRebuildOf';

/**
 * Builds what production serves again, with today's variables, and lets production serve the result. Run again after a
 * crash it finds its own build by the token in the deployment's meta and goes on from there.
 *
 * @throws RewindError deployment-switch-failed | deadline-exceeded
 */
export async function redeploy(ctx: Context, project: VercelProject, token: string): Promise<void> {
  const before = await readProject(ctx, project);
  const current = before.targets?.production?.id;
  if (current === undefined) {
    ctx.log.warn(`Vercel: project ${project.project} has no production deployment, so there is none to build again`);
    return;
  }
  const id = (await findBuild(ctx, project, token)) ?? (await startBuild(ctx, project, before, current, token));
  const built = await waitForBuild(ctx, project, id);
  await serve(ctx, project, id);
  // A promote switches automatic domain assignment on; a rolled-back project must keep it off.
  const wanted = built.meta?.[AUTO_ASSIGN] !== 'false';
  const after = await readProject(ctx, project);
  if (!wanted && after.autoAssignCustomDomains !== false) {
    const json = { autoAssignCustomDomains: false };
    const path = `/v9/projects/${project.project}`;
    await vercel(
      ctx,
      project,
      { method: 'PATCH', path, what: 'keep new pushes staged', json, repeatable: true },
      z.unknown(),
    );
  }
}

async function findBuild(ctx: Context, project: VercelProject, token: string): Promise<string | undefined> {
  const query = { projectId: project.project, target: PRODUCTION, limit: 50 };
  const list = await vercel(
    ctx,
    project,
    { method: 'GET', path: '/v7/deployments', what: 'list deployments', query },
    deploymentList,
  );
  return list.deployments.find((row) => row.meta?.[TOKEN] === token)?.uid;
}

async function startBuild(
  ctx: Context,
  project: VercelProject,
  state: z.output<typeof projectShape>,
  current: string,
  token: string,
): Promise<string> {
  const meta = {
    action: 'redeploy',
    [TOKEN]: token,
    [REBUILD_OF]: current,
    [AUTO_ASSIGN]: String(state.autoAssignCustomDomains !== false),
  };
  const json = { name: state.name, project: project.project, deploymentId: current, target: PRODUCTION, meta };
  const query = { forceNew: 1 };
  const made = await vercel(
    ctx,
    project,
    {
      method: 'POST',
      path: '/v13/deployments',
      what: `build ${current} again with the new signing secret`,
      json,
      query,
    },
    deployment,
  );
  return made.id;
}

async function waitForBuild(ctx: Context, project: VercelProject, id: string): Promise<z.output<typeof deployment>> {
  const progress = ctx.progress(`Vercel builds ${id}`, 'items');
  const built = await poll(ctx, BUILD_LIMIT_MS, `the build ${id}`, async () => {
    const state = await vercel(
      ctx,
      project,
      { method: 'GET', path: `/v13/deployments/${id}`, what: `read ${id}` },
      deployment,
    );
    if (['ERROR', 'CANCELED', 'DELETED', 'BLOCKED'].includes(state.readyState)) {
      throw new RewindError(
        'deployment-switch-failed',
        `Vercel could not build ${id} with the new signing secret (${state.readyState}).`,
        {
          resource: ctx.resource,
          remedy:
            'Redeploy the production deployment in the Vercel dashboard: until then signature checks of webhooks fail.',
        },
      );
    }
    return state.readyState === 'READY' ? state : undefined;
  });
  progress.end('ready');
  return built;
}

/** Waits until production serves the build; promotes it where Vercel does not assign the domains by itself. */
async function serve(ctx: Context, project: VercelProject, id: string): Promise<void> {
  const serves = async (): Promise<true | undefined> =>
    (await readProject(ctx, project)).targets?.production?.id === id ? true : undefined;
  if (await serves()) return;
  const { autoAssignCustomDomains } = await readProject(ctx, project);
  if (autoAssignCustomDomains === false) {
    const path = `/v10/projects/${project.project}/promote/${id}`;
    // A 409 says that a switch is under way or done already: what production serves decides.
    const json = {};
    const what = `promote ${id}`;
    await vercel(ctx, project, { method: 'POST', path, what, json, accept: [409] }, z.unknown());
  }
  await poll(ctx, SWITCH_LIMIT_MS, `production to serve ${id}`, serves);
}

async function poll<T>(ctx: Context, limitMs: number, what: string, read: () => Promise<T | undefined>): Promise<T> {
  const end = ctx.clock.monotonic() + limitMs;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 1.5)) {
    const found = await read();
    if (found !== undefined) return found;
    if (ctx.clock.monotonic() >= end) {
      throw new RewindError('deadline-exceeded', `Waited ${limitMs / 60_000} minutes for ${what}.`, {
        resource: ctx.resource,
      });
    }
    await ctx.clock.sleep(wait * (0.75 + ctx.random() / 2), ctx.signal);
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

async function readProject(ctx: Context, project: VercelProject): Promise<z.output<typeof projectShape>> {
  return vercel(
    ctx,
    project,
    { method: 'GET', path: `/v9/projects/${project.project}`, what: 'read the project' },
    projectShape,
  );
}

type Call = Pick<HttpRequest, 'method' | 'what' | 'json' | 'query' | 'repeatable' | 'accept'> & {
  readonly path: string;
};

async function vercel<T>(ctx: Context, project: VercelProject, call: Call, schema: z.ZodType<T>): Promise<T> {
  const { path, ...rest } = call;
  const answer = await ctx.http.request(
    {
      ...rest,
      service: 'Vercel',
      resource: ctx.resource,
      url: `${ctx.credentials.address('VERCEL_API_URL', 'https://api.vercel.com')}${path}`,
      query: { ...call.query, ...(project.team === null ? {} : { teamId: project.team }) },
      headers: { authorization: `Bearer ${ctx.credentials.require('VERCEL_TOKEN', ctx.resource)}` },
      permission: `write access to the project ${project.project} (environment variables and deployments)`,
    },
    schema,
  );
  return answer.data;
}
