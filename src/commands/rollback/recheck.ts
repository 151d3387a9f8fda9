import { checkResources } from '../../engine/check-resources.js';
import { planFromLive, type LivePlanRequest } from '../../engine/live-plan.js';
import { begunIn, overtakenIn } from '../../engine/journal.js';
import { driftOf, writtenSinceRestore, type Begun } from '../../engine/drift.js';
import { withoutChanges, type Plan, type PlannedChange } from '../../engine/plan.js';
import { otherJournals } from '../../engine/rollback-files.js';
import { settleResources, type Resource } from '../../engine/resources.js';
import { planText } from '../../report/plan-text.js';
import { forResource, forSnapshot } from '../../runtime/create-context.js';
import { RewindError } from '../../runtime/errors.js';
import { rollbackCommand, writePlan } from './publish-plan.js';
import { assertExpedited } from '../../approval/gate.js';
import { afterLifts } from './after-lifts.js';
import { inOurWords } from './reworded-plan.js';
import { assertNothingInTheWay, backupObstacles, isInTheWay } from './obstacles.js';
import { assertNotQuarantined } from './quarantine.js';
import type { Run } from './run.js';

/** Laws 4 and 5: checks and captures everything again; the new plan must match the approved one. */
export async function recheck(run: Run): Promise<Plan> {
  const { session, project, approved, manifest, release, resources } = run;
  const { context: ctx } = session;
  const { database, scope, undoes, recovers, mitigates, includeLater, stays } = approved;
  const changed = new Set(approved.changes.map(({ resource }) => resource));
  // A database can only be restored, and nobody chose that: no drift in it stops this run. Rows take long to count, and the
  // verification counts them.
  const leftAsItIs = ({ provider }: Resource): boolean =>
    provider.slow === true && database !== 'restore' && undoes === null;
  const request: LivePlanRequest = {
    ...project,
    resources: resources.filter((resource) => !leftAsItIs(resource)),
    ctx,
    manifest,
    database,
    scope,
    undoes,
    recovers,
    mitigates,
    release,
    includeLater,
    stays,
    approved,
  };
  const [findings, found] = await Promise.all([
    // What is found of another resource is not in the way.
    checkResources(
      resources.filter(({ id, provider }) => changed.has(id) && provider.preflightIsEnough !== true),
      forSnapshot(ctx, manifest),
    ),
    planFromLive(request),
    warmUp(run),
  ]);
  // An interrupted run of this plan restored the data: a second restore would take away what was written since.
  const written = writtenSinceRestore(approved, found);
  const now = withoutChanges(found, written);
  await assertNotQuarantined(session, project, now, manifest, resources, forSnapshot(ctx, manifest));
  const errors = findings.filter(
    ({ level, resource, code }) => level === 'error' && isInTheWay(resource, code, now.changes),
  );
  assertNothingInTheWay([...errors, ...(await backupObstacles(project, now, forSnapshot(ctx, manifest)))]);
  if (now.snapshotDigest !== approved.snapshotDigest) {
    throw new RewindError('plan-mismatch', `Snapshot ${manifest.id} changed after the plan was made.`);
  }
  if (session.inputs.approval === 'expedited') assertExpedited(session, project.config, now, manifest, run.trust);
  const drift = await driftSince(run, now, request);
  if (drift.length > 0) {
    const file = besidePlan(session.inputs.plan);
    const next = written.length === 0 ? now : await planFromLive(besideRestored(request, now, written));
    await writePlan(session, next, file);
    ctx.log.info(`\n${planText(next)}\n`);
    const begun = run.journal.log.wasBegun() ? ' An earlier run of this plan made changes or began them.' : '';
    const message = `Production changed after the plan was made. This run changed nothing.${begun}`;
    throw new RewindError('plan-drift', message, {
      problems: drift,
      remedy: `${otherVersion(approved, now)}Review the new plan and get it approved. To apply it: ${rollbackCommand(session, next, file)}`,
    });
  }
  return now;
}

/** What is left beside a restore that is done. In a plan of its own, the rows written since would be a reason to restore again. */
function besideRestored(
  request: LivePlanRequest,
  { changes }: Plan,
  written: readonly PlannedChange[],
): LivePlanRequest {
  if (changes.every(({ database }) => database === undefined)) return { ...request, database: 'none' };
  const resources = request.resources.filter(({ id }) => !written.some(({ resource }) => resource === id));
  const ids = resources.flatMap(({ id, backsUp }) => (backsUp === undefined ? [id] : []));
  return { ...request, resources, scope: request.scope?.filter((id) => ids.includes(id)) ?? ids };
}

/** The differences between what was approved and what is planned now, whatever version of Rewind worded the approved plan. */
async function driftSince(run: Run, now: Plan, request: LivePlanRequest): Promise<string[]> {
  const [approved, begun] = await Promise.all([afterLifts(run, now), begunBefore(run)]);
  const drift = driftOf(approved, now, begun);
  if (drift.length === 0 || approved.program === now.program) return drift;
  return driftOf(await inOurWords(run, approved, request), now, begun);
}

/** Another version may only word a change otherwise. */
const otherVersion = ({ program }: Plan, now: Plan): string =>
  program === now.program
    ? ''
    : `Rewind ${program} made the approved plan and began it; this is Rewind ${now.program}, whose texts may differ. That version may go on without another approval. Or: `;

/**
 * Sends the reads of the pre-flight at the same time as those of the drift check, so that it need not wait for them: the
 * reads of a run are shared. What they say is judged there.
 */
async function warmUp({ session, resources, approved, manifest }: Run): Promise<void> {
  const ctx = forSnapshot(session.context, manifest);
  await settleResources(
    resources.filter(({ provider }) => provider.preflightIsEnough === true),
    async ({ id, provider, config }) => {
      const changes = approved.changes.filter(({ resource }) => resource === id);
      await provider.preflight?.(config, changes, forResource(ctx, id), null);
    },
  );
}

/**
 * What earlier runs of this plan began. A change that another plan began after them is no interrupted work any more:
 * production may be what that plan made of it.
 */
async function begunBefore({ journal, project, approved }: Run): Promise<Begun> {
  const { previous } = journal.log;
  if (!journal.log.wasBegun()) return begunIn(previous);
  const others = await otherJournals(project.store, approved.environment, approved.digest);
  return begunIn(previous, overtakenIn(previous, others, 'begin'));
}

/** The approved plan stays where it is: the same rollback may be started again. */
const besidePlan = (file: string): string => `${file.replace(/\.json$/, '')}-new.json`;
