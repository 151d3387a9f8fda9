import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { deployMigrations } from '../support/prisma-deploy.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** A URL that leads to a twin of production: same name of the database, same migrations, same numbers of its databases. */
let server: TestPostgres;
let twin: TestPostgres;
let repository: Repository;
let url: string;
let elsewhere: string;

beforeAll(async () => {
  server = await startPostgres();
  twin = await startPostgres();
  url = await server.createDatabase('shop');
  elsewhere = await twin.createDatabase('shop');
  repository = await makeRepository({
    sections: ['approval: none'],
    resources: ['{ id: schema, provider: prisma, url: "${DATABASE_URL}" }'],
    env: { DATABASE_URL: url },
  });
  migration('20260101000000_init', 'CREATE TABLE orders (id int);', 'DROP TABLE orders;');
  await deploy();
  await repository.ok('snapshot');
  migration('20260201000000_notes', 'CREATE TABLE notes (id int);', 'DROP TABLE notes;');
  await deploy();
});
afterAll(async () => {
  repository.remove();
  await twin.stop();
  await server.stop();
});

function migration(name: string, up: string, down: string): void {
  const folder = join(repository.root, 'prisma/migrations', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), up);
  writeFileSync(join(folder, 'down.sql'), down);
}
async function deploy(): Promise<void> {
  for (const one of [url, elsewhere]) await deployMigrations(one, join(repository.root, 'prisma/migrations'));
}
const hasNotes = async (one: TestPostgres) =>
  (await one.query('shop', `SELECT to_regclass('notes') IS NOT NULL AS has`))[0]?.has;

interface Shown {
  readonly digest: string;
  readonly changes: readonly unknown[];
  readonly manual: readonly { readonly id: string; readonly manual: string }[];
}
const planned = async (...args: string[]) => (await repository.ok('plan', ...args, '--json')).json<Shown>();
async function reading(): Promise<unknown> {
  const { obligations } = (await repository.ok('recover', '--status', '--json')).json<{
    obligations: { id: string; reading: unknown }[];
  }>();
  return obligations.find(({ id }) => id === 'changes-undone:schema')?.reading;
}

test('the migrations of the twin stay, and nothing is read from it as from production', async () => {
  repository.env.DATABASE_URL = elsewhere;
  const away = await planned('--database', 'down');
  expect([away.changes, away.manual.map(({ id }) => id)]).toEqual([[], ['other-object']]);
  expect(away.manual[0]?.manual).toMatch(/^Set server \d+ in the configuration .* take a new snapshot of it\.$/);

  repository.env.DATABASE_URL = url;
  const { digest } = await planned('--database', 'down');
  const confirm = ['--database', 'down', '--confirm-data-loss', 'shop'];
  repository.env.DATABASE_URL = elsewhere;
  expect((await repository.run(['rollback', '--digest', digest, ...confirm])).status).not.toBe(0);
  expect(await hasNotes(twin)).toBe(true);
  repository.env.DATABASE_URL = url;
  await repository.ok('rollback', '--digest', digest, ...confirm);
  expect([await hasNotes(server), await hasNotes(twin)]).toEqual([false, true]);
  expect(await reading()).toMatchObject({ state: 'holds' });

  // There the migration is applied, as it was in production before the rollback.
  repository.env.DATABASE_URL = elsewhere;
  expect(await reading()).toEqual({
    state: 'unknown',
    why: 'not comparable: the history of the server of the snapshot: the URL leads to another server',
  });
  repository.env.DATABASE_URL = url;
});

test('a snapshot of an earlier version does not say which server it is from: it can be used, and the plan and the claim say so', async () => {
  await deploy();
  const { id } = (await repository.ok('list', '--json'))
    .json<{ snapshots: { id: string; kind?: string }[] }>()
    .snapshots.at(-1) ?? { id: '' };
  const folder = join(repository.root, '.rewind/store/snapshots/production', id);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const manifest = read('manifest.json').replace(/"origin":\s*\{[^}]*\},?/, '');
  expect(manifest).not.toContain('origin');
  writeFileSync(join(folder, 'manifest.json'), manifest);
  const sum = createHash('sha256').update(manifest).digest('hex');
  writeFileSync(join(folder, 'SHA256SUMS'), read('SHA256SUMS').replace(/\S+(?= {2}manifest\.json\n$)/, sum));
  const shown = await repository.ok('plan', '--snapshot', id, '--database', 'down');
  expect(shown.stdout).toContain('an earlier version of Rewind');
  const verified = await repository.run(['verify', '--snapshot', id]);
  expect(verified.stdout).toContain('an earlier version of Rewind');
});
