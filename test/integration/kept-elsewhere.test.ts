import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chain, parseEntry, type Entry } from '../../src/incident/entry.js';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** A kept database is written off only by what proves that it is gone: not by a wrong URL, and not without the state before. */
const TOKEN = 'api-4471c0ffee-launchdarkly';
let server: TestPostgres;
let other: TestPostgres;
let service: LaunchDarklySandbox;
let shop: SandboxProject;
let repository: Repository;
let url: string;
let elsewhere: string;
let tests = 0;
let rows = 0;

beforeAll(async () => {
  server = await startPostgres();
  other = await startPostgres();
  url = await server.createDatabase('shop');
  elsewhere = await other.createDatabase('shop');
  for (const one of [server, other]) await one.query('shop', 'CREATE TABLE fans (email text PRIMARY KEY)');
  service = await new LaunchDarklySandbox().start();
  service.tokens.set(TOKEN, 'writer');
  shop = service.addProject('shop', ['production']);
  service.addFlag(shop, { key: 'banner' });
  repository = await makeRepository({
    resources: [],
    env: { LAUNCHDARKLY_ACCESS_TOKEN: TOKEN, LAUNCHDARKLY_API_URL: service.url },
  });
});
afterAll(async () => {
  repository.remove();
  await service.stop();
  await other.stop();
  await server.stop();
});
beforeEach(() => {
  configure(['{ id: db, provider: postgres, url: "${DATABASE_URL}" }']);
  repository.env.DATABASE_URL = url;
});

function configure(databases: readonly string[], store = (tests += 1)): void {
  repository.configure({
    sections: ['approval: none'],
    store: `store-${store}`,
    resources: [...databases, '{ id: flags, provider: launchdarkly, project: shop, environment: production }'],
  });
}
const inStore = (...path: string[]): string => join(repository.root, `store-${tests}`, ...path);
const flag = (kind: 'turnFlagOn' | 'turnFlagOff'): void => service.patch(shop, 'banner', 'production', [{ kind }]);

/** A restore that took back one row, and kept the database. @returns the digest of its plan */
async function restored(): Promise<string> {
  flag('turnFlagOn');
  await repository.ok('snapshot');
  rows += 1;
  for (const one of [server, other]) await one.query('shop', `INSERT INTO fans VALUES ('${rows}')`);
  const digest = await repository.digestOf('plan', '--database', 'restore');
  await repository.ok('rollback', '--digest', digest, '--database', 'restore', '--confirm-data-loss', 'shop');
  return digest;
}
async function keptOn(one: TestPostgres): Promise<string> {
  const [kept] = await one.query(
    'postgres',
    `SELECT max(datname) AS name FROM pg_database WHERE datname LIKE 'shop_before%'`,
  );
  return String(kept?.name);
}
interface Kept {
  readonly id: string;
  readonly resource: string;
  readonly reading: { readonly state: string; readonly why: string };
}
async function kept(): Promise<Kept[]> {
  const { obligations } = (await repository.ok('recover', '--status', '--json')).json<{
    obligations: (Kept & { kind: string })[];
  }>();
  return obligations.filter(({ kind }) => kind === 'kept-database');
}
const readings = async (): Promise<string[]> => (await kept()).map(({ reading }) => reading.state);

/** Writes the records of the store again as an earlier version wrote them: they do not say where an object lies. */
const asOfEarlierVersion = (): void => withPlace(undefined);

/** Writes the records of the store again with another place of each object. */
function withPlace(where: Readonly<Record<string, string>> | undefined): void {
  const folder = inStore('incidents/production');
  for (const incident of readdirSync(folder)) {
    const files = readdirSync(join(folder, incident)).filter((file) => /^\d+\.json$/.test(file));
    let last: Entry | undefined;
    for (const file of files.sort()) {
      const path = join(folder, incident, file);
      const entry = parseEntry(readFileSync(path, 'utf8'), path);
      if (entry.kind === 'obligation') {
        Reflect.deleteProperty(entry.data, 'where');
        if (where !== undefined) Object.assign(entry.data, { where });
      }
      last = chain(entry, last);
      writeFileSync(path, JSON.stringify(last));
    }
    writeFileSync(join(folder, incident, 'head.json'), JSON.stringify({ seq: last?.seq, hash: last?.hash }));
  }
}

/** Makes a kept database old enough. @returns the drop, approved */
async function approvedDrop(name: string, ...more: string[]): Promise<string[]> {
  const on = more.includes('second') ? other : server;
  const [found] = await on.query(
    'postgres',
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = '${name}'`,
  );
  const old = String(found?.comment).replace(/at 20\S+Z/, 'at 2026-01-01T00:00:00.000Z');
  await on.query('postgres', `COMMENT ON DATABASE "${name}" IS '${old.replaceAll("'", "''")}'`);
  const drop = ['recover', '--drop-database', name, ...more];
  const digest = /--digest ([0-9a-f]{64})/.exec((await repository.ok(...drop)).stdout)?.[1] ?? '';
  return [...drop, '--digest', digest];
}

/** The URL of a user of this server who reads everything, but not the identity of the server. */
async function plain(one: TestPostgres, of: string): Promise<string> {
  const databases = await one.query('postgres', 'SELECT datname FROM pg_database WHERE datallowconn');
  for (const { datname } of databases) {
    await one.query(String(datname), 'REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC');
  }
  await one.query('postgres', 'DROP ROLE IF EXISTS plain');
  await one.query('postgres', `CREATE ROLE plain LOGIN PASSWORD 'plain-4471' IN ROLE pg_read_all_data`);
  const changed = new URL(of);
  [changed.username, changed.password] = ['plain', 'plain-4471'];
  return changed.href;
}

test('another server that numbers its databases alike, and a user who may not ask for its identity: nothing proves that the old database is back', async () => {
  const oid = async (one: TestPostgres) =>
    (await one.query('shop', 'SELECT oid::int FROM pg_database WHERE datname = current_database()'))[0]?.oid;
  expect(await oid(server)).toBe(await oid(other));
  await restored();
  repository.env.DATABASE_URL = await plain(other, elsewhere);
  const { obligations } = (await repository.ok('recover', '--status', '--json')).json<{
    obligations: (Kept & { id: string })[];
  }>();
  expect(obligations.find(({ id }) => id === 'changes-undone:db')?.reading).toEqual({
    state: 'unknown',
    why: expect.stringContaining(
      'not comparable: whether the URL leads to the server of the rollback: the user of the',
    ),
  });
});

test('a mitigation with the URL of another server does not write it off; a rollback with its own does', async () => {
  const apply = async (...plan: string[]) => repository.ok('rollback', '--digest', await repository.digestOf(...plan));
  await restored();
  const name = await keptOn(server);
  repository.env.DATABASE_URL = elsewhere;
  const shown = await repository.run(['recover', '--drop-database', name]);
  expect([shown.status, shown.stderr]).toEqual([2, expect.stringMatching(/another server[^]*drop-unproven/)]);
  await apply('mitigate', '--flags', 'banner');
  repository.env.DATABASE_URL = url;
  expect(await readings()).toEqual(['holds']);
  await server.query('postgres', `DROP DATABASE "${name}"`);
  await apply('plan');
  expect(await readings()).toEqual([]);
});

test('under another name it is still there', async () => {
  await restored();
  await server.query('postgres', `ALTER DATABASE "${await keptOn(server)}" RENAME TO put_away`);
  await repository.run(['recover']);
  expect((await kept()).map(({ reading }) => reading)).toEqual([
    {
      state: 'holds',
      why: expect.stringMatching(/^it has been there under another name, as database "put_away", since 20/),
    },
  ]);
  await server.query('postgres', 'DROP DATABASE put_away');
  await repository.run(['recover']);
  expect(await readings()).toEqual([]);
});

test('one that a person gave the name of production back is production: nothing offers its drop', async () => {
  await restored();
  const name = await keptOn(server);
  await server.query('postgres', 'ALTER DATABASE shop RENAME TO shop_restored');
  await server.query('postgres', `ALTER DATABASE "${name}" RENAME TO shop`);
  expect((await repository.run(['check'])).stdout).not.toMatch(/DROP DATABASE "?shop"?$/m);
  await repository.run(['recover']);
  expect(await readings()).toEqual([]);
  const drop = await repository.run(['recover', '--drop-database', 'shop']);
  expect([drop.status, drop.stderr]).toEqual([2, expect.stringContaining('No database "shop" is kept')]);
});

test('under another name and with a comment of its own it is not gone', async () => {
  await restored();
  const name = await keptOn(server);
  await server.query(
    'postgres',
    `ALTER DATABASE "${name}" RENAME TO put_away; COMMENT ON DATABASE put_away IS 'Ask Anna'`,
  );
  await repository.run(['recover']);
  expect((await kept()).map(({ reading }) => reading)).toEqual([
    { state: 'unknown', why: 'it has another name, "put_away", and the comment of that does not say what it is' },
  ]);
  await server.query('postgres', 'DROP DATABASE put_away');
  await repository.run(['recover']);
  expect(await readings()).toEqual([]);
});

test('without its comment nothing tells whether it is the same one', async () => {
  await restored();
  await server.query('postgres', `COMMENT ON DATABASE "${await keptOn(server)}" IS NULL`);
  await repository.run(['recover']);
  expect(await readings()).toEqual(['unknown']);
});

test('without its rollback and its snapshots in the store, the server tells that it is gone; another server tells nothing', async () => {
  await restored();
  const name = await keptOn(server);
  for (const folder of ['rollbacks', 'snapshots']) rmSync(inStore(folder), { recursive: true });
  expect(await readings()).toEqual(['holds']);
  await server.query('postgres', `DROP DATABASE "${name}"`);
  repository.env.DATABASE_URL = elsewhere;
  await repository.run(['recover']);
  expect((await kept()).map(({ reading }) => reading)).toEqual([
    { state: 'unknown', why: expect.stringMatching(/^The URL leads to another server/) },
  ]);
  repository.env.DATABASE_URL = await server.createDatabase('shop2');
  expect((await kept()).map(({ reading }) => reading.why)).toEqual([
    expect.stringContaining('The URL leads to "shop2" instead of "shop"'),
  ]);
  repository.env.DATABASE_URL = url;
  expect((await repository.run(['recover'])).stderr).toMatch(/Discharged kept-database:[^]*it is not there any more/);
  expect(await readings()).toEqual([]);
});

test('the record of an earlier version does not say where it lies: without the journal of its rollback nothing proves that it is gone', async () => {
  const digest = await restored();
  asOfEarlierVersion();
  expect(await readings()).toEqual(['holds']);
  repository.env.DATABASE_URL = elsewhere;
  expect(await readings()).toEqual(['unknown']);
  rmSync(inStore('rollbacks/production', digest), { recursive: true });
  await repository.run(['recover']);
  repository.env.DATABASE_URL = url;
  expect((await kept()).map(({ reading }) => reading)).toEqual([
    { state: 'unknown', why: 'the store does not hold its state before the rollback' },
  ]);
});

test('the same rollback adds the place to the record of an earlier version', async () => {
  const digest = await restored();
  asOfEarlierVersion();
  await repository.ok('rollback', '--digest', digest, '--database', 'restore', '--confirm-data-loss', 'shop');
  rmSync(inStore('snapshots'), { recursive: true });
  expect(await readings()).toEqual(['holds']);
});

test('a user who may not ask for the identity of the server proves nothing by a database that is not there', async () => {
  await restored();
  await server.query('postgres', `DROP DATABASE "${await keptOn(server)}"`);
  repository.env.DATABASE_URL = await plain(server, url);
  await repository.run(['recover']);
  expect((await kept()).map(({ reading }) => reading)).toEqual([
    {
      state: 'unknown',
      why: expect.stringMatching(
        /^Nothing tells whether the URL leads to the server of the rollback: .*pg_control_system/,
      ),
    },
  ]);
  asOfEarlierVersion();
  await repository.run(['recover']);
  expect(await readings()).toEqual(['unknown']);
});

test('a place that another provider wrote under this id is none of PostgreSQL: it proves nothing', async () => {
  await restored();
  await server.query('postgres', `DROP DATABASE "${await keptOn(server)}"`);
  withPlace({ region: 'eu-west-1', kind: 'instance', id: 'shop', resourceId: 'db-4471' });
  expect((await kept()).map(({ reading }) => reading)).toEqual([
    { state: 'unknown', why: expect.stringMatching(/^The record names no database of a PostgreSQL server/) },
  ]);
});

test('a kept database that somebody made a template is dropped as the refusal says', async () => {
  await restored();
  const name = await keptOn(server);
  await server.query('postgres', `ALTER DATABASE "${name}" IS_TEMPLATE true`);
  const drop = await approvedDrop(name);
  const refused = await repository.run(drop);
  expect(refused.status).toBe(1);
  const step = /ALTER DATABASE "\w+" IS_TEMPLATE false/.exec(refused.stderr)?.[0] ?? '';
  await server.query('postgres', step);
  await repository.ok(...drop);
  expect(await readings()).toEqual([]);
});

test('a drop writes the record without the snapshots, and the same drop again says so', async () => {
  await restored();
  const name = await keptOn(server);
  const drop = await approvedDrop(name);
  rmSync(inStore('snapshots'), { recursive: true });
  expect((await repository.ok(...drop)).stdout).toContain(`Dropped the database "${name}"`);
  expect(await readings()).toEqual([]);
  expect((await repository.ok(...drop)).stdout).toContain('This run dropped nothing.');
});

test('a drop whose proof is lost with the snapshot names the command that writes it, and the same drop claims nothing', async () => {
  await restored();
  asOfEarlierVersion();
  const name = await keptOn(server);
  const drop = await approvedDrop(name);
  rmSync(inStore('snapshots'), { recursive: true });
  const { stdout, stderr } = await repository.ok(...drop);
  expect(stdout).toContain(`Dropped the database "${name}"`);
  const discharge = /rewind (incident discharge \S+ --obligation \S+ --reason) dropped/.exec(stderr)?.[1] ?? '';
  expect(await readings()).toEqual(['unknown']);
  const again = await repository.run(drop);
  expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('drop-unproven')]);
  expect(again.stderr).toContain(`rewind ${discharge} dropped`);
  expect(again.stderr).not.toContain('Kept are');
  await repository.ok(...discharge.split(' '), 'dropped');
  expect(await readings()).toEqual([]);
});

test('two servers keep a database of one name: --scope says which one is dropped, and a repeated drop is of that one only', async () => {
  configure(
    [
      '{ id: db, provider: postgres, url: "${DATABASE_URL}" }',
      '{ id: second, provider: postgres, url: "${SECOND_URL}" }',
    ],
    tests,
  );
  repository.env.SECOND_URL = elsewhere;
  await restored();
  const name = await keptOn(server);
  expect(await keptOn(other)).toBe(name);
  const several = await repository.run(['recover', '--drop-database', name]);
  expect([several.status, several.stderr]).toEqual([
    2,
    expect.stringContaining(`A database "${name}" is kept by "db" and by "second".`),
  ]);
  expect(several.stderr).toContain(`rewind recover --drop-database ${name} --scope second`);
  const drop = await approvedDrop(name, '--scope', 'db');
  // The digest says which one, too.
  const byDigest = drop.filter((word) => word !== '--scope' && word !== 'db');
  const wrong = [...byDigest.slice(0, -1), '0'.repeat(64)];
  expect(await repository.run(wrong)).toMatchObject({ status: 2, stderr: expect.stringContaining('plan-mismatch') });
  await repository.ok(...byDigest);
  expect((await kept()).map(({ resource, reading }) => [resource, reading.state])).toEqual([['second', 'holds']]);
  expect((await repository.ok(...byDigest)).stdout).toContain('This run dropped nothing.');
  const another = await repository.run(['recover', '--drop-database', name, '--scope', 'db']);
  expect([another.status, another.stderr]).toEqual([2, expect.stringContaining(`No database "${name}" is kept.`)]);
  repository.env.SECOND_URL = await server.createDatabase('second');
  expect((await repository.ok(...drop)).stdout).toContain('This run dropped nothing.');
  expect(await readings()).toEqual(['unknown']);
  repository.env.SECOND_URL = elsewhere;
  expect((await kept()).map(({ resource, reading }) => [resource, reading.state])).toEqual([['second', 'holds']]);
  // The second one is reached.
  await repository.ok(...(await approvedDrop(name, '--scope', 'second')));
  expect(await readings()).toEqual([]);
});

test('the digest of the last drop is of no other database that is gone', async () => {
  await restored();
  const first = await keptOn(server);
  await restored();
  const second = await keptOn(server);
  expect(first).not.toBe(second);
  await repository.ok(...(await approvedDrop(first)));
  const last = await approvedDrop(second);
  await repository.ok(...last);
  expect(await readings()).toEqual([]);
  expect((await repository.ok(...last)).stdout).toContain(`The database "${second}" is not kept any more`);
  // The lock of an earlier version does not say whose digest it holds.
  const lock = readdirSync(inStore('locks/production')).sort().at(-1) ?? '';
  const content = readFileSync(inStore('locks/production', lock), 'utf8');
  const ofEarlier = { ...(JSON.parse(content) as object), command: 'recover --drop-database' };
  writeFileSync(inStore('locks/production', lock), JSON.stringify(ofEarlier));
  expect((await repository.ok(...last)).stdout).toContain(`The database "${second}" is not kept any more`);
  writeFileSync(inStore('locks/production', lock), content);
  const other = await repository.run(last.map((word) => (word === second ? first : word)));
  expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('plan-mismatch')]);
});
