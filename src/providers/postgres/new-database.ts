import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { literal, quoted, runStep, type DatabaseClient } from '../../services/postgres/connection.js';
import {
  createStatement,
  differingProperties,
  finishStatements,
  readProperties,
  type DatabaseProperties,
} from './database-properties.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { allDatabases, type DatabaseEntry } from './databases.js';
import { dropCopy } from './drop-copy.js';
import { only, select } from './inspect.js';
import { isNewNameOf } from './names.js';
import { keptFrom, madeFor, withFillingTag, withRestoreTag, type Target } from './restore-tag.js';

/** Creates the empty database that a restore fills, marked as this run's own. */
export async function createNew(
  client: DatabaseClient,
  ctx: Context,
  name: string,
  target: Target,
  wanted: DatabaseProperties,
): Promise<void> {
  await createEmpty(client, ctx, name, wanted);
  await runStep(ctx, `marking the database "${name}"`, () =>
    client.query(`COMMENT ON DATABASE ${quoted(name)} IS ${literal(withFillingTag(target))}`),
  );
}

/** Creates a database with the owner, encoding, locale and tablespace of another. */
export async function createEmpty(
  client: DatabaseClient,
  ctx: Context,
  name: string,
  wanted: DatabaseProperties,
): Promise<void> {
  const server = only(
    await select(
      client,
      z.object({ version: z.string(), tablespace: z.string() }),
      `SELECT current_setting('server_version_num') AS version, t.spcname AS tablespace
         FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = 'template0'`,
    ),
  );
  const major = Math.floor(Number(server.version) / 10_000);
  await runStep(ctx, `creating the database "${name}"`, () =>
    client.query(createStatement(name, wanted, major, server.tablespace)),
  );
}

/** Gives the filled database the remaining properties, and the mark that lets a later run use it. */
export async function finishNew(
  client: DatabaseClient,
  ctx: Context,
  name: string,
  target: Target,
  wanted: DatabaseProperties,
): Promise<void> {
  for (const statement of finishStatements(name, wanted)) {
    await runStep(ctx, `giving "${name}" the properties of "${target.database}"`, () => client.query(statement));
  }
  const differing = differingProperties(wanted, await readProperties(client, name));
  if (differing.length > 0) {
    throw new RewindError(
      'restore-mismatch',
      `The new database "${name}" differs from "${target.database}" in: ${differing.join(', ')}. The current database is unchanged.`,
      { resource: ctx.resource },
    );
  }
  const tag = withRestoreTag(wanted.comment, target.snapshot, await nextTransaction(client), target);
  await runStep(ctx, `marking "${name}" as restored`, () =>
    client.query(`COMMENT ON DATABASE ${quoted(name)} IS ${literal(tag)}`),
  );
}

/** A database that a restore made and did not swap in. */
export interface NewDatabase {
  readonly entry: DatabaseEntry;
  /** Null for one that was created and not marked yet. */
  readonly made: (Target & { readonly finished: boolean }) | null;
}

/**
 * Finds them by the mark in their comment, never by the name alone: names are cut, and two databases can share the rest.
 * Only the moment between CREATE DATABASE and COMMENT leaves one without a mark; its name holds random digits. A database
 * that was swapped in has lost the mark: it holds what users wrote. One that a person gave another name, such as that of
 * production, keeps its mark, and may hold what users wrote, too.
 *
 * @param present the live database; undefined if there is none
 */
export async function newDatabases(
  client: DatabaseClient,
  database: string,
  present: DatabaseEntry | undefined,
): Promise<NewDatabase[]> {
  const all = await allDatabases(client);
  return all
    .filter(({ oid, name }) => oid !== present?.oid && name !== database)
    .map((entry): NewDatabase => ({ entry, made: madeFor(entry.comment) }))
    .filter(({ entry, made }) =>
      made === null
        ? entry.comment === null && isNewNameOf(entry.name, database)
        : isNewNameOf(entry.name, made.database) && isFor(made, database, present, all),
    );
}

/**
 * Drops the half-made ones, for a session that holds the lock of the restore.
 * @returns the complete ones, each with its snapshot
 */
export async function sweepNew(
  client: DatabaseClient,
  ctx: Context,
  address: DatabaseAddress,
  present: DatabaseEntry | undefined,
): Promise<{ readonly entry: DatabaseEntry; readonly snapshot: string }[]> {
  const known = await newDatabases(client, address.database, present);
  for (const { entry, made } of known) if (made?.finished !== true) await dropCopy(client, ctx, address, entry.name);
  return known.flatMap(({ entry, made }) => (made?.finished === true ? [{ entry, snapshot: made.snapshot }] : []));
}

/** A database that was dropped since leaves only its name; one that was put aside since gave it away. */
function isFor(
  made: Target,
  database: string,
  present: DatabaseEntry | undefined,
  all: readonly DatabaseEntry[],
): boolean {
  if (present !== undefined && made.oid === present.oid) return true;
  const target = all.find(({ oid }) => oid === made.oid);
  return made.database === database && (target === undefined || keptFrom(target.comment) === database);
}

/** The next transaction id: all lower ids belong to the restore. */
async function nextTransaction(client: DatabaseClient): Promise<string> {
  const row = only(
    await select(
      client,
      z.object({ next: z.string() }),
      'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
    ),
  );
  return row.next;
}
