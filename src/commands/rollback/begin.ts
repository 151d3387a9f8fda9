import { assertEnvironment, approvalOf } from '../../approval/gate.js';
import { releaseOfPlan } from '../../cli/release.js';
import type { Project } from '../../cli/session.js';
import { findSnapshot } from '../../engine/choose.js';
import { assertConfirmed } from '../../engine/confirmation.js';
import type { Journal } from '../../engine/journal.js';
import type { Plan } from '../../engine/plan.js';
import { trustOf } from '../../engine/trust.js';
import { RewindError } from '../../runtime/errors.js';
import { programId } from '../../runtime/program.js';
import { approvedPlan, openJournal } from './approved-plan.js';
import type { RollbackSession } from './flags.js';
import type { Run } from './run.js';
import { plural } from '../../runtime/text.js';

/** What a run needs besides its lock. */
export type Begun = Pick<Run, 'project' | 'approved' | 'manifest' | 'release' | 'trust' | 'approval' | 'journal'>;

/** Finds the approved plan and its snapshot, and who approved it. */
export async function begin(session: RollbackSession): Promise<Begun> {
  const program = programId();
  program.catch(() => undefined);
  const project = await session.open();
  assertEnvironment(session, project);
  const approved = await approvedPlan(session, project);
  // Checks the whole approved plan, not the changes that are left: the command that finishes an interrupted rollback
  // then needs the same --confirm-data-loss.
  assertConfirmed(approved, session.inputs.confirmDataLoss);
  const found = findTrusted(session, project, approved);
  // Awaited below. A rejection before that must not end the program: the reason would be a stack trace.
  found.catch(() => undefined);
  const journal = await openJournal(session, project, approved);
  try {
    if (session.run !== null) journal.log.opened(session.run.url, session.run.attempt);
    assertFresh(session, project, approved, journal.log, await program);
    const begun = journal.log.wasBegunBy(session.run?.url ?? '');
    const [{ manifest, trust }, approval, release] = await Promise.all([
      found,
      approvalOf(session, project, approved, begun, found),
      releaseOfPlan(project, approved),
    ]);
    return { project, approved, manifest, release, trust, approval, journal };
  } catch (error) {
    journal.log.close();
    await found.catch(() => undefined);
    throw error;
  }
}

/** How far the clock of the machine that made the plan may be ahead: 5 minutes. */
const CLOCK_SKEW_HOURS = 5 / 60;

/**
 * A plan is for the production of its day and for the program that made it. A rollback that already began goes on.
 * @throws RewindError plan-expired, plan-mismatch
 */
function assertFresh(
  session: RollbackSession,
  { config }: Project,
  approved: Plan,
  journal: Journal,
  program: string,
): void {
  if (journal.wasBegun()) return;
  const hours = (session.context.clock.now().getTime() - Date.parse(approved.createdAt)) / 3_600_000;
  // The digest does not cover this time. A plan with a time far in the future would stay valid until then.
  if (hours < -CLOCK_SKEW_HOURS) {
    throw new RewindError('plan-expired', `The plan has a time in the future: ${approved.createdAt}.`, {
      remedy: 'Check the clocks of the machines that plan and roll back. Make a new plan, and get it approved.',
    });
  }
  if (hours > config['plan-hours']) {
    throw new RewindError('plan-expired', `The plan was made ${plural(Math.floor(hours), 'hour')} ago.`);
  }
  if (approved.program !== program) {
    throw new RewindError(
      'plan-mismatch',
      `Rewind ${approved.program} made the plan; this is Rewind ${program}. Nothing was changed.`,
      { remedy: 'Use the same version in both jobs: pin the action to a commit. Then run the workflow again.' },
    );
  }
}

/** The snapshot of an approved plan, and who signed it. */
export async function findTrusted(
  { context: ctx }: RollbackSession,
  { store, origin, signKeys }: Project,
  { snapshot, undoes, recovers }: Pick<Plan, 'snapshot' | 'undoes' | 'recovers'>,
) {
  const manifest = await findSnapshot(store, snapshot, origin);
  const now = undoes === null && recovers === undefined ? ctx.clock.now() : null;
  return { manifest, trust: await trustOf(store, manifest, signKeys, now) };
}
