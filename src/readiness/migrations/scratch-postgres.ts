import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryResult } from 'pg';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { quoted } from '../../services/postgres/connection.js';
import { startLocalServer } from '../../services/postgres/local-server.js';

/** A temporary PostgreSQL server. */
export interface ScratchServer {
  readonly binDir: string;
  /** The limit that the scripts passed, as a noun: `1024 MiB of disk`; null if none. The server was then ended. */
  exceeded(): string | null;
  /** Creates an empty database. @returns its URL */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Owner of the scratch databases. A superuser may start programs, so scripts of a pull request must not run as one. */
const OWNER = 'rewind_scratch';

/**
 * What the scripts of a pull request may use. A script can lift a limit of its own role, so these are watched from outside.
 */
export interface ScratchLimits {
  readonly seconds: number;
  readonly megabytes: number;
}
const LIMITS: ScratchLimits = { seconds: 600, megabytes: 1024 };
/** A script, a reader of its progress, pg_dump, and what Prisma's lock needs. */
const CONNECTIONS = 6;

/**
 * Starts PostgreSQL on loopback, in a directory of its own. Uses the version of production if it is installed.
 *
 * @param major version of production; null if unknown: uses the newest installed version
 * @throws RewindError pg-client-missing, database-unreachable
 */
export async function startScratchPostgres(
  ctx: Context,
  major: number | null,
  limits: ScratchLimits = LIMITS,
): Promise<ScratchServer> {
  // The scripts know the password of their own role; that of the superuser is another.
  const password = ctx.randomHex(16);
  ctx.masker.add(password);
  const server = await startLocalServer(ctx, {
    purpose: 'the migrations',
    major,
    settings: ['max_connections=20', `temp_file_limit=${limits.megabytes}MB`],
  });
  const { binDir, asAdmin, url } = server;
  try {
    await asAdmin(`CREATE ROLE ${OWNER} LOGIN NOSUPERUSER CONNECTION LIMIT ${CONNECTIONS} PASSWORD '${password}'`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  let passed: string | null = null;
  const watcher = new AbortController();
  void watch(limits, asAdmin, watcher.signal).then((limit) => {
    passed = limit;
    if (limit !== null) server.kill();
  });
  return {
    binDir,
    exceeded: () => passed,
    createDatabase: async (name) => {
      await asAdmin(`CREATE DATABASE ${quoted(name)} OWNER ${OWNER}`);
      return url(OWNER, password, name);
    },
    stop: async () => {
      watcher.abort();
      await server.stop();
    },
  };
}

/** @returns the limit that was passed; null once the signal is aborted or the server is gone */
async function watch(
  { seconds, megabytes }: ScratchLimits,
  asAdmin: (sql: string) => Promise<QueryResult>,
  signal: AbortSignal,
): Promise<string | null> {
  const until = performance.now() + seconds * 1000;
  try {
    for (;;) {
      await sleep(200, undefined, { signal, ref: false });
      if (performance.now() > until) return `${seconds} seconds`;
      const { rows } = await asAdmin(SIZE);
      if (
        z
          .array(z.object({ bytes: z.coerce.number() }))
          .parse(rows)
          .some(({ bytes }) => bytes > megabytes * 2 ** 20)
      ) {
        return `${megabytes} MiB of disk`;
      }
    }
  } catch {
    return null;
  }
}

/** Bytes of all databases and of the write-ahead log. */
const SIZE = `SELECT (SELECT sum(pg_database_size(oid)) FROM pg_database) + (SELECT sum(size) FROM pg_ls_waldir()) AS bytes`;
