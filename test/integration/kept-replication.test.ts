import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** Subscriptions and slots stay with the database that a restore keeps: a person moves them, and the record says so until then. */
let server: TestPostgres;
let repository: Repository;
let shop: string;
let tests = 0;

beforeAll(async () => {
  server = await startPostgres({ settings: ['wal_level=logical', 'wal_retrieve_retry_interval=100ms'] });
  repository = await makeRepository({ resources: [] });
});
afterAll(async () => {
  repository.remove();
  await server.stop();
});
beforeEach(async () => {
  shop = `shop${(tests += 1)}`;
  repository.env.DATABASE_URL = await server.createDatabase(shop);
  repository.configure({
    sections: ['approval: none'],
    store: `store-${tests}`,
    resources: ['{ id: db, provider: postgres, url: "${DATABASE_URL}" }'],
  });
  await server.query(shop, 'CREATE TABLE fans (email text PRIMARY KEY)');
  for (const name of ['news', '"No ""news"', 'idle']) {
    await server.query(
      shop,
      `CREATE SUBSCRIPTION ${name} CONNECTION 'host=127.0.0.1 port=1 dbname=nowhere' PUBLICATION p WITH (connect = false, slot_name = 'there')`,
    );
  }
  await server.query(shop, `SELECT pg_create_logical_replication_slot('feed${tests}', 'pgoutput')`);
});

const inShop = (sql: string) => server.query(shop, sql);

/** A restore that kept the database, with what replicates in it. @returns the name of the kept one */
async function restored(...enabled: string[]): Promise<string> {
  await repository.ok('snapshot');
  await inShop(`INSERT INTO fans VALUES ('a')`);
  for (const name of enabled) await inShop(`ALTER SUBSCRIPTION ${name} ENABLE`);
  const digest = await repository.digestOf('plan', '--database', 'restore');
  await repository.ok('rollback', '--digest', digest, '--database', 'restore', '--confirm-data-loss', shop);
  const [kept] = await server.query(
    'postgres',
    `SELECT datname AS name FROM pg_database WHERE datname LIKE '${shop}_before%'`,
  );
  return String(kept?.name);
}

interface Left {
  readonly kind: string;
  readonly what: string;
  readonly discharge: string;
  readonly reading: { readonly state: string; readonly why: string };
}
async function left(): Promise<Left[]> {
  const { obligations } = (await repository.ok('recover', '--status', '--json')).json<{ obligations: Left[] }>();
  return obligations.filter(({ kind }) => kind === 'replication-left');
}
const readings = async () => (await left()).map(({ reading }) => reading);

/** PostgreSQL drops no subscription whose slot it cannot reach. */
async function dropSubscription(database: string, name: string): Promise<void> {
  await server.query(database, `ALTER SUBSCRIPTION ${name} DISABLE`);
  await server.query(database, `ALTER SUBSCRIPTION ${name} SET (slot_name = NONE)`);
  await server.query(database, `DROP SUBSCRIPTION ${name}`);
}

test('each one that works in the kept database is named, and stays open until it is moved', async () => {
  const kept = await restored('news', '"No ""news"');
  const [one, ...more] = await left();
  expect(more).toEqual([]);
  const all = `logical slot "feed${tests}", subscription "No "news", subscription "news"`;
  expect(one?.what).toBe(
    `Replication stayed with the database "${kept}", and does not reach what took its place: ${all}.`,
  );
  expect(one?.discharge).toMatch(
    /^Subscription: in the kept database, [^]* Slot: drop [^]*Then rewind recover discharges it\. If it stays/,
  );
  expect(one?.reading).toEqual({ state: 'holds', why: `not moved: ${all} of the database "${kept}"` });
  expect((await repository.ok('recover', '--status')).stdout).toContain('Replication stayed with the database');

  await dropSubscription(kept, '"No ""news"');
  await server.query(kept, `SELECT pg_drop_replication_slot('feed${tests}')`);
  // Stopped is not moved: what the publisher sends arrives nowhere.
  await server.query(kept, 'ALTER SUBSCRIPTION news DISABLE');
  const waits = { state: 'holds', why: `not moved: subscription "news" of the database "${kept}"` };
  expect(await readings()).toEqual([waits]);
  await inShop('ALTER SUBSCRIPTION news ENABLE');
  await server.query(kept, 'ALTER SUBSCRIPTION news ENABLE');
  expect(await readings()).toEqual([waits]);
  await server.query(kept, 'ALTER SUBSCRIPTION news DISABLE');
  expect((await repository.run(['recover'])).stderr).toMatch(
    /Discharged replication-left:[^]*nothing of it is left in the database/,
  );
  expect(await left()).toEqual([]);
});

test('a real publisher writes to the kept database; moved as the obligation says, the restored one has all of it', async () => {
  const source = `source${tests}`;
  const address = new URL(await server.createDatabase(source));
  await server.query(source, `CREATE TABLE fans (email text PRIMARY KEY); INSERT INTO fans VALUES ('1')`);
  await server.query(source, `CREATE PUBLICATION live FOR TABLE fans`);
  await server.query(source, `SELECT pg_create_logical_replication_slot('live', 'pgoutput')`);
  const connection = `host=${server.host} port=${server.port} dbname=${source} user=${server.user} password=${address.password}`;
  await inShop(`CREATE SUBSCRIPTION live CONNECTION '${connection}' PUBLICATION live WITH (create_slot = false)`);
  const fans = async (database: string) =>
    String((await server.query(database, `SELECT string_agg(email, ',' ORDER BY email) AS all FROM fans`))[0]?.all);
  const until = async (database: string, wanted: string): Promise<void> => {
    for (let tries = 0; (await fans(database)) !== wanted; tries += 1) {
      if (tries === 150) throw new Error(`${database} holds ${await fans(database)} and not ${wanted}`);
      await sleep(100);
    }
  };
  await until(shop, '1');
  const kept = await restored();
  await server.query(source, `INSERT INTO fans VALUES ('2')`);
  await until(kept, '1,2,a');
  expect(await fans(shop)).toBe('1');
  expect((await left())[0]?.reading.why).toContain('subscription "live"');

  await dropSubscription(kept, 'live');
  await inShop('TRUNCATE fans');
  await inShop('ALTER SUBSCRIPTION live ENABLE');
  await inShop('ALTER SUBSCRIPTION live REFRESH PUBLICATION');
  await until(shop, '1,2');
  await server.query(source, `INSERT INTO fans VALUES ('3')`);
  await until(shop, '1,2,3');
  expect((await left())[0]?.reading.why).not.toContain('subscription');
  await inShop('ALTER SUBSCRIPTION live DISABLE');
});

test('the undo brings the database back with them', async () => {
  await restored('news');
  expect(await readings()).toMatchObject([{ state: 'holds' }]);
  const digest = await repository.digestOf('undo');
  await repository.ok('rollback', '--digest', digest, '--database', 'restore', '--confirm-data-loss', shop);
  expect(await left()).toEqual([]);
});

test('a kept database in which nothing replicates leaves no obligation', async () => {
  await inShop(`SELECT pg_drop_replication_slot('feed${tests}')`);
  await restored();
  expect(await left()).toEqual([]);
});

test('the URL of another server proves nothing', async () => {
  await restored('news');
  const other = await startPostgres();
  try {
    repository.env.DATABASE_URL = await other.createDatabase(shop);
    await repository.run(['recover']);
    expect(await readings()).toMatchObject([
      { state: 'unknown', why: expect.stringMatching(/^The URL leads to another server/) },
    ]);
  } finally {
    await other.stop();
  }
});

test('the drop of the kept database names what replicates in it, and says how to free it', async () => {
  const kept = await restored('news');
  const [found] = await server.query(
    'postgres',
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = '${kept}'`,
  );
  const old = String(found?.comment).replace(/at 20\S+Z/, 'at 2026-01-01T00:00:00.000Z');
  await server.query('postgres', `COMMENT ON DATABASE "${kept}" IS '${old.replaceAll("'", "''")}'`);
  const drop = ['recover', '--drop-database', kept];
  const shown = await repository.ok(...drop);
  expect(shown.stdout).toContain(
    `It still has logical slot "feed${tests}", subscription "No "news", subscription "idle", subscription "news". A logical slot is dropped with the database`,
  );
  const digest = /--digest ([0-9a-f]{64})/.exec(shown.stdout)?.[1] ?? '';
  const refused = await repository.run([...drop, '--digest', digest]);
  expect([refused.status, refused.stderr]).toEqual([
    1,
    expect.stringMatching(/used by logical replication subscription[^]*Nothing was dropped\.[^]*DROP SUBSCRIPTION/),
  ]);
  for (const name of ['news', '"No ""news"', 'idle']) await dropSubscription(kept, name);
  expect((await repository.ok(...drop)).stdout).toContain(`It still has logical slot "feed${tests}".`);
  await repository.ok(...drop, '--digest', digest);
  expect(await left()).toEqual([]);
});
