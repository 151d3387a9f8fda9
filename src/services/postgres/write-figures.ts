import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { codeOf, withDatabase, type Queryable } from './connection.js';
import type { DatabaseAddress } from './database-url.js';

/** Figures that two readings compare. The names are for people. */
export interface PostgresWrites {
  readonly rows: Readonly<Record<string, string>>;
  /** Position of the write-ahead log; null: the role may not read it. */
  readonly position: string | null;
}

const row = z.object({
  inserted: z.string(),
  updated: z.string(),
  deleted: z.string(),
  reset: z.string(),
  databases: z.string(),
});

/**
 * PostgreSQL documentation, "The Cumulative Statistics System": pg_stat_database counts the rows that were inserted, updated
 * and deleted, those of the catalogs too, so a DDL statement or a TRUNCATE moves them as well. The databases of the server
 * are counted apart, because their catalog is shared.
 */
const FIGURES = `
  SELECT s.tup_inserted::text AS inserted, s.tup_updated::text AS updated, s.tup_deleted::text AS deleted,
         coalesce(s.stats_reset::text, 'never') AS reset,
         (SELECT string_agg(d.oid || ':' || d.datname, ',' ORDER BY d.oid) FROM pg_catalog.pg_database d) AS databases
    FROM pg_catalog.pg_stat_database s WHERE s.datname = current_database()`;

/** Reads what moves with each write to the database. @throws RewindError as a connection */
export async function readWriteFigures(ctx: Context, address: DatabaseAddress): Promise<PostgresWrites> {
  return withDatabase(ctx, address, address.database, async (client) => {
    const { rows } = await client.query(FIGURES);
    const { inserted, updated, deleted, reset, databases } = row.parse(rows[0]);
    return {
      rows: {
        'rows inserted': inserted,
        'rows updated': updated,
        'rows deleted': deleted,
        'reset of the counters': reset,
        'databases of the server': databases,
      },
      position: await positionOf(client),
    };
  });
}

/** Position of the write-ahead log; null on a replica (55000) and without the privilege (42501). */
async function positionOf(client: Queryable): Promise<string | null> {
  try {
    const { rows } = await client.query('SELECT pg_current_wal_insert_lsn()::text AS position');
    return z.object({ position: z.string() }).parse(rows[0]).position;
  } catch (error) {
    if (codeOf(error) === '55000' || codeOf(error) === '42501') return null;
    throw error;
  }
}
