import { z } from 'zod';
import type { PayloadSource } from '../../engine/payload.js';
import type { Prepared } from '../../engine/provider.js';
import { assertNotCancelled, causeOf } from '../../runtime/cancel.js';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { literal, quoted, withDatabase } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { FIXED_SETTINGS } from '../../services/postgres/begin-snapshot.js';
import { findPrograms, outdatedClient } from './programs.js';
import { mismatches } from './compare.js';
import type { Config } from './config.js';
import {
  differingProperties,
  finishStatements,
  readProperties,
  resetStatements,
  savedProperties,
  type DatabaseProperties,
} from './database-properties.js';
import { readHead } from './entries.js';
import { dropStatements } from './in-place-drop.js';
import { assertFrozen, LockedSession, lockReadersAndDrop, lockWriters } from './in-place-lock.js';
import { scriptOf, stayingExtensions, withoutKept } from './in-place-script.js';
import { inspect, only, select } from './inspect.js';
import type { PsqlSession } from './psql-session.js';
import { withRestoreTag } from './restore-tag.js';
import { serverOf } from './server.js';
import type { State } from './state.js';
import { withoutRefresh } from './unrefreshable.js';
import { plural } from '../../runtime/text.js';

/**
 * For users who cannot create databases: one transaction stops the writers, drops all objects, restores the dump, compares
 * every row count (and hash) with the snapshot's, and commits as its last statement. Other sessions see nothing before the
 * commit. If anything fails or is killed before, the server rolls back.
 *
 * @param prepared the transaction that has stopped the writers before the backup; null to open one
 */
export async function restoreInPlace(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  expected: State,
  prepared: Prepared | null,
): Promise<void> {
  const locked = prepared instanceof LockedSession ? prepared : await lockWriters(config, ctx, address);
  const { session, frozen } = locked;
  session.stopKeepAlive();
  let committing = false;
  let wanted: DatabaseProperties;
  try {
    wanted = await savedProperties(source);
    const server = await withDatabase(ctx, address, address.database, (client) => serverOf(client, config));
    const programs = await findPrograms(ctx, server.major, config['client-bin']);
    const outdated = outdatedClient(programs);
    if (outdated !== null) ctx.log.warn(`${outdated.message} ${outdated.remedy}`);
    const { entries: toc } = await readHead(source);
    const staying = await stayingExtensions(session, toc);
    ctx.log.info(`Restoring "${address.database}" in place: readers and writers wait until the transaction ends`);
    const { statements, keptSchemas } = await dropStatements(session, server.major, staying);
    await lockReadersAndDrop(ctx, address, locked, statements);
    await assertFrozen(ctx, address, frozen);
    const entries = withoutRefresh(withoutKept(toc, staying, keptSchemas), expected);
    const { script, fed, stop } = await scriptOf(ctx, programs, source, address.database, entries);
    const [written, ran] = await Promise.allSettled([
      fed,
      session.script(script).catch((error: unknown) => {
        // A psql that ended before it read anything leaves pg_restore waiting for a reader.
        stop();
        throw error;
      }),
    ]);
    // A damaged dump ends the script early, so its error is the cause, not psql's.
    for (const outcome of [written, ran]) if (outcome.status === 'rejected') throw outcome.reason as Error;
    await compareInside(session, ctx, expected);
    if (server.owner) await tag(session, address.database, wanted.comment, expected);
    assertNotCancelled(ctx, `the commit of the restore of database "${address.database}"`);
    committing = true;
    await commit(session, ctx, address.database);
  } catch (error) {
    await session.abort();
    // Of a COMMIT nobody knows whether it took effect: its error says so.
    throw committing ? error : causeOf(ctx, error, `the restore of database "${address.database}"`);
  }
  await session.end();
  await restoreProperties(ctx, address, wanted);
  ctx.log.info(
    `"${address.database}" holds the rows of snapshot ${expected.snapshot}: ${plural(expected.tables.length, 'table')} compared before the commit`,
  );
}

/**
 * Gives the database the properties of the snapshot, after the rows are safe. What this user may not set stays as it is:
 * the verification of the run names it.
 */
async function restoreProperties(ctx: Context, address: DatabaseAddress, wanted: DatabaseProperties): Promise<void> {
  const { database } = address;
  await withDatabase(ctx, address, database, async (client) => {
    const found = await readProperties(client, database);
    if (differingProperties(wanted, found).length === 0) return;
    for (const statement of [...resetStatements(database, found), ...finishStatements(database, wanted)]) {
      await client.query(statement).catch((error: unknown) => {
        ctx.log.warn(`A property of "${database}" could not be restored: ${messageOf(error)}`);
      });
    }
  });
}

/**
 * Compares the data inside the transaction. The schema is compared after the commit, by the verification of the run.
 * @throws RewindError restore-mismatch
 */
async function compareInside(session: PsqlSession, ctx: Context, expected: State): Promise<void> {
  await session.run(FIXED_SETTINGS);
  const found = { ...expected, ...(await inspect(session, expected.integrity, ctx)) };
  const lines = mismatches({ ...expected, schema: {} }, { ...found, schema: {} });
  const names = new Set(found.tables.map(({ name }) => name));
  lines.push(...expected.tables.filter(({ name }) => !names.has(name)).map(({ name }) => `${name} is missing`));
  if (lines.length === 0) return;
  throw new RewindError(
    'restore-mismatch',
    `What was restored is not what snapshot ${expected.snapshot} says. The transaction was rolled back: the database is unchanged.`,
    { resource: ctx.resource, problems: lines.slice(0, 20) },
  );
}

/** Writes the comment with the tag in the same transaction, so that it identifies the restored rows. Only the owner may set it. */
async function tag(session: PsqlSession, database: string, comment: string | null, expected: State): Promise<void> {
  const row = only(
    await select(
      session,
      z.object({ next: z.string() }),
      'SELECT (pg_current_xact_id()::text::numeric + 1)::text AS next',
    ),
  );
  const marked = withRestoreTag(comment, expected.snapshot, row.next);
  await session.run(`COMMENT ON DATABASE ${quoted(database)} IS ${literal(marked)}`);
}

/** The last statement. If its answer is lost, only the database knows whether it took effect; a rerun finds out. */
async function commit(session: PsqlSession, ctx: Context, database: string): Promise<void> {
  try {
    await session.run('COMMIT');
  } catch (error) {
    throw new RewindError(
      'restore-failed',
      `The connection ended during the COMMIT: "${database}" is either as before, or restored as a whole.`,
      { resource: ctx.resource, cause: error, remedy: 'Run the same rollback again: it finds out, and does the rest.' },
    );
  }
}
