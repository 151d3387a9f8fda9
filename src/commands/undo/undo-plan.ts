import type { Project } from '../../cli/session.js';
import { findSnapshot } from '../../engine/choose.js';
import {
  compareWithLive,
  planFromLive,
  throwCombined,
  type Comparison,
  type LivePlanRequest,
} from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import type { PlannedMitigation } from '../../engine/mitigation.js';
import type { Plan, PlannedChange } from '../../engine/plan.js';
import { describeState } from '../../engine/provider.js';
import { withSharedDatabases, type Resource } from '../../engine/resources.js';
import { objectKeyOf } from '../../engine/three-way.js';
import { begunChanges, stateBefore } from '../../engine/undo.js';
import type { Context } from '../../runtime/context.js';
import type { PastRollback } from './past-rollbacks.js';

/** What an undo leaves as it is. */
interface UndoChoice extends Pick<PlannedMitigation, 'leaves' | 'holds'> {
  /** All rollbacks: what a later one changed, nobody changed by hand. */
  readonly past?: readonly PastRollback[];
  /** Ids of resources whose later changes are undone, too. */
  readonly includeLater?: readonly string[];
}

/**
 * The way back to the state before a rollback; of a mitigation, only of what that one changed. The undo of a lift is the
 * mitigation once more, with a time limit of its own. Reads production.
 */
export async function undoPlan(
  project: Project,
  found: PastRollback,
  ctx: Context,
  { past = [], includeLater = [], ...stays }: UndoChoice = {},
): Promise<{ readonly plan: Plan; readonly manifest: Manifest; readonly resources: readonly Resource[] }> {
  const before = stateBefore(found.entries);
  const manifest = await findSnapshot(project.store, before ?? found.plan.snapshot, project.origin);
  const resources = before === null ? [] : changedResources(project, found, ctx);
  const { mitigates } = found.plan;
  const request: LivePlanRequest = {
    ...project,
    resources,
    ctx,
    manifest,
    // The undo restores the whole backup, also after down migrations.
    database: found.plan.database === 'none' ? 'none' : 'restore',
    scope: resources.filter(({ backsUp }) => backsUp === undefined).map(({ id }) => id),
    undoes: found.plan.digest,
    mitigates: mitigates && turned(mitigates, stays),
    includeLater,
  };
  const now = await compareWithLive(request);
  throwCombined(now.failures);
  const later = await promotedLater(project, found, past, resources, now);
  // The objects are part of the plan: what is promoted after it is drift.
  const plan = later.length === 0 ? now.plan : await planFromLive({ ...request, stays: later });
  return { plan, manifest, resources };
}

/**
 * The objects of deployments that production serves though neither the rollback nor a later plan put them there: somebody
 * promoted a fix by hand.
 */
async function promotedLater(
  project: Project,
  { plan: rollback, entries, at }: PastRollback,
  past: readonly PastRollback[],
  resources: readonly Resource[],
  { plan, described }: Comparison,
): Promise<string[]> {
  if (rollback.mitigates !== undefined) return [];
  const isOf = (changes: readonly PlannedChange[], { id }: Resource): boolean =>
    changes.some(({ stage, resource }) => stage === 'deployment' && resource === id);
  const switched = resources.filter(
    (resource) =>
      isOf(plan.changes, resource) &&
      isOf(begunChanges(rollback, entries), resource) &&
      !past.some((other) => other.at > at && isOf(begunChanges(other.plan, other.entries), resource)),
  );
  if (switched.length === 0) return [];
  const manifest = await findSnapshot(project.store, rollback.snapshot, project.origin);
  return switched.flatMap(({ id, provider }) => {
    const captured = manifest.resources.find((one) => one.id === id);
    const left =
      rollback.recovers?.deployments[id] ??
      (captured === undefined ? undefined : describeState(provider, captured.state).deployment);
    const { deployment, rebuildOf } = described.get(id) ?? {};
    if (left === undefined || deployment === undefined || [deployment, rebuildOf].includes(left)) return [];
    return plan.changes
      .filter(({ stage, resource }) => stage === 'deployment' && resource === id)
      .map((change) => objectKeyOf(id, change.id));
  });
}

/** The lift of a mitigation; of a lift, the mitigation once more. */
function turned(
  { id, measure, facts, minutes, lifts }: PlannedMitigation,
  stays: Pick<PlannedMitigation, 'leaves' | 'holds'>,
): PlannedMitigation {
  const same = { id, measure, facts, minutes };
  return lifts ? { ...same, lifts: false } : { ...same, lifts: true, ...stays };
}

/** The resources that the rollback changed or may have changed, and those that see the same databases. */
function changedResources({ resources, backups }: Project, { plan, entries }: PastRollback, ctx: Context): Resource[] {
  const all = [...resources, ...backups];
  const ids = new Set(begunChanges(plan, entries).map(({ resource }) => resource));
  return withSharedDatabases(all, ids, ctx);
}
