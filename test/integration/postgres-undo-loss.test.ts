import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { lackingIn } from '../../src/providers/postgres/lacking.js';
import { addressOf } from '../../src/providers/postgres/server.js';
import { measureLoss } from '../../src/providers/postgres/loss.js';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import { derivedName } from '../../src/providers/postgres/names.js';
import provider from '../../src/providers/postgres/index.js';
import type { State } from '../../src/providers/postgres/state.js';
import type { Change } from '../../src/engine/change.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { SALVAGE_TABLES, writeRandomly } from '../support/salvage-world.js';

/** Law 10: what a plan of an undo says of lost rows is what production holds and the database that returns does not. */
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
  database = `undoloss${(round += 1)}`;
  ctx = testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: await server.createDatabase(database) } });
  config = schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}' });
  await sql(`CREATE TABLE payments (id int PRIMARY KEY, note text);
             CREATE TABLE events (id int, note text);
             INSERT INTO payments SELECT i, 'base' FROM generate_series(1, 40) i;
             INSERT INTO events SELECT i % 5, 'base' FROM generate_series(1, 40) i`);
});
afterAll(() => server.stop());

const sql = (text: string): Promise<Record<string, unknown>[]> => server.query(database, text);
const kept = (nth = 1): string => derivedName(database, 'before', SNAPSHOT) + (nth === 1 ? '' : `_${nth}`);
const pay = (from: number, count: number): Promise<unknown> =>
  sql(`INSERT INTO payments SELECT i, 'paid' FROM generate_series(${from}, ${from + count - 1}) i`);

interface Taken {
  readonly saved: State;
  readonly payloads: MemoryPayloads;
}

async function snapshot(): Promise<Taken> {
  const payloads = new MemoryPayloads();
  return { saved: await provider.capture(config, ctx, payloads), payloads };
}

/** Names the database that has the name now; a later undo returns to it. */
async function here(): Promise<Taken> {
  const saved = await provider.capabilities?.reference?.(config, ctx);
  if (saved === undefined) throw new Error('no reference');
  return { saved, payloads: new MemoryPayloads() };
}

const planOf = async ({ saved }: Taken): Promise<Change> => {
  const live = await provider.capture(config, ctx, new MemoryPayloads('compare', saved));
  const [change, ...others] = provider.plan(saved, live);
  if (change === undefined || others.length > 0) throw new Error('not one change');
  return change;
};

async function go(to: Taken): Promise<Change> {
  const change = await planOf(to);
  await provider.apply(config, change, ctx, to.payloads);
  return change;
}

const risks = ({ dataAtRisk = [] }: Change): string[] =>
  dataAtRisk.map(({ what, rows, note }) => `${rows ?? '?'} ${what} (${note ?? ''})`);
const lacking = (rows: number, table: string, name: string): string =>
  `${rows} public.${table} (exact: "${name}" does not hold them; kept aside)`;

test('the undo of an undo, and the next undo, count the rows that leave production again', async () => {
  const taken = await snapshot();
  await pay(100, 5);
  const before = await here();
  await go(taken);
  await pay(200, 24);
  const restored = await here();

  const undo = await go(before);
  expect(risks(undo)).toEqual(['24 public.payments (exact: written since the database took this name; kept aside)']);
  const redo = await go(restored);
  expect(risks(redo)).toEqual([lacking(5, 'payments', kept(2))]);

  const again = await planOf(before);
  expect(risks(again)).toEqual([lacking(24, 'payments', kept())]);
  expect(again.confirm).toBe(database);
  expect(again.warnings).toContain(
    `What "${database}" holds and "${kept()}" does not will be missing from it; the present database is kept.`,
  );
  expect(await measureLoss(config, before.saved, ctx, 5)).toMatchObject({
    losses: [{ table: 'public.payments', written: 24, certainty: 'exact' }],
    examples: [],
  });
});

/** Production is `restored`, brought back by the undo of an undo; the database from before the rollback is `kept(…)`. */
async function twice(before: () => Promise<unknown>, after: () => Promise<unknown>): Promise<Taken> {
  const taken = await snapshot();
  await before();
  const old = await here();
  await go(taken);
  await after();
  const restored = await here();
  await go(old);
  await go(restored);
  return old;
}

/** SQL's EXCEPT ALL, counted across two databases. */
async function surplus(of: string, than: string, table: string): Promise<number> {
  const rows = async (name: string): Promise<string[]> =>
    (await server.query(name, `SELECT t::text AS row FROM ${table} t`)).map(({ row }) => String(row));
  const left = new Map<string, number>();
  for (const row of await rows(than)) left.set(row, (left.get(row) ?? 0) + 1);
  return (await rows(of)).filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  }).length;
}

test('random writes on both sides: every table is counted as EXCEPT ALL counts it', async () => {
  await sql(SALVAGE_TABLES);
  const write = (from: number, seed: number): Promise<void> =>
    writeRandomly(server, database, { from, count: 400, seed });
  const old = await twice(
    () => write(1000, 3),
    () => write(1_000_000, 5),
  );
  const change = await planOf(old);
  const expected: Record<string, number> = {};
  for (const table of ['members', 'orders', 'teams', 'users', 'visits']) {
    expected[`public.${table}`] = await surplus(database, kept(), table);
  }
  expect(Math.min(...Object.values(expected))).toBeGreaterThan(10);
  expect(Object.fromEntries((change.dataAtRisk ?? []).map(({ what, rows }) => [what, rows]))).toEqual(expected);
  expect((change.dataAtRisk ?? []).every(({ note }) => note?.startsWith('exact: '))).toBe(true);
});

test('equal rows without a key, another column, another type, a table of its own and large objects are counted', async () => {
  const old = await twice(
    () => sql(`ALTER TABLE payments DROP note; ALTER TABLE events ALTER id TYPE bigint; DROP TABLE IF EXISTS extra`),
    () =>
      sql(`INSERT INTO events SELECT 3, 'base' FROM generate_series(1, 6);
           UPDATE payments SET note = NULL WHERE id <= 10;
           CREATE TABLE extra (id int); INSERT INTO extra VALUES (1), (2); CREATE TABLE empty ();
           SELECT lo_from_bytea(0, 'a'), lo_from_bytea(0, 'b')`),
  );
  const aside = `"${kept()}" does not hold them`;
  expect(risks(await planOf(old))).toEqual([
    `6 public.events (at most: ${aside} (other type of column id); kept aside)`,
    `2 public.extra (at most: ${aside} (it has no table of this name); kept aside)`,
    `30 public.payments (exact: ${aside} (it has no column note: 30 values); kept aside)`,
    `2 large objects (exact: ${aside}; kept aside)`,
  ]);
});

test('a row that the other one lacks counts once, also with a value in a column that the other one lacks', async () => {
  const old = await twice(
    () => sql(`ALTER TABLE payments DROP note`),
    () => pay(100, 7),
  );
  const all = await server.query(database, 'SELECT FROM payments');
  const [risk, ...others] = (await planOf(old)).dataAtRisk ?? [];
  expect(others).toEqual([]);
  expect(risk).toMatchObject({ what: 'public.payments', rows: all.length });
  expect(risk?.note).toMatch(/^exact: .* \(it has no column note: \d+ values\); kept aside$/);
});

test('the first undo after a restore counts large objects too, which are all that was written', async () => {
  const taken = await snapshot();
  await pay(100, 5);
  const old = await here();
  await go(taken);
  await sql(`SELECT lo_from_bytea(0, 'a'), lo_from_bytea(0, 'b')`);
  expect(risks(await planOf(old))).toEqual([`2 large objects (exact: "${kept()}" does not hold them; kept aside)`]);
});

test('rows that both databases hold leave nothing: a salvage carried them over', async () => {
  const old = await twice(
    () => pay(100, 5),
    () => pay(100, 5),
  );
  expect(risks(await planOf(old))).toEqual([]);
});

test('an undo of an older rollback counts what the newer one restored and the oldest database never held', async () => {
  const first = await snapshot();
  await pay(100, 5);
  const oldest = await here();
  await go(first);
  await pay(200, 24);
  ctx = testContext({ snapshotId: '20260102T000000Z-test00', env: { DATABASE_URL: server.url(database) } });
  const second = await snapshot();
  await sql('DELETE FROM payments WHERE id > 30');
  await go(second);
  await pay(300, 2);
  expect(risks(await planOf(oldest))).toEqual([lacking(26, 'payments', kept())]);
});

test('a kept database that cannot be read: nothing is claimed, and the loss must be confirmed', async () => {
  const old = await twice(
    () => pay(100, 5),
    () => pay(200, 24),
  );
  await server.query('postgres', `ALTER DATABASE "${kept()}" ALLOW_CONNECTIONS false`);
  const closed = await planOf(old);
  expect(risks(closed)).toEqual([
    `? database "${database}" (unknown: it could not be compared with "${kept()}": it accepts no connections)`,
  ]);
  expect(closed.confirm).toBe(database);
});

test('a cancelled run ends the comparison at once, and leaves no session that reads on', async () => {
  await server.createDatabase(kept());
  await server.query(kept(), 'CREATE TABLE payments (id int)');
  const holder = new Client(server.url(kept()));
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE payments');
  const controller = new AbortController();
  const cancelled = { ...ctx, signal: controller.signal };
  const comparing = lackingIn(cancelled, addressOf(config, ctx), kept());
  const waits = `SELECT FROM pg_stat_activity WHERE datname = '${kept()}' AND wait_event_type = 'Lock'`;
  while ((await server.query('postgres', waits)).length === 0) await sleep(20);
  const at = Date.now();
  controller.abort();
  await expect(comparing).rejects.toMatchObject({ code: 'cancelled' });
  expect(Date.now() - at).toBeLessThan(10_000);
  expect(await server.query('postgres', waits)).toEqual([]);
  await holder.end();
});

test('the same type with another precision: equal values have other texts, so the number is no exact one', async () => {
  const old = await twice(
    () => sql(`CREATE TABLE prices (amount numeric(10, 4)); INSERT INTO prices VALUES (1)`),
    () => sql(`CREATE TABLE prices (amount numeric(10, 2)); INSERT INTO prices VALUES (1)`),
  );
  expect(risks(await planOf(old))).toEqual([
    `1 public.prices (at most: "${kept()}" does not hold them (other type of column amount); kept aside)`,
  ]);
});

test('somebody holds a lock in the kept database: a cancelled run ends, the plan does not wait for ever', async () => {
  const taken = await snapshot();
  await pay(100, 5);
  const old = await here();
  await go(taken);
  const holder = new Client(server.url(kept()));
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE payments');
  const controller = new AbortController();
  const cancelled = { ...ctx, signal: controller.signal };
  const reading = provider.capture(config, cancelled, new MemoryPayloads('compare', old.saved));
  const waits = `SELECT FROM pg_stat_activity WHERE datname = '${kept()}' AND wait_event_type = 'Lock'`;
  while ((await server.query('postgres', waits)).length === 0) await sleep(20);
  const at = Date.now();
  controller.abort();
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  expect(Date.now() - at).toBeLessThan(5000);

  expect((await planOf(old)).warnings).toContain(
    `"${kept()}" is not as it was put aside: it cannot be looked into: canceling statement due to lock timeout.`,
  );
  await holder.end();
}, 40_000);
