import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { types } from 'node:util';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { sha256 } from '../../runtime/digest.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import type { VercelProject } from './client.js';
import { DEPLOY_PERMISSION, vercelDeployments, type Deployment } from './deployments.js';
import { PRODUCTION } from './env.js';
import { MAINTENANCE, maintenancePage, RETRY_AFTER_SECONDS } from './maintenance-page.js';

/** A build of static files takes seconds; Vercel may queue it. */
const LIMIT_MS = 300_000;
const POLL_MS = 1_000;

/** Digest of the page, so that a second run does not make a second deployment. */
const PAGE = 'rewindMaintenancePage';

/**
 * The newest deployment that Rewind made for maintenance and that can still take production; null if there is none.
 *
 * @param page only one with this page, also if its build is not finished
 */
export async function findMaintenance(ctx: Context, at: VercelProject, page?: string): Promise<Deployment | null> {
  const vercel = vercelDeployments(ctx, at);
  const rows = await vercel.marked(page === undefined ? { [MAINTENANCE]: '1' } : { [PAGE]: digestOf(page) });
  // The newest first. The list shows some that are removed.
  for (const { uid } of rows) {
    const found = await vercel.deployment(uid);
    if (found === null || found.projectId !== at.project || found.target !== PRODUCTION) continue;
    if (found.softDeletedByRetention === true || found.meta?.[MAINTENANCE] !== '1') continue;
    if (found.readyState === 'READY' || (page !== undefined && !isOver(found.readyState))) return found;
  }
  return null;
}

/**
 * Makes the deployment, and waits until it is ready. It is staged: it gets no domain, and production stays as it is. Does
 * nothing if one with this page exists.
 *
 * @param page a whole HTML document without files of its own: it answers every path
 * @throws RewindError maintenance-not-made, deadline-exceeded
 */
export async function makeMaintenance(
  ctx: Context,
  at: VercelProject,
  page: string | null,
): Promise<{ readonly id: string; readonly made: boolean }> {
  const html = page ?? maintenancePage();
  const vercel = vercelDeployments(ctx, at);
  const project = await vercel.project();
  const before = project.targets?.production?.id;
  if (before === undefined) {
    throw notMade(
      ctx,
      `"${project.name}" has no production deployment yet`,
      'Deploy it to production, then run again.',
    );
  }
  const found = await findMaintenance(ctx, at, html);
  const id = found?.id ?? (await create(ctx, at, project.name, html));
  await untilReady(ctx, at, id);
  const now = (await vercel.project()).targets?.production?.id;
  if (now === id && before !== id) {
    throw notMade(
      ctx,
      `Vercel gave production to ${id} at once, although it was to be staged`,
      `Users see the maintenance page. Promote ${before} in Vercel now.`,
    );
  }
  return { id, made: found === null };
}

const digestOf = (page: string): string => sha256(page).slice(0, 32);
const isOver = (state: string): boolean => ['ERROR', 'CANCELED', 'DELETED', 'BLOCKED'].includes(state);

const event = z.object({ type: z.string(), payload: z.unknown() });
const created = z.object({ id: z.string() });

/** By the official client, which is loaded only here. @returns the id, as soon as the deployment exists */
async function create(ctx: Context, { project, team }: VercelProject, name: string, page: string): Promise<string> {
  // The client adds this variable to every request, also if the configuration names another team.
  if (ctx.env.text('VERCEL_TEAM_ID') !== undefined) {
    throw notMade(ctx, 'the variable VERCEL_TEAM_ID is set', 'Unset it: the team is in the configuration.');
  }
  const path = join(ctx.scratch, `maintenance-${ctx.randomHex(6)}`);
  const vercelOutputDir = join(path, '.vercel', 'output');
  await writeOutput(vercelOutputDir, page);
  const { createDeployment } = await import('@vercel/client');
  const options = {
    name,
    project,
    target: PRODUCTION,
    // Else it would take production as soon as it is ready.
    autoAssignCustomDomains: false,
    meta: { [MAINTENANCE]: '1', [PAGE]: digestOf(page) },
  };
  const events = createDeployment(
    {
      token: ctx.env.token('VERCEL_TOKEN', ctx.resource),
      apiUrl: ctx.env.url('VERCEL_API_URL', 'https://api.vercel.com'),
      ...(team ? { teamId: team } : {}),
      path,
      vercelOutputDir,
      prebuilt: true,
      force: true,
      skipAutoDetectionConfirmation: true,
    },
    options,
  );
  const limit = new AbortController();
  const stop = AbortSignal.any([ctx.signal, limit.signal]);
  const late = ctx.clock.sleep(LIMIT_MS, stop).then(
    () => Promise.reject(tooLate(ctx)),
    (error: unknown) => Promise.reject(error instanceof Error ? error : tooLate(ctx)),
  );
  late.catch(() => undefined);
  try {
    for (;;) {
      // The client has no limit of its own, and it polls forever while no domain is assigned: it is left at `created`.
      const step = await Promise.race([events.next(), late]);
      if (step.done === true) throw notMade(ctx, 'the client of Vercel ended without a result');
      const { type, payload } = event.parse(step.value);
      if (type === 'created') return created.parse(payload).id;
      if (type === 'error' || type === 'canceled') throw refused(ctx, payload);
    }
  } finally {
    limit.abort();
  }
}

/** Build Output API, version 3: what a build would have written. */
async function writeOutput(directory: string, page: string): Promise<void> {
  const headers = { 'retry-after': String(RETRY_AFTER_SECONDS), 'cache-control': 'no-store' };
  const config = { version: 3, routes: [{ src: '/(.*)', status: 503, headers, dest: '/index.html' }] };
  await mkdir(join(directory, 'static'), { recursive: true, mode: 0o700 });
  await writeFile(join(directory, 'config.json'), JSON.stringify(config));
  await writeFile(join(directory, 'static', 'index.html'), page);
}

/** @throws RewindError maintenance-not-made, deadline-exceeded */
async function untilReady(ctx: Context, at: VercelProject, id: string): Promise<void> {
  const vercel = vercelDeployments(ctx, at);
  const deadline = ctx.clock.monotonic() + LIMIT_MS;
  for (;;) {
    const found = await vercel.deployment(id);
    if (found === null) throw notMade(ctx, `${id} does not exist any more`);
    if (found.readyState === 'READY') return;
    if (isOver(found.readyState)) throw notMade(ctx, `the state of ${id} is ${found.readyState}`);
    if (ctx.clock.monotonic() >= deadline) throw tooLate(ctx);
    await ctx.clock.sleep(POLL_MS, ctx.signal);
  }
}

const problem = z.object({ code: z.string().optional(), message: z.string(), status: z.number().optional() });

/** What the client reports: the body of a refusal, or an Error. */
function refused(ctx: Context, payload: unknown): RewindError {
  const parsed = problem.safeParse(types.isNativeError(payload) ? { message: withCause(payload) } : payload);
  const { code, message, status } = parsed.success
    ? parsed.data
    : { code: undefined, message: 'no reason', status: undefined };
  const parts = [status === undefined ? '' : `HTTP ${status}`, code ?? '', message].filter((part) => part !== '');
  return notMade(
    ctx,
    `Vercel refused it: ${parts.join(', ')}`,
    status === 401 || status === 403 ? `Give VERCEL_TOKEN the permission to ${DEPLOY_PERMISSION}.` : undefined,
  );
}

/** Fetch says why only in its cause. */
const withCause = ({ message, cause }: Error): string =>
  cause === undefined ? message : `${message}: ${messageOf(cause)}`;

const notMade = (ctx: Context, why: string, remedy?: string): RewindError =>
  new RewindError('maintenance-not-made', `The maintenance deployment was not made: ${why}.`, {
    resource: ctx.resource,
    ...(remedy === undefined ? {} : { remedy }),
  });

const tooLate = (ctx: Context): RewindError =>
  new RewindError('deadline-exceeded', `The maintenance deployment was not ready within ${LIMIT_MS / 1000} s.`, {
    resource: ctx.resource,
    remedy: 'Look at it in Vercel, then run again: a deployment that exists is not made twice.',
  });
