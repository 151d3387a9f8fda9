import { createServer, connect as dial, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import provider from '../../src/providers/postgres/index.js';
import { findDatabase } from '../../src/providers/postgres/databases.js';
import { findPrograms } from '../../src/providers/postgres/programs.js';
import { PsqlSession } from '../../src/providers/postgres/psql-session.js';
import { connect } from '../../src/services/postgres/connection.js';
import { parseDatabaseUrl } from '../../src/services/postgres/database-url.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { configOf, contextFor, Restorable } from '../support/postgres-restore.js';

/** Settings that the role or the database of the URL has, and that change what a session of ours does. */
let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** A database in UTF-8 with one row, of an owner who is no superuser. */
async function owned(name: string, restore: string, ...settings: readonly string[]): Promise<Restorable> {
  await server.query('postgres', `CREATE ROLE ${name} LOGIN CREATEDB PASSWORD 'owner-password-1'`);
  await server.query('postgres', `CREATE DATABASE ${name} OWNER ${name} ENCODING 'UTF8' TEMPLATE template0`);
  await server.query(name, `SET ROLE ${name}; CREATE TABLE t (i int, name text); INSERT INTO t VALUES (1, '5 €')`);
  for (const setting of settings) await server.query('postgres', setting);
  const url = server.url(name).replace(/\/\/[^@]*@/, `//${name}:owner-password-1@`);
  return new Restorable(server, name, configOf({ restore }), contextFor(url));
}

test.each(['swap', 'in-place'])(
  'client_encoding lacks a character of a row: the snapshot is taken and restored by %s',
  async (restore) => {
    const name = `encoded_${restore.replace('-', '')}`;
    const world = await owned(
      name,
      restore,
      ...[`ALTER ROLE ${name}`, `ALTER DATABASE ${name}`].map((what) => `${what} SET client_encoding = 'LATIN1'`),
    );
    await world.snapshot();
    await world.query(`UPDATE t SET name = 'x'`);
    await world.restore();
    expect(await world.plan()).toEqual([]);
    expect(await world.query('SELECT * FROM t')).toEqual([{ i: 1, name: '5 €' }]);
  },
);

test('a table of another role, made after the snapshot: the plan names it with the privilege, and check has all of them', async () => {
  const world = await owned('reads_less', 'auto');
  await world.snapshot();
  await server.query('reads_less', 'CREATE TABLE theirs (i int); CREATE TABLE theirs_too (i int)');
  await expect(world.plan()).rejects.toMatchObject({
    code: 'database-permission',
    message: expect.stringContaining('permission denied for table theirs'),
    remedy: expect.stringMatching(/^GRANT SELECT .*"rewind check" names all/),
  });
  expect((await world.check()).map(({ message }) => message)).toContainEqual(
    expect.stringContaining('cannot read all of public.theirs, public.theirs_too'),
  );
  await server.query(
    'reads_less',
    `DROP TABLE theirs, theirs_too; CREATE SCHEMA shut; SET search_path = shut; CREATE TABLE inside (i int); GRANT SELECT ON inside TO reads_less`,
  );
  expect(await world.check()).toContainEqual(
    expect.objectContaining({
      message: expect.stringContaining('cannot read all of shut.inside'),
      remedy: expect.stringContaining('USAGE on the schema shut'),
    }),
  );
});

test('settings that write numbers and names in another way: each database keeps its OID, and no type has changed', async () => {
  const world = await owned('rounded', 'swap');
  const saved = await world.snapshot();
  for (const setting of ['extra_float_digits = -15', 'quote_all_identifiers = on']) {
    await server.query('postgres', `ALTER ROLE rounded SET ${setting}`);
  }
  expect((await world.live()).layout).toEqual(saved.layout);
  const address = parseDatabaseUrl(world.ctx.env.secret('DATABASE_URL') ?? '', {}, 'subject');
  const client = await connect(world.ctx, address);
  const found = await findDatabase(client, 'rounded');
  await client.end();
  expect(String(found?.oid)).toBe(saved.origin.database);
});

test('row security that is forced on the owner: the snapshot says which privilege is missing', async () => {
  const world = await owned('forced', 'swap');
  await server.query('forced', 'ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY');
  await expect(world.snapshot()).rejects.toMatchObject({
    code: 'database-permission',
    remedy: expect.stringContaining('BYPASSRLS'),
  });
});

const LIMITS = ['idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout'];
/** What a session began with, before its first statement. */
const BEGAN_WITH = `SELECT name, reset_val FROM pg_settings WHERE name IN ('${LIMITS.join("', '")}') ORDER BY 1`;
const UNLIMITED = LIMITS.map((name) => ({ name, reset_val: '0' }));
const limited = (name: string): string[] => LIMITS.map((limit) => `ALTER ROLE ${name} SET ${limit} = '1ms'`);

test('limits of the role that are shorter than any statement: no statement of ours runs under them', async () => {
  const world = await owned('hurried', 'in-place', ...limited('hurried'));
  const address = parseDatabaseUrl(world.ctx.env.secret('DATABASE_URL') ?? '', {}, 'subject');
  const client = await connect(world.ctx, address);
  expect((await client.query(BEGAN_WITH)).rows).toEqual(UNLIMITED);
  await client.end();
  const psql = new PsqlSession(world.ctx, await findPrograms(world.ctx, server.major, server.binDir), address);
  expect((await psql.query(BEGAN_WITH)).rows).toEqual(UNLIMITED);
  await psql.end();
  await world.snapshot();
  await world.query(`UPDATE t SET name = 'x'`);
  await world.restore();
  expect(await world.plan()).toEqual([]);
});

test('a limit in the options of the URL ends no statement of ours; a URL without a password is no unreachable server', async () => {
  const { ctx } = await owned('optioned', 'swap');
  const url = ctx.env.secret('DATABASE_URL') ?? '';
  const limit = `${url}${url.includes('?') ? '&' : '?'}options=-c%20statement_timeout%3D1`;
  const client = await connect(ctx, parseDatabaseUrl(limit, {}, 'subject'));
  expect((await client.query(BEGAN_WITH)).rows).toEqual(UNLIMITED);
  await client.end();
  await expect(
    connect(ctx, parseDatabaseUrl(url.replace(':owner-password-1', ''), {}, 'subject')),
  ).rejects.toMatchObject({ code: 'database-auth-failed' });
});

/** A pooler before the server of this file. @param refuses SQLSTATE for settings at the start; null: it drops them, and names a process of its own */
async function pooler(
  refuses: string | null,
  says = 'unsupported startup parameter: options',
): Promise<{ port: number; queries: () => string; close: () => Promise<void> }> {
  const sent: Buffer[] = [];
  const listener = createServer((client) => {
    client.once('data', (first) => {
      if (refuses !== null) {
        const body = Buffer.from(`SFATAL\0C${refuses}\0M${says}\0\0`);
        const head = Buffer.from('E\0\0\0\0');
        head.writeInt32BE(body.length + 4, 1);
        client.end(Buffer.concat([head, body]));
        return;
      }
      const upstream = dial(server.port, server.host);
      for (const [one, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
      }
      const kept = Buffer.from(first.toString('latin1').replace(/options\0[^\0]*\0/, ''), 'latin1');
      kept.writeInt32BE(kept.length, 0);
      upstream.write(kept);
      upstream.on('data', (bytes) => {
        const key = bytes.indexOf('K\0\0\0\x0c', 0, 'latin1');
        if (key >= 0) bytes.writeInt32BE(7, key + 5);
        client.write(bytes);
      });
      client.on('data', (bytes) => sent.push(bytes)).pipe(upstream);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    port: (listener.address() as AddressInfo).port,
    queries: () => Buffer.concat(sent).toString('latin1'),
    close: () => new Promise((resolve) => listener.close(() => resolve())),
  };
}

test.each(['08P01', '0A000', null])(
  'a pooler that the URL does not show, which refuses settings at the start (%s) or drops them: told by check, and nothing stays in its session',
  async (refuses) => {
    const between = await pooler(refuses);
    try {
      const through = new URL(await server.createDatabase(`pooled_${refuses?.toLowerCase() ?? 'mute'}`));
      through.port = String(between.port);
      through.searchParams.set('sslmode', 'disable');
      const world = new Restorable(server, 'pooled', configOf(), contextFor(through.href));
      const pooled = { code: 'database-pooled-url', message: expect.stringContaining('connection pooler (') };
      await expect(world.check()).rejects.toMatchObject(pooled);
      await expect(world.snapshot()).rejects.toMatchObject(pooled);
      expect(between.queries().match(/set_config/g)?.length ?? 0).toBe(refuses === null ? 2 : 0);
    } finally {
      await between.close();
    }
  },
);

// PgBouncer 1.18 has one SQLSTATE for all of it.
test.each(['SASL authentication failed', 'no such database: shop'])(
  'a pooler that refuses the session for another reason (%s): no word about settings',
  async (says) => {
    const between = await pooler('08P01', says);
    try {
      const through = new URL(server.url('postgres'));
      through.port = String(between.port);
      through.searchParams.set('sslmode', 'disable');
      const world = new Restorable(server, 'postgres', configOf(), contextFor(through.href));
      await expect(world.check()).rejects.toMatchObject({
        code: 'database-pooled-url',
        message: expect.stringContaining(`connection pooler (it refuses the start of a session: ${says})`),
      });
    } finally {
      await between.close();
    }
  },
);

test.each(['swap', 'in-place'])('read-only by default: restored by %s, with its properties', async (restore) => {
  const name = `frozen_${restore.replace('-', '')}`;
  const world = await owned(
    name,
    restore,
    ...[`ALTER ROLE ${name}`, `ALTER DATABASE ${name}`].map((what) => `${what} SET default_transaction_read_only = on`),
  );
  await world.snapshot();
  await world.query(`BEGIN READ WRITE; UPDATE t SET name = 'x'; COMMENT ON DATABASE ${name} IS 'other'; COMMIT`);
  await world.restore();
  expect(await world.plan()).toEqual([]);
  // Another major may be tested with a client that is no longer the newest.
  const warnings = world.ctx.lines.filter((line) => /^warn (?!The client programs are)/.test(line));
  expect(warnings).toEqual([]);
});

test.each(['swap', 'in-place'])(
  'sessions begin as another role (%s): told to connect as the owner',
  async (restore) => {
    const name = `sent_${restore.replace('-', '')}`;
    const world = await owned(name, restore);
    // The dump then names pg_database_owner, the owner of "public".
    await server.query(
      name,
      `CREATE ROLE ${name}_less CREATEDB; GRANT ${name}_less TO ${name}; GRANT CREATE ON SCHEMA public TO ${name}_less`,
    );
    await server.query(name, `GRANT ALL ON ALL TABLES IN SCHEMA public TO ${name}_less`);
    await server.query('postgres', `ALTER ROLE ${name} SET role = ${name}_less`);
    await world.snapshot();
    await world.query(`UPDATE t SET name = 'x'`);
    const found = [
      ...(await world.check()),
      ...((await provider.preflight?.(world.config, await world.plan(), world.ctx, world.payloads)) ?? []),
    ].filter(({ level }) => level === 'error');
    const remedy = `Connect as the owner of the database, "${name}", without the setting "role": sessions of "${name}" begin as "${name}_less"`;
    expect(found.map((each) => each.remedy).join()).not.toMatch(/GRANT|OWNER TO/);
    expect(found.map((each) => each.remedy).filter((each) => each?.startsWith(remedy) !== true)).toEqual([]);
    // Hashes of rows do not give this user what only the owner may do.
    const hashes = found.filter((each) => each.remedy?.includes('integrity: content'));
    expect(hashes).toEqual([]);
    const ofOwner =
      'The snapshot has objects of the owner of the database (pg_database_owner), and this user is not that owner.';
    expect(found.map(({ message }) => message).filter((message) => message.includes('pg_database_owner'))).toEqual(
      restore === 'swap' ? [] : [ofOwner],
    );
  },
);
