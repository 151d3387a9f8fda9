import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { causeOf } from '../../runtime/cancel.js';
import { messageOf } from '../../runtime/errors.js';
import { withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { captureClosed, whenOpen } from './capture-closed.js';
import type { Config } from './config.js';
import { allDatabases, type DatabaseEntry } from './databases.js';
import { deletedIn, replacedStatistics } from './deleted.js';
import { DUMPED_TABLES, only, originOf, select } from './inspect.js';
import { cancellable } from '../../services/postgres/beside.js';
import { newerThan, type Baseline } from '../../services/postgres/loss-meter.js';
import { isSameServer } from '../../services/postgres/reading.js';
import { lackingIn, notCompared } from './lacking.js';
import { withMaintenance } from './maintenance.js';
import { arrivedAt, keptBefore, RESTORE_TAG, returnedAt, type KeptAt } from './restore-tag.js';
import { addressOf, serverOf } from './server.js';
import type { State } from './state.js';
import { plural } from '../../runtime/text.js';

/** Reads which database has the name now, in an instant. */
export async function reference(config: Config, ctx: Context): Promise<State> {
  return { ...(await identity(config, ctx, addressOf(config, ctx))), reference: true };
}

/** The state of the database without anything that takes time to read. */
export async function identity(config: Config, ctx: Context, address: DatabaseAddress): Promise<State> {
  return whenOpen(
    ctx,
    address,
    async (client) => {
      const [server, origin, entries] = [
        await serverOf(client, config),
        await originOf(client),
        await allDatabases(client),
      ];
      const comment = entries.find(({ name }) => name === address.database)?.comment ?? null;
      const tag = RESTORE_TAG.exec(comment ?? '');
      const arrived = arrivedAt(comment);
      return {
        schemaVersion: 1,
        database: address.database,
        snapshot: ctx.snapshotId,
        serverMajor: server.major,
        accessible: true,
        closed: null,
        integrity: config.integrity,
        strategy: server.strategy,
        tables: [],
        largeObjects: { count: 0, content: '0' },
        schema: {},
        sequences: {},
        properties: null,
        boundary: { next: '0', open: [], oldest: '0', seen: null },
        origin,
        leftOut: [],
        restored: tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null,
        ...(arrived === null ? {} : { arrived }),
        reprinted: null,
      };
    },
    () => captureClosed(config, ctx, address, 'compare'),
  );
}

/** The database that a reference names, what was done to it since it was put aside, and what it lacks of the live one. */
export async function findReferred(
  config: Config,
  ctx: Context,
  address: DatabaseAddress,
  saved: State,
  live: State,
): Promise<{ readonly referred: NonNullable<State['referred']> | null } & Pick<State, 'lacking'>> {
  const all = await withMaintenance(config, ctx, address, allDatabases);
  const entry = all.find(({ oid }) => String(oid) === saved.origin.database);
  if (!entry) return { referred: null };
  const kept = keptBefore(entry.comment);
  const referred = {
    name: entry.name,
    since: kept?.at ?? null,
    touched:
      kept === null ? ['nothing says since when it has been put aside'] : await touched(ctx, address, entry, kept),
  };
  const comment = all.find(({ name }) => name === address.database)?.comment ?? null;
  // Large objects have no age that every user may read.
  const toldByAge = live.largeObjects.count === 0 && beganAsRestoreOf(comment, kept);
  if (!live.accessible || !isSameServer(saved.origin, live.origin) || toldByAge) return { referred };
  return {
    referred,
    lacking: entry.accepts
      ? await lackingIn(ctx, address, entry.name)
      : [notCompared(address.database, entry.name, 'it accepts no connections')],
  };
}

/**
 * True if the live database took its name by the restore before which the other one was put aside: then all that it holds
 * besides the snapshot was written since, and the age of a row tells it. A database that an undo brought back holds older
 * rows too that the other one lacks.
 */
function beganAsRestoreOf(comment: string | null, kept: ReturnType<typeof keptBefore>): boolean {
  const restored = RESTORE_TAG.exec(comment ?? '')?.[1];
  return restored !== undefined && returnedAt(comment) === null && restored === kept?.snapshot;
}

async function touched(
  ctx: Context,
  address: DatabaseAddress,
  { oid, name, accepts }: DatabaseEntry,
  kept: KeptAt,
): Promise<string[]> {
  if (!accepts) return ['it was closed, and cannot be looked into'];
  const since: Baseline = { oldest: kept.next, seen: [] };
  try {
    return await withDatabase(ctx, address, name, (client) =>
      cancellable(ctx, address, [client], async () => [
        ...(await writtenTables(client, since)),
        ...deletedSince(kept, (await deletedIn(client, oid)) - (await replacedStatistics(client))),
      ]),
    );
  } catch (error) {
    if (ctx.signal.aborted) throw causeOf(ctx, error, `the look into "${name}"`);
    return [`it cannot be looked into: ${messageOf(error)}`];
  }
}

function deletedSince({ deleted }: KeptAt, now: bigint): string[] {
  if (deleted === null) return ['it was closed before it was put aside, so deleted rows would not be noticed'];
  if (now < deleted) return ['the statistics of the server were reset, so deleted rows would not be noticed'];
  return now > deleted ? ['rows or objects were deleted in it'] : [];
}

/** Catalogues in which every change of the schema leaves a new row. */
const CATALOGUES = ['pg_class', 'pg_attribute', 'pg_constraint', 'pg_type', 'pg_proc', 'pg_trigger', 'pg_namespace'];

/** Nobody uses a kept database: who holds a lock there, such as a prepared transaction, may hold it for ever. */
const LOCK_MS = 10_000;

/** What was written to the database, or changed of its schema, since the baseline: a phrase each. Deleted rows leave no trace. */
export async function writtenTables(client: DatabaseClient, since: Baseline): Promise<string[]> {
  const count = z.object({ rows: z.string() });
  // `age` counts from an id that is fixed during a transaction.
  await client.query(
    `BEGIN READ ONLY; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = ${LOCK_MS}; SET LOCAL row_security = off`,
  );
  const lines: string[] = [];
  const tables = await select(
    client,
    z.object({ name: z.string(), sql: z.string() }),
    `SELECT schema || '.' || name AS name, format('%I.%I', schema, name) AS sql FROM (${DUMPED_TABLES}) t WHERE kind = 'r' ORDER BY 1`,
  );
  for (const { name, sql } of tables) {
    const written = await select(
      client,
      count,
      `SELECT count(*)::text AS rows FROM ONLY ${sql} t WHERE ${newerThan(since, 't')}`,
    );
    const { rows } = only(written);
    if (rows !== '0') lines.push(`${plural(Number(rows), `row of ${name} was`, `rows of ${name} were`)} written`);
  }
  const changed = CATALOGUES.map((name) => `SELECT FROM pg_catalog.${name} t WHERE ${newerThan(since, 't')}`).join(
    ' UNION ALL ',
  );
  const [{ is } = { is: false }] = await select(
    client,
    z.object({ is: z.boolean() }),
    `SELECT EXISTS (${changed}) AS is`,
  );
  if (is) lines.push('its schema was changed');
  await client.query('COMMIT');
  return lines;
}
