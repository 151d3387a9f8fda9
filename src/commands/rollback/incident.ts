import { describeApproval } from '../../approval/approval-record.js';
import { commandLine, completeText } from '../../cli/command-line.js';
import { openIncidentsOf, openOrNewRecorder, recorderOf } from '../../cli/incident.js';
import { approvalKeys } from '../../cli/sign-keys.js';
import type { Claim } from '../../engine/claim.js';
import { findSnapshot } from '../../engine/choose.js';
import { findLiftProof } from '../../engine/lift-proof.js';
import { nameOf } from '../../engine/mitigation.js';
import { keyOf, planKind, type Plan, type PlannedChange } from '../../engine/plan.js';
import { describeState } from '../../engine/provider.js';
import { type KeptObject } from '../../engine/capabilities.js';
import { readApprovedPlan, readableJournal } from '../../engine/rollback-files.js';
import { settleResources } from '../../engine/resources.js';
import { begunChanges, limitOf } from '../../engine/undo.js';
import type { Obligation } from '../../incident/entry.js';
import { metObligations, obligationsAfter, type RolledBack } from '../../incident/obligations.js';
import { readEntries, type Recorder } from '../../incident/record.js';
import { isUnrecorded } from '../../incident/recorded.js';
import {
  isOnlyByHand,
  leaveWords,
  openObligations,
  statusOf,
  tellsOf,
  unfinishedId,
  type IncidentStatus,
} from '../../incident/status.js';
import { meanwhileText, type Meanwhile } from '../../report/outcome.js';
import type { WatchedAreas } from '../../report/areas.js';
import { forResource } from '../../runtime/create-context.js';
import type { Aside } from './aside.js';
import { goneBeside } from './gone-beside.js';
import { followMeasures } from './measures.js';
import { rollbackCommand } from './publish-plan.js';
import { attempt, orStop } from './record-attempt.js';
import type { Run } from './run.js';

export interface Outcome {
  readonly ok: boolean;
  readonly title: string;
  readonly claim: Claim;
  /** True if this run made or tried a change. */
  readonly acted: boolean;
  /** Changes that are not done. */
  readonly left: readonly PlannedChange[];
  /** Changes that this rollback made or may have made. */
  readonly begun: readonly PlannedChange[];
  /** What the plan leaves to a person. */
  readonly manual: readonly PlannedChange[];
  readonly kept: readonly (KeptObject & { readonly resource: string })[];
  readonly aside: Aside;
  /** Id of the snapshot of the state that the checks saw; null if none was taken. */
  readonly atChecks: string | null;
  /** What went live between the checks and the switch. */
  readonly meanwhile: readonly Meanwhile[];
}

/** The message about the verification waits for the result of the watch. Also a retry between the two must not send it. */
const HELD = 'verified';

/**
 * Before the first change: what was planned and who approved it. Opens an incident if none is open.
 * @throws RewindError of a mitigation that could not be written: nobody would know that it must be lifted
 */
export async function recordBegin(run: Run): Promise<void> {
  const how = run.approved.mitigates?.lifts === false ? orStop : attempt;
  await how(run, async () => {
    const recorder = await openRecord(run);
    await writeBegin(run, recorder);
    run.teller.wake(recorder.incident, HELD);
    return null;
  });
}

async function writeBegin({ session, approved, approval, release }: Run, recorder: Recorder): Promise<void> {
  const { digest, snapshot, database, changes, createdAt } = approved;
  const entries = await recorder.entries();
  const isBegun = openObligations(statusOf(entries)).some(({ id }) => id === unfinishedId(digest));
  // Else an earlier run of this rollback was interrupted.
  if (!isBegun) {
    await recorder.add('planned', {
      digest,
      plan: planKind(approved),
      snapshot,
      database,
      changes: changes.length,
      plannedAt: createdAt,
      command: rollbackCommand(session, approved, session.inputs.plan),
      leave: commandLine(session, leaveWords(recorder.incident, digest)),
      ...(release === null ? {} : { releasedAt: release.createdAt }),
    });
  }
  const last = entries.findLast(({ kind, data }) => kind === 'planned' && data.digest === digest)?.seq ?? 0;
  const isApproved = entries.some(({ kind, data, seq }) => kind === 'approved' && data.digest === digest && seq > last);
  if (!isBegun || !isApproved)
    await recorder.add('approved', { digest, how: describeApproval(approval), by: [...approval.approvedBy] });
}

/** What became of the record of the incident. */
export interface Recorded {
  /** What it says now; null if nothing was written, or could be. */
  readonly incident: IncidentStatus | null;
  /** Why it does not say everything; null: it does, or there was nothing to say. */
  readonly unrecorded: string | null;
}

/**
 * After the verification: the outcome, and what is now to be undone or finished. A run that had nothing to do adds only to
 * a record that is open and mentions this rollback, or for an earlier run whose entries were refused.
 */
export async function recordEnd(run: Run, outcome: Outcome): Promise<Recorded> {
  const { session, project, approved } = run;
  let unrecorded: string | null = null;
  const write = async (): Promise<IncidentStatus | null> => {
    const open = await openIncidentsOf(session, project.store, approved.environment);
    const told = outcome.acted || open.some((one) => tellsOf(one, approved.digest));
    const missed = !told && (await wasMissed(run, outcome));
    const recorder = told || missed ? await openRecord(run) : null;
    if (missed && recorder !== null) await writeBegin(run, recorder);
    const undoes = await bringsBack(run);
    const pinned = undoes ? await pinnedNow(run, outcome) : new Set<string>();
    if (recorder !== null) await recordOutcome(run, outcome, recorder, { undoes, pinned });
    await dischargeMet(run, outcome, { undoes, pinned });
    if (recorder !== null) run.teller.wake(recorder.incident, HELD);
    return recorder === null
      ? null
      : statusOf(await readEntries(project.store, approved.environment, recorder.incident));
  };
  const incident = await attempt(run, write, (why) => (unrecorded = why));
  return { incident, unrecorded };
}

/** True if the record of an earlier run, which changed production, was refused. */
async function wasMissed({ project, approved, journal }: Run, { begun }: Outcome): Promise<boolean> {
  const earlier = journal.log.previous.findLast(({ event }) => event === 'run');
  if (earlier === undefined || begun.length === 0) return false;
  return isUnrecorded(project.store, approved.environment, { digest: approved.digest, at: earlier.at });
}

/** After the watch: what the probes say of each area. @returns what the record says then */
export async function recordWatch(
  run: Run,
  incident: IncidentStatus,
  { minutes, areas }: Pick<WatchedAreas, 'minutes' | 'areas'>,
): Promise<IncidentStatus> {
  const { session, project, approved } = run;
  const told = await attempt(run, async () => {
    const recorder = recorderOf(session, project, incident.id);
    const now = statusOf(await recorder.entries());
    // A person closed it while production was watched.
    if (now.closed !== null) return now;
    const stated = areas.map(({ area, state, probes }) => ({ area, state, probes: [...probes] }));
    await recorder.add('observed', { digest: approved.digest, minutes, areas: stated });
    return statusOf(await recorder.entries());
  });
  return told ?? incident;
}

interface After {
  /** True if the plan brought back what a rollback undid. */
  readonly undoes: boolean;
  /** Ids of resources that it switched and whose production is pinned all the same. */
  readonly pinned: ReadonlySet<string>;
}

/** An undo may return to a deployment by an instant rollback, or to a state that an earlier rollback pinned. */
async function pinnedNow({ session, resources }: Run, { begun }: Outcome): Promise<Set<string>> {
  const switched = new Set(begun.flatMap(({ stage, resource }) => (stage === 'deployment' ? [resource] : [])));
  const read = await settleResources(
    resources.filter(({ id }) => switched.has(id)),
    async ({ id, provider, config }) => provider.capabilities?.hold?.read(config, forResource(session.context, id)),
  );
  return new Set(read.flatMap(({ resource, value }) => (value?.pinned === 'held' ? [resource.id] : [])));
}

async function recordOutcome(run: Run, outcome: Outcome, recorder: Recorder, after: After): Promise<void> {
  const { approved, journal, resources, session } = run;
  const { ok, title, claim, acted, left, begun, manual, kept, aside, atChecks, meanwhile } = outcome;
  const { digest, snapshot } = approved;
  const open = new Set(left.map(keyOf));
  const done = begun.filter((change) => !open.has(keyOf(change)));
  const obligations = obligationsAfter({
    incident: recorder.incident,
    digest,
    done,
    manual,
    snapshot,
    replays: new Set(
      run.project.resources.flatMap(({ id, provider }) => (provider.capabilities?.replay === undefined ? [] : [id])),
    ),
    holds: new Set(resources.flatMap(({ id, provider }) => (provider.capabilities?.hold === undefined ? [] : [id]))),
    // One that went live meanwhile was not judged.
    commits: await commitsTakenBack(run, atChecks),
    meanwhile: new Map(meanwhile.map((one) => [one.resource, meanwhileText(one)])),
    kept,
    aside,
    ...after,
    recovers: approved.recovers?.rollback ?? null,
    mitigation: await mitigationOf(run),
    command: (words) => commandLine(session, words),
  });
  // First: a run that is killed after the next line must not leave something temporary without a word.
  for (const one of obligations) {
    // The texts of providers, e.g. of what a person does by hand.
    const obligation = { ...one, discharge: completeText(session, one.discharge) };
    if (await isNews(run, recorder, obligation)) await recorder.add('obligation', obligation);
  }
  const entries = await recorder.entries();
  const unfinished = openObligations(statusOf(entries)).some(({ id }) => id === unfinishedId(digest));
  if (approved.mitigates !== undefined) {
    const kind = approved.mitigates.lifts ? 'lifted' : 'mitigated';
    if (acted || unfinished) await recorder.add(kind, { digest, ok, title });
    return;
  }
  if (acted || unfinished) {
    const runs = journal.log.entries().filter(({ event }) => event === 'run');
    const startedAt = runs[0]?.at ?? approved.createdAt;
    const result = { digest, ok, failed: [...open], snapshot, title, done: done.map(keyOf), startedAt };
    if (approved.recovers === undefined) {
      const byHand = manual.map(keyOf);
      const rolledBack = { ...result, undoes: approved.undoes, runs: runs.length, manual: byHand };
      await recorder.add('rolled-back', rolledBack);
      if (isOnlyByHand(rolledBack)) return;
    } else await recorder.add('recovered', { ...result, deployments: approved.recovers.deployments });
  } else {
    const last = entries.findLast(({ kind }) => ['rolled-back', 'recovered', 'verified'].includes(kind));
    if (last === undefined || last.kind === 'verified') return;
    if (last.kind === 'rolled-back' && isOnlyByHand(last.data) && manual.length > 0) return;
  }
  await recorder.add('verified', { digest, ok, statement: claim.sentence });
}

async function mitigationOf({ approved, project, journal, session }: Run): Promise<RolledBack['mitigation']> {
  const { mitigates, createdAt } = approved;
  if (mitigates?.lifts !== false) return null;
  const until = limitOf(mitigates, journal.log.entries(), createdAt);
  const proof = await findLiftProof(project.store, approved, approvalKeys(project), session.context.clock.now());
  return { of: mitigates, until, proven: typeof proof !== 'string' };
}

/** An obligation that is open with this content, or that was discharged after the last change of its resource, is not. */
async function isNews({ approved, journal }: Run, recorder: Recorder, obligation: Obligation): Promise<boolean> {
  const known = statusOf(await recorder.entries()).obligations.find(({ id }) => id === obligation.id);
  if (known === undefined) return true;
  const { discharged } = known;
  if (discharged === null) {
    // A record of an earlier version does not say where the object lies.
    const tellsMore = known.where === undefined && obligation.where !== undefined;
    return tellsMore || known.what !== obligation.what || known.discharge !== obligation.discharge;
  }
  const later = journal.log.entries().filter(({ at }) => at > discharged.at);
  return begunChanges(approved, later).some(({ resource }) => resource === obligation.resource);
}

/** What an undo brought back, and what does not lie beside production any more; in every open incident. */
async function dischargeMet(run: Run, outcome: Outcome, { undoes, pinned }: After): Promise<void> {
  const { session, project, approved } = run;
  const { ok, begun, left, manual } = outcome;
  const notDone = new Set([...left, ...manual].map(({ resource }) => resource));
  const undone = new Set(begun.flatMap(({ resource }) => (notDone.has(resource) ? [] : [resource])));
  const of = approved.undoes ?? approved.recovers?.rollback ?? null;
  const word = approved.undoes === null ? 'recovered' : 'undone';
  const undo =
    // The lift of a mitigation brings back what that one changed, and nothing that others left.
    ok && undoes && of !== null && approved.mitigates === undefined
      ? ({ digest: approved.digest, of, began: await beginOf(run, of), word } as const)
      : null;
  // What another mitigation holds is still to be lifted.
  const whole = (approved.mitigates?.holds ?? []).length === 0;
  const undid = ok && whole && approved.undoes !== null ? { digest: approved.digest, of: approved.undoes } : null;
  for (const status of await openIncidentsOf(session, project.store, approved.environment)) {
    const recorder = recorderOf(session, project, status.id);
    const open = openObligations(status);
    const met = [...metObligations(open, { undo, undid, undone, pinned }), ...(await goneBeside(run, open))];
    for (const one of met) await recorder.add('discharged', one);
    await followMeasures(run, begun, recorder, status, new Set(met.map(({ id }) => id)));
  }
}

/** When a rollback began; null if the store does not tell. */
async function beginOf({ project, approved }: Run, digest: string): Promise<string | null> {
  const entries = await readableJournal(project.store, approved.environment, digest);
  return entries.find(({ event }) => event === 'run')?.at ?? null;
}

/** True for a recovery and for the undo of a rollback. The undo of an undo is the rollback once more. */
async function bringsBack({ project, approved }: Run): Promise<boolean> {
  let plan: Plan | undefined = approved;
  let undo = false;
  while (plan !== undefined && plan.undoes !== null) {
    undo = !undo;
    plan = await readApprovedPlan(project.store, approved.environment, plan.undoes);
  }
  return plan?.recovers === undefined ? undo : !undo;
}

function openRecord({ session, project, approved }: Run): Promise<Recorder> {
  const { mitigates, snapshot } = approved;
  const what = mitigates === undefined ? `Rollback to snapshot ${snapshot}` : `Mitigation ${nameOf(mitigates)}`;
  const title = session.inputs.reason ?? what;
  return openOrNewRecorder(
    session,
    project,
    title,
    [approved.digest, approved.undoes, approved.recovers?.rollback ?? null].filter((digest) => digest !== null),
  );
}

/** The commits that served production before the rollback, and that it took out of production. None if they are unknown. */
async function commitsTakenBack({ project, resources, manifest }: Run, id: string | null): Promise<string[]> {
  if (id === null) return [];
  const before = await findSnapshot(project.store, id, project.origin).catch(() => null);
  for (const captured of before?.resources ?? []) {
    const provider = resources.find((resource) => resource.id === captured.id)?.provider;
    if (provider === undefined) continue;
    const { commit, arriving } = describeState(provider, captured.state);
    if (commit === undefined) continue;
    const target = manifest.resources.find((saved) => saved.id === captured.id);
    // Another build of the same commit, or the end of a rolling release: the commit serves production as before.
    const serves = target === undefined ? undefined : describeState(provider, target.state).commit;
    return [commit, arriving].flatMap((one) => (one === undefined || one === serves ? [] : [one]));
  }
  return [];
}
