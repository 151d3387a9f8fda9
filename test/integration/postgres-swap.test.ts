import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MaintenanceSession } from '../../src/providers/postgres/maintenance.js';
import { derivedName, newName } from '../../src/providers/postgres/names.js';
import { withFillingTag } from '../../src/providers/postgres/restore-tag.js';
import { addressOf } from '../../src/providers/postgres/server.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { Restorable, SNAPSHOT } from '../support/postgres-restore.js';

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
const rowsOf = async (database: string): Promise<number> =>
  Number((await server.query(database, 'SELECT count(*) FROM orders'))[0]?.count);
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
    expect(await rowsOf(b.database)).toBe(100);
    expect(await rowsOf(a.database)).toBe(50);
    // The finished database of the first is still its own: the next run goes on from there.
    await a.restore();
    expect(a.ctx.lines.join('\n')).toContain('restored and compared by an interrupted run');
    expect(await a.query('SELECT DISTINCT shop FROM orders')).toEqual([{ shop: a.database }]);
    expect(derivedName(a.database, 'before', SNAPSHOT)).not.toBe(derivedName(b.database, 'before', SNAPSHOT));
    expect(await rowsOf(derivedName(b.database, 'before', SNAPSHOT))).toBe(50);
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
    const mark = (name: string, comment: string): Promise<unknown> =>
      server.query('postgres', `COMMENT ON DATABASE "${name}" IS '${comment}'`);
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
    expect(await rowsOf(one.database)).toBe(100);
    expect(await rowsOf(`aside${round}`)).toBe(101);
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
    expect(await rowsOf(one.database)).toBe(100);
  });
});
