import type { PastRollback } from '../engine/option.js';
import type { Entry } from './entry.js';
import { rollbacksOf } from './status.js';

/**
 * The rollbacks of a record that succeeded in one run, with the time of that run. One that was run again is left out: its
 * time includes the wait between the runs. Pure.
 */
export function pastRollbacks(entries: readonly Entry[]): PastRollback[] {
  return rollbacksOf(entries).flatMap(({ at, data }) => {
    const { digest, ok, done, runs, startedAt } = data;
    const plan = entries.find((entry) => entry.kind === 'planned' && entry.data.digest === digest);
    if (plan?.kind !== 'planned' || !ok || runs !== 1 || done.length === 0) return [];
    const resources = new Set(done.map((key) => key.slice(0, key.indexOf('/'))));
    return [{ database: plan.data.database, resources: [...resources], ms: Date.parse(at) - Date.parse(startedAt) }];
  });
}
