import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { messageOf } from '../../runtime/errors.js';
import { FIXED_SETTINGS } from './begin-snapshot.js';
import { connect, literal, withDatabase, type DatabaseClient } from './connection.js';
import type { OpenBeside } from './count-tables.js';
import type { DatabaseAddress } from './database-url.js';
import { only, select } from './select.js';

/** Sessions that must stay free for others. */
const SPARE_SESSIONS = 10;

/**
 * Opens more sessions that read the snapshot of the first one.
 *
 * @param first inside the transaction of `beginSnapshot`
 * @param exported id of its snapshot
 */
export function besides(
  ctx: Context,
  address: DatabaseAddress,
  database: string,
  first: DatabaseClient,
  exported: string,
): OpenBeside {
  return async (count) => {
    const sessions: DatabaseClient[] = [];
    const end = async (): Promise<void> => {
      await Promise.all(sessions.splice(0).map((session) => session.end().catch(() => undefined)));
    };
    const pids: number[] = [];
    try {
      if (await hasRoom(first)) {
        while (sessions.length < count) {
          const session = await connect(ctx, address, database);
          sessions.push(session);
          await session.query(
            `SET default_transaction_deferrable = off; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
             SET TRANSACTION SNAPSHOT ${literal(exported)}; ${FIXED_SETTINGS}`,
          );
          pids.push(await pidOf(session));
        }
      }
    } catch (error) {
      ctx.log.debug(`one session reads all tables of "${database}": ${messageOf(error)}`);
      await end();
    }
    return {
      sessions,
      cancel: () => cancelSessions(ctx, address, pids),
      end,
    };
  };
}

/** Ends what sessions of ours are doing, also in a cancelled run. Never fails: the server would only go on for longer. */
export async function cancelSessions(ctx: Context, address: DatabaseAddress, pids: readonly number[]): Promise<void> {
  const cancelling = { ...ctx, signal: new AbortController().signal };
  await withDatabase(cancelling, address, address.database, (client) =>
    client.query('SELECT pg_cancel_backend(pid) FROM unnest($1::int[]) AS pid', [pids]),
  ).catch((error: unknown) => ctx.log.debug(`sessions could not be cancelled: ${messageOf(error)}`));
}

/** Does what may take long. When the run is cancelled, or one session fails, the server ends what the sessions are doing. */
export async function cancellable<T>(
  ctx: Context,
  address: DatabaseAddress,
  sessions: readonly DatabaseClient[],
  work: () => Promise<T>,
): Promise<T> {
  const pids: number[] = [];
  for (const session of sessions) pids.push(await pidOf(session));
  // It would go on reading, and hold its locks, after the end of the connections.
  const stop = (): Promise<void> => cancelSessions(ctx, address, pids);
  const onAbort = (): void => void stop();
  ctx.signal.addEventListener('abort', onAbort, { once: true });
  try {
    ctx.signal.throwIfAborted();
    return await work();
  } catch (error) {
    await stop();
    throw error;
  } finally {
    ctx.signal.removeEventListener('abort', onAbort);
  }
}

export const pidOf = async (session: DatabaseClient): Promise<number> =>
  only(await select(session, z.object({ pid: z.number() }), 'SELECT pg_backend_pid() AS pid')).pid;

/** False if the user or the database has a limit of sessions, or if the server has few left: pg_dump needs one too. */
async function hasRoom(client: DatabaseClient): Promise<boolean> {
  return only(
    await select(
      client,
      z.object({ room: z.boolean() }),
      `SELECT r.rolconnlimit < 0 AND d.datconnlimit < 0
              AND (SELECT count(*) FROM pg_stat_activity) + ${SPARE_SESSIONS} < current_setting('max_connections')::int AS room
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    ),
  ).room;
}
