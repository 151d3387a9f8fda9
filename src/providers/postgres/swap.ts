import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { literal, quoted, runStep, type DatabaseClient } from '../../services/postgres/connection.js';
import { findDatabase } from './inspect.js';
import { derivedName } from './names.js';

import type { State } from './state.js';

/** Attempts, every 100 ms, until a fenced database has no sessions. */
const DRAIN_ATTEMPTS = 150;

/** Fences the current database, ends its sessions, and swaps the names in one transaction. */
export async function swap(
  maintenance: DatabaseClient,
  ctx: Context,
  database: string,
  restored: string,
  expected: State,
): Promise<void> {
  const present = await findDatabase(maintenance, database);
  if (!present) {
    // Another client renamed or dropped it, so no database remains to be kept.
    await runStep(ctx, `renaming "${restored}"`, () =>
      maintenance.query(`ALTER DATABASE ${quoted(restored)} RENAME TO ${quoted(database)}`),
    );
    return;
  }
  const kept = await freeName(maintenance, derivedName(database, 'before', expected.snapshot));
  ctx.log.info(`Swapping: "${database}" becomes "${kept}", "${restored}" becomes "${database}"; connections drop now`);
  await runStep(ctx, `fencing "${database}" off`, () =>
    maintenance.query(`ALTER DATABASE ${quoted(database)} ALLOW_CONNECTIONS false`),
  );
  try {
    await endSessions(maintenance, ctx, database);
    await endSessions(maintenance, ctx, restored);
    // One transaction: the name always belongs to one database, and a crash leaves no partial swap.
    await runStep(ctx, 'swapping the names', () =>
      maintenance.query(
        [
          'BEGIN',
          `ALTER DATABASE ${quoted(database)} RENAME TO ${quoted(kept)}`,
          `ALTER DATABASE ${quoted(restored)} RENAME TO ${quoted(database)}`,
          `ALTER DATABASE ${quoted(kept)} ALLOW_CONNECTIONS true`,
          'COMMIT',
        ].join('; '),
      ),
    );
  } catch (error) {
    await maintenance.query('ROLLBACK').catch(() => undefined);
    // Lifts the fence after a failed swap.
    try {
      await maintenance.query(`ALTER DATABASE ${quoted(database)} ALLOW_CONNECTIONS true`);
    } catch (unfence) {
      ctx.log.error(
        `"${database}" still accepts no connections (${messageOf(unfence)}): run ALTER DATABASE ${quoted(database)} ALLOW_CONNECTIONS true`,
      );
    }
    throw new RewindError(
      'swap-failed',
      `The restored database "${restored}" is complete but could not take the name "${database}": ${messageOf(error)}`,
      { resource: ctx.resource, cause: error },
    );
  }
  ctx.log.info(
    `"${database}" matches snapshot ${expected.snapshot}. The previous database was kept as "${kept}". Drop it when no longer needed: DROP DATABASE ${quoted(kept)}`,
  );
}

async function endSessions(maintenance: DatabaseClient, ctx: Context, database: string): Promise<void> {
  for (let tries = 0; tries < DRAIN_ATTEMPTS; tries += 1) {
    const { rows } = await maintenance.query<{ left: number }>(
      // An autovacuum worker (no user) takes a superuser to end, and RENAME ends it itself. backend_type is NULL to others.
      `SELECT count(pg_terminate_backend(pid))::int AS left FROM pg_stat_activity
        WHERE datname = ${literal(database)} AND usesysid IS NOT NULL`,
    );
    if (rows[0]?.left === 0) return;
    await ctx.clock.sleep(100, ctx.signal);
  }
  throw new Error(`sessions on "${database}" would not end`);
}

/** Restoring the same snapshot twice keeps both previous databases. */
async function freeName(maintenance: DatabaseClient, wanted: string): Promise<string> {
  for (let suffix = 1; ; suffix += 1) {
    const name = suffix === 1 ? wanted : `${wanted}_${suffix}`;
    if (!(await findDatabase(maintenance, name))) return name;
  }
}
