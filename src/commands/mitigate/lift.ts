import { commandLine } from '../../cli/command-line.js';
import { approvalKeys } from '../../cli/sign-keys.js';
import type { Project } from '../../cli/session.js';
import { configurationDigest, findLiftProof, type LiftProof } from '../../engine/lift-proof.js';
import type { Plan } from '../../engine/plan.js';
import { assertManifest } from '../../engine/snapshot-files.js';
import { objectKeyOf } from '../../engine/three-way.js';
import { begunChanges, stateBefore } from '../../engine/undo.js';
import { isMitigation } from '../../incident/obligations.js';
import { openIncidents } from '../../incident/record.js';
import { openObligations } from '../../incident/status.js';
import { Timeline } from '../../report/timeline.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { operatorOf } from '../../runtime/operator.js';
import { openJournal } from '../rollback/approved-plan.js';
import type { RollbackSession } from '../rollback/flags.js';
import { findTrusted } from '../rollback/begin.js';
import { carryOut } from '../rollback/execute.js';
import { undoPlan } from '../undo/undo-plan.js';
import { pastRollbacks, type PastRollback } from '../undo/past-rollbacks.js';
import { endOvertaken, endUnfinishedLifts, NOT_IN_EFFECT, recordFailure } from './lift-record.js';
import { openMitigations, type Begun, type OpenMitigation } from './open.js';
import { heldBy, NOT_READ, sharedIn } from './reading.js';

/** What became of one mitigation. */
export interface Lifted {
  /** Null for a record of an incident that could not be read. */
  readonly digest: string | null;
  readonly name: string;
  /**
   * `gone`: it was not in effect any more. `waiting`: its time limit is not over, another mitigation holds it, or the next
   * run lifts it.
   */
  readonly state: 'lifted' | 'gone' | 'failed' | 'waiting';
  /** A sentence. */
  readonly text: string;
}

/** What happened to one mitigation in this run. */
type Outcome = Pick<Lifted, 'state' | 'text'> & {
  /** True if this run changed something, or tried to. */
  readonly acted: boolean;
};

/** Lifts the mitigations whose time limit is over, the newest first. One that fails hides no other. */
export async function liftExpired(session: RollbackSession, project: Project): Promise<Lifted[]> {
  const { context } = session;
  const past = await pastRollbacks(session, project);
  const { open, unreadable } = await openOrUnreadable(session, project, past);
  const now = context.clock.now().toISOString();
  // One whose time is over holds no other one: they would wait for each other.
  const holding = open.filter(({ until }) => until > now);
  // Artifacts are uploaded by the next step of the job, which knows one rollback.
  const onlyOne = project.config.store.kind === 'artifact';
  const done = await inTurn(open, now, onlyOne, async (one) => {
    context.log.info(`Lifting the mitigation ${one.name} (${one.digest.slice(0, 12)}) …`);
    try {
      return await lift(session, project, one, holding, past);
    } catch (error) {
      const { code, message, remedy } = asRewindError(error);
      // A rollback that runs now is not a reason to notify anybody.
      if (code !== 'environment-locked' && code !== 'cancelled') {
        await recordFailure(session, project, one.digest, `The mitigation ${one.name} was not lifted: ${message}`);
      }
      return { state: 'failed', text: `${message} ${remedy}`, acted: false };
    }
  });
  return [...unreadable, ...done];
}

/**
 * Lifts in turn those whose time limit is over.
 * @param onlyOne true: after one that changed something, the others wait for the next run
 */
export async function inTurn<T extends Pick<OpenMitigation, 'digest' | 'name' | 'until'>>(
  open: readonly T[],
  now: string,
  onlyOne: boolean,
  liftOne: (one: T) => Promise<Outcome>,
): Promise<Lifted[]> {
  const done: Lifted[] = [];
  let changed = false;
  for (const one of open) {
    const { digest, name, until } = one;
    let outcome: Outcome;
    if (until > now) outcome = { state: 'waiting', text: `Its time limit is ${until}.`, acted: false };
    else if (onlyOne && changed) {
      outcome = { state: 'waiting', text: 'Its time is over; the next run lifts it.', acted: false };
    } else outcome = await liftOne(one);
    const { acted, ...rest } = outcome;
    changed ||= acted;
    done.push({ digest, name, ...rest });
  }
  return done;
}

/** The open mitigations, the newest first, and those that nobody can lift. */
async function openOrUnreadable(
  session: RollbackSession,
  { store, config }: Project,
  past: readonly PastRollback[],
): Promise<{ readonly open: readonly OpenMitigation[]; readonly unreadable: readonly Lifted[] }> {
  const unreadable: Lifted[] = [];
  const incidents = await openIncidents(store, config.environment, ({ message, remedy }) =>
    unreadable.push({ digest: null, name: 'an incident', state: 'failed', text: `${message} ${remedy}` }),
  );
  const open = openMitigations(incidents, past);
  for (const { kind, rollback, id } of incidents.flatMap(openObligations)) {
    if (!isMitigation(kind) || open.some(({ digest }) => digest === rollback)) continue;
    const undo = commandLine(session, ['undo', rollback.slice(0, 12)]);
    const text = `The store has no plan of it with a journal that this version of Rewind can read. The obligation ${id} stays open. Read the plan of ${undo} with the version that applied it, or set it back by hand and discharge the obligation with a reason.`;
    unreadable.push({ digest: rollback, name: 'a mitigation', state: 'failed', text });
  }
  return { open, unreadable };
}

async function lift(
  session: RollbackSession,
  project: Project,
  { found, digest, isStated }: OpenMitigation,
  others: readonly OpenMitigation[],
  past: readonly PastRollback[],
): Promise<Outcome> {
  const { run, context } = session;
  // Its run may be just before its first change.
  if (begunChanges(found.plan, found.entries).length === 0 && !isStated) {
    return { state: 'waiting', text: 'It was approved, and its journal has no change that was begun.', acted: false };
  }
  const stated = await findLiftProof(project.store, found.plan, approvalKeys(project), context.clock.now());
  if (typeof stated !== 'string') assertSameResources(session, project, found, stated);
  const held = await heldBy({ project, ctx: context }, found, null);
  if (typeof held === 'string') throw notCompared(held);
  const inEffect = new Set(
    held.flatMap(({ resource, changes }) => changes.map(({ id }) => objectKeyOf(resource.id, id))),
  );
  await endOvertaken(session, project, digest, held);
  if (inEffect.size === 0) return { state: 'gone', text: `${NOT_IN_EFFECT}.`, acted: false };
  const proof = proven(session, found, stated);
  const now = context.clock.now().toISOString();
  if (proof.until > now) return { state: 'waiting', text: `Its time limit is ${proof.until}.`, acted: false };
  const needing = others.flatMap((other) => {
    const { mitigates, plan } = other.found;
    const keys = sharedIn(held, { mitigates, ids: plan.scope ?? [] }).map(({ key }) => key);
    return keys.length === 0 ? [] : [{ ...other, keys }];
  });
  const holds = new Set(needing.flatMap(({ keys }) => keys));
  const by = needing.map(({ name, digest: id, until }) => `${name} (${id.slice(0, 12)}, until ${until})`).join(', ');
  if (holds.size === inEffect.size) {
    return { state: 'waiting', text: `Another mitigation needs what it changed: ${by}.`, acted: false };
  }
  const all = new Set(found.plan.changes.map(({ resource, id }) => objectKeyOf(resource, id)));
  const leaves = [...all].filter((key) => !inEffect.has(key));
  const { plan } = await undoPlan(project, found, context, {
    ...(leaves.length === 0 ? {} : { leaves }),
    ...(holds.size === 0 ? {} : { holds: [...holds] }),
  });
  assertProven(session, plan, proof);
  const { manifest, trust } = await findTrusted(session, project, plan);
  await assertManifest(project.store, manifest, proof.before.digest);
  const approval = {
    requestedBy: run?.triggeredBy ?? operatorOf(context.env),
    kind: 'covered' as const,
    approvedBy: [],
    skipped: `a review of its own: the approval of the mitigation ${digest.slice(0, 12)} covers its lift`,
    url: run?.url ?? null,
    attempt: run?.attempt ?? null,
  };
  const journal = await openJournal(session, project, plan);
  const begun = { project, approved: plan, manifest, release: null, trust, approval, journal };
  const { exit, json } = await carryOut(session, new Timeline(context.clock), begun);
  if (exit !== 0 && json.verdict !== 'not-recovered') return { state: 'failed', text: json.title, acted: true };
  const lifts = past.flatMap(({ plan: other }) =>
    other.undoes === digest && other.mitigates?.lifts === true ? [other.digest] : [],
  );
  await endUnfinishedLifts(session, project, new Set(lifts), plan.digest);
  if (holds.size === 0) return { state: 'lifted', text: json.title, acted: true };
  const kept = `The rest waits, because another mitigation needs it: ${by}.`;
  return { state: 'waiting', text: `${json.title} ${kept}`, acted: true };
}

/** What is read of another project or account says nothing of the mitigation. @throws RewindError mitigation-unproven */
function assertSameResources(
  session: RollbackSession,
  { resources }: Project,
  { plan }: Begun,
  stated: LiftProof,
): void {
  if (stated.resources === configurationDigest(plan, resources)) return;
  throw unproven(session, plan.digest, 'The configuration of its resources was changed since it began');
}

/**
 * What the approved job signed of the mitigation.
 * @param stated what the store has of it
 * @throws RewindError mitigation-unproven
 */
function proven(session: RollbackSession, { plan, entries }: Begun, stated: LiftProof | string): LiftProof {
  if (typeof stated === 'string') {
    throw unproven(session, plan.digest, `It is not proven that it was approved: ${stated}`);
  }
  if (stated.before.id === stateBefore(entries)) return stated;
  const why = `The signed statement names the snapshot ${stated.before.id}, its journal ${stateBefore(entries) ?? 'none'}`;
  throw unproven(session, plan.digest, why);
}

const notCompared = (why: string): RewindError =>
  new RewindError('mitigation-unproven', `What is in effect was not compared: ${why}. Nothing was changed.`, {
    remedy: `${why === NOT_READ ? 'Bring the resource back into the configuration as it was' : 'Correct this, and run it again'}. Or set it back by hand, and discharge the obligation with a reason.`,
  });

const unproven = (session: RollbackSession, digest: string, why: string): RewindError =>
  new RewindError('mitigation-unproven', `${why}. Nothing was changed, and its obligation stays open.`, {
    remedy: `Read the plan of ${commandLine(session, ['undo', digest.slice(0, 12)])}, and get it approved.`,
  });

/**
 * A lift without a person does nothing but return to the proven state.
 * @throws RewindError mitigation-overtaken, mitigation-unproven
 */
function assertProven(session: RollbackSession, plan: Plan, proof: LiftProof): void {
  const { changes, manual, undoes, snapshot, snapshotDigest } = plan;
  const overtaken = changes.filter(({ origin }) => origin !== 'deploy');
  if (overtaken.length + manual.length > 0) {
    const names = [...overtaken, ...manual].map(({ target }) => target).join(', ');
    const why = overtaken.length === 0 ? 'needs a person' : 'was changed by somebody since the mitigation';
    throw new RewindError('mitigation-overtaken', `${names} ${why}. Nothing was changed.`, {
      remedy: `Read the plan of ${commandLine(session, ['undo', (undoes ?? '').slice(0, 12)])}, and get it approved.`,
    });
  }
  if (snapshot !== proof.before.id || snapshotDigest !== proof.before.digest) {
    throw unproven(session, undoes ?? '', `Snapshot ${snapshot} is not the one that was signed`);
  }
  // It is in effect, so something must be to do.
  if (changes.length === 0)
    throw unproven(session, undoes ?? '', 'The way back is not known: its journal is not whole');
}
