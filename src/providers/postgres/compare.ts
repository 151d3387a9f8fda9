import { isDatabaseProperty } from './objects.js';
import { markOf } from './reprinted.js';
import type { State } from './state.js';
import { plural } from '../../runtime/text.js';

/** An object that a database has and its snapshot has not, or the other way round, or that has another definition. */
export interface Difference {
  readonly name: string;
  readonly how: 'is missing' | 'is new' | 'changed';
}

/**
 * The objects that differ, first those that contain others.
 *
 * @param reprinted marks of objects that a reload of the snapshot prints differently: equal too
 */
export function changedObjects(
  saved: State['schema'],
  live: State['schema'],
  reprinted: readonly string[] = [],
): Difference[] {
  const marks = new Set(reprinted);
  const names = [...new Set([...Object.keys(saved), ...Object.keys(live)])];
  const found = names.flatMap((name): Difference[] => {
    const now = live[name];
    // A dump names "public" only if it differs from that of a new database.
    const known = name === 'schema public';
    if (now === undefined) return [{ name, how: known ? 'changed' : 'is missing' }];
    if (saved[name] === undefined) return [{ name, how: known ? 'changed' : 'is new' }];
    return saved[name] === now || marks.has(markOf(name, now)) ? [] : [{ name, how: 'changed' }];
  });
  const rank = (name: string): number => (CONTAINERS.test(name) ? 0 : 1);
  return found.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

const CONTAINERS = /^(extension|foreign table|function|materialized view|schema|table|type|view) /;

/**
 * Compares a restored database with its snapshot: one line for each difference. Ignores transaction ids, which differ
 * between databases, and the properties that go with the name of the database.
 */
export function mismatches(expected: State, found: State, reprinted: readonly string[] = []): string[] {
  const now = new Map(found.tables.map((entry) => [entry.name, entry]));
  const lines = changedObjects(expected.schema, found.schema, reprinted)
    .filter(({ name }) => !isDatabaseProperty(name))
    .map(({ name, how }) => `${name} ${how}`);
  for (const entry of expected.tables) {
    const other = now.get(entry.name);
    if (!other) lines.push(`${entry.name}: the table is missing`);
    else if (other.rows !== entry.rows)
      lines.push(`${entry.name}: ${plural(other.rows, 'row')} instead of ${entry.rows.toLocaleString('en-US')}`);
    else if (entry.content !== null && other.content !== entry.content) lines.push(`${entry.name}: other content`);
  }
  for (const { name, saved, live } of movedSequences(expected.sequences, found.sequences)) {
    lines.push(`sequence ${name} is at ${live} instead of ${saved}`);
  }
  if (expected.largeObjects.count !== found.largeObjects.count) {
    lines.push(`${plural(found.largeObjects.count, 'large object')} instead of ${expected.largeObjects.count}`);
  } else if (expected.largeObjects.content !== found.largeObjects.content) {
    lines.push('large objects: other content');
  }
  return lines;
}

/** Sequences of both with another value. */
export function movedSequences(
  saved: State['sequences'],
  live: State['sequences'],
): { readonly name: string; readonly saved: string; readonly live: string }[] {
  return Object.entries(saved).flatMap(([name, value]) => {
    const now = live[name];
    return now === undefined || now === value ? [] : [{ name, saved: value, live: now }];
  });
}
