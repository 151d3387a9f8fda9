import { z } from 'zod';
import type { Place, SetAside, Where } from '../../engine/capabilities.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { codeOf, databaseError, isAnswer, quoted, type DatabaseClient } from '../../services/postgres/connection.js';
import { whenOpen } from './capture-closed.js';
import type { Config } from './config.js';
import { allDatabases, findDatabase, type DatabaseEntry } from './databases.js';
import { restoringNow, withMaintenance } from './maintenance.js';
import { serverDoubt } from '../../services/postgres/reading.js';
import { originOf } from '../../services/postgres/rows.js';
import { newDatabases } from './new-database.js';
import { isGivenName } from './names.js';
import { keptBefore } from './restore-tag.js';
import { addressOf } from './server.js';
import { replicationBeside } from './slots.js';
import type { State } from './state.js';

/**
 * The databases that restores kept, and those that interrupted restores left. One that has such a name, while its comment was
 * replaced, is unmarked: only the comment tells what it is.
 */
export async function aside(config: Config, ctx: Context, of?: Place<State>): Promise<SetAside[]> {
  const address = addressOf(config, ctx);
  const { database } = address;
  const read = async (client: DatabaseClient): Promise<SetAside[]> => {
    if (of !== undefined) await assertSame(client, database, of, ctx.resource);
    const found = [...(await keptDatabases(client, database)), ...(await unfinishedDatabases(client, database))];
    const where = found.length === 0 ? null : await locationOf(client, database);
    const all = await allDatabases(client);
    const known = found.map((one) => (where === null ? one : { ...one, where: { ...where, ...identityIn(all, one) } }));
    const names = new Set(known.map(({ what }) => what));
    const others = all.filter(({ name }) => isGivenName(name, database) && !names.has(nameOf(name)));
    return [...known, ...others.map(({ name }) => unmarked(name)), ...renamed(all, of, database, names)];
  };
  return whenOpen(ctx, address, read, () => withMaintenance(config, ctx, address, read));
}

/**
 * What `where` of an object holds: the identity of the server, the database beside which the object lies, and of a kept database
 * (not in records of earlier versions) what it was as the record was written.
 */
const placeSchema = z.strictObject({
  server: z.string(),
  database: z.string(),
  oid: z.string().exactOptional(),
  name: z.string().exactOptional(),
});

function placeIn(where: Where, resource: string): z.infer<typeof placeSchema> {
  const { data } = placeSchema.safeParse(where);
  if (data !== undefined) return data;
  throw new RewindError('snapshot-foreign', 'The record names no database of a PostgreSQL server.', {
    resource,
    remedy: `Give "${resource}" the provider from before the rollback.`,
  });
}

/** What tells a kept database from others after a person changed its name and its comment. */
function identityIn(all: readonly DatabaseEntry[], object: SetAside): Record<string, string> {
  const entry = object.kind === 'kept' ? all.find(({ name }) => name === object.name) : undefined;
  return entry === undefined ? {} : { oid: String(entry.oid), name: entry.name };
}

/** Null if this user may not ask for the identity of the server. */
async function locationOf(client: DatabaseClient, database: string): Promise<Where | null> {
  const { server } = await originOf(client);
  return server === null ? null : { server, database };
}

/**
 * What lies beside another database, or on another server, says nothing of what a restore of this one kept. The address says
 * nothing of the server: it can lead to another one by now.
 */
async function assertSame(client: DatabaseClient, database: string, of: Place<State>, resource: string): Promise<void> {
  const then =
    'where' in of ? placeIn(of.where, resource) : { server: of.before.origin.server, database: of.before.database };
  const { server } = await originOf(client);
  const foreign = (message: string, remedy = `Set the URL of "${then.database}" from before the rollback.`) =>
    new RewindError('snapshot-foreign', message, { resource, remedy });
  if (then.server !== null && server !== null && server !== then.server) {
    throw foreign('The URL leads to another server.');
  }
  if (database !== then.database) throw foreign(`The URL leads to "${database}" instead of "${then.database}".`);
  const doubt = serverDoubt(then, { server });
  if (doubt !== null) {
    throw foreign(
      `Nothing tells whether the URL leads to the server of the rollback: ${doubt}.`,
      'Allow it to the user in each database: GRANT EXECUTE ON FUNCTION pg_control_system() TO … Or look at the server, and write what you find with "rewind incident discharge".',
    );
  }
}

async function keptDatabases(client: DatabaseClient, database: string): Promise<Extract<SetAside, { kind: 'kept' }>[]> {
  const replication = await replicationBeside(client, database);
  return (await allDatabases(client)).flatMap(({ name, comment }): Extract<SetAside, { kind: 'kept' }>[] => {
    const kept = keptBefore(comment);
    // A person who gave it the name of production back left its comment as it was.
    if (kept?.database !== database || name === database) return [];
    const left = replication.get(name);
    return [
      {
        kind: 'kept',
        name,
        what: nameOf(name),
        since: kept.at,
        snapshot: kept.snapshot,
        drop: `DROP DATABASE ${quoted(name)}`,
        ...(left === undefined ? {} : { replication: left }),
      },
    ];
  });
}

/** Sessions, prepared transactions, subscriptions and active slots: PostgreSQL has one code for all. */
const OBJECT_IN_USE = '55006';
const RELEASE =
  'Nothing was dropped. End what uses the database, then run the same command again. Sessions: pg_stat_activity lists them. Prepared transactions: pg_prepared_xacts lists them; connect to the database, then ROLLBACK PREPARED. Active logical slot: end its subscriber. Subscription: connect to the database, then ALTER SUBSCRIPTION … DISABLE, SET (slot_name = NONE), DROP SUBSCRIPTION.';

/** What PostgreSQL refuses to do with a template. */
const WRONG_OBJECT_TYPE = '42809';
const notTemplate = (name: string): string =>
  `Nothing was dropped. The database is a template: ALTER DATABASE ${quoted(name)} IS_TEMPLATE false. Then run the same command again.`;

/** @throws RewindError input-invalid for a database that no restore of this one kept; the server's, if it is in use */
export async function dropKept(config: Config, ctx: Context, name: string): Promise<void> {
  const address = addressOf(config, ctx);
  await withMaintenance(config, ctx, address, async (client) => {
    const entry = await findDatabase(client, name);
    if (entry === undefined) return;
    if (name === address.database || keptBefore(entry.comment)?.database !== address.database) {
      throw new RewindError('input-invalid', `No restore of "${address.database}" kept the database "${name}".`, {
        resource: ctx.resource,
        remedy: 'Nothing was dropped. "rewind recover --status" names the databases that are kept.',
      });
    }
    try {
      await client.query(`DROP DATABASE ${quoted(name)}`);
    } catch (error) {
      const failure = databaseError(error, ctx.resource, `dropping the kept database "${name}"`);
      const remedies: Partial<Record<string, string>> = {
        [OBJECT_IN_USE]: RELEASE,
        [WRONG_OBJECT_TYPE]: notTemplate(name),
      };
      const help = remedies[codeOf(error) ?? ''];
      if (help !== undefined)
        throw new RewindError(failure.code, failure.message, { resource: ctx.resource, remedy: help, cause: error });
      if (isAnswer(error)) throw failure;
      const why = `The answer was lost, so it is unknown whether "${name}" was dropped: ${failure.message}`;
      const again = 'Run the same command again: it drops the database if it is there, and writes the record.';
      throw new RewindError(failure.code, why, {
        resource: ctx.resource,
        remedy: again,
        uncertain: true,
        cause: error,
      });
    }
  });
}

/** None while a restore runs: it fills one of them. */
export async function unfinishedDatabases(
  client: DatabaseClient,
  database: string,
): Promise<Extract<SetAside, { kind: 'unfinished' }>[]> {
  const found = await newDatabases(client, database, await findDatabase(client, database));
  if (found.length === 0 || (await restoringNow(client, database)) !== null) return [];
  return found.map(({ entry: { name }, made }) => ({
    kind: 'unfinished',
    what: nameOf(name),
    why: `An interrupted restore${made === null ? '' : ` of snapshot ${made.snapshot}`} left ${nameOf(name)}${made?.finished === true ? ', which is complete' : ''}. No application uses it.`,
    drop: `DROP DATABASE ${quoted(name)}`,
  }));
}

/** A kept database that a person gave another name, and another comment in place of the one that tells what it is. */
function renamed(
  all: readonly DatabaseEntry[],
  of: Place<State> | undefined,
  database: string,
  known: ReadonlySet<string>,
): SetAside[] {
  if (of === undefined || !('where' in of)) return [];
  const { oid, name } = of.where;
  const entry = all.find((one) => String(one.oid) === oid && one.name !== database);
  if (entry === undefined || name === undefined || entry.name === name || known.has(nameOf(entry.name))) return [];
  return [
    {
      kind: 'unmarked',
      what: nameOf(name),
      why: `it has another name, "${entry.name}", and the comment of that does not say what it is`,
    },
  ];
}

const unmarked = (name: string): SetAside => ({
  kind: 'unmarked',
  what: nameOf(name),
  why: `a database "${name}" exists, and its comment does not say what it is`,
});

const nameOf = (name: string): string => `database "${name}"`;
