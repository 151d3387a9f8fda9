import { types } from 'node:util';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import {
  parameterOf,
  parseDatabaseUrl,
  requireDirect,
  type DatabaseAddress,
} from '../../services/postgres/database-url.js';
import {
  codeOf,
  databaseError,
  quoted,
  withDatabase,
  type DatabaseClient,
} from '../../services/postgres/connection.js';
import type { Config } from './config.js';
import type { HistoryRow } from './state.js';

/** Prisma's own advisory lock for migrations on PostgreSQL. */
const PRISMA_LOCK = 72_707_369;
const LOCK_TRIES = 100;
const LOCK_PAUSE_MS = 100;
export interface Target {
  readonly address: DatabaseAddress;
  readonly schema: string;
}

/** @throws RewindError database-url-invalid, database-pooled-url, credential-missing */
export function targetOf(config: Config, ctx: Context): Target {
  const url = ctx.env.resolve(config.url, ctx.resource);
  const address = parseDatabaseUrl(url, ctx.childEnv, ctx.resource);
  if (address.password !== null) ctx.masker.add(address.password);
  requireDirect(address, ctx.resource);
  return { address, schema: config.schema ?? parameterOf(url, 'schema') ?? 'public' };
}

/** Opens one session on the database. */
export async function withHistory<T>(
  config: Config,
  ctx: Context,
  work: (client: DatabaseClient, target: Target) => Promise<T>,
): Promise<T> {
  const target = targetOf(config, ctx);
  return withDatabase(ctx, target.address, target.address.database, (client) => work(client, target));
}

/** The error of a database that accepts no connections or does not exist, which a restore repairs; null for any other. */
export function closedError(error: unknown): RewindError | null {
  if (!(error instanceof RewindError)) return null;
  const code = codeOf(error.cause);
  return code === '55000' || code === '3D000' ? error : null;
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

/** Rows of `_prisma_migrations`, oldest first; none if Prisma has never migrated. */
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

/** Runs work under Prisma's own lock, which blocks concurrent migrations. @throws RewindError migration-lock */
export async function underLock<T>(client: DatabaseClient, ctx: Context, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const { rows } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(${PRISMA_LOCK}) AS taken`);
    if (rows[0]?.taken === true) break;
    if (tries >= LOCK_TRIES) throw await lockHeld(client, ctx);
    await ctx.clock.sleep(LOCK_PAUSE_MS, ctx.signal);
  }
  try {
    // A role or a database may be read-only by default. What is run here was approved.
    await client.query('SET default_transaction_read_only = off');
    return await work();
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${PRISMA_LOCK})`).catch(() => undefined);
  }
}

async function lockHeld(client: DatabaseClient, ctx: Context): Promise<RewindError> {
  const { rows } = await client.query<{ who: string }>(
    `SELECT format('process %s (%s, user %s, since %s)', a.pid, coalesce(nullif(a.application_name, ''), 'no name'), a.usename, a.backend_start) AS who
       FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.classid = 0 AND l.objid = ${PRISMA_LOCK} AND l.objsubid = 1 AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return new RewindError('migration-lock', `Another migration is under way: ${rows[0]?.who ?? 'unknown'}.`, {
    resource: ctx.resource,
  });
}

/** Runs work in one transaction. */
export async function inTransaction(client: DatabaseClient, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    const begun = await transactionId(client);
    await work();
    if ((await transactionId(client)) !== begun) {
      throw new Error('the script ended the transaction that it was run in; what it did before that stays');
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function transactionId(client: DatabaseClient): Promise<string> {
  const { rows } = await client.query<{ id: string }>('SELECT txid_current()::text AS id');
  return rows[0]?.id ?? '';
}

/** Runs down.sql and marks the migration as rolled back, in one transaction. */
export async function downInTransaction(
  client: DatabaseClient,
  target: Target,
  config: Config,
  name: string,
  script: string,
): Promise<void> {
  await inTransaction(client, async () => {
    await client.query(
      `SET LOCAL lock_timeout = '${config['lock-timeout-seconds']}s'; SET LOCAL search_path = ${quoted(target.schema)}`,
    );
    await client.query(script);
    await markRolledBack(client, target, name);
  });
}

/** Runs a migration.sql in the present transaction, and records it as Prisma does. */
export async function recordApplied(
  client: DatabaseClient,
  target: Target,
  config: Config,
  { id, name, checksum }: { readonly id: string; readonly name: string; readonly checksum: string },
  run: () => Promise<unknown>,
): Promise<void> {
  await client.query(
    `SET LOCAL lock_timeout = '${config['lock-timeout-seconds']}s'; SET LOCAL search_path = ${quoted(target.schema)}`,
  );
  await run();
  await client.query(
    `INSERT INTO ${tableOf(target)} (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [id, checksum, name],
  );
}

/** Applies the same settings to a script that runs statement by statement; the caller resets them. */
export async function settle(client: DatabaseClient, target: Target, config: Config): Promise<void> {
  await client.query(
    `SET lock_timeout = '${config['lock-timeout-seconds']}s'; SET search_path = ${quoted(target.schema)}`,
  );
}

const APPLIED = 'migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL';

/** Prisma treats a row with `rolled_back_at` as pending: the next deploy applies the migration again. */
export async function markRolledBack(client: DatabaseClient, target: Target, name: string): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE ${tableOf(target)} SET rolled_back_at = now(), logs = NULL WHERE ${APPLIED}`,
    [name],
  );
  if (rowCount === 0) throw new Error('its row in _prisma_migrations is missing');
}

/** Rewind's note in `logs`, which Prisma leaves empty for finished migrations; null if there is none. */
export async function readNote(client: DatabaseClient, target: Target, name: string): Promise<string | null> {
  const { rows } = await client.query<{ logs: string | null }>(`SELECT logs FROM ${tableOf(target)} WHERE ${APPLIED}`, [
    name,
  ]);
  return rows[0]?.logs ?? null;
}

export async function writeNote(client: DatabaseClient, target: Target, name: string, note: string): Promise<void> {
  await client.query(`UPDATE ${tableOf(target)} SET logs = $2 WHERE ${APPLIED}`, [name, note]);
}

/** Tells whether an index of this name exists and is valid. */
export async function indexState(client: DatabaseClient, index: string): Promise<'missing' | 'invalid' | 'valid'> {
  const { rows } = await client.query<{ valid: boolean }>(
    'SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass($1)',
    [index],
  );
  return rows[0] === undefined ? 'missing' : rows[0].valid ? 'valid' : 'invalid';
}

/** Position of the error in the script, in characters from 1; null if the server reports none. */
export function positionOf(error: unknown): number | null {
  const position = types.isNativeError(error) && 'position' in error ? Number(error.position) : Number.NaN;
  return Number.isInteger(position) && position > 0 ? position : null;
}

/** The statement with which an operator marks a manually finished script as done. */
export const finishByHand = (target: Target, name: string): string =>
  `UPDATE ${tableOf(target)} SET rolled_back_at = now(), logs = NULL WHERE migration_name = '${name.replaceAll("'", "''")}' AND rolled_back_at IS NULL;`;
