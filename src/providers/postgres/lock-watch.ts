import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { messageOf } from '../../runtime/errors.js';
import { seconds } from '../../runtime/progress.js';
import { withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { select } from './inspect.js';

const EVERY_MS = 1_000;
/** Until a session that still waits is named again. */
const AGAIN_MS = 30_000;

const waiter = z.object({
  pid: z.number(),
  who: z.string(),
  waits: z.string(),
  seconds: z.number(),
  /** Directly behind Rewind; false: behind a session that is. */
  direct: z.boolean(),
});

/**
 * Logs the sessions that wait behind the locks of a backup, while it runs: an ALTER TABLE waits for its end, and everything
 * that wants the same table waits behind the ALTER TABLE. Ends with the signal, and never fails: it is only information.
 */
export async function watchWaiters(ctx: Context, address: DatabaseAddress, over: AbortSignal): Promise<void> {
  const pause = (): Promise<void> => ctx.clock.sleep(EVERY_MS, over).catch(() => undefined);
  const named = new Map<number, number>();
  // A short backup takes no third connection.
  await pause();
  if (over.aborted) return;
  try {
    await withDatabase(ctx, address, address.database, async (client) => {
      while (!over.aborted) {
        await report(ctx, client, named);
        await pause();
      }
    });
  } catch (error) {
    ctx.log.debug(`sessions that wait behind the backup are not watched: ${messageOf(error)}`);
  }
}

async function report(ctx: Context, client: DatabaseClient, named: Map<number, number>): Promise<void> {
  const waiting = await select(client, waiter, WAITERS);
  const behind = waiting.filter(({ direct }) => !direct).length;
  const now = ctx.clock.monotonic();
  for (const { pid, who, waits, seconds: since, direct } of waiting) {
    if (!direct || now - (named.get(pid) ?? -AGAIN_MS) < AGAIN_MS) continue;
    named.set(pid, now);
    const others = behind === 0 ? '' : ` ${behind} more wait behind such sessions.`;
    ctx.log.warn(
      `[${ctx.resource}] pid ${pid} (${who}) has waited ${seconds(since)} for ${waits}. It goes on when this backup ends.${others}`,
    );
  }
}

/** No text of queries: it may hold data. */
const WAITERS = `
WITH ours AS (SELECT array_agg(pid) AS pids FROM pg_stat_activity
               WHERE application_name = 'rewind' AND datname = current_database())
SELECT l.pid, format('application "%s", user "%s"', a.application_name, a.usename) AS who,
       format('%s on %s', l.mode, l.relation::regclass) AS waits,
       coalesce(extract(epoch FROM clock_timestamp() - l.waitstart), 0)::float8 AS seconds,
       pg_blocking_pids(l.pid) && ours.pids AS direct
  FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid CROSS JOIN ours
 WHERE NOT l.granted AND l.locktype = 'relation' AND a.datname = current_database() AND NOT l.pid = ANY (ours.pids)
 ORDER BY l.waitstart`;
