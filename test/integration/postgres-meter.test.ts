import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Client } from 'pg';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import { measureLoss } from '../../src/providers/postgres/loss.js';
import { lossOf } from '../../src/services/postgres/loss-meter.js';
import { derivedName } from '../../src/providers/postgres/names.js';
import provider from '../../src/providers/postgres/index.js';
import type { State } from '../../src/providers/postgres/state.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

const SNAPSHOT = '20260101T000000Z-test00';
let server: TestPostgres;
let round = 0;
let database: string;
let ctx: TestContext;
let config: Config;

beforeAll(async () => {
  server = await startPostgres();
});
beforeEach(async () => {
  database = `meter${(round += 1)}`;
  ctx = testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: await server.createDatabase(database) } });
  config = schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}' });
});
afterAll(() => server.stop());

const sql = (text: string): Promise<Record<string, unknown>[]> => server.query(database, text);

async function snapshot(): Promise<{ saved: State; payloads: MemoryPayloads }> {
  const payloads = new MemoryPayloads();
  return { saved: await provider.capture(config, ctx, payloads), payloads };
}

const live = (saved: State): Promise<State> => provider.capture(config, ctx, new MemoryPayloads('compare', saved));

const session = async (): Promise<Client> => {
  const client = new Client({ connectionString: server.url(database) });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/** SQL's EXCEPT ALL, counted across two databases. */
async function except(of: string, from: string, table: string): Promise<number> {
  const rows = async (name: string): Promise<string[]> =>
    (await server.query(name, `SELECT t::text AS row FROM ${table} t`)).map(({ row }) => String(row));
  const left = new Map<string, number>();
  for (const row of await rows(from)) left.set(row, (left.get(row) ?? 0) + 1);
  return (await rows(of)).filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  }).length;
}

async function restore(saved: State, payloads: MemoryPayloads): Promise<void> {
  const changes = provider.plan(saved, await live(saved));
  expect(changes).toHaveLength(1);
  for (const change of changes) await provider.apply(config, change, ctx, payloads);
  expect(provider.plan(saved, await live(saved))).toEqual([]);
}

const TABLES = ['public.fans', 'public.seats', 'public.events', 'public.logs_old', 'public.logs_new'];
const SETUP = `
  CREATE TABLE fans (id int PRIMARY KEY, note text);
  CREATE TABLE seats (hall uuid, place int, note text, PRIMARY KEY (hall, place));
  CREATE TABLE events (id int, note text);
  CREATE TABLE logs (id int, note text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
  CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM (0) TO (40);
  CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM (40) TO (100000);
  INSERT INTO fans SELECT i, 'n' FROM generate_series(1, 80) i;
  INSERT INTO seats SELECT md5('a')::uuid, i, 'n' FROM generate_series(1, 80) i;
  INSERT INTO events SELECT i % 9, 'n' FROM generate_series(1, 80) i;
  INSERT INTO logs SELECT i, 'n' FROM generate_series(1, 80) i`;

interface Write {
  readonly what: string;
  readonly table: string;
  readonly id: number;
}

/** One random write; every update really changes the row. */
const write: fc.Arbitrary<Write> = fc.record({
  what: fc.constantFrom('insert', 'insert', 'update', 'delete', 'aborted insert', 'aborted update', 'savepoint'),
  table: fc.constantFrom('fans', 'seats', 'events', 'logs'),
  id: fc.integer({ min: 1, max: 80 }),
});

function statements(writes: readonly Write[], from: number): string[] {
  const column = (table: string): string => (table === 'seats' ? 'place' : 'id');
  return writes.map(({ what, table, id }, at) => {
    const fresh = from + at;
    const values = table === 'seats' ? `(md5('a')::uuid, ${fresh}, 'new')` : `(${fresh}, 'new')`;
    const insert = `INSERT INTO ${table} VALUES ${values}`;
    const update = `UPDATE ${table} SET note = note || '${fresh}' WHERE ${column(table)} = ${id}`;
    switch (what) {
      case 'insert':
        return insert;
      case 'update':
        return update;
      case 'delete':
        return `DELETE FROM ${table} WHERE ${column(table)} = ${id}`;
      case 'savepoint':
        return `BEGIN; ${update}; SAVEPOINT s; ${insert}; ROLLBACK TO s; SAVEPOINT t; ${insert}; COMMIT`;
      default:
        return `BEGIN; ${what === 'aborted insert' ? insert : update}; ROLLBACK`;
    }
  });
}

test('random writes, also by transactions that run during the snapshot: the plan says what the restore loses', async () => {
  const seed = Number(process.env.REWIND_TEST_SEED ?? 20261126);
  const [before, during, after] = fc.sample(fc.array(write, { minLength: 40, maxLength: 60, size: 'max' }), {
    seed,
    numRuns: 3,
  }) as [Write[], Write[], Write[]];
  await sql(SETUP);
  // Open since before the snapshot, with a subtransaction; others end while it runs, so their ids are above the oldest.
  const open = await session();
  await open.query('BEGIN');
  for (const statement of statements(before.slice(0, 8), 1000))
    if (!/BEGIN/.test(statement)) await open.query(statement);
  await open.query(`SAVEPOINT s; INSERT INTO fans VALUES (2000, 'sub'); RELEASE s`);
  await sql(
    `INSERT INTO fans SELECT i, 'ended' FROM generate_series(3000, 3009) i; INSERT INTO logs VALUES (3000, 'ended')`,
  );
  const { saved, payloads } = await snapshot();
  expect(saved.boundary.seen).not.toEqual([]);
  await open.query('COMMIT');
  await open.end();
  for (const statement of [...statements(during, 5000), ...statements(after, 7000)]) await sql(statement);
  await sql(`UPDATE fans SET note = 'late' WHERE id = 3001; DELETE FROM fans WHERE id = 3002`);

  const [change] = provider.plan(saved, await live(saved));
  const losses = new Map(lossOf(saved, await live(saved)).map((loss) => [loss.table, loss]));
  expect([...losses.values()].map(({ certainty }) => certainty)).toEqual([...losses].map(() => 'exact'));
  await restore(saved, payloads);
  const kept = derivedName(database, 'before', SNAPSHOT);
  const lost = new Map<string, number>();
  for (const table of TABLES) {
    lost.set(table, await except(kept, database, table));
    expect([table, losses.get(table)?.written ?? 0]).toEqual([table, lost.get(table)]);
    expect([table, losses.get(table)?.replaced ?? 0]).toEqual([table, await except(database, kept, table)]);
  }
  expect(Math.max(...lost.values())).toBeGreaterThan(20);
  for (const { what, rows, note } of change?.dataAtRisk ?? []) {
    expect([what, rows]).toEqual([what, lost.get(what)]);
    expect(note).toMatch(/^exact: /);
  }
});

describe('numbers that are not exact say so', () => {
  const certainty = async (saved: State): Promise<unknown> =>
    lossOf(saved, await live(saved)).map(({ written, certainty: how }) => [written, how]);

  beforeEach(() =>
    sql(
      `CREATE TABLE fans (id int PRIMARY KEY, note text); INSERT INTO fans SELECT i, 'n' FROM generate_series(1, 50) i`,
    ),
  );

  test('ALTER TYPE rewrites all rows: "at most"; VACUUM FULL does not', async () => {
    const { saved } = await snapshot();
    await sql(`UPDATE fans SET note = 'm' WHERE id = 3`);
    await sql('VACUUM FULL fans');
    expect(await certainty(saved)).toEqual([[1, 'exact']]);
    await sql('ALTER TABLE fans ALTER id TYPE bigint');
    expect(await certainty(saved)).toEqual([[50, 'at most']]);
  });

  test('content hashes tell that a rewritten table lost nothing', async () => {
    config = schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}', integrity: 'content' });
    const { saved } = await snapshot();
    await sql('ALTER TABLE fans ALTER id TYPE bigint');
    expect(await certainty(saved)).toEqual([]);
  });

  test('after a restore of the same snapshot, of another one, and in another database of that name', async () => {
    const first = await snapshot();
    await sql(`INSERT INTO fans VALUES (60, 'x')`);
    ctx = testContext({ snapshotId: '20260102T000000Z-test00', env: { DATABASE_URL: server.url(database) } });
    const second = await snapshot();
    await sql(`INSERT INTO fans VALUES (61, 'x')`);
    await restore(first.saved, first.payloads);
    await sql(`UPDATE fans SET note = 'y' WHERE id IN (1, 2)`);
    expect(await certainty(first.saved)).toEqual([[2, 'exact']]);
    expect(lossOf(second.saved, await live(second.saved))).toMatchObject([
      { written: 2, certainty: 'at least', reason: expect.stringContaining('restored from snapshot') },
    ]);
    await server.query('postgres', `ALTER DATABASE ${database} RENAME TO ${database}_x`);
    await server.createDatabase(database);
    await sql('CREATE TABLE fans (id int PRIMARY KEY, note text)');
    expect(lossOf(second.saved, await live(second.saved))).toMatchObject([
      { certainty: 'unknown', reason: expect.stringContaining('another database') },
    ]);
  });

  test('a table that took the name of another, and a new table', async () => {
    await sql('CREATE TABLE other (id int); INSERT INTO other VALUES (1), (2)');
    const { saved } = await snapshot();
    await sql('ALTER TABLE fans RENAME TO gone; ALTER TABLE other RENAME TO fans; CREATE TABLE fresh AS SELECT 1 AS a');
    const found = new Map(lossOf(saved, await live(saved)).map((loss) => [loss.table, loss]));
    expect(found.get('public.fans')).toMatchObject({ certainty: 'unknown' });
    expect(found.get('public.fresh')).toMatchObject({ certainty: 'exact', written: 1 });
    expect(found.has('public.gone')).toBe(false);
  });
});

test('a table that was dropped: its rows come back; one that was renamed or empty is no such table', async () => {
  await sql(`CREATE TABLE fans AS SELECT i FROM generate_series(1, 7) i; CREATE TABLE empty (id int);
    CREATE TABLE moved AS SELECT 1 AS a`);
  const { saved, payloads } = await snapshot();
  await sql('DROP TABLE fans, empty; ALTER TABLE moved RENAME TO elsewhere');
  const now = await live(saved);
  expect(lossOf(saved, now)).toEqual([
    { table: 'public.fans', written: 0, replaced: 7, certainty: 'exact', reason: null },
  ]);
  const elsewhere = { ...now, origin: { ...now.origin, server: '1' } };
  expect(lossOf(saved, elsewhere)).toContainEqual({
    table: 'public.fans',
    written: null,
    replaced: null,
    certainty: 'unknown',
    reason: expect.stringMatching(/another server.*: 7 rows in the snapshot, no such table now$/),
  });
  expect(provider.plan(saved, now)[0]?.dataAtRisk).toEqual([
    { what: 'public.fans', rows: 0, note: 'exact: 7 rows of the snapshot were deleted and come back' },
  ]);
  await restore(saved, payloads);
  expect(lossOf(saved, await live(saved))).toEqual([]);
});

test('a server that the user may not identify: the numbers are unknown, with what they are if it is the same one', async () => {
  await sql(
    `CREATE TABLE fans (id int PRIMARY KEY, note text); INSERT INTO fans SELECT i, 'n' FROM generate_series(1, 50) i`,
  );
  await sql('CREATE TABLE quiet (id int)');
  const { saved } = await snapshot();
  await sql(
    `UPDATE fans SET note = 'm' WHERE id = 3; INSERT INTO fans VALUES (60, 'x'); CREATE TABLE fresh AS SELECT 1 AS a`,
  );
  expect(lossOf(saved, await live(saved))[0]).toMatchObject({ written: 2, replaced: 1, certainty: 'exact' });
  await server.query(database, 'REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC');
  await server.query('postgres', `CREATE ROLE blind LOGIN PASSWORD 'blind-4471' IN ROLE pg_read_all_data`);
  const url = new URL(server.url(database));
  [url.username, url.password] = ['blind', 'blind-4471'];
  ctx = testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: url.href } });
  const why = (rows: string, counts: string): string =>
    `unknown: nothing tells whether this is the server of the snapshot, because the user of the URL may not call pg_control_system() (if it is, ${rows} written since): ${counts}`;
  const [change] = provider.plan(saved, await live(saved));
  expect(change?.dataAtRisk).toEqual([
    { what: 'public.fans', rows: null, note: why('2 rows were', '50 rows in the snapshot, 51 now') },
    // No table of the snapshot has its rows, whatever the server is.
    { what: 'public.fresh', rows: 1, note: 'exact: inserted since the snapshot' },
    { what: 'public.quiet', rows: null, note: why('0 rows were', '0 rows in the snapshot, 0 now') },
  ]);
  expect(await provider.check(config, ctx)).toContainEqual(
    expect.objectContaining({ level: 'warning', code: 'database-server-unknown' }),
  );
  // Also if the snapshot does not say which server it is from.
  const ofThen: State = { ...saved, origin: { ...saved.origin, server: null } };
  ctx = testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: server.url(database) } });
  expect(lossOf(ofThen, await live(ofThen))[0]).toMatchObject({
    written: null,
    certainty: 'unknown',
    reason: expect.stringContaining('the user of that time was not allowed to'),
  });
  expect(await provider.check(config, ctx)).not.toContainEqual(
    expect.objectContaining({ code: 'database-server-unknown' }),
  );
});

test('nothing written, on a server that the user may not identify: the plan is empty', async () => {
  await sql('CREATE TABLE fans (id int); INSERT INTO fans VALUES (1)');
  const { saved } = await snapshot();
  const ofThen: State = { ...saved, origin: { ...saved.origin, server: null } };
  expect(provider.plan(ofThen, await live(ofThen))).toEqual([]);
});

test('keys of lost rows, on request', async () => {
  await sql(SETUP);
  const { saved } = await snapshot();
  await sql(`INSERT INTO seats VALUES (md5('a')::uuid, 900, 'x'); INSERT INTO events VALUES (1, 'x')`);
  const { losses, examples } = await measureLoss(config, saved, ctx, 3);
  expect(losses.map(({ table, note }) => [table, note])).toEqual([
    ['public.events', 'exact: inserted since the snapshot'],
    ['public.seats', 'exact: inserted since the snapshot'],
  ]);
  expect(examples).toEqual([{ table: 'public.seats', keys: ['hall=0cc175b9-c0f1-b6a8-31c3-99e269772661, place=900'] }]);
});
