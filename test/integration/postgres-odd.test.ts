import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { configOf, Restorable } from '../support/postgres-restore.js';

let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function restorable(database: string, sql: string, extra: Record<string, unknown> = {}): Promise<Restorable> {
  await server.createDatabase(database);
  await server.query(database, sql);
  return new Restorable(server, database, configOf(extra));
}

test('partitions and children on a foreign server that does not answer: restored, and the local tables are analyzed', async () => {
  const world = await restorable(
    'far',
    `CREATE EXTENSION postgres_fdw;
     CREATE SERVER away FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', dbname 'nowhere');
     CREATE TABLE parted (i int) PARTITION BY RANGE (i);
     CREATE TABLE near PARTITION OF parted FOR VALUES FROM (1) TO (100);
     CREATE TABLE inner_parted PARTITION OF parted FOR VALUES FROM (100) TO (200) PARTITION BY RANGE (i);
     CREATE TABLE leaf PARTITION OF inner_parted DEFAULT;
     CREATE FOREIGN TABLE old PARTITION OF parted FOR VALUES FROM (200) TO (300) SERVER away;
     CREATE TABLE parent (i int); CREATE FOREIGN TABLE child () INHERITS (parent) SERVER away;
     INSERT INTO near SELECT generate_series(1, 99); INSERT INTO leaf SELECT generate_series(100, 199);
     INSERT INTO parent VALUES (1)`,
  );
  await world.snapshot();
  await world.query('DELETE FROM near; DELETE FROM ONLY parent');
  await world.restore();
  expect(await world.plan()).toEqual([]);
  expect(
    await world.query(`SELECT relname, reltuples FROM pg_class WHERE relname IN ('near', 'leaf') ORDER BY 1`),
  ).toEqual([
    { relname: 'leaf', reltuples: 100 },
    { relname: 'near', reltuples: 99 },
  ]);
});
