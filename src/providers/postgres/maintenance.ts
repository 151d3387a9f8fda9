import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { codeOf, connect, runStep, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import type { Config } from './config.js';
import { select } from './inspect.js';
import { lenient } from './session-settings.js';

/** A waiting session asks something this often: firewalls and NAT forget a silent connection after a minute or more. */
const HEARTBEAT_MS = 20_000;
/** A session that does not answer for so long is lost. */
const PATIENCE_MS = 15_000;

/** No such database, no right to connect, closed, or refused by pg_hba.conf: another database may do. */
const NEXT_CANDIDATE = ['3D000', '42501', '55000', '28000'];

/**
 * Connects to a database of the same server that is not the restored one: the configured one, else any other that accepts
 * this user.
 * @throws RewindError of the last attempt
 */
async function connectBeside(
  config: Config,
  ctx: Context,
  address: DatabaseAddress,
): Promise<{ readonly client: DatabaseClient; readonly database: string }> {
  const candidates = [config['maintenance-database'], 'postgres', 'template1', 'defaultdb'];
  let failure: unknown;
  for (const database of new Set(candidates)) {
    if (database === address.database) continue;
    try {
      return { client: await opened(ctx, address, database), database };
    } catch (error) {
      failure = error;
      const code = error instanceof RewindError ? codeOf(error.cause) : undefined;
      if (code === undefined || !NEXT_CANDIDATE.includes(code)) break;
    }
  }
  throw failure;
}

/** Settings of the role (a read-only default, time-outs) must not stop what a restore does. */
async function opened(ctx: Context, address: DatabaseAddress, database: string): Promise<DatabaseClient> {
  const client = await connect(ctx, address, database);
  await lenient(client);
  return client;
}

/** Opens a session beside the restored database, and always ends it. */
export async function withMaintenance<T>(
  config: Config,
  ctx: Context,
  address: DatabaseAddress,
  work: (client: DatabaseClient, database: string) => Promise<T>,
): Promise<T> {
  const { client, database } = await connectBeside(config, ctx, address);
  try {
    return await work(client, database);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The session of a restore. It waits for hours while another program fills the new database, and is opened again if lost. */
export class MaintenanceSession {
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly config: Config,
    private readonly ctx: Context,
    private readonly address: DatabaseAddress,
    private client: DatabaseClient,
    private pid: number,
  ) {}

  /** Takes the lock that keeps other runs from restoring the same database. @throws RewindError database-locked */
  static async open(config: Config, ctx: Context, address: DatabaseAddress): Promise<MaintenanceSession> {
    const { client } = await connectBeside(config, ctx, address);
    try {
      const pid = await lockRestore(client, ctx, address.database);
      const session = new MaintenanceSession(config, ctx, address, client, pid);
      session.timer = setInterval(() => void session.ping(), HEARTBEAT_MS).unref();
      return session;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** A session that answers, with the lock. */
  async live(): Promise<DatabaseClient> {
    if (await this.ping()) return this.client;
    this.ctx.log.info('The session that waited was cut off: connecting again');
    // Not awaited: a connection that a firewall forgot does not even end.
    void this.client.end().catch(() => undefined);
    const { client } = await connectBeside(this.config, this.ctx, this.address);
    this.client = client;
    // The server may not have noticed that the old session is gone, and it would hold the lock.
    await client
      .query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE pid = $1 AND application_name = 'rewind' AND usename = current_user`,
        [this.pid],
      )
      .catch(() => undefined);
    this.pid = await lockRestore(client, this.ctx, this.address.database, 50);
    return client;
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.client.end().catch(() => undefined);
  }

  private async ping(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MS);
    });
    const answer = this.client.query('SELECT 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

const lockRow = z.object({ taken: z.boolean(), pid: z.number() });

/** @param attempts every 100 ms. @returns the process id of the session */
async function lockRestore(client: DatabaseClient, ctx: Context, database: string, attempts = 1): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const [row] = await runStep(ctx, `locking the restore of "${database}"`, () =>
      select(client, lockRow, 'SELECT pg_try_advisory_lock($1::bigint) AS taken, pg_backend_pid() AS pid', [
        lockKey(database),
      ]),
    );
    // The other run may have chosen another database to wait in, and advisory locks are of one database.
    if (row?.taken === true && (await restoringNow(client, database, row.pid)) === null) return row.pid;
    if (attempt >= attempts) throw await runningElsewhere(client, ctx, database);
    await ctx.clock.sleep(100, ctx.signal);
  }
}

/** Null if no run restores the database now. */
export async function restoringNow(client: DatabaseClient, database: string, except = 0): Promise<string | null> {
  const rows = await select(
    client,
    z.object({ who: z.string() }),
    `SELECT format('pid %s (user %s, since %s)', a.pid, a.usename, a.backend_start) AS who
       FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
        AND ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint AND a.pid <> $2`,
    [lockKey(database), except],
  );
  return rows[0]?.who ?? null;
}

async function runningElsewhere(client: DatabaseClient, ctx: Context, database: string): Promise<RewindError> {
  const who = (await restoringNow(client, database)) ?? 'a session that has ended meanwhile';
  const pid = /\d+/.exec(who)?.[0];
  return new RewindError('database-locked', `Another run of Rewind is restoring "${database}" now: ${who}.`, {
    resource: ctx.resource,
    remedy: `Wait until it ends. If its machine is gone: SELECT pg_terminate_backend(${pid ?? 'PID'}), then run again.`,
  });
}

/** A 64-bit key, which PostgreSQL shows in pg_locks as two halves. */
function lockKey(database: string): string {
  return createHash('sha256').update(`rewind restore ${database}`).digest().readBigInt64BE(0).toString();
}
