import { z } from 'zod';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { codeOf, type DatabaseClient } from './connection.js';
import { DUMPED_TABLES } from './rows.js';
import { only, select } from './select.js';

/** Fixes the settings that affect a row's text, so that equal content has equal hashes on every server. */
export const FIXED_SETTINGS = [
  `SET LOCAL search_path = pg_catalog`,
  `SET LOCAL TimeZone = 'UTC'`,
  `SET LOCAL DateStyle = 'ISO, YMD'`,
  `SET LOCAL IntervalStyle = 'postgres'`,
  `SET LOCAL extra_float_digits = 3`,
  `SET LOCAL bytea_output = 'hex'`,
  `SET LOCAL lc_monetary = 'C'`,
  // A policy that hides rows must raise an error instead of a lower count.
  `SET LOCAL row_security = off`,
  `SET LOCAL statement_timeout = 0`,
  `SET LOCAL idle_in_transaction_session_timeout = 0`,
].join('; ');

/** How long one lock may take. Without a limit, everything that queues behind the snapshot waits as well. */
const LOCK_TIMEOUT_MS = 30_000;
/** Tables of one LOCK statement. */
const BATCH = 500;
/** Attempts until no table appears or disappears while the locks are taken. */
const ATTEMPTS = 10;
/** A table was dropped or its schema renamed (42P01, 3F000), or this session lost a deadlock (40P01). */
const RETRIED = ['42P01', '3F000', '40P01'];

const table = z.object({ oid: z.string(), name: z.string() });
type Table = z.infer<typeof table>;

/**
 * Opens the one transaction in which everything is read, and from which pg_dump reads too.
 *
 * The tables are locked before the transaction takes its snapshot: ALTER TABLE and TRUNCATE write a new file that an older
 * snapshot sees as empty. LOCK and SET take no snapshot, so a transaction that holds such a lock has ended by then. A
 * comparison needs the same: its counts would wait for the lock without a limit, and then find the table empty.
 *
 * @returns the id of the exported snapshot
 * @throws RewindError database-locked when another session does not release a table; database-permission
 */
export async function beginSnapshot(
  client: DatabaseClient,
  resource: string,
  timeoutMs = LOCK_TIMEOUT_MS,
): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const tables = await listTables(client);
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${FIXED_SETTINGS}`);
    if (await lockTables(client, resource, tables, timeoutMs)) {
      const exported = await select(client, z.object({ id: z.string() }), 'SELECT pg_export_snapshot() AS id');
      const seen = await listTables(client);
      if (JSON.stringify(seen) === JSON.stringify(tables)) return only(exported).id;
    }
    await client.query('ROLLBACK');
  }
  throw new RewindError('database-locked', 'Tables were created or dropped during every attempt to lock them.', {
    resource,
    remedy: 'Run again when no migration is running.',
  });
}

async function listTables(client: DatabaseClient): Promise<Table[]> {
  return select(
    client,
    table,
    `SELECT oid::text AS oid, format('%I.%I', schema, name) AS name FROM (${DUMPED_TABLES}) t ORDER BY t.oid`,
  );
}

/** Locks tables against rewrites; false when the list of tables is out of date. */
async function lockTables(
  client: DatabaseClient,
  resource: string,
  tables: readonly Table[],
  timeoutMs: number,
): Promise<boolean> {
  try {
    await client.query(`SET LOCAL lock_timeout = ${timeoutMs}`);
    for (let from = 0; from < tables.length; from += BATCH) {
      const names = tables.slice(from, from + BATCH).map(({ name }) => `ONLY ${name}`);
      await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
    }
    return true;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (RETRIED.includes(code)) return false;
    if (code === '42501') {
      // The server names the first table only.
      throw new RewindError('database-permission', `This user may not read every table: ${messageOf(error)}.`, {
        resource,
        cause: error,
        remedy:
          'GRANT SELECT on the table, or USAGE on the schema, to this user; or connect as its owner. "rewind check" names all that it may not read.',
      });
    }
    if (code !== '55P03') throw error;
    await client.query('ROLLBACK');
    const holders = await holdersOf(client, tables);
    throw new RewindError(
      'database-locked',
      `A table stayed locked for ${timeoutMs / 1000} s: ${holders.join('; ') || 'the session that held it has ended'}.`,
      { resource },
    );
  }
}

/** Who holds or awaits the lock that keeps readers out. No text of queries: it may hold data. */
async function holdersOf(client: DatabaseClient, tables: readonly Table[]): Promise<string[]> {
  const rows = await select(
    client,
    z.object({ holder: z.string() }),
    `SELECT format('%s (application "%s", user "%s") %s %s on %s', coalesce('pid ' || l.pid, 'a prepared transaction'), a.application_name, a.usename,
                   CASE WHEN l.granted THEN 'holds' ELSE 'waits for' END, l.mode, l.relation::regclass) AS holder
       FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.mode = 'AccessExclusiveLock' AND l.relation = ANY ($1::oid[])
      ORDER BY l.granted DESC, a.xact_start LIMIT 10`,
    [tables.map(({ oid }) => oid)],
  );
  return rows.map(({ holder }) => holder);
}
