import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { compareProduction, readProduction } from '../../src/commands/drill/production.js';
import type { ResourceCheck } from '../../src/engine/drill-record.js';
import provider from '../../src/providers/postgres/index.js';
import { configOf, contextFor } from '../support/postgres-restore.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

/** Whether a drill that writes production is found, whatever it writes. */
let server: TestPostgres;
const SHOP = 'shop';

beforeAll(async () => {
  // Nothing writes the log by itself: no vacuum, no note of the running transactions, no checkpoint.
  const settings = ['autovacuum=off', 'wal_level=minimal', 'max_wal_senders=0', 'checkpoint_timeout=1h'];
  server = await startPostgres({ settings });
  await server.createDatabase(SHOP);
  await server.query(
    SHOP,
    `CREATE TABLE fans (id serial PRIMARY KEY, email text); INSERT INTO fans (email) SELECT 'fan' || i FROM generate_series(1, 9) i;
     CREATE SEQUENCE tickets; SELECT nextval('tickets'); CREATE ROLE reader LOGIN PASSWORD 'reads'; GRANT SELECT ON fans TO reader`,
  );
});
afterAll(() => server.stop());
// Else a reading writes down what earlier writes left.
beforeEach(() => server.query(SHOP, 'VACUUM'));

const asReader = (): string => server.url(SHOP).replace(/\/\/[^@]*@/, '//reader:reads@');

async function compared(work: () => Promise<unknown>, url = server.url(SHOP)): Promise<ResourceCheck> {
  const ctx = contextFor(url);
  const resources = [{ id: 'db', providerId: 'postgres', config: configOf(), provider }];
  const before = await readProduction(resources, ctx);
  await work();
  const [check] = await compareProduction(before, await readProduction(resources, ctx), ctx);
  if (check === undefined) throw new Error('no check');
  return check;
}
const run = (sql: string, database = SHOP) => server.query(database, sql);

test('an idle production is untouched, and the check says what was compared', async () => {
  const { outcome, title } = await compared(async () => undefined);
  expect({ outcome, title }).toEqual({
    outcome: 'passed',
    title:
      '"db" is as before the drill (equal: rows inserted, rows updated, rows deleted, reset of the counters, values of sequences, databases of the server, roles of the server, position of the log)',
  });
});

describe('a write is found', () => {
  test.each([
    ['a row inserted', `INSERT INTO fans (id, email) VALUES (0, 'new')`, 'rows inserted'],
    ['a row updated', `UPDATE fans SET email = 'other' WHERE id = 1`, 'rows updated'],
    ['a row deleted', 'DELETE FROM fans WHERE id = 2', 'rows deleted'],
    [
      'a row inserted and rolled back',
      `BEGIN; INSERT INTO fans (id, email) VALUES (77, 'x'); ROLLBACK`,
      'rows inserted',
    ],
    ['a table created', 'CREATE TABLE extra (i int)', 'rows inserted'],
    ['a table dropped', 'DROP TABLE extra', 'rows deleted'],
    ['a table emptied', 'TRUNCATE fans', 'rows updated'],
    ['a sequence advanced', `SELECT nextval('tickets')`, 'values of sequences'],
    ['a sequence set', `SELECT setval('tickets', 1)`, 'values of sequences'],
    ['a role created', 'CREATE ROLE intruder', 'roles of the server'],
    ['a membership granted', 'GRANT pg_read_all_data TO intruder', 'roles of the server'],
    ['a setting of a role', `ALTER ROLE intruder SET work_mem = '1MB'`, 'roles of the server'],
    ['a role dropped', 'DROP ROLE intruder', 'roles of the server'],
    ['a comment of the database', `COMMENT ON DATABASE ${SHOP} IS 'kept'`, 'databases of the server'],
    ['a limit of the database', `ALTER DATABASE ${SHOP} CONNECTION LIMIT 50`, 'databases of the server'],
    ['a database created', 'CREATE DATABASE other', 'databases of the server'],
    ['a large object', `SELECT lo_from_bytea(4711, 'ticket')`, 'rows inserted'],
    ['a privilege', 'GRANT INSERT ON fans TO reader', 'rows updated'],
  ])('%s', async (_name, sql, figure) => {
    const { outcome, findings } = await compared(() => run(sql));
    expect({ outcome, findings }).toEqual({
      outcome: 'unverified',
      findings: [
        expect.objectContaining({ code: 'drill-production-changed', message: expect.stringContaining(figure) }),
      ],
    });
    await run('REVOKE INSERT ON fans FROM reader');
  });
});

describe('what was not compared is said', () => {
  test('the log moved by another database', async () => {
    const { outcome, title } = await compared(() => run('CREATE TABLE elsewhere (i int)', 'postgres'));
    expect(outcome).toBe('passed');
    expect(title).toMatch(
      /roles of the server; the log of the server moved by \d+ bytes, as at a checkpoint or by a write/,
    );
  });

  test('a role that reads no sequence: its privileges decide', async () => {
    const check = await compared(() => run(`SELECT nextval('tickets')`), asReader());
    expect(check).toMatchObject({
      outcome: 'passed',
      title:
        '"db" was not written by this run: the role "reader" has no privilege that writes (not compared: 2 sequences that the role may not read)',
      findings: [],
    });
  });

  test('a role that may take numbers of a sequence writes', async () => {
    await run('GRANT UPDATE ON SEQUENCE tickets TO reader');
    const check = await compared(() => run(`SELECT nextval('tickets')`), asReader());
    await run('REVOKE UPDATE ON SEQUENCE tickets FROM reader');
    expect({ outcome: check.outcome, findings: check.findings }).toEqual({
      outcome: 'unverified',
      findings: [
        expect.objectContaining({ code: 'drill-production-unread', message: expect.stringContaining('2 sequences') }),
      ],
    });
  });

  test('a server that counts no rows', async () => {
    await run(`ALTER SYSTEM SET track_counts = off`);
    await run('SELECT pg_reload_conf()');
    try {
      await compared(async () => undefined);
      const check = await compared(() => run(`UPDATE fans SET email = 'x'`));
      expect({ outcome: check.outcome, findings: check.findings }).toEqual({
        outcome: 'unverified',
        findings: [expect.objectContaining({ message: expect.stringContaining('track_counts is off') })],
      });
    } finally {
      await run('ALTER SYSTEM RESET track_counts');
      await run('SELECT pg_reload_conf()');
    }
  });
});
