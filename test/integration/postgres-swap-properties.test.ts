import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import provider from '../../src/providers/postgres/index.js';
import { findDatabase } from '../../src/providers/postgres/databases.js';
import { fence, open } from '../../src/providers/postgres/fence.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { configOf, contextFor, Restorable } from '../support/postgres-restore.js';

/** A cluster whose templates are ICU from version 15 on: a new database is ICU unless it is told otherwise. */
let server: TestPostgres;
let icu = false;

beforeAll(async () => {
  try {
    server = await startPostgres({ initdb: ['--locale-provider=icu', '--icu-locale=en'] });
    icu = true;
  } catch {
    // PostgreSQL 14, or a build without ICU.
    server = await startPostgres();
  }
});
afterAll(() => server.stop());

/** What pg_dump itself says of a database: its properties, privileges, settings and comment. */
function databaseText(name: string): string[] {
  const dump = spawnSync(
    join(server.binDir, 'pg_dump'),
    ['--create', '--schema-only', '-h', '127.0.0.1', '-p', String(server.port), '-U', server.user, name],
    { env: { PGPASSWORD: server.password }, encoding: 'utf8' },
  );
  expect(dump.status).toBe(0);
  return dump.stdout
    .split('\n')
    .filter((line) => /^(CREATE DATABASE|ALTER DATABASE|ALTER ROLE|GRANT|REVOKE|COMMENT ON DATABASE)/.test(line))
    .filter((line) => !line.startsWith('COMMENT'))
    .sort();
}
const properties = async (name: string): Promise<unknown> =>
  (
    await server.query(
      'template1',
      `SELECT to_jsonb(d) - '{oid,datname,datfrozenxid,datminmxid,dattablespace,datacl}'::text[] AS row FROM pg_database d WHERE datname = $1`,
      [name],
    )
  )[0]?.row;

test.each([
  ['libc', `ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc`],
  ['SQL_ASCII', `ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc`],
  ['ICU', `ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'de'`],
])('%s database on a cluster with ICU templates: locale and encoding stay', async (kind, options) => {
  const name = `locale_${kind.toLowerCase()}`;
  await server.query(
    'template1',
    `CREATE DATABASE ${name} TEMPLATE template0 ${icu ? options : options.replace(/LOCALE_PROVIDER.*/, '')}`,
  );
  const one = new Restorable(server, name);
  await one.query(`CREATE TABLE words (word text); INSERT INTO words VALUES ('a'), ('B'), ('c'), ('D')`);
  const before = [await properties(name), await one.query('SELECT word FROM words ORDER BY word')];
  await one.snapshot();
  await one.query('DELETE FROM words');
  await one.restore();
  expect([await properties(name), await one.query('SELECT word FROM words ORDER BY word')]).toEqual(before);
});

/** Settings, privileges and limits of every kind, one of each trap. */
const FURNISH = (name: string): string => `
  CREATE ROLE owner_of_${name}; CREATE ROLE reader_of_${name}; CREATE ROLE writer_of_${name};
  ALTER DATABASE ${name} OWNER TO owner_of_${name};
  REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
  GRANT CONNECT ON DATABASE ${name} TO reader_of_${name};
  GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO writer_of_${name} WITH GRANT OPTION;
  ALTER DATABASE ${name} SET temp_tablespaces = a, "b c";
  ALTER DATABASE ${name} SET search_path = "$user", public, "Odd ""name""";
  ALTER DATABASE ${name} SET default_transaction_read_only = on;
  ALTER DATABASE ${name} SET "app.tenant" = 'it''s, a "list"';
  ALTER DATABASE ${name} SET DateStyle = 'German, DMY';
  ALTER ROLE reader_of_${name} IN DATABASE ${name} SET statement_timeout = '7s';
  ALTER DATABASE ${name} CONNECTION LIMIT 3;
  COMMENT ON DATABASE ${name} IS 'the shop'`;

test('owner, privileges, limit and settings are as pg_dump --create writes them, and a read-only default does not stop the filling', async () => {
  const name = 'furnished';
  await server.createDatabase(name);
  await server.query(name, 'CREATE TABLE orders AS SELECT generate_series(1, 100) AS id');
  await server.query('postgres', FURNISH(name));
  const before = databaseText(name);
  expect(before.join('\n')).toContain(`SET temp_tablespaces TO 'a', 'b c'`);
  const one = new Restorable(server, name);
  const saved = await one.snapshot();
  const payload = (await one.payloads.read('database.json')).toString();
  one.payloads.contents.set('database.json', Buffer.from(payload.replace('reader_of', 'writer_of')));
  expect(await provider.prove?.(one.config, saved, one.ctx, one.payloads, 'contents')).toMatchObject([
    { level: 'error', code: 'payload-differs' },
  ]);
  one.payloads.contents.set('database.json', Buffer.from(payload));
  expect(await provider.prove?.(one.config, saved, one.ctx, one.payloads, 'contents')).toEqual([]);
  // Changed since: the restored database is as in the snapshot.
  await server.query('postgres', `ALTER DATABASE ${name} RESET ALL; ALTER DATABASE ${name} CONNECTION LIMIT -1`);
  await one.query('DELETE FROM orders');
  await one.restore();
  expect(databaseText(name)).toEqual(before);
  expect(await one.query('SELECT count(*)::int AS count FROM orders')).toEqual([{ count: 100 }]);
  expect(
    await server.query(
      'postgres',
      `SELECT shobj_description(oid, 'pg_database') AS c FROM pg_database WHERE datname = '${name}'`,
    ),
  ).toEqual([{ c: expect.stringMatching(/^the shop\n\[rewind: restored from \S+, next transaction \d+\]$/) }]);
});

test('a role whose settings would stop a restore: read-only by default', async () => {
  await server.query(
    'postgres',
    `CREATE ROLE strict SUPERUSER LOGIN PASSWORD 'strict-password-1'; ALTER ROLE strict SET default_transaction_read_only = on;
     ALTER ROLE strict SET lock_timeout = '1ms'`,
  );
  await server.createDatabase('strict_shop');
  const url = new URL(server.url('strict_shop'));
  url.username = 'strict';
  url.password = 'strict-password-1';
  const one = new Restorable(server, 'strict_shop', configOf(), contextFor(url.href));
  await one.query('CREATE TABLE orders AS SELECT generate_series(1, 100) AS id');
  await one.snapshot();
  await one.query('DELETE FROM orders');
  await one.restore();
  expect(await one.query('SELECT count(*)::int AS count FROM orders')).toEqual([{ count: 100 }]);
});

test('a database that was dropped: planned, found by check, and restored with all its properties', async () => {
  const name = 'dropped';
  await server.createDatabase(name);
  await server.query(name, 'CREATE TABLE orders AS SELECT generate_series(1, 100) AS id');
  await server.query('postgres', FURNISH(name));
  const before = databaseText(name);
  const one = new Restorable(server, name);
  await one.snapshot();
  await server.dropDatabase(name);
  expect(await one.check()).toEqual([expect.objectContaining({ level: 'error', code: 'database-gone' })]);
  const [change] = await one.plan();
  expect(change).toMatchObject({ before: 'does not exist', repairs: expect.arrayContaining(['database-gone']) });
  if (change === undefined) return;
  expect(await provider.preflight?.(one.config, [change], one.ctx, one.payloads)).toEqual([
    expect.objectContaining({ level: 'warning', code: 'database-gone' }),
  ]);
  await one.restore();
  expect(databaseText(name)).toEqual(before);
  expect(await one.plan()).toEqual([]);
});

test('the database named "postgres" is restored too: another one carries the session that swaps the names', async () => {
  await server.query('postgres', 'CREATE TABLE orders AS SELECT generate_series(1, 100) AS id');
  const one = new Restorable(server, 'postgres');
  await one.snapshot();
  const session = new Client({ connectionString: server.url('postgres') });
  session.on('error', () => undefined);
  await session.connect();
  await one.query('DELETE FROM orders WHERE id > 7');
  expect((await one.check()).filter(({ level }) => level === 'error')).toEqual([]);
  await one.restore();
  expect(await one.query('SELECT count(*)::int AS count FROM orders')).toEqual([{ count: 100 }]);
  await session.end().catch(() => undefined);
});

test('a database that is opened keeps the comment that it has by then', async () => {
  await server.createDatabase('noted');
  const one = new Restorable(server, 'noted');
  await server.query('template1', `COMMENT ON DATABASE noted IS 'before'`);
  const client = new Client({ connectionString: server.url('template1') });
  await client.connect();
  try {
    const entry = await findDatabase(client, 'noted');
    if (entry === undefined) throw new Error('no database');
    await fence(client, one.ctx, entry, 'abc123');
    const stale = await findDatabase(client, 'noted');
    if (stale === undefined) throw new Error('no database');
    await client.query(
      `COMMENT ON DATABASE noted IS 'written by its owner\n[rewind: closed for the swap with token abc123]'`,
    );
    await open(client, one.ctx, stale);
    expect(await findDatabase(client, 'noted')).toMatchObject({ accepts: true, comment: 'written by its owner' });
  } finally {
    await client.end();
  }
});
