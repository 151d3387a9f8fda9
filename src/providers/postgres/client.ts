import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Context } from '../../runtime/context.js';
import type { ErrorCode } from '../../runtime/error-codes.js';
import { RewindError } from '../../runtime/errors.js';
import { Gather } from '../../runtime/gather.js';
import { RAISE_CONNECTION_LIMIT } from '../../services/postgres/connection.js';
import { libpqEnv, type DatabaseAddress } from '../../services/postgres/database-url.js';
import { Warnings } from './warnings.js';

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
  // The programs lift these limits by statements, and such a statement may already take longer than the limit of a role.
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
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
 * Names the database for a program that takes it from the command line only. A bare name that contains "=" would be read as
 * a connection string (libpq, "Connection Strings").
 */
export const databaseArgument = (database: string): string => `--dbname=dbname='${database.replace(/[\\']/g, '\\$&')}'`;

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
          remedy: remedyOf(failure, why),
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

/**
 * The server refused a statement of the dump. Its text does not tell whether the server or the dump is at fault: pg_restore
 * prints no SQLSTATE, and the language of the server is its own.
 */
export const STATEMENT_REFUSED =
  'Production is unchanged. If the server or the user lacks something (room, a privilege, an extension), provide it, then run the same rollback again. If the dump itself is at fault (a function that names objects without their schema, rows that break a constraint), the same run fails again: qualify the names in production (or ALTER FUNCTION … SET search_path) or correct the rows, then take a new snapshot. "rewind verify --restorable" finds such a dump before a rollback needs it.';

/** Undefined: the remedy of the code of the error. */
function remedyOf(failure: ErrorCode, why: string): string | undefined {
  if (/too many connections|remaining connection slots/.test(why)) return RAISE_CONNECTION_LIMIT;
  return failure === 'restore-failed' && SERVER_ERROR.test(why) ? STATEMENT_REFUSED : undefined;
}

/** The severity, which the server prints in its own language, follows the program's own words. */
const SERVER_ERROR = /could not execute query: |COPY failed for table |psql:<stdin>:\d+: \S+: /;

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

/** The program's output, in pieces of `PIECE` bytes, as a stream that fails if the program fails. */
export function outputOf({ child, done, stop }: Running): Readable {
  const output = new Gather(done);
  // The reader stopped, so nothing reads the rest.
  output.once('close', stop);
  // At once, not with the first read: Node discards what nobody reads when the program ends.
  if (child.stdout) child.stdout.pipe(output);
  else output.end();
  return output;
}

/**
 * Feeds a dump to pg_restore, which stops reading after its last entry. The stream is read to its end all the same: its
 * checksum comes last.
 *
 * @param running null: only read
 * @param options `head`: what the stream must begin with; `passed` gets the bytes of each piece
 * @throws RewindError restore-incomplete if the program reports errors and ends as if it had none; and its own error
 */
export async function feed(
  running: Running | null,
  dump: Readable,
  { head, passed }: { readonly head?: Buffer; readonly passed?: (bytes: number) => void } = {},
): Promise<void> {
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
      passed?.(chunk.length);
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
