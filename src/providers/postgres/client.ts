import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { getExecOutput } from '@actions/exec';
import type { Context } from '../../runtime/context.js';
import type { ErrorCode } from '../../runtime/error-codes.js';
import { RewindError } from '../../runtime/errors.js';
import { RAISE_CONNECTION_LIMIT } from '../../services/postgres/connection.js';
import { libpqEnv, type DatabaseAddress } from '../../services/postgres/database-url.js';
import { installClient } from './install.js';
import { Warnings } from './warnings.js';

/** Absolute paths of PostgreSQL's programs, because Debian's wrapper on PATH runs the highest version. */
export interface Programs {
  readonly major: number;
  /** Of the client programs; the one of the server may differ. */
  readonly minor: number;
  readonly dump: string;
  readonly restore: string;
  readonly psql: string;
}

/**
 * Finds the client of the server's major version. An older pg_dump fails; the dump of a newer one may contain settings
 * that the server does not know. Installs a missing client if the run may install programs.
 *
 * @throws RewindError pg-client-missing, pg-client-version
 */
export async function findPrograms(ctx: Context, major: number, configured: string | undefined): Promise<Programs> {
  const first = await search(ctx, major, configured);
  if ('programs' in first) return first.programs;
  let note = '';
  if (ctx.mayInstall && configured === undefined) {
    const failed = await installClient(ctx, major);
    const second = await search(ctx, major, configured);
    if ('programs' in second) return second.programs;
    note = ` It could not be installed: ${failed ?? 'it is still not found after its installation'}.`;
  }
  const details = {
    resource: ctx.resource,
    remedy: `Install the client of PostgreSQL ${major}: on Debian or Ubuntu "sudo apt-get install -y postgresql-client-${major}" (from PostgreSQL's own package archive, apt.postgresql.org, where the distribution has another version), on Red Hat or Fedora "sudo dnf install -y postgresql${major}" (the same, yum.postgresql.org), on Alpine "apk add postgresql${major}-client"; or name its directory as "client-bin".`,
  };
  if (first.seen.length === 0) {
    throw new RewindError(
      'pg-client-missing',
      `The server is PostgreSQL ${major}, and no pg_dump was found.${note}`,
      details,
    );
  }
  throw new RewindError(
    'pg-client-version',
    `The server is PostgreSQL ${major}; pg_dump was found in version ${first.seen.join(', ')}.${note}`,
    details,
  );
}

/** Major versions that are looked for above that of a snapshot. */
const NEWER = 8;

/**
 * Finds a client that reads a dump of a major version: of that version, else of a newer one, which reads older dumps too.
 * @throws RewindError pg-client-missing
 */
export async function findReader(ctx: Context, major: number, configured: string | undefined): Promise<Programs> {
  for (let candidate = major; candidate <= major + NEWER; candidate += 1) {
    const found = await search(ctx, candidate, configured);
    if ('programs' in found) return found.programs;
  }
  if (ctx.mayInstall && configured === undefined) return findPrograms(ctx, major, configured);
  throw new RewindError(
    'pg-client-missing',
    `The dump of snapshot ${ctx.snapshotId} is of PostgreSQL ${major}, and this machine has no client of that version or a newer one.`,
    {
      resource: ctx.resource,
      remedy: `The snapshot is not damaged: only its dump cannot be read here. Install the client of PostgreSQL ${major} or newer (on Debian or Ubuntu "sudo apt-get install -y postgresql-client-${major}"), pass --install-client, or name its directory as "client-bin".`,
    },
  );
}

/** First minor versions (August 2025) whose psql and pg_restore a dump cannot make run commands (CVE-2025-8714, 8715). */
const SAFE_MINOR: Readonly<Record<number, number>> = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 };

/** What is wrong with a client that reads a dump of somebody else's database; null if nothing is. */
export function outdatedClient({
  major,
  minor,
}: Programs): { readonly message: string; readonly remedy: string } | null {
  const safe = major < 13 ? Infinity : (SAFE_MINOR[major] ?? 0);
  if (minor >= safe) return null;
  return {
    message: `The client programs are PostgreSQL ${major}.${minor}: a name in the database can make psql or pg_restore run commands on this machine during a restore (CVE-2025-8714, CVE-2025-8715).`,
    remedy: Number.isFinite(safe)
      ? `Update the client to ${major}.${safe} or newer: on Debian or Ubuntu "sudo apt-get install --only-upgrade postgresql-client-${major}".`
      : 'Update the server and its client to a supported version.',
  };
}

/** The directory of the client, or the other versions that were found. */
async function search(
  ctx: Context,
  major: number,
  configured: string | undefined,
): Promise<{ readonly programs: Programs } | { readonly seen: readonly string[] }> {
  const folders =
    configured === undefined
      ? [
          `/usr/lib/postgresql/${major}/bin`,
          `/usr/pgsql-${major}/bin`,
          `/usr/libexec/postgresql${major}`,
          `/opt/homebrew/opt/postgresql@${major}/bin`,
          `/opt/homebrew/opt/libpq@${major}/bin`,
          `/usr/local/opt/postgresql@${major}/bin`,
          `/Library/PostgreSQL/${major}/bin`,
          ...(ctx.childEnv.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
        ]
      : [configured];
  const seen: string[] = [];
  for (const folder of folders) {
    const found = await versionIn(ctx, folder);
    if (found?.major === major) {
      const inFolder = (name: string): string => join(folder, name);
      return {
        programs: { ...found, dump: inFolder('pg_dump'), restore: inFolder('pg_restore'), psql: inFolder('psql') },
      };
    }
    if (found !== undefined) seen.push(`${found.major} in ${folder}`);
  }
  return { seen };
}

/** Versions by file: a run asks several times, and each question is a process. */
const versions = new Map<string, { readonly major: number; readonly minor: number }>();

/** Version of the pg_dump in a directory; undefined if there is none that runs by its path. */
async function versionIn(
  ctx: Context,
  folder: string,
): Promise<{ readonly major: number; readonly minor: number } | undefined> {
  const file = join(folder, 'pg_dump');
  try {
    const { ino, size, mtimeMs } = await stat(file);
    const key = `${file} ${ino} ${size} ${mtimeMs}`;
    const known = versions.get(key);
    if (known !== undefined) return known;
    if ((await realpath(file)).endsWith('pg_wrapper')) return undefined;
    const { exitCode, stdout } = await getExecOutput(file, ['--version'], {
      silent: true,
      ignoreReturnCode: true,
      env: { ...ctx.childEnv },
    });
    // "pg_dump (PostgreSQL) 17.6 (Debian 17.6-1)"; a test version ("18beta1") has no minor one.
    const [, major, minor] = /\) (\d+)(?:\.(\d+))?/.exec(stdout) ?? [];
    if (exitCode !== 0 || major === undefined) return undefined;
    const version = { major: Number(major), minor: Number(minor ?? 0) };
    versions.set(key, version);
    return version;
  } catch {
    return undefined;
  }
}

/** A running program of PostgreSQL. */
export interface Running {
  readonly child: ChildProcess;
  /** Settles at its end, and rejects unless its status is 0. */
  readonly done: Promise<void>;
  /** Ends it if it still runs. */
  readonly stop: () => void;
  /** Its warnings so far, without the name of the program: one text for a warning with its details and hints. */
  readonly warnings: () => readonly string[];
  /** Errors that it reported, without the rows in them; null if none. Its status may be 0 all the same. */
  readonly complaint: () => string | null;
}

const SESSION_SETTINGS = {
  // Keep-alives from the server's side: libpq's programs take those of the client only by connection string.
  tcp_keepalives_idle: '30',
  tcp_keepalives_interval: '10',
  tcp_keepalives_count: '6',
  // pg_dump leaves these as the database or the role has them, and they change how definitions and values are printed …
  TimeZone: 'UTC',
  bytea_output: 'hex',
  lc_monetary: 'C',
  quote_all_identifiers: 'off',
  standard_conforming_strings: 'on',
  // … and read.
  array_nulls: 'on',
  transform_null_equals: 'off',
};

/**
 * Starts a program on a database. Passes the password in a password file, never by argv or the environment.
 *
 * @param failure code of the error if the program fails
 * @param database to connect to; null for programs that need no server
 * @param settings of the server for this session
 */
export function start(
  ctx: Context,
  file: string,
  args: readonly string[],
  address: DatabaseAddress | null,
  database: string | null,
  failure: ErrorCode,
  settings: Readonly<Record<string, string>> = {},
): Running {
  const env: Record<string, string> = { ...ctx.childEnv, LC_ALL: 'C' };
  if (address !== null && database !== null) {
    Object.assign(env, libpqEnv(address, database));
    const wanted = Object.entries({ ...SESSION_SETTINGS, ...settings }).map(([name, value]) => `-c ${name}=${value}`);
    env.PGOPTIONS = [env.PGOPTIONS ?? '', ...wanted].join(' ').trim();
    if (address.password !== null) env.PGPASSFILE = passwordFile(ctx, address);
  }
  const child = spawn(file, [...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  // Ignores the broken pipe of a program that ends early: its status gives the cause.
  child.stdin.on('error', () => undefined);
  let messages = '';
  const warnings = new Warnings();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    messages = (messages + text).slice(-20_000);
    warnings.add(text);
  });
  const stop = (): void => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  };
  ctx.signal.addEventListener('abort', stop, { once: true });
  if (ctx.signal.aborted) stop();
  const done = new Promise<void>((resolve, reject) => {
    child.on('error', (error) =>
      reject(
        new RewindError('tool-missing', `${file} could not be started: ${error.message}`, { resource: ctx.resource }),
      ),
    );
    child.on('close', (code, signal) => {
      ctx.signal.removeEventListener('abort', stop);
      if (code === 0) {
        resolve();
        return;
      }
      const name = file.split('/').at(-1) ?? file;
      const how = signal === null ? `status ${code}` : signal;
      const why = withoutRows(messages);
      reject(
        new RewindError(failure, `${name} ended with ${how}: ${why === '' ? 'no message' : why}`, {
          resource: ctx.resource,
          remedy: /too many connections|remaining connection slots/.test(why) ? RAISE_CONNECTION_LIMIT : undefined,
        }),
      );
    });
  });
  // The caller may still be reading the output.
  done.catch(() => undefined);
  const complaint = (): string | null =>
    COMPLAINT.test(messages) ? withoutRows(messages.slice(messages.search(COMPLAINT))) : null;
  return { child, done, stop, warnings: () => warnings.texts(), complaint };
}

const COMPLAINT = /^pg_\w+: (error:|warning: errors ignored)/m;

/** Removes the lines in which the server quotes rows or statements. */
function withoutRows(messages: string): string {
  const kept: string[] = [];
  let skipping = false;
  for (const line of messages.split('\n')) {
    if (/^(DETAIL|CONTEXT|STATEMENT|HINT|LINE \d+|QUERY)|^Command was:/.test(line)) skipping = true;
    else if (/^(pg_dump|pg_restore|psql|ERROR|FATAL|WARNING)/.test(line)) skipping = false;
    if (!skipping && line.trim() !== '') kept.push(line.trim());
  }
  return kept.slice(-6).join(' ');
}

/** libpq's password file. Only this user can read it; it is deleted with the run's scratch directory. */
function passwordFile(ctx: Context, address: DatabaseAddress): string {
  const path = join(ctx.scratch, `pgpass-${ctx.randomHex(6)}`);
  const escape = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(':', '\\:');
  writeFileSync(path, `*:*:*:${escape(address.user)}:${escape(address.password ?? '')}\n`, { mode: 0o600 });
  return path;
}

/** The program's output as a stream that fails if the program fails. */
export function outputOf({ child, done, stop }: Running): Readable {
  // At once, not with the first read: Node discards what nobody reads when the program ends.
  const output = child.stdout?.pipe(new PassThrough());
  return Readable.from(
    (async function* () {
      try {
        if (output) yield* output as AsyncIterable<Buffer>;
        await done;
      } finally {
        // The reader stopped, so nothing reads the rest.
        stop();
      }
    })(),
    { objectMode: false },
  );
}

/**
 * Feeds a dump to pg_restore, which stops reading after its last entry. The stream is read to its end all the same: its
 * checksum comes last.
 *
 * @param running null: only read
 * @param head that the stream must begin with
 * @throws RewindError restore-incomplete if the program reports errors and ends as if it had none; and its own error
 */
export async function feed(running: Running | null, dump: Readable, head?: Buffer): Promise<void> {
  running?.child.stdout?.resume();
  let at = 0;
  try {
    for await (const chunk of dump as AsyncIterable<Buffer>) {
      if (
        head &&
        at < head.length &&
        !chunk.subarray(0, head.length - at).equals(head.subarray(at, at + chunk.length))
      ) {
        throw new RewindError('snapshot-corrupt', 'The dump in the store changed while it was read.');
      }
      at += chunk.length;
      if (running) await written(running.child.stdin, chunk);
      // One that failed or was stopped needs no more of the dump.
      if (running && hasFailed(running)) break;
    }
  } catch (error) {
    running?.stop();
    await running?.done.catch(() => undefined);
    throw error;
  }
  running?.child.stdin?.end();
  await running?.done;
  const complaint = running?.complaint() ?? null;
  if (complaint === null) return;
  throw new RewindError('restore-incomplete', `pg_restore ended with status 0, but reported: ${complaint}`);
}

/** Resolves when the stream has taken the chunk, or cannot take any more. */
async function written(stream: NodeJS.WritableStream | null, chunk: Buffer): Promise<void> {
  if (stream?.writable !== true) return;
  await new Promise<void>((resolve) => {
    stream.once('close', resolve);
    stream.write(chunk, () => {
      stream.off('close', resolve);
      resolve();
    });
  });
}

function hasFailed({ child }: Running): boolean {
  return child.signalCode !== null || (child.exitCode !== null && child.exitCode !== 0);
}
