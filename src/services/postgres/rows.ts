import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { quoted, type Queryable } from './connection.js';
import { baselineOf, newerThan, type Baseline } from './loss-meter.js';
import { only, select } from './select.js';
import type { Reading, Rows, TableState } from './reading.js';

const bigint = z.string().transform(Number);

/** Excludes the server's own schemas. */
export const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'`;
/** Excludes objects of extensions: CREATE EXTENSION restores them. */
export const notOfExtension = (catalog: string, oid: string): string =>
  `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

/**
 * The tables whose rows pg_dump saves, as `oid`, `schema`, `name`, `condition`: those of no extension, and the configuration
 * tables of extensions, which the extension names with a condition.
 */
export const DUMPED_TABLES = `
SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind, coalesce(x.condition, '') AS condition
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN (SELECT unnest(extconfig) AS oid, unnest(extcondition) AS condition FROM pg_catalog.pg_extension) x ON x.oid = c.oid
 WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${OURS}
   AND (x.oid IS NOT NULL OR ${notOfExtension('pg_class', 'c.oid')})`;

/** What the comment of a database tells of its past. */
export type Past = Pick<Rows, 'restored' | 'arrived'>;

/**
 * Reads rows and large objects, inside the transaction of `beginSnapshot`.
 *
 * @param saved the snapshot to compare with: rows written since are counted
 * @param pastOf reads the comment of the database; null: it has none
 */
export async function readRows<P extends Past>(
  client: Queryable,
  integrity: 'rows' | 'content',
  ctx: Context,
  saved: Reading | undefined,
  pastOf: (comment: string | null) => P,
): Promise<Omit<Rows, keyof Past> & P> {
  const { comment, ...head } = only(
    await select(
      client,
      z.object({ next: z.string(), oldest: z.string(), open: z.array(z.string()), comment: z.string().nullable() }),
      `SELECT pg_snapshot_xmax(s)::text AS next, pg_snapshot_xmin(s)::text AS oldest,
              ARRAY(SELECT pg_snapshot_xip(s)::text) AS open,
              (SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()) AS comment
         FROM pg_current_snapshot() s`,
    ),
  );
  const past = pastOf(comment);
  const origin = await originOf(client);
  const own: Baseline = { oldest: head.oldest, seen: [] };
  const baseline = saved ? baselineOf(saved, { ...past, origin, boundary: head }) : own;
  const seen = { ids: new Set<string>(), complete: true };
  const tables = await countTables(
    client,
    integrity,
    ctx,
    'unknown' in baseline ? (baseline.since ?? null) : baseline,
    // Without a snapshot to compare with, the counted rows are those of transactions that ended while older ones ran.
    async (table) => {
      if (saved === undefined && seen.complete) seen.complete = await addSeen(client, table, own, seen.ids);
    },
  );
  return {
    boundary: { ...head, seen: seen.complete ? [...seen.ids].sort() : null },
    largeObjects: only(await select(client, z.object({ count: bigint, content: z.string() }), LARGE_OBJECTS)),
    ...past,
    origin,
    tables: saved ? tables : tables.map((entry) => ({ ...entry, changed: null })),
  };
}

/** Identifies server and database. */
export async function originOf(client: Queryable): Promise<Rows['origin']> {
  const { database, may } = only(
    await select(
      client,
      z.object({ database: z.string(), may: z.boolean() }),
      `SELECT oid::text AS database, has_function_privilege('pg_control_system()', 'EXECUTE') AS may
         FROM pg_database WHERE datname = current_database()`,
    ),
  );
  const server = may
    ? await select(
        client,
        z.object({ id: z.string() }),
        'SELECT system_identifier::text AS id FROM pg_control_system()',
      )
    : [];
  return { server: server[0]?.id ?? null, database };
}

/** More are not listed: the loss meter then says "at most". */
const MAX_SEEN = 2000;

/** Adds the transactions that wrote rows of one table. @returns false if they are too many */
async function addSeen(client: Queryable, table: string, own: Baseline, seen: Set<string>): Promise<boolean> {
  const found = await select(
    client,
    z.object({ id: z.string() }),
    `SELECT DISTINCT t.xmin::text AS id FROM ONLY ${table} t WHERE ${newerThan(own, 't')} LIMIT ${MAX_SEEN + 1}`,
  );
  for (const { id } of found) seen.add(id);
  return seen.size <= MAX_SEEN;
}

/** Bytes of one read of a large object, which can be longer than a value (1 GiB). */
const PART = 2 ** 24;
/** Half of an MD5 as a number. Hashes are summed, because a sum does not depend on an order. */
const summed = (text: string): string =>
  `coalesce(sum(('x' || left(md5(${text}), 16))::bit(64)::bigint::numeric), 0)::text`;

/** All large objects, in parts. Only superusers may read pg_largeobject; lo_get asks for SELECT on the object. */
const LARGE_OBJECTS = `
WITH RECURSIVE part(oid, number, bytes, hash) AS (
  SELECT m.oid, 0, length(x.body), md5(x.body)
    FROM pg_largeobject_metadata m, LATERAL (SELECT lo_get(m.oid, 0, ${PART}) AS body OFFSET 0) x
  UNION ALL
  SELECT p.oid, p.number + 1, length(x.body), md5(x.body)
    FROM part p, LATERAL (SELECT lo_get(p.oid, (p.number + 1) * ${PART}::bigint, ${PART}) AS body OFFSET 0) x
   WHERE p.bytes = ${PART})
SELECT count(*) FILTER (WHERE number = 0)::text AS count, ${summed(`concat_ws(' ', oid, number, hash)`)} AS content FROM part`;

async function countTables(
  client: Queryable,
  integrity: 'rows' | 'content',
  ctx: Context,
  baseline: Baseline | null,
  onNewer: (table: string) => Promise<void>,
): Promise<TableState[]> {
  const tables = await select(
    client,
    z.object({
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
    }),
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
  const expected = tables.reduce((sum, { estimate }) => sum + estimate, 0);
  const progress = ctx.progress(integrity === 'content' ? 'hashing rows' : 'counting rows', 'rows');
  const result: TableState[] = [];
  // age() orders transaction ids across their wrap-around. It counts from an id that is fixed during one transaction;
  // the age of the first ordinary id (3) reveals that id.
  const { age } = only(await select(client, z.object({ age: z.number() }), `SELECT age('3'::xid) AS age`));
  const base = (3 + age + CYCLE) % CYCLE;
  let done = 0;
  for (const { schema, name, file, bytes, condition, columns, inserted, updated, deleted } of tables) {
    // Without an alias, because the condition of an extension may name the table.
    const table = quoted(name);
    // By name: a reload puts the inherited columns of a child before its own, whenever they were added.
    const row = `ROW(${columns.map((column) => `${table}.${quoted(column)}`).join(', ')})`;
    const counted = only(
      await select(
        client,
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
    done += counted.rows;
    if (counted.changed !== null && counted.changed > 0) await onNewer(`${quoted(schema)}.${quoted(name)}`);
    progress.update(done, Math.max(done, expected));
    const newest = counted.youngest === null ? null : (base - counted.youngest + CYCLE) % CYCLE;
    result.push({
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
    });
  }
  progress.end();
  return result;
}

/** Row versions store 32 bits of a transaction id. */
const CYCLE = 2 ** 32;
