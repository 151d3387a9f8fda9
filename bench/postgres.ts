import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { table } from '../src/runtime/markdown.js';
import { startPostgres, type TestPostgres } from '../test/support/postgres.js';
import { runProgram, type ProgramResult } from '../test/support/program.js';
import { median, timed } from './measure.js';

const DIST = fileURLToPath(new URL('../dist/index.js', import.meta.url));
/** Tells the process's own peak at its end. */
const PEAK = `data:text/javascript,process.on('exit',()=>console.error('peak-kb '+process.resourceUsage().maxRSS))`;
const ROUNDS = 3;
const DATABASE = 'shop';
const SMALL_MB = 100;

/** Seconds of each round, by what was measured, and peaks in MB. */
type Samples = Map<string, number[]>;

/**
 * Backup and restore by the compiled program (reading the catalogue, counting, sealing, storing, reading back and comparing
 * included) against the bare programs on the same database: whole processes, alternating, medians. And the peak memory of
 * our process for a small database and the large one.
 *
 * The server and its programs are those of REWIND_TEST_POSTGRES_BIN, or what is installed.
 */
export async function run(megabytes: number): Promise<string> {
  const server = await startPostgres({ settings: ['shared_buffers=1GB', 'max_wal_size=8GB'], stock: true });
  try {
    const small = await measure(server, SMALL_MB, 1);
    const large = await measure(server, megabytes, ROUNDS);
    const bare = peakOf(spawnSync(process.execPath, ['--import', PEAK, '-e', '0'], { encoding: 'utf8' }).stderr);
    const of = (name: string): number => median(large.samples.get(name) ?? []);
    const row = (name: string, base: number): string[] => [
      name,
      of(name).toFixed(1),
      (of(name) / base).toFixed(2),
      (large.samples.get(name) ?? []).map((value) => value.toFixed(1)).join(' '),
    ];
    const whole = of(RESTORE) + of(ANALYZE) + of(SCAN);
    const head = `PostgreSQL ${server.major}, database of ${large.databaseMb.toFixed(0)} MB`;
    return [
      table(
        [head, `s (median of ${ROUNDS})`, 'ratio to pg_dump -Fc', 'all'],
        [...large.samples.keys()].filter((name) => name.startsWith('backup')).map((name) => row(name, of(DUMP))),
      ),
      table(
        [head, `s (median of ${ROUNDS})`, 'ratio to the first three', 'all'],
        [...large.samples.keys()].filter((name) => name.startsWith('restore')).map((name) => row(name, whole)),
      ),
      table(
        ['Peak memory of our process', 'database', 'MB', 'above node'],
        [
          ['`node -e 0`', '', bare.toFixed(0), ''],
          ...[small, large].flatMap(({ databaseMb, peaks }) =>
            [...peaks].map(([what, peak]) => [
              what,
              `${databaseMb.toFixed(0)} MB`,
              peak.toFixed(0),
              (peak - bare).toFixed(0),
            ]),
          ),
        ],
      ),
    ].join('\n\n');
  } finally {
    await server.stop();
  }
}

const DUMP = 'backup: pg_dump -Fc';
const SAME = 'backup: pg_dump -Fc --compress as Rewind';
const SNAPSHOT = 'backup: rewind snapshot';
const RESTORE = 'restore: pg_restore -j2 from a file, into a new database';
const ANALYZE = 'restore: ANALYZE';
const SCAN = "restore: the comparison's scan of every row";
const ROLLBACK = 'restore: rewind rollback (all included)';

interface Measured {
  readonly databaseMb: number;
  readonly samples: Samples;
  readonly peaks: ReadonlyMap<string, number>;
}

async function measure(server: TestPostgres, megabytes: number, rounds: number): Promise<Measured> {
  const url = await server.createDatabase(DATABASE);
  await fill(server, megabytes);
  const [size] = await server.query(DATABASE, `SELECT pg_database_size('${DATABASE}')::text AS size`);
  const root = mkdtempSync(join(tmpdir(), 'rewind-bench-'));
  const samples: Samples = new Map();
  const peaks = new Map<string, number>();
  const record = async (name: string, work: () => unknown): Promise<void> => {
    const seconds = (await timed(work)) / 1000;
    samples.set(name, [...(samples.get(name) ?? []), seconds]);
  };
  const compress = defaultCompression(server);
  try {
    const env = { REWIND_IDENTITY: await repository(root, server), DATABASE_URL: url };
    const rewind = async (what: string, args: string[]): Promise<void> => {
      const { stderr } = await runRewind(root, env, args);
      peaks.set(what, Math.max(peaks.get(what) ?? 0, peakOf(stderr)));
    };
    const dump = join(root, 'plain.dump');
    for (let round = 0; round < rounds; round += 1) {
      await record(DUMP, () => tool(server, 'pg_dump', ['--format=custom', '--file', dump, DATABASE]));
      console.error(`round ${round + 1}: dump of ${(statSync(dump).size / 1e6).toFixed(0)} MB`);
      await record(SAME, () =>
        tool(server, 'pg_dump', ['--format=custom', `--compress=${compress}`, '--file', dump, DATABASE]),
      );
      await record(SNAPSHOT, () => rewind('snapshot', ['snapshot']));

      await record(RESTORE, async () => {
        await server.createDatabase('plain');
        tool(server, 'pg_restore', ['--exit-on-error', '--jobs=2', '--dbname=plain', dump]);
      });
      await record(ANALYZE, () => server.query('plain', 'ANALYZE'));
      await record(SCAN, () => scan(server, 'plain'));
      await server.dropDatabase('plain');

      await server.query(DATABASE, `UPDATE orders_1 SET body = 'changed' WHERE id = 1`);
      // Else it is marked as restored by the round before, and a rollback first looks whether it is done already.
      await server.query('postgres', `COMMENT ON DATABASE ${DATABASE} IS NULL`);
      await rewind('plan', ['plan', '--database', 'restore']);
      const { digest } = JSON.parse(readFileSync(join(root, '.rewind/plan.json'), 'utf8')) as { digest: string };
      const args = ['rollback', '--plan', '.rewind/plan.json', '--digest', digest, '--confirm-data-loss', DATABASE];
      await record(ROLLBACK, () => rewind('rollback', args));
      for (const { datname } of await server.query(
        'postgres',
        `SELECT datname FROM pg_database WHERE datname ~ '^${DATABASE}.+'`,
      )) {
        await server.dropDatabase(String(datname));
      }
    }
    return { databaseMb: Number(size?.size) / 1e6, samples, peaks };
  } finally {
    rmSync(root, { recursive: true, force: true });
    await server.dropDatabase(DATABASE);
  }
}

/** What our own comparison reads of each table. */
async function scan(server: TestPostgres, database: string): Promise<void> {
  const tables = await server.query(
    database,
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of tables) await server.query(database, `SELECT count(*), min(age(xmin)) FROM ${String(name)}`);
}

/** The same choice as in src/providers/postgres/compression.ts. */
function defaultCompression(server: TestPostgres): string {
  const args = ['--host=/nonexistent', '--format=custom', '--compress=zstd:3', 'none'];
  const { stderr } = spawnSync(join(server.binDir, 'pg_dump'), args, { encoding: 'utf8', env: { LC_ALL: 'C' } });
  return stderr.includes('connection to server') ? 'zstd:3' : '1';
}

/** A shop: a few tables of different sizes with indexes and foreign keys; half of it compresses well, half hardly. */
async function fill(server: TestPostgres, megabytes: number): Promise<void> {
  await server.query(DATABASE, 'CREATE TABLE customers (id bigint PRIMARY KEY, email text UNIQUE, at timestamptz)');
  const customers = Math.round(megabytes * 300);
  await server.query(
    DATABASE,
    `INSERT INTO customers SELECT i, md5(i::text) || '@example.com', now() FROM generate_series(1, ${customers}) i`,
  );
  // Shares of the whole.
  for (const [index, share] of [0.4, 0.2, 0.15, 0.1, 0.05].entries()) {
    const name = `orders_${index + 1}`;
    const rows = Math.round(megabytes * 2800 * share);
    await server.query(
      DATABASE,
      `CREATE TABLE ${name} (id bigint, customer bigint, token text, body text, at timestamptz);
       INSERT INTO ${name} SELECT i, 1 + i % ${customers}, md5(i::text) || md5((i * 7)::text) || md5((i * 13)::text),
              repeat('lorem ipsum ', 8 + (i % 9)::int), now() FROM generate_series(1::bigint, ${rows}) i;
       ALTER TABLE ${name} ADD PRIMARY KEY (id); CREATE INDEX ON ${name} (customer);
       ALTER TABLE ${name} ADD FOREIGN KEY (customer) REFERENCES customers`,
    );
  }
  await server.query(DATABASE, 'VACUUM ANALYZE');
}

/** @returns the identity that opens the snapshots */
async function repository(root: string, server: TestPostgres): Promise<string> {
  const identity = await generateIdentity();
  mkdirSync(join(root, '.github'), { recursive: true });
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
retention: { keep-last: 1, keep-days: 1 }
seal: { recipients: [${await identityToRecipient(identity)}] }
resources:
  - { id: db, provider: postgres, url: "\${DATABASE_URL}", client-bin: ${server.binDir} }
`,
  );
  return identity;
}

async function runRewind(root: string, env: Record<string, string>, args: string[]): Promise<ProgramResult> {
  const command = [process.execPath, '--import', PEAK, DIST];
  const result = await runProgram(args, { cwd: root, command, env });
  if (result.status !== 0) throw new Error(`rewind ${args.join(' ')} failed:\n${result.stdout}\n${result.stderr}`);
  return result;
}

const peakOf = (stderr: string): number => Number(/peak-kb (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1000;

function tool(server: TestPostgres, program: string, args: readonly string[]): void {
  const result = spawnSync(join(server.binDir, program), [...args], {
    env: { PGHOST: server.host, PGPORT: String(server.port), PGUSER: server.user, PGPASSWORD: server.password },
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`${program}: ${result.stderr}`);
}
