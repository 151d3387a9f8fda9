import type { ChangeOutcome } from '../../engine/apply.js';
import { claimOfProject } from '../../cli/project-claim.js';
import { compareWithLive } from '../../engine/live-plan.js';
import { untouchedOf, writtenSinceRestore } from '../../engine/drift.js';
import { LEFT } from '../../engine/journal.js';
import { keyOf, withoutChanges, type Plan, type PlannedChange } from '../../engine/plan.js';
import { begunChanges, stateAtChecks, stateBefore } from '../../engine/undo.js';
import { commandLine, undoCommand } from '../../cli/command-line.js';
import type { IncidentStatus } from '../../incident/status.js';
import { titleOf, type Meanwhile, type Reread, type RollbackFacts } from '../../report/outcome.js';
import type { ErrorCode } from '../../runtime/error-codes.js';
import { asRewindError } from '../../runtime/errors.js';
import { readAside, type Aside } from './aside.js';
import { recordEnd } from './incident.js';
import type { Run } from './run.js';

/** The last change has just read what it proved. */
const RECENT_MS = 1_000;

/** Law 2: after the rollback, a new plan must be empty. A resource that cannot be read now is reported, not hidden. */
export async function reread(run: Run): Promise<Reread> {
  const { session, project, approved, manifest, release, resources } = run;
  const { context: ctx } = session;
  // A cancelled run has seconds left, and its requests no longer go out.
  if (ctx.signal.aborted) return { notRead: 'production was not read again, because the run was cancelled' };
  try {
    const { database, scope, undoes, recovers, mitigates, includeLater, stays } = approved;
    const choice = {
      database,
      scope,
      undoes,
      recovers,
      mitigates,
      release,
      includeLater,
      stays,
      approved,
      recentMs: RECENT_MS,
    };
    return await compareWithLive({ ...project, resources, ctx, manifest, ...choice });
  } catch (error) {
    return { notRead: `production could not be read again: ${asRewindError(error).message}` };
  }
}

/** What stands after the verification, before the watch. */
export interface Concluded {
  readonly facts: RollbackFacts;
  /** What the record of the incident says; null if nothing was written to it. */
  readonly incident: IncidentStatus | null;
}

/** Writes the outcome into the record of the incident. A run that is killed later leaves nothing without a word. */
export async function conclude(
  run: Run,
  plan: Plan,
  outcomes: readonly ChangeOutcome[],
  reread: Reread,
  meanwhile: readonly Meanwhile[],
): Promise<Concluded> {
  const { session, project, manifest, approved, timeline, approval } = run;
  const { database, scope, recovers, mitigates } = approved;
  const entries = run.journal.log.entries();
  const begun = begunChanges(approved, entries);
  // What the application wrote after the restore is not a difference that this rollback left.
  const written = 'notRead' in reread ? [] : writtenSinceRestore(approved, reread.plan);
  const live = 'notRead' in reread ? reread : { ...reread, plan: withoutChanges(reread.plan, written) };
  for (const key of refusedIn(approved, outcomes, live)) run.journal.log.record('fail', key, LEFT);
  const done = outcomes.every(({ status }) => status === 'done');
  const read = !('notRead' in live) && live.failures.length === 0;
  const aside = await asideOf(run);
  const facts: RollbackFacts = {
    ok: done && read && live.plan.changes.length === 0,
    cancelled: session.context.signal.aborted,
    manifest,
    approved,
    outcomes,
    earlier: begunEarlier(run, outcomes),
    live,
    claim: claimOfProject(project, manifest, { database, scope, live, recovers, mitigates }),
    manual: 'notRead' in live ? plan.manual : live.plan.manual,
    written: written.flatMap(({ since }) => since?.written ?? []),
    undo: begun.length === 0 ? null : undoCommand(session, approved.digest),
    command: (words) => commandLine(session, words),
    before: begun.length === 0 ? null : stateBefore(entries),
    kept: keptBy(aside, begun, manifest.id),
    meanwhile,
    timeline,
    tookMs: timeline.totalMs(),
    watched: null,
    told: null,
    unrecorded: null,
    reason: session.inputs.reason,
    approval,
  };
  const { incident, unrecorded } = await recordEnd(run, {
    ...facts,
    title: titleOf(facts),
    atChecks: stateAtChecks(entries),
    left: outcomes.flatMap(({ change, status }) => (status === 'done' ? [] : [change])),
    acted: outcomes.length > 0,
    begun,
    aside,
    manual: [...facts.manual, ...leftInRecovery(approved, live)],
  });
  return { facts: { ...facts, unrecorded }, incident };
}

const REFUSALS: readonly ErrorCode[] = [
  'api-unauthorized',
  'api-forbidden',
  'api-not-found',
  'api-conflict',
  'api-rejected',
  'api-rate-limited',
  'credential-missing',
];

/**
 * Keys of the changes that a service refused, and of which production still holds what was approved. They are no interrupted
 * work: the approval does not cover what somebody makes of them until the next run.
 */
function refusedIn(approved: Plan, outcomes: readonly ChangeOutcome[], live: Reread): string[] {
  if ('notRead' in live) return [];
  const untouched = new Set(untouchedOf(approved, live.plan).map(keyOf));
  const touched = new Set(live.plan.changes.map(keyOf).filter((key) => !untouched.has(key)));
  return outcomes.flatMap(({ change, error }) => {
    if (error === undefined || !(error.unwritten || REFUSALS.includes(error.code))) return [];
    const { resource, stage, sideEffects = [] } = change;
    const isOurs = sideEffects.some((id) => touched.has(keyOf({ resource, id })));
    // A deployment or a database may be half-way, and still look as before.
    const isOne = stage === 'configuration' || stage === 'services';
    return isOne && !isOurs && untouched.has(keyOf(change)) ? [keyOf(change)] : [];
  });
}

/** What earlier runs of this plan began, and what is no longer a difference. */
function begunEarlier({ approved, journal }: Run, outcomes: readonly ChangeOutcome[]): PlannedChange[] {
  const now = new Set(outcomes.map(({ change }) => keyOf(change)));
  return begunChanges(approved, journal.log.previous).filter((change) => !now.has(keyOf(change)));
}

/** Also of what is out of scope: its credential may be missing, and nobody asked for it. */
async function asideOf({ session, project, resources }: Run): Promise<Aside> {
  const { context: ctx } = session;
  // The requests of a cancelled run no longer go out.
  if (ctx.signal.aborted) return new Map();
  return readAside([...project.resources, ...project.backups], ctx, (id, why) => {
    if (!resources.some((resource) => resource.id === id)) return;
    ctx.log.warn(`"${id}": what rollbacks put aside could not be read: ${why}`);
  });
}

type Kept = RollbackFacts['kept'][number];

/** What the changes of this rollback put aside. */
function keptBy(aside: Aside, begun: readonly PlannedChange[], snapshot: string): Kept[] {
  const changed = [...aside].filter(([id]) => begun.some(({ resource }) => resource === id));
  return changed.flatMap(([resource, objects]) =>
    objects.flatMap((object) => {
      if (object.kind !== 'kept' || object.snapshot !== snapshot) return [];
      const { what, since, name, drop, where, replication } = object;
      const more = {
        ...(name === undefined ? {} : { name }),
        ...(where === undefined ? {} : { where }),
        ...(replication === undefined ? {} : { replication }),
      };
      return [{ resource, what, since, drop, ...more }];
    }),
  );
}

/** What a recovery leaves besides what is for a person; what came after the rollback is not part of what it undid. */
function leftInRecovery({ recovers }: Plan, live: Reread): PlannedChange[] {
  if (recovers === undefined || 'notRead' in live) return [];
  return live.plan.notSelected.filter(({ database }) => database !== 'down');
}
