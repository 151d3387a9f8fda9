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
import { plural } from '../../runtime/text.js';

/** Bytes of a dump from which several streams are worth their start. */
const PARALLEL_FROM = 16e6;

/** What fills which database. */
export interface Filling {
  readonly source: PayloadSource;
  readonly address: DatabaseAddress;
  /** Empty, and used by nobody else. */
  readonly database: string;
  /** The state that the snapshot saved. */
  readonly expected: State;
}

/**
 * Restores the dump into a database and compares the result with the snapshot.
 * @returns marks of the objects that are printed differently, for `keepMarks`
 */
export async function fill(config: Config, ctx: Context, filling: Filling): Promise<string[]> {
  const { source, address, database, expected } = filling;
  const { programs, analyzeRest, hasRoom } = await load(config, ctx, filling);
  if (!hasRoom) await analyzeRest();
  // Both only read rows. Awaited together: after a failure the database is dropped, and nobody must use it then.
  const [analyzed, compared] = await Promise.allSettled([
    hasRoom ? analyzeRest() : undefined,
    compareRestored(ctx, source, address, database, programs, expected),
  ]);
  if (compared.status === 'rejected') throw compared.reason;
  if (analyzed.status === 'rejected') throw analyzed.reason;
  const marks = compared.value;
  ctx.log.info(
    `"${database}" holds what snapshot ${expected.snapshot} says: ${plural(expected.tables.length, 'table')} compared`,
  );
  return marks;
}

/**
 * Restores the dump into an empty database and analyzes it. Compares nothing.
 * @returns the programs of the server's version
 */
export async function restoreInto(config: Config, ctx: Context, filling: Filling): Promise<Programs> {
  const { programs, analyzeRest } = await load(config, ctx, filling);
  await analyzeRest();
  return programs;
}

interface Loaded {
  readonly programs: Programs;
  /** Collects the statistics that the restore has not collected. */
  readonly analyzeRest: () => Promise<void>;
  /** Whether the user may have the sessions of `analyzeRest` and of the comparison at once. */
  readonly hasRoom: boolean;
}

/** Sessions of a comparison: two that count, pg_dump, and one in reserve. */
const COMPARISON_SESSIONS = 4;

async function load(config: Config, ctx: Context, filling: Filling): Promise<Loaded> {
  const { source, address, database } = filling;
  const { major, limit } = await withDatabase(ctx, address, database, async (client) => ({
    major: (await serverOf(client, config)).major,
    limit: await connectionLimit(client),
  }));
  const programs = await findPrograms(ctx, major, config['client-bin']);
  const bytes = source.refs.find(({ name }) => name === DUMP)?.bytes ?? 0;
  // Half of the limit: pg_restore has ended before the server has ended its session, and the next step begins meanwhile.
  const lanes = bytes < PARALLEL_FROM ? 1 : Math.max(1, Math.min(defaultLanes(), Math.floor(limit / 2)));
  // With the one that checks foreign keys, as many sessions as before.
  const beside = (inner: Context): Promise<void> => analyze(inner, address, database, Math.max(1, lanes - 1), TABLES);
  const ran = await restoreInParallel(ctx, { ...filling, programs, lanes, beside });
  const hasRoom = limit >= lanes + COMPARISON_SESSIONS;
  // The comparison counts in two sessions.
  const sessions = hasRoom ? Math.max(1, lanes - 2) : lanes;
  return { programs, hasRoom, analyzeRest: () => analyze(ctx, address, database, sessions, ran ? VIEWS : undefined) };
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
