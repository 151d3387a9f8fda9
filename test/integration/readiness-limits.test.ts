import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrationFindings } from '../../src/readiness/migrations/index.js';
import { startScratchPostgres, type ScratchServer } from '../../src/readiness/migrations/scratch-postgres.js';
import { parseDatabaseUrl } from '../../src/services/postgres/database-url.js';
import { OWN_SEARCH_PATH, withDatabase } from '../../src/services/postgres/connection.js';
import { messageOf } from '../../src/runtime/errors.js';
import { testContext } from '../support/context.js';
import { environmentOf, FROM_SOURCES } from '../support/program.js';
import { BASE, CONFIG } from '../support/readiness/pull-requests.js';

/** What a pull request of anybody may do with the runner that judges its migrations. */
describe('its SQL, on the scratch server', () => {
  let server: ScratchServer | undefined;
  afterEach(() => server?.stop());

  /** The message of the error; empty if it succeeded. */
  const run = async (url: string, sql: string): Promise<string> => {
    const ctx = testContext();
    const address = parseDatabaseUrl(url, {}, 'schema');
    return withDatabase(ctx, address, address.database, async (client) => {
      // As for every SQL from outside.
      await client.query(OWN_SEARCH_PATH);
      return client.query(sql);
    }).then(
      () => '',
      (error: unknown) => messageOf(error),
    );
  };

  test('cannot become the superuser, hold all connections, or fill the disk', async () => {
    server = await startScratchPostgres(testContext(), null, { seconds: 60, megabytes: 100 });
    const url = await server.createDatabase('trial');
    expect(await run(url, 'SELECT 1')).toBe('');
    expect(await run(url.replace('rewind_scratch', 'postgres'), 'SELECT 1')).toContain(
      'password authentication failed',
    );
    expect(await run(url, 'SET temp_file_limit = -1')).toContain('permission denied');
    const all = await Promise.all(Array.from({ length: 12 }, () => run(url, 'SELECT pg_sleep(0.5)')));
    expect(all.filter((message) => message.includes('too many connections'))).not.toEqual([]);
    expect(server.exceeded()).toBeNull();
    const fill = `CREATE TABLE t AS SELECT repeat('x', 1000) AS x FROM generate_series(1, 10000) a, generate_series(1, 10000) b`;
    expect(await run(url, `SET statement_timeout = 0; ${fill}`)).toMatch(/terminat|ended|closed/);
    expect(server.exceeded()).toBe('100 MiB of disk');
  });

  test('cannot run for ever', async () => {
    server = await startScratchPostgres(testContext(), null, { seconds: 1, megabytes: 1000 });
    expect(await run(await server.createDatabase('trial'), 'SELECT pg_sleep(600)')).not.toBe('');
    expect(server.exceeded()).toBe('1 seconds');
  });
});

describe('its files', () => {
  let root: string;
  const FOLDER = 'prisma/migrations';
  const put = (path: string, text = 'SELECT 1;\n'): string => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: root, stdio: 'pipe' });
  };
  /** Only its entry in the tree, as a checkout without submodules has it. */
  const commitSubmodule = (path: string): void => {
    git('init', '-q', '-b', 'main');
    git('commit', '-q', '--allow-empty', '-m', 'one');
    git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},${path}`);
    git('commit', '-q', '-m', 'two');
  };
  beforeEach(() => {
    const outer = mkdtempSync(join(tmpdir(), 'rewind-limits-'));
    root = join(outer, 'repository');
    put(`${FOLDER}/1_init/migration.sql`);
    writeFileSync(join(outer, 'secret'), 'AKIA_EXAMPLE_RUNNER_TOKEN\n');
    mkdirSync(join(outer, 'elsewhere'));
  });
  afterEach(() => rmSync(dirname(root), { recursive: true }));

  test.each<[string, () => string | undefined, RegExp]>([
    [
      'a migration.sql that is a link',
      () => {
        mkdirSync(join(root, FOLDER, '2_next'));
        symlinkSync(join(root, '../secret'), join(root, FOLDER, '2_next/migration.sql'));
        return undefined;
      },
      /2_next\/migration\.sql is a link/,
    ],
    [
      'a directory that is a link',
      () => {
        symlinkSync(join(root, '../elsewhere'), join(root, FOLDER, '2_next'));
        return undefined;
      },
      /2_next is a link/,
    ],
    ['a folder outside of the repository', () => '../elsewhere', /leads out of the repository/],
    [
      'a folder behind a link',
      () => {
        symlinkSync(join(root, '..'), join(root, 'out'));
        return 'out/elsewhere';
      },
      /leads out of the repository/,
    ],
    [
      'a file of 6 MiB',
      () => {
        truncateSync(put(`${FOLDER}/2_next/migration.sql`), 6 * 1024 * 1024);
        return undefined;
      },
      /larger than 5 MiB/,
    ],
    [
      'files of more than 100 MiB in all',
      () => {
        for (let number = 0; number < 21; number += 1)
          truncateSync(put(`${FOLDER}/3_${number}/migration.sql`), 5 * 1024 * 1024);
        return undefined;
      },
      /more than 100 MiB/,
    ],
    [
      'a name that is not UTF-8',
      () => {
        const name = Buffer.concat([Buffer.from(`${root}/${FOLDER}/2_`), Buffer.of(0xff, 0xfe)]);
        mkdirSync(name);
        writeFileSync(Buffer.concat([name, Buffer.from('/migration.sql')]), 'SELECT 1;\n');
        return undefined;
      },
      /not UTF-8/,
    ],
    [
      'a submodule in the folder',
      () => {
        mkdirSync(join(root, FOLDER, '2_next'));
        commitSubmodule(`${FOLDER}/2_next`);
        return undefined;
      },
      /2_next is a submodule/,
    ],
    [
      'a folder in a submodule that is not checked out',
      () => {
        commitSubmodule('database');
        return 'database/migrations';
      },
      /database is a submodule/,
    ],
  ])('%s: no migration is read', async (_what, make, says) => {
    const migrations = make() ?? FOLDER;
    const ctx = testContext({ root });
    const config = {
      id: 'schema',
      provider: 'prisma',
      url: '${DATABASE_URL}',
      migrations,
      'lock-timeout-seconds': 5,
    } as const;
    const findings = await migrationFindings(config, ctx, { base: 'main', tables: null, major: null });
    expect(findings).toMatchObject([
      { level: 'error', code: 'migration-file-refused', message: expect.stringMatching(says) },
    ]);
    expect(JSON.stringify(findings)).not.toContain('AKIA');
  });

  const SCHEMA = {
    id: 'schema',
    provider: 'prisma',
    url: '${DATABASE_URL}',
    migrations: FOLDER,
    'lock-timeout-seconds': 5,
  } as const;
  const judge = (migrations: string = FOLDER) =>
    migrationFindings({ ...SCHEMA, migrations }, testContext({ root }), { base: 'main', tables: null, major: null });
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-q', '-m', 'next');
  };
  const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12\n`;

  test.each<[string, Buffer, RegExp]>([
    ['UTF-16', Buffer.from('\ufeffDROP TABLE a;', 'utf16le'), /migration\.sql is not text in UTF-8, so/],
    ['UTF-16 without a mark', Buffer.from('DROP TABLE a;', 'utf16le'), /migration\.sql is not text in UTF-8, so/],
    ['Latin-1', Buffer.from("INSERT INTO a VALUES ('München');", 'latin1'), /migration\.sql is not text in UTF-8, so/],
    ['a pointer of Git LFS', Buffer.from(POINTER), /migration\.sql is a pointer of Git LFS/],
  ])('a script in %s is not read as another text', async (_what, content, says) => {
    git('init', '-q', '-b', 'main');
    commit();
    git('checkout', '-q', '-b', 'change');
    writeFileSync(put(`${FOLDER}/2_next/migration.sql`), content);
    put(`${FOLDER}/2_next/down.sql`);
    commit();
    expect(await judge()).toMatchObject([
      { level: 'error', code: 'migration-file-refused', message: expect.stringMatching(says) },
    ]);
  });

  test('a folder that is not there, or holds the migrations of another tool, is not ready', async () => {
    put('db/V1__init.sql');
    git('init', '-q', '-b', 'main');
    commit();
    expect(await judge('prisma/migratons')).toMatchObject([{ level: 'error', code: 'migrations-unreadable' }]);
    expect(await judge('db')).toMatchObject([
      {
        level: 'error',
        code: 'migrations-of-another-tool',
        message: expect.stringContaining('such as V1__init.sql, but no migration of Prisma'),
      },
    ]);
    expect(await judge()).toEqual([]);
  });

  test('a migration that is not committed is named: nothing else is known of it', async () => {
    git('init', '-q', '-b', 'main');
    commit();
    put(`${FOLDER}/2_next/migration.sql`, 'DROP TABLE a;');
    put(`${FOLDER}/2_next/down.sql`);
    expect(await judge()).toMatchObject([
      {
        level: 'warning',
        code: 'migration-uncommitted',
        message: `${FOLDER}/2_next/down.sql and 1 other file are changed and not committed: this check compares commits.`,
      },
    ]);
  });
});

/**
 * A terminal that closes, and whatever ends a process group (timeout, a service manager), signals every process of it: also
 * the one that watches over the scratch server.
 */
test.each(['SIGHUP', 'SIGTERM'] as const)(
  '%s to the whole process group ends the run, and leaves no server',
  async (signal) => {
    const outer = mkdtempSync(join(tmpdir(), 'rewind-group-'));
    const [root, temporary] = [join(outer, 'repository'), join(outer, 'tmp')];
    const put = (path: string, text: string): void => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
        cwd: root,
        stdio: 'pipe',
      });
    };
    mkdirSync(temporary);
    chmodSync(outer, 0o755);
    chmodSync(temporary, 0o777);
    put('.github/rewind.yml', BASE[CONFIG] ?? '');
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    git('checkout', '-q', '-b', 'change');
    put('prisma/migrations/1_init/migration.sql', 'SELECT pg_sleep(300);');
    put('prisma/migrations/1_init/down.sql', 'SELECT 1;');
    git('add', '-A');
    git('commit', '-q', '-m', 'two');
    const [program = '', ...args] = FROM_SOURCES;
    const child = spawn(program, [...args, 'readiness', '--base', 'main'], {
      cwd: root,
      env: environmentOf({ cwd: root, env: { TMPDIR: temporary } }),
      stdio: 'ignore',
      detached: true,
    });
    const ended = once(child, 'exit');
    const servers = (): string[] =>
      readdirSync(temporary)
        .map((name) => join(temporary, name, 'data', 'postmaster.pid'))
        .filter((file) => existsSync(file));
    try {
      while (servers().length === 0) await sleep(100);
      await sleep(2_000);
      process.kill(-(child.pid ?? 0), signal);
      const outcome = await Promise.race([ended, sleep(20_000, 'still there', { ref: false })]);
      expect(outcome).not.toBe('still there');
      expect(readdirSync(temporary)).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      for (const file of servers()) process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
      rmSync(outer, { recursive: true, force: true });
    }
  },
  60_000,
);
