import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity } from 'age-encryption';
import type { Advice } from '../../src/engine/database-advice.js';
import { deployMigrations } from '../support/prisma-deploy.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { signingKeyPair } from '../support/signing-key.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** What a plan tells, and refuses, before anybody is asked to approve it. Each test goes on from the one before. */
let server: TestPostgres;
let repository: Repository;

const rewind = (...args: string[]): Promise<ProgramResult> => repository.run(args);
const migrations = (): string => join(repository.root, 'prisma/migrations');

function migration(name: string, up: string, down?: string): void {
  mkdirSync(join(migrations(), name), { recursive: true });
  writeFileSync(join(migrations(), name, 'migration.sql'), up);
  if (down !== undefined) writeFileSync(join(migrations(), name, 'down.sql'), down);
}

beforeAll(async () => {
  server = await startPostgres({ settings: ['max_prepared_transactions=5'] });
  repository = await makeRepository({
    sections: ['approval: none'],
    resources: [
      '{ id: db, provider: postgres, url: "${DATABASE_URL}" }',
      '{ id: schema, provider: prisma, url: "${DATABASE_URL}" }',
      '{ id: crm, provider: postgres, url: "${CRM_URL}" }',
      '{ id: flags, provider: prisma, url: "${FLAGS_URL}" }',
    ],
    env: {
      DATABASE_URL: await server.createDatabase('acme'),
      CRM_URL: await server.createDatabase('crm'),
      FLAGS_URL: await server.createDatabase('flags'),
    },
  });
  migration('1_init', 'CREATE TABLE orders (id int PRIMARY KEY, note text)', 'DROP TABLE orders');
  await deployMigrations(server.url('acme'), migrations());
  await server.query('acme', `INSERT INTO orders SELECT i, 'n' FROM generate_series(1, 40) i`);
  await server.query('crm', 'CREATE TABLE people (id int)');
  await repository.ok('snapshot');
  migration(
    '2_notes',
    'ALTER TABLE orders DROP COLUMN note; ALTER TABLE orders ADD COLUMN region text NOT NULL DEFAULT 1; ALTER TABLE orders ALTER region DROP DEFAULT',
    'ALTER TABLE orders ADD COLUMN note text; ALTER TABLE orders DROP COLUMN region',
  );
  await deployMigrations(server.url('acme'), migrations());
  await server.query('acme', `INSERT INTO orders VALUES (41, 'eu'), (42, 'eu')`);
});
afterAll(async () => {
  repository.remove();
  await server.stop();
});

/** Changes a file of the repository for a while. */
async function withFile<T>(path: string, content: string | null, work: () => Promise<T>): Promise<T> {
  const before = existsSync(path) ? readFileSync(path) : null;
  if (content === null) rmSync(path);
  else writeFileSync(path, content);
  try {
    return await work();
  } finally {
    if (before === null) rmSync(path);
    else writeFileSync(path, before);
  }
}

test('check says Ready only if a rollback to the newest snapshot would not be refused', async () => {
  const check = async (more: Record<string, string> = {}) => {
    const result = await repository.run(['check'], { env: more });
    return `${result.status} ${result.stdout}`;
  };
  expect(await check()).toMatch(/^0 Ready: no check found/);
  const snapshots = join(repository.root, '.rewind/store/snapshots/production');
  const [id = ''] = readdirSync(snapshots);
  const next = /^0 Ready for the next snapshot\. A rollback to the newest one would be refused\./;

  const [dump = ''] = readdirSync(join(snapshots, id), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /db\W+dump/.test(file),
  );
  const missing = await withFile(join(snapshots, id, dump), null, check);
  expect(missing).toMatch(next);
  expect(missing).toContain(`Snapshot ${id} is damaged: db/dump is missing`);

  const other = await check({ REWIND_IDENTITY: await generateIdentity() });
  expect(other).toMatch(next);
  expect(other).toContain(`REWIND_IDENTITY cannot open snapshot ${id}`);

  const file = repository.configFile;
  const signed = readFileSync(file, 'utf8').replace(
    'resources:',
    `sign: { keys: [${signingKeyPair().publicKey}] }\nresources:`,
  );
  await withFile(file, signed, async () => {
    expect(await check()).toContain(
      `Snapshot ${id} is not signed: it has no signature. A rollback to it is never expedited.`,
    );
    await withFile(join(snapshots, id, 'manifest.json.minisig'), 'forged', async () => {
      expect(await check()).toMatch(next);
      const loss = await rewind('loss', '--json');
      expect([loss.status, loss.json()]).toMatchObject([1, { error: { code: 'signature-invalid' } }]);
    });
  });
});

describe('after a deploy that changed the schema', () => {
  test('the plan says what old code meets, what each mode loses, and recommends one', async () => {
    const { advice } = (await rewind('plan', '--json')).json<{ advice: Advice }>();
    expect(advice).toMatchObject({ chosen: 'none', recommended: 'down' });
    expect(advice.databases).toHaveLength(1);
    const [acme] = advice.databases;
    // Both resources of the database found them; each is said once.
    expect(acme).toMatchObject({ resources: ['db', 'schema'], backupMs: expect.any(Number) });
    expect(acme?.hazards?.map(({ text }) => text)).toEqual([
      'orders.note is gone: old code that reads or writes it fails',
      'orders.region is new, NOT NULL and has no default: inserts of old code into orders fail',
    ]);
    expect(acme?.modes).toMatchObject([
      { mode: 'none', possible: true, rows: 0 },
      { mode: 'down', possible: true, rows: 42, losses: [{ what: '"orders"', rows: 42 }] },
      {
        mode: 'restore',
        possible: true,
        losses: expect.arrayContaining([expect.objectContaining({ what: 'public.orders' })]),
      },
    ]);
    // The advice is of the databases: the chosen mode must not change it.
    for (const chosen of ['down', 'restore'] as const) {
      const other = (await rewind('plan', '--database', chosen, '--json')).json<{ advice: Advice }>().advice;
      expect(other).toEqual({ ...advice, chosen });
    }
    const { stdout, status } = await rewind('plan');
    expect(status).toBe(0);
    expect(stdout).toContain('chosen none, recommended down');
    expect(stdout).toContain('- orders.note is gone: old code that reads or writes it fails.');
  });

  test('a mode that would be refused is not possible; chosen, it fails the plan with every problem', async () => {
    rmSync(join(migrations(), '2_notes/down.sql'));
    for (const [database, sql] of [
      ['acme', `INSERT INTO orders VALUES (43, 'eu')`],
      ['crm', 'INSERT INTO people VALUES (1)'],
    ] as const) {
      await server.query(database, `BEGIN; ${sql}; PREPARE TRANSACTION 'half of ${database}'`);
      await server.query(database, sql.replace('43', '44'));
    }
    const { advice } = (await rewind('plan', '--json')).json<{ advice: Advice }>();
    expect(advice.databases[0]?.modes).toMatchObject([
      { mode: 'none', possible: true },
      { mode: 'down', possible: false, notes: ['2_notes has no down.sql.'] },
      { mode: 'restore', possible: false, notes: [expect.stringContaining('half of acme')] },
    ]);

    const restore = await rewind('plan', '--database', 'restore', '--json');
    expect([restore.status, restore.json()]).toMatchObject([
      1,
      {
        error: {
          code: 'preflight-failed',
          problems: [
            expect.stringMatching(/^db: Prepared transactions .*"half of acme".* ROLLBACK PREPARED/),
            expect.stringMatching(/^crm: Prepared transactions .*"half of crm"/),
          ],
        },
      },
    ]);
    const down = await rewind('plan', '--database', 'down', '--json');
    expect([down.status, down.json()]).toMatchObject([
      1,
      { error: { code: 'preflight-failed', problems: [expect.stringMatching(/^schema: 2_notes has no down.sql/)] } },
    ]);
    // Nobody restores the database with the mode none, so nothing is in its way.
    expect((await rewind('plan')).status).toBe(0);
  });
});

test('a mode that would do nothing is refused, in a scope and with a snapshot', async () => {
  const refused = async (...args: string[]): Promise<unknown> => {
    const result = await rewind('plan', ...args, '--json');
    return [result.status, result.json<{ error: Record<string, unknown> }>().error];
  };
  const because = (message: string, remedy: string) => [
    2,
    {
      code: 'input-invalid',
      message: expect.stringMatching(new RegExp(`would do nothing: ${message}`)),
      remedy: expect.stringContaining(remedy),
    },
  ];
  expect(await refused('--scope', 'flags', '--database', 'restore')).toMatchObject(
    because('--scope flags has no database', 'Add db or crm to --scope'),
  );
  expect(await refused('--scope', 'crm', '--database', 'down')).toMatchObject(
    because('--scope crm has no database', 'Add schema or flags to --scope'),
  );
  const scoped = (await rewind('snapshot', '--scope', 'flags', '--json')).json<{ snapshot: string }>();
  expect(await refused('--snapshot', scoped.snapshot, '--database', 'restore')).toMatchObject(
    because(`snapshot ${scoped.snapshot} does not hold db, crm`, 'Choose a snapshot that holds it'),
  );
});
