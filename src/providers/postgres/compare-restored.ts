import { Readable } from 'node:stream';
import { z } from 'zod';
import type { PayloadSource } from '../../engine/payload.js';
import { sha256 } from '../../runtime/digest.js';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { literal, quoted, runStep, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { beginSnapshot } from '../../services/postgres/begin-snapshot.js';
import { besides } from '../../services/postgres/beside.js';
import { databaseArgument, feed, start } from './client.js';
import type { Programs } from './programs.js';
import { changedObjects, mismatches } from './compare.js';
import { readEntries, readHead } from './entries.js';
import { isDatabaseProperty, objectsOf, type Objects } from './objects.js';
import { findDatabase } from './databases.js';
import { inspect, select } from './inspect.js';
import { readProperties } from './database-properties.js';
import { dropCopy } from './drop-copy.js';
import { createEmpty } from './new-database.js';
import { markOf, withReprinted } from './reprinted.js';
import { inServerEncoding } from './session-settings.js';
import type { State } from './state.js';
import type { TocEntry } from './toc.js';
import { plural } from '../../runtime/text.js';

/**
 * Compares a restored database with its snapshot.
 *
 * PostgreSQL prints some expressions differently after a reload of their own text (`IN (…)` on varchar). An object that is
 * printed differently is equal only if a second reload of the same dump, into an empty database, prints it in the same way.
 *
 * @returns marks of the objects that are printed differently
 * @throws RewindError restore-mismatch
 */
export async function compareRestored(
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  database: string,
  programs: Programs,
  expected: State,
): Promise<string[]> {
  return withDatabase(ctx, address, database, async (client) => {
    const { found, marks } = await readRestored(ctx, client, {
      source,
      address,
      database,
      programs,
      expected,
      reloaded: reloadName(address, expected),
    });
    const lines = mismatches(expected, found, marks);
    if (lines.length === 0) return marks;
    throw new RewindError(
      'restore-mismatch',
      `What was restored into "${database}" is not what snapshot ${expected.snapshot} says. The current database is unchanged.`,
      {
        resource: ctx.resource,
        problems: lines.slice(0, 20),
        ...(lines.every((line) => line.startsWith('privileges of ')) ? { remedy: ONLY_PRIVILEGES } : {}),
      },
    );
  });
}

const ONLY_PRIVILEGES =
  'This user could not give these privileges. Run the same rollback as a superuser. Or give the objects the privileges of a new database, take a new snapshot, and choose that one.';

export interface Restored {
  readonly source: PayloadSource;
  readonly address: DatabaseAddress;
  /** The restored one. */
  readonly database: string;
  readonly programs: Programs;
  readonly expected: State;
  /** Name of the database of a second reload, if one is needed. It is dropped before and after. */
  readonly reloaded: string;
}

/**
 * Reads a restored database as a snapshot is read.
 *
 * @param client a session on it
 * @returns its state, the entries of a dump of it, and the marks of objects that are printed differently and are equal
 */
export async function readRestored(
  ctx: Context,
  client: DatabaseClient,
  restored: Restored,
): Promise<{ readonly found: State; readonly entries: readonly TocEntry[]; readonly marks: string[] }> {
  const { address, database, programs, expected } = restored;
  const encoded = await inServerEncoding(client, address);
  const exported = await beginSnapshot(client, ctx.resource);
  const [rows, entries] = await Promise.all([
    inspect(client, expected.integrity, ctx, undefined, besides(ctx, address, database, client, exported)),
    readEntries(ctx, encoded, database, programs, exported),
  ]);
  await client.query('COMMIT');
  const found: State = { ...expected, ...rows, ...objectsOf(entries) };
  const differing = changedObjects(expected.schema, found.schema)
    .filter(({ name, how }) => how === 'changed' && !isDatabaseProperty(name))
    .map(({ name }) => name);
  const reference = differing.length === 0 ? {} : (await reload(ctx, client, restored)).schema;
  const marks = differing
    .filter((name) => reference[name] === found.schema[name])
    .map((name) => markOf(name, found.schema[name] ?? ''));
  return { found, entries, marks };
}

/** The same name each time, so that the next run removes what a killed one left. */
const reloadName = (address: DatabaseAddress, expected: State): string =>
  `rewind_reload_${sha256(Buffer.from(`${address.database}\0${expected.snapshot}`)).slice(0, 16)}`;

/** Kinds whose definition holds expressions, and which a restore in place always drops and creates again. */
const PRINTED =
  /^(check constraint|constraint|default|domain|function|index|materialized view|policy|procedure|publication table|rule|statistics|table|trigger|view) /;

/**
 * Marks the objects that are printed differently since a restore in place. One transaction ran every statement of the dump,
 * so where this user cannot create a database for a reference, an object of the right name and kind is taken for it.
 */
export async function markInPlace(
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  programs: Programs,
  expected: State,
): Promise<void> {
  const { database } = address;
  await withDatabase(ctx, address, database, async (client) => {
    const encoded = await inServerEncoding(client, address);
    const exported = await beginSnapshot(client, ctx.resource);
    const { schema } = objectsOf(await readEntries(ctx, encoded, database, programs, exported));
    await client.query('COMMIT');
    const differing = changedObjects(expected.schema, schema).filter(
      ({ name, how }) => how === 'changed' && PRINTED.test(name),
    );
    if (differing.length === 0) return;
    const [role] = await select(
      client,
      z.object({ creates: z.boolean() }),
      'SELECT rolcreatedb OR rolsuper AS creates FROM pg_roles WHERE rolname = current_user',
    );
    const reference =
      role?.creates === true
        ? (
            await reload(ctx, client, {
              source,
              address,
              database,
              programs,
              expected,
              reloaded: reloadName(address, expected),
            })
          ).schema
        : schema;
    const marks = differing
      .filter(({ name }) => reference[name] === schema[name])
      .map(({ name }) => markOf(name, schema[name] ?? ''));
    await keepMarks(client, ctx, database, expected.snapshot, marks);
  });
}

/** Restores the schema of the dump into an empty database like the restored one, reads it, and drops the database. */
async function reload(
  ctx: Context,
  client: DatabaseClient,
  { source, address, database: model, programs, reloaded: name }: Restored,
): Promise<Objects> {
  await dropCopy(client, ctx, address, name);
  try {
    await createEmpty(client, ctx, name, await readProperties(client, model));
    const args = ['--format=custom', '--schema-only', '--exit-on-error', '--no-password', databaseArgument(name)];
    await feed(
      start(ctx, programs.restore, args, address, name, 'restore-failed'),
      Readable.from([(await readHead(source)).head]),
    );
    return await withDatabase(ctx, address, name, async (reloaded) => {
      const encoded = await inServerEncoding(reloaded, address);
      const exported = await beginSnapshot(reloaded, ctx.resource);
      return objectsOf(await readEntries(ctx, encoded, name, programs, exported));
    });
  } finally {
    await dropCopy(client, ctx, address, name).catch((error: unknown) =>
      ctx.log.warn(`"${name}" could not be dropped: ${messageOf(error)}`),
    );
  }
}

/** Stores marks in the comment of a restored database. */
export async function keepMarks(
  client: DatabaseClient,
  ctx: Context,
  database: string,
  snapshot: string,
  marks: string[],
): Promise<void> {
  if (marks.length === 0) return;
  const comment = withReprinted((await findDatabase(client, database))?.comment ?? null, { snapshot, marks });
  await runStep(ctx, `marking ${plural(marks.length, 'object')} of "${database}"`, () =>
    client.query(`COMMENT ON DATABASE ${quoted(database)} IS ${literal(comment)}`),
  );
}
