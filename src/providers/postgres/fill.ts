import { z } from 'zod';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { analyze, TABLES, VIEWS } from './analyze.js';
import { findPrograms, type Programs } from './programs.js';
import { compareRestored } from './compare-restored.js';
import type { Config } from './config.js';
import { DUMP } from './dump.js';
import { only, select } from './inspect.js';
import { defaultLanes, restoreInParallel } from './parallel-restore.js';
import { serverOf } from './server.js';
import type { State } from './state.js';

/** Bytes of a dump from which several streams are worth their start. */
const PARALLEL_FROM = 16e6;

/**
 * Restores the dump into a database and compares the result with the snapshot.
 * @returns marks of the objects that are printed differently, for `keepMarks`
 */
export async function fill(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  database: string,
  expected: State,
): Promise<string[]> {
  const { programs, analyzeRest } = await load(config, ctx, source, address, database, expected);
  // Both only read rows. Awaited together: after a failure the database is dropped, and nobody must use it then.
  const [analyzed, compared] = await Promise.allSettled([
    analyzeRest(),
    compareRestored(ctx, source, address, database, programs, expected),
  ]);
  if (compared.status === 'rejected') throw compared.reason;
  if (analyzed.status === 'rejected') throw analyzed.reason;
  const marks = compared.value;
  ctx.log.info(
    `"${database}" holds what snapshot ${expected.snapshot} says: ${expected.tables.length} tables compared`,
  );
  return marks;
}

/**
 * Restores the dump into an empty database and analyzes it. Compares nothing.
 * @returns the programs of the server's version
 */
export async function restoreInto(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  database: string,
  expected: State,
): Promise<Programs> {
  const { programs, analyzeRest } = await load(config, ctx, source, address, database, expected);
  await analyzeRest();
  return programs;
}

/** @returns the programs, and what collects the statistics that the restore has not collected */
async function load(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  database: string,
  expected: State,
): Promise<{ readonly programs: Programs; readonly analyzeRest: () => Promise<void> }> {
  const { major, limit } = await withDatabase(ctx, address, database, async (client) => ({
    major: (await serverOf(client, config)).major,
    limit: await connectionLimit(client),
  }));
  const programs = await findPrograms(ctx, major, config['client-bin']);
  const bytes = source.refs.find(({ name }) => name === DUMP)?.bytes ?? 0;
  const lanes = bytes < PARALLEL_FROM ? 1 : Math.min(defaultLanes(), limit);
  const beside = (inner: Context): Promise<void> => analyze(inner, address, database, lanes, TABLES);
  const ran = await restoreInParallel(ctx, { programs, source, address, database, expected, lanes, beside });
  return { programs, analyzeRest: () => analyze(ctx, address, database, lanes, ran ? VIEWS : undefined) };
}

/** Sessions that this user may have at once in this database; a superuser has no limit. */
async function connectionLimit(client: DatabaseClient): Promise<number> {
  const row = only(
    await select(
      client,
      z.object({ least: z.number() }),
      `SELECT CASE WHEN r.rolsuper THEN 100
                   ELSE least(CASE WHEN d.datconnlimit < 0 THEN 100 ELSE d.datconnlimit END,
                              CASE WHEN r.rolconnlimit < 0 THEN 100 ELSE greatest(r.rolconnlimit - 1, 1) END) END AS least
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    ),
  );
  return Math.max(1, row.least);
}
