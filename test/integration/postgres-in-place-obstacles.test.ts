import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import provider from '../../src/providers/postgres/index.js';
import type { State } from '../../src/providers/postgres/state.js';
import type { Change } from '../../src/engine/change.js';
import type { Finding } from '../../src/runtime/finding.js';
import { compare, configOf, contextOf } from '../support/in-place.js';
import type { TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

const IMPOSSIBLE = 'database-in-place-impossible';
let server: TestPostgres;
let round = 0;
/** As a plan calls the preflight. */
const NO_PAYLOADS = null;
/** A database, and an application's role that owns its tables but may not create databases. */
let database: string;
let url: string;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function fresh(): Promise<{ ctx: TestContext; config: ReturnType<typeof configOf> }> {
  database = `obstacle${(round += 1)}`;
  await server.createDatabase(database);
  await server.query(
    database,
    `CREATE ROLE app${round} LOGIN PASSWORD 'app-password-1'; ALTER DATABASE ${database} OWNER TO app${round}`,
  );
  const address = new URL(server.url(database));
  address.username = `app${round}`;
  address.password = 'app-password-1';
  url = address.href;
  await asApp('CREATE TABLE mine (i int); INSERT INTO mine VALUES (1)');
  return { ctx: contextOf(url), config: configOf(server) };
}

async function asApp(sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const impossible = (findings: readonly Finding[] | undefined): string[] =>
  (findings ?? []).filter(({ code }) => code === IMPOSSIBLE).map(({ message }) => message);

async function snapshot(ctx: TestContext, config: ReturnType<typeof configOf>) {
  const payloads = new MemoryPayloads();
  return { payloads, saved: await provider.capture(config, ctx, payloads) };
}

async function changesOf(ctx: TestContext, config: ReturnType<typeof configOf>, saved: State): Promise<Change[]> {
  return provider.plan(saved, await provider.capture(config, ctx, compare()));
}

test('an owner without CREATEDB restores in place what is its own, beside an extension of a superuser', async () => {
  const { ctx, config } = await fresh();
  const extension = (await server.query(database, `SELECT 1 FROM pg_available_extensions WHERE name = 'hstore'`))
    .length;
  if (extension > 0) await server.query(database, `CREATE EXTENSION hstore; COMMENT ON EXTENSION hstore IS 'ours'`);
  const { payloads, saved } = await snapshot(ctx, config);
  await asApp('DELETE FROM mine; CREATE TABLE later (i int)');
  const changes = await changesOf(ctx, config, saved);
  expect(impossible(await provider.check(config, ctx))).toEqual([]);
  expect(await provider.preflight?.(config, changes, ctx, payloads)).toEqual([]);
  for (const change of changes) await provider.apply(config, change, ctx, payloads);
  expect(await changesOf(ctx, config, saved)).toEqual([]);
  expect(await server.query(database, 'SELECT i FROM mine')).toEqual([{ i: 1 }]);
});

test.each([
  [
    'a table of another role',
    'CREATE TABLE theirs (i int); GRANT SELECT ON theirs TO PUBLIC',
    /what other roles own: rows of public\.theirs, table public\.theirs/,
  ],
  ['a publication', 'CREATE PUBLICATION news', /publication news/],
  ['a schema', 'CREATE SCHEMA theirs', /schema theirs/],
  ['a large object', `SELECT lo_from_bytea(77, 'x'); GRANT SELECT ON LARGE OBJECT 77 TO PUBLIC`, /large object 77/],
  [
    'an event trigger',
    `CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; ALTER FUNCTION f() OWNER TO APP;
     CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION f()`,
    /event trigger watch/,
  ],
])('%s that this user may not replace: told by check, and before the first change', async (_name, sql, message) => {
  const { ctx, config } = await fresh();
  await server.query(database, sql.replaceAll('APP', `app${round}`));
  const { payloads, saved } = await snapshot(ctx, config);
  await asApp('DELETE FROM mine');
  expect(impossible(await provider.check(config, ctx))).toEqual([expect.stringMatching(message)]);
  const changes = await changesOf(ctx, config, saved);
  // The approver reads it too.
  expect(changes[0]?.warnings).toContainEqual(expect.stringMatching(message));
  expect(impossible(await provider.preflight?.(config, changes, ctx, payloads))[0]).toMatch(message);
});

test('an extension that a superuser created since, and a role that is gone: told before the first change', async () => {
  const { ctx, config } = await fresh();
  const { payloads, saved } = await snapshot(ctx, config);
  await asApp('DELETE FROM mine');
  await server.query(
    'postgres',
    `ALTER ROLE app${round} RENAME TO other${round}; ALTER ROLE other${round} PASSWORD 'app-password-1'`,
  );
  const now = contextOf(url.replace(`app${round}`, `other${round}`));
  const changes = await changesOf(now, config, saved);
  const gone = expect.objectContaining({
    level: 'error',
    code: 'database-permission',
    message: expect.stringContaining(`no role "app${round}" any more`),
  });
  // Before the approval no payload is open.
  expect(await provider.preflight?.(config, changes, now, NO_PAYLOADS)).toEqual([gone]);
  expect(await provider.preflight?.(config, changes, now, payloads)).toEqual([gone]);
  await server.query('postgres', `CREATE ROLE app${round}`);
  expect(impossible(await provider.preflight?.(config, changes, now, payloads))).toEqual([
    expect.stringContaining(`roles that this user does not belong to: app${round}`),
  ]);
});

test('more locks than the server has room for: told by check, with the setting; nothing is begun', async () => {
  const { ctx, config } = await fresh();
  await asApp(
    `DO $$ BEGIN FOR i IN 1..2000 LOOP EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, t text)', i); END LOOP; END $$`,
  ).catch(
    // One transaction cannot create them either.
    async () => {
      for (let from = 0; from < 2000; from += 500) {
        await asApp(
          `DO $$ BEGIN FOR i IN ${from + 1}..${from + 500} LOOP EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, t text)', i); END LOOP; END $$`,
        );
      }
    },
  );
  const findings = await provider.check(config, ctx);
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: IMPOSSIBLE,
      message: expect.stringContaining('needs more locks in one transaction than the server has room for'),
      remedy: expect.stringMatching(/max_locks_per_transaction to at least \d+ .*needed: about \d+ locks, room: \d+/),
    }),
  );
});

test('a subscription: told by check', async () => {
  const { ctx, config } = await fresh();
  await server.query(
    database,
    `CREATE SUBSCRIPTION copy CONNECTION 'host=nowhere.invalid' PUBLICATION news WITH (connect = false)`,
  );
  expect(impossible(await provider.check(config, ctx))).toEqual([
    expect.stringContaining('subscriptions of this database: copy'),
  ]);
  await server.query(database, `ALTER SUBSCRIPTION copy SET (slot_name = NONE)`);
  await server.query(database, `DROP SUBSCRIPTION copy`);
});
