import { z } from 'zod';
import type { Prepared } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { withDatabase, type Queryable } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { findPrograms } from './programs.js';
import type { Config } from './config.js';
import { FIRST_USER_OID } from './in-place-privileges.js';
import { only, OURS, select } from './inspect.js';
import { PsqlSession } from './psql-session.js';
import { serverOf } from './server.js';

/** How long one lock may take. Without a limit, everything that queues behind the restore waits as well. */
const LOCK_TIMEOUT_MS = 30_000;
/** Tables of one LOCK statement. */
const BATCH = 500;
/** Attempts when this session loses a deadlock, or a table is dropped while the locks are taken. */
const ATTEMPTS = 5;
const RETRIED = /\b(40P01|42P01|3F000):/;

/** What must not change between the locks and the drops: rows cannot, because their tables are locked. */
export interface Frozen {
  readonly tables: readonly string[];
  /** A hash of all large objects, which no lock protects. */
  readonly largeObjects: string;
  /** Process of the server that holds the locks. */
  readonly pid: number;
}

/** The transaction of a restore in place: its locks keep writers out from before the backup until the commit. */
export class LockedSession implements Prepared {
  constructor(
    readonly session: PsqlSession,
    readonly frozen: Frozen,
  ) {}

  async release(): Promise<void> {
    await this.session.end();
  }
}

/**
 * Opens the transaction of a restore, and stops all writers. Readers (and pg_dump) go on. What was acknowledged before is in
 * the backup that is taken now, and nothing is acknowledged until the transaction ends.
 *
 * @throws RewindError database-locked when another session does not release a table
 */
export async function lockWriters(
  config: Config,
  ctx: Context,
  address: DatabaseAddress,
  timeoutMs = LOCK_TIMEOUT_MS,
): Promise<LockedSession> {
  const major = await withDatabase(
    ctx,
    address,
    address.database,
    async (client) => (await serverOf(client, config)).major,
  );
  const programs = await findPrograms(ctx, major, config['client-bin']);
  for (let attempt = 1; ; attempt += 1) {
    const session = new PsqlSession(ctx, programs, address);
    try {
      // Shows codes of errors, which decide whether to try again.
      await session.command('\\set VERBOSITY verbose');
      await session.run(...opening(major, timeoutMs));
      const tables = await lockTables(session);
      const { pid } = only(
        await select(session, z.object({ pid: z.number() }), 'SELECT pg_catalog.pg_backend_pid() AS pid'),
      );
      const frozen = { tables, largeObjects: await largeObjectsOf(session), pid };
      await session.command('\\set VERBOSITY default');
      session.keepAlive();
      return new LockedSession(session, frozen);
    } catch (error) {
      await session.abort();
      const message = messageOf(error);
      if (RETRIED.test(message) && attempt < ATTEMPTS) continue;
      if (!message.includes('55P03:')) throw error;
      throw new RewindError(
        'database-locked',
        `A table of "${address.database}" stayed locked for ${timeoutMs / 1000} s, so its writers could not be stopped. Nothing was changed.`,
        { resource: ctx.resource, cause: error },
      );
    }
  }
}

function opening(major: number, timeoutMs: number): string[] {
  return [
    'SET client_min_messages = warning',
    // As every session of Rewind (services/postgres/connection). The script of the dump sets its own.
    'SET search_path = pg_catalog',
    'SET statement_timeout = 0',
    'SET idle_in_transaction_session_timeout = 0',
    ...(major >= 14 ? ['SET idle_session_timeout = 0'] : []),
    ...(major >= 17 ? ['SET transaction_timeout = 0'] : []),
    // A killed psql ends the transaction in the middle of a long statement, on servers that can tell.
    `SELECT set_config('client_connection_check_interval', '1s', false) FROM pg_settings
      WHERE name = 'client_connection_check_interval' AND (SELECT version()) LIKE '%linux%'`,
    // READ COMMITTED: after waiting for a lock, a statement sees what its holder wrote.
    'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE',
    `SET LOCAL lock_timeout = ${timeoutMs}`,
    'SET LOCAL row_security = off',
  ];
}

/** Locks all tables against writers; repeats until no table appears meanwhile. @returns their OIDs */
async function lockTables(session: PsqlSession): Promise<string[]> {
  const locked = new Set<string>();
  for (;;) {
    const tables = await listTables(session);
    const missing = tables.filter(({ oid }) => !locked.has(oid));
    if (missing.length === 0) return tables.map(({ oid }) => oid);
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      await session.run(`LOCK TABLE ${batch.map(({ name }) => `ONLY ${name}`).join(', ')} IN EXCLUSIVE MODE`);
      for (const { oid } of batch) locked.add(oid);
    }
  }
}

/** Tables whose rows a restore replaces: those of the user, and the configuration tables of extensions. */
export const REPLACED_TABLES = `
  SELECT c.oid::text AS oid, format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${OURS}
     AND (NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                       WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
          OR EXISTS (SELECT 1 FROM pg_catalog.pg_extension e WHERE c.oid = ANY (e.extconfig)))
   ORDER BY c.oid`;

async function listTables(client: Queryable): Promise<{ oid: string; name: string }[]> {
  return select(client, z.object({ oid: z.string(), name: z.string() }), REPLACED_TABLES);
}

/** Bytes of a large object that are hashed at a time. */
const PIECE = 1_048_576;

async function largeObjectsOf(client: Queryable): Promise<string> {
  const row = only(
    await select(
      client,
      z.object({ hash: z.string() }),
      `WITH RECURSIVE pieces AS (
         SELECT oid, 0::bigint AS at, lo_get(oid, 0, ${PIECE}) AS piece FROM pg_largeobject_metadata
         UNION ALL
         SELECT oid, at + ${PIECE}, lo_get(oid, at + ${PIECE}, ${PIECE}) FROM pieces WHERE length(piece) = ${PIECE})
       SELECT count(*)::text || ':' || coalesce(sum(('x' || left(md5(concat_ws(' ', oid, at, md5(piece))), 16))::bit(64)::bigint::numeric), 0)::text AS hash
         FROM pieces`,
    ),
  );
  return row.hash;
}

/** Attempts to take a lock that other sessions would make a deadlock; each ends these sessions first. */
const UPGRADES = 100;
const PAUSE_MS = 20;
const DEADLOCK = '40P01';

/**
 * Locks the tables against readers too, and then runs the drops. Ends the sessions that would make it a deadlock: those that
 * hold a lock of their own in an open transaction and wait for one of ours. Their tables are being replaced.
 *
 * @throws RewindError restore-failed with the message of the server
 */
export async function lockReadersAndDrop(
  ctx: Context,
  address: DatabaseAddress,
  { session, frozen }: LockedSession,
  drops: readonly string[],
): Promise<void> {
  const tables = await listTables(session);
  await withDatabase(ctx, address, address.database, async (client) => {
    const insist = async (...statements: readonly string[]): Promise<void> => {
      for (let attempt = 0; attempt < UPGRADES; attempt += 1) {
        await client.query(END_WAITERS, [frozen.pid]);
        const code = await session.attempt(...statements);
        if (code === '00000') return;
        if (code !== DEADLOCK) break;
        await ctx.clock.sleep(PAUSE_MS, ctx.signal);
      }
      // Once more, for the message.
      await session.run(...statements);
    };
    // One by one: a table that is locked stays locked, so new sessions hold up less and less.
    for (const { name } of tables) await insist(`LOCK TABLE ONLY ${name} IN ACCESS EXCLUSIVE MODE`);
    await insist(...drops);
  });
}

const END_WAITERS = `
  SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid, pg_roles me
   WHERE me.rolname = current_user AND a.datname = current_database() AND a.pid <> $1
     AND (me.rolsuper OR NOT r.rolsuper AND (pg_has_role(r.oid, 'MEMBER') OR pg_has_role('pg_signal_backend', 'MEMBER')))
     AND $1 = ANY (pg_blocking_pids(a.pid))
     AND EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.granted AND l.locktype = 'relation' AND l.relation >= ${FIRST_USER_OID})`;

/**
 * Called after the drops, which are invisible to this other session: what was there then is what was there at the locks.
 * @throws RewindError restore-failed when a table or a large object came meanwhile, and so may be in no backup
 */
export async function assertFrozen(ctx: Context, address: DatabaseAddress, frozen: Frozen): Promise<void> {
  const [tables, largeObjects] = await withDatabase(ctx, address, address.database, async (client) => [
    await listTables(client),
    await largeObjectsOf(client),
  ]);
  const known = new Set(frozen.tables);
  const changes = [
    ...tables.filter(({ oid }) => !known.has(oid)).map(({ name }) => `table ${name} was created`),
    ...(largeObjects === frozen.largeObjects ? [] : ['large objects were written']),
  ];
  if (changes.length === 0) return;
  throw new RewindError(
    'restore-failed',
    `While "${address.database}" was backed up, ${changes.slice(0, 5).join(', ')}: the backup may not hold them. Nothing was changed.`,
    { resource: ctx.resource, remedy: 'Run again when nothing creates tables or writes large objects.' },
  );
}
