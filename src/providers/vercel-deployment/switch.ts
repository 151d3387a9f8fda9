import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { VERCEL } from '../../services/vercel/client.js';
import { RECENT_MS, type AliasRequest, type Project } from '../../services/vercel/deployments.js';
import type { Release } from './client.js';
import { isAfter, isRunning, productionOf } from './alias-request.js';
import { confirmDomains, keptBy } from './confirm.js';
import { assertEligible } from './eligibility.js';
import { DOUBTFUL_READS, FIRST_POLL_MS, jittered, nextPause, POLL_GROWTH, restOf } from './polling.js';
import { afterAccepted, busy, failed, late, refused, replacedBy, skipped, timeLeft } from './switch-errors.js';
import type { Switch, Switched, Switching } from './switching.js';
import { plural } from '../../runtime/text.js';

/** Maximum number of switch requests while Vercel shows none of them. */
export const MAX_POSTS = 3;
/**
 * Moves production to a deployment and returns when every domain serves it. Decides from the live state, so a rerun
 * after a crash and an equal request by another operator succeed.
 *
 * @param others domains that are read with those of the switch, wherever they lead
 * @returns null if a rolling release moved it
 * @throws RewindError deployment-not-eligible, deployment-switch-failed, vercel-plan-limit, api-conflict, deadline-exceeded
 */
export async function switchProduction(run: Switching, others: readonly string[] = []): Promise<Switched | null> {
  const { desired, vercel, config, ctx } = run;
  const deadline = ctx.clock.monotonic() + config['timeout-seconds'] * 1000;
  const known = await vercel.recentProject();
  // If somebody has begun a switch since, Vercel refuses ours.
  const project = known && isPlain(known, desired) ? known : await vercel.project();
  const before = project.lastAliasRequest ?? null;
  const underWay = before !== null && isRunning(before);
  if (underWay && !isFor(before, desired)) throw busy(before, ctx);
  // During a rolling release, the base already is "production", and only a rollback ends the release. A release may
  // outlive its configuration.
  const mayRelease = Boolean(project.rollingRelease) || productionOf(project) === desired.to;
  const release = mayRelease ? await vercel.release() : null;
  const after = underWay || before === null ? null : before;
  const waiting: Waiting = { deadline, after, releasing: release !== null };
  const confirm = (settledAs: Project | null): Promise<Switched['serving']> => {
    const watch = keptBy(run, after);
    // A build may have gone live after the project was read.
    const from = new Set([project, settledAs].flatMap((one) => servedBefore(one, release)));
    return confirmDomains(run, `Production is ${desired.to}`, { ...desired, others, from, watch }, deadline);
  };
  if (desired.method === 'promote' && project.rollingRelease && !underWay) {
    await promoteByRelease(run, waiting);
    await confirm(null);
    return null;
  }
  let begun: Begun = { seen: project };
  if (!underWay && (productionOf(project) !== desired.to || release !== null)) {
    assertEligible(await vercel.deployment(desired.to, RECENT_MS), desired, config, ctx);
    begun = await request(run, before, waiting);
  }
  try {
    const settledAs = await settled(run, waiting, begun);
    return { project: settledAs, since: ctx.reads.now(VERCEL), serving: await confirm(settledAs) };
  } catch (error) {
    throw begun.accepted !== undefined && error instanceof HttpFailure ? afterAccepted(run, error) : error;
  }
}

/** What a domain may serve that has not moved yet. Empty if Vercel does not say it. */
function servedBefore(project: Project | null, release: Release | null): string[] {
  if (project === null) return [];
  const last = project.lastAliasRequest;
  const ids = [productionOf(project), last?.fromDeploymentId, last?.toDeploymentId, release?.base?.id, release?.canary];
  return ids.filter((id) => typeof id === 'string');
}

/** Whether nothing but a request for this switch is due. */
const isPlain = ({ rollingRelease, lastAliasRequest, targets }: Project, { to }: Switch): boolean =>
  !rollingRelease && !(lastAliasRequest && isRunning(lastAliasRequest)) && targets?.production?.id !== to;

const isFor = (request: AliasRequest, desired: Switch): boolean =>
  request.type === desired.method && request.toDeploymentId === desired.to;

/** What is known of a switch that was requested, now or before. */
interface Begun {
  /** The project, if it was read after the request. */
  readonly seen: Project | null;
  /** What Vercel answered, if this run got an answer: `queued` behind a rolling release. */
  readonly accepted?: 'begun' | 'queued';
}

/** Sends the request, not after the deadline; after a lost response or a 409, the project decides. */
async function request(run: Switching, before: AliasRequest | null, { deadline, releasing }: Waiting): Promise<Begun> {
  const { desired, vercel, ctx, note = `Rewind: back to snapshot ${ctx.snapshotId}` } = run;
  for (let posts = 1; ; posts += 1) {
    const left = timeLeft(run, deadline);
    try {
      return { seen: null, accepted: await vercel.requestSwitch(desired.method, desired.to, note, left) };
    } catch (error) {
      if (!isDoubtful(error)) throw error instanceof HttpFailure ? refused(error, ctx) : error;
      const seen = await begun(run, before, releasing);
      if (seen !== null) return { seen };
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
async function promoteByRelease(run: Switching, { deadline, after }: Waiting): Promise<void> {
  const { desired, vercel, config, ctx } = run;
  const started = ctx.clock.monotonic();
  let posts = 0;
  let accepted: 'nothing' | 'promote' | 'complete' = 'nothing';
  let isQueued = false;
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
          unwritten: true,
        },
      );
    }
    const last = project.lastAliasRequest ?? null;
    const ours = last !== null && isFor(last, desired) && isAfter(last, after);
    if (ours && last.jobStatus === 'failed') await failed(run);
    if (ctx.clock.monotonic() >= deadline) throw late(run, ctx.clock.monotonic() - started, isQueued);
    const step = release === null ? 'promote' : 'complete';
    const due = accepted === 'nothing' || (accepted === 'promote' && step === 'complete');
    if (due && !(ours && isRunning(last))) {
      if (step === 'promote') assertEligible(await vercel.deployment(desired.to), desired, config, ctx);
      posts += 1;
      try {
        if (step === 'promote') {
          const left = timeLeft(run, deadline);
          isQueued = (await vercel.requestSwitch('promote', desired.to, '', left)) === 'queued';
        } else await vercel.completeRelease(desired.to);
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

interface Waiting {
  /** On the monotonic clock. */
  readonly deadline: number;
  /** The last request before ours, which Vercel may still show; null if there was none. */
  readonly after: AliasRequest | null;
  /** True if a rolling release was active: production is then the base from the start. */
  readonly releasing: boolean;
}

/**
 * Waits until the project shows that our request succeeded: same type, same deployment, not older. Otherwise only the
 * production deployment decides.
 *
 * @returns the project as it was read last
 * @throws RewindError api-conflict if a later request of somebody else replaced ours
 */
async function settled(run: Switching, waiting: Waiting, { seen, accepted }: Begun): Promise<Project> {
  const { desired, vercel, ctx } = run;
  const started = ctx.clock.monotonic();
  const progress = ctx.progress(`switching production to ${desired.to}`, 'items');
  let pause = FIRST_POLL_MS;
  let project = seen;
  let asked = started;
  let wasShown = false;
  let replaced = 0;
  for (let polls = 0; ; polls += 1) {
    if (project !== null) {
      if (await isDone(run, waiting, project)) {
        progress.end(plural(polls, 'poll'));
        return project;
      }
      const last = project.lastAliasRequest ?? null;
      wasShown ||= last !== null && isOurs(last, desired, waiting);
      replaced = last !== null && isReplaced(last, desired, waiting) ? replaced + 1 : 0;
      // A slow read may show a request that ended before ours began.
      if (last !== null && replaced >= (wasShown ? 1 : DOUBTFUL_READS)) throw replacedBy(run, last);
    }
    const waited = ctx.clock.monotonic() - started;
    if (ctx.clock.monotonic() >= waiting.deadline) throw late(run, waited, accepted === 'queued');
    await ctx.clock.sleep(restOf(jittered(pause, ctx), ctx.clock.monotonic() - asked), ctx.signal);
    pause = nextPause(pause, waited);
    asked = ctx.clock.monotonic();
    project = await vercel.project();
    progress.update(polls, null);
  }
}

const isOurs = (last: AliasRequest, desired: Switch, { after }: Waiting): boolean =>
  isFor(last, desired) && isAfter(last, after);

/** True for a request to another deployment that is not the one before ours. */
const isReplaced = (last: AliasRequest, desired: Switch, { after }: Waiting): boolean =>
  last.toDeploymentId !== desired.to && isAfter(last, after);

/** @throws RewindError deployment-switch-failed */
async function isDone(run: Switching, waiting: Waiting, project: Project): Promise<boolean> {
  const { desired, vercel } = run;
  const last = project.lastAliasRequest ?? null;
  const ours = last !== null && isOurs(last, desired, waiting);
  const named = productionOf(project);
  // A project need not name its production. The domains are read afterwards.
  const serves = named === desired.to || (named === undefined && ours && last.jobStatus === 'succeeded');
  if (ours && last.jobStatus === 'failed') await failed(run);
  // For "skipped", the production deployment decides.
  if (ours && last.jobStatus === 'skipped' && !serves) {
    throw skipped(run);
  }
  if (!serves || (ours && isRunning(last))) return false;
  // A later request of somebody else takes production away again.
  if (last !== null && isRunning(last) && isReplaced(last, desired, waiting)) return false;
  return !waiting.releasing || ours || (await vercel.release()) === null;
}
