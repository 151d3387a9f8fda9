import type { TableLoss } from './data-loss.js';
import { isSameServer, serverDoubt, type Reading, type TableState } from './reading.js';
import { plural } from '../../runtime/text.js';

/** Splits the rows of a database into those of a snapshot and those written later, by the transaction that wrote them. */
export interface Baseline {
  /** Older transactions had ended at the snapshot. */
  readonly oldest: string;
  /** Later transactions whose rows the snapshot holds; null if they were too many to list. */
  readonly seen: readonly string[] | null;
  /** Why nothing tells whether the database is on the server of the snapshot; absent if something does. */
  readonly doubt?: string;
}

/** What identifies a database and its position in the sequence of transactions. */
export type Position = Pick<Reading, 'restored' | 'origin' | 'arrived'> & {
  readonly boundary: { readonly next: string };
};

const CYCLE = 2n ** 32n;

/** Why the rows written since the snapshot cannot be told. `since`: those after a later restore can. */
export interface Unknown {
  readonly unknown: string;
  readonly since?: Baseline;
}

/**
 * What separates the rows of a database that existed at the snapshot from those written since. Row versions store 32 bits of a transaction
 * id, which are ordered only within half a cycle and only on one server.
 *
 * @returns the reason if they cannot be separated
 */
export function baselineOf(saved: Reading, now: Position): Baseline | Unknown {
  // A reference holds no rows. What counts is what was written since the live database took the name.
  if (saved.reference === true) {
    return now.arrived === undefined
      ? { unknown: 'nothing says when the database took this name' }
      : { oldest: now.arrived, seen: [] };
  }
  const moved = JSON.stringify(now.restored) !== JSON.stringify(saved.restored);
  const own = moved && now.restored?.snapshot === saved.snapshot ? now.restored.next : null;
  if (moved && own === null && now.restored !== null) {
    const since = { oldest: now.restored.next, seen: [] };
    return { unknown: `the database was restored from snapshot ${now.restored.snapshot} since`, since };
  }
  if (!isSameServer(saved.origin, now.origin)) {
    return { unknown: 'the snapshot is from another server, which counts transactions on its own' };
  }
  if (own === null && saved.origin.database !== now.origin.database) {
    return { unknown: 'another database has taken this name' };
  }
  const oldest = own ?? saved.boundary.oldest;
  const next = BigInt(now.boundary.next);
  if (next < BigInt(oldest) || (own === null && next < BigInt(saved.boundary.next))) {
    return { unknown: "the server's transaction ids are lower than at the snapshot" };
  }
  if (next - BigInt(oldest) >= CYCLE / 2n) {
    return { unknown: 'more than 2^31 transactions have run since the snapshot' };
  }
  if (own !== null) return { oldest, seen: [] };
  const doubt = serverDoubt(saved.origin, now.origin);
  return { oldest, seen: saved.boundary.seen, ...(doubt === null ? {} : { doubt }) };
}

/**
 * SQL condition: this row version was written after the baseline. `age` counts from an id that is fixed during a
 * transaction, and is negative for ids of an earlier cycle.
 *
 * @param row alias of the table
 */
export function newerThan({ oldest, seen }: Baseline, row: string): string {
  const short = (id: string): string => String(BigInt(id) % CYCLE);
  const since = `age(${row}.xmin) BETWEEN 0 AND age('${short(oldest)}'::xid)`;
  if (seen === null || seen.length === 0) return since;
  return `${since} AND NOT ${row}.xmin = ANY ('{${seen.map(short).join(',')}}'::xid[])`;
}

/** Pure. Tables that lose nothing and get nothing back are left out. */
export function lossOf(saved: Reading, live: Reading): TableLoss[] {
  if (saved.reference === true) return sinceArrival(saved, live);
  const before = new Map(saved.tables.map((entry) => [entry.name, entry]));
  const byFile = new Map(saved.tables.flatMap((entry) => (entry.file === null ? [] : [[entry.file, entry] as const])));
  const baseline = baselineOf(saved, live);
  const losses = live.tables
    .map((entry): TableLoss => {
      const saw = before.get(entry.name);
      const file = entry.file === null ? undefined : byFile.get(entry.file);
      if (!saw && file === undefined) return exactly(entry.name, entry.rows, 0);
      if (saw && saw.content !== null && saw.content === entry.content) return exactly(entry.name, 0, 0);
      if ('unknown' in baseline) {
        const written = baseline.since === undefined ? 0 : (entry.changed ?? 0);
        if (written === 0) return unknown(entry, saw ?? file, baseline.unknown);
        const reason = `${baseline.unknown}, and these are newer`;
        return { table: entry.name, written, replaced: null, certainty: 'at least', reason };
      }
      if (saw && file !== undefined && file !== saw) return unknown(entry, saw, `the table was "${file.name}" before`);
      return compared(saw ?? file, entry, baseline);
    })
    .filter(({ written, replaced }) => written !== 0 || replaced !== 0);
  return [...losses, ...dropped(saved, live, baseline)];
}

/** Tables with rows that the snapshot holds and the database has not, also under no other name: their rows come back. */
function dropped(saved: Reading, live: Reading, baseline: Baseline | Unknown): TableLoss[] {
  const why = 'unknown' in baseline ? baseline.unknown : baseline.doubt;
  const names = new Set(live.tables.map(({ name }) => name));
  const files = new Set(live.tables.map(({ file }) => file));
  return saved.tables
    .filter(({ name, file, rows }) => rows > 0 && !names.has(name) && (file === null || !files.has(file)))
    .map(({ name, rows }): TableLoss => {
      if (why === undefined) return exactly(name, 0, rows);
      const reason = `${why}: ${plural(rows, 'row')} in the snapshot, no such table now`;
      return { table: name, written: null, replaced: null, certainty: 'unknown', reason };
    });
}

/** What was written to a database since it took the name, or all that the one that returns lacks. */
function sinceArrival(saved: Reading, live: Reading): TableLoss[] {
  if (live.origin.database === saved.origin.database) return [];
  if (live.lacking !== undefined) return [...live.lacking];
  const baseline = baselineOf(saved, live);
  return live.tables
    .map((entry) =>
      'unknown' in baseline ? unknown(entry, undefined, baseline.unknown) : exactly(entry.name, entry.changed ?? 0, 0),
    )
    .filter(({ written }) => written !== 0);
}

const exactly = (table: string, written: number, replaced: number): TableLoss => ({
  table,
  written,
  replaced,
  certainty: 'exact',
  reason: null,
});

/** Nothing is claimed of a table whose rows cannot be told apart; equal counts prove nothing. */
function unknown(entry: TableState, saw: TableState | undefined, why: string): TableLoss {
  const counts =
    saw === undefined ? '' : `: ${plural(saw.rows, 'row')} in the snapshot, ${entry.rows.toLocaleString('en-US')} now`;
  return { table: entry.name, written: null, replaced: null, certainty: 'unknown', reason: `${why}${counts}` };
}

function compared(saw: TableState | undefined, entry: TableState, baseline: Baseline): TableLoss {
  if (!saw || entry.changed === null) return unknown(entry, saw, 'its rows were not compared');
  const replaced = saw.rows - (entry.rows - entry.changed);
  const reason = doubt(saw, entry, baseline);
  // Rows that are older than the snapshot, but were not in it: somebody moved them here, or replaced the file.
  if (replaced < 0) return unknown(entry, saw, 'it holds older rows that the snapshot does not hold');
  // Another server may have given the same transaction ids to any of the rows, so the count is not even a bound.
  if (baseline.doubt !== undefined) return unknown(entry, saw, ifSameServer(entry.changed, baseline.doubt));
  return {
    table: entry.name,
    written: entry.changed,
    replaced,
    certainty: reason === null ? 'exact' : 'at most',
    reason,
  };
}

const ifSameServer = (written: number, doubt: string): string =>
  `nothing tells whether this is the server of the snapshot, because ${doubt} (if it is, ${plural(written, 'row was', 'rows were')} written since)`;

/** Why unchanged rows may look new; null if they cannot. */
function doubt(saw: TableState, entry: TableState, { seen }: Baseline): string | null {
  // ALTER TABLE rewrites every row; VACUUM FULL and CLUSTER keep the transaction ids, so old rows remain visible.
  const rewritten = saw.file !== entry.file && entry.changed === entry.rows && saw.rows > 0 && entry.rows > 0;
  if (rewritten) return 'the table was rewritten, so its unchanged rows look new';
  if (saw.ahead > 0) return 'it holds rows of an earlier cycle of transaction ids, which may look new';
  if (seen === null) return 'too many transactions were running at the snapshot';
  return null;
}

const SINCE_THEN = 'exact: written since the database took this name; kept aside';

/** The lines of a plan: what a restore would take. */
export function risksOf(saved: Reading, live: Reading): { what: string; rows: number | null; note: string }[] {
  return lossOf(saved, live).map((loss) => ({
    what: loss.table,
    rows: loss.written,
    note:
      saved.reference === true && loss.certainty === 'exact' && loss.lackedBy === undefined
        ? SINCE_THEN
        : describeLoss(loss),
  }));
}

/** "exact: inserted since the snapshot" */
export function describeLoss({ written, replaced, certainty, reason, lackedBy }: TableLoss): string {
  if (certainty === 'unknown') return `unknown: ${reason ?? ''}`;
  if (lackedBy !== undefined) {
    return `${certainty}: "${lackedBy}" does not hold them${reason === null ? '' : ` (${reason})`}; kept aside`;
  }
  const taken = written === 0 || replaced === null ? '' : replaced === 0 ? 'inserted' : 'inserted or updated';
  const back = replaced === 0 || replaced === null ? '' : written === 0 ? 'deleted' : 'updated or deleted';
  if (certainty === 'at least') return `at least: ${reason ?? ''}`;
  const parts = [
    ...(taken === '' ? [] : [`${taken} since the snapshot`]),
    ...(back === ''
      ? []
      : [
          `${plural(replaced ?? 0, `row of the snapshot was ${back} and comes`, `rows of the snapshot were ${back} and come`)} back`,
        ]),
  ];
  return `${certainty}: ${parts.join('; ')}${reason === null ? '' : `; ${reason}`}`;
}
