import { keyOf, type Plan, type PlannedChange } from '../engine/plan.js';

/**
 * The words of the command that plans the same way once more: to the same snapshot, with the same choices. Without them,
 * `plan` would go to the newest snapshot, and after an undo it would plan the rollback that was undone. Pure.
 * @param only the changes that the new plan is for; the new plan holds their resources. Null: the whole plan
 * @param done changes that are done: a database that is restored is not restored again
 */
export function planAgain(
  approved: Plan,
  only: readonly PlannedChange[] | null = null,
  done: readonly PlannedChange[] = [],
): string[] {
  const { undoes, recovers, mitigates, snapshot, database, includeLater, scope } = approved;
  if (mitigates !== undefined) return ['mitigate'];
  if (recovers !== undefined) return ['recover'];
  const ids = only !== null ? [...new Set(only.map(({ resource }) => resource))] : undoes === null ? scope : null;
  const later = includeLater.filter((id) => ids === null || ids.includes(id));
  const keys = only === null ? null : new Set(only.map(keyOf));
  const made = new Set(done.map(keyOf));
  // A mode without a database in scope is refused.
  const hasDatabase = approved.changes.some(
    (change) => change.database !== undefined && keys?.has(keyOf(change)) !== false && !made.has(keyOf(change)),
  );
  return [
    ...(undoes === null ? ['plan', '--snapshot', snapshot] : ['undo', undoes.slice(0, 12)]),
    ...(undoes === null && database !== 'none' && hasDatabase ? ['--database', database] : []),
    ...(later.length === 0 ? [] : ['--include-later-changes', later.join(',')]),
    ...(ids === null ? [] : ['--scope', ids.join(',')]),
  ];
}
