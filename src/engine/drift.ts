import { digestOf } from '../runtime/digest.js';
import { isOtherObject } from './other-object.js';
import { describe, essence, keyOf, type Plan, type PlannedChange } from './plan.js';

/** What earlier runs of a plan have begun, by the keys of the changes. */
export interface Begun {
  /** Begun at any time, ended or not. */
  readonly ever: ReadonlySet<string>;
  /** Begun and not ended: the process died, or the change failed. */
  readonly open: ReadonlySet<string>;
}

/**
 * Law 5: Rewind applies what was approved. Compares the current plan with the approved one:
 * - a change in the same form is fine;
 * - an approved change that is gone was already done, by an interrupted run or by hand, unless the configuration or the
 *   credential leads to another object than when the plan was made;
 * - a change that an interrupted run had begun may differ in its text and may have less to do, never more. The same holds
 *   for a side effect of a begun change; it may also be new.
 *
 * Everything that a change writes comes from the snapshot, whose digest is compared apart: the target stays the approved one.
 *
 * @param begun from the journal of this plan
 * @returns the differences, one line each; empty if the approved plan still holds
 */
export function driftOf(approved: Plan, now: Plan, begun: Begun): string[] {
  const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
  const ours = new Set(
    approved.changes
      .filter((change) => begun.ever.has(keyOf(change)))
      .flatMap(({ resource, sideEffects }) => (sideEffects ?? []).map((id) => keyOf({ resource, id }))),
  );
  const elsewhere = now.manual.filter(
    (change) => isOtherObject(change) && !approved.manual.some((one) => keyOf(one) === keyOf(change)),
  );
  const differing = now.changes.flatMap((change) => {
    const key = keyOf(change);
    const before = known.get(key);
    if (!before) {
      return ours.has(key) ? [] : [`${key}: not in the approved plan (${change.target}: ${describe(change)})`];
    }
    if (digestOf(essence(before)) === digestOf(essence(change))) return [];
    if ((begun.open.has(key) || ours.has(key)) && isRemainder(before.params, change.params)) return [];
    return [`${key}: ${driftBetween(before, change)}`];
  });
  return [...elsewhere.map((change) => `${keyOf(change)}: ${change.target}: ${describe(change)}`), ...differing];
}

/** The approved changes that production still needs in their very form: nothing of them was done yet. */
export function untouchedOf(approved: Plan, now: Plan): PlannedChange[] {
  const left = new Map(now.changes.map((change) => [keyOf(change), digestOf(essence(change))]));
  return approved.changes.filter((change) => left.get(keyOf(change)) === digestOf(essence(change)));
}

/** What differs between the approved form of a change and the present one. */
function driftBetween(before: PlannedChange, now: PlannedChange): string {
  if (describe(before) !== describe(now)) return `approved as ${describe(before)}, now ${describe(now)}`;
  const parts = differingValues(essence(before), essence(now), '');
  return `${describe(now)} as approved, but changed in ${parts.slice(0, 5).join('; ')}`;
}

/** `params.steps[2_notes].sha256: "ab…" → "cd…"`, for each value that differs. */
function differingValues(before: unknown, now: unknown, path: string): string[] {
  if (digestOf(before ?? null) === digestOf(now ?? null)) return [];
  if (!isObject(before) || !isObject(now)) return [`${path}: ${brief(before)} → ${brief(now)}`];
  const entries = differingEntries(before, now);
  if (entries.length > 0) return [`${path}: ${entries.join(', ')}`];
  const label = (key: string): string => {
    const { name } = (now[key] ?? before[key] ?? {}) as { readonly name?: unknown };
    if (Array.isArray(now)) return `${path}[${typeof name === 'string' ? name : key}]`;
    return path === '' ? key : `${path}.${key}`;
  };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return keys.flatMap((key) => differingValues(before[key], now[key], label(key)));
}

/** Of two lists of texts, in which one new entry moves all that follow: `added "b"`; none if they are no such lists. */
function differingEntries(before: unknown, now: unknown): string[] {
  if (!isTexts(before) || !isTexts(now)) return [];
  const named = (word: string, texts: readonly string[], others: readonly string[]): string[] => {
    const own = texts.filter((text) => !others.includes(text)).map(brief);
    const more = own.length > 5 ? ` and ${own.length - 5} more` : '';
    return own.length === 0 ? [] : [`${word} ${own.slice(0, 5).join(', ')}${more}`];
  };
  return [...named('added', now, before), ...named('removed', before, now)];
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function brief(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/**
 * Approved changes that are done although production differs: the data was restored after the approval, and only the
 * application wrote to it since.
 */
export function writtenSinceRestore(approved: Plan, now: Plan): PlannedChange[] {
  const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
  return now.changes.filter((change) => {
    const before = known.get(keyOf(change));
    return before !== undefined && change.since !== undefined && before.since?.restore !== change.since.restore;
  });
}

/** True if the change is the rest of one that was begun: the same parameters, lists with no new entries. */
function isRemainder(approved: PlannedChange['params'], now: PlannedChange['params']): boolean {
  return [...new Set([...Object.keys(approved), ...Object.keys(now)])].every((name) => {
    const before = approved[name];
    const after = now[name];
    if (!Array.isArray(before) || !Array.isArray(after)) return digestOf(before) === digestOf(after);
    const known = new Set(before.map((entry) => digestOf(entry)));
    return after.every((entry) => known.has(digestOf(entry)));
  });
}
