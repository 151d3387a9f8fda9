import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SAME_FOR_ALL } from '../../src/readiness/migrations/effects.js';
import { hazardsOf } from '../../src/readiness/migrations/hazards.js';
import { startScratchPostgres, type ScratchServer } from '../../src/readiness/migrations/scratch-postgres.js';
import { OWN_SEARCH_PATH, withDatabase, type DatabaseClient } from '../../src/services/postgres/connection.js';
import { parseDatabaseUrl } from '../../src/services/postgres/database-url.js';
import { testContext } from '../support/context.js';

/** PostgreSQL itself says which new column writes the table again: the table then gets another file. */
let server: ScratchServer;
let url: string;
beforeAll(async () => {
  server = await startScratchPostgres(testContext(), null);
  url = await server.createDatabase('rewrites');
});
afterAll(() => server.stop());

function session<T>(work: (client: DatabaseClient) => Promise<T>): Promise<T> {
  const address = parseDatabaseUrl(url, {}, 'schema');
  return withDatabase(testContext(), address, address.database, async (client) => {
    await client.query(OWN_SEARCH_PATH);
    return work(client);
  });
}

const COLUMNS = [
  'TEXT',
  `TEXT NOT NULL DEFAULT ''`,
  'INT DEFAULT 1 + 1',
  'TIMESTAMPTZ NOT NULL DEFAULT now()',
  'TIMESTAMPTZ DEFAULT CURRENT_TIMESTAMP',
  `TIMESTAMP DEFAULT timezone('utc', now())`,
  `DATE DEFAULT date_trunc('month', now())`,
  `JSONB DEFAULT '{}'::jsonb`,
  `TEXT[] DEFAULT ARRAY[]::text[]`,
  `TEXT DEFAULT current_setting('server_version')`,
  'UUID DEFAULT gen_random_uuid()',
  'INT DEFAULT (random() * 10)::int',
  'TIMESTAMPTZ DEFAULT clock_timestamp()',
  'TEXT DEFAULT md5(random()::text)',
  'SERIAL',
  'BIGSERIAL NOT NULL',
  'INT GENERATED ALWAYS AS IDENTITY',
  'INT GENERATED ALWAYS AS (n * 2) STORED',
];

test.each(COLUMNS)('ADD COLUMN c %s', async (definition) => {
  const sql = `ALTER TABLE t ADD COLUMN c ${definition}`;
  const rewritten = await session(async (client) => {
    const file = async (): Promise<unknown> => (await client.query(`SELECT pg_relation_filenode('t')`)).rows[0];
    await client.query('CREATE TABLE t AS SELECT 1 AS n');
    const before = await file();
    await client.query(sql);
    const after = await file();
    await client.query('DROP TABLE t');
    return JSON.stringify(before) !== JSON.stringify(after);
  });
  const codes = (await hazardsOf(sql, 'm.sql', null)).map(({ code }) => code);
  expect(codes.includes('adding-field-with-default')).toBe(rewritten);
});

test('no function that is taken for one value is volatile', async () => {
  const { rows } = await session((client) =>
    client.query(`SELECT DISTINCT proname::text FROM pg_proc
      WHERE provolatile = 'v' AND pronamespace = 'pg_catalog'::regnamespace`),
  );
  const names = (rows as { proname: string }[]).map(({ proname }) => proname);
  expect(names).toContain('random');
  expect(names.filter((name) => SAME_FOR_ALL.test(name))).toEqual([]);
});
