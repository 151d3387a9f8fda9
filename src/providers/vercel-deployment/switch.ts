import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http.js';
import type { AliasRequest, Project } from '../../services/vercel/deployments.js';
import type { Client } from './client.js';
import type { Config } from './config.js';
import { assertEligible } from './eligibility.js';

/** Maximum clock difference between Vercel and the runner. */
const CLOCK_SKEW_MS = 30_000;
export const FIRST_POLL_MS = 300;
const POLL_GROWTH = 1.5;
/** Maximum pause between polls, in the first half minute and later. */
const POLL_MAX_MS = 1_000;
const POLL_LATE_MS = 5_000;
const LATE_AFTER_MS = 30_000;
const LONGEST_DOMAIN_PAUSE_MS = 2_500;
/** Maximum number of switch requests while Vercel shows none of them. */
export const MAX_POSTS = 3;
/** Project reads after a lost response or a 409 that prove that no switch began: reads may lag. */
export const DOUBTFUL_READS = 4;

interface Switch {
  readonly method: 'rollback' | 'promote';
  readonly to: string;
  readonly domains: readonly string[];
}

/** One switch of production and its clients. */
export interface Switching {
  readonly desired: Switch;
  readonly vercel: Client;
  readonly config: Config;
  readonly ctx: Context;
  /** Shown in Vercel's dashboard for a rollback; default: names the snapshot. */
  readonly note?: string;
}

/**
 * Moves production to a deployment and returns when every domain serves it. Decides from the live state, so a rerun
 * after a crash and an equal request by another operator succeed.
 *
 * @throws RewindError deployment-not-eligible, deployment-switch-failed, vercel-plan-limit, api-conflict, deadline-exceeded
 */
export async function switchProduction(run: Switching): Promise<void> {
  const { desired, vercel, config, ctx } = run;
  const deadline = ctx.clock.monotonic() + config['timeout-seconds'] * 1000;
  const project = await vercel.project();
  const before = project.lastAliasRequest ?? null;
  const underWay = before !== null && isRunning(before);
  if (underWay && !isFor(before, desired)) throw busy(before, ctx);
  // During a rolling release, the base already is "production", and only a rollback ends the release. A release may
  // outlive its configuration.
  const mayRelease = Boolean(project.rollingRelease) || productionOf(project) === desired.to;
  const release = mayRelease ? await vercel.release() : null;
  const notBefore = underWay ? 0 : (before?.requestedAt ?? ctx.clock.now().getTime() - CLOCK_SKEW_MS) + 1;
  const waiting: Waiting = { deadline, notBefore, releasing: release !== null };
  if (desired.method === 'promote' && project.rollingRelease && !underWay) {
    await promoteByRelease(run, waiting);
  } else {
    let seen: Project | null = project;
    if (!underWay && (productionOf(project) !== desired.to || release !== null)) {
      assertEligible(await vercel.deployment(desired.to), desired, config, ctx);
      seen = await request(run, before, release !== null);
    }
    await settled(run, waiting, seen);
  }
  await confirmDomains(run, `Production is ${desired.to}`, desired.to, desired.domains);
}

export const productionOf = (project: Project): string | undefined => project.targets?.production?.id;
export const isRunning = (request: AliasRequest): boolean => ['pending', 'in-progress'].includes(request.jobStatus);
const isFor = (request: AliasRequest, desired: Switch): boolean =>
  request.type === desired.method && request.toDeploymentId === desired.to;

export function busy(request: AliasRequest, ctx: Context): RewindError {
  return new RewindError(
    'api-conflict',
    `Another ${request.type} (to ${request.toDeploymentId}) is in progress on Vercel, which allows one at a time.`,
    { resource: ctx.resource, remedy: 'Wait until it ends, then make a new plan and get it approved.' },
  );
}

/** Sends the request; after a lost response or a 409, the project decides. @returns the project if it was read already */
async function request(run: Switching, before: AliasRequest | null, releasing: boolean): Promise<Project | null> {
  const { desired, vercel, ctx, note = `Rewind: back to snapshot ${ctx.snapshotId}` } = run;
  for (let posts = 1; ; posts += 1) {
    try {
      await vercel.requestSwitch(desired.method, desired.to, note);
      return null;
    } catch (error) {
      if (!isDoubtful(error)) throw error instanceof HttpFailure ? refused(error, ctx) : error;
      const project = await begun(run, before, releasing);
      if (project !== null) return project;
      if (error.status === 409 || posts >= MAX_POSTS) throw error;
      ctx.log.warn(`${error.message}; production is unchanged; sending the request again`);
    }
  }
}

/** True if Vercel may have executed the request. */
export const isDoubtful = (error: unknown): error is HttpFailure =>
  error instanceof HttpFailure &&
  (error.status === undefined || error.status >= 500 || error.status === 409 || error.malformed);

/** The project if it shows that the switch began (or is done); null if several reads show none. */
async function begun(
  { desired, vercel, ctx }: Switching,
  before: AliasRequest | null,
  releasing: boolean,
): Promise<Project | null> {
  for (let reads = 1, pause = FIRST_POLL_MS; ; reads += 1, pause *= POLL_GROWTH) {
    const project = await vercel.project();
    const last = project.lastAliasRequest ?? null;
    if (productionOf(project) === desired.to && !releasing) return project;
    const newer = last !== null && last.requestedAt !== before?.requestedAt;
    if (newer && isFor(last, desired)) return project;
    if (last !== null && isRunning(last)) throw busy(last, ctx);
    if (reads >= DOUBTFUL_READS) return null;
    await ctx.clock.sleep(pause, ctx.signal);
  }
}

/**
 * With rolling releases configured, a promote starts a release instead of moving the domains; this completes it at once.
 * Sends each step once, and again only if the live state shows that it did not arrive.
 */
async function promoteByRelease(run: Switching, { deadline, notBefore }: Waiting): Promise<void> {
  const { desired, vercel, config, ctx } = run;
  const started = ctx.clock.monotonic();
  let posts = 0;
  let accepted: 'nothing' | 'promote' | 'complete' = 'nothing';
  for (let pause = FIRST_POLL_MS; ; pause = nextPause(pause, ctx.clock.monotonic() - started)) {
    const [project, release] = await Promise.all([vercel.project(), vercel.release()]);
    if (release === null && productionOf(project) === desired.to) return;
    if (release !== null && release.canary !== desired.to) {
      throw new RewindError(
        'api-conflict',
        `A rolling release to ${release.canary ?? 'another deployment'} is active.`,
        {
          resource: ctx.resource,
          remedy: 'Make a new plan and get it approved: it ends the release.',
        },
      );
    }
    const last = project.lastAliasRequest ?? null;
    const ours = last !== null && isFor(last, desired) && last.requestedAt >= notBefore;
    if (ours && last.jobStatus === 'failed') await failed(run);
    if (ctx.clock.monotonic() >= deadline) throw late(run, ctx.clock.monotonic() - started);
    const step = release === null ? 'promote' : 'complete';
    const due = accepted === 'nothing' || (accepted === 'promote' && step === 'complete');
    if (due && !(ours && isRunning(last))) {
      if (step === 'promote') assertEligible(await vercel.deployment(desired.to), desired, config, ctx);
      posts += 1;
      try {
        await (step === 'promote'
          ? vercel.requestSwitch('promote', desired.to, '')
          : vercel.completeRelease(desired.to));
        accepted = step;
      } catch (error) {
        if (!isDoubtful(error)) throw error instanceof HttpFailure ? refused(error, ctx) : error;
        if (posts >= MAX_POSTS) throw error;
        ctx.log.warn(`${error.message}; reading the live state`);
      }
    }
    await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
  }
}

/** Jitter prevents two runs from polling in step. */
export const jittered = (pause: number, ctx: Context): number => pause * (0.8 + 0.4 * ctx.random());
export const nextPause = (pause: number, waited: number): number =>
  Math.min(pause * POLL_GROWTH, waited > LATE_AFTER_MS ? POLL_LATE_MS : POLL_MAX_MS);

export function late({ desired, ctx }: Switching, waited: number): RewindError {
  return new RewindError(
    'deadline-exceeded',
    `Vercel has not finished the ${desired.method} to ${desired.to} after ${Math.round(waited / 1000)} s; the switch may still finish.`,
    { resource: ctx.resource },
  );
}

export function refused(error: HttpFailure, ctx: Context): RewindError {
  if (error.status === 402)
    return new RewindError('vercel-plan-limit', error.message, { resource: ctx.resource, cause: error });
  if (error.status === 422 || error.status === 410 || error.status === 404) {
    return new RewindError('deployment-not-eligible', error.message, { resource: ctx.resource, cause: error });
  }
  return error;
}

interface Waiting {
  /** On the monotonic clock. */
  readonly deadline: number;
  /** Milliseconds since 1970. An earlier request is an old one that Vercel still shows. */
  readonly notBefore: number;
  /** True if a rolling release was active: production is then the base from the start. */
  readonly releasing: boolean;
}

/**
 * Waits until the project shows that our request succeeded: same type, same deployment, not older. Otherwise only the
 * production deployment decides.
 *
 * @param seen the project if it was read after the request, else null
 */
async function settled(run: Switching, waiting: Waiting, seen: Project | null): Promise<void> {
  const { desired, vercel, ctx } = run;
  const started = ctx.clock.monotonic();
  const progress = ctx.progress(`switching production to ${desired.to}`, 'items');
  let pause = FIRST_POLL_MS;
  let project = seen;
  for (let polls = 0; ; polls += 1) {
    if (project !== null && (await isDone(run, waiting, project))) {
      progress.end(`${polls} polls`);
      return;
    }
    const waited = ctx.clock.monotonic() - started;
    if (ctx.clock.monotonic() >= waiting.deadline) throw late(run, waited);
    await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
    pause = nextPause(pause, waited);
    project = await vercel.project();
    progress.update(polls, null);
  }
}

/** @throws RewindError deployment-switch-failed */
async function isDone(run: Switching, { notBefore, releasing }: Waiting, project: Project): Promise<boolean> {
  const { desired, vercel, ctx } = run;
  const last = project.lastAliasRequest ?? null;
  const ours = last !== null && isFor(last, desired) && last.requestedAt >= notBefore;
  const serves = productionOf(project) === desired.to;
  if (ours && last.jobStatus === 'failed') await failed(run);
  // For "skipped", the production deployment decides.
  if (ours && last.jobStatus === 'skipped' && !serves) {
    throw new RewindError(
      'deployment-switch-failed',
      `Vercel skipped the ${desired.method} to ${desired.to}; production is unchanged.`,
      { resource: ctx.resource },
    );
  }
  if (!serves || (ours && isRunning(last))) return false;
  return !releasing || ours || (await vercel.release()) === null;
}

async function failed({ desired, vercel, ctx }: Switching): Promise<never> {
  const names = await vercel.failedAliases(desired.method);
  throw new RewindError(
    'deployment-switch-failed',
    `Vercel could not ${desired.method} to ${desired.to}${names.length === 0 ? '' : `: ${names.join(', ')} did not move`}.`,
    { resource: ctx.resource },
  );
}

/**
 * Checks the deployment that each host name serves.
 *
 * @param done the result so far, for the message
 * @throws RewindError deployment-switch-failed
 */
export async function confirmDomains(
  { vercel, ctx }: Pick<Switching, 'vercel' | 'ctx'>,
  done: string,
  to: string,
  domains: readonly string[],
): Promise<void> {
  // Waits briefly for slow domains. A domain that was never attached to production never changes.
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
