import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import provider from '../../src/providers/postgres/index.js';
import { copyServer } from '../support/physical-copy.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { configOf, contextFor, Restorable } from '../support/postgres-restore.js';

let server: TestPostgres;
let round = 0;

beforeAll(async () => {
  server = await startPostgres({
    settings: ['max_prepared_transactions=5', 'autovacuum_naptime=1', 'wal_level=logical'],
  });
});
afterAll(() => server.stop());

/** What stands in the way of the restore: for a plan, which opens no payload, and after the approval. */
async function preflights(one: Restorable): Promise<unknown[]> {
  const changes = await one.plan();
  const ahead = await provider.preflight?.(one.config, changes, one.ctx, null);
  return [ahead, await provider.preflight?.(one.config, changes, one.ctx, one.payloads)];
}

/** A database with a table of 100 rows, and its snapshot. */
async function shop(name = `shop${(round += 1)}`, prepare = ''): Promise<Restorable> {
  await server.createDatabase(name);
  const made = new Restorable(server, name);
  await made.query(
    `CREATE TABLE orders AS SELECT i AS id, '${name}' AS shop FROM generate_series(1, 100) i; ${prepare}`,
  );
  await made.snapshot();
  return made;
}
const rowsOf = async (database: string): Promise<number> =>
  Number((await server.query(database, 'SELECT count(*) FROM orders'))[0]?.count);
const databases = async (like: string): Promise<string[]> =>
  (await server.query('postgres', `SELECT datname FROM pg_database WHERE datname LIKE '${like}' ORDER BY 1`)).map(
    ({ datname }) => String(datname),
  );
describe('a restore that fails leaves nothing behind', () => {
  test.each([
    'ERROR: could not extend file: No space left on device',
    'ERROR: could not extend file "base/1/2": wrote only 4096 of 8192 bytes at block 7',
  ])(
    'a full disk of the server: the half-filled database is dropped, and the message names space (%s)',
    async (text) => {
      const folder = mkdtempSync(join(tmpdir(), 'rewind-client-'));
      const message = `pg_restore: error: could not execute query: ${text}`;
      writeFileSync(join(folder, 'pg_dump'), `#!/bin/sh\nexec ${server.binDir}/pg_dump "$@"\n`);
      writeFileSync(join(folder, 'pg_restore'), `#!/bin/sh\ncat > /dev/null\necho '${message}' >&2\nexit 1\n`);
      for (const name of ['pg_dump', 'pg_restore']) chmodSync(join(folder, name), 0o755);
      const whole = await shop();
      await whole.query('TRUNCATE orders');
      const one = new Restorable(server, whole.database, configOf({ 'client-bin': folder }));
      for (const [name, bytes] of whole.payloads.contents) one.payloads.contents.set(name, bytes);
      await expect(one.restore()).rejects.toMatchObject({
        code: 'restore-failed',
        message: expect.stringContaining('The disk of the database server is full'),
        remedy: expect.stringContaining('Free space'),
      });
      expect(await databases(`${one.database}%`)).toEqual([one.database]);
      expect((await one.check()).map(({ code }) => code)).toContain('database-space');
    },
  );

  test('the session that waits for the filling is cut off: it is opened again, and the restore goes on', async () => {
    const one = await shop();
    await one.query('TRUNCATE orders');
    const dump = await one.payloads.read('dump');
    let cut = 0;
    one.payloads.open = async () =>
      Readable.from(
        (async function* () {
          const ended = await server.query(
            'postgres',
            `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'postgres' AND application_name = 'rewind'`,
          );
          cut += ended.length;
          yield dump;
        })(),
      );
    await one.restore();
    expect(cut).toBe(1);
    expect(await rowsOf(one.database)).toBe(100);
  });
});

describe('cancelled', () => {
  /** A context whose run is cancelled at a line of its log. */
  function cancelledAt(one: Restorable, line: RegExp): Restorable['ctx'] {
    const stop = new AbortController();
    const { log } = one.ctx;
    const info = (message: string): void => {
      log.info(message);
      if (line.test(message)) stop.abort();
    };
    return { ...one.ctx, signal: stop.signal, log: { ...log, info } };
  }

  test('while the new database is filled: it is dropped, and production is as before', async () => {
    const one = await shop();
    await one.query('DELETE FROM orders WHERE id > 7');
    await expect(one.restore(cancelledAt(one, /^Restoring into the new/))).rejects.toMatchObject({
      code: 'cancelled',
      message: expect.stringContaining('was stopped'),
    });
    expect(await databases(`${one.database}%`)).toEqual([one.database]);
    expect(await rowsOf(one.database)).toBe(7);
  });

  test('between the comparison and the swap: production stays what and where it is; the next run swaps', async () => {
    const one = await shop();
    await one.query('DELETE FROM orders WHERE id > 7');
    await expect(one.restore(one.diesAt(/^Swapping/))).rejects.toThrow('killed here');
    await expect(one.restore(cancelledAt(one, /by an interrupted run/))).rejects.toMatchObject({ code: 'cancelled' });
    expect(await rowsOf(one.database)).toBe(7);
    expect(await databases(`${one.database}_before%`)).toEqual([]);
    await one.restore();
    expect(await rowsOf(one.database)).toBe(100);
  });

  test('in place, while the rows are restored: nothing is changed', async () => {
    const made = await shop();
    await made.query('DELETE FROM orders WHERE id > 7');
    const one = new Restorable(server, made.database, configOf({ restore: 'in-place' }));
    for (const [name, bytes] of made.payloads.contents) one.payloads.contents.set(name, bytes);
    await expect(one.restore(cancelledAt(one, /in place: readers and writers wait/))).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await rowsOf(one.database)).toBe(7);
    await one.restore();
    expect(await rowsOf(one.database)).toBe(100);
  });
});

describe('what would stop a swap is found by check', () => {
  test('prepared transactions', async () => {
    const one = await shop();
    await one.query(`BEGIN; UPDATE orders SET shop = 'x' WHERE id = 1; PREPARE TRANSACTION 'half done'`);
    expect(await one.check()).toContainEqual(
      expect.objectContaining({
        level: 'error',
        code: 'database-prepared-transactions',
        message: expect.stringContaining('half done'),
        remedy: expect.stringContaining('ROLLBACK PREPARED'),
      }),
    );
    await one.query(`ROLLBACK PREPARED 'half done'`);
    expect((await one.check()).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a connection limit that leaves no room for a backup, or for a restore', async () => {
    const role = `limited${(round += 1)}`;
    await server.query('postgres', `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD 'owner-password-1'`);
    await server.query('postgres', `CREATE DATABASE ${role} OWNER ${role}`);
    const url = new URL(server.url(role));
    url.username = role;
    url.password = 'owner-password-1';
    const one = new Restorable(server, role, configOf(), contextFor(url.href));
    const limit = async (room: number): Promise<string[]> => {
      await server.query('postgres', `ALTER ROLE ${role} CONNECTION LIMIT ${room}`);
      return (await one.check())
        .filter(({ code }) => code === 'database-connections')
        .map(({ level, message }) => `${level}: ${message}`);
    };
    expect(await limit(1)).toEqual([`error: The role "${role}" allows 1 connection: a backup takes 2 at once.`]);
    expect(await limit(3)).toEqual([`warning: The role "${role}" allows 3 connections: a restore takes 4 at once.`]);
    expect(await limit(4)).toEqual([]);
  });

  test('in place by choice: no advice to grant CREATEDB; a user without it gets the advice', async () => {
    const made = await shop();
    const advice = async (one: Restorable): Promise<(string | undefined)[]> =>
      (await one.check()).filter(({ code }) => code === 'database-in-place').map(({ remedy }) => remedy);
    expect(await advice(new Restorable(server, made.database, configOf({ restore: 'in-place' })))).toEqual([undefined]);
    const role = `plain${round}`;
    await server.query(
      'postgres',
      `CREATE ROLE ${role} LOGIN PASSWORD 'owner-password-1'; GRANT pg_read_all_data TO ${role}`,
    );
    const url = new URL(server.url(made.database));
    url.username = role;
    url.password = 'owner-password-1';
    expect(await advice(new Restorable(server, made.database, configOf(), contextFor(url.href)))).toEqual([
      expect.stringContaining('CREATEDB'),
    ]);
  });

  test('a standby, to which the address leads after a failover: told by check and before the approval', async () => {
    const primary = await startPostgres();
    await primary.createDatabase('shop');
    const before = new Restorable(primary, 'shop');
    await before.query('CREATE TABLE orders AS SELECT 1 AS id');
    await before.snapshot();
    await before.query('DELETE FROM orders');
    const copy = await copyServer(primary, true);
    try {
      const url = primary.url('shop').replace(`:${primary.port}/`, `:${copy.port}/`);
      const one = new Restorable(primary, 'shop', before.config, contextFor(url));
      for (const [name, bytes] of before.payloads.contents) one.payloads.contents.set(name, bytes);
      const told = expect.objectContaining({ level: 'error', code: 'database-standby' });
      expect(await one.check()).toContainEqual(told);
      expect(await preflights(one)).toEqual([[told], [told]]);
      expect(await before.check()).not.toContainEqual(told);
      await one.snapshot();
      expect(one.ctx.lines).toContainEqual(
        expect.stringMatching(/^warn \[\w+\] The URL leads to a standby\. .* is not in the snapshot\..* Set the URL/),
      );
    } finally {
      await copy.stop();
      await primary.stop();
    }
  });

  test('logical replication slots: told by check and by the plan, for they stay with the kept database', async () => {
    const one = await shop();
    await one.query('DELETE FROM orders');
    await one.query(`SELECT pg_create_logical_replication_slot('feed', 'pgoutput')`);
    const stays = expect.stringMatching(/^Logical replication slots \(feed\) are not moved/);
    expect(await one.check()).toContainEqual(
      expect.objectContaining({ level: 'warning', code: 'database-replication-slots', message: stays }),
    );
    expect((await one.plan())[0]?.warnings).toContainEqual(stays);
    await one.query(`SELECT pg_drop_replication_slot('feed')`);
    expect((await one.plan())[0]?.warnings).not.toContainEqual(stays);
  });

  test('enabled subscriptions: told by check and by the plan, for they write to the kept database', async () => {
    const one = await shop();
    await one.query('DELETE FROM orders');
    await one.query(`CREATE SUBSCRIPTION news CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false)`);
    const stays = expect.stringMatching(/^Subscriptions \(news\) stay enabled in the kept database/);
    expect((await one.plan())[0]?.warnings).not.toContainEqual(stays);
    await one.query('ALTER SUBSCRIPTION news ENABLE');
    try {
      expect(await one.check()).toContainEqual(
        expect.objectContaining({ level: 'warning', code: 'database-subscriptions', message: stays }),
      );
      expect((await one.plan())[0]?.warnings).toContainEqual(stays);
    } finally {
      await one.query('ALTER SUBSCRIPTION news DISABLE');
    }
  });

  test('a scratch database that holds a restored subscription is dropped, and the slot of production stays', async () => {
    const one = await shop(
      undefined,
      `CREATE SUBSCRIPTION weekly CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false)`,
    );
    const scratch = await startPostgres();
    try {
      const ctx = contextFor(one.server.url(one.database), { REWIND_SCRATCH_DATABASE_URL: scratch.url('postgres') });
      const saved = provider.state.parse(JSON.parse((await one.payloads.read('expected.json')).toString()));
      expect(await provider.prove?.(one.config, saved, ctx, one.payloads, 'restorable')).toMatchObject([
        { code: 'database-restorable' },
      ]);
      expect(await scratch.query('postgres', `SELECT datname FROM pg_database WHERE datname LIKE 'rewind%'`)).toEqual(
        [],
      );
      expect(await one.query('SELECT subslotname FROM pg_subscription WHERE subname = $$weekly$$')).toEqual([
        { subslotname: 'weekly' },
      ]);
    } finally {
      await scratch.stop();
    }
  });

  test('an owner who is no superuser: settings, extensions and owners that it may not restore; without them it swaps', async () => {
    const owner = `owner${(round += 1)}`;
    await server.query(
      'postgres',
      `CREATE ROLE ${owner} LOGIN CREATEDB PASSWORD 'owner-password-1'; CREATE ROLE other${round}`,
    );
    const database = `owned${round}`;
    await server.query('postgres', `CREATE DATABASE ${database} OWNER ${owner}`);
    const url = new URL(server.url(database));
    url.username = owner;
    url.password = 'owner-password-1';
    const one = new Restorable(server, database, configOf(), contextFor(url.href));
    await server.query(
      database,
      `${server.major >= 15 ? `ALTER SCHEMA public OWNER TO ${owner};` : ''}
       CREATE TABLE orders (id int); INSERT INTO orders VALUES (1); ALTER TABLE orders OWNER TO ${owner};
       ALTER ROLE other${round} IN DATABASE ${database} SET work_mem = '5MB';
       ALTER DATABASE ${database} SET log_min_duration_statement = 100;
       CREATE EXTENSION file_fdw; CREATE TABLE foreign_one (id int); ALTER TABLE foreign_one OWNER TO other${round};
       GRANT SELECT ON foreign_one TO ${owner}`,
    );
    const errors = (await one.check()).filter(({ level }) => level === 'error');
    // A restore in place gives objects to their owners, too; it leaves the settings and the extension as they are.
    expect(errors.map(({ remedy }) => remedy?.includes('or set "restore: in-place"'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const replaced = new Restorable(server, database, configOf({ restore: 'in-place' }), contextFor(url.href));
    expect((await replaced.check()).filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^A restore in place cannot replace what other roles own: .*foreign_one/),
    ]);
    const found = errors.map(({ message }) => message);
    expect(found).toEqual([
      expect.stringContaining(`"work_mem" of role "other${round}"`),
      expect.stringContaining('"log_min_duration_statement"'),
      expect.stringContaining('file_fdw'),
      expect.stringContaining(`"other${round}"`),
    ]);
    await server.query(
      database,
      `ALTER ROLE other${round} IN DATABASE ${database} RESET work_mem; ALTER DATABASE ${database} RESET log_min_duration_statement;
       ALTER DATABASE ${database} SET work_mem = '6MB'; DROP EXTENSION file_fdw; DROP TABLE foreign_one`,
    );
    // Its array types belong to the superuser and are no members of the extension; a restore makes them with it.
    await server.query(database, 'CREATE EXTENSION pg_trgm');
    expect((await one.check()).filter(({ level }) => level === 'error')).toEqual([]);
    await one.snapshot();
    await server.query(database, 'TRUNCATE orders');
    await one.restore();
    expect(await rowsOf(database)).toBe(1);
    expect(await one.plan()).toEqual([]);
  });

  test('an owner who is no superuser, and privileges on an object of the system: told by check, for the restore would not be the snapshot', async () => {
    const owner = `owner${(round += 1)}`;
    const database = `system${round}`;
    await server.query('postgres', `CREATE ROLE ${owner} LOGIN CREATEDB PASSWORD 'owner-password-1'`);
    await server.query('postgres', `CREATE DATABASE ${database} OWNER ${owner}`);
    const url = new URL(server.url(database));
    [url.username, url.password] = [owner, 'owner-password-1'];
    const one = new Restorable(server, database, configOf(), contextFor(url.href));
    const told = async (of = one) => (await of.check()).filter(({ code }) => code === 'database-permission');
    await server.query(
      database,
      `CREATE TABLE orders (id int); INSERT INTO orders VALUES (1); ALTER TABLE orders OWNER TO ${owner}; CREATE EXTENSION pg_trgm`,
    );
    expect(await told()).toEqual([]);
    await server.query(
      database,
      `REVOKE EXECUTE ON FUNCTION pg_stat_get_wal_senders() FROM PUBLIC; GRANT SELECT (rolname) ON pg_catalog.pg_authid TO ${owner}`,
    );
    expect(await told()).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(
          /and only a superuser may give them to a new database: routine pg_catalog\.pg_stat_get_wal_senders\(\), table pg_catalog\.pg_authid\. If/,
        ),
      },
    ]);
    const inPlace = new Restorable(server, database, configOf({ restore: 'in-place' }), contextFor(url.href));
    expect(await told(inPlace)).toEqual([]);
    expect(await told(new Restorable(server, database))).toEqual([]);
    await server.query(database, `REVOKE SELECT (rolname) ON pg_catalog.pg_authid FROM ${owner}`);
    await one.snapshot();
    await server.query(database, 'TRUNCATE orders');
    await expect(one.restore()).rejects.toMatchObject({
      code: 'restore-mismatch',
      remedy: expect.stringMatching(/^This user could not give these privileges\..*as a superuser/),
    });
    await server.query(database, `GRANT EXECUTE ON FUNCTION pg_stat_get_wal_senders() TO PUBLIC`);
    expect(await told()).toEqual([]);
  });

  test('owners and roles that only the snapshot has, because they were changed since: told before the approval, and after it', async () => {
    const owner = `owner${(round += 1)}`;
    const database = `changed${round}`;
    await server.query(
      'postgres',
      `CREATE ROLE ${owner} LOGIN CREATEDB PASSWORD 'owner-password-1'; CREATE ROLE other${round}; CREATE ROLE reader${round}`,
    );
    await server.query('postgres', `CREATE DATABASE ${database} OWNER ${owner}`);
    const publicOf = (name: string): string =>
      server.major >= 15 ? `ALTER SCHEMA public OWNER TO ${name}; GRANT ALL ON SCHEMA public TO ${owner};` : '';
    await server.query(
      database,
      `${publicOf(server.user)}
       CREATE TABLE orders (id int); INSERT INTO orders VALUES (1); ALTER TABLE orders OWNER TO other${round};
       GRANT SELECT ON orders TO ${owner}, reader${round}`,
    );
    const url = new URL(server.url(database));
    [url.username, url.password] = [owner, 'owner-password-1'];
    const one = new Restorable(server, database, configOf(), contextFor(url.href));
    await one.snapshot();
    await server.query(
      database,
      `${publicOf('pg_database_owner')} ALTER TABLE orders OWNER TO ${owner}; REVOKE SELECT ON orders FROM reader${round}; DROP ROLE reader${round}`,
    );
    expect((await one.check()).filter(({ level }) => level === 'error')).toEqual([]);
    const found = [
      {
        message: expect.stringContaining(`no role "reader${round}" any more`),
        remedy: `Create it again: CREATE ROLE "reader${round}"`,
      },
      {
        message: `The snapshot has objects of roles that this user may not give objects to: "other${round}" (table public.orders)${server.major >= 15 ? `, "${server.user}" (schema public)` : ''}.`,
        remedy: server.major >= 15 ? 'Run the rollback as a superuser.' : expect.stringContaining('GRANT'),
      },
    ].map((each): unknown => expect.objectContaining({ level: 'error', ...each }));
    expect(await preflights(one)).toEqual([found, found]);
    // The other way round: owners that only production has now do not stop a restore of this snapshot.
    await server.query(database, `CREATE TABLE later (id int); GRANT SELECT ON later TO ${owner}`);
    const errors = (await one.check()).filter(({ level }) => level === 'error');
    expect(errors).toEqual([
      expect.objectContaining({ code: 'database-owners', message: expect.stringContaining(server.user) }),
    ]);
    expect((await one.plan())[0]?.repairs).toEqual(['database-owners']);
    if (server.major >= 15) expect((await one.plan())[0]?.before).toContain('schema public changed');
    await server.query('postgres', `CREATE ROLE reader${round}`);
    // As the remedies say.
    const repaired = new Restorable(server, database, configOf(), contextFor(server.url(database)));
    for (const [name, bytes] of one.payloads.contents) repaired.payloads.contents.set(name, bytes);
    expect(await preflights(repaired)).toEqual([[], []]);
    await repaired.restore();
    expect(await repaired.plan()).toEqual([]);
  });

  test('the schema "public" of a superuser, as pg_upgrade leaves it: told to an owner who is none, who restores in place', async () => {
    const owner = `owner${(round += 1)}`;
    const database = `upgraded${round}`;
    await server.query('postgres', `CREATE ROLE ${owner} LOGIN CREATEDB PASSWORD 'owner-password-1'`);
    await server.query('postgres', `CREATE DATABASE ${database} OWNER ${owner}`);
    await server.query(
      database,
      `ALTER SCHEMA public OWNER TO ${server.user}; GRANT ALL ON SCHEMA public TO ${owner};
       CREATE TABLE orders (id int); INSERT INTO orders VALUES (1); ALTER TABLE orders OWNER TO ${owner}`,
    );
    const url = new URL(server.url(database));
    [url.username, url.password] = [owner, 'owner-password-1'];
    const errors = async (one: Restorable): Promise<string[]> =>
      (await one.check()).filter(({ level }) => level === 'error').map(({ message }) => message);
    const swapped = new Restorable(server, database, configOf(), contextFor(url.href));
    expect(await errors(swapped)).toEqual([expect.stringContaining('The schema "public"')]);
    const replaced = new Restorable(server, database, configOf({ restore: 'in-place' }), contextFor(url.href));
    expect(await errors(replaced)).toEqual([]);
    await replaced.snapshot();
    await server.query(database, 'TRUNCATE orders');
    expect(await preflights(replaced)).toEqual([[], []]);
    await replaced.restore();
    expect([await rowsOf(database), await replaced.plan()]).toEqual([1, []]);

    // Until PostgreSQL 14 a user who is no superuser cannot give "public" back to the superuser who owns it in a new database.
    const after = server.major >= 15 ? swapped : replaced;
    await server.query(database, `ALTER SCHEMA public OWNER TO ${server.major >= 15 ? 'pg_database_owner' : owner}`);
    expect(await errors(after)).toEqual([]);
    await after.snapshot();
    await server.query(database, 'TRUNCATE orders');
    await after.restore();
    expect([await rowsOf(database), await after.plan()]).toEqual([1, []]);
  });
});

test('an owner who is no superuser swaps while an autovacuum worker, which only a superuser may end, is at work', async () => {
  const owner = `sweeper${(round += 1)}`;
  const database = `swept${round}`;
  await server.query('postgres', `CREATE ROLE ${owner} LOGIN CREATEDB PASSWORD 'owner-password-1'`);
  await server.query('postgres', `CREATE DATABASE ${database} OWNER ${owner}`);
  // The worker sleeps 100 ms for almost each page: it is there when the sessions are ended.
  await server.query(
    database,
    `SET ROLE ${owner}; CREATE TABLE orders (id int, shop text) WITH (autovacuum_enabled = false);
     INSERT INTO orders SELECT i, repeat('x', 500) FROM generate_series(1, 4000) i`,
  );
  const url = new URL(server.url(database));
  url.username = owner;
  url.password = 'owner-password-1';
  const one = new Restorable(server, database, configOf(), contextFor(url.href));
  await one.snapshot();
  await server.query(database, 'DELETE FROM orders WHERE id > 7');
  const [change] = await one.plan();
  if (change === undefined) throw new Error('nothing was planned');
  await server.query(
    database,
    `ALTER TABLE orders SET (autovacuum_enabled = true, autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0,
       autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1)`,
  );
  const working = `SELECT pid FROM pg_stat_activity WHERE backend_type = 'autovacuum worker' AND datname = '${database}'`;
  let worker: unknown;
  for (let tries = 0; tries < 1000 && worker === undefined; tries += 1) {
    [worker] = await server.query('postgres', working);
    if (worker === undefined) await sleep(20);
  }
  expect(worker).toBeDefined();
  const dump = await one.payloads.read('dump');
  let during: unknown;
  one.payloads.open = async () =>
    Readable.from(
      (async function* () {
        during = await server.query('postgres', working);
        yield dump;
      })(),
    );
  await provider.apply(one.config, change, one.ctx, one.payloads);
  // It needs minutes for the table, so it was still there when the sessions were ended.
  expect(during).toEqual([worker]);
  expect(await rowsOf(database)).toBe(4000);
});
