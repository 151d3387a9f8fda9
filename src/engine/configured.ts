import { canonicalJson, digestOf } from '../runtime/digest.js';
import type { Resource } from './resources.js';

/**
 * Keys that say how Rewind works, not what it restores. A person may correct them in the middle of a rollback, e.g. raise a
 * time limit, and the rollback goes on.
 */
const HOW = ['client-bin', 'compress', 'drill', 'keep-days', 'maintenance', 'maintenance-database', 'wait'];
const isHow = (key: string): boolean => HOW.includes(key) || key.endsWith('-seconds');

/** Enough of SHA-256 that nobody finds another value with the same digest. */
const DIGEST_LENGTH = 32;

/** Each list is a set, e.g. of paths or targets: another order of the same entries covers the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
}

/**
 * What a resource was planned with: a digest of the value of each key. The configuration holds no secrets, only names of variables (`${NAME}`). Pure.
 */
export function configuredOf(config: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config ?? {})
      .filter(([key, value]) => value !== undefined && !isHow(key))
      .map(([key, value]) => [key, digestOf(sorted(value)).slice(0, DIGEST_LENGTH)]),
  );
}

/** What the resources of these changes were planned with, for the plan. Pure. */
export function configuredIn(
  resources: readonly { readonly id: string; readonly configured?: Readonly<Record<string, string>> }[],
  changes: readonly { readonly resource: string }[],
): { readonly configured?: Record<string, Record<string, string>> } {
  const entries = resources
    .filter(({ id }) => changes.some(({ resource }) => resource === id))
    .flatMap(({ id, configured }) => (configured === undefined ? [] : [[id, { ...configured }] as const]));
  return entries.length === 0 ? {} : { configured: Object.fromEntries(entries) };
}

/** The part of a plan that says what it was made with. */
interface Planned {
  readonly program: string;
  readonly configured?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * The resources whose configuration is another one than the plan was made with. What it no longer covers differs from nothing,
 * so its approved changes would count as done. Resources that are not configured any more are not in the result. Pure.
 *
 * @param program the running version of Rewind. Another one may know more keys than the one that made the plan; then only the
 * keys of the plan count
 * @returns the keys that differ, by resource; empty also for a plan of a version that did not write them down
 */
export function otherwiseConfigured(
  { configured = {}, program: planned }: Planned,
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
