import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { messageOf } from '../../runtime/errors.js';
import { quoted, type Queryable } from './connection.js';
import { DUMPED_TABLES } from './dumped-tables.js';
import { newerThan, type Baseline } from './loss-meter.js';
import { only, select } from './select.js';
import type { TableState } from './reading.js';

export const bigint = z.string().transform(Number);

/** Half of an MD5 as a number. Hashes are summed, because a sum does not depend on an order. */
export const summed = (text: string): string =>
  `coalesce(sum(('x' || left(md5(${text}), 16))::bit(64)::bigint::numeric), 0)::text`;

/** Sessions that read the same snapshot as the first one. */
export interface Beside {
  readonly sessions: readonly Queryable[];
  /** Cancels what they run. Never fails. */
  cancel(): Promise<void>;
  /** Ends these sessions. Never fails. */
  end(): Promise<void>;
}

/** Opens at most this many sessions; none if the server has no room for them. Never fails. */
export type OpenBeside = (count: number) => Promise<Beside>;

/** Bytes of all tables from which a second session is worth its start. */
const BESIDE_FROM = 16e6;
/** One more: the server is often one of production, and has other work. */
const MORE_SESSIONS = 1;

/**
 * Counts the rows of all tables, or hashes them. Large tables are divided between two sessions, the largest first.
 *
 * @param client inside the transaction of `beginSnapshot`
 * @param onNewer gets the session and each table with rows that are newer than the baseline
 */
export async function countTables(
  client: Queryable,
  integrity: 'rows' | 'content',
  ctx: Context,
  baseline: Baseline | null,
  onNewer: (session: Queryable, table: string) => Promise<void>,
  openBeside?: OpenBeside,
): Promise<TableState[]> {
  const tables = await listTables(client);
  const expected = tables.reduce((sum, { estimate }) => sum + estimate, 0);
  const large = tables.length > 1 && tables.reduce((sum, { bytes }) => sum + bytes, 0) >= BESIDE_FROM;
  const beside = large ? await openBeside?.(MORE_SESSIONS) : undefined;
  const progress = ctx.progress(integrity === 'content' ? 'hashing rows' : 'counting rows', 'rows');
  const states = new Map<Table, TableState>();
  const left = [...tables].sort((a, b) => b.bytes - a.bytes);
  let done = 0;
  const work = async (session: Queryable): Promise<void> => {
    const base = await baseOf(session);
    for (let table = left.shift(); table !== undefined; table = left.shift()) {
      try {
        const state = await countTable(session, table, integrity, baseline, base);
        if (state.changed !== null && state.changed > 0) {
          await onNewer(session, `${quoted(table.schema)}.${quoted(table.name)}`);
        }
        states.set(table, state);
        done += state.rows;
        progress.update(done, Math.max(done, expected));
      } catch (error) {
        left.push(table);
        throw error;
      }
    }
  };
  try {
    const others = (beside?.sessions ?? []).map((session) =>
      work(session).catch((error: unknown) => ctx.log.debug(`a second session failed: ${messageOf(error)}`)),
    );
    try {
      await work(client);
    } catch (error) {
      left.length = 0;
      // The server would go on counting.
      await beside?.cancel();
      throw error;
    } finally {
      await Promise.all(others);
    }
  } finally {
    await beside?.end();
  }
  // What a second session did not finish. An error that is not of the session comes again.
  await work(client);
  progress.end();
  return tables.flatMap((table) => states.get(table) ?? []);
}

const tableRow = z.object({
  schema: z.string(),
  name: z.string(),
  estimate: bigint,
  file: z.string().nullable(),
  bytes: bigint,
  condition: z.string(),
  columns: z.array(z.string()),
  inserted: bigint,
  updated: bigint,
  deleted: bigint,
});
type Table = z.infer<typeof tableRow>;

function listTables(client: Queryable): Promise<Table[]> {
  return select(
    client,
    tableRow,
    `SELECT t.schema, t.name, t.condition, greatest(c.reltuples, 0)::bigint::text AS estimate,
            coalesce(pg_table_size(t.oid), 0)::text AS bytes,
            pg_relation_filenode(t.oid)::text AS file,
            ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
                   ORDER BY a.attname) AS columns,
            coalesce(pg_stat_get_tuples_inserted(t.oid), 0)::text AS inserted,
            coalesce(pg_stat_get_tuples_updated(t.oid), 0)::text AS updated,
            coalesce(pg_stat_get_tuples_deleted(t.oid), 0)::text AS deleted
       FROM (${DUMPED_TABLES}) t JOIN pg_class c ON c.oid = t.oid WHERE t.kind = 'r' ORDER BY 1, 2`,
  );
}

/**
 * The id from which age() counts, which orders transaction ids across their wrap-around: one that is fixed during one
 * transaction. The age of the first ordinary id (3) reveals it.
 */
async function baseOf(session: Queryable): Promise<number> {
  const { age } = only(await select(session, z.object({ age: z.number() }), `SELECT age('3'::xid) AS age`));
  return (3 + age + CYCLE) % CYCLE;
}

/** @param base of the session */
async function countTable(
  session: Queryable,
  { schema, name, file, bytes, condition, columns, inserted, updated, deleted }: Table,
  integrity: 'rows' | 'content',
  baseline: Baseline | null,
  base: number,
): Promise<TableState> {
  // Without an alias, because the condition of an extension may name the table.
  const table = quoted(name);
  // By name: a reload puts the inherited columns of a child before its own, whenever they were added.
  const row = `ROW(${columns.map((column) => `${table}.${quoted(column)}`).join(', ')})`;
  const counted = only(
    await select(
      session,
      z.object({
        rows: bigint,
        youngest: bigint.nullable(),
        ahead: bigint,
        changed: bigint.nullable(),
        content: z.string().nullable(),
      }),
      // A frozen row keeps its id, which looks like a future one half a cycle of ids later.
      `SELECT count(*)::text AS rows, (min(age(${table}.xmin)) FILTER (WHERE age(${table}.xmin) >= 0))::text AS youngest,
              (count(*) FILTER (WHERE age(${table}.xmin) < 0))::text AS ahead,
              ${baseline === null ? 'NULL' : `(count(*) FILTER (WHERE ${newerThan(baseline, table)}))::text`} AS changed,
              ${integrity === 'content' ? summed(`${row}::text`) : 'NULL'} AS content
         FROM ONLY ${quoted(schema)}.${table} ${condition}`,
    ),
  );
  const newest = counted.youngest === null ? null : (base - counted.youngest + CYCLE) % CYCLE;
  return {
    name: `${schema}.${name}`,
    rows: counted.rows,
    bytes,
    newest,
    changed: counted.changed,
    ahead: counted.ahead,
    file,
    content: counted.content,
    condition,
    inserted,
    updated,
    deleted,
  };
}

/** Row versions store 32 bits of a transaction id. */
const CYCLE = 2 ** 32;
