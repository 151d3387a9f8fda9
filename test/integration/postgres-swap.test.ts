import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import provider from '../../src/providers/postgres/index.js';
import { MaintenanceSession } from '../../src/providers/postgres/maintenance.js';
import { derivedName, newName } from '../../src/providers/postgres/names.js';
import { withFillingTag } from '../../src/providers/postgres/restore-tag.js';
import { addressOf } from '../../src/providers/postgres/server.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { configOf, contextFor, Restorable, SNAPSHOT } from '../support/postgres-restore.js';

let server: TestPostgres;
let round = 0;

beforeAll(async () => {
  server = await startPostgres({ settings: ['max_prepared_transactions=5'] });
});
afterAll(() => server.stop());

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
const rowsOf = async ({ server: { query } }: Restorable, database: string): Promise<number> =>
  Number((await query(database, 'SELECT count(*) FROM orders'))[0]?.count);
const databases = async (like: string): Promise<string[]> =>
  (await server.query('postgres', `SELECT datname FROM pg_database WHERE datname LIKE '${like}' ORDER BY 1`)).map(
    ({ datname }) => String(datname),
  );
const oidOf = async (name: string): Promise<number> =>
  Number((await server.query('postgres', `SELECT oid FROM pg_database WHERE datname = '${name}'`))[0]?.oid);

describe('whose a new database is', () => {
  const shared = 'customer_relationship_management_of_shop_';

  test('two databases whose names share 40 bytes: neither takes the restored data of the other', async () => {
    const a = await shop(`${shared}a`);
    const b = await shop(`${shared}b`);
    for (const one of [a, b]) await one.query('DELETE FROM orders WHERE id > 50');
    await expect(a.restore(a.diesAt(/^Swapping/))).rejects.toThrow('killed here');
    await b.restore();
    expect(await b.query('SELECT DISTINCT shop FROM orders')).toEqual([{ shop: b.database }]);
    expect(await rowsOf(b, b.database)).toBe(100);
    expect(await rowsOf(a, a.database)).toBe(50);
    // The finished database of the first is still its own: the next run goes on from there.
    await a.restore();
    expect(a.ctx.lines.join('\n')).toContain('restored and compared by an interrupted run');
    expect(await a.query('SELECT DISTINCT shop FROM orders')).toEqual([{ shop: a.database }]);
    expect(derivedName(a.database, 'before', SNAPSHOT)).not.toBe(derivedName(b.database, 'before', SNAPSHOT));
    expect(await rowsOf(b, derivedName(b.database, 'before', SNAPSHOT))).toBe(50);
  });

  test('a half-made database is found by check and dropped by the next restore; those of others stay', async () => {
    const one = await shop();
    const { database } = one;
    const target = { database, oid: await oidOf(database), snapshot: SNAPSHOT, token: 'aaaaaaaa' };
    const half = newName(database, SNAPSHOT, 'aaaaaaaa');
    const unmarked = newName(database, SNAPSHOT, 'bbbbbbbb');
    const ofAnother = newName(database, SNAPSHOT, 'cccccccc');
    const byHand = `${database}_new_attempt`;
    for (const name of [half, unmarked, ofAnother, byHand]) await server.createDatabase(name);
    const mark = async (name: string, comment: string): Promise<void> =>
      void (await server.query('postgres', `COMMENT ON DATABASE "${name}" IS '${comment}'`));
    await mark(half, withFillingTag(target));
    await mark(ofAnother, withFillingTag({ ...target, database: 'other', oid: target.oid + 1_000_000 }));
    const unfinished = (await one.check()).filter(({ code }) => code === 'database-unfinished');
    expect(unfinished.map(({ remedy }) => /"(.*)"/.exec(remedy ?? '')?.[1]).sort()).toEqual([half, unmarked].sort());
    await one.query('TRUNCATE orders');
    await one.restore();
    expect(await databases(`${database}_new_%`)).toEqual([ofAnother, byHand].sort());
  });

  test('a restored database that was put aside by hand is no new database: what users wrote in it is never used or dropped', async () => {
    const one = await shop();
    await one.query('TRUNCATE orders');
    await one.restore();
    await one.query(`INSERT INTO orders VALUES (101, 'written by users')`);
    const kept = derivedName(one.database, 'before', SNAPSHOT);
    await server.query('postgres', `ALTER DATABASE ${one.database} RENAME TO aside${round}`);
    await server.query('postgres', `ALTER DATABASE ${kept} RENAME TO ${one.database}`);
    await one.restore();
    expect(await rowsOf(one, one.database)).toBe(100);
    expect(await rowsOf(one, `aside${round}`)).toBe(101);
  });

  test('two runs at once: the second is refused and says who runs', async () => {
    const one = await shop();
    await one.query('TRUNCATE orders');
    const running = await MaintenanceSession.open(one.config, one.ctx, addressOf(one.config, one.ctx));
    try {
      await expect(one.restore()).rejects.toMatchObject({
        code: 'database-locked',
        message: expect.stringMatching(/pid \d+/),
      });
    } finally {
      await running.end();
    }
    await one.restore();
    expect(await rowsOf(one, one.database)).toBe(100);
  });
});

describe('a restore that fails leaves nothing behind', () => {
  test('a full disk of the server: the half-filled database is dropped, and the message names space', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rewind-client-'));
    const message = 'pg_restore: error: could not execute query: ERROR: could not extend file: No space left on device';
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
  });

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
    expect(await rowsOf(one, one.database)).toBe(100);
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
      `ALTER SCHEMA public OWNER TO ${owner}; CREATE TABLE orders (id int); INSERT INTO orders VALUES (1); ALTER TABLE orders OWNER TO ${owner};
       ALTER ROLE other${round} IN DATABASE ${database} SET work_mem = '5MB';
       ALTER DATABASE ${database} SET log_min_duration_statement = 100;
       CREATE EXTENSION file_fdw; CREATE TABLE foreign_one (id int); ALTER TABLE foreign_one OWNER TO other${round};
       GRANT SELECT ON foreign_one TO ${owner}`,
    );
    const found = (await one.check()).filter(({ level }) => level === 'error').map(({ message }) => message);
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
    expect((await one.check()).filter(({ level }) => level === 'error')).toEqual([]);
    await one.snapshot();
    await server.query(database, 'TRUNCATE orders');
    await one.restore();
    expect(await rowsOf(one, database)).toBe(1);
    expect(await provider.plan(await one.live(), await one.live())).toEqual([]);
  });
});
