import { readApprovedPlan, readJournal, mergeJournals } from '../../engine/rollback-files.js';
import type { PlannedChange } from '../../engine/plan.js';
import type { Obligation } from '../../incident/entry.js';
import { isMitigation } from '../../incident/obligations.js';
import type { Recorder } from '../../incident/record.js';
import type { IncidentStatus, ObligationStatus } from '../../incident/status.js';
import { whyOf } from '../../runtime/errors.js';
import { measureReading, type Reading } from '../mitigate/reading.js';
import type { PastRollback } from '../undo/past-rollbacks.js';
import { readLocalJournal } from './approved-plan.js';
import type { Run } from './run.js';

/** How an obligation was discharged whose measure a plan ended. */
const overtakenBy = (digest: string): string => `overtaken by the plan ${digest.slice(0, 12)}`;

/**
 * Reads whether the mitigations of other plans are in effect in what this run changed, and writes it down. A rollback or a
 * recovery may end a measure; the undo of that one may bring it back.
 * @param begun what this run changed or may have changed
 * @param met ids of obligations that were discharged already
 */
export async function followMeasures(
  run: Run,
  begun: readonly PlannedChange[],
  recorder: Recorder,
  { obligations }: IncidentStatus,
  met: ReadonlySet<string>,
): Promise<void> {
  const { digest, undoes } = run.approved;
  const changed = new Set(begun.map(({ resource }) => resource));
  // A cancelled run has seconds left, and its requests no longer go out.
  if (run.session.context.signal.aborted || changed.size === 0) return;
  for (const obligation of obligations) {
    const { id, kind, resource, rollback, discharged } = obligation;
    const isOpen = discharged === null;
    if (isOpen ? met.has(id) : undoes === null || !discharged.how.startsWith(overtakenBy(undoes))) continue;
    if (!(isMitigation(kind) || kind === 'unfinished-rollback') || rollback === digest) continue;
    if (rollback === undoes || (resource !== null && !changed.has(resource))) continue;
    const { state, why } = await readMeasure(run, rollback, resource, changed);
    if (isOpen && state === 'met') await recorder.add('discharged', { id, how: `${overtakenBy(digest)}: ${why}` });
    if (!isOpen && state === 'holds') await recorder.add('obligation', stated(obligation));
  }
}

/** As the record holds it. */
function stated({ id, kind, what, resource, items, rollback, discharge, until }: ObligationStatus): Obligation {
  return { id, kind, what, resource, items, rollback, discharge, ...(until === undefined ? {} : { until }) };
}

async function readMeasure(
  run: Run,
  digest: string,
  resource: string | null,
  changed: ReadonlySet<string>,
): Promise<Reading> {
  const { project, session } = run;
  const { context: ctx } = session;
  const unknown = { state: 'unknown', why: '' } as const;
  try {
    const past = await readMitigation(run, digest);
    if (past === null || !past.plan.changes.some((change) => changed.has(change.resource))) return unknown;
    return await measureReading({ project, ctx }, past, resource);
  } catch (error) {
    ctx.log.warn(`Whether the mitigation ${digest.slice(0, 12)} is still in effect is unknown: ${whyOf(error)}.`);
    return unknown;
  }
}

/** @returns null if it is not a mitigation, or the store does not hold it */
async function readMitigation(
  { session, project: { store }, approved: { environment } }: Run,
  digest: string,
): Promise<Pick<PastRollback, 'plan' | 'entries'> | null> {
  const plan = await readApprovedPlan(store, environment, digest);
  if (plan?.mitigates?.lifts !== false) return null;
  const [stored, local] = await Promise.all([
    readJournal(store, environment, digest),
    readLocalJournal(session, digest),
  ]);
  return { plan, entries: mergeJournals(stored, local) };
}
