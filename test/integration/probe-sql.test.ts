import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { adapter as sql } from '../../src/probes/adapters/sql.js';
import { freePort } from '../support/free-port.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { testContext } from '../support/context.js';
import { probed, tickAt } from '../support/probes.js';

let postgres: TestPostgres;
let url: string;
beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.createDatabase('shop');
  await postgres.query(
    'shop',
    `CREATE TABLE orders (id int PRIMARY KEY, customer int); INSERT INTO orders VALUES (1, 7), (2, NULL), (3, NULL);
     CREATE SEQUENCE numbers; CREATE ROLE reader LOGIN PASSWORD 'reader-password'; GRANT SELECT ON orders TO reader;
     CREATE TABLE secrets (id int);`,
  );
});
afterAll(() => postgres.stop());

const run = (entry: Record<string, unknown>, given = url, tick = tickAt()) =>
  probed(sql, { url: '${DATABASE_URL}', ...entry }, testContext({ env: { DATABASE_URL: given } }), tick);
const sampleOf = async (entry: Record<string, unknown>) => {
  const { samples, errors } = await run(entry);
  expect(errors).toEqual([]);
  expect(samples).toHaveLength(1);
  return samples[0];
};
const errorOf = async (entry: Record<string, unknown>, given?: string, tick?: ReturnType<typeof tickAt>) => {
  const { samples, errors } = await run(entry, given, tick);
  expect(samples).toEqual([]);
  expect(errors).toHaveLength(1);
  return errors[0];
};

describe('an integrity assertion', () => {
  test.each([
    ['SELECT count(*) = 3 FROM orders', {}, { holds: true }],
    ['SELECT count(*) = 4 FROM orders;', {}, { holds: false, detail: 'the query returned false' }],
    ['SELECT * FROM orders WHERE customer = 0 -- none', { expect: 'no-rows' }, { holds: true }],
    [
      'SELECT id FROM orders WHERE customer IS NULL',
      { expect: 'no-rows' },
      { holds: false, detail: '2 rows, expected none' },
    ],
    ['SELECT id FROM orders WHERE id = 1', { expect: 'no-rows' }, { holds: false, detail: '1 row, expected none' }],
    [
      "SELECT repeat('x', 20000), generate_series(1, 300000000)",
      { expect: 'no-rows' },
      { holds: false, detail: 'more than 1000 rows, expected none' },
    ],
    ['WITH lost AS (SELECT * FROM orders WHERE customer IS NULL) SELECT count(*) < 3 FROM lost', {}, { holds: true }],
    ['VALUES (true)', {}, { holds: true }],
  ])('%s %j', async (query, rest, expected) => {
    expect(await sampleOf({ query, ...rest })).toEqual({ kind: 'assertion', at: expect.any(Number), ...expected });
  });

  test.each([
    ['SELECT count(*) FROM orders', /a value that is not a boolean/],
    ['SELECT bool_and(false) FROM orders WHERE id = 9', /NULL/],
    ['SELECT true FROM orders', /several rows/],
    ['SELECT true, true', /2 columns/],
    ['SELECT true FROM orders WHERE id = 9', /no row/],
    ['SELECT true FROM missing', /relation "missing" does not exist/],
    ['SELEC true', /syntax error/],
  ])('%s is no answer, so the data is not judged', async (query, message) => {
    expect(await errorOf({ query })).toMatchObject({ reason: 'not-watched', message: expect.stringMatching(message) });
  });
});

describe('a query that was answered before the deploy', () => {
  const query = 'SELECT count(*) = 0 FROM orders WHERE paid AND customer IS NULL AND total(id) < 0';
  const baseline = async () => {
    await postgres.query(
      'shop',
      `ALTER TABLE orders ADD paid boolean;
       CREATE FUNCTION total(int) RETURNS int LANGUAGE sql AS 'SELECT $1'`,
    );
    const { samples, facts } = await run({ query });
    expect(samples).toMatchObject([{ holds: true }]);
    return tickAt(Date.now(), { baseline: facts });
  };
  test.each([
    ['column', 'ALTER TABLE orders DROP paid', 'ALTER TABLE orders ADD paid boolean'],
    ['function', 'ALTER FUNCTION total(int) RENAME TO other', 'ALTER FUNCTION other(int) RENAME TO total'],
    ['relation', 'ALTER TABLE orders RENAME TO older', 'ALTER TABLE older RENAME TO orders'],
  ])('is a false assertion when the %s that it reads is gone', async (what, drop, restore) => {
    const tick = await baseline();
    await postgres.query('shop', drop);
    try {
      const { samples, errors } = await run({ query }, url, tick);
      const detail = expect.stringMatching(new RegExp(`^answered before the deploy, now: .*${what} .* does not exist`));
      expect([samples, errors]).toMatchObject([[{ holds: false, detail }], []]);
      // Another query than that of the baseline proves nothing.
      const wrong = await run({ query: 'SELECT missing FROM orders' }, url, tick);
      expect(wrong.errors).toMatchObject([{ reason: 'not-watched' }]);
    } finally {
      await postgres.query('shop', restore);
      await postgres.query('shop', 'ALTER TABLE orders DROP paid; DROP FUNCTION total');
    }
  });
});

test.each([
  ['a change', 'DELETE FROM orders'],
  ['a change in a WITH', 'WITH gone AS (DELETE FROM orders RETURNING 1) SELECT count(*) > 0 FROM gone'],
  ['a function that writes', "SELECT nextval('numbers') > 0"],
  ['two statements', 'SELECT true; DELETE FROM orders'],
  ['the end of the transaction', 'SELECT true; COMMIT; DELETE FROM orders'],
  ['the end of the transaction, alone', 'COMMIT'],
  ['a copy to a program', "COPY (SELECT true) TO PROGRAM 'cat >/dev/null'"],
  ['a table from a query', 'SELECT true AS x INTO made'],
  ['rows that are locked', 'SELECT true FROM orders WHERE id = 1 FOR UPDATE'],
  ['a setting', "SELECT set_config('transaction_read_only', 'off', false) = 'off'"],
])('a query that writes is refused: %s', async (_what, query) => {
  expect(await errorOf({ query })).toMatchObject({ reason: 'not-watched' });
  expect(await postgres.query('shop', 'SELECT count(*)::int AS count FROM orders')).toEqual([{ count: 3 }]);
  const [row] = await postgres.query('shop', "SELECT is_called, to_regclass('made') AS made FROM numbers");
  expect(row).toEqual({ is_called: false, made: null });
});

describe('a database that does not answer is an error, never a false assertion', () => {
  test('a query that takes too long ends at its time limit, at the server too', async () => {
    expect(await errorOf({ query: 'SELECT pg_sleep(60) IS NULL', timeout: 1 })).toMatchObject({
      message: expect.stringMatching(/statement timeout/),
    });
  });

  test('the end of the tick ends the query', async () => {
    const end = new AbortController();
    const asked = errorOf({ query: 'SELECT pg_sleep(60) IS NULL' }, url, tickAt(Date.now(), { signal: end.signal }));
    const running = "SELECT pid FROM pg_stat_activity WHERE query LIKE 'FETCH 2 FROM%' AND state = 'active'";
    while ((await postgres.query('shop', running)).length === 0);
    end.abort();
    expect(await asked).toMatchObject({ reason: 'provider', message: 'No answer before the end of the tick.' });
  });

  test('nothing listens', async () => {
    const nowhere = `postgresql://reader:reader-password@127.0.0.1:${await freePort()}/shop`;
    expect(await errorOf({ query: 'SELECT true' }, nowhere)).toMatchObject({ reason: 'provider' });
  });

  test('a wrong password, and one that the server quotes, is not shown', async () => {
    const wrong = `postgresql://${postgres.user}:wrong-secret-9@127.0.0.1:${postgres.port}/shop`;
    const error = await errorOf({ query: "SELECT 'wrong-secret-9'::int = 1" }, wrong);
    expect(error).toMatchObject({ reason: 'not-watched' });
    const right = await errorOf({ query: `SELECT '${postgres.password}'::int = 1` });
    expect(JSON.stringify([error, right])).not.toMatch(new RegExp(`wrong-secret-9|${postgres.password}`));
    expect(right?.message).toMatch(/\*\*\*/);
  });

  test('a role that may not read the table, a database that does not exist, a pooler', async () => {
    const reader = `postgresql://reader:reader-password@127.0.0.1:${postgres.port}`;
    expect(await errorOf({ query: 'SELECT count(*) = 0 FROM secrets' }, `${reader}/shop`)).toMatchObject({
      reason: 'not-watched',
      message: expect.stringMatching(/permission denied/),
    });
    for (const database of ['gone', 'shop?pgbouncer=true']) {
      expect(await errorOf({ query: 'SELECT true' }, `${reader}/${database}`)).toMatchObject({ reason: 'not-watched' });
    }
  });

  test('no variable', async () => {
    expect(await errorOf({ query: 'SELECT true' }, '')).toMatchObject({
      reason: 'not-watched',
      message: 'The environment variable DATABASE_URL is not set.',
    });
  });

  test('the text of the database is inert', async () => {
    const error = await errorOf({ query: String.raw`SELECT E'a\n::error::x\u001b[31m'::int = 1` });
    expect(error?.message).not.toContain('\n');
    expect(error?.message).not.toContain('\u001b');
    expect(error?.message).toMatch(/⏎ ::error::x/);
  });
});
