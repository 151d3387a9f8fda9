import { spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import type { QueryResult } from 'pg';
import { getExecOutput } from '@actions/exec';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { scratchPrefix } from '../../runtime/scratch.js';
import { parseDatabaseUrl, type DatabaseAddress } from './database-url.js';
import { withDatabase } from './connection.js';
import { namesFullDisk } from './disk-full.js';

/** A temporary PostgreSQL server on loopback. It ends, and its files go, when this process ends, also if it is killed. */
export interface LocalServer {
  readonly binDir: string;
  /** Of its superuser. */
  readonly address: DatabaseAddress;
  readonly asAdmin: (sql: string) => Promise<QueryResult>;
  /** The URL for a role of its own. */
  readonly url: (user: string, password: string, database: string) => string;
  /** Ends it at once. */
  readonly kill: () => void;
  /** Ends it, and resolves when its files are gone. */
  readonly stop: () => Promise<void>;
}

export interface LocalServerOptions {
  /** What it is for, in the name of its directory and in messages, e.g. `the migrations`. */
  readonly purpose: string;
  /**
   * Major version; null: any. A server of this version in its usual place comes first, then one on the PATH, then the newest
   * that is installed.
   */
  readonly major: number | null;
  /** Lines of postgresql.conf, as `name=value`. */
  readonly settings: readonly string[];
}

const NEEDED = ['postgres', 'initdb', 'pg_dump'];
const ADMIN = 'postgres';

/**
 * Waits for a program beside a reader of standard input, which ends when the process that holds the other end does. Then the
 * program ends, and the directory of the server ($HOME_OF_SERVER) goes. It stays after a success if $KEEP is set. The signal is
 * sent until the program ends: a shell starts it with SIGQUIT ignored, so that one that came too early would be lost. The removal
 * is repeated until the directory is empty: a process that initdb started may still write. The directory itself may be in one
 * where the user of the server may not write; then our own process removes it.
 */
const SUPERVISOR = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{ cat >/dev/null; : >"$HOME_OF_SERVER/ended"; while kill -QUIT $program; do sleep 1; done; } <&3 2>/dev/null &
reader=$!
wait $program
status=$?
kill $reader 2>/dev/null
if [ $status != 0 ] || [ -z "$KEEP" ] || [ -e "$HOME_OF_SERVER/ended" ]; then
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    rm -rf "$HOME_OF_SERVER" 2>/dev/null
    [ -z "$(ls -A "$HOME_OF_SERVER" 2>/dev/null)" ] && break
    sleep 1
  done
fi
exit $status`;

/** Starts of a server whose port another process took between the look for a free one and the start. */
const MAX_STARTS = 3;

/**
 * Starts PostgreSQL on loopback, in a directory of its own.
 * @throws RewindError pg-client-missing, disk-full, database-unreachable
 */
export async function startLocalServer(ctx: Context, options: LocalServerOptions): Promise<LocalServer> {
  for (let starts = 1; ; starts += 1) {
    try {
      return await startOnce(ctx, options);
    } catch (error) {
      if (starts === MAX_STARTS || !isPortTaken(error)) throw error;
      ctx.log.debug(`${messageOf(error)}; starting it on another port`);
    }
  }
}

/** By the server's own words, which do not depend on the language: it starts with LC_ALL=C.UTF-8. */
const isPortTaken = (error: unknown): boolean => messageOf(error).includes('could not create any TCP/IP sockets');

async function startOnce(ctx: Context, { purpose, major, settings }: LocalServerOptions): Promise<LocalServer> {
  const binDir = await findServer(ctx, major, purpose);
  const owner = await serverUser(ctx);
  // Killed while no supervisor runs, it leaves the directory to the next run.
  const home = await mkdtemp(scratchPrefix());
  const cleanUp = (): Promise<void> => rm(home, { recursive: true, force: true });
  const password = ctx.randomHex(16);
  ctx.masker.add(password);
  const passwordFile = join(home, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [home, passwordFile]) await chown(path, owner.uid, owner.gid);
  const env = { ...ctx.childEnv, LC_ALL: 'C.UTF-8', HOME_OF_SERVER: home };
  const supervised = (program: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'sh', join(binDir, program), ...args], {
      cwd: '/',
      env: { ...env, ...more },
      stdio: ['pipe', 'ignore', 'pipe'],
      // A group of its own: a terminal that closes signals our whole group, and would end the supervisor before its program.
      detached: true,
      ...owner,
    });
    child.stdin.on('error', () => undefined);
    return child;
  };
  const data = join(home, 'data');
  const failed = await ended(
    supervised(
      'initdb',
      ['-D', data, '-U', ADMIN, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-N'],
      { KEEP: '1' },
    ),
  );
  if (failed !== null) {
    await cleanUp();
    throw notStarted(`initdb failed for the scratch PostgreSQL: ${failed}`);
  }
  const port = await freePort();
  const all = ['fsync=off', 'full_page_writes=off', 'unix_socket_directories=', ...settings];
  const server = supervised('postgres', [
    ...['-D', data, '-h', '127.0.0.1', '-p', String(port)],
    ...all.flatMap((setting) => ['-c', setting]),
  ]);
  const end = ended(server);
  const kill = (): void => void server.stdin.end();
  ctx.signal.addEventListener('abort', kill, { once: true });
  if (ctx.signal.aborted) kill();
  const url = (user: string, secret: string, database: string): string =>
    `postgresql://${user}:${secret}@127.0.0.1:${port}/${database}?sslmode=disable`;
  const address = parseDatabaseUrl(url(ADMIN, password, 'postgres'), {}, ctx.resource);
  const asAdmin = (sql: string): Promise<QueryResult> =>
    withDatabase(ctx, address, address.database, (client) => client.query(sql));
  const stop = async (): Promise<void> => {
    ctx.signal.removeEventListener('abort', kill);
    kill();
    await end;
    await cleanUp();
  };
  try {
    await untilReady(ctx, end, () => asAdmin('SELECT 1'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { binDir, address, asAdmin, url, kill, stop };
}

/** The error of the program; null if it succeeded. */
function ended(child: ChildProcess): Promise<string | null> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-4000);
  });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? null : reasonIn(stderr.trim().split('\n'))));
  });
}

/** The last lines; of a full disk the line that says so, because the ones after it tell only what followed. */
const reasonIn = (lines: readonly string[]): string => lines.find(namesFullDisk) ?? lines.slice(-3).join(' ');

/** No address is wrong: this machine is to blame. */
function notStarted(message: string, cause?: unknown): RewindError {
  const isFull = namesFullDisk(message);
  return new RewindError(isFull ? 'disk-full' : 'database-unreachable', message, {
    ...(cause === undefined ? {} : { cause }),
    remedy: isFull
      ? 'Free disk space on this machine, or set TMPDIR to a directory with more of it.'
      : 'Read the message, repair the cause on this machine, and run again.',
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
        throw notStarted(`The scratch PostgreSQL did not start: ${stopped ?? 'no response'}`, error);
      }
      await ctx.clock.sleep(100, ctx.signal);
    }
  }
}

async function findServer(ctx: Context, major: number | null, purpose: string): Promise<string> {
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
  // Who puts a server on the PATH wants that one, unless the version that is asked for stands in its usual place.
  const folders = [...wanted.map(({ folder }) => folder), ...onPath, ...installed.map(({ folder }) => folder)];
  const found = folders.find((folder) => NEEDED.every((program) => existsSync(join(folder, program))));
  if (found !== undefined) return found;
  throw new RewindError('pg-client-missing', `This runner has no PostgreSQL server to try ${purpose} on.`, {
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
