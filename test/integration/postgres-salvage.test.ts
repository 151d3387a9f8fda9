import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SalvagedTable, SalvageFacts } from '../../src/engine/salvage.js';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import { derivedName } from '../../src/providers/postgres/names.js';
import provider from '../../src/providers/postgres/index.js';
import { salvage } from '../../src/providers/postgres/salvage/index.js';
import type { State } from '../../src/providers/postgres/state.js';
import { salvageText } from '../../src/report/salvage-text.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { contentsOf, SALVAGE_TABLES, writeRandomly } from '../support/salvage-world.js';

const SNAPSHOT = '20260101T000000Z-test00';
const WRITES = Number(process.env.REWIND_TEST_WRITES ?? 1000);
let server: TestPostgres;
let round = 0;
let database: string;
let ctx: TestContext;
let config: Config;

beforeAll(async () => {
  server = await startPostgres();
});
beforeEach(async () => {
  database = `salvage${(round += 1)}`;
  ctx = testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: await server.createDatabase(database) } });
  config = schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}' });
});
afterAll(() => server.stop());

const sql = (text: string): Promise<Record<string, unknown>[]> => server.query(database, text);
const kept = (): string => derivedName(database, 'before', SNAPSHOT);

async function snapshot(): Promise<{ saved: State; payloads: MemoryPayloads }> {
  const payloads = new MemoryPayloads();
  return { saved: await provider.capture(config, ctx, payloads), payloads };
}

async function restore({ saved, payloads }: Awaited<ReturnType<typeof snapshot>>): Promise<void> {
  const live = await provider.capture(config, ctx, new MemoryPayloads('compare', saved));
  for (const change of provider.plan(saved, live)) await provider.apply(config, change, ctx, payloads);
}

/** Names the database that has the name now. */
async function reference(): Promise<State> {
  const state = await provider.capabilities?.reference?.(config, ctx);
  if (state === undefined) throw new Error('no reference');
  return state;
}

async function plan(
  { saved, payloads }: Awaited<ReturnType<typeof snapshot>>,
  deletions = false,
): Promise<{ facts: SalvageFacts; lines: string[] }> {
  const lines: string[] = [];
  const facts = await salvage.plan(config, saved, ctx, payloads, deletions, async (line) => void lines.push(line));
  return { facts, lines };
}

async function* stream(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const apply = ({ facts, lines }: { facts: SalvageFacts; lines: string[] }): Promise<SalvagedTable[]> =>
  salvage.apply(config, facts, ctx, stream(lines), async () => undefined);

const contents = (name: string): Promise<Map<string, string>> => contentsOf(server, name);
const writeAll = (from: number, count: number, seed: number): Promise<void> =>
  writeRandomly(server, database, { from, count, seed });

test(`${WRITES} random writes, then a restore, then writes on the restored side: production ends as the merge of both logs`, async () => {
  await sql(SALVAGE_TABLES);
  const taken = await snapshot();
  const base = await contents(database);
  await writeAll(1000, WRITES, 7);
  await restore(taken);
  expect(await contents(database)).toEqual(base);
  await writeAll(1_000_000, Math.ceil(WRITES / 10), 11);
  const made = await mergesBoth(taken, base);
  expect(made.facts.skipped).toMatchObject([{ table: 'public.visits', reason: 'it has no primary key' }]);
  // The next order gets an id that neither side has used.
  await sql(`INSERT INTO orders (usr) VALUES (NULL); INSERT INTO teams (name) VALUES ('next')`);

  // Twice is once: the same plan again, and a new plan.
  const after = await contents(database);
  for (const each of await apply(made))
    expect(each).toMatchObject({ inserted: 0, updated: 0, deleted: 0, refused: {} });
  expect(await contents(database)).toEqual(after);
  const again = await plan(taken, true);
  for (const each of again.facts.tables) expect(each).toMatchObject({ insert: 0, update: 0, delete: 0 });
});

test('writes before the restore, after it, and after its undo: production ends as the merge, also after the undo of the undo', async () => {
  await sql(SALVAGE_TABLES);
  const taken = await snapshot();
  const base = await contents(database);
  await writeAll(1000, 200, 3);
  const before = await reference();
  await restore(taken);
  await writeAll(1_000_000, 200, 5);
  const after = await reference();
  await restore({ ...taken, saved: before });
  await writeAll(2_000_000, 40, 9);
  const made = await mergesBoth(taken, base);
  expect(made.facts).toMatchObject({ since: 'undo', snapshot: SNAPSHOT, warnings: [] });

  // The restored database has the name again, and the original one is aside, with more rows.
  await writeAll(3_000_000, 40, 13);
  await restore({ ...taken, saved: after });
  await expect(apply(made)).rejects.toMatchObject({ code: 'plan-drift' });
  const redone = await mergesBoth(taken, base);
  expect(redone.facts.since).toBe('undo');

  // Without it there is nothing to compare with.
  await server.query('postgres', `DROP DATABASE ${redone.facts.kept.name}`);
  await expect(plan(taken)).rejects.toMatchObject({
    code: 'salvage-nothing-kept',
    message: expect.stringContaining('The database that it put aside, if there was one, does not exist any more.'),
  });
});

/** Carries over what the kept database has, and compares production with a merge of rows by key. */
async function mergesBoth(
  taken: Awaited<ReturnType<typeof snapshot>>,
  base: ReadonlyMap<string, string>,
): Promise<Awaited<ReturnType<typeof plan>>> {
  const made = await plan(taken, true);
  const [theirs, ours] = [await contents(made.facts.kept.name), await contents(database)];
  const outcome = await apply(made);
  let table = '';
  const listed = new Set(
    made.lines.flatMap((line) => {
      const parsed = JSON.parse(line) as { table?: string; conflict?: string[]; withdraw?: string[] };
      table = parsed.table?.replace('public.', '') ?? table;
      const key = parsed.conflict ?? parsed.withdraw;
      return key === undefined ? [] : [`${table}/${key.join(',')}`];
    }),
  );
  const expected = new Map<string, string>();
  const conflicts: string[] = [];
  for (const key of new Set([...base.keys(), ...theirs.keys(), ...ours.keys()])) {
    const [b, t, o] = [base.get(key), theirs.get(key), ours.get(key)];
    const takeTheirs = t !== b && o === b;
    if (t !== b && o !== b && t !== o && t !== undefined) conflicts.push(key);
    const value = takeTheirs ? t : o;
    if (value !== undefined) expected.set(key, value);
  }
  expect(conflicts.length).toBeGreaterThan(10);
  expect(await contents(database)).toEqual(expected);
  expect([...listed].sort()).toEqual(conflicts.sort());
  expect(outcome.map(({ conflicts: left, refused }) => [left, refused])).toEqual(outcome.map(() => [0, {}]));
  return made;
}

describe('rows that do not fit', () => {
  const UNIQUE = 'another row holds its unique value, or a trigger left it out';
  const SHOP = `
    CREATE TABLE users (id int PRIMARY KEY, email varchar(20) UNIQUE);
    CREATE TABLE orders (id int PRIMARY KEY, usr int REFERENCES users, note text);
    INSERT INTO users SELECT i, 'u' || i FROM generate_series(1, 9) i;
    INSERT INTO orders SELECT i, i, 'n' FROM generate_series(1, 5) i`;

  test('a missing parent, a taken unique value, a value too long: these rows stay out, all others are carried over', async () => {
    await sql(SHOP);
    const taken = await snapshot();
    await sql(`ALTER TABLE users ALTER email TYPE text, ADD COLUMN phone text;
               INSERT INTO users VALUES (20, 'taken', '1'), (21, 'fine', '2'), (22, repeat('x', 30), '3');
               INSERT INTO orders VALUES (30, 9, 'parent goes'), (31, 21, 'fine'), (32, 22, 'parent is refused');
               UPDATE users SET email = 'u-new' WHERE id = 2`);
    await restore(taken);
    await sql(`DELETE FROM users WHERE id = 9; INSERT INTO users VALUES (40, 'taken')`);
    const made = await plan(taken);
    expect(made.facts.tables.find(({ table }) => table === 'public.users')?.notes).toEqual([
      'production has no column phone: its values stay behind',
      'column email is text there and character varying(20) here',
    ]);
    expect(await apply(made)).toMatchObject([
      { table: 'public.users', inserted: 1, updated: 1, conflicts: 0, refused: { 'SQLSTATE 22001': 1, [UNIQUE]: 1 } },
      { table: 'public.orders', inserted: 1, refused: { 'constraint orders_usr_fkey': 2 } },
    ]);
    expect(await sql('SELECT id, email FROM users WHERE id > 9 OR id = 2 ORDER BY 1')).toEqual([
      { id: 2, email: 'u-new' },
      { id: 21, email: 'fine' },
      { id: 40, email: 'taken' },
    ]);
  });

  test('a row written between plan and approval, and one deleted in production, are not overwritten', async () => {
    await sql(SHOP);
    const taken = await snapshot();
    await sql(`UPDATE orders SET note = 'kept' WHERE id IN (1, 2, 3); INSERT INTO orders VALUES (50, 1, 'kept')`);
    await restore(taken);
    await sql('DELETE FROM orders WHERE id = 3');
    const made = await plan(taken);
    expect(made.facts.tables).toMatchObject([{ insert: 1, update: 2, conflicts: { 'deleted-here': 1 } }]);
    await sql(`UPDATE orders SET note = 'live' WHERE id = 2`);
    expect(await apply(made)).toMatchObject([{ inserted: 1, updated: 1, conflicts: 1 }]);
    expect(await sql('SELECT id, note FROM orders ORDER BY id')).toEqual([
      { id: 1, note: 'kept' },
      { id: 2, note: 'live' },
      { id: 4, note: 'n' },
      { id: 5, note: 'n' },
      { id: 50, note: 'kept' },
    ]);
    await server.query('postgres', `COMMENT ON DATABASE ${database} IS NULL`);
    await expect(apply(made)).rejects.toMatchObject({ code: 'salvage-nothing-kept' });
  });

  test('rows deleted in the kept database are counted, and found and deleted only on request', async () => {
    await sql(SHOP);
    const taken = await snapshot();
    await sql('DELETE FROM orders WHERE id IN (1, 2); DELETE FROM users WHERE id = 1');
    await restore(taken);
    await sql(`UPDATE orders SET note = 'live' WHERE id = 2`);
    const careful = await plan(taken);
    expect(careful.facts.tables).toMatchObject([
      { table: 'public.users', delete: 1 },
      { table: 'public.orders', delete: 2 },
    ]);
    expect(careful.lines.filter((line) => line.includes('delete'))).toEqual([]);
    await apply(careful);
    expect(await sql('SELECT count(*)::int AS n FROM orders')).toEqual([{ n: 5 }]);
    await apply(await plan(taken, true));
    expect(await sql('SELECT id FROM orders ORDER BY id')).toEqual([{ id: 2 }, { id: 3 }, { id: 4 }, { id: 5 }]);
    expect(await sql('SELECT count(*)::int AS n FROM users')).toEqual([{ n: 8 }]);
  });
});

test('a table that the migration rewrote: only rows that differ are carried over', async () => {
  await sql(
    `CREATE TABLE fans (id int PRIMARY KEY, n int); INSERT INTO fans SELECT i, i FROM generate_series(1, 30000) i`,
  );
  const taken = await snapshot();
  await sql(`ALTER TABLE fans ALTER n TYPE bigint; UPDATE fans SET n = -1 WHERE id % 3000 = 0;
             INSERT INTO fans VALUES (40000, 1); DELETE FROM fans WHERE id = 5`);
  await restore(taken);
  await sql('UPDATE fans SET n = 7 WHERE id = 3000');
  const made = await plan(taken);
  expect(made.facts.tables).toMatchObject([{ insert: 1, update: 9, delete: 1, conflicts: { 'both-wrote': 1 } }]);
  expect(made.lines.length).toBeLessThan(20);
  expect(await apply(made)).toMatchObject([{ inserted: 1, updated: 9, conflicts: 0 }]);
});

test('odd names: a schema with a dot, quoted tables and columns, keys with tabs; deleted keys are told from new ones', async () => {
  const name = `"odd.schema"."Big ""Table"""`;
  await sql(
    `CREATE SCHEMA "odd.schema"; CREATE TABLE ${name} ("rewind_hash" int, "Key, ""of" text, "to" text, n int, PRIMARY KEY ("to", "Key, ""of"));
     INSERT INTO ${name} SELECT i, E'a\\tb\\\\' || i, E'x\\ny\\u2028' || i, 0 FROM generate_series(1, 9) i`,
  );
  const taken = await snapshot();
  await sql(
    `UPDATE ${name} SET n = 1 WHERE rewind_hash < 3; INSERT INTO ${name} VALUES (20, E'\\t', E'\\n', 1); DELETE FROM ${name} WHERE rewind_hash = 8`,
  );
  await restore(taken);
  await sql(`DELETE FROM ${name} WHERE rewind_hash = 1`);
  // As if the server had been upgraded since the snapshot: the client of its former version is gone.
  const upgraded = { ...taken.saved, serverMajor: taken.saved.serverMajor - 1 };
  const made = await plan({ ...taken, saved: upgraded }, true);
  expect(made.facts.tables).toMatchObject([{ insert: 1, update: 1, delete: 1, conflicts: { 'deleted-here': 1 } }]);
  expect(await apply(made)).toMatchObject([{ inserted: 1, updated: 1, deleted: 1 }]);
  expect(await sql(`SELECT rewind_hash AS h, n FROM ${name} ORDER BY 1`)).toEqual(
    [2, 3, 4, 5, 6, 7, 9, 20].map((h) => ({ h, n: h === 2 || h === 20 ? 1 : 0 })),
  );
});

test('keys of an enum: only the row that was deleted in the kept database is deleted', async () => {
  // The server hashes a value of an enum by its OID, which each database gives anew.
  await sql(
    `CREATE TYPE size AS ENUM ('s', 'm', 'l'); CREATE TABLE stock (size size PRIMARY KEY, n int);
     INSERT INTO stock VALUES ('s', 1), ('m', 2), ('l', 3)`,
  );
  const taken = await snapshot();
  await sql(`DELETE FROM stock WHERE size = 's'`);
  await restore(taken);
  const made = await plan(taken, true);
  expect(made.facts.tables).toMatchObject([{ table: 'public.stock', delete: 1 }]);
  expect(await apply(made)).toMatchObject([{ deleted: 1 }]);
  expect(await sql('SELECT size::text FROM stock ORDER BY 1')).toEqual([{ size: 'l' }, { size: 'm' }]);
});

test.each(['inet', 'boolean', 'char(6)'])(
  'keys of type %s: a row that production deleted is a conflict, not a new row',
  async (type) => {
    const key = { inet: '10.0.0.1', boolean: 'true', 'char(6)': 'ab' }[type] ?? '';
    await sql(`CREATE TABLE hosts (k ${type} PRIMARY KEY, note text); INSERT INTO hosts VALUES ('${key}', 'base')`);
    const taken = await snapshot();
    await sql(`UPDATE hosts SET note = 'kept'`);
    await restore(taken);
    await sql('DELETE FROM hosts');
    expect((await plan(taken)).facts.tables).toMatchObject([{ insert: 0, conflicts: { 'deleted-here': 1 } }]);
  },
);

test('types with operators and casts of their own: the key of the index compares, and the values are what the server writes', async () => {
  await sql(
    `CREATE EXTENSION ltree; CREATE EXTENSION citext; CREATE TYPE level AS ENUM ('low', 'high');
     CREATE FUNCTION shown(level) RETURNS text LANGUAGE sql AS $$ SELECT 'Level: ' || enum_out($1)::text $$;
     CREATE CAST (level AS text) WITH FUNCTION shown(level);
     CREATE TABLE trees (path ltree PRIMARY KEY, n int); CREATE TABLE names (name citext PRIMARY KEY, level level);
     CREATE TABLE levels (level level PRIMARY KEY, n int);
     CREATE TABLE derived (i int, k text GENERATED ALWAYS AS (i::text) STORED PRIMARY KEY);
     INSERT INTO trees VALUES ('a.b', 1); INSERT INTO names VALUES ('Ada', 'low')`,
  );
  const taken = await snapshot();
  await sql(
    `UPDATE trees SET n = 2; INSERT INTO trees VALUES ('a.c', 3); UPDATE names SET name = 'ADA', level = 'high';
     INSERT INTO levels VALUES ('high', 1); INSERT INTO derived VALUES (1)`,
  );
  await restore(taken);
  const made = await plan(taken);
  expect(made.facts.skipped).toEqual([
    { table: 'public.derived', reason: 'its primary key has a generated column', rows: 1 },
  ]);
  await apply(made);
  expect(await sql('SELECT path::text, n FROM trees ORDER BY 1')).toEqual([
    { path: 'a.b', n: 2 },
    { path: 'a.c', n: 3 },
  ]);
  expect(await sql('SELECT enum_out(level)::text AS level, n FROM levels')).toEqual([{ level: 'high', n: 1 }]);
  expect(await sql('SELECT name::text, enum_out(level)::text AS level FROM names')).toEqual([
    { name: 'Ada', level: 'high' },
  ]);
});

test('settings of the database that write or read values in another way: the same values, and the second run finds them', async () => {
  // Some servers are built without XML.
  const type = await sql(`SELECT '<a/>'::xml IS DOCUMENT`).then(
    () => 'xml',
    () => 'text',
  );
  await sql(`CREATE TABLE odd (id int PRIMARY KEY, b bytea, a text[], x ${type})`);
  const taken = await snapshot();
  await sql(`INSERT INTO odd VALUES (1, '\\x00ff', ARRAY[NULL, 'NULL'], 'a<b/>c')`);
  await restore(taken);
  for (const setting of ['bytea_output = escape', 'array_nulls = off', 'xmloption = document'])
    await server.query('postgres', `ALTER DATABASE ${database} SET ${setting}`);
  const made = await plan(taken);
  expect(await apply(made)).toMatchObject([{ inserted: 1, refused: {} }]);
  expect(await apply(made)).toMatchObject([{ inserted: 0, present: 1, conflicts: 0 }]);
  expect(await sql(`SELECT encode(b, 'hex') AS b, a, x::text AS x FROM odd`)).toEqual([
    { b: '00ff', a: [null, 'NULL'], x: 'a<b/>c' },
  ]);
});

test('rows that are only counted are not called "no row"; sessions that are read-only by default carry rows over', async () => {
  await sql('CREATE TABLE visits (page text); CREATE TABLE fans (id int PRIMARY KEY)');
  const taken = await snapshot();
  await sql(`INSERT INTO visits VALUES ('a')`);
  await restore(taken);
  const counted = salvageText((await plan(taken)).facts);
  expect(counted).toContain('public.visits: 1 row is only counted');
  expect(counted).not.toContain('No row is missing');
  await server.query(kept(), 'INSERT INTO fans VALUES (1)');
  const made = await plan(taken);
  await server.query('postgres', `ALTER DATABASE ${database} SET default_transaction_read_only = on`);
  expect(await apply(made)).toMatchObject([{ inserted: 1 }]);
});

test('what the server refuses while it compares is said as it is, and is no bug in Rewind', async () => {
  await sql('CREATE TABLE fans (id int PRIMARY KEY)');
  const taken = await snapshot();
  await sql('INSERT INTO fans VALUES (1)');
  await restore(taken);
  await server.query(kept(), "CREATE ROLE reader LOGIN PASSWORD 'reader-password-1'");
  const url = new URL(server.url(database));
  [url.username, url.password] = ['reader', 'reader-password-1'];
  ctx = testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: url.href } });
  await expect(plan(taken)).rejects.toMatchObject({
    code: 'database-permission',
    message: expect.stringContaining('permission denied for table fans'),
  });
});
