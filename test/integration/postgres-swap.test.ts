import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import provider from '../../src/providers/postgres/index.js';
import { findDatabase } from '../../src/providers/postgres/databases.js';
import { fence } from '../../src/providers/postgres/fence.js';
import { MaintenanceSession } from '../../src/providers/postgres/maintenance.js';
import { derivedName, newName } from '../../src/providers/postgres/names.js';
import { withFillingTag } from '../../src/providers/postgres/restore-tag.js';
import { addressOf } from '../../src/providers/postgres/server.js';
import { swap } from '../../src/providers/postgres/swap.js';
import { cutPostgres } from '../support/cut-postgres.js';
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
const rowsOf = async (database: string): Promise<number> =>
  Number((await server.query(database, 'SELECT count(*) FROM orders'))[0]?.count);
const databases = async (like: string): Promise<string[]> =>
  (await server.query('postgres', `SELECT datname FROM pg_database WHERE datname LIKE '${like}' ORDER BY 1`)).map(
    ({ datname }) => String(datname),
  );
const oidOf = async (name: string): Promise<number> =>
  Number((await server.query('postgres', `SELECT oid FROM pg_database WHERE datname = '${name}'`))[0]?.oid);

test('a session that was connecting when the swap closed the database does not stop the swap', async () => {
  const [database, restored] = ['late', 'late_restored'];
  for (const name of [database, restored]) await server.createDatabase(name);
  const [operator, client, late] = ['postgres', 'postgres', database].map(
    (name) => new Client({ connectionString: server.url(name) }),
  ) as [Client, Client, Client];
  late.on('error', () => undefined);
  await operator.connect();
  await client.connect();
  const sees = async (sql: string): Promise<boolean> => (await operator.query(sql)).rowCount !== 0;
  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    while (!(await condition())) await sleep(5);
  };
  try {
    // A new session reads it last, when it has been let in.
    await operator.query('BEGIN; LOCK pg_db_role_setting IN ACCESS EXCLUSIVE MODE');
    const connected = late.connect();
    await until(() => sees(`SELECT FROM pg_locks WHERE NOT granted AND relation = 'pg_db_role_setting'::regclass`));

    const entry = await findDatabase(client, restored);
    if (!entry) throw new Error('not created');
    let waited = false;
    const ctx = contextFor(server.url(database));
    const clock = { ...ctx.clock, sleep: (ms: number) => ((waited = true), ctx.clock.sleep(ms)) };
    const swapped = swap(client, { ...ctx, clock }, database, { entry, kind: 'restored' }, SNAPSHOT, null);
    const renaming = `SELECT FROM pg_locks WHERE NOT granted AND locktype = 'object'`;
    await until(async () => waited || (await sees(renaming)));
    await operator.query('ROLLBACK');
    await connected.catch(() => undefined);
    await swapped;
    expect(await oidOf(database)).toBe(entry.oid);
  } finally {
    for (const one of [operator, client, late]) await one.end().catch(() => undefined);
  }
});

describe('the swap itself fails', () => {
  /** A session that breaks at the statement with the names: before the server sees it, or after it was carried out. */
  const breaking = (client: Client, when: 'before' | 'after' | 'refused'): Client =>
    new Proxy(client, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (key !== 'query') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        return async (sql: string, values?: unknown[]) => {
          if (!sql.includes('RENAME TO')) return target.query(sql, values);
          if (when === 'after') await target.query(sql);
          if (when !== 'refused') await target.end();
          throw new Error(when === 'refused' ? 'permission denied' : 'Connection terminated unexpectedly');
        };
      },
    });
  const accepts = async (name: string): Promise<unknown> =>
    (await server.query('postgres', `SELECT datallowconn AS open FROM pg_database WHERE datname = '${name}'`))[0]?.open;

  test.each([
    ['refused', true, /permission denied\. "swap\d+" is the database from before, and accepts connections again/],
    ['before', true, /terminated unexpectedly\. "swap\d+" is the database from before, and accepts connections again/],
    ['before', false, /terminated unexpectedly\. Rewind could not find out whether "swap\d+" accepts connections/],
    ['after', true, null],
  ] as const)('%s, and the server can be reached: %s', async (when, reachable, message) => {
    const database = `swap${(round += 1)}`;
    for (const name of [database, `${database}_new`]) await server.createDatabase(name);
    const before = await oidOf(database);
    const [client, other] = ['postgres', 'postgres'].map(
      (name) => new Client({ connectionString: server.url(name) }),
    ) as [Client, Client];
    for (const one of [client, other]) {
      one.on('error', () => undefined);
      await one.connect();
    }
    try {
      const entry = await findDatabase(client, `${database}_new`);
      if (!entry) throw new Error('not created');
      const ctx = contextFor(server.url(database));
      const again = (): Promise<Client> =>
        reachable ? Promise.resolve(other) : Promise.reject(new Error('no route to the server'));
      const swapped = swap(breaking(client, when), ctx, database, { entry, kind: 'restored' }, SNAPSHOT, null, again);
      if (message === null) await swapped;
      else
        await expect(swapped).rejects.toMatchObject({ code: 'swap-failed', message: expect.stringMatching(message) });
      expect(await oidOf(database)).toBe(message === null ? entry.oid : before);
      expect(await accepts(database)).toBe(reachable);
      // The way that the message of the last case names.
      await provider.capabilities?.unfence?.(configOf(), ctx);
      expect(await accepts(database)).toBe(true);
    } finally {
      for (const one of [client, other]) await one.end().catch(() => undefined);
    }
  });
});

describe('unfence', () => {
  /** A database that an interrupted restore left closed. */
  async function closedShop(): Promise<string> {
    const name = `closed${(round += 1)}`;
    await server.createDatabase(name);
    const client = new Client({ connectionString: server.url('postgres') });
    await client.connect();
    const entry = await findDatabase(client, name);
    if (!entry) throw new Error('not created');
    await fence(client, contextFor(server.url(name)), entry, '0');
    await client.end();
    return name;
  }
  const unfence = (url: string) => provider.capabilities?.unfence?.(configOf(), contextFor(url));

  test('a role that may not open the database: it is closed, and that is known', async () => {
    const name = await closedShop();
    await server.query('postgres', `CREATE ROLE guest LOGIN PASSWORD 'guest-password'`);
    const url = new URL(server.url(name));
    [url.username, url.password] = ['guest', 'guest-password'];
    expect(await unfence(url.href)).toEqual({
      state: 'closed',
      text: `"${name}" stays closed: Failed opening "${name}": must be owner of database ${name}. Open it as its owner, connected to "postgres": ALTER DATABASE "${name}" ALLOW_CONNECTIONS true;`,
    });
    expect(await unfence(server.url(name))).toMatchObject({ state: 'lifted' });
  });

  test('an answer that is lost says nothing of the database', async () => {
    const name = await closedShop();
    const cut = await cutPostgres(server.url(name));
    try {
      cut.at('ALTER DATABASE', 'after');
      await expect(unfence(cut.url)).rejects.toMatchObject({ code: 'database-unreachable' });
      expect(await unfence(cut.url)).toMatchObject({ state: 'lifted' });
    } finally {
      await cut.stop();
    }
  });
});

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
