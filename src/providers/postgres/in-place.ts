import { Readable } from 'node:stream';
import { z } from 'zod';
import type { PayloadSource } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { literal, quoted, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { feed, findPrograms, outputOf, start } from './client.js';
import type { Config } from './config.js';
import { DUMP, metered } from './dump.js';
import { select } from './inspect.js';
import { withRestoreTag } from './restore-tag.js';
import { serverOf } from './server.js';
import type { State } from './state.js';

/**
 * For users who cannot create databases: one transaction drops all objects, restores the dump, counts, and commits only
 * if every count equals the snapshot's. Other sessions see nothing before the commit, and any failure rolls back.
 */
export async function restoreInPlace(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  expected: State,
): Promise<void> {
  const { drops, tag, major } = await withDatabase(ctx, address, address.database, async (client) => {
    const server = await serverOf(client, config);
    return {
      drops: await dropStatements(client),
      tag: await tagStatements(client, server.owner, address, expected),
      major: server.major,
    };
  });
  const programs = await findPrograms(ctx, major, config['client-bin']);
  const script = start(ctx, programs.restore, ['--format=custom', '--file=-'], null, null, 'restore-failed');
  const psql = start(
    ctx,
    programs.psql,
    ['--no-psqlrc', '--quiet', '--no-password', '--set=ON_ERROR_STOP=1', '--file=-'],
    address,
    address.database,
    'restore-failed',
  );
  // psql's --single-transaction commits at the end of its input, and a feeder that dies ends the input too. An explicit
  // COMMIT is reached only by a complete script: without it, the end of the session rolls back.
  const before = ['BEGIN', "SET LOCAL lock_timeout = '60s'", 'SET LOCAL client_min_messages = warning', ...drops];
  const after = [...checkStatements(expected), ...tag, 'COMMIT'];
  const text = (statements: readonly string[]): Readable => Readable.from([`${statements.join(';\n')};\n`]);
  const dump = metered(ctx, source, address.database, await source.open(DUMP));
  const [fed, restored] = await Promise.allSettled([
    feedScript(script, dump),
    feed(psql, text(before), outputOf(script), text(after)),
  ]);
  // A damaged dump ends the script early, so its error is the cause, not psql's.
  for (const outcome of [fed, restored]) if (outcome.status === 'rejected') throw outcome.reason as Error;
  ctx.log.info(
    `"${address.database}" is as in snapshot ${expected.snapshot}: ${expected.tables.length} tables compared`,
  );
}

/** Writes the dump to pg_restore; psql reads the output. */
async function feedScript(script: ReturnType<typeof start>, dump: Readable): Promise<void> {
  if (!script.child.stdin) throw new RewindError('internal', 'pg_restore was started without an input.');
  const { pipeline } = await import('node:stream/promises');
  try {
    await pipeline(dump, script.child.stdin);
  } catch (error) {
    if (error instanceof RewindError) script.child.kill('SIGTERM');
    throw error;
  }
}

/** Drops all objects except the server's and those of extensions; keeps schemas that contain an extension's objects. */
async function dropStatements(client: DatabaseClient): Promise<string[]> {
  const rows = await select(
    client,
    z.object({ statement: z.string() }),
    `WITH ours AS (SELECT oid, nspname FROM pg_namespace n
                    WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg\\_%'
                      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')),
          extended AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
     SELECT format('DROP PUBLICATION IF EXISTS %I', pubname) AS statement, 0 AS place FROM pg_publication
     UNION ALL
     SELECT format('DROP %s IF EXISTS %I.%I CASCADE', CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                   WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, o.nspname, c.relname), 1
       FROM pg_class c JOIN ours o ON o.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM extended)
     UNION ALL
     SELECT format('DROP %s IF EXISTS %I.%I(%s) CASCADE', CASE p.prokind WHEN 'a' THEN 'AGGREGATE' WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
                   o.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), 2
       FROM pg_proc p JOIN ours o ON o.oid = p.pronamespace
      WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM extended)
     UNION ALL
     SELECT format('DROP TYPE IF EXISTS %I.%I CASCADE', o.nspname, t.typname), 3
       FROM pg_type t JOIN ours o ON o.oid = t.typnamespace LEFT JOIN pg_class r ON r.oid = t.typrelid
      WHERE (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND r.relkind = 'c'))
        AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM extended)
     UNION ALL
     SELECT format('DROP SCHEMA IF EXISTS %I CASCADE', o.nspname), 4 FROM ours o
      WHERE o.nspname <> 'public' AND NOT EXISTS (SELECT 1 FROM pg_extension e WHERE e.extnamespace = o.oid)
     ORDER BY 2`,
  );
  return [
    ...rows.map(({ statement }) => statement),
    'SELECT pg_catalog.lo_unlink(oid) FROM pg_catalog.pg_largeobject_metadata',
  ];
}

/** A different count raises an error, which rolls the transaction back. The message names only the table. */
function checkStatements(expected: State): string[] {
  const checks = expected.tables.map(({ name, rows }) => {
    const [schema = '', ...rest] = name.split('.');
    const table = `${quoted(schema)}.${quoted(rest.join('.'))}`;
    return `IF (SELECT count(*) FROM ONLY ${table}) <> ${rows} THEN RAISE EXCEPTION ${literal(`restored rows of ${name.replaceAll('%', '%%')} are not ${rows}`)}; END IF;`;
  });
  return [`DO $rewind$ BEGIN ${checks.join(' ')} END $rewind$`];
}

/** Writes the tag in the same transaction, so that it identifies the restored rows. Only the owner may set it. */
async function tagStatements(
  client: DatabaseClient,
  owner: boolean,
  address: DatabaseAddress,
  expected: State,
): Promise<string[]> {
  if (!owner) return [];
  const rows = await select(
    client,
    z.object({ comment: z.string().nullable() }),
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()`,
  );
  // The transaction's id is available only inside it.
  const marked = withRestoreTag(rows[0]?.comment ?? null, expected.snapshot, '%NEXT%');
  const name = quoted(address.database);
  return [
    `DO $rewind$ BEGIN EXECUTE format('COMMENT ON DATABASE ${name.replaceAll(`'`, `''`).replaceAll('%', '%%')} IS %L', replace(${literal(marked)}, '%NEXT%', (pg_current_xact_id()::text::numeric + 1)::text)); END $rewind$`,
  ];
}
