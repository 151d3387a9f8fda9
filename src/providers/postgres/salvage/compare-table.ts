import { differences } from './buckets.js';
import type { Line } from './lines.js';
import { decide, keyText, type ConflictReason } from './merge.js';
import { BATCH, countRows, lookUp, writtenRows, type Row, type Side } from './read.js';
import type { Shared } from './tables.js';

/** From this many written rows, and this part of the table, hashes are compared instead of rows. */
const MANY = 20_000;
const LARGE_PART = 0.2;

export interface TableResult {
  insert: number;
  update: number;
  delete: number;
  readonly conflicts: Record<string, number>;
}

export interface CompareOptions {
  /** Find the rows that were deleted in the kept database; else they are only counted, as "at most". */
  readonly deletions: boolean;
  /** Asks the snapshot's dump which keys it holds; null if it cannot tell. */
  readonly inSnapshot: (table: Shared, wanted: ReadonlySet<string>) => Promise<ReadonlySet<string> | null>;
  readonly emit: (line: Line) => Promise<void>;
}

/**
 * Compares one table by key, in constant memory.
 * @param base rows of the table in the snapshot
 */
export async function compareTable(
  theirs: Side,
  ours: Side,
  table: Shared,
  base: number,
  { deletions, inSnapshot, emit }: CompareOptions,
): Promise<TableResult> {
  const result: TableResult = { insert: 0, update: 0, delete: 0, conflicts: {} };
  const [there, here] = await Promise.all([countRows(theirs, table.sql), countRows(ours, table.sql)]);
  // Rows of the snapshot that are not as they were: updated or deleted.
  const gone = { there: base - (there.rows - there.newer), here: base - (here.rows - here.newer) };
  if (there.newer === 0 && gone.there === 0) return result;
  await emit({ table: table.name, columns: table.columns.map(({ name }) => name), keys: table.keys });
  const conflict = (why: ConflictReason): void => void (result.conflicts[why] = (result.conflicts[why] ?? 0) + 1);
  const deletedHere = await mayHaveDeleted(theirs, ours, table, gone.here);
  const pending = new Set<string>();
  let matched = 0;

  const merge = async (rows: readonly Row[]): Promise<void> => {
    const found = await lookUp(ours, table, rows);
    for (const [at, row] of rows.entries()) {
      const own = found[at];
      const key = row.slice(0, table.keys);
      // Whether the snapshot holds a key that production lacks is asked for all such keys together, at the end.
      const decision = decide({
        theirs: 'changed',
        ours: own === undefined ? 'absent' : own.changed ? 'changed' : 'base',
        equal: own !== undefined && row.every((value, place) => value === own.row[place]),
        inBase: false,
      });
      if (own?.changed === false) matched += 1;
      if (own === undefined && deletedHere) pending.add(keyText(key));
      if (decision.action === 'insert') {
        result.insert += 1;
        await emit({ insert: [...row] });
      } else if (decision.action === 'update') {
        result.update += 1;
        await emit({ update: [...row] });
      } else if (decision.action === 'conflict') {
        conflict(decision.why);
        await emit({ conflict: key, why: decision.why });
      }
    }
  };
  const deleted = async (keys: readonly Row[]): Promise<void> => {
    for (const chunk of chunks(keys)) {
      const found = await lookUp(ours, table, chunk, []);
      for (const [at, key] of chunk.entries()) {
        if (found[at]?.changed !== false) continue;
        result.delete += 1;
        await emit({ delete: [...key] });
      }
    }
  };

  const rows = Math.max(there.rows, here.rows);
  if (there.newer > MANY && there.newer >= LARGE_PART * there.rows) {
    for await (const { first, second } of differences(theirs, ours, table, 'rows', rows)) {
      for (const chunk of chunks(first)) {
        const found = await lookUp(theirs, table, chunk);
        await merge(found.flatMap((entry) => (entry?.changed === true ? [entry.row] : [])));
      }
      await deleted(second);
    }
  } else {
    for await (const batch of writtenRows(theirs, table)) await merge(batch);
    // Only a row that production still has as in the snapshot can be deleted.
    if (!deletions) result.delete = Math.max(0, Math.min(gone.there, here.rows - here.newer) - matched);
    else if (gone.there > matched) {
      for await (const { first } of differences(ours, theirs, table, 'keys', rows)) await deleted(first);
    }
  }
  if (pending.size > 0) {
    const known = await inSnapshot(table, pending);
    for (const key of pending) {
      if (known !== null && !known.has(key)) continue;
      const why = known === null ? 'unclear' : 'deleted-here';
      result.insert -= 1;
      conflict(why);
      await emit({ withdraw: JSON.parse(key) as string[], why });
    }
  }
  return result;
}

/**
 * True if production may have deleted rows of the snapshot since the restore. `gone` counts those that it updated or
 * deleted; those that it updated for certain are the rows it wrote under a key that the kept database holds unchanged.
 */
async function mayHaveDeleted(theirs: Side, ours: Side, table: Shared, gone: number): Promise<boolean> {
  if (gone === 0) return false;
  let updated = 0;
  for await (const keys of writtenRows(ours, table, table.columns.slice(0, table.keys))) {
    const found = await lookUp(theirs, table, keys, []);
    updated += found.filter((entry) => entry?.changed === false).length;
  }
  return gone > updated;
}

function* chunks(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}
