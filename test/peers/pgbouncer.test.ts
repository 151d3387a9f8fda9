import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../support/free-port.js';
import { configOf, contextFor, Restorable } from '../support/postgres-restore.js';
import { serverUser, startPostgres, type TestPostgres } from '../support/postgres.js';

/** A real PgBouncer: Rewind refuses it in every mode, and applications behind it meet the restored database after a swap. */
let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres();
  await server.createDatabase('shop');
});
afterAll(() => server.stop());

/** @param lines of its configuration */
async function startPgBouncer(...lines: string[]) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'rewind-pgbouncer-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'users'), `"${server.user}" "${server.password}"\n`);
  const settings = [
    '[databases]',
    `shop = host=${server.host} port=${server.port} user=${server.user} password=${server.password}`,
    '[pgbouncer]',
    ...['listen_addr = 127.0.0.1', `listen_port = ${port}`, 'unix_socket_dir =', 'auth_type = scram-sha-256'],
    ...[`auth_file = ${join(folder, 'users')}`, ...lines],
  ];
  writeFileSync(join(folder, 'ini'), `${settings.join('\n')}\n`);
  const child = spawn('pgbouncer', [join(folder, 'ini')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` },
    ...serverUser(),
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = once(child, 'close');
  const url = new URL(server.url('shop'));
  url.port = String(port);
  for (let tries = 0; !log.includes('process up'); tries += 1) {
    if (tries === 100 || child.exitCode !== null) throw new Error(`PgBouncer did not start: ${log}`);
    await sleep(50);
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      // It waits for its clients on the first signal.
      child.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const DROPPED = 'ignore_startup_parameters = options';

describe.each(['session', 'transaction', 'statement'])('pool_mode = %s', (mode) => {
  test.each([
    ['as it comes', [], 'it refuses the start of a session: unsupported startup parameter'],
    ['which drops the settings of a session', [DROPPED], 'another process than the server answers'],
  ])('%s: told as a pooler, by check and by snapshot', async (_, lines, why) => {
    const pooler = await startPgBouncer(`pool_mode = ${mode}`, ...lines);
    try {
      const world = new Restorable(server, 'shop', configOf(), contextFor(pooler.url.href));
      const refused = { code: 'database-pooled-url', message: expect.stringContaining(why) };
      await expect(world.check()).rejects.toMatchObject(refused);
      await expect(world.snapshot()).rejects.toMatchObject(refused);
    } finally {
      await pooler.stop();
    }
  });
});

test('a wrong password, and a database that it does not know: told with what it says, not as a refusal of settings', async () => {
  const pooler = await startPgBouncer(DROPPED);
  try {
    const says = async (change: (url: URL) => void) => {
      const url = new URL(pooler.url);
      change(url);
      const error: unknown = await new Restorable(server, 'shop', configOf(), contextFor(url.href))
        .check()
        .catch((thrown: unknown) => thrown);
      return error;
    };
    // Other versions may have the SQLSTATE of PostgreSQL, which is not told as a pooler's.
    const pooled = (text: string) =>
      expect.stringMatching(new RegExp(`(it refuses the start of a session|^Failed .*): .*${text}`));
    expect(await says((url) => (url.pathname = '/nowhere'))).toMatchObject({
      message: pooled('no such database: nowhere'),
    });
    expect(await says((url) => (url.password = 'wrong-4471'))).toMatchObject({
      message: pooled('authentication failed'),
    });
  } finally {
    await pooler.stop();
  }
});

test('a swap: what an application behind it writes after that is in the restored database', async () => {
  const pooler = await startPgBouncer('pool_mode = transaction', 'server_login_retry = 1');
  const world = new Restorable(server, 'shop');
  const writes = async (id: number): Promise<boolean> => {
    const client = new Client({ connectionString: pooler.url.href, connectionTimeoutMillis: 20_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('INSERT INTO fans VALUES ($1)', [id]);
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  try {
    await world.query('CREATE TABLE fans (id int PRIMARY KEY)');
    await world.snapshot();
    expect(await writes(1)).toBe(true);
    const [change] = await world.plan();
    expect(change?.warnings.join(' ')).toContain('server_login_retry');
    await world.restore();
    const from = Date.now();
    while (!(await writes(2))) {
      if (Date.now() - from > 10_000) throw new Error('PgBouncer has no database 10 s after the swap');
    }
    expect(await world.query('SELECT id FROM fans')).toEqual([{ id: 2 }]);
  } finally {
    await pooler.stop();
  }
});
