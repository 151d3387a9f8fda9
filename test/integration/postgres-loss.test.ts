import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { beginSnapshot } from '../../src/services/postgres/begin-snapshot.js';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import provider from '../../src/providers/postgres/index.js';
import { measureLoss } from '../../src/providers/postgres/loss.js';
import type { State } from '../../src/providers/postgres/state.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

const SNAPSHOT = '20260101T000000Z-test00';
let server: TestPostgres;
let round = 0;
let database: string;

beforeAll(async () => {
  server = await startPostgres();
});
beforeEach(async () => {
  database = `loss${(round += 1)}`;
  await server.createDatabase(database);
});
afterAll(() => server.stop());

const contextFor = (url = server.url(database)): TestContext =>
  testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: url } });
const configOf = (extra: Record<string, unknown> = {}): Config =>
  schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}', ...extra });
const rows = async (sql: string): Promise<Record<string, unknown>[]> => server.query(database, sql);

async function session(): Promise<Client> {
  const client = new Client({ connectionString: server.url(database), application_name: 'migration' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Polls until a query gives a row. */
async function until(sql: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await server.query('postgres', sql)).length > 0) return;
    await sleep(50);
  }
  throw new Error(`never came true: ${sql}`);
}

/** Restores by a plan, as a rollback does, and compares afterwards. */
async function restore(config: Config, ctx: TestContext, payloads: MemoryPayloads, saved: State): Promise<void> {
  const plan = provider.plan(saved, await provider.capture(config, ctx, new MemoryPayloads('compare')));
  expect(plan).toHaveLength(1);
  for (const change of plan) await provider.apply(config, change, ctx, payloads);
  expect(provider.plan(saved, await provider.capture(config, ctx, new MemoryPayloads('compare')))).toEqual([]);
}

describe('a table that another transaction rewrites while the snapshot begins', () => {
  test.each([
    ['ALTER TABLE', 'ALTER TABLE fans ADD COLUMN token uuid DEFAULT gen_random_uuid()', 5000],
    ['ALTER TYPE', 'ALTER TABLE fans ALTER id TYPE bigint', 5000],
    ['TRUNCATE', `TRUNCATE fans; INSERT INTO fans SELECT i FROM generate_series(1, 70) i`, 70],
  ])('%s: the rows of the snapshot and of its dump are those that were committed', async (_name, rewrite, count) => {
    await rows('CREATE TABLE fans (id int); INSERT INTO fans SELECT i FROM generate_series(1, 5000) i');
    const migration = await session();
    await migration.query(`BEGIN; ${rewrite}`);
    const payloads = new MemoryPayloads();
    const captured = provider.capture(configOf(), contextFor(), payloads);
    await until(
      `SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = '${database}'`,
    );
    await migration.query('COMMIT');
    await migration.end();
    const saved = await captured;
    expect(saved.tables).toMatchObject([{ name: 'public.fans', rows: count }]);
    await rows('DELETE FROM fans');
    await restore(configOf(), contextFor(), payloads, saved);
    expect(await rows('SELECT count(*)::int AS count FROM fans')).toEqual([{ count }]);
  });

  test('a lock that stays is named with its holder, without the text of its query', async () => {
    await rows('CREATE TABLE fans (email text)');
    const migration = await session();
    await migration.query(`BEGIN; ALTER TABLE fans ALTER email SET DEFAULT 'ada@example.com'`);
    const reader = await session();
    const failure: unknown = await beginSnapshot(reader, 'subject', 200).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'database-locked',
      message: expect.stringMatching(
        /pid \d+ \(application "migration", user "rewind"\) holds AccessExclusiveLock on fans/,
      ),
    });
    expect(String(failure)).not.toContain('ada@example.com');
    await Promise.all([migration.end(), reader.end()]);
  });
});

test('in place: a script that ends in the middle of its rows, because its feeder died, changes nothing', async () => {
  // No primary keys: nothing but the missing COMMIT keeps the part that arrived out of production.
  await rows(
    `CREATE TABLE a (i int); CREATE TABLE b (i int);
     INSERT INTO a SELECT i FROM generate_series(1, 5000) i; INSERT INTO b SELECT i FROM generate_series(1, 5000) i`,
  );
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(configOf(), contextFor(), payloads);
  await rows('INSERT INTO a VALUES (0)');
  const folder = mkdtempSync(join(tmpdir(), 'rewind-client-'));
  for (const name of ['pg_dump', 'pg_restore']) symlinkSync(join(server.binDir, name), join(folder, name));
  // What psql reads when the process that feeds it is killed: some rows, then the end of the input.
  writeFileSync(
    join(folder, 'psql'),
    // Line by line: psql also answers, before it has read the rest.
    `#!/bin/sh
rows=0
while IFS= read -r line; do
  printf '%s\\n' "$line"
  case "$rows $line" in '0 COPY '*) rows=1 ;; '0 '*) ;; *) rows=$((rows + 1)) ;; esac
  [ $rows -gt 100 ] && exit
done | ${server.binDir}/psql "$@"
`,
  );
  chmodSync(join(folder, 'psql'), 0o755);
  const config = configOf({ restore: 'in-place', 'client-bin': folder });
  const live = await provider.capture(config, contextFor(), new MemoryPayloads('compare'));
  const [change] = provider.plan(saved, live);
  if (!change) throw new Error('nothing was planned');
  await provider.apply(config, change, contextFor(), payloads).catch(() => undefined);
  const counts = 'SELECT (SELECT count(*) FROM a)::int AS a, (SELECT count(*) FROM b)::int AS b';
  expect(await rows(counts)).toEqual([{ a: 5001, b: 5000 }]);
});

test('an owner with CREATEDB who is no superuser restores by swap', async () => {
  const role = `owner${round}`;
  await server.query(
    'postgres',
    `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD 'owner-password-1'; ALTER DATABASE ${database} OWNER TO ${role}`,
  );
  const url = new URL(server.url(database));
  url.username = role;
  url.password = 'owner-password-1';
  const owner = new Client({ connectionString: url.href });
  await owner.connect();
  await owner.query('CREATE TABLE fans (id int); INSERT INTO fans SELECT i FROM generate_series(1, 50) i');
  await owner.end();
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(configOf(), contextFor(url.href), payloads);
  expect(saved.strategy).toBe('swap');
  await rows('DELETE FROM fans');
  await restore(configOf(), contextFor(url.href), payloads, saved);
  expect(await rows('SELECT count(*)::int AS count FROM fans')).toEqual([{ count: 50 }]);
});

test('the URL names a database that does not exist: that one is named, not the one of the snapshot', async () => {
  const saved = await provider.capture(configOf(), contextFor(), new MemoryPayloads());
  const { losses } = await measureLoss(configOf(), saved, contextFor(server.url('nowhere')), 0);
  expect(losses).toMatchObject([{ table: 'database "nowhere"', certainty: 'unknown' }]);
});
