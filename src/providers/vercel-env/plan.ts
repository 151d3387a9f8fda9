import type { Change } from '../../engine/change.js';
import { otherObject } from '../../engine/other-object.js';
import { partsOf } from './covered.js';
import { PROVENANCE, TOLERANCE_MS, withoutProvenance } from './provenance.js';
import type { Place } from './client.js';
import type { Params, Row, State } from './state.js';

export const changeId = (key: string): string => `env:${key}`;

/** One change for each key, because rows of one key exclude each other. */
export function plan(saved: State, live: State): Change[] {
  const other = otherObject('environment variables', partsOf(saved, live));
  if (other) return [other];
  const keys = [...new Set([...saved.rows, ...live.rows].map(({ key }) => key))].sort();
  return keys.flatMap((key) => {
    const desired = saved.rows.filter((entry) => entry.key === key);
    const present = live.rows.filter((entry) => entry.key === key);
    if (same(desired, present, saved.snapshot)) return [];
    return [changeOf(key, desired, present, saved.snapshot, live)];
  });
}

/** Compares row by row and ignores ids, because a re-created row has another id. */
function same(desired: readonly Row[], present: readonly Row[], snapshot: string): boolean {
  return (
    desired.length === present.length &&
    desired.every((entry) => present.some((other) => equal(entry, other, snapshot)))
  );
}

function equal(desired: Row, other: Row, snapshot: string): boolean {
  return (
    scopeOf(desired) === scopeOf(other) &&
    desired.type === other.type &&
    withoutProvenance(desired.comment) === withoutProvenance(other.comment) &&
    (desired.value === null ? untouched(desired, other, snapshot) : desired.value === other.value)
  );
}

/** A sensitive value counts as equal if its row was not written since, or if Rewind set it for this snapshot. */
export function untouched(
  desired: Pick<Row, 'id' | 'updatedAt'>,
  other: Pick<Row, 'id' | 'updatedAt' | 'value' | 'comment'>,
  snapshot: string,
): boolean {
  if (other.value !== null) return false;
  const provenance = PROVENANCE.exec(other.comment ?? '');
  if (provenance?.[1] === snapshot) return other.updatedAt <= Number(provenance[2]) + TOLERANCE_MS;
  return desired.id === other.id && desired.updatedAt === other.updatedAt;
}

/** Whether two rows give one key two values in one place: Vercel takes the second one as a change of the first. */
export function meet(one: Place, other: Place): boolean {
  return (
    one.key === other.key &&
    one.gitBranch === other.gitBranch &&
    (one.target.some((target) => other.target.includes(target)) ||
      one.customEnvironmentIds.some((id) => other.customEnvironmentIds.includes(id)))
  );
}

/** The scope of a row; rows of one key with the same scope exclude each other. */
export function scopeOf(entry: Omit<Place, 'key'>): string {
  return JSON.stringify([[...entry.target].sort(), entry.gitBranch, [...entry.customEnvironmentIds].sort()]);
}

function changeOf(
  key: string,
  desired: readonly Row[],
  present: readonly Row[],
  snapshot: string,
  { supplied, beside = [] }: State,
): Change {
  // A sensitive value is needed if its row is gone or was written since. Without it, an operator must restore the row.
  const lost = desired.filter(
    (entry) => entry.value === null && !present.some((other) => untouched(entry, other, snapshot)),
  );
  const replaced = present.some(
    (other) =>
      other.value === null && !desired.some((entry) => entry.value === null && untouched(entry, other, snapshot)),
  );
  const action = desired.length === 0 ? 'delete' : present.length === 0 ? 'create' : 'update';
  return {
    id: changeId(key),
    stage: 'configuration',
    action,
    target: `environment variable ${key}`,
    before: present.length === 0 ? null : present.map(shown).join('; '),
    after: desired.length === 0 ? null : desired.map(shown).join('; '),
    effect: 'next-deployment',
    undo: replaced ? null : '"rewind undo" sets it back',
    warnings: replaced ? [`${key} is sensitive now: this loses the value that it has now.`] : [],
    params: { kind: 'variable', key } satisfies Params,
    ...byHand(
      key,
      lost.length > 0 && !supplied.includes(key),
      beside.filter((other) => desired.some((entry) => meet(entry, other))),
    ),
  };
}

/** Why a person must restore the variable. @param hit rows that this resource does not cover, in the place of a saved one */
function byHand(key: string, needsValue: boolean, hit: readonly Place[]): { readonly manual?: string } {
  if (hit.length > 0) {
    return {
      manual: `${key} now has a row of its own for ${hit.map(placesOf).join('; ')}, which this resource does not cover. Restoring ${key} would overwrite that row, and no undo brings it back. Set ${key} in the project settings.`,
    };
  }
  return needsValue
    ? {
        manual: `${key} is sensitive: Vercel does not give its value back. Set it again in the project settings, or run with REWIND_ENV_${key}.`,
      }
    : {};
}

function placesOf({ target, customEnvironmentIds, gitBranch }: Place): string {
  return `${[...target, ...customEnvironmentIds].join('+')}${gitBranch === null ? '' : ` (branch ${gitBranch})`}`;
}

/** A row as the plan tells it; a value is a part of its fingerprint. */
export function shown(entry: Row): string {
  const value =
    entry.value === null ? `written ${new Date(entry.updatedAt).toISOString()}` : `value ${entry.value.slice(0, 6)}`;
  const comment = withoutProvenance(entry.comment);
  return `${placesOf(entry)}: ${entry.type}, ${value}${comment === null ? '' : `, comment "${comment}"`}`;
}
