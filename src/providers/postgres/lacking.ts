import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { causeOf } from '../../runtime/cancel.js';
import { messageOf } from '../../runtime/errors.js';
import { beginSnapshot } from '../../services/postgres/begin-snapshot.js';
import { cancellable } from '../../services/postgres/beside.js';
import { quoted, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import type { TableLoss } from '../../services/postgres/data-loss.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { LARGE_OBJECT_PARTS } from '../../services/postgres/rows.js';
import { plural } from '../../runtime/text.js';
import { DUMPED_TABLES, only, select } from './inspect.js';
import { inBatches } from './salvage/read.js';

const tableRow = z.object({
  /** `schema.name` */
  name: z.string(),
  schema: z.string(),
  relation: z.string(),
  /** `WHERE …` of the configuration table of an extension; else ''. */
  condition: z.string(),
  /** Those that an application writes: generated ones follow from them. */
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  estimate: z.number(),
});
type Table = z.infer<typeof tableRow>;

const TABLES = `
SELECT t.schema || '.' || t.name AS name, t.schema, t.name AS relation, t.condition,
       (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attname), '[]')
          FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       greatest(c.reltuples, 0)::float8 AS estimate
  FROM (${DUMPED_TABLES}) t JOIN pg_class c ON c.oid = t.oid WHERE t.kind = 'r' ORDER BY 1`;

/**
 * Counts the rows and large objects of a database that another database of the same server does not hold. Compares content,
 * so it does not matter who wrote a row, or when. The server sums hashes of rows and sends no rows.
 *
 * @param kept the other one, which returns
 */
export async function lackingIn(ctx: Context, address: DatabaseAddress, kept: string): Promise<TableLoss[]> {
  ctx.log.info(`[${ctx.resource}] Comparing "${address.database}" with "${kept}" row by row: both are read whole`);
  try {
    return await withDatabase(ctx, address, address.database, (here) =>
      withDatabase(ctx, address, kept, (there) =>
        cancellable(ctx, address, [here, there], () => compare(ctx, here, there, kept)),
      ),
    );
  } catch (error) {
    if (ctx.signal.aborted) throw causeOf(ctx, error, `the comparison of "${address.database}" with "${kept}"`);
    return [notCompared(address.database, kept, messageOf(error))];
  }
}

async function compare(ctx: Context, here: DatabaseClient, there: DatabaseClient, kept: string): Promise<TableLoss[]> {
  for (const client of [here, there]) {
    await beginSnapshot(client, ctx.resource);
    // Holds all buckets of a table in memory.
    await client.query(`SET LOCAL work_mem = '64MB'`);
  }
  return [...(await lackingRows(ctx, here, there, kept)), ...(await lackingObjects(here, there, kept))];
}

export const notCompared = (database: string, kept: string, why: string): TableLoss => ({
  table: `database "${database}"`,
  written: null,
  replaced: null,
  certainty: 'unknown',
  reason: `it could not be compared with "${kept}": ${why}`,
});

const loss = (
  kept: string,
  table: string,
  written: number,
  reason: string | null = null,
  certainty: TableLoss['certainty'] = reason === null ? 'exact' : 'at most',
): TableLoss => ({
  table,
  written,
  replaced: 0,
  certainty,
  reason,
  lackedBy: kept,
});

async function lackingRows(
  ctx: Context,
  here: DatabaseClient,
  there: DatabaseClient,
  kept: string,
): Promise<TableLoss[]> {
  const others = new Map((await select(there, tableRow, TABLES)).map((entry) => [entry.name, entry]));
  const found: TableLoss[] = [];
  for (const table of await select(here, tableRow, TABLES)) {
    ctx.signal.throwIfAborted();
    const other = others.get(table.name);
    if (other === undefined) {
      found.push(loss(kept, table.name, await countRows(here, table), 'it has no table of this name'));
      continue;
    }
    const types = new Map(other.columns.map(({ name, type }) => [name, type]));
    const shared = table.columns.filter(({ name }) => types.has(name));
    const retyped = shared.filter(({ name, type }) => types.get(name) !== type).map(({ name }) => name);
    const extra = table.columns.filter(({ name }) => !types.has(name)).map(({ name }) => name);
    const columns = shared.map(({ name }) => name);
    const written = await surplus(here, there, hashed(table, other, columns, extra));
    if (written === 0) continue;
    const reasons = [
      ...(retyped.length === 0 ? [] : [`other type of column ${retyped.join(', ')}`]),
      ...(await lackingValues(here, table, extra)),
    ];
    const reason = reasons.length === 0 ? null : reasons.join('; ');
    found.push(loss(kept, table.name, written, reason, retyped.length === 0 ? 'exact' : 'at most'));
  }
  return found.filter(({ written }) => written !== 0);
}

/** What each column holds that the other database does not have. Rows are not counted by it: one row can have many values. */
async function lackingValues(here: DatabaseClient, table: Table, columns: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of columns) {
    const values = await countRows(here, table, name);
    if (values > 0) found.push(`it has no column ${name}: ${plural(values, 'value')}`);
  }
  return found;
}

const sqlOf = ({ schema, relation }: Table): string => `${quoted(schema)}.${quoted(relation)}`;

/** Rows of a table, or those with a value in one column. Without an alias, because the condition of an extension may name the table. */
async function countRows(client: DatabaseClient, table: Table, column?: string): Promise<number> {
  const counted = column === undefined ? '*' : `${quoted(table.relation)}.${quoted(column)}`;
  const sql = `SELECT count(${counted})::float8 AS rows FROM ONLY ${sqlOf(table)} ${table.condition}`;
  return only(await select(client, z.object({ rows: z.number() }), sql)).rows;
}

const ROWS_PER_BUCKET = 20;
const MAX_BITS = 18;

/**
 * A query of the hash and the bucket of each row, for both sides. Values are compared as text.
 *
 * @param extra columns of `ours` that `theirs` has not: a row with a value in one of them has no equal there
 */
function hashed(ours: Table, theirs: Table, columns: readonly string[], extra: readonly string[]): [string, string] {
  const rows = Math.max(ours.estimate, theirs.estimate);
  const bits = Math.min(MAX_BITS, Math.max(4, Math.ceil(Math.log2(rows / ROWS_PER_BUCKET + 1))));
  const of = (table: Table, mark = ''): string => {
    const row = `(ROW(${listOf(table, columns)})::text${mark}) COLLATE "C"`;
    return bucketed(row, `FROM ONLY ${sqlOf(table)} ${table.condition}`, bits);
  };
  const mark = ` || CASE WHEN num_nonnulls(${listOf(ours, extra)}) > 0 THEN ' and more' ELSE '' END`;
  return [of(ours, extra.length === 0 ? '' : mark), of(theirs)];
}

const listOf = ({ relation }: Table, columns: readonly string[]): string =>
  columns.map((column) => `${quoted(relation)}.${quoted(column)}`).join(', ');

const bucketed = (text: string, from: string, bits: number): string =>
  `SELECT hash, (hash & ${2 ** bits - 1})::int AS bucket FROM (SELECT hashtextextended(${text}, 0) AS hash ${from}) h`;

/**
 * How many of the rows of one query the other one lacks; equal rows count as often as they are there. Sums of hashes by bucket
 * find where the two differ. Only of differing buckets the hashes are read, in their order, so that memory stays constant.
 */
async function surplus(
  here: DatabaseClient,
  there: DatabaseClient,
  [ours, theirs]: readonly [string, string],
): Promise<number> {
  const [a, b] = await Promise.all([sums(here, ours), sums(there, theirs)]);
  const differing = [...a].filter(([bucket, sum]) => b.get(bucket) !== sum).map(([bucket]) => bucket);
  if (differing.length === 0) return 0;
  const left = hashesIn(here, ours, differing);
  const right = hashesIn(there, theirs, differing);
  let count = 0;
  let next = await right.next();
  for await (const { hash, times } of left) {
    while (next.done !== true && next.value.hash < hash) next = await right.next();
    const found = next.done !== true && next.value.hash === hash ? next.value.times : 0;
    count += Math.max(0, times - found);
  }
  return count;
}

/** By bucket: number and sum of the hashes. A sum tells duplicates apart, which bit_xor does not. */
async function sums(client: DatabaseClient, query: string): Promise<Map<number, string>> {
  const found = await select(
    client,
    z.object({ bucket: z.number(), sum: z.string() }),
    `SELECT bucket, count(*) || ' ' || sum(hash) AS sum FROM (${query}) b GROUP BY 1`,
  );
  return new Map(found.map(({ bucket, sum }) => [bucket, sum]));
}

const HASHES_AT_ONCE = 10_000;

async function* hashesIn(
  client: DatabaseClient,
  query: string,
  buckets: readonly number[],
): AsyncGenerator<{ readonly hash: bigint; readonly times: number }> {
  const sorted = `SELECT hash, count(*) FROM (${query}) b WHERE bucket IN (SELECT unnest('{${buckets.join(',')}}'::int[])) GROUP BY 1 ORDER BY 1`;
  for await (const batch of inBatches(client, sorted, HASHES_AT_ONCE)) {
    for (const [hash, times] of batch) yield { hash: BigInt(hash ?? '0'), times: Number(times) };
  }
}

/** A large object counts as another one if its content differs. */
const OBJECTS = `${LARGE_OBJECT_PARTS} ${bucketed(`oid || ' ' || string_agg(hash, '' ORDER BY number)`, 'FROM part GROUP BY oid', MAX_BITS)}`;

async function lackingObjects(here: DatabaseClient, there: DatabaseClient, kept: string): Promise<TableLoss[]> {
  const count = await surplus(here, there, [OBJECTS, OBJECTS]);
  return count === 0 ? [] : [loss(kept, 'large objects', count)];
}
