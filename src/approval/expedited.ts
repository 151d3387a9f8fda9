import type { Manifest } from '../engine/manifest.js';
import type { Plan, PlannedChange } from '../engine/plan.js';
import type { ApprovalKind } from '../engine/vocabulary.js';

/** As in rewind.yml. */
export interface ExpeditedRule {
  readonly environment: string;
  /** Minutes after the snapshot. */
  readonly minutes: number;
}

/** Which way a rollback goes to its approval, and why not the fast one. */
export interface ApprovalDecision {
  readonly approval: ApprovalKind;
  /** Why the plan may not be expedited; empty when it may. */
  readonly closed: readonly string[];
}

/**
 * A rollback may be expedited for a configured time after the snapshot that a deploy took, and only for a rollback that loses
 * nothing, can itself be undone, and leaves nothing for a person to do or to weigh.
 *
 * @param graceMinutes for the run that carries out what was planned a moment ago
 */
export function decideApproval(
  plan: Plan,
  snapshot: Pick<Manifest, 'createdAt' | 'reason'>,
  fast: ExpeditedRule | undefined,
  now: Date,
  graceMinutes = 0,
): ApprovalDecision {
  if (fast === undefined) return { approval: 'reviewed', closed: ['the configuration has no "expedited" section'] };
  const minutes = Math.floor((now.getTime() - Date.parse(snapshot.createdAt)) / 60_000);
  const closed = [
    ...(snapshot.reason === 'pre-deploy' ? [] : [`the snapshot is "${snapshot.reason}", not one before a deploy`]),
    ...(minutes <= fast.minutes + graceMinutes
      ? []
      : [`the snapshot is ${minutes} minutes old; the limit is ${fast.minutes}`]),
    ...(plan.database === 'none' ? [] : [`it changes the database (${plan.database})`]),
    ...plan.changes.flatMap(obstacles),
    ...plan.manual.map(({ target }) => `${target} has to be done by hand`),
  ];
  return { approval: closed.length === 0 ? 'expedited' : 'reviewed', closed };
}

function obstacles(change: PlannedChange): string[] {
  if ((change.dataAtRisk ?? []).length > 0 || change.confirm !== undefined) return [`${change.target} loses data`];
  if (change.undo === null) return [`${change.target} cannot be undone`];
  // Every switch of the deployment warns that later pushes wait; what else warns must be weighed by somebody.
  if (change.stage !== 'deployment' && change.warnings.length > 0)
    return [`${change.target}: ${change.warnings.join('; ')}`];
  return [];
}
