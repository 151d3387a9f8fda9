import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import provider from '../../src/providers/prisma/index.js';
import { config as schema, type Config } from '../../src/providers/prisma/config.js';
import type { State } from '../../src/providers/prisma/state.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { copyServer } from '../support/physical-copy.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { deployMigrations } from '../support/prisma-deploy.js';

let server: TestPostgres;
let round = 0;
let database: string;
let url: string;
let root: string;

const MIGRATIONS: Record<string, { up: string; down?: string }> = {
  '20260101000000_init': { up: 'CREATE TABLE fans (id serial PRIMARY KEY, email text);', down: 'DROP TABLE fans;' },
  '20260201000000_points': {
    up: 'ALTER TABLE fans ADD COLUMN points int NOT NULL DEFAULT 0;',
    down: 'ALTER TABLE fans DROP COLUMN points;',
  },
  '20260301000000_index': {
    up: 'CREATE INDEX fans_email ON fans (email);',
    down: 'DROP INDEX fans_email;',
  },
};

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(async () => {
  database = `app${(round += 1)}`;
  url = await server.createDatabase(database);
  root = mkdtempSync(join(tmpdir(), 'rewind-prisma-'));
  for (const [name, { up, down }] of Object.entries(MIGRATIONS)) write(name, up, down);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, up: string, down?: string): void {
  const folder = join(root, 'prisma/migrations', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), up);
  if (down !== undefined) writeFileSync(join(folder, 'down.sql'), down);
}

const config: Config = schema.parse({ id: 'subject', provider: 'prisma', url: '${DATABASE_URL}' });
const context = (address = url): TestContext => testContext({ env: { DATABASE_URL: address }, root });
const deploy = (upTo?: string) => deployMigrations(url, join(root, 'prisma/migrations'), upTo);
const capture = (): Promise<State> => provider.capture(config, context(), new MemoryPayloads('compare'));
const nothing = new MemoryPayloads();
const columns = async (): Promise<unknown[]> =>
  (
    await server.query(
      database,
      `SELECT attname FROM pg_attribute WHERE attrelid = 'fans'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1`,
    )
  ).map((row) => row.attname);

async function downSince(saved: State): Promise<void> {
  for (const change of provider.plan(saved, await capture())) await provider.apply(config, change, context(), nothing);
}

describe('going down', () => {
  test('in a database that is read-only by default', async () => {
    await deploy('20260101000000_init');
    const saved = await capture();
    await deploy();
    await server.query('postgres', `ALTER DATABASE ${database} SET default_transaction_read_only = on`);
    await downSince(saved);
    expect(provider.plan(saved, await capture())).toEqual([]);
    expect(await columns()).toEqual(['email', 'id']);
  });

  test('newest first, to where the snapshot was; deploy applies them again', async () => {
    await deploy('20260101000000_init');
    const saved = await capture();
    await deploy();
    const plan = provider.plan(saved, await capture());
    expect(plan).toMatchObject([
      {
        id: 'down',
        database: 'down',
        before: '20260301000000_index, 20260201000000_points',
        confirm: database,
        backupFirst: true,
        dataAtRisk: [
          {
            what: '"fans"',
            rows: 0,
            note: 'drops a column; prisma/migrations/20260201000000_points/down.sql:1: ALTER TABLE fans DROP COLUMN points',
          },
        ],
      },
    ]);
    await downSince(saved);
    expect(await columns()).toEqual(['email', 'id']);
    expect(provider.plan(saved, await capture())).toEqual([]);
    expect(await deploy()).toEqual(['20260201000000_points', '20260301000000_index']);
    expect(await columns()).toEqual(['email', 'id', 'points']);
    await downSince(saved);
    expect(provider.plan(saved, await capture())).toEqual([]);
  });

  test('a script that fails leaves its migration, and the ones below, as they were', async () => {
    const saved = await capture();
    write(
      '20260201000000_points',
      MIGRATIONS['20260201000000_points']?.up ?? '',
      'ALTER TABLE fans DROP COLUMN points; SELECT 1 / 0;',
    );
    await deploy();
    const [change] = provider.plan(saved, await capture());
    if (!change) throw new Error('nothing was planned');
    await expect(provider.apply(config, change, context(), nothing)).rejects.toMatchObject({
      code: 'migration-failed',
    });
    expect(await columns()).toEqual(['email', 'id', 'points']);
    expect((await capture()).history.map(({ rolledBack }) => rolledBack)).toEqual([false, false, true]);
  });

  test('a connection that is cut in the middle leaves all or nothing; the next run finishes', async () => {
    const saved = await capture();
    write(
      '20260301000000_index',
      MIGRATIONS['20260301000000_index']?.up ?? '',
      'DROP INDEX fans_email; SELECT pg_sleep(30);',
    );
    await deploy();
    const [change] = provider.plan(saved, await capture());
    if (!change) throw new Error('nothing was planned');
    const running = provider.apply(config, change, context(), nothing);
    const cut = async (): Promise<void> => {
      for (let tries = 0; tries < 200; tries += 1) {
        const rows = await server.query(
          'postgres',
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}' AND query LIKE '%pg_sleep%' AND state = 'active'`,
        );
        if (rows.length > 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await Promise.all([cut(), expect(running).rejects.toMatchObject({ code: 'migration-failed' })]);
    expect((await capture()).history.every(({ rolledBack }) => !rolledBack)).toBe(true);
    write('20260301000000_index', MIGRATIONS['20260301000000_index']?.up ?? '', 'DROP INDEX fans_email;');
    await downSince(saved);
    expect(provider.plan(saved, await capture())).toEqual([]);
  });

  test('waits for the lock of a deploy that is under way, and says who holds it when that takes too long', async () => {
    const saved = await capture();
    await deploy();
    const [change] = provider.plan(saved, await capture());
    if (!change) throw new Error('nothing was planned');
    const other = new Client({ connectionString: url, application_name: 'prisma-deploy' });
    await other.connect();
    await other.query('SELECT pg_advisory_lock(72707369)');
    const impatient = context();
    Object.assign(impatient, { clock: { ...impatient.clock, sleep: async () => undefined } });
    await expect(provider.apply(config, change, impatient, nothing)).rejects.toMatchObject({
      code: 'migration-lock',
      message: expect.stringContaining('prisma-deploy'),
    });
    const waiting = provider.apply(config, change, context(), nothing);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await other.end();
    await waiting;
    expect(provider.plan(saved, await capture())).toEqual([]);
  });

  test('a script of another content than the approved one does not run', async () => {
    const saved = await capture();
    await deploy();
    const [change] = provider.plan(saved, await capture());
    if (!change) throw new Error('nothing was planned');
    write('20260301000000_index', MIGRATIONS['20260301000000_index']?.up ?? '', 'DROP TABLE fans;');
    expect(await provider.preflight?.(config, [change], context(), nothing)).toMatchObject([{ code: 'plan-drift' }]);
    await expect(provider.apply(config, change, context(), nothing)).rejects.toMatchObject({ code: 'plan-drift' });
    expect(provider.plan(saved, await capture())).toMatchObject([{ before: change.before }]);
  });

  test('a script that was written after the plan was approved does not run', async () => {
    const saved = await capture();
    await deploy();
    rmSync(join(root, 'prisma/migrations/20260301000000_index/down.sql'));
    const [change] = provider.plan(saved, await capture());
    if (!change) throw new Error('nothing was planned');
    write('20260301000000_index', MIGRATIONS['20260301000000_index']?.up ?? '', 'DROP TABLE fans;');
    expect(await provider.preflight?.(config, [change], context(), nothing)).toMatchObject([{ code: 'plan-drift' }]);
    await expect(provider.apply(config, change, context(), nothing)).rejects.toMatchObject({ code: 'plan-drift' });
    expect(await columns()).toEqual(['email', 'id', 'points']);
  });

  test('a script with BEGIN or COMMIT is refused before anything runs', async () => {
    const saved = await capture();
    await deploy();
    write(
      '20260301000000_index',
      MIGRATIONS['20260301000000_index']?.up ?? '',
      'BEGIN;\nDROP INDEX fans_email;\nCOMMIT;',
    );
    const plan = provider.plan(saved, await capture());
    expect(await provider.preflight?.(config, plan, context(), nothing)).toMatchObject([
      { level: 'error', code: 'migration-not-transactional', message: expect.stringContaining('down.sql:1') },
    ]);
  });

  test('a script whose bytes are not UTF-8 is refused before anything runs: its letters would be replaced in the data', async () => {
    const saved = await capture();
    await deploy();
    const path = join(root, 'prisma/migrations/20260301000000_index/down.sql');
    const refused = async (content: Buffer): Promise<unknown> => {
      writeFileSync(path, content);
      const plan = provider.plan(saved, await capture());
      return provider.preflight?.(config, plan, context(), nothing);
    };
    for (const text of ["UPDATE fans SET email = 'München';", '\ufeffDROP INDEX fans_email;']) {
      expect(await refused(Buffer.from(text, text.startsWith('U') ? 'latin1' : 'utf16le'))).toMatchObject([
        {
          code: 'migrations-unreadable',
          message: 'prisma/migrations/20260301000000_index/down.sql is not text in UTF-8.',
        },
      ]);
    }
    // It runs none of it.
    expect(await refused(Buffer.from('-- für später\nDROP INDEX fans_email;', 'latin1'))).toEqual([]);
  });

  test('an error names the line, says what was kept, and a lock that is held is given up on', async () => {
    const saved = await capture();
    await deploy();
    write(
      '20260301000000_index',
      MIGRATIONS['20260301000000_index']?.up ?? '',
      '-- é\nDROP INDEX fans_email;\n\nUPDATE fans SET email = 1\n  WHERE nope;',
    );
    await expect(downSince(saved)).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringMatching(/20260301000000_index\/down\.sql:5: column "nope" does not exist\. Nothing/),
    });
    write('20260301000000_index', MIGRATIONS['20260301000000_index']?.up ?? '', 'ALTER TABLE fans ADD COLUMN x int;');
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE fans');
    const short = schema.parse({ ...config, 'lock-timeout-seconds': 1 });
    const [change] = provider.plan(saved, await capture());
    if (!change) throw new Error('nothing was planned');
    await expect(provider.apply(short, change, context(), nothing)).rejects.toMatchObject({
      code: 'migration-failed',
      remedy: expect.stringContaining('pg_blocking_pids'),
    });
    await other.end();
    expect((await capture()).history.every(({ rolledBack }) => !rolledBack)).toBe(true);
  });

  test('cancelled, it stops between two migrations; the next run goes on', async () => {
    const saved = await capture();
    await deploy();
    const [change] = provider.plan(saved, await capture());
    if (!change) throw new Error('nothing was planned');
    const stop = new AbortController();
    const stopping = testContext({ env: { DATABASE_URL: url }, root, signal: stop.signal });
    const { log } = stopping;
    const info = (message: string): void => (message.includes('_points') ? stop.abort() : log.info(message));
    Object.assign(stopping, { log: { ...log, info } });
    await expect(provider.apply(config, change, stopping, nothing)).rejects.toMatchObject({
      code: 'cancelled',
      message: expect.stringContaining('20260101000000_init'),
    });
    expect((await capture()).history.map(({ rolledBack }) => rolledBack)).toEqual([false, true, true]);
    await downSince(saved);
    expect(provider.plan(saved, await capture())).toEqual([]);
  });
});

describe('findings', () => {
  test('missing down.sql, edited migration, removed directory, failed row: each has its own', async () => {
    await deploy('20260201000000_points');
    appendFileSync(join(root, 'prisma/migrations/20260201000000_points/migration.sql'), '\n-- edited');
    rmSync(join(root, 'prisma/migrations/20260101000000_init'), { recursive: true });
    rmSync(join(root, 'prisma/migrations/20260301000000_index/down.sql'));
    await server.query(
      database,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '20260215000000_broken $(id)')`,
    );
    const found = await provider.check(config, context());
    expect(found.map(({ level, code, file }) => [level, code, file])).toEqual([
      ['error', 'migration-failed-row', undefined],
      ['warning', 'migration-directory-missing', 'prisma/migrations'],
      ['warning', 'migration-edited', 'prisma/migrations/20260201000000_points/migration.sql'],
      ['info', 'migrations-pending', 'prisma/migrations'],
      ['warning', 'migration-down-missing', 'prisma/migrations/20260301000000_index/down.sql'],
    ]);
    for (const { level, remedy } of found) expect(level === 'info' || remedy).toBeTruthy();
    expect(found[0]?.remedy).toContain(`--rolled-back '20260215000000_broken $(id)'`);
    expect(found[3]?.message).toMatch(
      /^Once no failed migration is left, the next "prisma migrate deploy" applies 1 migration/,
    );
  });

  test('a standby, to which the address leads after a failover, does not pass the pre-flight', async () => {
    const saved = await capture();
    await deploy();
    const changes = provider.plan(saved, await capture());
    const primary = await startPostgres();
    await primary.createDatabase('shop');
    const copy = await copyServer(primary, true);
    try {
      const url = primary.url('shop').replace(`:${primary.port}/`, `:${copy.port}/`);
      const ctx = testContext({ env: { DATABASE_URL: url }, root });
      expect(await provider.preflight?.(config, changes, ctx, nothing)).toMatchObject([{ code: 'database-standby' }]);
    } finally {
      await copy.stop();
      await primary.stop();
    }
  });

  test('a plan over a migration without down.sql says so and does not pass the pre-flight', async () => {
    const saved = await capture();
    await deploy();
    rmSync(join(root, 'prisma/migrations/20260301000000_index/down.sql'));
    const plan = provider.plan(saved, await capture());
    expect(plan[0]?.warnings).toEqual(['20260301000000_index has no down.sql: this plan cannot be carried out.']);
    expect(await provider.preflight?.(config, plan, context(), nothing)).toMatchObject([
      { code: 'migration-down-missing' },
    ]);
  });

  test('a migration that was edited, or stands beside a failed one, is planned with a warning', async () => {
    const saved = await capture();
    await deploy('20260101000000_init');
    appendFileSync(join(root, 'prisma/migrations/20260101000000_init/migration.sql'), '\n-- edited');
    await server.query(
      database,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '20260215000000_broken')`,
    );
    expect(provider.plan(saved, await capture())).toMatchObject([
      { id: 'failed:20260215000000_broken' },
      {
        id: 'down',
        warnings: [
          expect.stringContaining('20260215000000_broken failed in the middle'),
          expect.stringContaining('20260101000000_init was edited'),
        ],
      },
    ]);
  });

  test('a migration that was taken down and applied again with other content is for a person', async () => {
    await deploy('20260101000000_init');
    const saved = await capture();
    await downSince({ ...saved, history: [] });
    appendFileSync(join(root, 'prisma/migrations/20260101000000_init/migration.sql'), 'ALTER TABLE fans ADD x int;');
    await deploy('20260101000000_init');
    expect(provider.plan(saved, await capture())).toMatchObject([
      { id: 'replaced:20260101000000_init', manual: expect.stringContaining('restore the database') },
    ]);
  });

  test('a failed row since the snapshot, and migrations that the snapshot has more, are for a person', async () => {
    await deploy('20260201000000_points');
    const saved = await capture();
    await server.query(
      database,
      `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name LIKE '%points';
       INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '20260215000000_broken')`,
    );
    expect(provider.plan(saved, await capture())).toMatchObject([
      { id: 'failed:20260215000000_broken', manual: expect.stringContaining('resolve --rolled-back') },
      { id: 'up', database: 'up', byHand: expect.stringContaining('prisma migrate deploy') },
    ]);
  });

  test('no history, no directory, a pooled address', async () => {
    // Before the very first deploy, too, what cannot be taken down is named.
    rmSync(join(root, 'prisma/migrations/20260301000000_index/down.sql'));
    expect((await provider.check(config, context())).map(({ level, code, line }) => [level, code, line])).toEqual([
      ['info', 'migrations-none', undefined],
      ['info', 'migrations-pending', undefined],
      ['warning', 'migration-down-loses-data', 1],
      ['warning', 'migration-down-loses-data', 1],
      ['warning', 'migration-down-missing', 1],
    ]);
    await expect(provider.check(config, context(`${url}?pgbouncer=true`))).rejects.toMatchObject({
      code: 'database-pooled-url',
    });
    rmSync(join(root, 'prisma'), { recursive: true });
    await expect(provider.check(config, context())).rejects.toMatchObject({ code: 'migrations-unreadable' });
  });

  test('migrations in a schema of their own', async () => {
    await server.query(database, 'CREATE SCHEMA shop');
    const inShop = `${url}?schema=shop&options=-c%20search_path%3Dshop`;
    await deployMigrations(inShop, join(root, 'prisma/migrations'));
    const ctx = context(`${url}?schema=shop`);
    const live = await provider.capture(config, ctx, nothing);
    expect(live.schema).toBe('shop');
    const [change] = provider.plan({ ...live, history: [] }, live);
    if (!change) throw new Error('nothing was planned');
    await provider.apply(config, change, ctx, nothing);
    expect(await server.query(database, `SELECT to_regclass('shop.fans') AS fans`)).toEqual([{ fans: null }]);
  });
});
