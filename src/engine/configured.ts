import { digestOf } from '../runtime/digest.js';
import type { Plan } from './plan.js';
import type { Resource } from './resources.js';

/** By key of the configuration of a resource, a digest of its value. */
export type Configured = Readonly<Record<string, string>>;

/**
 * Keys that say how Rewind works, not what it restores. A person may correct them in the middle of a rollback, e.g. raise a
 * time limit, and the rollback goes on.
 */
const HOW = ['client-bin', 'compress', 'drill', 'keep-days', 'maintenance-database', 'wait'];
const isHow = (key: string): boolean => HOW.includes(key) || key.endsWith('-seconds');

/** Enough of SHA-256 that nobody finds another value with the same digest. */
const DIGEST_LENGTH = 32;

/**
 * What a resource was planned with. The configuration holds no secrets, only names of variables (`${NAME}`). Pure.
 */
export function configuredOf(config: unknown): Configured {
  return Object.fromEntries(
    Object.entries(config ?? {})
      .filter(([key, value]) => value !== undefined && !isHow(key))
      .map(([key, value]) => [key, digestOf(value).slice(0, DIGEST_LENGTH)]),
  );
}

/**
 * The resources whose configuration is another one than the plan was made with. What it covers no more differs from nothing,
 * so its approved changes would count as done. Resources that are not configured any more are not in the result. Pure.
 *
 * @param program the running version of Rewind. Another one may know more keys than the one that made the plan; then only the
 * keys of the plan count
 * @returns the keys that differ, by resource; empty also for a plan of a version that did not write them down
 */
export function otherwiseConfigured(
  { configured = {}, program: planned }: Pick<Plan, 'configured' | 'program'>,
  resources: readonly Resource[],
  program: string,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    resources.flatMap(({ id, config }) => {
      const before = configured[id];
      if (before === undefined) return [];
      const now = configuredOf(config);
      const keys = Object.keys(planned === program ? { ...before, ...now } : before);
      const different = keys.filter((key) => before[key] !== now[key]).sort();
      return different.length === 0 ? [] : [[id, different] as const];
    }),
  );
}
