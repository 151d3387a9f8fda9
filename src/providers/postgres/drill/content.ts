import type { DrillCheck } from '../../../engine/drill.js';
import type { Finding } from '../../../runtime/finding.js';
import { changedObjects, movedSequences, type Difference } from '../compare.js';
import { isDatabaseProperty, objectsOf } from '../objects.js';
import type { State } from '../state.js';
import type { TocEntry } from '../toc.js';
import { failure, judged, listed, notConfigured } from './check.js';
import { plural } from '../../../runtime/text.js';

const AGAIN =
  'Take a new snapshot, and drill with it. If it has the same gap, find out which program or setting makes the dump.';

/** A restored copy, and the snapshot that it should equal. */
export interface Copy {
  readonly expected: State;
  readonly found: State;
  /** Entries of a dump of the copy. */
  readonly entries: readonly TocEntry[];
  /** Entries of the dump in the snapshot that a restore takes. */
  readonly archive: readonly TocEntry[];
  /** Objects that are printed differently and are equal. */
  readonly marks: readonly string[];
}

/** Pure. Rows, by their number and hash. */
export function rowChecks({ expected, found }: Copy): DrillCheck[] {
  const now = new Map(found.tables.map((table) => [table.name, table]));
  const filled = expected.tables.filter(({ rows }) => rows > 0);
  const rowsNow = (name: string): number => now.get(name)?.rows ?? 0;
  const lost = filled.filter(({ name }) => rowsNow(name) === 0);
  const empty = filled.length > 0 && lost.length === filled.length;
  const fewer = filled.filter(({ name, rows }) => rowsNow(name) > 0 && rowsNow(name) < rows);
  const more = expected.tables.filter(({ name, rows }) => rowsNow(name) > rows);
  const other = expected.tables.filter(
    ({ name, rows, content }) =>
      content !== null && rowsNow(name) === rows && rows > 0 && now.get(name)?.content !== content,
  );
  const counts = (tables: State['tables']): string =>
    listed(tables.map(({ name, rows }) => `${name} (${rowsNow(name)} of ${rows})`));
  return [
    judged(
      'empty-restore',
      empty
        ? [
            failure(
              'drill-empty-restore',
              `The restored database has no row. The snapshot says ${plural(filled.length, 'table has', 'tables have')} some.`,
              AGAIN,
            ),
          ]
        : [],
    ),
    judged(
      'truncated',
      lost.length > 0 && !empty
        ? [failure('drill-truncated', `Tables came back without a single row: ${counts(lost)}.`, AGAIN)]
        : [],
    ),
    judged(
      'volume-drift',
      fewer.length > 0
        ? [failure('drill-volume-drift', `Tables have fewer rows than the snapshot says: ${counts(fewer)}.`, AGAIN)]
        : [],
    ),
    contentCheck(expected, [
      ...(more.length > 0
        ? [failure('drill-rows-added', `Tables have more rows than the snapshot says: ${counts(more)}.`, AGAIN)]
        : []),
      ...(other.length > 0
        ? [
            failure(
              'drill-row-content',
              `Rows differ from those of the snapshot in: ${listed(other.map(({ name }) => name))}.`,
              AGAIN,
            ),
          ]
        : []),
    ]),
    judged('large-objects', largeObjects(expected, found)),
  ];
}

function contentCheck(expected: State, findings: readonly Finding[]): DrillCheck {
  if (expected.integrity === 'content' || findings.length > 0) return judged('row-content', findings);
  return notConfigured(
    'row-content',
    'The snapshot holds no hash of the rows; only their number was compared.',
    'Set "integrity: content" of the resource, and take a snapshot.',
  );
}

function largeObjects({ largeObjects: saved }: State, { largeObjects: now }: State): Finding[] {
  if (saved.count === now.count && saved.content === now.content) return [];
  const what = saved.count === now.count ? 'have other content' : `are ${now.count} instead of ${saved.count}`;
  return [failure('drill-large-objects', `The large objects ${what}.`, AGAIN)];
}

/**
 * Pure. Definitions, owners and privileges: of the dump, which the manifest describes to the letter, and of the copy.
 * @param explained names that another check reports
 */
export function schemaChecks(copy: Copy, explained: ReadonlySet<string>): DrillCheck[] {
  const { expected, found, marks, entries, archive } = copy;
  const ofArchive = differences(expected, objectsOf(archive).schema, []);
  const seen = new Set(ofArchive.map(({ name }) => name));
  const ofCopy = differences(expected, found.schema, marks).filter(({ name }) => !seen.has(name));
  const differing = [...ofArchive, ...ofCopy];
  const grants = differing.filter(({ name }) => isGrant(name));
  const owners = [...lostOwners(expected, ofArchive, archive), ...lostOwners(expected, ofCopy, entries)];
  const rest = differing.filter(
    ({ name }) => !isGrant(name) && !owners.some((lost) => lost.name === name) && !explained.has(name),
  );
  const lines = rest.map(({ name, how }) => `${name} ${how}`);
  return [
    judged(
      'schema',
      rest.length === 0
        ? []
        : [failure('drill-schema-differs', `Objects differ from the snapshot: ${listed(lines)}.`, AGAIN)],
    ),
    judged('owners', [
      ...(owners.length === 0
        ? []
        : [
            failure(
              'drill-owner-lost',
              `Objects have another owner: ${listed(owners.map(({ name, was, is }) => `${name} (${is} instead of ${was})`))}.`,
              'Make the dump without --no-owner, and create the role before a restore.',
            ),
          ]),
      ...(grants.length === 0
        ? []
        : [
            failure(
              'drill-privileges-lost',
              `Privileges differ from the snapshot: ${listed(grants.map(({ name, how }) => `${name} ${how}`))}.`,
              'Make the dump without --no-privileges, and create the roles before a restore.',
            ),
          ]),
    ]),
  ];
}

const isGrant = (name: string): boolean => /^(privileges of |default privileges for )/.test(name);

const differences = (expected: State, schema: State['schema'], marks: readonly string[]): Difference[] =>
  changedObjects(expected.schema, schema, marks).filter(({ name }) => !isDatabaseProperty(name));

/**
 * Changed objects that equal the snapshot as soon as another role owns them. The snapshot holds only a hash of definition and
 * owner, so each role that it names is tried.
 */
function lostOwners(
  expected: State,
  differing: readonly Difference[],
  entries: readonly TocEntry[],
): { readonly name: string; readonly was: string; readonly is: string }[] {
  const open = new Set(differing.flatMap(({ name, how }) => (how === 'changed' && !isGrant(name) ? [name] : [])));
  if (open.size === 0) return [];
  const candidates = new Set([...Object.keys(expected.catalog?.roles ?? {}), ...entries.map(({ owner }) => owner)]);
  const is = new Map(
    entries.flatMap((entry) => Object.keys(objectsOf([entry]).schema).map((name) => [name, entry.owner])),
  );
  const lost: { name: string; was: string; is: string }[] = [];
  for (const was of candidates) {
    if (was === '' || open.size === 0) continue;
    const { schema } = objectsOf(entries.map((entry) => (entry.owner === '' ? entry : { ...entry, owner: was })));
    for (const name of open) {
      if (schema[name] !== expected.schema[name]) continue;
      lost.push({ name, was, is: is.get(name) ?? 'another role' });
      open.delete(name);
    }
  }
  return lost;
}

/** Pure. Sequences that are not where the snapshot has them. */
export function movedFindings({ expected, found }: Copy, behind: ReadonlySet<string>): Finding[] {
  const moved = [
    ...movedSequences(expected.sequences, found.sequences),
    ...Object.entries(expected.sequences)
      .filter(([name]) => found.sequences[name] === undefined)
      .map(([name, saved]) => ({ name, saved, live: 'missing' })),
  ].filter(({ name }) => !behind.has(name));
  if (moved.length === 0) return [];
  return [
    failure(
      'drill-sequence-differs',
      `Sequences are not where the snapshot has them: ${listed(moved.map(({ name, saved, live }) => `${name} (${live} instead of ${saved})`))}.`,
      AGAIN,
    ),
  ];
}
