import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
