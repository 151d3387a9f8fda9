import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** What a person made by hand of the databases of a restore is that person's: no restore drops it, and none takes it for its own. */
let server: TestPostgres;
let repository: Repository;
let tests = 0;

beforeAll(async () => {
  server = await startPostgres();
  repository = await makeRepository({ resources: [], env: { DATABASE_URL: server.url('shop') } });
});
afterAll(async () => {
  repository.remove();
  await server.stop();
});
beforeEach(async () => {
  for (const name of await names()) await server.query('postgres', `DROP DATABASE "${name}"`);
  await server.createDatabase('shop');
  await server.query('shop', `CREATE TABLE fans (email text PRIMARY KEY); INSERT INTO fans VALUES ('first')`);
  repository.configure({
    sections: ['approval: none'],
    store: `store-${(tests += 1)}`,
    resources: ['{ id: db, provider: postgres, url: "${DATABASE_URL}" }'],
  });
});

const databases = async (columns: string): Promise<string[]> =>
  (
    await server.query(
      'postgres',
      `SELECT ${columns} AS it FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY datname`,
    )
  ).map(({ it }) => String(it));
const names = (): Promise<string[]> => databases('datname');
const fans = async (database: string): Promise<string> =>
  String((await server.query(database, `SELECT string_agg(email, ' ' ORDER BY email) AS all FROM fans`))[0]?.all);

async function snapshot(): Promise<string> {
  return (await repository.ok('snapshot', '--json')).json<{ snapshot: string }>().snapshot;
}
async function restore(snapshotId: string) {
  const of = ['--database', 'restore', '--snapshot', snapshotId];
  const digest = await repository.digestOf('plan', ...of);
  return repository.run(['rollback', '--digest', digest, '--database', 'restore', '--confirm-data-loss', 'shop']);
}

/** A killed restore of this snapshot left a database, and a person gave it the name of production. */
async function swappedByHand(mark: (oid: number) => string): Promise<void> {
  const [row] = await server.query('postgres', `SELECT oid::int FROM pg_database WHERE datname = 'shop'`);
  await server.query('postgres', 'CREATE DATABASE left_over TEMPLATE shop');
  await server.query('postgres', `COMMENT ON DATABASE left_over IS '${mark(Number(row?.oid))}'`);
  await server.query('postgres', 'DROP DATABASE shop');
  await server.query('postgres', 'ALTER DATABASE left_over RENAME TO shop');
}

const tag = (id: string, oid: number, next: string): string =>
  `[rewind: ${next === '' ? 'filling' : 'restored'} from ${id}${next}, for shop (${oid}), token 4471c0ff]`;

test.each(['half-made', 'complete'])(
  'a %s database to which a person gave the name of production is no leftover when a later restore keeps it',
  async (what) => {
    const first = await snapshot();
    await swappedByHand((oid) => tag(first, oid, what === 'complete' ? ', next transaction 700' : ''));
    await server.query('shop', `INSERT INTO fans VALUES ('second')`);
    const second = await snapshot();
    await server.query('shop', `INSERT INTO fans VALUES ('third')`);
    expect((await restore(second)).status).toBe(0);
    for (const words of [['check'], ['recover', '--status']]) {
      expect((await repository.run(words)).stdout).not.toContain('No application uses it');
    }
    expect((await restore(first)).status).toBe(0);
    expect(await fans('shop')).toBe('first');
    expect((await Promise.all((await names()).map(fans))).sort()).toEqual([
      'first',
      'first second',
      'first second third',
    ]);
  },
);

test('a complete copy that an interrupted restore left, and into which somebody wrote, is not taken for the snapshot', async () => {
  const id = await snapshot();
  await server.query('shop', `INSERT INTO fans VALUES ('second')`);
  const [row] = await server.query('postgres', `SELECT oid::int FROM pg_database WHERE datname = 'shop'`);
  const copy = `shop_new_${id.toLowerCase().replaceAll('-', '_')}_4471c0ff`;
  await server.query('postgres', `CREATE DATABASE ${copy} TEMPLATE shop`);
  await server.query(copy, `DELETE FROM fans WHERE email <> 'first'`);
  const [{ next } = { next: '' }] = await server.query(
    copy,
    'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
  );
  const mark = tag(id, Number(row?.oid), `, next transaction ${String(next)}`);
  await server.query('postgres', `COMMENT ON DATABASE ${copy} IS '${mark}'`);
  await server.query(copy, `INSERT INTO fans VALUES ('tried out')`);
  const { status, stderr } = await restore(id);
  expect(stderr).toContain(
    `"${copy}" was restored by an interrupted run, and is not as that run left it: 1 row of public.fans was written`,
  );
  expect([status, await fans('shop')]).toEqual([0, 'first']);
  expect(await fans(copy)).toBe('first tried out');
});

test('both databases moved to another server with their comments: salvage overwrites nothing that was written since the restore', async () => {
  const other = await startPostgres();
  try {
    // Its transactions are numbered from the beginning.
    await server.query(
      'postgres',
      'DO $$ BEGIN FOR i IN 1..3000 LOOP PERFORM txid_current(); COMMIT; END LOOP; END $$',
    );
    await server.query('shop', `ALTER TABLE fans ADD note text`);
    const id = await snapshot();
    await server.query('shop', `UPDATE fans SET note = 'before the restore'`);
    expect((await restore(id)).status).toBe(0);
    await server.query('shop', `UPDATE fans SET note = 'after the restore'`);
    for (const name of await names()) {
      const dump = execFileSync(join(server.binDir, 'pg_dump'), ['-C', '-d', server.url(name)]);
      execFileSync(join(server.binDir, 'psql'), ['-q', '-d', other.url('postgres')], { input: dump });
    }
    repository.env.DATABASE_URL = other.url('shop');
    expect((await repository.ok('salvage')).stdout).toMatch(
      /public\.fans: insert 0, update 0, conflicts 1[^]*It is unknown which rows/,
    );
  } finally {
    repository.env.DATABASE_URL = server.url('shop');
    await other.stop();
  }
});
