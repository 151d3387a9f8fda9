import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { random } from '../support/random.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** REWIND_SEEDS=200 runs more of them. */
const SEEDS = Number(process.env.REWIND_SEEDS ?? '10');
const VICTIMS = ['node', 'psql', 'pg_restore', 'backend'] as const;
type Victim = (typeof VICTIMS)[number];
const DATABASE = 'shop';

let server: TestPostgres;
let repository: Repository;
let before: string;
let after: string;
let digest: string;
/** From the first lock to the end of the program, in ms. */
let duration = 0;
const tally: Record<string, number> = {};

beforeAll(async () => {
  server = await startPostgres();
  const env = { DATABASE_URL: await server.createDatabase(DATABASE) };
  // No primary key and nothing after the rows: only the missing COMMIT keeps a part of them out of production.
  await server.query(
    DATABASE,
    `CREATE TABLE a (i int, t text); INSERT INTO a SELECT i, md5(i::text) FROM generate_series(1, 40000) i;
     CREATE TABLE b (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY); INSERT INTO b SELECT FROM generate_series(1, 3000);
     SELECT lo_from_bytea(4000 + i, decode(repeat(md5(i::text), 3000), 'hex')) FROM generate_series(1, 20) i`,
  );
  repository = await makeRepository({
    resources: [
      `{ id: db, provider: postgres, url: "\${DATABASE_URL}", restore: in-place, integrity: content, client-bin: ${server.binDir} }`,
    ],
    env,
  });
  after = await content();
  await repository.ok('snapshot');
  await damage();
  const started = performance.now();
  await rollback(() => (duration = performance.now()));
  duration = performance.now() - (duration || started);
  expect(await content()).toBe(after);
  await damage();
}, 60_000);
afterAll(async () => {
  await server.stop();
  repository.remove();
  if (SEEDS > 10) console.error(JSON.stringify(tally));
});

const run = (args: readonly string[], onLog?: (text: string, child: ChildProcess) => void): Promise<ProgramResult> =>
  repository.run(args, onLog === undefined ? {} : { onLog });

/** What a bad deploy does; and the plan that undoes it. */
async function damage(): Promise<void> {
  await server.query(
    DATABASE,
    `ALTER TABLE a DROP COLUMN t; DROP TABLE b; CREATE TABLE c AS SELECT 1 AS i;
     SELECT lo_unlink(4001); SELECT lo_put(4002, 0, 'damaged')`,
  );
  before = await content();
  await repository.ok('plan', '--database', 'restore');
  ({ digest } = JSON.parse(readFileSync(join(repository.root, '.rewind/plan.json'), 'utf8')) as { digest: string });
}

/** Runs the approved rollback. @param locked called when the restore has its locks */
async function rollback(locked: (child: ChildProcess) => void): Promise<ProgramResult> {
  let seen = false;
  let log = '';
  const args = ['rollback', '--plan', '.rewind/plan.json', '--digest', digest, '--confirm-data-loss', DATABASE];
  return run(args, (text, child) => {
    log += text;
    if (seen || !log.includes('in place: readers and writers wait')) return;
    seen = true;
    locked(child);
  });
}

/** Everything in the database: relations, columns, rows, large objects. */
async function content(): Promise<string> {
  const tables = await server.query(
    DATABASE,
    `SELECT c.oid::regclass::text AS name, (SELECT string_agg(attname, ',' ORDER BY attname) FROM pg_attribute
              WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
  );
  const parts: unknown[] = [tables];
  for (const { name } of tables) {
    parts.push(
      await server.query(
        DATABASE,
        `SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${String(name)} t`,
      ),
    );
  }
  parts.push(
    await server.query(
      DATABASE,
      `SELECT count(*), md5(string_agg(md5(lo_get(oid)), ',' ORDER BY oid)) FROM pg_largeobject_metadata`,
    ),
  );
  return JSON.stringify(parts);
}

async function pidOf(victim: Victim, child: ChildProcess): Promise<number | undefined> {
  if (victim === 'node') return child.pid;
  if (victim === 'backend') {
    const [row] = await server.query(
      DATABASE,
      `SELECT pid FROM pg_locks JOIN pg_stat_activity USING (pid)
        WHERE application_name = 'rewind' AND datname = '${DATABASE}' AND mode LIKE '%ExclusiveLock' AND granted LIMIT 1`,
    );
    return row === undefined ? undefined : Number(row.pid);
  }
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const line = stdout
    .split('\n')
    .map((text) => /^\s*(\d+)\s+(\d+)\s+(\S+)/.exec(text))
    .find((match) => Number(match?.[2]) === child.pid && match?.[3]?.endsWith(`/${victim}`));
  return line ? Number(line[1]) : undefined;
}

async function kill(victim: Victim, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const pid = await pidOf(victim, child).catch(() => undefined);
    if (pid !== undefined) {
      try {
        process.kill(pid, 'SIGKILL');
        return true;
      } catch {
        // It ended a moment ago.
      }
    }
    await sleep(2);
  }
  return false;
}

/** Until the server answers, and no session of the killed run is left. */
async function settled(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const left = await server
      .query('postgres', `SELECT 1 FROM pg_stat_activity WHERE datname = '${DATABASE}'`)
      .catch(() => ['no answer']);
    if (left.length === 0) return;
    await sleep(20);
  }
  throw new Error('sessions of the killed run stay');
}

/** The seed before which the last snapshot was taken. */
let snapshotAt = 0;

describe('a restore in place that is killed (SIGKILL) at a random instant: all or nothing', () => {
  test.each(Array.from({ length: SEEDS }, (_, seed) => seed))('seed %i', async (seed) => {
    const next = random(seed);
    const victim = VICTIMS[seed % VICTIMS.length] ?? 'node';
    const delay = next() * duration;
    let hit: Promise<boolean> | undefined;
    await rollback((child) => {
      hit = sleep(delay).then(() => kill(victim, child));
    });
    const killed = await hit;
    await settled();
    const now = await content();
    const outcome = now === before ? 'as before' : now === after ? 'restored' : 'ruined';
    const name = `${victim}, ${killed === true ? 'killed' : 'too late'}: ${outcome}`;
    tally[name] = (tally[name] ?? 0) + 1;
    expect([before, after]).toContain(now);
    if (outcome !== 'restored') return;
    // Among 200 snapshots of rollbacks, nobody looks for ours.
    if (seed - snapshotAt >= 25) {
      await repository.ok('snapshot');
      snapshotAt = seed;
    }
    await damage();
  });

  test('the next run of the same plan does the rest', async () => {
    const { status } = await rollback(() => undefined);
    expect(status).toBe(0);
    expect(await content()).toBe(after);
  });
});
