import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect as dial, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import provider from '../../src/providers/postgres/index.js';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import { readBeside } from '../../src/providers/postgres/read-beside.js';
import { SealingSink } from '../../src/engine/payload-files.js';
import { RewindError } from '../../src/runtime/errors.js';
import { connect, keepAwake } from '../../src/services/postgres/connection.js';
import { parseDatabaseUrl } from '../../src/services/postgres/database-url.js';
import type { Store } from '../../src/store/store.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { makeRepository } from '../support/repository.js';

let server: TestPostgres;
let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'rewind-liveness-'));
  server = await startPostgres();
  await server.createDatabase('shop');
  await server.query(
    'shop',
    'CREATE TABLE fans (id int PRIMARY KEY); INSERT INTO fans SELECT generate_series(1, 1000)',
  );
  // No superuser: a superuser ignores connection limits.
  await server.query('postgres', `CREATE ROLE backup LOGIN PASSWORD 'secret-of-backup' IN ROLE pg_read_all_data`);
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

const urlOf = (user: string, database = 'shop'): string =>
  `postgresql://${user}@${server.host}:${server.port}/${database}?sslmode=disable`;
const contextOf = (url: string, env: Record<string, string> = {}): TestContext =>
  testContext({ env: { DATABASE_URL: url, ...env } });
const configOf = (extra: Record<string, unknown> = {}): Config =>
  schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}', 'client-bin': server.binDir, ...extra });

/** A directory of client programs in which one is a script of ours. */
function clientWith(program: string, script: string): string {
  const folder = mkdtempSync(join(root, 'bin-'));
  for (const name of ['pg_dump', 'pg_restore', 'psql']) {
    const own = name === program ? script : `exec ${server.binDir}/${name} "$@"`;
    writeFileSync(
      join(folder, name),
      `#!/bin/sh\nif [ "$1" = --version ]; then exec ${server.binDir}/${name} --version; fi\n${own}\n`,
    );
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

test('a dump that fails ends the statement beside it, and its error is the error', async () => {
  const ctx = testContext();
  const address = parseDatabaseUrl(server.url('shop'), {}, 'db');
  const client = await connect(ctx, address);
  let begun: () => void = () => undefined;
  const counting = new Promise<void>((resolve) => (begun = resolve));
  const counts = async (): Promise<unknown> => {
    const answer = client.query('SELECT pg_sleep(60)');
    begun();
    return answer;
  };
  const dump = async (): Promise<never> => {
    await counting;
    throw new RewindError('database-locked', 'a migration');
  };
  await expect(readBeside(ctx, client, address, counts, dump)).rejects.toMatchObject({ code: 'database-locked' });
  await client.end();
});

describe('a pg_dump that dies before its first byte', () => {
  test('CONNECTION LIMIT 1: the program ends, with the error of the server and what to do', async () => {
    const limited = await server.createDatabase('limited');
    await server.query('postgres', 'ALTER DATABASE limited CONNECTION LIMIT 1');
    const url = limited.replace(/\/\/.*@/, '//backup:secret-of-backup@');
    const repository = await makeRepository({
      resources: [`{ id: db, provider: postgres, url: "\${DATABASE_URL}", client-bin: ${server.binDir} }`],
      env: { DATABASE_URL: url, REWIND_IDENTITY: undefined },
    });
    // Ends a program that hangs.
    const late: { timer?: NodeJS.Timeout } = {};
    const result = await repository.run(['snapshot'], {
      onLog: (_text, child) => {
        late.timer ??= setTimeout(() => child.kill('SIGKILL'), 10_000);
      },
    });
    clearTimeout(late.timer);
    repository.remove();
    expect(result.signal).toBeNull();
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('too many connections for database "limited"');
    expect(result.stderr).toContain('Raise the connection limit');
  }, 20_000);

  test('its error is the error, and no program of ours stays behind', async () => {
    const dying = clientWith('pg_dump', `echo 'pg_dump: error: connection refused by pg_hba' >&2; exit 1`);
    // The server is one.
    await until(() => children() === 1);
    const capture = provider.capture(
      configOf({ 'client-bin': dying }),
      contextOf(server.url('shop')),
      new MemoryPayloads(),
    );
    await expect(capture).rejects.toMatchObject({
      code: 'dump-failed',
      message: expect.stringContaining('connection refused by pg_hba'),
    });
    await until(() => children() === 1);
  });

  test('PGPASSWORD only in the environment: pg_dump gets it too', async () => {
    const payloads = new MemoryPayloads();
    const ctx = contextOf(urlOf('backup'), { PGPASSWORD: 'secret-of-backup' });
    await provider.capture(configOf(), ctx, payloads);
    expect(payloads.has('dump')).toBe(true);
    expect(ctx.masker.redact('secret-of-backup')).toBe('***');
  });
});

describe('time limits of the server', () => {
  test.each([
    ['statement_timeout', 14],
    ['idle_session_timeout', 14],
    ['idle_in_transaction_session_timeout', 14],
    ['transaction_timeout', 17],
  ])('%s ends neither a backup nor a restore', async (setting, since) => {
    if (server.major < since) return;
    const name = `limit_${setting}`;
    await server.createDatabase(name);
    await server.query(
      name,
      `CREATE TABLE fans (id int PRIMARY KEY); INSERT INTO fans SELECT generate_series(1, 1000);
       CREATE FUNCTION slow(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 FROM pg_sleep(0.3)';
       CREATE TABLE few (id int); INSERT INTO few VALUES (1); CREATE INDEX ON few (slow(id))`,
    );
    const slow = clientWith('pg_dump', `sleep 0.4; exec ${server.binDir}/pg_dump "$@"`);
    const config = configOf({ 'client-bin': slow, restore: 'swap' });
    const ctx = contextOf(server.url(name));
    await server.query('postgres', `ALTER ROLE ${server.user} SET ${setting} = '200ms'`);
    try {
      const payloads = new MemoryPayloads();
      const saved = await provider.capture(config, ctx, payloads);
      await server.query(name, 'DELETE FROM fans');
      const live = await provider.capture(config, ctx, new MemoryPayloads('compare'));
      for (const change of provider.plan(saved, live)) await provider.apply(config, change, ctx, payloads);
    } finally {
      await server.query('postgres', `ALTER ROLE ${server.user} RESET ${setting}`);
    }
    expect((await server.query(name, 'SELECT count(*)::int AS rows FROM fans'))[0]?.rows).toBe(1000);
  });
});

test('a migration that comes between the locks of the backup and of pg_dump is named while it waits, and passes first', async () => {
  const go = join(root, 'go');
  const waiting = clientWith(
    'pg_dump',
    `while [ ! -e ${go} ]; do sleep 0.05; done; exec ${server.binDir}/pg_dump "$@"`,
  );
  const ctx = contextOf(server.url('shop'));
  const capture = provider.capture(configOf({ 'client-bin': waiting }), ctx, new MemoryPayloads());
  await until(() => ctx.lines.some((line) => line.includes('counting rows done')));
  const migration = server.query('shop', `SET application_name = 'migrate'; ALTER TABLE fans ADD COLUMN late int`);
  await until(() => ctx.lines.some((line) => /^warn .*application "migrate"/.test(line)), 10_000);
  expect(ctx.lines.find((line) => line.includes('migrate'))).toMatch(
    /pid \d+ \(application "migrate", user "rewind"\) has waited .* for AccessExclusiveLock on public\.fans\. It goes on when this backup ends/,
  );
  writeFileSync(go, '');
  // pg_dump waits behind the migration, which waits for the session that counts: without a limit nobody would go on.
  const saved = await capture;
  await migration;
  expect(saved.tables).toHaveLength(1);
  expect(ctx.lines.join('\n')).toContain('then starts again');
});

test('a proxy that drops idle connections does not end the session that holds the snapshot', async () => {
  const proxy = await droppingProxy(server.port, 1_500);
  try {
    const ctx = testContext();
    const address = parseDatabaseUrl(server.url('shop').replace(`:${server.port}/`, `:${proxy.port}/`), {}, 'db');
    const client = await connect(ctx, address);
    const work = new Promise((resolve) => setTimeout(resolve, 3_000));
    await keepAwake(ctx, client, work, 100);
    expect((await client.query('SELECT 1 AS alive')).rows).toEqual([{ alive: 1 }]);
    await client.end();
  } finally {
    proxy.close();
  }
});

test('a full store is the error, not the broken stream that it leaves', async () => {
  const full = {
    put: async (_key: string, content: Readable | Uint8Array) => {
      if (content instanceof Readable) {
        for await (const chunk of content) if (chunk) break;
      }
      await new Promise((resolve) => setImmediate(resolve));
      throw new RewindError('disk-full', 'Could not write the store: the disk is full.');
    },
  } as unknown as Store;
  const recipient = await identityToRecipient(await generateIdentity());
  const sink = new SealingSink(full, [recipient], 'production', '20260101T000000Z-test00', 'subject');
  const capture = provider.capture(configOf(), contextOf(server.url('shop')), sink);
  await expect(capture).rejects.toMatchObject({ code: 'disk-full' });
});

/** Child processes of this process. */
function children(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'ProcessWrap').length;
}

async function until(condition: () => boolean, withinMs = 5_000): Promise<void> {
  for (let waited = 0; waited < withinMs; waited += 20) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the condition did not come true');
}

/** A TCP proxy that cuts a connection without traffic, as load balancers do. */
async function droppingProxy(port: number, idleMs: number): Promise<{ port: number; close: () => void }> {
  const open = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = dial(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => undefined).on('close', () => to.destroy());
      from.on('data', (data) => to.write(data));
    }
    near.setTimeout(idleMs, () => near.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    close: () => {
      for (const socket of open) socket.destroy();
      proxy.close();
    },
  };
}
