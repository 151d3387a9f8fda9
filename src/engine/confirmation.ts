import { RewindError } from '../runtime/errors.js';
import { shellWord } from '../runtime/shell-word.js';
import type { Plan } from './plan.js';

/** Names of the databases whose data the plan may lose, in the order of the plan. */
export function confirmationsOf(plan: Pick<Plan, 'changes'>): string[] {
  return [...new Set(plan.changes.flatMap(({ confirm }) => confirm ?? []))];
}

/**
 * Compares the names that the operator typed with those of the plan. A plan that loses no data needs none, and ignores any.
 * @param given null: none
 * @throws RewindError data-loss-unconfirmed, with both lists
 */
export function assertConfirmed(plan: Pick<Plan, 'changes'>, given: readonly string[] | null): void {
  const needed = confirmationsOf(plan);
  if (needed.length === 0) return;
  const names = given ?? [];
  // The name of a database may hold a comma.
  if (names.join(',') === needed.join(',')) return;
  // The flag trims its names.
  const isIn = (list: readonly string[], name: string): boolean => list.some((each) => each.trim() === name.trim());
  const missing = needed.filter((name) => !isIn(names, name));
  const wrong = names.filter((name) => !isIn(needed, name));
  if (missing.length === 0 && wrong.length === 0) return;
  const losing = plan.changes.filter(({ confirm }) => confirm !== undefined);
  throw new RewindError(
    'data-loss-unconfirmed',
    `The plan can lose data in ${listed(needed)}; confirmed: ${names.length === 0 ? 'none' : listed(names)}.`,
    {
      resource: losing.find(({ confirm }) => confirm === missing[0])?.resource,
      problems: losing.map(({ resource, target, after }) => `${resource}: ${target}: ${after ?? 'removed'}`),
      remedy: `Confirm with the names of the databases: ${confirmFlag(needed)}`,
    },
  );
}

/** The words of the flag. A name that begins like a flag stands behind an equals sign. */
export function confirmWords(names: readonly string[]): string[] {
  const value = names.join(',');
  return value.startsWith('-') ? [`--confirm-data-loss=${value}`] : ['--confirm-data-loss', value];
}

/** The flag as one would type it in a shell. */
export function confirmFlag(names: readonly string[]): string {
  return confirmWords(names).map(shellWord).join(' ');
}

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
