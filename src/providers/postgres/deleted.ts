import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { messageOf } from '../../runtime/errors.js';
import { withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import type { DatabaseEntry } from './databases.js';
import { only, select } from './inspect.js';

const row = z.object({ deleted: z.string() });

/** Rows that were ever deleted in a database, by the statistics of the server. Any session can ask. */
export async function deletedIn(client: DatabaseClient, oid: number): Promise<bigint> {
  const sql = 'SELECT pg_stat_get_db_tuples_deleted($1::oid)::text AS deleted';
  return BigInt(only(await select(client, row, sql, [oid])).deleted);
}

/**
 * Those of `deletedIn` that are statistics for the planner: ANALYZE replaces them, also that of autovacuum, so they say
 * nothing of what somebody did. Only a session of that database can ask.
 */
export async function replacedStatistics(client: DatabaseClient): Promise<bigint> {
  const sql = `WITH kept AS (
      SELECT oid, reltoastrelid FROM pg_catalog.pg_class
       WHERE relnamespace = 'pg_catalog'::regnamespace AND relname IN ('pg_statistic', 'pg_statistic_ext_data'))
    SELECT coalesce(sum(pg_stat_get_tuples_deleted(oid)), 0)::text AS deleted
      FROM (SELECT oid FROM kept UNION ALL SELECT reltoastrelid FROM kept WHERE reltoastrelid <> 0) t`;
  return BigInt(only(await select(client, row, sql)).deleted);
}

/** Before a database is closed. @returns null if it cannot be asked, e.g. because an interrupted run closed it */
export async function statisticsBefore(
  ctx: Context,
  address: DatabaseAddress,
  database: DatabaseEntry | undefined,
): Promise<bigint | null> {
  if (database?.accepts !== true) return null;
  try {
    return await withDatabase(ctx, address, database.name, replacedStatistics);
  } catch (error) {
    ctx.log.warn(`"${database.name}": it will be unknown later whether rows were deleted in it: ${messageOf(error)}`);
    return null;
  }
}
