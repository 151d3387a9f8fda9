import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { beginSnapshot } from '../../services/postgres/begin-snapshot.js';
import {
  databaseError,
  literal,
  quoted,
  runStep,
  withDatabase,
  type Queryable,
} from '../../services/postgres/connection.js';
import { parseDatabaseUrl, requireDirect, type DatabaseAddress } from '../../services/postgres/database-url.js';
import { readLayout } from '../../services/postgres/layout.js';
import { readRows } from '../../services/postgres/rows.js';
import { only, select } from '../../services/postgres/select.js';
import { digestOf } from '../../runtime/digest.js';
import type { Config } from './config.js';
import type { Reading, State } from './state.js';

/** The configured database. Rejects poolers. A URL without a password takes PGPASSWORD, as libpq does. */
export function addressOf(config: Config, ctx: Context): DatabaseAddress {
  const parsed = parseDatabaseUrl(ctx.env.resolve(config.url, ctx.resource), ctx.childEnv, ctx.resource);
  const address = { ...parsed, password: parsed.password ?? ctx.env.secret('PGPASSWORD') ?? null };
  if (address.password !== null) ctx.masker.add(address.password);
  requireDirect(address, ctx.resource);
  return address;
}

export const endpointOf = ({ host, port }: DatabaseAddress): string => `${host.toLowerCase()}:${port}`;

/**
 * Reads in one transaction what proves that nothing was written: rows, large objects, sequences and definitions.
 * @param saved the snapshot to compare with: rows written since are counted
 */
export async function read(ctx: Context, address: DatabaseAddress, saved: State | undefined): Promise<Reading> {
  return withDatabase(ctx, address, address.database, async (session) => {
    await runStep(ctx, 'locking the tables', () => beginSnapshot(session, ctx.resource));
    try {
      const base = saved?.reading ? { ...saved.reading, snapshot: saved.snapshot } : undefined;
      const found = {
        ...(await readRows(session, 'rows', ctx, base, () => ({ restored: null }))),
        ...(await readServer(session)),
        catalogs: await hashCatalogs(session),
        sequences: await readSequences(session),
        layout: await readLayout(session, null),
      };
      await session.query('COMMIT');
      return found;
    } catch (error) {
      throw databaseError(error, ctx.resource, 'reading the schema and counting rows');
    }
  });
}

/** The time by the clock of the server, which also stamps its commits. */
export async function clockOf(ctx: Context, address: DatabaseAddress): Promise<Date> {
  return withDatabase(ctx, address, address.database, async (session) => {
    const found = await select(session, z.object({ now: z.date() }), 'SELECT clock_timestamp() AS now');
    return only(found).now;
  });
}

/** Not a database of a user: RDS's own, and the templates. */
const OWN = "'rdsadmin', 'template0', 'template1'";

async function readServer(session: Queryable): Promise<Pick<Reading, 'database' | 'serverMajor' | 'others'>> {
  return only(
    await select(
      session,
      z.object({ database: z.string(), serverMajor: z.number(), others: z.array(z.string()) }),
      `SELECT current_database()::text AS database, current_setting('server_version_num')::int / 10000 AS "serverMajor",
              ARRAY(SELECT datname::text FROM pg_database WHERE datname <> current_database() AND datallowconn
                       AND datname NOT IN (${OWN}) ORDER BY 1) AS others`,
    ),
  );
}

async function readSequences(session: Queryable): Promise<Reading['sequences']> {
  const rows = await select(
    session,
    z.object({ name: z.string(), value: z.string().nullable() }),
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value FROM pg_sequences
      WHERE schemaname NOT LIKE 'pg\\_temp%' ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Columns that VACUUM, ANALYZE and REINDEX change. */
const VOLATILE = [
  'relpages',
  'reltuples',
  'relallvisible',
  'relallfrozen',
  'relfrozenxid',
  'relminmxid',
  'relfilenode',
  'relhasindex',
  'relhasrules',
  'relhastriggers',
  'relhassubclass',
  'indcheckxmin',
];
/** Columns that lead from a row of a catalog to the table or schema that it belongs to. */
const OWNERS = [
  'oid',
  'attrelid',
  'adrelid',
  'indrelid',
  'indexrelid',
  'inhrelid',
  'conrelid',
  'ev_class',
  'tgrelid',
  'relnamespace',
  'typnamespace',
  'typrelid',
  'objid',
  'refobjid',
  'pronamespace',
];

/**
 * A hash of all definitions: every catalog of the database that this user may read, without statistics and what belongs to
 * temporary tables. DDL cannot leave it as it was.
 */
async function hashCatalogs(session: Queryable): Promise<string> {
  const catalogs = await select(
    session,
    z.object({ name: z.string(), columns: z.array(z.string()) }),
    `SELECT c.relname AS name, ARRAY(SELECT a.attname::text FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns
       FROM pg_class c WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
        AND NOT c.relisshared AND c.relname NOT IN ('pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject')
        AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1`,
  );
  const { ids } = only(
    await select(
      session,
      z.object({ ids: z.array(z.string()) }),
      `SELECT ARRAY(SELECT oid::text FROM pg_namespace WHERE nspname ~ '^pg_(toast_)?temp_' UNION ALL
                    SELECT c.oid::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                     WHERE n.nspname ~ '^pg_(toast_)?temp_') AS ids`,
    ),
  );
  const parts = catalogs.map(({ name, columns }) => {
    const row = columns.filter((column) => !VOLATILE.includes(column)).map((column) => `t.${quoted(column)}`);
    const owners = columns.filter((column) => OWNERS.includes(column)).map((column) => `t.${quoted(column)}::text`);
    const where = ids.length === 0 || owners.length === 0 ? '' : `WHERE NOT ARRAY[${owners.join(', ')}] && $1::text[]`;
    return `SELECT ${literal(name)} AS name, sum(hashtextextended(ROW(${row.join(', ')})::text, 0)::numeric)::text AS hash
              FROM pg_catalog.${quoted(name)} t ${where}`;
  });
  const hashes = await select(
    session,
    z.object({ name: z.string(), hash: z.string().nullable() }),
    `${parts.join(' UNION ALL ')} ORDER BY 1`,
    ids.length === 0 ? [] : [ids],
  );
  return digestOf(hashes);
}
