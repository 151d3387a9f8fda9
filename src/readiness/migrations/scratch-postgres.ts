import { spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryResult } from 'pg';
import { z } from 'zod';
import { getExecOutput } from '@actions/exec';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { parseDatabaseUrl } from '../../services/postgres/database-url.js';
import { quoted, withDatabase } from '../../services/postgres/connection.js';

/** A temporary PostgreSQL server. */
export interface ScratchServer {
  readonly binDir: string;
  /** The limit that the scripts passed, as a noun: `1024 MiB of disk`; null if none. The server was then ended. */
  exceeded(): string | null;
  /** Creates an empty database. @returns its URL */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

const NEEDED = ['postgres', 'initdb', 'pg_dump'];
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
  const binDir = await findServer(ctx, major);
  const owner = await serverUser(ctx);
  const home = await mkdtemp(join(tmpdir(), 'rewind-scratch-'));
  // The scripts know the password of their own role; that of the superuser must be another.
  const [password, adminPassword] = [ctx.randomHex(16), ctx.randomHex(16)];
  for (const secret of [password, adminPassword]) ctx.masker.add(secret);
  const passwordFile = join(home, 'password');
  await writeFile(passwordFile, adminPassword, { mode: 0o600 });
  if (owner) for (const path of [home, passwordFile]) await chown(path, owner.uid, owner.gid);
  const as = { cwd: home, env: { ...ctx.childEnv, LC_ALL: 'C.UTF-8' }, ...owner };
  const data = join(home, 'data');
  const initdb = spawn(
    join(binDir, 'initdb'),
    ['-D', data, '-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-N'],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const cleanUp = (): Promise<void> => rm(home, { recursive: true, force: true });
  const failed = await ended(initdb);
  if (failed !== null) {
    await cleanUp();
    throw new RewindError('database-unreachable', `initdb failed for the scratch PostgreSQL: ${failed}`);
  }
  const port = await freePort();
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'unix_socket_directories=',
    'max_connections=20',
    `temp_file_limit=${limits.megabytes}MB`,
  ];
  const server = spawn(
    join(binDir, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const end = ended(server);
  const stop = async (): Promise<void> => {
    ctx.signal.removeEventListener('abort', onAbort);
    server.kill('SIGQUIT');
    await end;
    await cleanUp();
  };
  const onAbort = (): void => void server.kill('SIGQUIT');
  ctx.signal.addEventListener('abort', onAbort, { once: true });
  const url = (user: string, database: string): string =>
    `postgresql://${user}:${user === OWNER ? password : adminPassword}@127.0.0.1:${port}/${database}?sslmode=disable`;
  const asAdmin = (sql: string): Promise<QueryResult> => {
    const address = parseDatabaseUrl(url('postgres', 'postgres'), {}, ctx.resource);
    return withDatabase(ctx, address, 'postgres', (client) => client.query(sql));
  };
  try {
    await untilReady(ctx, end, () =>
      asAdmin(`CREATE ROLE ${OWNER} LOGIN NOSUPERUSER CONNECTION LIMIT ${CONNECTIONS} PASSWORD '${password}'`),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  let passed: string | null = null;
  const watcher = new AbortController();
  void watch(limits, asAdmin, watcher.signal).then((limit) => {
    passed = limit;
    if (limit !== null) server.kill('SIGQUIT');
  });
  return {
    binDir,
    exceeded: () => passed,
    createDatabase: async (name) => {
      await asAdmin(`CREATE DATABASE ${quoted(name)} OWNER ${OWNER}`);
      return url(OWNER, name);
    },
    stop: async () => {
      watcher.abort();
      await stop();
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

/** The error of the program; null if it succeeded. */
function ended(child: ChildProcess): Promise<string | null> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-4000);
  });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? null : stderr.trim().split('\n').slice(-3).join(' ')));
  });
}

async function untilReady(ctx: Context, end: Promise<string | null>, ask: () => Promise<unknown>): Promise<void> {
  let stopped: string | null | undefined;
  void end.then((why) => {
    stopped = why;
  });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await ask();
      return;
    } catch (error) {
      if (stopped !== undefined || attempt === 200) {
        throw new RewindError(
          'database-unreachable',
          `The scratch PostgreSQL did not start: ${stopped ?? 'no response'}`,
          {
            cause: error,
          },
        );
      }
      await ctx.clock.sleep(100, ctx.signal);
    }
  }
}

async function findServer(ctx: Context, major: number | null): Promise<string> {
  const versions = await Promise.all(
    ['/usr/lib/postgresql', '/usr', '/opt/homebrew/opt', '/usr/local/opt'].map(async (root) =>
      (await readdir(root).catch((): string[] => [])).flatMap((name) => {
        const version = Number(/^(?:postgresql@|pgsql-)?(\d+)$/.exec(name)?.[1]);
        return Number.isInteger(version) ? [{ version, folder: join(root, name, 'bin') }] : [];
      }),
    ),
  );
  const installed = versions.flat().sort((a, b) => b.version - a.version);
  const wanted = installed.filter(({ version }) => version === major);
  const onPath = (ctx.childEnv.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const folders = [...[...wanted, ...installed].map(({ folder }) => folder), ...onPath];
  const found = folders.find((folder) => NEEDED.every((program) => existsSync(join(folder, program))));
  if (found !== undefined) return found;
  throw new RewindError('pg-client-missing', 'This runner has no PostgreSQL server to try the migrations on.', {
    remedy:
      'GitHub\'s Ubuntu runners have one. On other runners, add a step first: "sudo apt-get install -y postgresql" (Debian, Ubuntu), "sudo dnf install -y postgresql-server" (Red Hat, Fedora) or "apk add postgresql" (Alpine).',
  });
}

/** PostgreSQL refuses to run as root: root starts it as another user. */
async function serverUser(ctx: Context): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => idOf(ctx, flag, name)));
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new RewindError(
    'database-unreachable',
    'PostgreSQL refuses to run as root, and the system has no user "postgres" or "nobody".',
    {
      remedy: 'Run the job as another user, or install PostgreSQL, which creates the user "postgres".',
    },
  );
}

async function idOf(ctx: Context, flag: string, name: string): Promise<number | undefined> {
  const { exitCode, stdout } = await getExecOutput('id', [flag, name], {
    env: { ...ctx.childEnv },
    silent: true,
    ignoreReturnCode: true,
  });
  return exitCode === 0 ? Number(stdout.trim()) : undefined;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
