import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { literal, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { OURS, select } from './inspect.js';

/**
 * What pg_dump prints with functions of the server that do not look at its snapshot: `pg_get_function_result` gives NULL for
 * a function that was dropped since, and pg_dump then writes `RETURNS` and nothing behind it. Locks protect tables only.
 */
const OBJECTS = `
  SELECT 'schema' AS kind, n.oid, n.nspname::text AS name, '' AS form FROM pg_namespace n WHERE ${OURS}
  UNION ALL SELECT 'relation', o.oid, o.relname, '' FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace WHERE ${OURS}
  UNION ALL SELECT 'type', o.oid, o.typname, '' FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace WHERE ${OURS}
  UNION ALL SELECT 'enum value', e.oid, e.enumlabel, '' FROM pg_enum e
  UNION ALL SELECT 'function', o.oid, o.proname,
                   CASE WHEN o.pronargdefaults > 0 OR to_jsonb(o) ->> 'prosqlbody' IS NOT NULL THEN o.xmin::text ELSE '' END
              FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace WHERE ${OURS}
  UNION ALL SELECT 'operator', o.oid, o.oprname, '' FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE ${OURS}
  UNION ALL SELECT 'collation', o.oid, o.collname, '' FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace WHERE ${OURS}
  UNION ALL SELECT 'statistics', o.oid, o.stxname, '' FROM pg_statistic_ext o JOIN pg_namespace n ON n.oid = o.stxnamespace WHERE ${OURS}
  UNION ALL SELECT 'constraint', o.oid, o.conname, '' FROM pg_constraint o JOIN pg_namespace n ON n.oid = o.connamespace WHERE ${OURS}
  UNION ALL SELECT 'rule', o.oid, o.rulename, ''
              FROM pg_rewrite o JOIN pg_class c ON c.oid = o.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS}`;

const objects = (client: DatabaseClient): Promise<string[]> =>
  select(
    client,
    z.object({ object: z.string() }),
    `SELECT concat_ws(' ', kind, name, oid, form) AS object FROM (${OBJECTS}) o`,
  ).then((rows) => rows.map(({ object }) => object));

/**
 * Called when pg_dump has read all definitions: requires that no object of its snapshot was dropped, renamed or replaced meanwhile.
 *
 * @param exported id of the exported snapshot; its transaction is still open
 * @throws RewindError database-locked, which starts the backup again
 */
export async function assertSteady(ctx: Context, address: DatabaseAddress, exported: string): Promise<void> {
  const gone = await withDatabase(ctx, address, address.database, async (client) => {
    await client.query(
      `SET default_transaction_deferrable = off; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT ${literal(exported)}`,
    );
    const then = await objects(client);
    await client.query('COMMIT');
    const now = new Set(await objects(client));
    return then.filter((object) => !now.has(object));
  });
  if (gone.length === 0) return;
  const names = gone.map((object) => object.split(' ').slice(0, -1).join(' '));
  throw migrated(
    ctx.resource,
    `Objects were dropped, renamed or replaced during the backup: ${names.slice(0, 5).join(', ')}.`,
  );
}

function migrated(resource: string, message: string, cause?: unknown): RewindError {
  return new RewindError('database-locked', message, {
    resource,
    remedy: 'Run again when no migration is running.',
    cause,
  });
}

/** `database-locked` where pg_dump stumbled over an object that was dropped while it ran; else the error as it is. */
export function asMigrated(error: unknown, resource: string): unknown {
  const vanished =
    /cache lookup failed for|could not (open|find) (relation|tuple|attribute|attrdef)|definition of view .* appears to be empty|relation ".*" does not exist|schema with OID \d+ does not exist|was concurrently (dropped|deleted)/;
  const message = messageOf(error);
  if (!(error instanceof RewindError) || error.code !== 'dump-failed' || !vanished.test(message)) return error;
  return migrated(resource, `An object was dropped while pg_dump read it. ${message}`, error);
}
