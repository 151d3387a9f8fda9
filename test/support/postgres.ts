import { execFileSync, spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './free-port.js';

/** A real PostgreSQL server of our own, on loopback, in a temporary directory. */
export interface TestPostgres {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** A superuser. */
  readonly user: string;
  readonly password: string;
  readonly major: number;
  /** Where initdb, postgres, pg_dump … of this server live. */
  readonly binDir: string;
  readonly pid: number;
  url(database: string): string;
  createDatabase(name: string): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  /** One connection for each call, so that nothing of ours keeps a database in use. */
  query(database: string, sql: string, params?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

const PROGRAMS = ['postgres', 'initdb', 'pg_dump', 'pg_restore', 'psql'];

/** Directories that hold a whole PostgreSQL, newest first. */
function installed(): string[] {
  const under = (root: string, pattern: RegExp): string[] =>
    existsSync(root)
      ? readdirSync(root)
          .filter((name) => pattern.test(name))
          .sort((a, b) => Number(/\d+/.exec(b)?.[0]) - Number(/\d+/.exec(a)?.[0]))
          .map((name) => join(root, name, 'bin'))
      : [];
  const candidates = [
    ...under('/usr/lib/postgresql', /^\d+$/),
    ...under('/opt/homebrew/opt', /^postgresql@\d+$/),
    ...under('/usr/local/opt', /^postgresql@\d+$/),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return candidates.filter((folder) => PROGRAMS.every((program) => existsSync(join(folder, program))));
}

/**
 * The PostgreSQL of REWIND_TEST_POSTGRES_BIN (a directory with initdb, postgres, pg_dump …), to run a suite on another version;
 * else what is installed, or what apt installs where we may. @throws Error one clear line saying what to install */
export function findPostgres(): string {
  const chosen = process.env.REWIND_TEST_POSTGRES_BIN;
  if (chosen !== undefined && chosen !== '') {
    // Rewind looks for the client of the server's version on PATH, in this process and in the programs it starts.
    const path = (process.env.PATH ?? '').split(delimiter);
    if (path[0] !== chosen) process.env.PATH = [chosen, ...path].join(delimiter);
    return chosen;
  }
  const [found] = installed();
  if (found !== undefined) return found;
  const root = process.getuid?.() === 0;
  const sudo = !root && spawnSync('sudo', ['-n', 'true']).status === 0;
  if ((root || sudo) && spawnSync('apt-get', ['--version']).status === 0) {
    console.error('PostgreSQL is not installed: installing it with apt …');
    // The package would start a server of its own; ours is enough.
    const script = [
      'mkdir -p /etc/postgresql-common',
      'echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf',
      'apt-get update -qq',
      'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Options::=--force-confold postgresql',
    ].join(' && ');
    const stdio: StdioOptions = ['ignore', 'ignore', 'inherit'];
    if (root) spawnSync('sh', ['-c', script], { stdio });
    else spawnSync('sudo', ['-n', 'sh', '-c', script], { stdio });
    const [now] = installed();
    if (now !== undefined) return now;
  }
  throw new Error(
    'PostgreSQL was not found: install it (Debian/Ubuntu: "sudo apt-get install postgresql"; macOS: "brew install postgresql@18") and run again.',
  );
}

/** PostgreSQL refuses to run as root, and so does PgBouncer: then the server is another user's. */
export function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody".');
}

export interface PostgresOptions {
  /** Programs to start the server with; default: what is installed. */
  readonly binDir?: string;
  /** More arguments of initdb. */
  readonly initdb?: readonly string[];
  /** Lines of postgresql.conf, as `name=value`. */
  readonly settings?: readonly string[];
  /** Keep the catalogs as initdb makes them, comments and collations of the system included. */
  readonly stock?: boolean;
}

/** What PostgreSQL stores of a password. One iteration in place of 4096: each connection of each process would pay for them. */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, 1, 32, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$1:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}

interface Process {
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** Two copies of one data directory have the same system identifier, so only the first server of a test file is a copy. */
let copied = false;

/**
 * Copies the data directory that this test run has already initialised, or runs initdb: a copy takes a tenth of the time.
 * @returns the password of the superuser
 */
function dataDirectory(binDir: string, data: string, user: string, options: PostgresOptions, as: Process): string {
  const run = process.env.REWIND_TEST_RUN;
  const { initdb: more = [], stock = false } = options;
  if (run === undefined || more.length > 0 || stock || copied) return initialise(binDir, data, user, more, as, stock);
  copied = true;
  const template = join(run, `pg-${createHash('sha256').update(binDir).digest('hex').slice(0, 8)}`);
  if (!existsSync(template)) {
    // Another worker may do the same now: the first one to rename wins.
    const mine = mkdtempSync(`${template}-`);
    if (as.uid !== undefined && as.gid !== undefined) chownSync(mine, as.uid, as.gid);
    const password = initialise(binDir, join(mine, 'data'), user, more, { ...as, cwd: mine });
    writeFileSync(join(mine, 'clear'), password, { mode: 0o600 });
    try {
      renameSync(mine, template);
    } catch {
      rmSync(mine, { recursive: true });
    }
  }
  execFileSync('cp', ['-a', join(template, 'data'), data]);
  return readFileSync(join(template, 'clear'), 'utf8');
}

/**
 * Takes out of a template what each pg_dump reads and no test needs: together a fifth of the CPU time of a dump, of its
 * server, and of CREATE DATABASE.
 */
const SLIM = [
  // The 5,000 comments of the system's own objects. pg_dump writes those of a schema and an extension.
  `DELETE FROM pg_catalog.pg_description WHERE classoid NOT IN ('pg_namespace'::regclass, 'pg_extension'::regclass)`,
  'VACUUM FULL pg_catalog.pg_description',
  // The 800 collations of ICU but a few; CREATE COLLATION works without them.
  `DELETE FROM pg_catalog.pg_collation WHERE collname LIKE '%-x-icu' AND collname NOT IN ('und-x-icu', 'en-x-icu', 'de-x-icu')`,
  'VACUUM FULL ANALYZE pg_catalog.pg_collation',
  // No server of ours has a label provider, so none has a label. The view is a union of twelve joins, and planning it takes longer than to read it.
  'CREATE OR REPLACE VIEW pg_catalog.pg_seclabels AS SELECT objoid, classoid, objsubid, NULL::text AS objtype, ' +
    'NULL::oid AS objnamespace, NULL::text COLLATE "C" AS objname, provider, label FROM pg_catalog.pg_seclabel',
];

/** Runs initdb. @returns the password of the superuser */
function initialise(
  binDir: string,
  data: string,
  user: string,
  more: readonly string[],
  as: Process,
  stock = false,
): string {
  const password = randomBytes(12).toString('hex');
  const file = join(as.cwd, 'password');
  writeFileSync(file, verifierOf(password), { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) chownSync(file, as.uid, as.gid);
  const args = ['-D', data, '-U', user, `--pwfile=${file}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-N'];
  const { status, stderr, error } = spawnSync(join(binDir, 'initdb'), [...args, ...more], { ...as, encoding: 'utf8' });
  if (status !== 0) throw new Error(`initdb failed: ${stderr || String(error)}`);
  for (const template of stock ? [] : ['template1', 'template0']) {
    const args = ['--single', '-D', data, '-O', template];
    const single = spawnSync(join(binDir, 'postgres'), args, {
      ...as,
      input: SLIM.map((line) => `${line};\n`).join(''),
    });
    if (single.status !== 0) throw new Error(`the catalogs of ${template} were not reduced: ${String(single.stderr)}`);
  }
  return password;
}

export async function startPostgres(options: PostgresOptions = {}): Promise<TestPostgres> {
  const binDir = options.binDir ?? findPostgres();
  const owner = serverUser();
  const home = mkdtempSync(join(tmpdir(), 'rewind-pg-'));
  const data = join(home, 'data');
  const user = 'rewind';
  const as = { cwd: home, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }, ...owner };
  if (owner) chownSync(home, owner.uid, owner.gid);
  const password = dataDirectory(binDir, data, user, options, as);
  const major = Number(/\d+/.exec(readFileSync(join(data, 'PG_VERSION'), 'utf8'))?.[0]);
  const port = await freePort();
  const settings = ['fsync=off', 'max_connections=60', 'unix_socket_directories=', ...(options.settings ?? [])];
  const server = spawn(
    join(binDir, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const log: string[] = [];
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    log.push(text);
    if (log.length > 50) log.shift();
  });
  // Should we die first, the server must not stay.
  const atExit = (): void => {
    server.kill('SIGQUIT');
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', atExit);
  const url = (database: string): string => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const query = async (
    database: string,
    sql: string,
    params: readonly unknown[] = [],
  ): Promise<Record<string, unknown>[]> => {
    const client = new Client({ connectionString: url(database) });
    // A rollback may end the session between the answer and our farewell; a failed query rejects by itself.
    client.on('error', () => undefined);
    await client.connect();
    try {
      const result: unknown = await client.query(sql, [...params]);
      // Several statements give several results; the last one counts.
      const last = (Array.isArray(result) ? result.at(-1) : result) as { rows: Record<string, unknown>[] };
      return last.rows;
    } finally {
      await client.end();
    }
  };
  await untilReady(server, () => query('postgres', 'select 1'), log);
  return {
    host: '127.0.0.1',
    port,
    user,
    password,
    major,
    binDir,
    pid: server.pid ?? 0,
    url,
    query,
    createDatabase: async (name) => {
      await query('postgres', `CREATE DATABASE "${name}"`);
      return url(name);
    },
    dropDatabase: async (name) => {
      await query('postgres', `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
    stop: async () => {
      process.off('exit', atExit);
      if (server.exitCode === null && server.signalCode === null) {
        const gone = new Promise((resolve) => server.once('exit', resolve));
        server.kill('SIGINT');
        const late = setTimeout(() => server.kill('SIGQUIT'), 10_000);
        await gone;
        clearTimeout(late);
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function untilReady(server: ChildProcess, ask: () => Promise<unknown>, log: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${log.join('')}`);
    try {
      await ask();
      return;
    } catch {
      await sleep(50);
    }
  }
  server.kill('SIGQUIT');
  throw new Error(`PostgreSQL did not answer within 30 s:\n${log.join('')}`);
}
