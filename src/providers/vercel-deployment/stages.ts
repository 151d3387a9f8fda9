import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { runGate, type Gate } from '../../services/gate.js';
import type { Rollout, Stage } from './client.js';
import { assertEligible } from './eligibility.js';
import { confirmDomains } from './confirm.js';
import { isRunning, productionOf } from './alias-request.js';
import { DOUBTFUL_READS, FIRST_POLL_MS, jittered, nextPause } from './polling.js';
import { busy, late, refused } from './switch-errors.js';
import { isDoubtful, MAX_POSTS, switchProduction } from './switch.js';
import type { Switching } from './switching.js';

/**
 * Promotes by a rolling release, stage by stage. Before each further stage, the gate command decides; if it fails, or Vercel
 * does, production returns to the base. What a person or a gate of Vercel does meanwhile is not overridden. A rerun goes on
 * with the stage that is active.
 *
 * @throws RewindError release-gate-failed, rolling-release-stopped, and as `switchProduction`
 */
export async function releaseByStages(run: Switching, gate: Gate): Promise<void> {
  const { desired } = run;
  let base: string | null = null;
  try {
    const rollout = await start(run);
    if (rollout !== null) {
      base = rollout.currentDeployment?.id ?? null;
      await advance(run, gate, rollout);
    }
  } catch (error) {
    if (run.ctx.signal.aborted || isInterference(error)) throw error;
    throw await backToBase(run, base, error);
  }
  const deadline = run.ctx.clock.monotonic() + run.config['timeout-seconds'] * 1000;
  await confirmDomains(run, `Production is ${desired.to}`, desired, deadline);
}

/** Somebody else acted: Rewind leaves production as they made it. */
const isInterference = (error: unknown): boolean =>
  error instanceof RewindError &&
  !(error instanceof HttpFailure) &&
  (error.code === 'rolling-release-stopped' || error.code === 'api-conflict');

const isActive = (rollout: Rollout | null): rollout is Rollout & { readonly state: 'ACTIVE' } =>
  rollout?.state === 'ACTIVE';

/** Starts the release, unless it is under way. @returns null if the deployment is production already */
async function start(run: Switching): Promise<Rollout | null> {
  const { desired, vercel, config, ctx } = run;
  const started = ctx.clock.monotonic();
  const deadline = started + config['timeout-seconds'] * 1000;
  const sender = new Sender(run);
  let earlier: number | undefined;
  for (let pause = FIRST_POLL_MS; ; pause = nextPause(pause, ctx.clock.monotonic() - started)) {
    const [project, rollout] = await Promise.all([vercel.project(), vercel.rollout()]);
    if (isActive(rollout)) {
      assertOurs(run, rollout);
      return rollout;
    }
    const at = rollout?.startedAt ?? 0;
    const isNew = rollout?.canaryDeployment?.id === desired.to && earlier !== undefined && at > earlier;
    if (productionOf(project) === desired.to) {
      if (isNew) noteSkipped(run, null, rollout);
      return null;
    }
    earlier ??= at;
    // The project may lag behind the release.
    if (isNew && rollout.state !== 'COMPLETE') throw stopped(run, null, rollout);
    if (ctx.clock.monotonic() >= deadline) throw late(run, ctx.clock.monotonic() - started);
    const last = project.lastAliasRequest ?? null;
    if (last !== null && isRunning(last)) throw busy(last, ctx);
    if (!isNew)
      await sender.send('promote', async () => {
        assertEligible(await vercel.deployment(desired.to), desired, config, ctx);
        await vercel.requestSwitch('promote', desired.to);
      });
    await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
  }
}

/** Sends each request once, and again only if several reads show that it did not arrive. */
class Sender {
  private what = '';
  private posts = 0;
  private reads = 0;
  private accepted = false;
  constructor(private readonly run: Switching) {}

  /** Call it after each read that shows that `what` is still to be done. @throws RewindError, HttpFailure */
  async send(what: string, request: () => Promise<void>): Promise<void> {
    if (what !== this.what) Object.assign(this, { what, posts: 0, reads: 0, accepted: false });
    this.reads += 1;
    if (this.accepted || (this.posts > 0 && this.reads <= DOUBTFUL_READS)) return;
    this.posts += 1;
    this.reads = 0;
    try {
      await request();
      this.accepted = true;
    } catch (error) {
      if (!isDoubtful(error)) throw error instanceof HttpFailure ? refused(error, this.run.ctx) : error;
      if (this.posts >= MAX_POSTS) throw error;
      this.run.ctx.log.warn(`${error.message}; reading the live state`);
    }
  }
}

async function advance(run: Switching, gate: Gate, first: Rollout): Promise<void> {
  const { desired, vercel, config, ctx } = run;
  const sender = new Sender(run);
  const limit = config['timeout-seconds'] * 1000;
  let since = ctx.clock.monotonic();
  let wait = limit;
  let judged: Stage | null = null;
  for (let pause = FIRST_POLL_MS; ; pause = nextPause(pause, ctx.clock.monotonic() - since)) {
    const [project, rollout] = await Promise.all([vercel.project(), vercel.rollout()]);
    if (!isActive(rollout)) {
      if (productionOf(project) === desired.to && rollout?.state !== 'ABORTED') {
        noteSkipped(run, judged, first);
        return;
      }
      // The project may lag behind the release.
      if (rollout?.state !== 'COMPLETE') throw stopped(run, judged, rollout);
    } else {
      assertOurs(run, rollout);
      if (rollout.substate === 'PAUSED') throw stopped(run, rollout.activeStage ?? judged, rollout);
      const { activeStage: active, nextStage: next } = rollout;
      if (active && !active.isFinalStage && active.index !== judged?.index) {
        await judge(run, gate, rollout, active);
        judged = active;
        since = ctx.clock.monotonic();
        wait = limit + (active.duration ?? 0) * 1000;
        pause = FIRST_POLL_MS;
        // The command may have taken long: read again before the next action.
        continue;
      }
      if (active && next && rollout.advancementType === 'manual-approval') {
        await sender.send(`approve ${next.index}`, () => vercel.approveStage(desired.to, active, next));
      }
      if (active?.isFinalStage === true) await sender.send('complete', () => vercel.completeRelease(desired.to));
    }
    if (ctx.clock.monotonic() - since >= wait) throw late(run, ctx.clock.monotonic() - since);
    await ctx.clock.sleep(jittered(pause, ctx), ctx.signal);
  }
}

/** "stage 2 of 3 (50 %)" */
const named = (stage: Stage, { stages }: Rollout): string =>
  `stage ${stage.index + 1} of ${stages.length} (${stage.targetPercentage} %)`;

/** @throws RewindError release-gate-failed, cancelled */
async function judge(run: Switching, gate: Gate, rollout: Rollout, active: Stage): Promise<void> {
  const { ctx, desired } = run;
  ctx.log.info(`${desired.to} is at ${named(active, rollout)}; the gate command runs …`);
  const at = { stage: active.index + 1, stages: rollout.stages.length, percentage: active.targetPercentage };
  await runGate(ctx, gate, named(active, rollout), at, { REWIND_DEPLOYMENT: desired.to });
}

/** @throws RewindError api-conflict */
function assertOurs({ desired, ctx }: Switching, { canaryDeployment }: Rollout): void {
  if (canaryDeployment?.id === desired.to) return;
  throw new RewindError(
    'api-conflict',
    `A rolling release to ${canaryDeployment?.id ?? 'another deployment'} is active.`,
    {
      resource: ctx.resource,
      remedy: 'Complete or abort it in Vercel. Then make a new plan and get it approved.',
      unwritten: true,
    },
  );
}

function stopped({ desired, ctx }: Switching, stage: Stage | null, rollout: Rollout | null): RewindError {
  const where = stage === null || rollout === null ? '' : ` at ${named(stage, rollout)}`;
  const paused = isActive(rollout);
  return new RewindError(
    'rolling-release-stopped',
    `The rolling release to ${desired.to} was ${paused ? 'paused' : 'ended'}${where}, by a person or by a gate of Vercel. ${
      paused ? 'Two deployments serve production.' : `${desired.to} does not serve production.`
    }`,
    {
      resource: ctx.resource,
      remedy: paused
        ? 'Ask who paused it. Continue it in Vercel, then run the same command again. Or abort it in Vercel.'
        : 'Ask who ended it. To release again, run the same command again.',
    },
  );
}

/** Says that somebody else completed the release, so that the command did not see all stages. */
function noteSkipped({ ctx, desired }: Switching, judged: Stage | null, rollout: Rollout): void {
  const missed = rollout.stages.filter(({ index, isFinalStage }) => !isFinalStage && index > (judged?.index ?? -1));
  const [next] = missed;
  if (next === undefined) return;
  ctx.log.warn(
    `The rolling release to ${desired.to} was completed by somebody else: the gate command did not pass ${named(next, rollout)}.`,
  );
}

/** Ends the release, if it is still active. @returns the error to throw: why, and what serves production now */
async function backToBase(run: Switching, known: string | null, why: unknown): Promise<RewindError> {
  const { desired, vercel, ctx } = run;
  const reason =
    why instanceof RewindError ? why : new RewindError('internal', String(why), { resource: ctx.resource, cause: why });
  const because = (now: string, remedy: string = reason.remedy): RewindError =>
    new RewindError(reason.code, `${reason.message} ${now}`, { resource: ctx.resource, remedy, cause: why });
  let base = known;
  try {
    const [project, rollout] = await Promise.all([vercel.project(), vercel.rollout()]);
    if (!isActive(rollout) || rollout.canaryDeployment?.id !== desired.to) {
      const now = productionOf(project) ?? 'an unknown deployment';
      return because(`No rolling release to ${desired.to} is active; production is ${now}.`);
    }
    base = rollout.currentDeployment?.id ?? known;
    if (base === null) throw new Error('Vercel does not name the base of the release');
    ctx.log.warn(`${reason.message} Production returns to ${base} …`);
    await switchProduction({
      ...run,
      desired: { method: 'rollback', to: base, domains: desired.domains },
      note: `Rewind: the release of ${desired.to} failed`,
    });
    return because(`The rolling release was ended: production is ${base} again, and pinned to it.`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return because(
      `The return to ${base ?? 'the base'} failed, so two deployments may serve production: ${message}`,
      'Abort the rolling release in Vercel. Then run "rewind recover --status".',
    );
  }
}
