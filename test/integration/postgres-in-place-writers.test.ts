import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { lockWriters } from '../../src/providers/postgres/in-place-lock.js';
import provider from '../../src/providers/postgres/index.js';
import { addressOf } from '../../src/providers/postgres/server.js';
import { configOf, contextOf, restoreByEngine } from '../support/in-place.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { Writers } from '../support/writers.js';

/** REWIND_SEEDS=20 runs more of them. */
const RUNS = Number(process.env.REWIND_SEEDS ?? '2');
let server: TestPostgres;
const figures: unknown[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  if (RUNS > 2) console.error(figures.map((run) => JSON.stringify(run)).join('\n'));
});

test.each(Array.from({ length: RUNS }, (_, index) => index))(
  'writers during a restore in place, run %i: what was acknowledged is in production or in the backup before it',
  async (run) => {
    const database = `writers${run}`;
    const ctx = contextOf(await server.createDatabase(database));
    const config = configOf(server);
    await server.query(
      database,
      `CREATE TABLE log (key text); CREATE TABLE filler AS SELECT i, md5(i::text) AS t FROM generate_series(1, 60000) i`,
    );
    const payloads = new MemoryPayloads();
    const saved = await provider.capture(config, ctx, payloads);
    const writers = new Writers(server, database, 6);
    const undo = new MemoryPayloads();
    try {
      await writers.more(200);
      const [outcome] = await restoreByEngine(config, ctx, payloads, saved, async () => {
        await provider.capture(config, ctx, undo);
      });
      expect(outcome?.error).toBeUndefined();
      expect(outcome?.status).toBe('done');
      // They go on afterwards.
      await writers.more(200);
    } finally {
      await writers.stop();
    }

    const kept = await server.createDatabase(`${database}_undo`);
    const restored = spawnSync(join(server.binDir, 'pg_restore'), [`--dbname=${kept}`], {
      input: await undo.read('dump'),
    });
    expect(restored.status).toBe(0);
    const keys = async (name: string): Promise<unknown[]> =>
      (await server.query(name, 'SELECT key FROM log')).map(({ key }) => key);
    const found = new Set([...(await keys(database)), ...(await keys(`${database}_undo`))]);
    expect(writers.acknowledged().filter((key) => !found.has(key))).toEqual([]);
    expect(found.size).toBeGreaterThan(400);
    figures.push(writers.figures());
  },
);

test('a session that has read and now waits to write is ended, not made a deadlock', async () => {
  const ctx = contextOf(await server.createDatabase('deadlock'));
  const config = configOf(server);
  await server.query('deadlock', 'CREATE TABLE a (i int); CREATE VIEW v AS SELECT * FROM a');
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(config, ctx, payloads);
  await server.query('deadlock', 'INSERT INTO a VALUES (1)');
  const reader = new Client({ connectionString: server.url('deadlock') });
  reader.on('error', () => undefined);
  await reader.connect();
  let ended: unknown;
  const [outcome] = await restoreByEngine(config, ctx, payloads, saved, async () => {
    await reader.query('BEGIN; SELECT * FROM v');
    ended = reader.query('INSERT INTO a VALUES (2)').catch((error: unknown) => error);
    const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'a'::regclass`;
    while ((await server.query('deadlock', waiting)).length === 0) await sleep(5);
  });
  expect(outcome?.error).toBeUndefined();
  expect(await ended).toBeInstanceOf(Error);
  expect(await server.query('deadlock', 'SELECT count(*)::int AS count FROM a')).toEqual([{ count: 0 }]);
});

test('a table that is created and filled during the backup: the restore stops before it drops it', async () => {
  const ctx = contextOf(await server.createDatabase('created'));
  const config = configOf(server);
  await server.query('created', 'CREATE SCHEMA s; CREATE TABLE s.a (i int)');
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(config, ctx, payloads);
  await server.query('created', 'INSERT INTO s.a VALUES (1)');
  const outcomes = await restoreByEngine(config, ctx, payloads, saved, async () => {
    await server.query('created', 'CREATE TABLE s.late AS SELECT 1 AS i');
  });
  expect(outcomes).toMatchObject([
    {
      status: 'failed',
      error: { code: 'restore-failed', message: expect.stringContaining('table s.late was created') },
    },
  ]);
  expect(await server.query('created', 'SELECT a.i, l.i AS late FROM s.a, s.late l')).toEqual([{ i: 1, late: 1 }]);
});

test('a large object that is written during the backup: the restore stops before it is lost', async () => {
  const ctx = contextOf(await server.createDatabase('objects'));
  const config = configOf(server);
  await server.query('objects', `CREATE TABLE a (i int); SELECT lo_from_bytea(4242, 'before')`);
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(config, ctx, payloads);
  await server.query('objects', 'INSERT INTO a VALUES (1)');
  const outcomes = await restoreByEngine(config, ctx, payloads, saved, async () => {
    await server.query('objects', `SELECT lo_put(4242, 0, 'during')`);
  });
  expect(outcomes).toMatchObject([
    { status: 'failed', error: { message: expect.stringContaining('large objects were written') } },
  ]);
  expect(await server.query('objects', `SELECT convert_from(lo_get(4242), 'UTF8') AS text`)).toEqual([
    { text: 'during' },
  ]);
});

test('a writer that does not end its transaction: the restore gives up, says so, and lets the others write on', async () => {
  const ctx = contextOf(await server.createDatabase('busy'));
  await server.query('busy', 'CREATE TABLE a (i int)');
  const holder = new Client({ connectionString: server.url('busy') });
  await holder.connect();
  await holder.query('BEGIN; INSERT INTO a VALUES (2)');
  const config = configOf(server);
  await expect(lockWriters(config, ctx, addressOf(config, ctx), 200)).rejects.toMatchObject({
    code: 'database-locked',
    message: expect.stringContaining('its writers could not be stopped. Nothing was changed.'),
  });
  await server.query('busy', 'INSERT INTO a VALUES (3)');
  await holder.query('COMMIT');
  await holder.end();
});
