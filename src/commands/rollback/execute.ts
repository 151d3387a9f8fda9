import { applyPlan, type ChangeOutcome } from '../../engine/apply.js';
import type { Plan, PlannedChange } from '../../engine/plan.js';
import type { Manifest } from '../../engine/manifest.js';
import { inScope } from '../../engine/resources.js';
import { noteOf, stateBefore } from '../../engine/undo.js';
import { forSnapshot, sharingReads } from '../../runtime/create-context.js';
import { asRewindError } from '../../runtime/errors.js';
import { bothOf } from '../../runtime/flow.js';
import { writeOutput } from '../../runtime/files.js';
import { findSnapshot } from '../../engine/choose.js';
import { describeApproval } from '../../approval/approval-record.js';
import { underLock } from '../../cli/environment-lock.js';
import { stopUnchanged, unchanged } from '../../cli/unchanged.js';
import { tellBeside, warnOfUntold } from '../../cli/tell.js';
import { Timeline } from '../../report/timeline.js';
import { announceIndex } from '../../cli/uploads.js';
import { retentionDays, rollbackArtifact } from '../../store/artifact-names.js';
import { begin, type Begun } from './begin.js';
import { recordByHand } from './by-hand.js';
import { conclude, reread, type Concluded } from './conclude.js';
import { present } from './present.js';
import { preflight, provePayloads, sourceOf } from './preflight.js';
import { proveLift } from './prove-lift.js';
import { recheck } from './recheck.js';
import type { RollbackSession } from './flags.js';
import { recordBegin, recordWatch } from './incident.js';
import { wentLiveMeanwhile } from './meanwhile.js';
import { rehearse } from './rehearse.js';
import type { Run } from './run.js';
import { saveFailure } from './save-failure.js';
import type { RollbackWatch, Watched } from './watch.js';
import { announceUpload, backupBefore, holdBefore } from './undo-snapshot.js';

/** Changes nothing before `apply`. */
export async function execute(session: RollbackSession) {
  const timeline = new Timeline(session.context.clock);
  try {
    const begun = await timeline.step('plan and approval', () => begin(session)).catch(stopUnchanged);
    return await carryOut(session, timeline, begun);
  } catch (error) {
    await saveFailure(session, error);
    throw error;
  }
}

/** Carries an approved plan out, verifies it and reports it. Closes the journal. */
export async function carryOut(session: RollbackSession, timeline: Timeline, begun: Begun) {
  const { project, approved, journal } = begun;
  const resources = inScope([...project.resources, ...project.backups], approved.scope);
  announceUpload(session, 'rollback', rollbackArtifact(project.config.store, approved.environment, approved.digest));
  announceIndex(session, project, 'records');
  session.setOutput('retention-days', String(retentionDays(project.config)));
  const watch = watchBeside({ session, resources, ...begun });
  const teller = tellBeside(session, project);
  try {
    const { run, concluded } = await underLock(session, project, 'rollback', approved.digest, async (lock) => {
      journal.log.locked(approved.digest, lock.order);
      const own: Run = { session, resources, lock, timeline, teller, ...begun };
      return { run: own, concluded: await rollBack(own) };
    });
    // Without the lock: if production has not recovered, nobody must wait for the end of the watch.
    return await present(run, await told(run, await watched(run, concluded, await watch)));
  } catch (error) {
    // A run without a report: what was begun is ended.
    warnOfUntold(session, await teller.finish());
    throw journal.log.cameToFirstChange() ? error : unchanged(error);
  } finally {
    journal.log.close();
    void watch.then((beside) => beside?.stop());
  }
}

/**
 * Runs the configured probes from now on. Nothing waits for them, and nothing is loaded without them.
 * @returns null without probes, and for maintenance; never rejects
 */
async function watchBeside(run: Watched): Promise<RollbackWatch | null> {
  const { probes, monitor } = run.project.config;
  if (probes.length === 0 || monitor['after-rollback-minutes'] === 0) return null;
  const { mitigates } = run.approved;
  // Users get the maintenance page: each probe fails, as intended.
  if (mitigates?.lifts === false && mitigates.measure.kind === 'maintenance') return null;
  try {
    const { beginWatch } = await import('./watch.js');
    return beginWatch(run);
  } catch (error) {
    run.session.context.log.warn(`The probes could not run: ${asRewindError(error).message}`);
    return null;
  }
}

/** Adds what the probes say after the verification. */
async function watched(run: Run, concluded: Concluded, watch: RollbackWatch | null): Promise<Concluded> {
  if (watch === null) return concluded;
  const { session } = run;
  const { facts, incident } = concluded;
  const found = await watch.conclude(facts.ok ? null : 'not watched, because the changes are not complete');
  if (found.proof !== null) {
    const file = `${session.inputs.out}/recovery.json`;
    await writeOutput('out', session.path(file), `${JSON.stringify(found.proof)}\n`).catch((error: unknown) => {
      session.context.log.warn(`${file} could not be written: ${asRewindError(error).message} The outcome stands.`);
    });
  }
  return {
    facts: { ...facts, watched: found },
    incident: incident === null ? null : await recordWatch(run, incident, found),
  };
}

/** Adds what became of the messages. */
async function told({ teller, timeline }: Run, { facts, incident }: Concluded): Promise<Concluded> {
  return { facts: { ...facts, told: await timeline.step('messages', () => teller.finish()) }, incident };
}

async function rollBack(run: Run): Promise<Concluded> {
  const { session, journal, timeline, approved } = run;
  try {
    const proofs = await timeline.step('sealed values', () => provePayloads(run));
    const reading = readingOnce(run);
    const held = holdBefore(inPart(reading), comparedWith(run));
    // The record names the command that finishes this rollback; on another machine it needs the plan.
    const kept = journal.persist();
    // Both are awaited below. What recheck finds matters more than a capture or a store that fails.
    held.catch(() => undefined);
    kept.catch(() => undefined);
    const plan = await timeline.step('checks and drift', () => recheck(reading));
    await timeline.step('pre-flight', () => preflight(reading, plan, proofs));
    await kept;
    let saved: Manifest | null = null;
    if (plan.changes.length === 0) await recordByHand(run, plan);
    else [saved] = await bothOf(takeBefore(run, plan, held), recordBegin(run));
    const outcomes = await apply(run, plan, saved);
    const live = await timeline.step('verification', () => reread(run));
    return await conclude(run, plan, outcomes, live, await wentLiveMeanwhile(run));
  } catch (error) {
    if (!journal.log.cameToFirstChange()) journal.log.refused(approved.digest, asRewindError(error).code);
    throw error;
  } finally {
    // A store that fails now, also because the run was cancelled, must not take the place of the report.
    await journal.persist().catch((error: unknown) => {
      session.context.log.warn(`The journal could not be copied to the store: ${asRewindError(error).message}`);
    });
  }
}

/** The drift check, the pre-flight and the pre-rollback snapshot share their reads, because nothing is written yet. */
function readingOnce(run: Run): Run {
  const { session } = run;
  return { ...run, session: { ...session, context: sharingReads(session.context, 10_000) } };
}

/** A mitigation needs only the state of what it changes: a resource that cannot be read must not delay it. */
const inPart = (run: Run): Pick<Run, 'session' | 'project'> =>
  run.approved.mitigates === undefined
    ? run
    : { ...run, project: { ...run.project, resources: [...run.resources], backups: [] } };

/** The snapshot whose state decides what a capture before the rollback must contain; null: everything. */
const comparedWith = ({ approved, manifest }: Run): Manifest | null =>
  approved.undoes === null && approved.recovers === undefined && approved.mitigates === undefined ? manifest : null;

/** Writes the snapshot that the undo returns to, and records its id. */
async function takeBefore(run: Run, plan: Plan, held: ReturnType<typeof holdBefore>): Promise<Manifest> {
  const manifest = await run.timeline.step('pre-rollback snapshot', async () => (await held)());
  const note = noteOf(run.approved, plan, () => true);
  run.journal.log.record('before', manifest.id, note);
  await proveLift(run, manifest, note);
  return manifest;
}

/** The same with the databases, directly before they are changed. */
async function takeBackup(run: Run, plan: Plan, before: Manifest | null, changes: readonly PlannedChange[]) {
  const { session, project, journal, timeline, approved } = run;
  // The backup becomes what the undo returns to.
  await wentLiveMeanwhile(run);
  const manifest = await timeline.step('backup before database', async () =>
    backupBefore({ session, project }, changes, await firstBefore(run, before)),
  );
  if (manifest === null) return;
  journal.log.record(
    'backup',
    manifest.id,
    noteOf(approved, plan, ({ backupFirst }) => backupFirst === true),
  );
  // On another machine, an undo knows only what is in the store.
  await journal.persist();
  if (changes.some(({ database }) => database === 'up'))
    await timeline.step('rehearsal', () => rehearse(run, manifest, changes));
}

/** The snapshot before the first run of this rollback; that of this run if it cannot be read. */
async function firstBefore({ project, journal, session }: Run, own: Manifest | null): Promise<Manifest | null> {
  const id = stateBefore(journal.log.entries().filter(({ event }) => event !== 'backup'));
  if (id === null || id === own?.id) return own;
  return findSnapshot(project.store, id, project.origin).catch((error: unknown) => {
    session.context.log.warn(`Snapshot ${id} could not be read: ${asRewindError(error).message}`);
    return own;
  });
}

async function apply(run: Run, plan: Plan, before: Manifest | null): Promise<ChangeOutcome[]> {
  const { session, manifest, journal, timeline } = run;
  journal.log.record(
    'run',
    plan.digest,
    `${describeApproval(run.approval)}; run ${run.approval.url ?? 'on a command line'}`,
  );
  const outcomes = await applyPlan({
    plan,
    resources: run.resources,
    ctx: forSnapshot(session.context, manifest),
    sourceOf: (resource) => sourceOf(run, resource),
    journal: journal.log,
    beforeStage: async (_stage, changes) => {
      await bothOf(run.lock.assertHeld(), journal.persist());
      if (changes.some(({ backupFirst }) => backupFirst === true)) await takeBackup(run, plan, before, changes);
    },
    onChange: (change, from, to) => timeline.add(`${change.resource}: ${change.target}`, from, to),
  });
  journal.log.record('finish', plan.digest, outcomes.every(({ status }) => status === 'done') ? 'done' : 'incomplete');
  return outcomes;
}
