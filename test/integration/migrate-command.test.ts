import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { deployMigrations } from '../support/prisma-deploy.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** `rewind migrate …` as people run it, in a project where Prisma itself is not installed. */
const INIT = '20260101000000_init';
const POINTS = '20260201000000_points';
const INDEX = '20260301000000_index';
const MIGRATIONS = [
  { name: INIT, up: 'CREATE TABLE fans (id serial PRIMARY KEY, email text);', down: 'DROP TABLE fans;' },
  {
    name: POINTS,
    up: 'ALTER TABLE fans ADD COLUMN points int NOT NULL DEFAULT 0;',
    down: 'ALTER TABLE fans DROP COLUMN points;',
  },
  { name: INDEX, up: 'CREATE INDEX fans_email ON fans (email);', down: 'DROP INDEX fans_email;' },
];

const SCHEMA = '{ id: schema, provider: prisma, url: "${DATABASE_URL}" }';
const DATABASE = '{ id: db, provider: postgres, url: "${DATABASE_URL}" }';

let server: TestPostgres;
let database: string;
let url: string;
let repository: Repository;
let round = 0;
const repositories: Repository[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  for (const each of repositories) each.remove();
  await server.stop();
});
beforeEach(async () => {
  database = `shop${(round += 1)}`;
  url = await server.createDatabase(database);
  repository = await makeRepository({
    resources: [SCHEMA, DATABASE],
    env: { DATABASE_URL: url, REWIND_IDENTITY: undefined },
  });
  repositories.push(repository);
  for (const { name, up, down } of MIGRATIONS) {
    mkdirSync(file(name), { recursive: true });
    writeFileSync(file(name, 'migration.sql'), up);
    writeFileSync(file(name, 'down.sql'), down);
  }
  await deploy();
  await server.query(database, `INSERT INTO fans (email, points) VALUES ('a@example.com', 7)`);
});

const file = (...path: string[]): string => join(repository.root, 'prisma/migrations', ...path);
const deploy = (): Promise<string[]> => deployMigrations(url, join(repository.root, 'prisma/migrations'));

async function migrate(args: string, env: Record<string, string | undefined> = {}): Promise<ProgramResult> {
  const words = ['migrate', ...args.split(' ').filter((word) => word !== '')];
  const result = await repository.run(words, { env });
  expect(result.stdout + result.stderr).not.toContain(server.password);
  return result;
}

/** All that a run could have changed. */
async function everything(): Promise<unknown> {
  return {
    history: await server.query(database, 'SELECT * FROM _prisma_migrations ORDER BY started_at'),
    fans: await server.query(database, 'SELECT * FROM fans'),
    indexes: await server.query(database, `SELECT indexname FROM pg_indexes WHERE tablename = 'fans' ORDER BY 1`),
    files: readdirSync(file(), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.sql'))
      .sort()
      .map((path) => [path, readFileSync(file(path), 'utf8')]),
  };
}

interface Refused {
  readonly ok: false;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
    readonly problems: string[];
  };
}

async function refused(args: string, env?: Record<string, string | undefined>) {
  const before = await everything();
  const result = await migrate(`${args} --json`, env);
  expect(await everything()).toEqual(before);
  const { ok, error } = result.json<Refused>();
  expect(ok).toBe(false);
  // The same is said to a person, on stderr.
  expect(result.stderr).toContain(error.message.split('\n')[0]);
  return { status: result.status, ...error };
}

describe('what cannot be done is said, and nothing is touched', () => {
  test.each([
    ['', 'rewind migrate <action> [count]'],
    ['up', 'rewind migrate down 1'],
    ['generate now', 'rewind migrate generate'],
    ['down', 'rewind migrate down --to NAME'],
    ['down 0', 'rewind migrate down --to NAME'],
    ['down 1.5', 'rewind migrate down --to NAME'],
    ['down 0x1', 'rewind migrate down --to NAME'],
    ['down all', 'rewind migrate down --to NAME'],
    ['down 1 2', 'rewind migrate <action> [count]'],
    // An applied one: the mistake is to say both.
    [`down 1 --to ${INIT}`, 'rewind migrate down --to NAME'],
  ])('wrong usage: migrate %s', async (args, remedy) => {
    expect(await refused(args)).toMatchObject({
      status: 2,
      code: 'input-invalid',
      remedy: expect.stringContaining(remedy),
    });
  });

  test('migrate down in GitHub Actions: it has no plan to approve; --dry-run only reads', async () => {
    const actions = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '7' };
    expect(await refused('down 1', actions)).toMatchObject({
      status: 2,
      code: 'approval-missing',
      remedy: expect.stringContaining('rewind plan --database down'),
    });
    expect(await migrate('down 1 --dry-run --json', actions)).toMatchObject({ status: 0 });
  });

  test.each([
    ['down --to 20270101000000_future', '"20270101000000_future" is not an applied migration.'],
    ['down 4', 'Only 3 migrations are applied.'],
  ])('more than there is: migrate %s', async (args, message) => {
    expect(await refused(args)).toMatchObject({
      status: 2,
      code: 'migration-unknown',
      message,
      remedy: `Applied migrations: ${INIT}, ${POINTS}, ${INDEX}.`,
    });
  });

  test('no resource of Prisma in scope, or more than one', async () => {
    expect(await refused('down 1 --scope db')).toMatchObject({
      status: 2,
      code: 'input-invalid',
      message: expect.stringContaining('(found 0)'),
      remedy: expect.stringContaining('provider: prisma'),
    });
    const billing = '{ id: billing, provider: prisma, url: "${DATABASE_URL}", schema: billing }';
    repository.configure({ resources: [SCHEMA, billing, DATABASE] });
    expect(await refused('down 1')).toMatchObject({
      status: 2,
      code: 'input-invalid',
      message: expect.stringContaining('(found 2)'),
      remedy: 'Name one with --scope: schema, billing.',
    });
    expect((await migrate('down 1 --scope schema')).status).toBe(0);
  });

  test('no address of the database; a server that does not answer', async () => {
    expect(await refused('down 1', { DATABASE_URL: undefined })).toMatchObject({
      status: 2,
      code: 'credential-missing',
      message: expect.stringContaining('DATABASE_URL'),
    });
    const nobody = new URL(url);
    nobody.port = '1';
    expect(await refused('down 1', { DATABASE_URL: nobody.href })).toMatchObject({
      status: 1,
      code: 'database-unreachable',
    });
  });

  test('every down.sql that is missing or cannot run, at once, also with --dry-run', async () => {
    rmSync(file(INDEX, 'down.sql'));
    writeFileSync(file(POINTS, 'down.sql'), 'BEGIN;\nALTER TABLE fans DROP COLUMN points;\nCOMMIT;');
    for (const args of [`down --to ${INIT} --confirm-data-loss ${database}`, `down --to ${INIT} --dry-run`]) {
      expect(await refused(args)).toMatchObject({
        status: 1,
        code: 'preflight-failed',
        problems: [
          expect.stringMatching(`^${INDEX} has no down.sql. .*rewind migrate generate`),
          expect.stringMatching(`${POINTS}/down.sql:1 says "BEGIN".* Remove BEGIN`),
        ],
      });
    }
  });

  test('data that would be lost, until the name of this very database is typed', async () => {
    for (const confirmed of ['', ' --confirm-data-loss prod', ` --confirm-data-loss ${database.toUpperCase()}`]) {
      expect(await refused(`down 2${confirmed}`)).toMatchObject({
        status: 2,
        code: 'data-loss-unconfirmed',
        message: expect.stringContaining(`${POINTS}/down.sql:1: ALTER TABLE fans DROP COLUMN points`),
        remedy: `The database is backed up first. Confirm with its name: --confirm-data-loss ${database}`,
      });
    }
  });
});

describe('migrate down', () => {
  test('--dry-run changes nothing and says what the real one would need', async () => {
    const before = await everything();
    const dry = await migrate('down 2 --dry-run');
    expect(await everything()).toEqual(before);
    expect(dry.status).toBe(0);
    expect(dry.stdout.trim().split('\n')).toEqual([
      'Would take down, newest first:',
      `  ${INDEX}`,
      `  ${POINTS}`,
      `  ! does not come back: 1 row of "fans" (drops a column; prisma/migrations/${POINTS}/down.sql:1: ALTER TABLE fans DROP COLUMN points)`,
      `This needs --confirm-data-loss ${database}.`,
    ]);
  });

  test('takes down as many as said, or back to the one named; deploy applies them again', async () => {
    const one = await migrate('down 1 --json');
    expect([one.status, one.json()]).toEqual([0, { ok: true, dryRun: false, down: [INDEX] }]);
    // What is down already does not count: the next one is the one below.
    const next = await migrate(`down 1 --confirm-data-loss ${database}`);
    expect([next.status, next.stdout]).toEqual([0, expect.stringContaining(`Took down, newest first:\n  ${POINTS}`)]);
    expect(await server.query(database, 'SELECT * FROM fans')).toEqual([{ id: 1, email: 'a@example.com' }]);
    expect(await deploy()).toEqual([POINTS, INDEX]);
    const to = await migrate(`down --to ${INIT} --confirm-data-loss ${database} --json`);
    expect([to.status, to.json()]).toEqual([
      0,
      { ok: true, dryRun: false, down: [INDEX, POINTS], backup: expect.stringMatching(/Z-[0-9a-f]{6}$/) },
    ]);
    const again = await migrate(`down --to ${INIT}`);
    expect([again.status, again.stdout]).toEqual([0, 'No migration to take down.\n']);
    expect(await deploy()).toEqual([POINTS, INDEX]);
  });

  test('a script that fails: its line is named, the ones above stay down, and what is told to run finishes it', async () => {
    writeFileSync(file(POINTS, 'down.sql'), 'ALTER TABLE fans DROP COLUMN points;\nSELECT nobody FROM fans;');
    const failed = await migrate(`down 2 --confirm-data-loss ${database} --json --config ./.github/rewind.yml`);
    expect([failed.status, failed.json()]).toMatchObject([
      1,
      {
        error: {
          code: 'migration-failed',
          resource: 'schema',
          message: expect.stringMatching(/down\.sql:2: .*"nobody" does not exist.*Nothing of this script was kept/),
          remedy: expect.stringContaining(`"rewind migrate down --to ${INIT} --config ./.github/rewind.yml"`),
        },
      },
    ]);
    expect(await server.query(database, 'SELECT points FROM fans')).toEqual([{ points: 7 }]);
    writeFileSync(file(POINTS, 'down.sql'), 'ALTER TABLE fans DROP COLUMN points;');
    const rest = await migrate(`down --to ${INIT} --confirm-data-loss ${database} --json`);
    expect([rest.status, rest.json()]).toMatchObject([0, { ok: true, dryRun: false, down: [POINTS] }]);
  });
});

test('stopped by Ctrl-C, it ends the migration that it is in, and says how to go on: not by the same count', async () => {
  writeFileSync(file(INDEX, 'down.sql'), 'SELECT pg_sleep(1); DROP INDEX fans_email;');
  const stopped = await repository.run(['migrate', 'down', '3', '--confirm-data-loss', database, '--json'], {
    onLog: (text, child) => {
      if (text.includes(`Taking ${INDEX} down`)) child.kill('SIGINT');
    },
  });
  expect([stopped.status, stopped.json()]).toMatchObject([
    1,
    {
      error: {
        code: 'cancelled',
        message: `Stopped before ${POINTS}.`,
        remedy: expect.stringMatching(
          '^To finish, .*"rewind migrate down" with the number of migrations that are still applied',
        ),
      },
    },
  ]);
  expect(await deploy()).toEqual([INDEX]);
});

describe('migrate generate without Prisma', () => {
  test('says that it is missing, and how to get it; nothing is written', async () => {
    rmSync(file(INDEX, 'down.sql'));
    expect(await refused('generate')).toMatchObject({
      status: 1,
      code: 'tool-missing',
      remedy: expect.stringContaining('npm ci'),
    });
    expect(existsSync(file(INDEX, 'down.sql'))).toBe(false);
  });

  test('does not replace a down.sql that somebody wrote; needs a migration to begin with', async () => {
    expect(await refused('generate')).toMatchObject({
      status: 2,
      code: 'input-invalid',
      remedy: expect.stringContaining('--force'),
    });
    rmSync(file(), { recursive: true });
    mkdirSync(file());
    expect(await refused('generate')).toMatchObject({ status: 2, code: 'migrations-unreadable' });
  });

  test('a Prisma that fails: its own words, and no file', async () => {
    rmSync(file(INDEX, 'down.sql'));
    mkdirSync(join(repository.root, 'node_modules/.bin'), { recursive: true });
    writeFileSync(
      join(repository.root, 'node_modules/.bin/prisma'),
      '#!/bin/sh\necho "-- half of a script"\necho "Error: P1001 of $SHOP_URL [${SHOP_URL%%:*}]" >&2\nexit 1\n',
      { mode: 0o755 },
    );
    repository.configure({ resources: ['{ id: schema, provider: prisma, url: "${SHOP_URL}" }', DATABASE] });
    // Prisma gets the address by the name that the project gives it, without the blanks of a copy; what it prints of it is masked.
    expect(await refused('generate', { SHOP_URL: `  ${url}\n` })).toMatchObject({
      status: 1,
      code: 'tool-failed',
      message: expect.stringMatching(/Error: P1001 of (?!postgres)\S+ \[postgres(ql)?\]/),
    });
    expect(existsSync(file(INDEX, 'down.sql'))).toBe(false);
  });
});
