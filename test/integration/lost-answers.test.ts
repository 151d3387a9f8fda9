import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { S3ObjectsSandbox } from '../sandbox/aws/objects.js';
import { cutPostgres, type PostgresCut } from '../support/cut-postgres.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** Salvage, and the drop of a kept database, whose answers are lost; the store is in S3. */
let server: TestPostgres;
let cut: PostgresCut;
let s3: S3ObjectsSandbox;
let repository: Repository;

beforeAll(async () => {
  server = await startPostgres();
  cut = await cutPostgres(await server.createDatabase('shop'));
  s3 = await new S3ObjectsSandbox().start();
  s3.createStore('snapshots');
  repository = await makeRepository({
    resources: ['{ id: db, provider: postgres, url: "${DATABASE_URL}" }'],
    env: {
      DATABASE_URL: cut.url,
      AWS_ACCESS_KEY_ID: 'AKIATEST',
      AWS_SECRET_ACCESS_KEY: 'aws-secret-4471c0ffee',
      AWS_ENDPOINT_URL_S3: s3.url,
      AWS_MAX_ATTEMPTS: '2',
    },
  });
  const { configFile } = repository;
  const inS3 = 'store: { kind: s3, bucket: snapshots, region: us-east-1 }';
  writeFileSync(configFile, readFileSync(configFile, 'utf8').replace(/^store: .*$/m, inS3));
  await server.query('shop', 'CREATE TABLE fans (email text PRIMARY KEY)');
});
afterAll(async () => {
  repository.remove();
  await cut.stop();
  await s3.stop();
  await server.stop();
});

/** A restore that took back one row. @returns the name of the database that it kept */
async function restored(row: string): Promise<string> {
  await repository.ok('snapshot');
  await server.query('shop', `INSERT INTO fans VALUES ('${row}')`);
  const digest = await repository.digestOf('plan', '--database', 'restore');
  await repository.ok('rollback', '--digest', digest, '--database', 'restore', '--confirm-data-loss', 'shop');
  const [kept] = await server.query(
    'postgres',
    `SELECT max(datname) AS name FROM pg_database WHERE datname LIKE 'shop_before%'`,
  );
  return String(kept?.name);
}
const digestIn = (text: string): string => /--digest ([0-9a-f]{64})/.exec(text)?.[1] ?? '';
const fans = async (): Promise<string[]> =>
  (await server.query('shop', 'SELECT email FROM fans')).map(({ email }) => String(email));

test.each([
  ['before', '1 row'],
  ['after', 'No row was changed'],
] as const)('salvage: a COMMIT that is cut %s it is carried out is never called "unchanged"', async (when, words) => {
  await server.query('shop', 'TRUNCATE fans');
  await restored(when);
  const salvage = ['salvage', '--digest', digestIn((await repository.ok('salvage')).stdout)];
  cut.at('COMMIT', when);
  const { status, stderr } = await repository.run(salvage);
  expect([status, stderr]).toEqual([1, expect.stringContaining('unknown whether the rows are in "shop"')]);
  expect(stderr).toContain('Run the same command again: it carries over only what is missing.');
  expect(await fans()).toEqual(when === 'after' ? [when] : []);
  expect((await repository.ok(...salvage)).stdout).toContain(words);
  expect(await fans()).toEqual([when]);
});

test('salvage: rows that the store does not give change nothing, and the error says so', async () => {
  await server.query('shop', 'TRUNCATE fans');
  await restored('unread');
  const salvage = ['salvage', '--digest', digestIn((await repository.ok('salvage')).stdout)];
  for (const file of ['plan.json', 'rows.age']) {
    s3.inject({ on: new RegExp(`GET .*/${file}`), times: 1000, with: { kind: 'answer', answer: s3.failure(503) } });
    const { status, stderr } = await repository.run(salvage);
    expect([status, stderr]).toEqual([1, expect.stringContaining('This run changed nothing in production.')]);
    s3.clearFaults();
  }
  expect(await fans()).toEqual([]);
  expect((await repository.ok(...salvage)).stdout).toContain('1 row');
});

test('salvage: a run that lost its lock while it carried rows over commits nothing', async () => {
  await server.query('shop', 'TRUNCATE fans');
  await restored('late');
  const salvage = ['salvage', '--digest', digestIn((await repository.ok('salvage')).stdout)];
  const blocker = new Client({ connectionString: server.url('shop') });
  await blocker.connect();
  await blocker.query('BEGIN; LOCK TABLE fans IN SHARE MODE');
  const running = repository.run(salvage, { onLog: () => undefined });
  await waits();
  takeOver();
  await blocker.query('COMMIT');
  await blocker.end();
  const { status, stderr } = await running;
  expect([status, stderr]).toEqual([1, expect.stringContaining('took the lock of this environment over')]);
  expect(await fans()).toEqual([]);
});

/** Until a session waits for the lock of a table. */
async function waits(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const sql = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = 'shop'`;
    if ((await server.query('postgres', sql)).length > 0) return;
    await sleep(25);
  }
  throw new Error('no session waits');
}

/** Another run takes the lock, as after a pause of this one that was longer than its lease. */
function takeOver(): void {
  const { versions } = s3.contents.get('snapshots') ?? {};
  const highest = [...(versions?.keys() ?? [])]
    .filter((key) => /locks\/production\/\d+\.json$/.test(key))
    .sort()
    .at(-1);
  const version = versions?.get(highest ?? '')?.at(-1);
  if (highest === undefined || version === undefined) throw new Error('no lock is held');
  versions?.set(
    highest.replace(/(\d+)\.json$/, (_, n: string) => `${String(Number(n) + 1).padStart(9, '0')}.json`),
    [version],
  );
}

/** Makes a kept database old enough. @returns the drop, approved */
async function approvedDrop(name: string): Promise<string[]> {
  const [kept] = await server.query(
    'postgres',
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = '${name}'`,
  );
  const old = String(kept?.comment).replace(/at 20\S+Z/, 'at 2026-01-01T00:00:00.000Z');
  await server.query('postgres', `COMMENT ON DATABASE "${name}" IS '${old.replaceAll("'", "''")}'`);
  const drop = ['recover', '--drop-database', name];
  return [...drop, '--digest', digestIn((await repository.ok(...drop)).stdout)];
}
const isThere = async (name: string): Promise<boolean> =>
  (await server.query('postgres', `SELECT 1 FROM pg_database WHERE datname = '${name}'`)).length === 1;
const status = async (): Promise<string> => (await repository.ok('recover', '--status')).stdout;

test.each([
  ['before', 'Dropped the database'],
  ['after', 'is not kept any more'],
] as const)('drop: cut %s it is carried out, the same command ends it and writes the record', async (when, words) => {
  const name = await restored(`drop ${when}`);
  const drop = await approvedDrop(name);
  cut.at('DROP DATABASE', when);
  const { status: exit, stderr } = await repository.run(drop);
  expect([exit, stderr]).toEqual([1, expect.stringContaining(`unknown whether "${name}" was dropped`)]);
  expect(stderr).toContain('Run the same command again');
  expect(await isThere(name)).toBe(when === 'before');
  expect(await status()).toContain(name);
  expect((await repository.ok(...drop)).stdout).toContain(words);
  expect(await isThere(name)).toBe(false);
  expect(await status()).not.toContain(name);
});

test('drop: a URL of another server, or of another database, does not prove that the database is gone', async () => {
  const name = await restored('elsewhere');
  const drop = await approvedDrop(name);
  const other = await startPostgres();
  const own = repository.env.DATABASE_URL;
  for (const [url, words] of [
    [await other.createDatabase('shop'), 'leads to another server'],
    [await server.createDatabase('staging'), 'leads to "staging" instead of "shop"'],
  ] as const) {
    repository.env.DATABASE_URL = url;
    const refused = await repository.run(drop);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('drop-unproven')]);
    expect(refused.stderr).toContain(words);
    expect(refused.stderr).toContain('This run dropped nothing.');
    expect(refused.stderr).not.toContain('Kept are');
    expect(await status()).toContain(words);
    await repository.run(['recover']);
  }
  repository.env.DATABASE_URL = own;
  await other.stop();
  expect(await status()).toContain(`database "${name}"`);
  expect((await repository.ok(...drop)).stdout).toContain(`Dropped the database "${name}"`);
});

test('drop: another one that came before the lock is not said as this one', async () => {
  const name = await restored('twice');
  const drop = await approvedDrop(name);
  s3.before = ({ method, path }) => {
    if (method !== 'PUT' || !path.includes('/locks/')) return;
    s3.before = undefined;
    execFileSync(join(server.binDir, 'psql'), [server.url('postgres'), '-qc', `DROP DATABASE "${name}"`]);
  };
  expect((await repository.ok(...drop)).stdout).toContain('This run dropped nothing.');
  expect(await status()).not.toContain(name);
});

test.each([
  ['read', 'GET'],
  ['written', 'PUT'],
] as const)(
  'drop: the record that cannot be %s does not hide the drop, and the same command writes it',
  async (_, method) => {
    const name = await restored(`record ${method}`);
    const drop = await approvedDrop(name);
    const on = new RegExp(`${method} .*/incidents/.*[0-9]\\.json`);
    s3.inject({ on, times: 1000, with: { kind: 'answer', answer: s3.failure(503) } });
    const { stdout, stderr } = await repository.ok(...drop);
    expect(stdout).toContain(`Dropped the database "${name}"`);
    expect(stderr).toContain('To write it, run the same command again.');
    s3.clearFaults();
    expect(await status()).toContain(name);
    expect((await repository.ok(...drop)).stdout).toContain('is not kept any more');
    expect(await status()).not.toContain(name);
  },
);
