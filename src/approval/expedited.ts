import type { Manifest } from '../engine/manifest.js';
import type { Plan, PlannedChange } from '../engine/plan.js';
import type { Trust } from '../engine/trust.js';
import type { ApprovalKind } from '../engine/vocabulary.js';
import { plural } from '../runtime/text.js';

/** As in rewind.yml. */
export interface ExpeditedRule {
  readonly environment: string;
  /** Minutes after the snapshot in which a rollback may be expedited. */
  readonly minutes: number;
}

/** The approval that a rollback needs, and the reasons. */
export interface ApprovalDecision {
  readonly approval: ApprovalKind;
  /** Why the plan may not be expedited; empty if it may. */
  readonly closed: readonly string[];
}

/**
 * A rollback may be expedited for a configured time after the signed snapshot of a deploy, if it loses no data, can itself be
 * undone, and needs no decision or manual step.
 *
 * @param graceMinutes extra minutes for the run that executes a plan made in time
 */
export function decideApproval(
  plan: Plan,
  snapshot: Pick<Manifest, 'createdAt' | 'reason'>,
  trust: Trust,
  rule: ExpeditedRule | undefined,
  now: Date,
  graceMinutes = 0,
): ApprovalDecision {
  if (rule === undefined) return { approval: 'reviewed', closed: ['the configuration has no "expedited" section'] };
  const minutes = Math.floor((now.getTime() - Date.parse(snapshot.createdAt)) / 60_000);
  const closed = [
    ...(trust.kind === 'signed' ? [] : [`the snapshot is not signed: ${trust.reason}`]),
    ...(snapshot.reason === 'pre-deploy' ? [] : [`the snapshot is "${snapshot.reason}", not "pre-deploy"`]),
    ...(minutes <= rule.minutes + graceMinutes
      ? []
      : [`the snapshot is ${plural(minutes, 'minute')} old; the limit is ${rule.minutes}`]),
    ...(plan.database === 'none' ? [] : [`it changes the database (${plan.database})`]),
    ...ofMeasure(plan),
    ...plan.changes.flatMap(obstacles),
    ...plan.manual.map(({ target }) => `${target} needs a manual step`),
  ];
  return { approval: closed.length === 0 ? 'expedited' : 'reviewed', closed };
}

/** A page for every user, and what capacity costs, are decided by a reviewer. */
function ofMeasure({ mitigates }: Plan): string[] {
  const kind = mitigates?.measure.kind ?? 'flags-off';
  return kind === 'flags-off' ? [] : [`it is a measure "${kind}"`];
}

function obstacles(change: PlannedChange): string[] {
  if ((change.dataAtRisk ?? []).length > 0 || change.confirm !== undefined) return [`${change.target} loses data`];
  if (change.undo === null) return [`${change.target} cannot be undone`];
  // Every deployment switch warns that later pushes stay staged. A reviewer must read all other warnings.
  if (change.stage !== 'deployment' && change.warnings.length > 0)
    return [`${change.target}: ${change.warnings.join('; ')}`];
  return [];
}
