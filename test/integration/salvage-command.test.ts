import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signingKeyPair } from '../support/signing-key.js';
import { readOnlyAfter } from '../support/read-only-store.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { FROM_SOURCES, sourcesAfter, type ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { wrongBy } from '../support/wrong-clock.js';

let server: TestPostgres;
let repository: Repository;

beforeAll(async () => {
  server = await startPostgres();
  repository = await makeRepository({
    resources: ['{ id: db, provider: postgres, url: "${DATABASE_URL}" }'],
    env: { DATABASE_URL: await server.createDatabase('shop') },
  });
  await server.query(
    'shop',
    `CREATE TABLE fans (email text PRIMARY KEY, n int); INSERT INTO fans VALUES ('ada@example.com', 1)`,
  );
});
afterAll(async () => {
  repository.remove();
  await server.stop();
});

const run = (args: string, env: Record<string, string> = {}): Promise<ProgramResult> =>
  repository.run(args.split(' '), { env });
const done = (args: string): Promise<ProgramResult> => repository.ok(...args.split(' '));

/** With a terminal as stdout, which script(1) makes. */
function onTerminal(args: string): Promise<ProgramResult> {
  const command = [...FROM_SOURCES, ...args.split(' ')];
  const script =
    process.platform === 'darwin' ? ['-q', '/dev/null', ...command] : ['-qec', command.join(' '), '/dev/null'];
  return repository.run([], { command: ['script', ...script] });
}

/** Every file below the store, as text. */
function stored(folder = join(repository.root, '.rewind')): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

test('loss, restore, salvage: the number shown before is what salvage brings back; no row lies in the store in clear', async () => {
  await done('snapshot');
  await server.query('shop', `INSERT INTO fans VALUES ('late@example.com', 2); UPDATE fans SET n = 9 WHERE n = 1`);
  const loss = await onTerminal('loss --keys 5');
  expect(loss.stdout).toContain('exact: inserted or updated since the snapshot');
  expect(loss.stdout).toContain('email=late@example.com');
  expect((await done('loss --keys 5 --json')).stdout).not.toContain('late@example.com');
  expect(await run('loss --keys 5')).toMatchObject({ status: 2, stdout: '' });
  const inActions = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '1' };
  expect((await run('loss --keys 5', inActions)).status).toBe(2);
  expect((await run('salvage')).stderr).toContain('salvage-nothing-kept');

  const plan = (await done('plan --database restore --json')).json<{
    digest: string;
    changes: { dataAtRisk: { rows: number }[] }[];
  }>();
  expect(plan.changes[0]?.dataAtRisk).toMatchObject([{ what: 'public.fans', rows: 2 }]);
  await done(`rollback --digest ${plan.digest} --database restore --confirm-data-loss shop`);
  await server.query('shop', `INSERT INTO fans VALUES ('live@example.com', 3)`);

  const made = await done('salvage');
  expect(made.stdout).toContain('public.fans: insert 1, update 1, conflicts 0');
  expect(await server.query('shop', 'SELECT count(*)::int AS n FROM fans')).toEqual([{ n: 2 }]);
  const digest = /--digest ([0-9a-f]{64})/.exec(made.stdout)?.[1] ?? '';
  expect(stored()).not.toContain('late@example.com');
  expect((await run(`salvage --digest ${'0'.repeat(64)}`)).stderr).toContain('plan-mismatch');
  expect((await run(`salvage --digest ${digest}`, { REWIND_IDENTITY: '' })).stderr).toContain('identity-missing');

  expect((await done(`salvage --digest ${digest}`)).stdout).toContain('2 rows were carried over into "shop"');
  expect(await server.query('shop', 'SELECT * FROM fans ORDER BY n')).toEqual([
    { email: 'late@example.com', n: 2 },
    { email: 'live@example.com', n: 3 },
    { email: 'ada@example.com', n: 9 },
  ]);
  expect((await done(`salvage --digest ${digest}`)).stdout).toContain('No row was changed');
  expect((await done('salvage')).stdout).toContain('No row is missing');

  // The lock was refused: nobody has to ask what became of production.
  const refused = await readOnlyAfter(repository, ['salvage', '--digest', digest], 'locks', 0);
  expect([refused.status, refused.stderr]).toEqual([
    1,
    expect.stringMatching(/read-only\. This run changed nothing in production\.[^]*Then run the same command again\./),
  ]);

  // Altered rows are not those that were approved.
  const folder = join(repository.root, '.rewind/store/salvages/production', digest);
  writeFileSync(join(folder, 'rows.age'), readFileSync(join(folder, 'rows.age')).subarray(0, -1));
  expect((await run(`salvage --digest ${digest}`)).status).toBe(1);
});

test('a second restore of the same snapshot: salvage names the older kept database, whose rows it does not compare', async () => {
  await server.query('shop', `INSERT INTO fans VALUES ('second@example.com', 4)`);
  const plan = (await done('plan --database restore --json')).json<{ digest: string }>();
  await done(`rollback --digest ${plan.digest} --database restore --confirm-data-loss shop`);
  const [older] = await server.query(
    'postgres',
    `SELECT min(datname) AS name FROM pg_database WHERE datname LIKE 'shop_before%'`,
  );
  const { stdout } = await done('salvage');
  expect(stdout).toContain('Salvage: rows of "' + String(older?.name) + '_2"');
  expect(stdout).toContain(
    `! "${String(older?.name)}" was kept by an earlier restore or undo. Its rows are not compared here`,
  );
});

/** A kept database may be dropped after seven days. */
const LATER = wrongBy(8 * 24 * 60);
const later = (args: readonly string[], env: Record<string, string> = {}): Promise<ProgramResult> =>
  repository.run(args, { command: sourcesAfter(LATER), env });
const keptLast = async (): Promise<string> => {
  const rows = await server.query('postgres', `SELECT datname FROM pg_database WHERE datname LIKE 'shop_before%'`);
  return (
    rows
      .map(({ datname }) => String(datname))
      .sort()
      .at(-1) ?? ''
  );
};
const openNow = async (): Promise<string> => (await done('recover --status')).stdout;

test('a drop whose record was refused: the same drop again writes the record, and no other name or digest passes for it', async () => {
  const name = await keptLast();
  const drop = ['recover', '--drop-database', name];
  const digest = /--digest ([0-9a-f]{64})/.exec((await later(drop)).stdout)?.[1] ?? '';
  const apply = [...drop, '--digest', digest];
  const another = [...drop, '--digest', '0'.repeat(64)];
  const first = await readOnlyAfter(repository, apply, 'incidents', 0, LATER);
  expect(first.stdout).toContain(`Dropped the database "${name}"`);
  expect(await openNow()).toContain(`"${name}"`);
  expect(await repository.run([...drop.slice(0, 2), 'another', '--digest', digest])).toMatchObject({ status: 2 });
  expect(await repository.run(another)).toMatchObject({ status: 2, stderr: expect.stringContaining('plan-mismatch') });
  expect(await openNow()).toContain(`"${name}"`);
  expect((await repository.ok(...apply)).stdout).toMatch(
    new RegExp(`"${name}" is not kept any more: .* This run dropped nothing. Incident \\S+ says so now.`),
  );
  // Quotes: names of two restores of one snapshot differ by their end only.
  expect(await openNow()).not.toContain(`"${name}"`);
  // The record says it already.
  const output = join(repository.root, 'output');
  writeFileSync(output, '');
  const summary = join(repository.root, 'summary.md');
  writeFileSync(summary, '');
  const inputs = { INPUT_COMMAND: 'recover', 'INPUT_DROP-DATABASE': name, INPUT_DIGEST: digest };
  const files = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
  const again = await repository.run([], { env: { GITHUB_ACTIONS: 'true', ...files, ...inputs } });
  expect([again.status, again.stdout]).toEqual([
    0,
    expect.stringMatching(/This run dropped nothing. .* has said so since 20/),
  ]);
  expect(readFileSync(output, 'utf8')).toMatch(/verdict<<(\S+)\nnot-kept\n/);
  expect(await repository.run(another)).toMatchObject({ status: 2, stderr: expect.stringContaining('plan-mismatch') });
}, 60_000);

test('the comment of the database was edited: the same drop again is known by the lock, until another run had it', async () => {
  await server.query('shop', `INSERT INTO fans VALUES ('edited@example.com', 4)`);
  await done(
    `rollback --digest ${await repository.digestOf('plan', '--database', 'restore')} --confirm-data-loss shop`,
  );
  const name = await keptLast();
  const [kept] = await server.query(
    'postgres',
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = '${name}'`,
  );
  const old = String(kept?.comment).replace(/at 20\S+Z/, 'at 2026-01-01T00:00:00.000Z');
  await server.query('postgres', `COMMENT ON DATABASE "${name}" IS '${old.replaceAll("'", "''")}'`);
  const drop = ['recover', '--drop-database', name];
  const digest = /--digest ([0-9a-f]{64})/.exec((await repository.ok(...drop)).stdout)?.[1] ?? '';
  const apply = [...drop, '--digest', digest];
  await readOnlyAfter(repository, apply, 'incidents', 0);
  expect(await repository.run([...drop, '--digest', '0'.repeat(64)])).toMatchObject({ status: 2 });
  expect(await openNow()).toContain(name);
  expect((await repository.ok(...apply)).stdout).toContain(`"${name}" is not kept any more`);
  expect(await openNow()).not.toContain(name);
  await done(`rollback --digest ${await repository.digestOf('plan')}`);
  expect(await repository.run(apply)).toMatchObject({ status: 2, stderr: expect.stringContaining('plan-mismatch') });
}, 60_000);

test('a drop after an undo gave the database its name back claims no drop', async () => {
  await server.query('shop', `INSERT INTO fans VALUES ('returned@example.com', 5)`);
  await done(
    `rollback --digest ${await repository.digestOf('plan', '--database', 'restore')} --confirm-data-loss shop`,
  );
  const drop = ['recover', '--drop-database', await keptLast()];
  const digest = /--digest ([0-9a-f]{64})/.exec((await later(drop)).stdout)?.[1] ?? '';
  await done(`rollback --digest ${await repository.digestOf('undo')} --confirm-data-loss shop`);
  const { stdout } = await repository.ok(...drop, '--digest', digest, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ dropped: false });
  expect(await server.query('shop', `SELECT n FROM fans WHERE email = 'returned@example.com'`)).toEqual([{ n: 5 }]);
}, 60_000);

test('nobody can look into the database: loss claims nothing, instead of "would lose no row"', async () => {
  await server.query('postgres', 'ALTER DATABASE shop ALLOW_CONNECTIONS false');
  const closed = await done('loss');
  expect(closed.stdout).toContain('It is unknown what a restore of snapshot');
  expect(closed.stdout).not.toContain('no row');
  await server.query('postgres', 'ALTER DATABASE shop ALLOW_CONNECTIONS true; ALTER DATABASE shop RENAME TO gone');
  expect((await done('loss')).stdout).toContain('unknown: does not exist, so its rows cannot be read');
  // Nothing is replaced, so nothing is kept.
  const missing = (await done('plan --database restore')).stdout;
  expect(missing).toContain('undo: no database is replaced; drop the restored one');
  await server.query('postgres', 'ALTER DATABASE gone RENAME TO shop');
});

test('the snapshot is gone when the rollback begins: one typed error, no stack trace', async () => {
  await server.query('shop', `INSERT INTO fans VALUES ('third@example.com', 5)`);
  const plan = (await done('plan --database restore --json')).json<{ digest: string }>();
  renameSync(join(repository.root, '.rewind/store'), join(repository.root, '.rewind/moved'));
  const { status, stderr } = await run(`rollback --digest ${plan.digest} --confirm-data-loss shop`);
  rmSync(join(repository.root, '.rewind/store'), { recursive: true, force: true });
  renameSync(join(repository.root, '.rewind/moved'), join(repository.root, '.rewind/store'));
  expect([status, /^error: The store has no snapshot/m.test(stderr), stderr.includes('    at ')]).toEqual([
    2,
    true,
    false,
  ]);
});

test('verify refuses a snapshot that another key signed, and warns of an unsigned one, as plan does', async () => {
  expect((await run('verify')).stderr).toContain('is not signed: the configuration has no "sign" section');
  const [old, next] = [signingKeyPair(), signingKeyPair()];
  const path = repository.configFile;
  const own = readFileSync(path, 'utf8');
  writeFileSync(path, `${own}sign: { keys: [${old.publicKey}] }\n`);
  repository.env.REWIND_SIGNING_KEY = old.secret;
  await done('snapshot');
  expect((await done('verify')).stderr).not.toContain('not signed');
  writeFileSync(path, `${own}sign: { keys: [${next.publicKey}] }\n`);
  delete repository.env.REWIND_SIGNING_KEY;
  const refused = await run('verify');
  expect([refused.status, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toContain('[signature-unknown]');
  writeFileSync(path, own);
});
