import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM } from '../sandbox/vercel/server.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** A rollback restored the database, and then met an item that somebody had changed: the way on restores nothing twice. */
let server: TestPostgres;
let world: VercelRepository;
let project: Project;
let store: ConfigStore;

beforeAll(async () => {
  server = await startPostgres();
  world = await startVercelRepository();
});
afterAll(async () => {
  await world.stop();
  await server.stop();
});

const set = (key: string, value: unknown): void => {
  const item = store.items.get(key);
  if (item !== undefined) store.items.set(key, { ...item, value });
};
const rows = async (database: string): Promise<unknown> =>
  (await server.query(database, 'SELECT email FROM fans ORDER BY 1')).map(({ email }) => email);

let tests = 0;
const names: string[] = [];
beforeEach(async () => {
  names.length = 0;
  tests += 1;
  project = world.addShop();
  store = world.vercel.addStore('flags', { limit: 1 });
});

async function withDatabases(ids: readonly string[], prepare?: () => Promise<void>): Promise<string> {
  for (const id of ids) {
    const name = `${id}${tests}`;
    names.push(name);
    world.repository.env[`${id.toUpperCase()}_URL`] = await server.createDatabase(name);
    await server.query(name, "CREATE TABLE fans (email text PRIMARY KEY); INSERT INTO fans VALUES ('old')");
  }
  await prepare?.();
  world.configure(project, {
    resources: [
      ...ids.map((id) => `{ id: ${id}, provider: postgres, url: "\${${id.toUpperCase()}_URL}" }`),
      `{ id: items, provider: vercel-edge-config, store: ${store.id}, team: ${TEAM} }`,
    ],
  });
  world.vercel.release(project);
  await world.repository.ok('snapshot');
  world.vercel.release(project);
  for (const name of names) await server.query(name, "INSERT INTO fans VALUES ('lost')");
  set('limit', 2);
  return world.repository.digestOf('plan', '--database', 'restore');
}

/** Rolls back; somebody changes the item meanwhile. */
async function overtaken(digest: string, more?: () => Promise<unknown>) {
  let done: Promise<unknown> | undefined;
  world.vercel.before = ({ path }) => {
    if (!path.includes('/rollback/')) return;
    set('limit', 7);
    done ??= more?.();
  };
  const run = await world.repository.run(restore(digest));
  world.vercel.before = undefined;
  await done;
  expect(run.status).toBe(1);
  return run;
}
const restore = (digest: string): string[] => [
  ...['rollback', '--digest', digest],
  ...['--confirm-data-loss', names.join(',')],
];
/** The command that a message names. */
const command = (text: string, pattern: RegExp): string[] => pattern.exec(text)?.[1]?.split(' ') ?? [];

test('the plan that the refusal writes can be carried out, and leaves the restored database as it is', async () => {
  const { repository } = world;
  const digest = await withDatabases(['shop']);
  await overtaken(digest);
  const [name = ''] = names;
  await server.query(name, "INSERT INTO fans VALUES ('since')");
  const again = await repository.run(restore(digest));
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('[plan-drift]')]);
  // The run before it restored the database.
  expect(again.stderr).not.toMatch(/Nothing was changed|Rewind changed nothing/);
  await repository.ok(...command(again.stderr, /To apply it: rewind (.+)/));
  expect([await rows(name), store.items.get('limit')?.value]).toEqual([['old', 'since'], 1]);
});

test('the command of the report plans what remains, not the restore once more', async () => {
  const { repository } = world;
  const { stdout } = await overtaken(await withDatabases(['shop']));
  const [name = ''] = names;
  await server.query(name, "INSERT INTO fans VALUES ('since')");
  const remaining = await repository.digestOf(...command(stdout, /To see what remains: "rewind ([^"]+)"/));
  await repository.ok('rollback', '--digest', remaining);
  expect([await rows(name), store.items.get('limit')?.value]).toEqual([['old', 'since'], 1]);
});

test('of two databases, one is restored and one is not: the plan of the refusal restores the other one', async () => {
  const { repository } = world;
  const digest = await withDatabases(['shop', 'stock'], async () => {
    const name = names[1] ?? '';
    await server.query('postgres', "CREATE ROLE keeper LOGIN CREATEDB PASSWORD 'keeper'");
    await server.query(name, `ALTER DATABASE ${name} OWNER TO keeper; ALTER TABLE fans OWNER TO keeper`);
    repository.env.STOCK_URL = Object.assign(new URL(server.url(name)), {
      username: 'keeper',
      password: 'keeper',
    }).href;
  });
  const [shop = '', stock = ''] = names;
  await overtaken(digest, () => server.query('postgres', 'ALTER ROLE keeper NOCREATEDB'));
  await server.query('postgres', 'ALTER ROLE keeper CREATEDB');
  expect([await rows(shop), await rows(stock)]).toEqual([['old'], ['lost', 'old']]);
  await server.query(shop, "INSERT INTO fans VALUES ('since')");
  const again = await repository.run(restore(digest));
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('[plan-drift]')]);
  await repository.ok(...command(again.stderr, /To apply it: rewind (.+)/));
  expect([await rows(shop), await rows(stock), store.items.get('limit')?.value]).toEqual([
    ['old', 'since'],
    ['old'],
    1,
  ]);
});
