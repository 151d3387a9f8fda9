import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readRows } from '../../src/services/postgres/rows.js';
import { beginSnapshot } from '../../src/services/postgres/begin-snapshot.js';
import { besides } from '../../src/services/postgres/beside.js';
import { connect, type DatabaseClient, type Queryable } from '../../src/services/postgres/connection.js';
import type { OpenBeside } from '../../src/services/postgres/count-tables.js';
import { parseDatabaseUrl } from '../../src/services/postgres/database-url.js';
import { testContext } from '../support/context.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

let server: TestPostgres;
const ctx = testContext();
const database = 'counted';
const noPast = () => ({ restored: null });

beforeAll(async () => {
  server = await startPostgres();
  await server.createDatabase(database);
  await server.query(
    database,
    `CREATE TABLE small (id int);
     CREATE TABLE a_large (id int, body text); INSERT INTO a_large SELECT i, repeat('x', 900) FROM generate_series(1, 9000) i;
     CREATE TABLE b_large (id int, body text); INSERT INTO b_large SELECT i, repeat('y', 900) FROM generate_series(1, 9001) i;
     INSERT INTO small VALUES (1), (2);
     CREATE ROLE narrow LOGIN PASSWORD 'narrow-secret' CONNECTION LIMIT 4; GRANT pg_read_all_data TO narrow`,
  );
});
afterAll(() => server.stop());

const addressOf = (url: string) => parseDatabaseUrl(url, {}, 'db');

/** Runs the work in the transaction of a snapshot, and ends the session. */
async function within<T>(url: string, work: (first: DatabaseClient, open: OpenBeside) => Promise<T>): Promise<T> {
  const address = addressOf(url);
  const first = await connect(ctx, address, database);
  try {
    const exported = await beginSnapshot(first, 'db');
    return await work(first, besides(ctx, address, database, first, exported));
  } finally {
    await first.end();
  }
}

/** Notes the tables that a session counts, and calls back before it does. */
function noting(session: Queryable, counted: string[], before: () => Promise<void> = async () => undefined): Queryable {
  return {
    query: async (text, values) => {
      const [, table] = /^SELECT count[^]*FROM ONLY (\S+)/.exec(text) ?? [];
      if (table !== undefined) {
        counted.push(table);
        await before();
      }
      return session.query(text, values);
    },
  };
}

const sessionsLeft = async (): Promise<unknown> =>
  (await server.query('postgres', `SELECT pid FROM pg_stat_activity WHERE datname = '${database}'`)).length;

test('two sessions count the same as one, each a part of the tables, in one snapshot', async () => {
  const counted: [string[], string[]] = [[], []];
  await within(server.url(database), async (first, open) => {
    const alone = await readRows(first, 'content', ctx, undefined, noPast);
    // Both sessions must not see it.
    await server.query(database, 'INSERT INTO small VALUES (3)');
    let bothBegan = (): void => undefined;
    const both = new Promise<void>((resolve) => (bothBegan = resolve));
    const meet = async (): Promise<void> => {
      if (counted.every(({ length }) => length > 0)) bothBegan();
      await both;
    };
    const together = await readRows(
      noting(first, counted[0], meet),
      'content',
      ctx,
      undefined,
      noPast,
      async (count) => {
        const beside = await open(count);
        expect(beside.sessions).toHaveLength(1);
        return { ...beside, sessions: beside.sessions.map((session) => noting(session, counted[1], meet)) };
      },
    );
    expect(together).toEqual(alone);
    expect(together.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['public.a_large', 9000],
      ['public.b_large', 9001],
      ['public.small', 2],
    ]);
    expect([...counted[0], ...counted[1]].sort()).toEqual([
      '"public"."a_large"',
      '"public"."b_large"',
      '"public"."small"',
    ]);
  });
  expect(await sessionsLeft()).toBe(0);
  await server.query(database, 'DELETE FROM small WHERE id = 3');
});

test.each([
  ['a limit of the user', () => server.url(database).replace(/\/\/[^@]*@/, '//narrow:narrow-secret@')],
  ['no session left for others', () => server.url(database)],
])('one session reads all: %s', async (name, url) => {
  const others: DatabaseClient[] = [];
  try {
    const [max] = await server.query('postgres', "SELECT current_setting('max_connections')::int AS most");
    if (name.startsWith('no session')) {
      while (others.length < Number(max?.most) - 10)
        others.push(await connect(ctx, addressOf(server.url('postgres')), 'postgres'));
    }
    await within(url(), async (first, open) => {
      let sessions = -1;
      const found = await readRows(first, 'rows', ctx, undefined, noPast, async (count) => {
        const beside = await open(count);
        sessions = beside.sessions.length;
        return beside;
      });
      expect(sessions).toBe(0);
      expect(found.tables.map(({ rows }) => rows)).toEqual([9000, 9001, 2]);
    });
  } finally {
    await Promise.all(others.map((other) => other.end()));
  }
});

test('the first session counts what a second one does not finish', async () => {
  const counted: string[] = [];
  await within(server.url(database), async (first, open) => {
    const found = await readRows(noting(first, counted), 'rows', ctx, undefined, noPast, async (count) => {
      const beside = await open(count);
      return {
        ...beside,
        sessions: beside.sessions.map((session) =>
          noting(session, [], async () => {
            const { rows } = await session.query('SELECT pg_backend_pid() AS pid');
            await server.query('postgres', 'SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
          }),
        ),
      };
    });
    expect(found.tables.map(({ rows }) => rows)).toEqual([9000, 9001, 2]);
    expect(counted).toHaveLength(3);
  });
  expect(await sessionsLeft()).toBe(0);
});

test('when the first session fails, the second one stops at once, and the error is that of the first', async () => {
  await server.query(
    database,
    `CREATE FUNCTION slow(int) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(600); RETURN true; END'`,
  );
  await within(server.url(database), async (first, open) => {
    let asked = false;
    const failing: Queryable = {
      query: async (text, values) => {
        if (!/^SELECT count[^]*FROM ONLY/.test(text)) return first.query(text, values);
        while (!asked) await new Promise((resolve) => setTimeout(resolve, 10));
        return first.query('SELECT 1 / 0');
      },
    };
    const counting = readRows(failing, 'rows', ctx, undefined, noPast, async (count) => {
      const beside = await open(count);
      const sleeping = (session: Queryable): Queryable => ({
        query: async (text, values) => {
          if (!/^SELECT count[^]*FROM ONLY/.test(text)) return session.query(text, values);
          const answer = session.query('SELECT public.slow(1)');
          asked = true;
          return answer;
        },
      });
      return { ...beside, sessions: beside.sessions.map(sleeping) };
    });
    await expect(counting).rejects.toThrow('division by zero');
  });
  expect(await sessionsLeft()).toBe(0);
});
