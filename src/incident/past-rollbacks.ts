import type { PastRollback } from '../engine/options.js';
import type { Entry } from './entry.js';

/**
 * The rollbacks of a record that succeeded in one run, with the time of that run. One that was run again is left out: the
 * record does not tell its whole time. Pure.
 */
export function pastRollbacks(entries: readonly Entry[]): PastRollback[] {
  const runs = entries.filter((entry): entry is Entry & { kind: 'rolled-back' } => entry.kind === 'rolled-back');
  return runs.flatMap(({ at, data }) => {
    const { digest, ok, done, startedAt } = data;
    const plan = entries.find((entry) => entry.kind === 'planned' && entry.data.digest === digest);
    if (plan?.kind !== 'planned' || !ok || done.length === 0) return [];
    if (runs.filter((run) => run.data.digest === digest).length > 1) return [];
    const resources = new Set(done.map((key) => key.slice(0, key.indexOf('/'))));
    return [{ database: plan.data.database, resources: [...resources], ms: Date.parse(at) - Date.parse(startedAt) }];
  });
}
