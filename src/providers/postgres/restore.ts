import { metered } from './dump.js';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import type { Change, PayloadSource } from '../../engine/provider.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import {
  connect,
  databaseError,
  literal,
  quoted,
  withDatabase,
  type DatabaseClient,
} from '../../services/postgres/connection.js';
import { addressOf, capture, EXPECTED, serverOf } from './backup.js';
import { feed, findPrograms, start } from './client.js';
import type { Config } from './config.js';
import { beginSnapshot, findDatabase, inspect } from './inspect.js';
import { restoreInPlace } from './in-place.js';
import { withMark } from './marks.js';
import { makeEmptyLike, nextTransaction } from './new-database.js';
import { derivedName, differencesOf, mismatches, state, type State } from './state.js';
import { DUMP } from './dump.js';

/** Attempts, one every 100 ms, until a fenced database has no session left. */
const DRAIN_ATTEMPTS = 150;

/** Makes the database what it was in the snapshot. Decides from what it finds, so a re-run after a crash finishes. */
export async function restore(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const address = addressOf(config, ctx);
  const expected = await readExpected(source);
  const live = await capture(config, ctx, { purpose: 'compare', write: async () => undefined });
  if (differencesOf(expected, live).equal) {
    ctx.log.info(`"${address.database}" already is as in snapshot ${expected.snapshot}`);
    return;
  }
  if (change.params.strategy === 'in-place') await restoreInPlace(config, ctx, source, address, expected);
  else await restoreBySwap(config, ctx, source, address, expected);
}

export async function readExpected(source: PayloadSource): Promise<State> {
  return state.parse(JSON.parse((await source.read(EXPECTED)).toString('utf8')));
}

/** Into a new database; compared; then the names are swapped. The present database is kept under another name. */
async function restoreBySwap(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  expected: State,
): Promise<void> {
  const fresh = derivedName(address.database, 'new', expected.snapshot);
  const maintenance = await connect(ctx, address, config['maintenance-database']);
  try {
    if (await isFinished(maintenance, fresh)) {
      ctx.log.info(`"${fresh}" was restored and compared by an interrupted run; going on from there`);
    } else {
      await attempt(ctx, `dropping the unfinished database "${fresh}"`, () =>
        maintenance.query(`DROP DATABASE IF EXISTS ${quoted(fresh)}`),
      );
      await makeEmptyLike(maintenance, ctx, address.database, fresh);
      await fill(config, ctx, source, address, fresh, expected);
      await markFinished(maintenance, ctx, address.database, fresh, expected);
    }
    await swap(maintenance, ctx, address.database, fresh, expected);
  } finally {
    await maintenance.end().catch(() => undefined);
  }
}

/** Only a database that was restored and compared carries the mark. */
async function isFinished(maintenance: DatabaseClient, fresh: string): Promise<boolean> {
  const found = await findDatabase(maintenance, fresh);
  return found?.comment?.includes('[rewind: restored from') ?? false;
}

/** Restores the dump into a database, and compares what came out with what the snapshot says. */
export async function fill(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  database: string,
  expected: State,
): Promise<void> {
  const major = await withDatabase(ctx, address, database, async (client) => (await serverOf(client, config)).major);
  const programs = await findPrograms(ctx, major, config['client-bin']);
  const args = ['--format=custom', '--exit-on-error', '--no-password', `--dbname=${database}`];
  const running = start(ctx, programs.restore, args, address, database, 'restore-failed');
  await feed(running, metered(ctx, source, database, await source.open(DUMP)));
  await withDatabase(ctx, address, database, async (client) => {
    // A restored database has no statistics: the first queries of production would be planned blindly.
    await attempt(ctx, `analyzing "${database}"`, () => client.query('ANALYZE'));
    await beginSnapshot(client);
    const found = { ...expected, ...(await inspect(client, expected.integrity, ctx)) };
    await client.query('COMMIT');
    const lines = mismatches(expected, found);
    if (lines.length === 0) return;
    throw new RewindError(
      'restore-mismatch',
      `What was restored into "${database}" is not what snapshot ${expected.snapshot} says. The present database is untouched.`,
      { resource: ctx.resource, problems: lines.slice(0, 20) },
    );
  });
  ctx.log.info(
    `"${database}" holds what snapshot ${expected.snapshot} says: ${expected.tables.length} tables compared`,
  );
}

async function markFinished(
  maintenance: DatabaseClient,
  ctx: Context,
  database: string,
  fresh: string,
  expected: State,
): Promise<void> {
  const old = await findDatabase(maintenance, database);
  const mark = withMark(old?.comment ?? null, expected.snapshot, await nextTransaction(maintenance));
  await attempt(ctx, `marking "${fresh}" as restored`, () =>
    maintenance.query(`COMMENT ON DATABASE ${quoted(fresh)} IS ${literal(mark)}`),
  );
}

/** Fences the present database off, ends its sessions, and swaps the names in one transaction. */
async function swap(
  maintenance: DatabaseClient,
  ctx: Context,
  database: string,
  fresh: string,
  expected: State,
): Promise<void> {
  const present = await findDatabase(maintenance, database);
  if (!present) {
    // Somebody renamed or dropped it: then there is nothing to keep.
    await attempt(ctx, `renaming "${fresh}"`, () =>
      maintenance.query(`ALTER DATABASE ${quoted(fresh)} RENAME TO ${quoted(database)}`),
    );
    return;
  }
  const kept = await freeName(maintenance, derivedName(database, 'before', expected.snapshot));
  ctx.log.info(`Swapping: "${database}" becomes "${kept}", "${fresh}" becomes "${database}"; connections are cut now`);
  await attempt(ctx, `fencing "${database}" off`, () =>
    maintenance.query(`ALTER DATABASE ${quoted(database)} ALLOW_CONNECTIONS false`),
  );
  try {
    await endSessions(maintenance, ctx, database);
    await endSessions(maintenance, ctx, fresh);
    // All of it in one transaction: there is no moment at which the name is nobody's, and no half of it after a crash.
    await attempt(ctx, 'swapping the names', () =>
      maintenance.query(
        [
          'BEGIN',
          `ALTER DATABASE ${quoted(database)} RENAME TO ${quoted(kept)}`,
          `ALTER DATABASE ${quoted(fresh)} RENAME TO ${quoted(database)}`,
          `ALTER DATABASE ${quoted(kept)} ALLOW_CONNECTIONS true`,
          'COMMIT',
        ].join('; '),
      ),
    );
  } catch (error) {
    await maintenance.query('ROLLBACK').catch(() => undefined);
    // Production must not stay fenced because a swap failed.
    try {
      await maintenance.query(`ALTER DATABASE ${quoted(database)} ALLOW_CONNECTIONS true`);
    } catch (unfence) {
      ctx.log.error(
        `"${database}" still accepts no connections (${messageOf(unfence)}): run ALTER DATABASE ${quoted(database)} ALLOW_CONNECTIONS true`,
      );
    }
    throw new RewindError(
      'swap-failed',
      `The restored database "${fresh}" is complete but could not take the name "${database}": ${messageOf(error)}`,
      { resource: ctx.resource, cause: error },
    );
  }
  ctx.log.info(
    `"${database}" is as in snapshot ${expected.snapshot}. The database of before is kept as "${kept}"; when it is not needed any more: DROP DATABASE ${quoted(kept)}`,
  );
}

async function endSessions(maintenance: DatabaseClient, ctx: Context, database: string): Promise<void> {
  for (let tries = 0; tries < DRAIN_ATTEMPTS; tries += 1) {
    const { rows } = await maintenance.query<{ left: number }>(
      `SELECT count(pg_terminate_backend(pid))::int AS left FROM pg_stat_activity WHERE datname = ${literal(database)}`,
    );
    if (rows[0]?.left === 0) return;
    await ctx.clock.sleep(100, ctx.signal);
  }
  throw new Error(`sessions on "${database}" would not end`);
}

/** Restoring the same snapshot twice keeps both databases of before. */
async function freeName(maintenance: DatabaseClient, wanted: string): Promise<string> {
  for (let suffix = 1; ; suffix += 1) {
    const name = suffix === 1 ? wanted : `${wanted}_${suffix}`;
    if (!(await findDatabase(maintenance, name))) return name;
  }
}

/** A statement whose failure is told in a person's words. */
export async function attempt<T>(ctx: Context, doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw databaseError(error, ctx.resource, doing);
  }
}
