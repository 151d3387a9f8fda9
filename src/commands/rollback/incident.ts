import { describeApproval } from '../../approval/approval-record.js';
import { openOrNewRecorder } from '../../cli/incident.js';
import type { Claim } from '../../engine/claim.js';
import { findSnapshot } from '../../engine/choose.js';
import { keyOf, type Plan, type PlannedChange } from '../../engine/plan.js';
import { describeState } from '../../engine/provider.js';
import { readApprovedPlan } from '../../engine/rollback-files.js';
import { obligationsAfter, type KeptOf } from '../../incident/obligations.js';
import { readEntries, type Recorder } from '../../incident/record.js';
import { openObligations, statusOf, unfinishedId } from '../../incident/status.js';
import { digestOf } from '../../runtime/digest.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Run } from './run.js';

export interface Outcome {
  readonly ok: boolean;
  readonly title: string;
  readonly claim: Claim;
  /** Changes that are not done. */
  readonly left: readonly PlannedChange[];
  /** Changes that this rollback made or may have made. */
  readonly begun: readonly PlannedChange[];
  /** Resources with a difference that this plan leaves to a person or to another mode. */
  readonly notReturned: ReadonlySet<string>;
  readonly kept: readonly KeptOf[];
  /** Id of the snapshot of the state before; null if none was taken. */
  readonly before: string | null;
}

/** Before the first change: what was planned and who approved it. Opens an incident if none is open. */
export async function recordBegin(run: Run): Promise<void> {
  const { approved, approval } = run;
  const { digest, snapshot, database, changes, createdAt } = approved;
  await attempt(run, async (recorder) => {
    const planned = { digest, snapshot, database, changes: changes.length, plannedAt: createdAt };
    await recorder.add('planned', planned, `planned:${digest}`);
    const how = describeApproval(approval);
    await recorder.add('approved', { digest, how, by: [...approval.approvedBy] }, `approved:${digest}`);
  });
}

/**
 * After the verification: the outcome, and what is now to be undone or finished.
 * @returns the id of the incident; null if the record could not be written
 */
export async function recordEnd(run: Run, outcome: Outcome): Promise<string | null> {
  const { approved, journal, resources } = run;
  const { ok, title, claim, left, begun, kept } = outcome;
  const { digest, snapshot, recovers } = approved;
  const returns = await isForwards(run, approved);
  const open = new Set(left.map(keyOf));
  const done = begun.filter((change) => !open.has(keyOf(change)));
  const startedAt = journal.log.entries().find(({ event }) => event === 'run')?.at ?? approved.createdAt;
  const commit = await commitBefore(run, outcome.before);
  return attempt(run, async (recorder) => {
    const obligations = obligationsAfter({
      incident: recorder.incident,
      digest,
      done,
      holds: new Set(resources.flatMap(({ id, provider }) => (provider.capabilities?.hold === undefined ? [] : [id]))),
      commit,
      kept,
      returns,
    });
    // First: a run that is killed after the next line must not leave something temporary without a word.
    for (const obligation of obligations) {
      await recorder.add('obligation', obligation, `obligation:${obligation.id}:${digest}`);
    }
    if (returns && ok) await dischargeReturned(run, recorder, done, outcome.notReturned);
    const result = { digest, ok, failed: [...open] };
    const key = digestOf(result);
    const entry = { ...result, snapshot, title, done: done.map(keyOf), startedAt };
    if (recovers === undefined) await recorder.add('rolled-back', entry, `rolled-back:${key}`);
    else await recorder.add('recovered', { ...entry, deployments: recovers.deployments }, `recovered:${key}`);
    await recorder.add('verified', { digest, ok, statement: claim.sentence }, `verified:${key}`);
  });
}

/** A record that cannot be written never stops a rollback. @returns the id of the incident; null if it failed */
async function attempt(
  { session, project, approved }: Run,
  write: (recorder: Recorder) => Promise<void>,
): Promise<string | null> {
  try {
    const title = session.inputs.reason ?? `Rollback to snapshot ${approved.snapshot}`;
    const recorder = await openOrNewRecorder(session, project, title);
    await write(recorder);
    return recorder.incident;
  } catch (error) {
    session.context.log.warn(
      `The record of the incident could not be written: ${asRewindError(error).message} The rollback goes on. What it leaves to be undone or finished is only in its report, and the guard does not know its commit.`,
    );
    return null;
  }
}

/** True if the plan brings changes back: a recovery, the undo of a rollback. The undo of a recovery takes them away. */
async function isForwards(run: Run, { recovers, undoes, environment }: Plan): Promise<boolean> {
  if (recovers !== undefined) return true;
  if (undoes === null) return false;
  const undone = await readApprovedPlan(run.project.store, environment, undoes).catch(() => undefined);
  return undone === undefined || !(await isForwards(run, undone));
}

/** The commit that served production before the rollback; null if it is unknown. */
async function commitBefore({ project, resources }: Run, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const manifest = await findSnapshot(project.store, id, project.origin).catch(() => null);
  for (const captured of manifest?.resources ?? []) {
    const provider = resources.find((resource) => resource.id === captured.id)?.provider;
    const commit = provider === undefined ? undefined : describeState(provider, captured.state).commit;
    if (commit !== undefined) return commit;
  }
  return null;
}

/**
 * An undo brings the changes of its resources back, and the deployment of before; a recovery those that it planned. The
 * rollback itself is then nothing to finish any more.
 */
async function dischargeReturned(
  { project, approved }: Run,
  recorder: Recorder,
  done: readonly PlannedChange[],
  notReturned: ReadonlySet<string>,
): Promise<void> {
  const entries = await readEntries(project.store, approved.environment, recorder.incident);
  const resources = new Set(done.map(({ resource }) => resource));
  const switched = new Set(done.flatMap(({ stage, resource }) => (stage === 'deployment' ? [resource] : [])));
  const left = unfinishedId(approved.undoes ?? approved.recovers?.rollback ?? '');
  for (const { id, kind, resource } of openObligations(statusOf(entries))) {
    const returned =
      id === left ||
      (kind === 'changes-undone' && resource !== null && resources.has(resource) && !notReturned.has(resource)) ||
      (kind === 'production-pinned' && resource !== null && switched.has(resource));
    if (!returned) continue;
    const how = `${approved.undoes === null ? 'recovered' : 'undone'} by the plan ${approved.digest.slice(0, 12)}`;
    await recorder.add('discharged', { id, how }, `discharged:${id}:${approved.digest}`);
  }
}
