import type { Change } from '../../engine/change.js';
import { otherObject } from '../../engine/other-object.js';
import { PROVENANCE, TOLERANCE_MS, withoutProvenance } from './provenance.js';
import type { Params, Row, State } from './state.js';

export const changeId = (key: string): string => `env:${key}`;

/** One change for each key, because rows of one key exclude each other. */
export function plan(saved: State, live: State): Change[] {
  const other = otherObject('environment variables', [{ key: 'project', saved: saved.project, live: live.project }]);
  if (other) return [other];
  const keys = [...new Set([...saved.rows, ...live.rows].map(({ key }) => key))].sort();
  return keys.flatMap((key) => {
    const desired = saved.rows.filter((entry) => entry.key === key);
    const present = live.rows.filter((entry) => entry.key === key);
    if (same(desired, present, saved.snapshot)) return [];
    return [changeOf(key, desired, present, saved.snapshot, live.supplied.includes(key))];
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
function untouched(desired: Row, other: Row, snapshot: string): boolean {
  if (other.value !== null) return false;
  const provenance = PROVENANCE.exec(other.comment ?? '');
  if (provenance?.[1] === snapshot) return other.updatedAt <= Number(provenance[2]) + TOLERANCE_MS;
  return desired.id === other.id && desired.updatedAt === other.updatedAt;
}

/** The scope of a row; rows of one key with the same scope exclude each other. */
export function scopeOf(entry: {
  readonly target: readonly string[];
  readonly gitBranch: string | null;
  readonly customEnvironmentIds: readonly string[];
}): string {
  return JSON.stringify([[...entry.target].sort(), entry.gitBranch, [...entry.customEnvironmentIds].sort()]);
}

function changeOf(
  key: string,
  desired: readonly Row[],
  present: readonly Row[],
  snapshot: string,
  supplied: boolean,
): Change {
  // A sensitive value is needed if its row is gone or was written since. Without it, an operator must restore the row.
  const lost = desired.filter(
    (entry) => entry.value === null && !present.some((other) => untouched(entry, other, snapshot)),
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
    undo: present.some(({ value }) => value === null)
      ? 'the value that is replaced is sensitive and cannot be read back'
      : '"rewind undo" sets it back',
    warnings:
      action === 'delete' && present.some(({ value }) => value === null)
        ? [`${key} is sensitive: a deletion loses its value.`]
        : [],
    params: { kind: 'variable', key } satisfies Params,
    ...(lost.length === 0 || supplied
      ? {}
      : {
          manual: `${key} is sensitive: Vercel does not give its value back. Set it again in the project settings, or run with REWIND_ENV_${key}.`,
        }),
  };
}

/** A row as the plan tells it; a value is a part of its fingerprint. */
export function shown(entry: Row): string {
  const places = [...entry.target, ...entry.customEnvironmentIds];
  const branch = entry.gitBranch === null ? '' : ` (branch ${entry.gitBranch})`;
  const value =
    entry.value === null ? `written ${new Date(entry.updatedAt).toISOString()}` : `value ${entry.value.slice(0, 6)}`;
  const comment = withoutProvenance(entry.comment);
  return `${places.join('+')}${branch}: ${entry.type}, ${value}${comment === null ? '' : `, comment "${comment}"`}`;
}
