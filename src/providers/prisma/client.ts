import { z } from 'zod';
import type { Context } from '../../context.js';
import { RewindError } from '../../core/errors.js';
import { parseDatabaseUrl, requireDirect, type DatabaseAddress } from '../database/address.js';
import { codeOf, databaseError, quoted, withDatabase, type DatabaseClient } from '../database/connect.js';
import type { Config } from './config.js';
import type { HistoryRow } from './state.js';

/** The advisory lock under which Prisma itself migrates on PostgreSQL. */
const PRISMA_LOCK = 72_707_369;
const LOCK_TRIES = 100;
const LOCK_PAUSE_MS = 100;
/** Left in `logs` while a script outside of a transaction runs: after a crash it says that its end is not known. */
const BEGUN = 'rewind: down.sql was begun outside of a transaction';

export interface Target {
  readonly address: DatabaseAddress;
  readonly schema: string;
}

/** @throws RewindError database-url-invalid, database-pooled-url, credential-missing */
export function targetOf(config: Config, ctx: Context): Target {
  const url = ctx.credentials.resolve(config.url, ctx.resource);
  const address = parseDatabaseUrl(url, ctx.childEnv, ctx.resource);
  if (address.password !== null) ctx.masker.add(address.password);
  requireDirect(address, ctx.resource);
  return { address, schema: config.schema ?? new URL(url).searchParams.get('schema') ?? 'public' };
}

/** One session on the database. */
export async function withHistory<T>(
  config: Config,
  ctx: Context,
  work: (client: DatabaseClient, target: Target) => Promise<T>,
): Promise<T> {
  const target = targetOf(config, ctx);
  return withDatabase(ctx, target.address, target.address.database, (client) => work(client, target));
}

const tableOf = (target: Target): string => `${quoted(target.schema)}._prisma_migrations`;

const historyRow = z.object({
  id: z.string(),
  name: z.string(),
  checksum: z.string(),
  started: z.string(),
  finished: z.boolean(),
  rolled: z.boolean(),
});

/** Rows of `_prisma_migrations`, oldest first; none where Prisma has never migrated. */
export async function readHistory(client: DatabaseClient, target: Target, ctx: Context): Promise<HistoryRow[]> {
  try {
    const { rows } = await client.query(
      `SELECT id, migration_name AS name, checksum, (extract(epoch FROM started_at) * 1000)::text AS started,
              finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled
         FROM ${tableOf(target)} ORDER BY started_at, migration_name`,
    );
    return z
      .array(historyRow)
      .parse(rows)
      .map(({ started, rolled, ...rest }) => ({ ...rest, startedAt: Number(started), rolledBack: rolled }));
  } catch (error) {
    if (codeOf(error) === '42P01') return [];
    throw databaseError(error, ctx.resource, 'reading the migration history');
  }
}

/** Runs work under Prisma's own lock, so that no deploy of migrations is under way. @throws RewindError migration-lock */
export async function underLock<T>(client: DatabaseClient, ctx: Context, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const { rows } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(${PRISMA_LOCK}) AS taken`);
    if (rows[0]?.taken === true) break;
    if (tries >= LOCK_TRIES) throw await lockHeld(client, ctx);
    await ctx.clock.sleep(LOCK_PAUSE_MS, ctx.signal);
  }
  try {
    return await work();
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${PRISMA_LOCK})`).catch(() => undefined);
  }
}

async function lockHeld(client: DatabaseClient, ctx: Context): Promise<RewindError> {
  const { rows } = await client.query<{ who: string }>(
    `SELECT format('process %s (%s, user %s, since %s)', a.pid, coalesce(nullif(a.application_name, ''), 'no name'), a.usename, a.backend_start) AS who
       FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.objid = ${PRISMA_LOCK} AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return new RewindError('migration-lock', `Another migration is under way: ${rows[0]?.who ?? 'unknown'}.`, {
    resource: ctx.resource,
  });
}

/** Runs down.sql and takes the migration out of the history, both or neither. */
export async function downInTransaction(
  client: DatabaseClient,
  target: Target,
  config: Config,
  name: string,
  script: string,
): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(
      `SET LOCAL lock_timeout = '${config['lock-timeout-seconds']}s'; SET LOCAL search_path = ${quoted(target.schema)}`,
    );
    await client.query(script);
    await markRolledBack(client, target, name);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** For the one statement that PostgreSQL refuses in a transaction. */
export async function downOutside(client: DatabaseClient, target: Target, name: string, script: string): Promise<void> {
  await client.query(`UPDATE ${tableOf(target)} SET logs = $1 WHERE migration_name = $2 AND rolled_back_at IS NULL`, [
    BEGUN,
    name,
  ]);
  await client.query(`SET search_path = ${quoted(target.schema)}`);
  try {
    await client.query(script);
  } finally {
    await client.query('RESET search_path').catch(() => undefined);
  }
  await client.query(`UPDATE ${tableOf(target)} SET logs = NULL WHERE migration_name = $1 AND logs = $2`, [
    name,
    BEGUN,
  ]);
  await markRolledBack(client, target, name);
}

export async function wasInterrupted(client: DatabaseClient, target: Target, name: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM ${tableOf(target)} WHERE migration_name = $1 AND logs = $2 AND rolled_back_at IS NULL`,
    [name, BEGUN],
  );
  return (rowCount ?? 0) > 0;
}

/** Prisma takes a row with `rolled_back_at` for pending: the next deploy applies the migration again. */
async function markRolledBack(client: DatabaseClient, target: Target, name: string): Promise<void> {
  await client.query(
    `UPDATE ${tableOf(target)} SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    [name],
  );
}

/** How a person says that an interrupted script has been finished by hand. */
export const finishByHand = (target: Target, name: string): string =>
  `UPDATE ${tableOf(target)} SET rolled_back_at = now(), logs = NULL WHERE migration_name = '${name.replaceAll("'", "''")}' AND rolled_back_at IS NULL;`;
