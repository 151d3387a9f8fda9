import { digestOf } from '../runtime/digest.js';
import { keyOf, type Plan, type PlannedChange } from './plan.js';

/**
 * The approved plan in the words of this version of Rewind. The typed data of a change carry the approval; its text is made
 * of them and of the two states, so a later version may word it otherwise. Only a change with the same typed data gets the
 * other words; what this version sees otherwise stays as it was approved, and then counts as drift. Pure.
 *
 * @param then the plan that this version makes of the states of which `approved` was made: the snapshot, and production as an
 * earlier run of `approved` found it before its first change
 */
export function reworded(approved: Plan, then: Plan): Plan {
  const known = new Map(then.changes.map((change) => [keyOf(change), change]));
  const changes = approved.changes.map((change) => {
    const same = known.get(keyOf(change));
    return same !== undefined && meaningOf(same) === meaningOf(change) ? same : change;
  });
  return { ...approved, changes };
}

/** A change may have them or not. */
const TEXTS = ['before', 'after', 'undo', 'closes', 'manual', 'byHand'] as const;
const OTHERS: readonly string[] = [...TEXTS, 'target', 'warnings', 'dataAtRisk', 'authors', 'since'];

/** All of a change but its text. That there is a text, and how many warnings, is more than another wording. */
function meaningOf(change: PlannedChange): string {
  return digestOf({
    typed: Object.fromEntries(Object.entries(change).filter(([key]) => !OTHERS.includes(key))),
    since: change.since?.restore ?? null,
    said: TEXTS.map((key) => (change[key] ?? null) !== null),
    warnings: change.warnings.length,
  });
}
