import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { connect, runStep, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { OURS, select } from './inspect.js';

/** Kinds of relations, as in pg_class: tables (also partitioned ones), materialized views. */
export const TABLES = ['r', 'p'];
export const VIEWS = ['m'];

/**
 * Collects the planner's statistics of a restored database over several sessions; without them queries would be slow. The
 * system catalogs have those of template0: only one that the restore made larger by a tenth (the share that autovacuum waits
 * for) is analyzed again. All of them would take as long as the restore of a small database.
 * @param kinds of relations
 */
export async function analyze(
  ctx: Context,
  address: DatabaseAddress,
  database: string,
  lanes: number,
  kinds: readonly string[] = [...TABLES, ...VIEWS],
): Promise<void> {
  const first = await connect(ctx, address, database);
  const sessions: DatabaseClient[] = [first];
  try {
    const names = await tablesOf(first, kinds);
    while (sessions.length < Math.min(lanes, names.length)) sessions.push(await connect(ctx, address, database));
    // A foreign key that is checked at the same time holds locks for as long as that takes.
    await Promise.all(sessions.map((session) => session.query('SET lock_timeout = 0')));
    await runStep(ctx, `analyzing "${database}"`, () =>
      Promise.all(
        sessions.map(async (session) => {
          for (let name = names.shift(); name !== undefined && !ctx.signal.aborted; name = names.shift()) {
            await session.query(`ANALYZE ${name}`);
          }
        }),
      ),
    );
  } finally {
    await Promise.all(sessions.map((session) => session.end().catch(() => undefined)));
  }
}

/**
 * The largest first. ANALYZE of a partitioned table covers its partitions, also foreign ones: it would ask another server,
 * which may not answer or not know this user. So the local partitions of such a table are named one by one, and a table
 * with foreign children is left out.
 */
async function tablesOf(client: DatabaseClient, kinds: readonly string[]): Promise<string[]> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `WITH RECURSIVE far AS (
       SELECT i.inhparent AS oid FROM pg_inherits i JOIN pg_class f ON f.oid = i.inhrelid AND f.relkind = 'f'
       UNION
       SELECT i.inhparent FROM pg_inherits i JOIN far ON far.oid = i.inhrelid)
     SELECT format('%I.%I', n.nspname, c.relname) AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind::text = ANY ($1) AND c.relpersistence <> 't' AND NOT c.relisshared
        AND c.oid NOT IN (SELECT oid FROM far)
        AND (NOT c.relispartition OR EXISTS (SELECT 1 FROM pg_inherits i JOIN far ON far.oid = i.inhparent
                                              WHERE i.inhrelid = c.oid))
        AND (${OURS} OR n.nspname = 'pg_catalog'
                        AND pg_relation_size(c.oid) > 1.1 * c.relpages * current_setting('block_size')::bigint)
      ORDER BY CASE c.relkind WHEN 'p' THEN (SELECT sum(pg_relation_size(p.relid)) FROM pg_partition_tree(c.oid) p)
                              ELSE pg_relation_size(c.oid) END DESC`,
    [kinds],
  );
  return rows.map(({ name }) => name);
}
