import type { Plan } from '../../engine/plan.js';
import type { ResourceFinding } from '../../report/findings.js';

/**
 * What an undo does not bring back, for a person to know before the approval. Pure.
 * @param lacking ids of resources that the rollback changed and that the snapshot before it does not hold
 */
export function notUndone({ manual, snapshot }: Plan, lacking: readonly string[]): ResourceFinding[] {
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
        'Set it back by hand, or plan a rollback to a snapshot that holds it ("rewind list").',
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
