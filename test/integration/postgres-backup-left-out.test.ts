import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import provider from '../../src/providers/postgres/index.js';
import { config as schema } from '../../src/providers/postgres/config.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { makeRepository } from '../support/repository.js';

let server: TestPostgres;
let root: string;
const config = () =>
  schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}', 'client-bin': server.binDir });
const backupUrl = (): string => server.url('shop').replace(/\/\/.*@/, '//backup:secret-of-backup@');

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'rewind-left-out-'));
  server = await startPostgres();
  await server.createDatabase('shop');
  await server.query(
    'shop',
    `CREATE ROLE backup LOGIN PASSWORD 'secret-of-backup' IN ROLE pg_read_all_data;
     CREATE TABLE fans (id int PRIMARY KEY, friend int REFERENCES fans);
     CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
     ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
     CREATE FOREIGN DATA WRAPPER wrapper; CREATE SERVER elsewhere FOREIGN DATA WRAPPER wrapper;
     CREATE ROLE app; CREATE USER MAPPING FOR app SERVER elsewhere OPTIONS (user 'u', password 'p');
     CREATE USER MAPPING FOR backup SERVER elsewhere; GRANT USAGE ON FOREIGN SERVER elsewhere TO backup`,
  );
  await server.query(
    'shop',
    `CREATE SUBSCRIPTION feed CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false)`,
  );
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

test('what this user cannot dump is in the state, in the log, and in the plan', async () => {
  const ctx = testContext({ env: { DATABASE_URL: backupUrl() } });
  const saved = await provider.capture(config(), ctx, new MemoryPayloads());
  const mapping = expect.stringMatching(/user mapping for app on foreign server elsewhere/);
  const subscription = expect.stringMatching(/subscription feed/);
  expect(saved.leftOut).toEqual([mapping, subscription]);
  expect(ctx.lines.filter((line) => line.startsWith('warn'))).toEqual([mapping, subscription]);
  await server.query('shop', 'CREATE TABLE later (id int)');
  const live = await provider.capture(config(), ctx, new MemoryPayloads('compare'));
  const [change] = provider.plan(saved, live);
  expect(change?.warnings).toEqual(expect.arrayContaining([mapping, subscription]));
  await server.query('shop', 'DROP TABLE later');
});

test('check names it before there is a snapshot; a superuser misses nothing', async () => {
  const found = await provider.check(config(), testContext({ env: { DATABASE_URL: backupUrl() } }));
  expect(found.filter(({ code }) => code === 'database-not-dumped')).toHaveLength(2);
  const superuser = testContext({ env: { DATABASE_URL: server.url('shop') } });
  expect(await provider.check(config(), superuser)).not.toContainEqual(
    expect.objectContaining({ code: 'database-not-dumped' }),
  );
  // The tables of this database refer to each other in a circle: what pg_dump says of that is no loss.
  expect((await provider.capture(config(), superuser, new MemoryPayloads())).leftOut).toEqual([]);
});

test('materialized views that their owner could not fill again: named, and restored empty', async () => {
  await server.createDatabase('views');
  await server.query(
    'views',
    `CREATE ROLE seller; CREATE TABLE sales (id int, price int, secret text); INSERT INTO sales VALUES (1, 5, 'x');
     GRANT SELECT (id, price) ON sales TO seller; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
     CREATE TABLE guarded (id int); ALTER TABLE guarded ENABLE ROW LEVEL SECURITY; GRANT SELECT ON guarded TO seller;
     CREATE VIEW owned AS SELECT secret FROM sales; CREATE VIEW invoked WITH (security_invoker) AS SELECT secret FROM sales;
     GRANT SELECT ON owned, invoked TO seller; REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;
     CREATE MATERIALIZED VIEW allowed AS SELECT sum(price) FROM sales;
     CREATE MATERIALIZED VIEW by_owner AS SELECT * FROM owned;
     CREATE MATERIALIZED VIEW secrets AS SELECT secret FROM sales; CREATE MATERIALIZED VIEW later AS SELECT * FROM secrets;
     CREATE MATERIALIZED VIEW by_invoker AS SELECT * FROM invoked; CREATE MATERIALIZED VIEW calls AS SELECT f();
     CREATE MATERIALIZED VIEW rows_hidden AS SELECT * FROM guarded;
     CREATE MATERIALIZED VIEW empty AS SELECT secret FROM sales WITH NO DATA`,
  );
  for (const view of ['allowed', 'by_owner', 'secrets', 'by_invoker', 'calls', 'rows_hidden', 'empty'])
    await server.query('views', `ALTER MATERIALIZED VIEW ${view} OWNER TO seller`);
  const bad = ['by_invoker', 'calls', 'later', 'rows_hidden', 'secrets'];
  const named = bad.map((name) => expect.stringContaining(`materialized view public.${name},`));
  for (const restore of ['swap', 'in-place']) {
    const target = { ...config(), restore } as ReturnType<typeof config>;
    const ctx = testContext({ env: { DATABASE_URL: server.url('views') } });
    const found = await provider.check(target, ctx);
    expect(found.filter(({ code }) => code === 'database-not-dumped').map(({ message }) => message)).toEqual(named);
    const payloads = new MemoryPayloads();
    const saved = await provider.capture(target, ctx, payloads);
    expect(saved.leftOut).toEqual(named);
    const live = () => provider.capture(target, ctx, new MemoryPayloads('compare'));
    expect(provider.plan(saved, await live())).toEqual([]);
    await server.query('views', 'DELETE FROM sales');
    for (const change of provider.plan(saved, await live())) await provider.apply(target, change, ctx, payloads);
    expect(provider.plan(saved, await live())).toEqual([]);
    const views = `SELECT string_agg(relname, ' ' ORDER BY relname) AS names FROM pg_class WHERE relkind = 'm' AND NOT relispopulated`;
    expect(await server.query('views', views)).toEqual([{ names: 'by_invoker calls empty later rows_hidden secrets' }]);
    const refresh = (view: string) =>
      server.query('views', `SET row_security = off; REFRESH MATERIALIZED VIEW ${view}; RESET row_security`);
    for (const view of bad)
      await expect(refresh(view)).rejects.toThrow(/permission denied|row-level|not been populated/);
    for (const view of ['allowed', 'by_owner']) await refresh(view);
    // For the next way to restore: as a superuser, who may read everything.
    for (const view of ['secrets', 'later', 'by_invoker', 'calls', 'rows_hidden'])
      await server.query(
        'views',
        `ALTER MATERIALIZED VIEW ${view} OWNER TO CURRENT_USER; REFRESH MATERIALIZED VIEW ${view}; ${view === 'later' ? '' : `ALTER MATERIALIZED VIEW ${view} OWNER TO seller`}`,
      );
  }
});

test('large objects that this user may not read: named by check; a snapshot of them fails', async () => {
  await server.query(
    'shop',
    `SELECT lo_from_bytea(4001, 'of the owner'), lo_from_bytea(4002, 'granted'), lo_from_bytea(4003, 'public');
     GRANT SELECT ON LARGE OBJECT 4002 TO backup; GRANT SELECT ON LARGE OBJECT 4003 TO PUBLIC`,
  );
  const ctx = testContext({ env: { DATABASE_URL: backupUrl() } });
  const errors = async (of: typeof ctx): Promise<string[]> =>
    (await provider.check(config(), of)).map(({ message }) => message).filter((message) => /cannot read/.test(message));
  expect(await errors(ctx)).toEqual(['This user cannot read the large objects 4001: pg_dump refuses.']);
  expect(await errors(testContext({ env: { DATABASE_URL: server.url('shop') } }))).toEqual([]);
  await expect(provider.capture(config(), ctx, new MemoryPayloads())).rejects.toBeInstanceOf(Error);
  await server.query('shop', 'GRANT SELECT ON LARGE OBJECT 4001 TO backup');
  expect(await errors(ctx)).toEqual([]);
  expect((await provider.capture(config(), ctx, new MemoryPayloads())).largeObjects).not.toBeNull();
  await server.query('shop', 'SELECT lo_unlink(4001), lo_unlink(4002), lo_unlink(4003)');
});

test('snapshot and show print it, and no claim covers it', async () => {
  const repository = await makeRepository({
    resources: [`{ id: db, provider: postgres, url: "\${DATABASE_URL}", client-bin: ${server.binDir} }`],
    env: { DATABASE_URL: backupUrl(), REWIND_IDENTITY: undefined },
  });
  const taken = await repository.run(['snapshot']);
  expect(taken.stderr).toContain('Not in the snapshot: the subscription feed');
  expect(taken.stdout).toContain('db: not in the snapshot: the subscription feed');
  const shown = await repository.run(['show']);
  expect(shown.stdout).toContain(
    'db: not in the snapshot: the options (a password for instance) of the user mapping for app',
  );
  const verified = await repository.run(['verify', '--json']);
  expect([verified.status, verified.json<{ claim: unknown }>().claim]).toMatchObject([
    0,
    {
      verdict: 'partly-compared',
      notCompared: [
        { resource: 'db', reason: 'unreadable-value', detail: expect.stringContaining('the user mapping for app') },
        { resource: 'db', reason: 'unreadable-value', detail: expect.stringContaining('the subscription feed') },
      ],
    },
  ]);
  repository.remove();
});
