import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { Queryable } from './connection.js';
import { bigint, countTables, summed, type OpenBeside } from './count-tables.js';
import { DUMPED_TABLES, notOfExtension, OURS } from './dumped-tables.js';
import { baselineOf, newerThan, type Baseline } from './loss-meter.js';
import { only, select } from './select.js';
import type { Reading, Rows } from './reading.js';

export { DUMPED_TABLES, notOfExtension, OURS };

/** What the comment of a database says of its past. */
export type Past = Pick<Rows, 'restored' | 'arrived'>;

/**
 * Reads rows and large objects, inside the transaction of `beginSnapshot`.
 *
 * @param saved the snapshot to compare with: rows written since are counted
 * @param pastOf reads the comment of the database; null: it has none
 * @param beside opens more sessions for large tables; default: one session reads all
 */
export async function readRows<P extends Past>(
  client: Queryable,
  integrity: 'rows' | 'content',
  ctx: Context,
  saved: Reading | undefined,
  pastOf: (comment: string | null) => P,
  beside?: OpenBeside,
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
    async (session, table) => {
      if (saved === undefined && seen.complete) seen.complete = await addSeen(session, table, own, seen.ids);
    },
    beside,
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
/** All large objects, in parts. Only superusers may read pg_largeobject; lo_get asks for SELECT on the object. */
export const LARGE_OBJECT_PARTS = `
WITH RECURSIVE part(oid, number, bytes, hash) AS (
  SELECT m.oid, 0, length(x.body), md5(x.body)
    FROM pg_largeobject_metadata m, LATERAL (SELECT lo_get(m.oid, 0, ${PART}) AS body OFFSET 0) x
  UNION ALL
  SELECT p.oid, p.number + 1, length(x.body), md5(x.body)
    FROM part p, LATERAL (SELECT lo_get(p.oid, (p.number + 1) * ${PART}::bigint, ${PART}) AS body OFFSET 0) x
   WHERE p.bytes = ${PART})`;
const LARGE_OBJECTS = `${LARGE_OBJECT_PARTS}
SELECT count(*) FILTER (WHERE number = 0)::text AS count, ${summed(`concat_ws(' ', oid, number, hash)`)} AS content FROM part`;
