import type { Change, DataAtRisk } from '../../engine/change.js';
import { otherObject } from '../../engine/other-object.js';
import { changedObjects, movedSequences } from './compare.js';
import { baselineOf, risksOf } from '../../services/postgres/loss-meter.js';
import { isSameServer } from '../../services/postgres/reading.js';
import { derivedName } from './names.js';
import { connectionsCut, planReturn } from './plan-return.js';
import { OWNERS_OF_NOW } from './session-role.js';
import { GONE, type Params, type State, type TableState } from './state.js';
import { slotsStay, subscriptionsStay } from './slots.js';
import { plural } from '../../runtime/text.js';

/** Plans one change or none: a restore covers the whole database. */
export function plan(saved: State, live: State): Change[] {
  if (saved.reference === true) return planReturn(saved, live);
  const other = otherObject('rows and definitions', [{ key: 'database', saved: saved.database, live: live.database }]);
  if (other) return [{ ...other, stage: 'database', database: 'restore' }];
  const differences = differencesOf(saved, live);
  if (differences.equal) return [];
  const rows = saved.tables.reduce((sum, { rows: count }) => sum + count, 0);
  const kept = derivedName(saved.database, 'before', saved.snapshot);
  const swap = live.strategy === 'swap';
  return [
    {
      id: 'restore',
      stage: 'database',
      action: 'run',
      target: `database "${saved.database}"`,
      before: differences.summary,
      after: `as in snapshot ${saved.snapshot}: ${plural(saved.tables.length, 'table')}, ${plural(rows, 'row')}`,
      effect: 'live',
      undo: !swap
        ? 'the database is backed up first; "rewind undo" restores that backup'
        : live.closed === GONE
          ? 'no database is replaced; drop the restored one'
          : `the present database is kept as "${kept}"; "rewind undo" swaps the names back`,
      database: 'restore',
      backupFirst: !swap,
      dataAtRisk: differences.atRisk,
      confirm: saved.database,
      ...(differences.since === null ? {} : { since: differences.since }),
      repairs: [
        ...(live.accessible ? [] : ['database-fenced', 'database-gone']),
        // The preflight looks at those of the snapshot.
        ...(saved.owners === undefined ? [] : [OWNERS_OF_NOW]),
      ],
      warnings: [
        ...(isSameServer(saved.origin, live.origin) ? [] : [OTHER_SERVER]),
        ...(live.closed === null ? [] : [closedWarning(saved.database, live.closed)]),
        `Everything written to "${saved.database}" since the snapshot will be missing from it.`,
        ...saved.leftOut.map((what) => `Not in the snapshot, so the restored database will not have it: ${what}.`),
        swap
          ? connectionsCut(saved.database)
          : `Nothing can write to "${saved.database}" from the backup before the restore until its end, and nothing can read it while it is restored.`,
        ...(swap ? [] : (live.obstacles ?? [])),
        ...(swap && live.slots !== undefined ? [slotsStay(live.slots)] : []),
        ...(swap && live.subscriptions !== undefined ? [subscriptionsStay(live.subscriptions)] : []),
      ],
      params: {
        kind: 'restore',
        database: saved.database,
        serverMajor: saved.serverMajor,
        strategy: live.strategy,
        ...rolesOf(saved),
      } satisfies Params,
    },
  ];
}

const OTHER_SERVER = 'The URL leads to another server than the one that the snapshot is from.';

/** The roles that a restore needs: the plan job looks for them on the server, and has no payload. */
function rolesOf({ catalog, owners }: State): Pick<Extract<Params, { kind: 'restore' }>, 'roles' | 'owners'> {
  const roles = Object.keys({ ...catalog?.roles, ...owners }).sort();
  return { ...(roles.length === 0 ? {} : { roles }), ...(owners === undefined ? {} : { owners }) };
}

function closedWarning(database: string, why: string): string {
  return why.startsWith('"')
    ? `Applications cannot use the database now: ${why}. "rewind unfence" opens it at once if Rewind closed it; this plan finishes the restore.`
    : `The database "${database}" ${why}. The restored one takes its name.`;
}

interface Differences {
  readonly equal: boolean;
  /** Omits numbers that keep growing, because the plan's digest covers this text. */
  readonly summary: string;
  readonly atRisk: readonly DataAtRisk[];
  readonly since: NonNullable<Change['since']> | null;
}

/** The effects of a restore. */
export function differencesOf(saved: State, live: State): Differences {
  if (!live.accessible) {
    return {
      equal: false,
      summary: live.closed ?? 'accepts no connections',
      atRisk: [{ what: `database "${saved.database}"`, rows: null, note: 'it cannot be looked into at the moment' }],
      since: null,
    };
  }
  const reprinted = live.reprinted?.snapshot === saved.snapshot ? live.reprinted.marks : [];
  const moved = movedSequences(saved.sequences, live.sequences);
  const back = moved.filter((entry) => position(entry.live) < position(entry.saved));
  const objects = [
    ...changedObjects(saved.schema, live.schema, reprinted).map(({ name, how }) => `${name} ${how}`),
    ...back.map(({ name }) => `sequence ${name} was set back`),
  ];
  const written = writtenSince(saved, live);
  const atRisk = risks(saved, live);
  const largeObjects =
    saved.largeObjects.count !== live.largeObjects.count || saved.largeObjects.content !== live.largeObjects.content;
  const data = written.size > 0 || differingTables(saved, live).length > 0;
  const parts = [
    ...(objects.length === 0 ? [] : [`schema differs: ${listed(objects)}`]),
    ...(data ? ['rows were written since'] : []),
    ...(largeObjects ? ['large objects were written since'] : []),
    // Writers move sequences all the time, so this is said only if nothing else differs: the digest covers the text.
    ...(moved.length > 0 && objects.length === 0 && !data && !largeObjects ? ['sequences were advanced since'] : []),
  ];
  const restored = live.restored?.snapshot === saved.snapshot ? live.restored : null;
  const since =
    restored === null || objects.length > 0 || !(data || largeObjects || moved.length > 0)
      ? null
      : { restore: `${restored.snapshot} before transaction ${restored.next}`, written: atRisk };
  return { equal: parts.length === 0, summary: parts.join('; '), atRisk, since };
}

/** Orders the values of a sequence; one that is not used yet comes before the same one used. */
const position = (value: string): bigint => 2n * BigInt(/^-?\d+/.exec(value)?.[0] ?? 0) + (/ /.test(value) ? 0n : 1n);

/** Tables with a row version that is newer than the snapshot (or than a restore from it). */
function writtenSince(saved: State, live: State): Set<string> {
  const restored = live.restored?.snapshot === saved.snapshot ? live.restored : null;
  const next = BigInt(restored?.next ?? saved.boundary.next);
  const unfinished = restored === null && saved.boundary.open.length > 0;
  // Another server has other transaction ids, so only rows, content and schema decide.
  if (BigInt(live.boundary.next) < next) return new Set();
  const names = new Set<string>();
  const counted = !('unknown' in baselineOf(saved, live));
  const before = new Map(saved.tables.map((entry) => [entry.name, entry]));
  for (const entry of live.tables) {
    if (entry.newest === null) continue;
    const saw = before.get(entry.name);
    // With content hashes the rows decide, so a rewrite of equal rows is not a difference.
    if (saw && saw.content !== null && entry.content !== null) {
      if (saw.content !== entry.content) names.add(entry.name);
      continue;
    }
    if (counted && entry.changed !== null) {
      if (entry.changed > 0) names.add(entry.name);
      continue;
    }
    // A transaction that was open at the snapshot may have written rows with older ids than the newest one. Only the
    // server's statistics show them.
    const moved = saw !== undefined && unfinished && !sameCounters(saw, entry);
    if (isAtOrAfter(entry.newest, next) || moved) names.add(entry.name);
  }
  return names;
}

/** Names of tables with another number of rows or other content. */
function differingTables(saved: State, live: State): string[] {
  const now = new Map(live.tables.map((entry) => [entry.name, entry]));
  return saved.tables.flatMap((entry) => {
    const other = now.get(entry.name);
    if (!other) return [entry.name];
    const content = entry.content !== null && other.content !== null && entry.content !== other.content;
    return entry.rows !== other.rows || content ? [entry.name] : [];
  });
}

const CYCLE = 2n ** 32n;

/** Compares the low 32 bits of transaction ids, which are ordered within half a cycle. */
function isAtOrAfter(short: number, next: bigint): boolean {
  return (BigInt(short) - (next % CYCLE) + CYCLE) % CYCLE < CYCLE / 2n;
}

function sameCounters(a: TableState, b: TableState): boolean {
  return a.inserted === b.inserted && a.updated === b.updated && a.deleted === b.deleted;
}

const listed = (names: readonly string[]): string =>
  names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`;

function risks(saved: State, live: State): DataAtRisk[] {
  const tables = risksOf(saved, live);
  if (saved.largeObjects.content === live.largeObjects.content) return tables;
  const objects = live.largeObjects.count - saved.largeObjects.count;
  const note = 'at least; written since the snapshot';
  return [...tables, { what: 'large objects', rows: objects > 0 ? objects : null, note }];
}
