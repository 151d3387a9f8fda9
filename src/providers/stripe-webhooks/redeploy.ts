import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { PRODUCTION, readProject, vercel, type ProjectShape, type VercelProject } from './vercel.js';

const deployment = z.object({
  id: z.string(),
  name: z.string().optional(),
  readyState: z.string(),
  meta: z.record(z.string(), z.unknown()).nullish(),
});
const deploymentList = z.object({
  deployments: z.array(
    z.object({ uid: z.string(), readyState: z.string().nullish(), meta: z.record(z.string(), z.unknown()).nullish() }),
  ),
});

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15_000;
const BUILD_LIMIT_MS = 30 * 60_000;
const SWITCH_LIMIT_MS = 5 * 60_000;
const TOKEN = 'rewindSecrets';
const AUTO_ASSIGN = 'rewindAutoAssign';
const REBUILD_OF = 'rewindRebuildOf';
const FAILED = ['ERROR', 'CANCELED', 'DELETED', 'BLOCKED'];

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
  await serve(ctx, project, id, token);
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
  // One that failed is left alone: run again, Rewind builds again.
  return list.deployments.find((row) => row.meta?.[TOKEN] === token && !FAILED.includes(row.readyState ?? ''))?.uid;
}

async function startBuild(
  ctx: Context,
  project: VercelProject,
  state: ProjectShape,
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
    const state = await readBuild(ctx, project, id);
    if (FAILED.includes(state.readyState)) {
      throw new RewindError(
        'deployment-switch-failed',
        `Vercel could not build ${id} with the new signing secret (${state.readyState}).`,
        {
          resource: ctx.resource,
          remedy:
            'Look at its build log in the Vercel dashboard, and run the same rollback again: it builds again. Until then signature checks of webhooks fail.',
        },
      );
    }
    return state.readyState === 'READY' ? state : undefined;
  });
  progress.end('ready');
  return built;
}

function readBuild(ctx: Context, project: VercelProject, id: string): Promise<z.output<typeof deployment>> {
  return vercel(ctx, project, { method: 'GET', path: `/v13/deployments/${id}`, what: `read ${id}` }, deployment);
}

/** Waits until production serves the build; promotes it where Vercel does not assign the domains by itself. */
async function serve(ctx: Context, project: VercelProject, id: string, token: string): Promise<void> {
  const serves = async (): Promise<true | undefined> => {
    const now = (await readProject(ctx, project)).targets?.production?.id;
    if (now === undefined || now === id) return now === undefined ? undefined : true;
    // Another operator's build for the same secrets is as good.
    return (await readBuild(ctx, project, now)).meta?.[TOKEN] === token ? true : undefined;
  };
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
