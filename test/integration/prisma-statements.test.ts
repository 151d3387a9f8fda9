import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Change } from '../../src/engine/change.js';
import provider from '../../src/providers/prisma/index.js';
import { config as schema } from '../../src/providers/prisma/config.js';
import type { State } from '../../src/providers/prisma/state.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { deployMigrations } from '../support/prisma-deploy.js';

/** Down migrations with statements that PostgreSQL refuses in a transaction: they run one by one, and go on after a crash. */
const NEWEST = '20260201000000_index';
const DOWN = `prisma/migrations/${NEWEST}/down.sql`;

let server: TestPostgres;
let round = 0;
let database: string;
let url: string;
let root: string;
let saved: State;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  database = `app${(round += 1)}`;
  url = await server.createDatabase(database);
  root = mkdtempSync(join(tmpdir(), 'rewind-prisma-'));
  write('20260101000000_init', 'CREATE TABLE fans (id serial PRIMARY KEY, email text);', 'DROP TABLE fans;');
  write(NEWEST, 'CREATE INDEX fans_email ON fans (email); ALTER TABLE fans ADD COLUMN points int;', '');
  await deployMigrations(url, join(root, 'prisma/migrations'), '20260101000000_init');
  saved = await capture();
  await deployMigrations(url, join(root, 'prisma/migrations'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, up: string, down: string): void {
  const folder = join(root, 'prisma/migrations', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), up);
  writeFileSync(join(folder, 'down.sql'), down);
}

const script = (text: string): void => writeFileSync(join(root, DOWN), text);
const config = schema.parse({ id: 'subject', provider: 'prisma', url: '${DATABASE_URL}' });
const context = (): TestContext => testContext({ env: { DATABASE_URL: url }, root });
const nothing = new MemoryPayloads();
const capture = (): Promise<State> => provider.capture(config, context(), new MemoryPayloads('compare'));
const planned = async (): Promise<Change> => {
  const [change] = provider.plan(saved, await capture());
  if (!change) throw new Error('nothing was planned');
  return change;
};
const down = async (): Promise<void> => {
  const change = await planned();
  expect(await provider.preflight?.(config, [change], context(), nothing)).toEqual([]);
  await provider.apply(config, change, context(), nothing);
};
const isDown = async (): Promise<void> => {
  expect(provider.plan(saved, await capture())).toEqual([]);
  // The note is gone: the history reads as if Prisma alone had written it.
  expect(await server.query(database, 'SELECT 1 FROM _prisma_migrations WHERE logs IS NOT NULL')).toEqual([]);
};
const query = (sql: string): Promise<Record<string, unknown>[]> => server.query(database, sql);
const exists = async (name: string): Promise<boolean> =>
  (await query(`SELECT to_regclass('${name}') IS NOT NULL AS there`))[0]?.there === true;

/** Ends the session of Rewind while a statement like this one waits in the middle: what a crash of the runner looks like. */
async function cutAt(pattern: string): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const cut = await server.query(
      'postgres',
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = '${database}' AND application_name = 'rewind' AND state = 'active'
          AND wait_event_type IN ('Lock', 'Timeout') AND query LIKE '${pattern}%'`,
    );
    if (cut.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no session runs ${pattern}`);
}

/** A transaction that CONCURRENTLY has to wait for. */
async function inTheWay<T>(work: () => Promise<T>): Promise<T> {
  const other = new Client({ connectionString: url });
  await other.connect();
  await other.query('BEGIN; INSERT INTO fans (email) VALUES (NULL)');
  try {
    return await work();
  } finally {
    await other.end();
  }
}

test('alone or beside others, they run one by one, and the plan says where', async () => {
  script('DROP INDEX CONCURRENTLY fans_email;');
  expect((await planned()).warnings).toEqual([
    expect.stringContaining(`${DOWN}:1: DROP INDEX CONCURRENTLY fans_email`),
  ]);
  script(
    `-- down\nALTER TABLE fans DROP COLUMN points;\nDROP INDEX CONCURRENTLY "fans_email";\nVACUUM fans;\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;`,
  );
  const { warnings } = await planned();
  expect(warnings).toEqual([expect.stringContaining(`${DOWN}:3`), expect.stringContaining(`${DOWN}:4: VACUUM fans`)]);
  await down();
  await isDown();
  expect(await exists('fans_email')).toBe(false);
  expect(await query('SELECT f() AS one')).toEqual([{ one: 1 }]);
});

test('check names them before the deploy', async () => {
  script('DROP INDEX CONCURRENTLY fans_email;');
  await query(`DELETE FROM _prisma_migrations WHERE migration_name = '${NEWEST}'`);
  expect(await provider.check(config, context())).toContainEqual(
    expect.objectContaining({ level: 'warning', code: 'migration-outside-transaction', file: DOWN, line: 1 }),
  );
});

describe('a failure', () => {
  test('keeps what ran before, says so, and the corrected script goes on from there', async () => {
    script('CREATE TABLE once (id int);\nVACUUM fans;\nDROP TABLE nope;\nDROP INDEX CONCURRENTLY fans_email;');
    await expect(down()).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringMatching(/down\.sql:3: table "nope" does not exist.* 2 statements before it are done/),
    });
    await expect(down()).rejects.toMatchObject({ message: expect.stringContaining('table "nope"') });
    script('CREATE TABLE once (id int);\nVACUUM fans;\nDROP INDEX CONCURRENTLY fans_email;');
    await down();
    await isDown();
  });

  test('goes on also when the corrected script could have had one transaction', async () => {
    script('CREATE TABLE once (id int);\nDROP INDEX CONCURRENTLY nope;');
    await expect(down()).rejects.toMatchObject({ code: 'migration-failed' });
    script('CREATE TABLE once (id int);\nDROP INDEX fans_email;');
    await down();
    await isDown();
    expect(await exists('fans_email')).toBe(false);
  });

  test('is not gone on from when what is done reads otherwise now', async () => {
    script('CREATE TABLE once (id int);\nDROP INDEX CONCURRENTLY nope;');
    await expect(down()).rejects.toMatchObject({ code: 'migration-failed' });
    script('CREATE TABLE twice (id int);\nDROP INDEX CONCURRENTLY fans_email;');
    const refused = { code: 'migration-interrupted', remedy: '' };
    await down().catch((error: unknown) => Object.assign(refused, error));
    expect(refused.remedy).toContain('UPDATE');
    expect(await exists('fans_email')).toBe(true);
    // What the message tells the operator to run is what ends it.
    await query('DROP INDEX fans_email');
    await query(refused.remedy.slice(refused.remedy.indexOf('UPDATE')));
    await isDown();
  });

  test('of a name that is taken stays a failure: only an interrupted statement is looked for', async () => {
    script('CREATE INDEX CONCURRENTLY fans_email ON fans (id);');
    for (let run = 1; run <= 2; run += 1) {
      await expect(down()).rejects.toMatchObject({
        code: 'migration-failed',
        message: expect.stringContaining('already exists'),
      });
    }
  });
});

describe('cut off in the middle', () => {
  test('of DROP INDEX CONCURRENTLY: the next run finishes', async () => {
    script('DROP INDEX CONCURRENTLY fans_email;\nVACUUM fans;');
    await inTheWay(() =>
      Promise.all([cutAt('DROP INDEX'), expect(down()).rejects.toMatchObject({ code: 'migration-failed' })]),
    );
    await down();
    await isDown();
    expect(await exists('fans_email')).toBe(false);
  });

  test('of CREATE INDEX CONCURRENTLY: the invalid index goes, and is built again', async () => {
    script('CREATE INDEX CONCURRENTLY fans_again ON fans (email);');
    await inTheWay(() =>
      Promise.all([cutAt('CREATE INDEX'), expect(down()).rejects.toMatchObject({ code: 'migration-failed' })]),
    );
    expect(await query(`SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 'fans_again'::regclass`)).toEqual([
      { valid: false },
    ]);
    await down();
    await isDown();
    expect(await query(`SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 'fans_again'::regclass`)).toEqual([
      { valid: true },
    ]);
  });

  test.each([
    ['DROP INDEX CONCURRENTLY fans_email;', 'DROP INDEX fans_email', null],
    ['CREATE INDEX CONCURRENTLY fans_again ON fans (email);', 'CREATE INDEX fans_again ON fans (email)', null],
    ['REINDEX TABLE CONCURRENTLY fans;', 'SELECT 1', null],
    ['CREATE INDEX CONCURRENTLY ON fans (email);', 'SELECT 1', 'migration-interrupted'],
  ])('after %s had ended, before it was noted', async (statement, already, code) => {
    script(`${statement}\nALTER TABLE fans DROP COLUMN points;`);
    // The note as a killed run leaves it: nothing done, the first statement begun.
    await query(
      `UPDATE _prisma_migrations SET logs = 'rewind: 0 statement(s) of down.sql done, the next one begun; sha256 ' || encode(sha256(''), 'hex') WHERE migration_name = '${NEWEST}'`,
    );
    await query(already);
    if (code === null) {
      await down();
      await isDown();
    } else {
      await expect(down()).rejects.toMatchObject({ code, remedy: expect.stringContaining('UPDATE') });
    }
  });

  test('of a statement that has a transaction: it was not done, and is not skipped', async () => {
    script(
      'VACUUM fans;\nALTER TABLE fans DROP COLUMN points;\nCREATE TABLE once AS SELECT 1 AS id FROM pg_sleep(30);',
    );
    await Promise.all([cutAt('CREATE TABLE once'), expect(down()).rejects.toMatchObject({ code: 'migration-failed' })]);
    script('VACUUM fans;\nALTER TABLE fans DROP COLUMN points;\nCREATE TABLE once (id int);');
    await down();
    await isDown();
    expect(await exists('once')).toBe(true);
  });
});
