import type { Plan, PlannedChange } from '../../engine/plan.js';
import type { ResourceFinding } from '../../report/findings.js';

/**
 * What an undo does not bring back, for a person to know before the approval. Pure.
 * @param lacking ids of resources that the rollback changed and that the snapshot before it does not hold
 * @param reconfigured by id of a resource, the keys of its configuration that were changed since the rollback
 * @param done the changes that the rollback made or may have made
 */
export function notUndone(
  { manual, snapshot }: Plan,
  lacking: readonly string[],
  reconfigured: ReadonlyMap<string, readonly string[]>,
  done: readonly PlannedChange[] = [],
): ResourceFinding[] {
  const finding = (resource: string, message: string, remedy: string): ResourceFinding => ({
    level: 'warning',
    code: 'undo-incomplete',
    resource,
    message,
    remedy,
  });
  return [
    ...lacking.map((id) =>
      finding(
        id,
        `The undo does not bring back "${id}": snapshot ${snapshot} does not hold it.`,
        besideOf(done, id).join(' ') ||
          'Set it back by hand, or plan a rollback to a snapshot that holds it ("rewind list").',
      ),
    ),
    ...[...reconfigured].map(([id, keys]) =>
      finding(
        id,
        `The configuration of "${id}" was changed since the rollback (${keys.join(', ')}). The undo does not bring back what it no longer covers.`,
        'Set these keys as they were, and plan the undo again.',
      ),
    ),
    ...manual.map(({ resource, target, before, after, manual: how }) =>
      finding(
        resource,
        `The undo does not bring back ${target}. It stays as it is now: ${before ?? 'absent'}. Before the rollback: ${after ?? 'absent'}.`,
        how ?? '',
      ),
    ),
  ];
}

/** A restore beside production is removed by a command of its own. */
const besideOf = (done: readonly PlannedChange[], id: string): string[] =>
  done.flatMap(({ resource, database, target, undo }) =>
    resource === id && database === 'restore' && undo?.includes('rewind undo') === false
      ? [`To undo ${target}: ${undo}`]
      : [],
  );
