import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { literal, quoted, type DatabaseClient } from '../../services/postgres/connection.js';
import { baselineOf, newerThan, type Baseline } from './loss-meter.js';
import { RESTORE_TAG } from './restore-tag.js';
import type { State, TableState } from './state.js';

/** The parsed rows of a query. */
export async function select<T>(
  client: DatabaseClient,
  row: z.ZodType<T>,
  sql: string,
  params: readonly unknown[] = [],
): Promise<T[]> {
  const { rows } = await client.query<Record<string, unknown>>(sql, [...params]);
  return z.array(row).parse(rows);
}

export function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('a query that always gives a row gave none');
  return row;
}

const bigint = z.string().transform(Number);

/** Excludes the server's own schemas. */
export const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'`;
/** Excludes objects of extensions: CREATE EXTENSION restores them. */
export const notOfExtension = (catalog: string, oid: string): string =>
  `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

/**
 * Reads the state of the database, inside the transaction of `beginSnapshot`.
 * @param saved the snapshot to compare with: rows written since are counted
 */
export async function inspect(
  client: DatabaseClient,
  integrity: State['integrity'],
  ctx: Context,
  saved?: State,
): Promise<Pick<State, 'tables' | 'largeObjects' | 'schema' | 'boundary' | 'restored' | 'origin'>> {
  const head = only(
    await select(
      client,
      z.object({
        next: z.string(),
        oldest: z.string(),
        open: z.array(z.string()),
        objects: bigint,
        comment: z.string().nullable(),
      }),
      `SELECT pg_snapshot_xmax(s)::text AS next, pg_snapshot_xmin(s)::text AS oldest,
              ARRAY(SELECT pg_snapshot_xip(s)::text) AS open,
              (SELECT count(*) FROM pg_largeobject_metadata)::text AS objects,
              (SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()) AS comment
         FROM pg_current_snapshot() s`,
    ),
  );
  const tag = RESTORE_TAG.exec(head.comment ?? '');
  const restored = tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null;
  const origin = await originOf(client);
  const own: Baseline = { oldest: head.oldest, seen: [] };
  const baseline = saved ? baselineOf(saved, { restored, origin, boundary: head }) : own;
  const seen = { ids: new Set<string>(), complete: true };
  const tables = await countTables(
    client,
    integrity,
    ctx,
    'unknown' in baseline ? null : baseline,
    // Without a snapshot to compare with, the counted rows are those of transactions that ended while older ones ran.
    async (table) => {
      if (saved === undefined && seen.complete) seen.complete = await addSeen(client, table, own, seen.ids);
    },
  );
  return {
    boundary: {
      next: head.next,
      open: head.open,
      oldest: head.oldest,
      seen: seen.complete ? [...seen.ids].sort() : null,
    },
    largeObjects: head.objects,
    restored,
    origin,
    schema: await schemaOf(client),
    tables: saved ? tables : tables.map((entry) => ({ ...entry, changed: null })),
  };
}

/** Identifies server and database. */
export async function originOf(client: DatabaseClient): Promise<State['origin']> {
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
async function addSeen(client: DatabaseClient, table: string, own: Baseline, seen: Set<string>): Promise<boolean> {
  const found = await select(
    client,
    z.object({ id: z.string() }),
    `SELECT DISTINCT t.xmin::text AS id FROM ONLY ${table} t WHERE ${newerThan(own, 't')} LIMIT ${MAX_SEEN + 1}`,
  );
  for (const { id } of found) seen.add(id);
  return seen.size <= MAX_SEEN;
}

async function countTables(
  client: DatabaseClient,
  integrity: State['integrity'],
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
      inserted: bigint,
      updated: bigint,
      deleted: bigint,
    }),
    `SELECT n.nspname AS schema, c.relname AS name, greatest(c.reltuples, 0)::bigint::text AS estimate,
            pg_relation_filenode(c.oid)::text AS file,
            coalesce(pg_stat_get_tuples_inserted(c.oid), 0)::text AS inserted,
            coalesce(pg_stat_get_tuples_updated(c.oid), 0)::text AS updated,
            coalesce(pg_stat_get_tuples_deleted(c.oid), 0)::text AS deleted
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${OURS} AND ${notOfExtension('pg_class', 'c.oid')}
      ORDER BY 1, 2`,
  );
  const expected = tables.reduce((sum, { estimate }) => sum + estimate, 0);
  const progress = ctx.progress(integrity === 'content' ? 'hashing rows' : 'counting rows', 'rows');
  const result: TableState[] = [];
  // age() orders transaction ids across their wrap-around. It counts from an id that is fixed during one transaction;
  // the age of the first ordinary id (3) reveals that id.
  const { age } = only(await select(client, z.object({ age: z.number() }), `SELECT age('3'::xid) AS age`));
  const base = (3 + age + CYCLE) % CYCLE;
  let done = 0;
  for (const { schema, name, file, inserted, updated, deleted } of tables) {
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
        `SELECT count(*)::text AS rows, (min(age(t.xmin)) FILTER (WHERE age(t.xmin) >= 0))::text AS youngest,
                (count(*) FILTER (WHERE age(t.xmin) < 0))::text AS ahead,
                ${baseline === null ? 'NULL' : `(count(*) FILTER (WHERE ${newerThan(baseline, 't')}))::text`} AS changed,
                ${integrity === 'content' ? CONTENT : 'NULL'} AS content
           FROM ONLY ${quoted(schema)}.${quoted(name)} t`,
      ),
    );
    done += counted.rows;
    if (counted.changed !== null && counted.changed > 0) await onNewer(`${quoted(schema)}.${quoted(name)}`);
    progress.update(done, Math.max(done, expected));
    const newest = counted.youngest === null ? null : (base - counted.youngest + CYCLE) % CYCLE;
    result.push({
      name: `${schema}.${name}`,
      rows: counted.rows,
      newest,
      changed: counted.changed,
      ahead: counted.ahead,
      file,
      content: counted.content,
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
/** Sums half of each row's MD5 as a number, because a sum does not depend on the order of rows. */
const CONTENT = `coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint::numeric), 0)::text`;

/**
 * A hash of each object's definition, as the catalogue prints it. Sorts columns by name: their position does not affect
 * programs.
 */
async function schemaOf(client: DatabaseClient): Promise<Record<string, string>> {
  const rows = await select(client, z.object({ object: z.string(), definition: z.string() }), SCHEMA_SQL);
  return Object.fromEntries(
    rows
      .map(
        ({ object, definition }) =>
          [object, createHash('sha256').update(definition).digest('hex').slice(0, 16)] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const SCHEMA_SQL = `
SELECT 'schema ' || n.nspname AS object, concat_ws('|', n.nspowner::regrole, n.nspacl::text) AS definition
  FROM pg_namespace n WHERE ${OURS} AND ${notOfExtension('pg_namespace', 'n.oid')}
UNION ALL
SELECT 'extension ' || extname, extversion FROM pg_extension
UNION ALL
SELECT CASE c.relkind WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view ' WHEN 'S' THEN 'sequence '
                      WHEN 'f' THEN 'foreign table ' ELSE 'table ' END || n.nspname || '.' || c.relname,
       concat_ws(E'\\n', c.relkind, c.relpersistence, c.relowner::regrole, c.relacl::text, c.relrowsecurity, c.relforcerowsecurity,
         c.reloptions::text, pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid),
         CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
         (SELECT concat_ws(',', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle)
            FROM pg_sequence s WHERE s.seqrelid = c.oid),
         (SELECT string_agg(concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                   a.attgenerated, CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation END,
                   pg_get_expr(ad.adbin, ad.adrelid), a.attacl::text, col_description(c.oid, a.attnum)), E'\\n' ORDER BY a.attname)
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
           WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind <> 'S'),
         (SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), E'\\n' ORDER BY k.conname)
            FROM pg_constraint k WHERE k.conrelid = c.oid),
         (SELECT string_agg(pg_get_indexdef(i.indexrelid) || i.indisvalid::text, E'\\n' ORDER BY i.indexrelid::regclass::text)
            FROM pg_index i WHERE i.indrelid = c.oid),
         (SELECT string_agg(pg_get_triggerdef(g.oid) || g.tgenabled::text, E'\\n' ORDER BY g.tgname)
            FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal),
         (SELECT string_agg(concat_ws(' ', p.polname, p.polcmd, p.polpermissive,
                   (SELECT string_agg(coalesce(r.rolname, 'public'), ',' ORDER BY r.rolname)
                      FROM unnest(p.polroles) u LEFT JOIN pg_roles r ON r.oid = u),
                   pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)), E'\\n' ORDER BY p.polname)
            FROM pg_policy p WHERE p.polrelid = c.oid),
         obj_description(c.oid, 'pg_class'))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relpersistence <> 't' AND ${OURS} AND ${notOfExtension('pg_class', 'c.oid')}
UNION ALL
SELECT 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
       concat_ws(E'\\n', p.proowner::regrole, p.proacl::text,
         CASE WHEN p.prokind = 'a' THEN (SELECT concat_ws(' ', a.aggtransfn, a.aggfinalfn, a.agginitval, format_type(a.aggtranstype, NULL))
                                           FROM pg_aggregate a WHERE a.aggfnoid = p.oid)
              ELSE pg_get_functiondef(p.oid) END)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OURS} AND ${notOfExtension('pg_proc', 'p.oid')}
UNION ALL
SELECT 'type ' || n.nspname || '.' || t.typname,
       concat_ws(E'\\n', t.typtype, t.typowner::regrole, t.typacl::text, format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
         (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
         (SELECT string_agg(k.conname || pg_get_constraintdef(k.oid), ',' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid),
         (SELECT string_agg(a.attname || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attname)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'c'
           WHERE c.oid = t.typrelid AND NOT a.attisdropped))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class r ON r.oid = t.typrelid
 WHERE (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND r.relkind = 'c')) AND ${OURS} AND ${notOfExtension('pg_type', 't.oid')}
UNION ALL
SELECT 'publication ' || p.pubname, concat_ws('|', p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate,
         (SELECT string_agg(r.prrelid::regclass::text, ',' ORDER BY 1) FROM pg_publication_rel r WHERE r.prpubid = p.oid))
  FROM pg_publication p
UNION ALL
SELECT 'event trigger ' || e.evtname, concat_ws('|', e.evtevent, e.evtfoid::regproc, e.evtenabled, e.evttags::text)
  FROM pg_event_trigger e WHERE ${notOfExtension('pg_event_trigger', 'e.oid')}`;

/** A database in the server's catalogue, readable from any database. */
const databaseRow = z.object({
  name: z.string(),
  accepts: z.boolean(),
  comment: z.string().nullable(),
  owner: z.string(),
});

export async function findDatabase(
  client: DatabaseClient,
  name: string,
): Promise<z.infer<typeof databaseRow> | undefined> {
  const rows = await select(
    client,
    databaseRow,
    `SELECT datname AS name, datallowconn AS accepts, shobj_description(oid, 'pg_database') AS comment,
            pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = ${literal(name)}`,
  );
  return rows[0];
}
