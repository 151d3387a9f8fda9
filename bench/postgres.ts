import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { table } from '../src/report/markdown.js';
import { startPostgres, type TestPostgres } from '../test/support/postgres.js';
import { runProgram, type ProgramResult } from '../test/support/program.js';
import { median, timed } from './measure.js';

const DIST = fileURLToPath(new URL('../dist/index.js', import.meta.url));
/** Tells the process's own peak at its end. */
const PEAK = `data:text/javascript,process.on('exit',()=>console.error('peak-kb '+process.resourceUsage().maxRSS))`;
const ROUNDS = 3;

/**
 * Backup and restore by the compiled program (reading the catalogue, counting, sealing, storing and verifying included)
 * against the bare programs on the same database, and the peak memory of our process for a small and the large one.
 */
export async function run(megabytes: number): Promise<string> {
  const server = await startPostgres({ settings: ['shared_buffers=1GB', 'max_wal_size=8GB'] });
  try {
    const small = await measure(server, 100, 1);
    const large = await measure(server, megabytes, ROUNDS);
    const bare = peakOf(spawnSync(process.execPath, ['--import', PEAK, '-e', '0'], { encoding: 'utf8' }).stderr);
    const seconds = (ms: number): string => (ms / 1000).toFixed(1);
    const rows = [
      ['backup: pg_dump -Fc to a file', seconds(large.plainDump), '1.00'],
      ['backup: rewind snapshot', seconds(large.ourDump), (large.ourDump / large.plainDump).toFixed(2)],
      ['restore: pg_restore into a new database, ANALYZE', seconds(large.plainRestore), '1.00'],
      ['restore: rewind rollback', seconds(large.ourRestore), (large.ourRestore / large.plainRestore).toFixed(2)],
    ];
    const memory = [
      ['`node -e 0`', '', bare.toFixed(0), ''],
      ['snapshot', `${small.databaseMb.toFixed(0)} MB`, small.peakMb.toFixed(0), (small.peakMb - bare).toFixed(0)],
      ['snapshot', `${large.databaseMb.toFixed(0)} MB`, large.peakMb.toFixed(0), (large.peakMb - bare).toFixed(0)],
      [
        'rollback',
        `${large.databaseMb.toFixed(0)} MB`,
        large.restorePeakMb.toFixed(0),
        (large.restorePeakMb - bare).toFixed(0),
      ],
    ];
    return [
      table(
        [
          `Database of ${large.databaseMb.toFixed(0)} MB, dump ${large.dumpMb.toFixed(0)} MB`,
          `s (median of ${ROUNDS})`,
          'ratio',
        ],
        rows,
      ),
      table(['Peak memory of our process', 'database', 'MB', 'above node'], memory),
    ].join('\n\n');
  } finally {
    await server.stop();
  }
}

async function measure(server: TestPostgres, megabytes: number, rounds: number) {
  const name = `bench_${megabytes}`;
  const url = await server.createDatabase(name);
  await fill(server, name, megabytes);
  const databaseMb =
    Number((await server.query(name, `SELECT pg_database_size('${name}')::text AS size`))[0]?.size) / 1e6;
  const root = mkdtempSync(join(tmpdir(), 'rewind-bench-'));
  try {
    const repo = await repository(root);
    const dump = join(root, 'plain.dump');
    const env = { REWIND_IDENTITY: repo.identity, DATABASE_URL: url };
    const plain = { dump: [] as number[], restore: [] as number[] };
    const ours = { dump: [] as number[], restore: [] as number[] };
    const peaks: number[] = [];
    const restorePeaks: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      plain.dump.push(await timed(() => tool(server, 'pg_dump', ['--format=custom', '--file', dump, name])));
      let result: ProgramResult | undefined;
      ours.dump.push(await timed(async () => (result = await rewind(root, env, ['snapshot']))));
      peaks.push(peakOf(result?.stderr ?? ''));
      await server.query(name, `UPDATE filler SET body = 'changed' WHERE id = 1`);
      plain.restore.push(
        await timed(async () => {
          await server.createDatabase('plain_restore');
          tool(server, 'pg_restore', ['--exit-on-error', '--dbname=plain_restore', dump]);
          await server.query('plain_restore', 'ANALYZE');
        }),
      );
      await server.dropDatabase('plain_restore');
      await rewind(root, env, ['plan', '--database', 'restore']);
      const { digest } = JSON.parse(readFileSync(join(root, '.rewind/plan.json'), 'utf8')) as { digest: string };
      const args = ['rollback', '--plan', '.rewind/plan.json', '--digest', digest, '--confirm-data-loss', name];
      ours.restore.push(await timed(async () => (result = await rewind(root, env, args))));
      restorePeaks.push(peakOf(result?.stderr ?? ''));
      for (const { datname } of await server.query(
        'postgres',
        `SELECT datname FROM pg_database WHERE datname LIKE '${name}_before%'`,
      )) {
        await server.dropDatabase(String(datname));
      }
    }
    return {
      databaseMb,
      dumpMb: statSync(dump).size / 1e6,
      plainDump: median(plain.dump),
      ourDump: median(ours.dump),
      plainRestore: median(plain.restore),
      ourRestore: median(ours.restore),
      peakMb: Math.max(...peaks),
      restorePeakMb: Math.max(...restorePeaks),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
    await server.dropDatabase(name);
  }
}

/** Half of it compresses well, half hardly: like a database of a shop. */
async function fill(server: TestPostgres, name: string, megabytes: number): Promise<void> {
  await server.query(name, 'CREATE TABLE filler (id bigint PRIMARY KEY, token text, body text, at timestamptz)');
  const perBatch = 50_000;
  for (let id = 0; ; id += perBatch) {
    await server.query(
      name,
      `INSERT INTO filler SELECT i, md5(i::text) || md5((i * 7)::text) || md5((i * 13)::text), repeat('lorem ipsum ', 8 + (i % 9)::int), now()
         FROM generate_series(${id}::bigint, ${id + perBatch - 1}) i`,
    );
    const [row] = await server.query(name, `SELECT pg_database_size('${name}')::text AS size`);
    if (Number(row?.size) >= megabytes * 1e6) break;
  }
  await server.query(name, 'VACUUM ANALYZE');
}

async function repository(root: string): Promise<{ identity: string }> {
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
  - { id: db, provider: postgres, url: "\${DATABASE_URL}" }
`,
  );
  return { identity };
}

async function rewind(root: string, env: Record<string, string>, args: string[]): Promise<ProgramResult> {
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
