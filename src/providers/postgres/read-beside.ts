import type { Context } from '../../runtime/context.js';
import { cancelSessions, pidOf } from '../../services/postgres/beside.js';
import { databaseError, keepAwake, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { watchWaiters } from './lock-watch.js';

/**
 * Reads in the session that holds the snapshot while a dump of that snapshot runs. The session must live until the dump
 * ends, so it is kept awake. If one side fails, the other one stops.
 *
 * @param read in the session
 * @param dump stops when the signal of its context fires
 * @throws the error of the side that failed first
 */
export async function readBeside<R, D>(
  ctx: Context,
  client: DatabaseClient,
  address: DatabaseAddress,
  read: () => Promise<R>,
  dump: (stopping: Context) => Promise<D>,
): Promise<{ readonly found: R; readonly dumped: D }> {
  const pid = await pidOf(client);
  const failed = new AbortController();
  const failures: unknown[] = [];
  const fail = (error: unknown): never => {
    failures.push(error);
    failed.abort();
    throw error;
  };
  const dumping = dump({ ...ctx, signal: AbortSignal.any([ctx.signal, failed.signal]) }).catch(
    async (error: unknown) => {
      const first = failures.push(error) === 1;
      // The server would go on counting, and hold its locks, after the end of the connection.
      if (first) await cancelSessions(ctx, address, [pid]);
      throw error;
    },
  );
  const reading = read()
    .then(async (found) => {
      await keepAwake(ctx, client, dumping);
      return found;
    })
    .catch(fail);
  const over = new AbortController();
  const watching = watchWaiters(ctx, address, over.signal);
  const [found, dumped] = await Promise.allSettled([reading, dumping]);
  over.abort();
  await watching;
  if (found.status === 'fulfilled' && dumped.status === 'fulfilled') {
    return { found: found.value, dumped: dumped.value };
  }
  throw databaseError(failures[0], ctx.resource, 'keeping the snapshot open');
}
