import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { measureLoss } from '../../src/providers/postgres/loss.js';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import { derivedName } from '../../src/providers/postgres/names.js';
import provider from '../../src/providers/postgres/index.js';
import type { State } from '../../src/providers/postgres/state.js';
import type { Change } from '../../src/engine/change.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

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
