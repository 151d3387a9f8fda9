import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http.js';
import type { AliasRequest, Project } from '../../services/vercel/deployments.js';
import type { Client } from './client.js';
import type { Config } from './config.js';
import { assertEligible } from './eligibility.js';

/** Clocks of Vercel and of the runner may differ by this much. */
const CLOCK_SKEW_MS = 30_000;
const FIRST_POLL_MS = 300;
const POLL_GROWTH = 1.5;
/** Longest pause between polls in the first half minute, and later. */
const POLL_MAX_MS = 1_000;
const POLL_LATE_MS = 5_000;
const LATE_AFTER_MS = 30_000;
const LONGEST_DOMAIN_PAUSE_MS = 2_500;
/** Requests to switch that may be sent when none of them is seen to have arrived. */
const MAX_POSTS = 3;
/** Project reads after a lost answer or a 409, before it is believed that nothing was begun: reads may lag behind. */
const DOUBTFUL_READS = 4;

interface Switch {
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
  const project = await vercel.project();
  const before = project.lastAliasRequest ?? null;
  const underWay = before !== null && isRunning(before);
  if (underWay && !isFor(before, wanted)) throw busy(before, ctx);
  // With a rolling release under way the base already is "production", and only a rollback ends the release. It may
  // outlive its configuration.
  const mayRelease = Boolean(project.rollingRelease) || productionOf(project) === wanted.to;
  const release = mayRelease ? await vercel.release() : null;
  const notBefore = underWay ? 0 : (before?.requestedAt ?? ctx.clock.now().getTime() - CLOCK_SKEW_MS) + 1;
  const waiting: Waiting = { deadline, notBefore, releasing: release !== null };
  if (wanted.method === 'promote' && project.rollingRelease && !underWay) {
    await promoteByRelease(wanted, vercel, config, ctx, waiting);
  } else {
    let seen: Project | null = project;
    if (!underWay && (productionOf(project) !== wanted.to || release !== null)) {
      assertEligible(await vercel.deployment(wanted.to), wanted, config, ctx);
      seen = await request(wanted, vercel, before, release !== null, ctx);
    }
    await settled(wanted, vercel, ctx, waiting, seen);
  }
  await confirmDomains(`Production is ${wanted.to}`, wanted.to, wanted.domains, vercel, ctx);
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

/**
 * Sends the request. A lost answer or a 409 is decided from what the project says then.
 *
 * @returns the project, where it was read already
 */
async function request(
  wanted: Switch,
  vercel: Client,
  before: AliasRequest | null,
  releasing: boolean,
  ctx: Context,
): Promise<Project | null> {
  for (let posts = 1; ; posts += 1) {
    try {
      await vercel.requestSwitch(wanted.method, wanted.to, `Rewind: back to snapshot ${ctx.snapshotId}`);
      return null;
    } catch (error) {
      if (!isDoubtful(error)) throw error instanceof HttpFailure ? refused(error, ctx) : error;
      const project = await begun(wanted, vercel, before, releasing, ctx);
      if (project !== null) return project;
      if (error.status === 409 || posts >= MAX_POSTS) throw error;
      ctx.log.warn(`${error.message}; production is unchanged, asking again`);
    }
  }
}

/** Was it carried out or not? The answer does not tell. */
const isDoubtful = (error: unknown): error is HttpFailure =>
  error instanceof HttpFailure &&
  (error.status === undefined || error.status >= 500 || error.status === 409 || error.malformed);

/** The project, when it shows that the switch was begun (or is done); null when it does not, asked several times. */
async function begun(
  wanted: Switch,
  vercel: Client,
  before: AliasRequest | null,
  releasing: boolean,
  ctx: Context,
): Promise<Project | null> {
  for (let reads = 1, pause = FIRST_POLL_MS; ; reads += 1, pause *= POLL_GROWTH) {
    const project = await vercel.project();
    const last = project.lastAliasRequest ?? null;
    if (productionOf(project) === wanted.to && !releasing) return project;
    const newer = last !== null && last.requestedAt !== before?.requestedAt;
    if (newer && isFor(last, wanted)) return project;
    if (last !== null && isRunning(last)) throw busy(last, ctx);
    if (reads >= DOUBTFUL_READS) return null;
    await ctx.clock.sleep(pause, ctx.signal);
  }
}

/**
 * With rolling releases configured, a promote starts one instead of moving the domains; completed at once, it does what
 * is wanted. Each step is asked for once, and again only when state shows that it did not arrive.
 */
async function promoteByRelease(
  wanted: Switch,
  vercel: Client,
  config: Config,
  ctx: Context,
  { deadline, notBefore }: Waiting,
): Promise<void> {
  const started = ctx.clock.monotonic();
  let posts = 0;
  let accepted: 'nothing' | 'promote' | 'complete' = 'nothing';
  for (let pause = FIRST_POLL_MS; ; pause = nextPause(pause, ctx.clock.monotonic() - started)) {
    const [project, release] = await Promise.all([vercel.project(), vercel.release()]);
    if (release === null && productionOf(project) === wanted.to) return;
    if (release !== null && release.canary !== wanted.to) {
      throw new RewindError(
        'api-conflict',
        `A rolling release to ${release.canary ?? 'another deployment'} is under way.`,
        {
          resource: ctx.resource,
          remedy: 'Make a new plan, and have that approved: it ends the release.',
        },
      );
    }
    const last = project.lastAliasRequest ?? null;
    const ours = last !== null && isFor(last, wanted) && last.requestedAt >= notBefore;
    if (ours && last.jobStatus === 'failed') await failed(wanted, vercel, ctx);
    if (ctx.clock.monotonic() >= deadline) throw late(wanted, ctx.clock.monotonic() - started, ctx);
    const step = release === null ? 'promote' : 'complete';
    const due = accepted === 'nothing' || (accepted === 'promote' && step === 'complete');
    if (due && !(ours && isRunning(last))) {
      if (step === 'promote') assertEligible(await vercel.deployment(wanted.to), wanted, config, ctx);
      posts += 1;
      try {
        await (step === 'promote' ? vercel.requestSwitch('promote', wanted.to, '') : vercel.completeRelease(wanted.to));
        accepted = step;
      } catch (error) {
        if (!isDoubtful(error)) throw error instanceof HttpFailure ? refused(error, ctx) : error;
        if (posts >= MAX_POSTS) throw error;
        ctx.log.warn(`${error.message}; looking what became of it`);
      }
    }
    await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
  }
}

/** Jitter, so that two runs do not ask in step. */
const jittered = (pause: number, ctx: Context): number => pause * (0.8 + 0.4 * ctx.random());
const nextPause = (pause: number, waited: number): number =>
  Math.min(pause * POLL_GROWTH, waited > LATE_AFTER_MS ? POLL_LATE_MS : POLL_MAX_MS);

function late(wanted: Switch, waited: number, ctx: Context): RewindError {
  return new RewindError(
    'deadline-exceeded',
    `Vercel has not finished the ${wanted.method} to ${wanted.to} after ${Math.round(waited / 1000)} s; it may still go on there.`,
    { resource: ctx.resource },
  );
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
  /** By the monotonic clock. */
  readonly deadline: number;
  /** Time (milliseconds since 1970) before which a request is not ours but an older one that is still shown. */
  readonly notBefore: number;
  /** A rolling release was under way: then production is the base before anything is done. */
  readonly releasing: boolean;
}

/**
 * Waits until the project itself says that our request has succeeded: of our type, to our deployment, not older than ours.
 * An old request that is still shown, or none at all, proves nothing; then only production's own deployment counts.
 *
 * @param seen the project as read just now; null = not read since the request
 */
async function settled(
  wanted: Switch,
  vercel: Client,
  ctx: Context,
  waiting: Waiting,
  seen: Project | null,
): Promise<void> {
  const started = ctx.clock.monotonic();
  const progress = ctx.progress(`switching production to ${wanted.to}`, 'items');
  let pause = FIRST_POLL_MS;
  let project = seen;
  for (let polls = 0; ; polls += 1) {
    if (project !== null && (await isDone(wanted, vercel, ctx, waiting, project))) {
      progress.end(`${polls} polls`);
      return;
    }
    const waited = ctx.clock.monotonic() - started;
    if (ctx.clock.monotonic() >= waiting.deadline) throw late(wanted, waited, ctx);
    await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
    pause = nextPause(pause, waited);
    project = await vercel.project();
    progress.update(polls, null);
  }
}

/** @throws RewindError deployment-switch-failed */
async function isDone(
  wanted: Switch,
  vercel: Client,
  ctx: Context,
  { notBefore, releasing }: Waiting,
  project: Project,
): Promise<boolean> {
  const last = project.lastAliasRequest ?? null;
  const ours = last !== null && isFor(last, wanted) && last.requestedAt >= notBefore;
  const serves = productionOf(project) === wanted.to;
  if (ours && last.jobStatus === 'failed') await failed(wanted, vercel, ctx);
  // "skipped" is neither: what production serves decides.
  if (ours && last.jobStatus === 'skipped' && !serves) {
    throw new RewindError(
      'deployment-switch-failed',
      `Vercel skipped the ${wanted.method} to ${wanted.to}; production is unchanged.`,
      { resource: ctx.resource },
    );
  }
  if (!serves || (ours && isRunning(last))) return false;
  return !releasing || ours || (await vercel.release()) === null;
}

async function failed(wanted: Switch, vercel: Client, ctx: Context): Promise<never> {
  const names = await vercel.failedAliases(wanted.method);
  throw new RewindError(
    'deployment-switch-failed',
    `Vercel could not ${wanted.method} to ${wanted.to}${names.length === 0 ? '' : `: ${names.join(', ')} did not move`}.`,
    { resource: ctx.resource },
  );
}

/**
 * What counts in the end is what each host name serves.
 *
 * @param done what was achieved before, for the message
 * @throws RewindError deployment-switch-failed
 */
export async function confirmDomains(
  done: string,
  to: string,
  domains: readonly string[],
  vercel: Client,
  ctx: Context,
): Promise<void> {
  // A moment is given to the slow; a domain that was never attached to production does not come by waiting.
  for (let pause = FIRST_POLL_MS; ; pause *= 2) {
    const serving = await Promise.all(
      domains.map(async (name) => ({ name, deployment: await vercel.aliasTarget(name) })),
    );
    const stuck = serving.filter(({ deployment }) => deployment !== to);
    if (stuck.length === 0) return;
    if (pause > LONGEST_DOMAIN_PAUSE_MS) {
      throw new RewindError(
        'deployment-switch-failed',
        `${done}, but ${stuck.map(({ name, deployment }) => `${name} serves ${deployment ?? 'nothing'}`).join(', ')}.`,
        { resource: ctx.resource, remedy: 'Run "rewind plan" again: it shows these domains as changes of their own.' },
      );
    }
    await ctx.clock.sleep(pause, ctx.signal);
  }
}
