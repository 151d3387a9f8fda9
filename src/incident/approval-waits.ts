import type { Entry } from './entry.js';

/** The times from a plan to its first approval in one record, in milliseconds. Pure. */
export function approvalWaits(entries: readonly Entry[]): number[] {
  const plans = new Map<string, number>();
  const waits = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind === 'planned' && entry.data.plan === 'rollback') {
      plans.set(entry.data.digest, Date.parse(entry.data.plannedAt));
    }
    if (entry.kind !== 'approved' || waits.has(entry.data.digest)) continue;
    const planned = plans.get(entry.data.digest);
    if (planned !== undefined) waits.set(entry.data.digest, Math.max(0, Date.parse(entry.at) - planned));
  }
  return [...waits.values()];
}

/** The middle value; of an even number the lower one of the two. Null of none. Pure. */
export function middle(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}
