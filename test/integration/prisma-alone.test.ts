import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { deployMigrations } from '../support/prisma-deploy.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** Down migrations where `prisma` is the only resource: what they delete must come back from Rewind's own backup. */
const INIT = '20260101000000_init';
const NOTES = '20260201000000_notes';

let server: TestPostgres;
let database: string;
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
  database = `alone${(round += 1)}`;
  const env = { DATABASE_URL: await server.createDatabase(database) };
  repository = await makeRepository({
    sections: ['approval: none'],
    resources: ['{ id: schema, provider: prisma, url: "${DATABASE_URL}" }'],
    env,
  });
  repositories.push(repository);
  migration(INIT, 'CREATE TABLE orders (id serial PRIMARY KEY, price numeric(6, 2));', 'DROP TABLE orders;');
});

const configure = (...resources: string[]): void => repository.configure({ sections: ['approval: none'], resources });

function migration(name: string, up: string, down: string): void {
  const folder = join(repository.root, 'prisma/migrations', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), up);
  writeFileSync(join(folder, 'down.sql'), down);
}

const deploy = (): Promise<string[]> =>
  deployMigrations(server.url(database), join(repository.root, 'prisma/migrations'));
const query = (sql: string): Promise<Record<string, unknown>[]> => server.query(database, sql);
const rewind = (...args: string[]): Promise<ProgramResult> => repository.run(args);

async function ok(...args: string[]): Promise<ProgramResult> {
  const result = await repository.ok(...args);
  expect(result.stdout + result.stderr).not.toContain(server.password);
  return result;
}

/** The command that a text prints, as arguments. */
function commandIn(text: string, name: string): string[] {
  const found = new RegExp(`rewind (${name} .*)`).exec(text)?.[1];
  if (found === undefined) throw new Error(`no "rewind ${name} …" in:\n${text}`);
  return found.trim().split(' ');
}

async function releaseWithNotes(down: string): Promise<void> {
  await deploy();
  await query('INSERT INTO orders (price) SELECT i + 0.99 FROM generate_series(1, 40) i');
  await ok('snapshot');
  migration(NOTES, 'ALTER TABLE orders ADD COLUMN note text;', down);
  await deploy();
  await query(`UPDATE orders SET note = 'note ' || id`);
}

const rows = (): Promise<unknown> => query('SELECT * FROM orders ORDER BY id');

describe('prisma as the only resource', () => {
  test('the rows that a down migration deletes come back by the commands that are printed', async () => {
    await releaseWithNotes('ALTER TABLE orders DROP COLUMN note, ALTER COLUMN price TYPE int USING round(price);');
    const before = await rows();

    const plan = await ok('plan', '--database', 'down');
    expect(plan.stdout).toContain('data at risk: 40 rows of "orders" (drops a column;');
    expect(plan.stdout).toContain('undo: Rewind backs the database up first; "rewind undo" brings it back');
    const done = await ok(...commandIn(plan.stdout, 'rollback'));
    expect(await query('SELECT * FROM orders WHERE id = 1')).toEqual([{ id: 1, price: 2 }]);

    const back = await ok(...commandIn(done.stdout, 'undo'));
    const verified = await ok(...commandIn(back.stdout, 'rollback'));
    expect(verified.stdout).toContain('Undone');
    expect(await rows()).toEqual(before);
    // A second time there is nothing to do, and no command is offered.
    const again = await ok(...commandIn(done.stdout, 'undo'));
    expect(again.stdout).toContain('No changes: production equals');
    expect(again.stdout).not.toContain('rewind rollback');
    // An ordinary snapshot takes no dump of a database that nobody asked for.
    expect((await ok('snapshot')).stdout).not.toContain('schema.database');
  });

  test('without pg_dump the plan is refused, and check warns', async () => {
    await releaseWithNotes('ALTER TABLE orders DROP COLUMN note;');
    const bin = join(repository.root, 'empty');
    mkdirSync(bin);
    symlinkSync(process.execPath, join(bin, 'node'));
    configure(`{ id: schema, provider: prisma, url: "\${DATABASE_URL}", client-bin: ${bin} }`);
    const refused = await rewind('plan', '--database', 'down', '--json');
    expect(refused.json()).toMatchObject({
      ok: false,
      error: {
        code: 'preflight-failed',
        problems: [expect.stringMatching(/^schema\.database: .*no pg_dump was found/)],
      },
    });
    const checked = (await rewind('check', '--json')).json<{ ok: boolean; findings: unknown[] }>();
    expect(checked).toMatchObject({
      ok: true,
      findings: expect.arrayContaining([
        expect.objectContaining({ level: 'warning', code: 'pg-client-missing', resource: 'schema' }),
      ]),
    });
    // Without a database nothing is backed up.
    expect((await rewind('plan')).status).toBe(0);
  });

  test('a rollback that cannot take its backup changes nothing', async () => {
    await releaseWithNotes('ALTER TABLE orders DROP COLUMN note;');
    const before = await rows();
    const plan = await ok('plan', '--database', 'down');
    // The client is gone between plan and rollback.
    const bin = join(repository.root, 'empty');
    mkdirSync(bin);
    configure(`{ id: schema, provider: prisma, url: "\${DATABASE_URL}", client-bin: ${bin} }`);
    const refused = await rewind(...commandIn(plan.stdout, 'rollback'));
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('cannot be backed up')]);
    expect(await rows()).toEqual(before);
  });

  test('rows are counted by the condition of the statement', async () => {
    await releaseWithNotes(
      `DELETE FROM orders WHERE price < 11;\nUPDATE orders SET price = 0;\nDO $$ BEGIN EXECUTE 'SELECT 1'; END $$;\nALTER TABLE orders DROP COLUMN note;`,
    );
    const { changes } = (await ok('plan', '--database', 'down', '--json')).json<{
      changes: { confirm: string; dataAtRisk: { what: string; rows: number | null; note: string }[] }[];
    }>();
    expect(changes[0]?.confirm).toBe(database);
    expect(changes[0]?.dataAtRisk.map(({ rows: count, note }) => [count, note.split(';')[0]])).toEqual([
      [10, 'deletes rows'],
      [40, 'overwrites values'],
      [null, 'may lose data: what it does is not known before it runs'],
      [40, 'drops a column'],
    ]);
    const dry = await ok('migrate', 'down', '1', '--dry-run');
    expect(dry.stdout).toContain('! does not come back: 10 rows of "orders" (deletes rows;');
    expect(dry.stdout).toContain(`This needs --confirm-data-loss ${database}.`);
  });

  test('a DELETE reaches other tables by their foreign keys: each is named, and one table counts as one', async () => {
    await releaseWithNotes(`DELETE FROM orders WHERE price < 11;\nUPDATE orders SET price = 0;`);
    await query(`
      CREATE TABLE items (id int PRIMARY KEY, o int REFERENCES orders ON DELETE CASCADE);
      CREATE TABLE "Notes" (i int REFERENCES items ON DELETE SET NULL);
      CREATE TABLE below (n int, o int REFERENCES orders);
      CREATE TABLE parts (o int REFERENCES orders ON DELETE CASCADE) PARTITION BY LIST (o);
      CREATE TABLE parts_1 PARTITION OF parts DEFAULT;
    `);
    const plan = await ok('plan', '--database', 'down');
    const told = [...plan.stdout.matchAll(/^ +! data at risk: (.*?);/gm)].map(([, what]) => what);
    expect(told).toEqual([
      '10 rows of "orders" (deletes rows',
      '"Notes" (empties references to deleted rows (ON DELETE SET)',
      'items (deletes rows that refer to deleted ones (ON DELETE CASCADE)',
      'parts (deletes rows that refer to deleted ones (ON DELETE CASCADE)',
      '40 rows of "orders" (overwrites values',
    ]);
    expect(plan.stdout).toContain(
      'data at risk: at most 50 rows in 4 objects, and rows that were not counted in 3 of them.',
    );
  });

  test('migrate down backs the database up as well', async () => {
    await releaseWithNotes('ALTER TABLE orders DROP COLUMN note;');
    const before = await rows();
    const done = await ok('migrate', 'down', '1', '--confirm-data-loss', database);
    expect(await query('SELECT * FROM orders WHERE id = 1')).toEqual([{ id: 1, price: '1.99' }]);
    const back = await ok(...commandIn(done.stdout, 'plan'));
    await ok(...commandIn(back.stdout, 'rollback'));
    expect(await rows()).toEqual(before);
  });

  test('the name of another database is refused when the plan is made', async () => {
    await releaseWithNotes('ALTER TABLE orders DROP COLUMN note;');
    const refused = await rewind('plan', '--database', 'down', '--confirm-data-loss', `${database},other`, '--json');
    expect([refused.status, refused.json()]).toMatchObject([
      2,
      {
        error: {
          code: 'data-loss-unconfirmed',
          message: `The plan can lose data in "${database}"; confirmed: "${database}", "other".`,
        },
      },
    ]);
    await ok('plan', '--database', 'down', '--confirm-data-loss', database);
  });
});

describe('two databases, and one database twice', () => {
  test('both names confirm one plan', async () => {
    const other = `${database}_b`;
    repository.env.OTHER_URL = await server.createDatabase(other);
    configure(
      '{ id: db, provider: postgres, url: "${DATABASE_URL}" }',
      '{ id: crm, provider: postgres, url: "${OTHER_URL}" }',
    );
    await deploy();
    await server.query(other, 'CREATE TABLE people (id int PRIMARY KEY); INSERT INTO people VALUES (1)');
    await query('INSERT INTO orders VALUES (1, 1)');
    await ok('snapshot');
    await query('INSERT INTO orders VALUES (2, 2)');
    await server.query(other, 'INSERT INTO people VALUES (2)');
    const plan = await ok('plan', '--database', 'restore');
    const command = commandIn(plan.stdout, 'rollback');
    expect(command.at(-1)).toBe(`${database},${other}`);
    const refused = await rewind(...command.slice(0, -1), database);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(`in "${database}", "${other}"`)]);
    await ok(...command);
    expect(await query('SELECT id FROM orders')).toEqual([{ id: 1 }]);
    expect(await server.query(other, 'SELECT id FROM people')).toEqual([{ id: 1 }]);
  });

  test.each([
    ['the same reference', '"${DATABASE_URL}"', '.github/rewind.yml:8:'],
    ['another variable for the same database', '"${OTHER_URL}"', '"db" and "again" are the same database'],
  ])('%s is a mistake of the configuration', async (_, url, says) => {
    repository.env.OTHER_URL = server.url(database).replace('127.0.0.1', 'localhost');
    configure(
      '{ id: db, provider: postgres, url: "${DATABASE_URL}" }',
      `{ id: again, provider: postgres, url: ${url} }`,
    );
    for (const command of ['check', 'plan']) {
      const refused = await rewind(command, '--json');
      expect([refused.status, refused.json()]).toMatchObject([2, { error: { code: 'config-invalid' } }]);
      expect(refused.stdout).toContain(says.replaceAll('"', '\\"'));
      for (const id of ['db', 'again']) expect(refused.stdout).toContain(id);
    }
  });
});
