import { z } from 'zod';
import { assertNotCancelled } from '../../runtime/cancel.js';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { codeOf, quoted, runStep, type DatabaseClient } from '../../services/postgres/connection.js';
import { findDatabase, type DatabaseEntry } from './databases.js';
import { deletedIn } from './deleted.js';
import { commentStatement, fence, open, openStatement } from './fence.js';
import { only, select } from './inspect.js';
import { derivedName } from './names.js';
import { madeFor, withKeptTag, withoutTarget, withReturnTag, type KeptAt } from './restore-tag.js';

/** Attempts, every 100 ms, until a closed database has no sessions. */
const DRAIN_ATTEMPTS = 150;

/** The database that takes the name: a restored one, or a kept one that returns. */
export interface Arrival {
  readonly entry: DatabaseEntry;
  readonly kind: 'restored' | 'returned';
}

/**
 * Closes the current database, ends its sessions, and swaps the names in one transaction. Keeps the current database.
 * @param statistics what `statisticsBefore` says of the current database
 * @param again a session that answers, if this one broke during the swap
 * @throws RewindError swap-failed; the message says whether the current database is open
 */
export async function swap(
  client: DatabaseClient,
  ctx: Context,
  database: string,
  arrival: Arrival,
  snapshot: string,
  statistics: bigint | null,
  again: () => Promise<DatabaseClient> = () => Promise.resolve(client),
): Promise<void> {
  const { entry: restored } = arrival;
  const present = await findDatabase(client, database);
  if (!present) {
    // Another client renamed or dropped it, so no database remains to be kept.
    await runStep(ctx, `renaming "${restored.name}"`, () =>
      nextTransaction(client).then((next) =>
        client.query(['BEGIN', ...takeName(arrival, database, next), 'COMMIT'].join('; ')),
      ),
    );
    return;
  }
  assertNotCancelled(ctx, `the swap of database "${database}"`);
  const kept = await freeName(client, derivedName(database, 'before', snapshot));
  ctx.log.info(
    `Swapping: "${database}" becomes "${kept}", "${restored.name}" becomes "${database}"; connections drop now`,
  );
  await fence(client, ctx, present, madeFor(restored.comment)?.token ?? '0');
  try {
    await endSessions(client, ctx, database);
    await endSessions(client, ctx, restored.name);
    const aside: KeptAt = {
      at: ctx.clock.now().toISOString(),
      next: await nextTransaction(client),
      deleted: statistics === null ? null : (await deletedIn(client, present.oid)) - statistics,
    };
    // One transaction: the name always belongs to one database, and a crash leaves no partial swap.
    await runStep(ctx, 'swapping the names', () =>
      client.query(
        [
          'BEGIN',
          `ALTER DATABASE ${quoted(database)} RENAME TO ${quoted(kept)}`,
          ...takeName(arrival, database, aside.next),
          openStatement(kept),
          commentStatement(kept, withKeptTag(present.comment, database, snapshot, aside)),
          'COMMIT',
        ].join('; '),
      ),
    );
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const left = await leftBehind(again, ctx, present, restored);
    if (left !== 'swapped') {
      throw new RewindError(
        'swap-failed',
        `The ${arrival.kind} database "${restored.name}" is complete but could not take the name "${database}": ${messageOf(error)}. ${left.state}`,
        { resource: ctx.resource, cause: error, ...(left.remedy === undefined ? {} : { remedy: left.remedy }) },
      );
    }
  }
  ctx.log.info(
    `"${database}" ${arrival.kind === 'restored' ? `matches snapshot ${snapshot}` : `is the previous database (it was "${restored.name}")`}. The previous database was kept as "${kept}". Drop it when no longer needed: DROP DATABASE ${quoted(kept)}`,
  );
}

/**
 * What a failed swap has left. A connection may have ended after the COMMIT and before its answer: then the name already
 * belongs to the new database. Otherwise opens the current one again.
 */
async function leftBehind(
  again: () => Promise<DatabaseClient>,
  ctx: Context,
  present: DatabaseEntry,
  restored: DatabaseEntry,
): Promise<'swapped' | { readonly state: string; readonly remedy?: string }> {
  const { name } = present;
  try {
    const client = await again();
    if ((await findDatabase(client, name))?.oid === restored.oid) return 'swapped';
    await open(client, ctx, present);
    return { state: `"${name}" is the database from before, and accepts connections again.` };
  } catch (failure) {
    return {
      state: `Rewind could not find out whether "${name}" accepts connections (${messageOf(failure)}).`,
      remedy: `Run "rewind unfence", or, connected to another database: ${openStatement(name)}; then run the same rollback again: it finds out what is done.`,
    };
  }
}

function takeName({ entry, kind }: Arrival, database: string, next: string): string[] {
  const rename = `ALTER DATABASE ${quoted(entry.name)} RENAME TO ${quoted(database)}`;
  if (kind === 'restored') return [rename, commentStatement(database, withoutTarget(entry.comment))];
  return [rename, openStatement(database), commentStatement(database, withReturnTag(entry.comment, next))];
}

/** Where the transactions stand while nobody writes to the database. */
async function nextTransaction(client: DatabaseClient): Promise<string> {
  const sql = 'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next';
  return only(await select(client, z.object({ next: z.string() }), sql)).next;
}

const sessionRow = z.object({ pid: z.number(), who: z.string() });

async function endSessions(client: DatabaseClient, ctx: Context, database: string): Promise<void> {
  let left: z.infer<typeof sessionRow>[] = [];
  const refused = new Map<number, string>();
  for (let tries = 0; tries < DRAIN_ATTEMPTS; tries += 1) {
    // In this order: a session that begins holds its lock until it is in pg_stat_activity.
    const beginning = await beginningSessions(client, database);
    const present = await select(
      client,
      sessionRow,
      // An autovacuum worker (no user) takes a superuser to end, and RENAME ends it itself. backend_type is NULL to others.
      `SELECT pid, format('pid %s of user "%s" (%s)', pid, usename, coalesce(nullif(application_name, ''), 'no name')) AS who
         FROM pg_stat_activity WHERE datname = $1 AND usesysid IS NOT NULL`,
      [database],
    );
    left = [...beginning, ...present];
    if (left.length === 0) return;
    for (const { pid } of present) {
      try {
        await client.query('SELECT pg_terminate_backend($1)', [pid]);
      } catch (error) {
        if (codeOf(error) !== '42501') throw error;
        refused.set(pid, messageOf(error));
      }
    }
    // A session of a superuser never ends by our hand.
    if (left.every(({ pid }) => refused.has(pid)) && tries >= 20) break;
    await ctx.clock.sleep(100, ctx.signal);
  }
  const why = [...new Set(left.flatMap(({ pid }) => refused.get(pid) ?? []))];
  throw new Error(
    `these sessions on "${database}" would not end: ${left.map(({ who }) => who).join(', ')}${why.length === 0 ? '' : ` (${why.join('; ')})`}`,
  );
}

/**
 * Sessions that may have read before the fence that the database accepts connections, and that pg_stat_activity does not
 * show yet: InitPostgres of PostgreSQL locks the database until it has added the session there.
 */
async function beginningSessions(
  client: DatabaseClient,
  database: string,
): Promise<readonly z.infer<typeof sessionRow>[]> {
  return select(
    client,
    sessionRow,
    `SELECT l.pid, format('pid %s (connecting)', l.pid) AS who
       FROM pg_locks l JOIN pg_database d ON l.classid = 'pg_database'::regclass AND l.objid = d.oid
      WHERE d.datname = $1 AND l.locktype = 'object' AND l.mode = 'RowExclusiveLock' AND l.granted AND l.pid IS NOT NULL`,
    [database],
  );
}

/** Restoring the same snapshot twice keeps both previous databases. */
async function freeName(client: DatabaseClient, wanted: string): Promise<string> {
  for (let suffix = 1; ; suffix += 1) {
    const name = suffix === 1 ? wanted : `${wanted}_${suffix}`;
    if (!(await findDatabase(client, name))) return name;
  }
}
