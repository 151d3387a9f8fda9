import type { Project } from '../../cli/session.js';
import { findSnapshot } from '../../engine/choose.js';
import { planFromLive } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import type { PlannedMitigation } from '../../engine/mitigation.js';
import type { Plan } from '../../engine/plan.js';
import { withSharedDatabases, type Resource } from '../../engine/resources.js';
import { begunChanges, stateBefore } from '../../engine/undo.js';
import type { Context } from '../../runtime/context.js';
import type { PastRollback } from './past-rollbacks.js';

/**
 * The way back to the state before a rollback; of a mitigation, only of what that one changed. The undo of a lift is the
 * mitigation once more, with a time limit of its own. Reads production.
 * @param stays objects that the lift of a mitigation leaves as they are
 */
export async function undoPlan(
  project: Project,
  found: PastRollback,
  ctx: Context,
  stays: Pick<PlannedMitigation, 'leaves' | 'holds'> = {},
): Promise<{ readonly plan: Plan; readonly manifest: Manifest; readonly resources: readonly Resource[] }> {
  const before = stateBefore(found.entries);
  const manifest = await findSnapshot(project.store, before ?? found.plan.snapshot, project.origin);
  const resources = before === null ? [] : changedResources(project, found, ctx);
  const { mitigates } = found.plan;
  const plan = await planFromLive({
    ...project,
    resources,
    ctx,
    manifest,
    // The undo restores the whole backup, also after down migrations.
    database: found.plan.database === 'none' ? 'none' : 'restore',
    scope: resources.filter(({ backsUp }) => backsUp === undefined).map(({ id }) => id),
    undoes: found.plan.digest,
    mitigates: mitigates && turned(mitigates, stays),
  });
  return { plan, manifest, resources };
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
