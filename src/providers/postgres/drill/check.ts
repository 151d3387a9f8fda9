import type { DrillCheck } from '../../../engine/drill.js';
import { messageOf } from '../../../runtime/errors.js';
import type { Finding } from '../../../runtime/finding.js';
import { cutText, oneLine } from '../../../runtime/text.js';

/** The questions of a drill, in the order of a report. A drill gives an answer to each of them. */
export const CHECKS = {
  restore: 'The dump restores without an error',
  'server-version': 'The scratch server has the version of production',
  'empty-restore': 'The restored database has rows, if the snapshot has some',
  truncated: 'No table lost all of its rows',
  'volume-drift': 'No table has fewer rows than the snapshot says',
  'row-content': 'The rows are those of the snapshot, by their hash',
  'large-objects': 'The large objects are those of the snapshot',
  schema: 'Every object has its definition',
  owners: 'Objects have their owners and privileges',
  roles: 'The roles of the snapshot exist in production',
  extensions: 'The extensions are there, in their versions',
  collations: 'Indexes were built with the collations that the server has',
  indexes: 'No index is invalid',
  constraints: 'Constraints are valid where production had checked them',
  'foreign-keys': 'No row refers to a missing one',
  triggers: 'Triggers are enabled as they were',
  'materialized-views': 'Materialized views have their rows',
  sequences: 'Sequences are past the values of their columns',
  migrations: 'The migrations of the snapshot are applied',
  corruption: 'Tables and indexes agree (pg_amcheck --heapallindexed)',
  canary: 'The canary row returned byte for byte',
} as const;
export type CheckId = keyof typeof CHECKS;

/** Names of a message; a database can have a million objects. */
const MOST = 10;

/** A short list of names from outside, for a message. */
export function listed(names: readonly string[], most = MOST): string {
  const shown = names.slice(0, most).map((name) => cutText(oneLine(name), 200));
  return `${shown.join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;
}

export const failure = (code: Finding['code'], message: string, remedy: string): Finding => ({
  level: 'error',
  code,
  message,
  remedy,
});

/** What a check could not compare, and so does not prove. */
export const gap = (message: string, remedy?: string): Finding => ({
  level: 'warning',
  code: 'drill-not-compared',
  message,
  remedy,
});

/** Worth knowing, and no failure of the snapshot: production is the same. */
export const known = (code: Finding['code'], message: string, remedy: string): Finding => ({
  level: 'info',
  code,
  message,
  remedy,
});

/** Pure. An error fails a check. What was not compared leaves it unverified. */
export function judged(id: CheckId, findings: readonly Finding[]): DrillCheck {
  const outcome = findings.some(({ level }) => level === 'error')
    ? 'failed'
    : findings.some(({ level }) => level === 'warning')
      ? 'unverified'
      : 'passed';
  return { id, title: CHECKS[id], outcome, findings };
}

export const notConfigured = (id: CheckId, message: string, remedy: string): DrillCheck => ({
  id,
  title: CHECKS[id],
  outcome: 'not-configured',
  findings: [{ level: 'info', code: 'drill-not-configured', message, remedy }],
});

/** Carries a check out. One that fails by itself proves nothing. @throws the error of a run that was cancelled */
export async function tried(
  id: CheckId,
  signal: AbortSignal,
  work: () => Promise<DrillCheck> | DrillCheck,
): Promise<DrillCheck> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw error;
    return judged(id, [gap(`It could not be carried out: ${cutText(oneLine(messageOf(error)), 500)}`)]);
  }
}

/** Pure. All checks in their order, those of others behind them. One without an answer is unverified; none gets lost. */
export function complete(checks: readonly DrillCheck[], why: string): DrillCheck[] {
  const ids = Object.keys(CHECKS) as CheckId[];
  return [
    ...ids.flatMap((id) => {
      const answers = checks.filter((check) => check.id === id);
      return answers.length > 0 ? answers : [judged(id, [gap(why)])];
    }),
    ...checks.filter(({ id }) => !Object.hasOwn(CHECKS, id)),
  ];
}
