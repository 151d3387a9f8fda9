import type { Context } from '../../context.js';
import { HttpFailure } from '../../core/http.js';
import { RewindError } from '../../core/errors.js';
import type { AliasRequest, Client, Deployment, Project } from './client.js';
import type { Config } from './config.js';

/** Clocks of Vercel and of the runner may differ by this much. */
const CLOCK_SKEW_MS = 30_000;
const FIRST_POLL_MS = 300;
const POLL_GROWTH = 1.5;
/** Longest pause between polls in the first half minute, and later. */
const POLL_MAX_MS = 1_000;
const POLL_LATE_MS = 5_000;
const LATE_AFTER_MS = 30_000;
/** Requests to switch that may be sent when none of them is seen to have arrived. */
const MAX_POSTS = 3;

export interface Switch {
  readonly method: 'rollback' | 'promote';
  readonly to: string;
  readonly domains: readonly string[];
}

/**
 * Moves production to a deployment and returns when every domain serves it. Decides from what it reads, so that a re-run
 * after a crash, or another operator's equal request, ends well.
 *
 * @throws RewindError deployment-not-eligible, deployment-switch-failed, vercel-plan-limit, api-conflict, deadline-exceeded
 */
export async function switchProduction(wanted: Switch, vercel: Client, config: Config, ctx: Context): Promise<void> {
  const deadline = ctx.clock.monotonic() + config['timeout-seconds'] * 1000;
  let project = await vercel.project();
  const before = project.lastAliasRequest ?? null;
  const underWay = before !== null && isRunning(before);
  if (underWay && !isFor(before, wanted)) throw busy(before, ctx);
  // With a rolling release under way the base already is "production", and only a rollback ends the release.
  const releasing = project.rollingRelease ? (await vercel.canary()) !== null : false;
  if (!underWay && (productionOf(project) !== wanted.to || releasing)) {
    assertEligible(await vercel.deployment(wanted.to), wanted, config, ctx);
    project = await request(wanted, vercel, before, releasing, ctx);
  }
  const notBefore = underWay ? 0 : (before?.requestedAt ?? ctx.clock.now().getTime() - CLOCK_SKEW_MS) + 1;
  await settled(wanted, vercel, ctx, { deadline, notBefore, project, releasing });
  await confirmDomains(wanted, vercel, ctx, deadline);
}

const productionOf = (project: Project): string | undefined => project.targets?.production?.id;
const isRunning = (request: AliasRequest): boolean => ['pending', 'in-progress'].includes(request.jobStatus);
const isFor = (request: AliasRequest, wanted: Switch): boolean =>
  request.type === wanted.method && request.toDeploymentId === wanted.to;

function busy(request: AliasRequest, ctx: Context): RewindError {
  return new RewindError(
    'api-conflict',
    `Another ${request.type} (to ${request.toDeploymentId}) is under way on Vercel; it allows one at a time.`,
    { resource: ctx.resource, remedy: 'Wait until it has ended, make a new plan, and have that approved.' },
  );
}

/** @throws RewindError deployment-not-eligible */
export function assertEligible(
  deployment: Deployment | null,
  wanted: Pick<Switch, 'method' | 'to'>,
  config: Config,
  ctx: Context,
): void {
  const problem = ineligible(deployment, wanted, config);
  if (problem === null) return;
  throw new RewindError('deployment-not-eligible', `${wanted.to} cannot take production: ${problem}.`, {
    resource: ctx.resource,
  });
}

/** Why a deployment cannot take production; null when it can. */
export function ineligible(
  deployment: Deployment | null,
  wanted: Pick<Switch, 'method' | 'to'>,
  config: Config,
): string | null {
  if (deployment === null) return 'it does not exist any more (deleted, or removed by the retention policy)';
  if (deployment.projectId === undefined) return 'this token may not see enough of it to tell';
  if (deployment.projectId !== config.project) return `it belongs to project ${deployment.projectId}`;
  if (deployment.softDeletedByRetention === true) return 'the retention policy has removed it';
  if (deployment.readyState !== 'READY') return `its state is ${deployment.readyState}, not READY`;
  if (deployment.target !== 'production') return 'it is a preview, not a production deployment';
  if (
    wanted.method === 'rollback' &&
    deployment.readySubstate !== undefined &&
    deployment.readySubstate !== 'PROMOTED'
  ) {
    return `it never served production (${deployment.readySubstate})`;
  }
  return null;
}

/** Sends the request. A lost answer or a 409 is decided from what the project says then. */
async function request(
  wanted: Switch,
  vercel: Client,
  before: AliasRequest | null,
  releasing: boolean,
  ctx: Context,
): Promise<Project> {
  for (let posts = 1; ; posts += 1) {
    try {
      await vercel.requestSwitch(wanted.method, wanted.to, `Rewind: back to snapshot ${ctx.snapshotId}`);
      return await vercel.project();
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      const undecided = error.status === undefined || error.status >= 500 || error.status === 409;
      if (!undecided) throw refused(error, ctx);
      const project = await vercel.project();
      const last = project.lastAliasRequest ?? null;
      if (productionOf(project) === wanted.to && !releasing) return project;
      if (last !== null && isFor(last, wanted) && last.requestedAt !== before?.requestedAt) return project;
      if (last !== null && isRunning(last)) throw busy(last, ctx);
      if (error.status === 409 || posts >= MAX_POSTS) throw error;
      ctx.log.warn(`${error.message}; production is unchanged, asking again`);
    }
  }
}

function refused(error: HttpFailure, ctx: Context): RewindError {
  if (error.status === 402)
    return new RewindError('vercel-plan-limit', error.message, { resource: ctx.resource, cause: error });
  if (error.status === 422 || error.status === 410 || error.status === 404) {
    return new RewindError('deployment-not-eligible', error.message, { resource: ctx.resource, cause: error });
  }
  return error;
}

interface Waiting {
  readonly deadline: number;
  /** Time (milliseconds since 1970) before which a request is not ours but an older one that is still shown. */
  readonly notBefore: number;
  readonly project: Project;
  readonly releasing: boolean;
}

/**
 * Waits until the project itself says that our request has succeeded: of our type, to our deployment, not older than ours.
 * An old request that is still shown, or none at all, proves nothing; then only production's own deployment counts.
 */
async function settled(wanted: Switch, vercel: Client, ctx: Context, waiting: Waiting): Promise<void> {
  const started = ctx.clock.monotonic();
  const progress = ctx.progress(`switching production to ${wanted.to}`, 'items');
  let pause = FIRST_POLL_MS;
  let { project } = waiting;
  for (let polls = 1; ; polls += 1) {
    const last = project.lastAliasRequest ?? null;
    const ours = last !== null && isFor(last, wanted) && last.requestedAt >= waiting.notBefore;
    const serves = productionOf(project) === wanted.to;
    if (ours && last.jobStatus === 'failed') await failed(wanted, vercel, ctx);
    // "skipped" is neither: what production serves decides.
    if (ours && last.jobStatus === 'skipped' && !serves) {
      throw new RewindError(
        'deployment-switch-failed',
        `Vercel skipped the ${wanted.method} to ${wanted.to}; production is unchanged.`,
        {
          resource: ctx.resource,
        },
      );
    }
    const done = serves && !(ours && isRunning(last)) && (!waiting.releasing || ours);
    if (done) {
      progress.end(`${polls} polls`);
      return;
    }
    const now = ctx.clock.monotonic();
    if (now >= waiting.deadline) {
      throw new RewindError(
        'deadline-exceeded',
        `Vercel has not finished the ${wanted.method} to ${wanted.to} after ${Math.round((now - started) / 1000)} s; it may still go on there.`,
        { resource: ctx.resource },
      );
    }
    // Jitter, so that two runs do not ask in step.
    await ctx.clock.sleep(pause * (0.8 + 0.4 * ctx.random()), ctx.signal);
    pause = Math.min(pause * POLL_GROWTH, now - started > LATE_AFTER_MS ? POLL_LATE_MS : POLL_MAX_MS);
    project = await vercel.project();
    progress.update(polls, null);
  }
}

async function failed(wanted: Switch, vercel: Client, ctx: Context): Promise<never> {
  const names = await vercel.failedAliases(wanted.method);
  throw new RewindError(
    'deployment-switch-failed',
    `Vercel could not ${wanted.method} to ${wanted.to}${names.length === 0 ? '' : `: ${names.join(', ')} did not move`}.`,
    { resource: ctx.resource },
  );
}

/** What counts in the end is what each host name serves. */
async function confirmDomains(wanted: Switch, vercel: Client, ctx: Context, deadline: number): Promise<void> {
  let pause = FIRST_POLL_MS;
  for (;;) {
    const serving = await Promise.all(
      wanted.domains.map(async (name) => ({ name, deployment: await vercel.aliasTarget(name) })),
    );
    const stuck = serving.filter(({ deployment }) => deployment !== wanted.to);
    if (stuck.length === 0) return;
    // A moment is given to the slow; a domain that was never attached to production does not come by waiting.
    if (pause > 2_500 || ctx.clock.monotonic() >= deadline) {
      throw new RewindError(
        'deployment-switch-failed',
        `Production is ${wanted.to}, but ${stuck.map(({ name, deployment }) => `${name} serves ${deployment ?? 'nothing'}`).join(', ')}.`,
        { resource: ctx.resource, remedy: 'Run "rewind plan" again: it shows these domains as changes of their own.' },
      );
    }
    await ctx.clock.sleep(pause, ctx.signal);
    pause *= 2;
  }
}
