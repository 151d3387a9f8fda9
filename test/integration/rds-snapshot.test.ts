import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import provider from '../../src/providers/rds-snapshot/index.js';
import { copyName, restoredName } from '../../src/providers/rds-snapshot/names.js';
import type { State } from '../../src/providers/rds-snapshot/state.js';
import { failureOf, failures } from '../conformance/failures.suite.js';
import { DATABASE, openShop, rdsConfig, rdsContext } from '../sandbox/aws/rds-fixture.js';
import { RDS_SECRET, RdsSandbox, type RdsInstance } from '../sandbox/aws/rds.js';
import type { TestContextOptions, TestContext } from '../support/context.js';
import { freePort } from '../support/free-port.js';
import { MemoryPayloads } from '../support/payloads.js';
import { copyServer, until } from '../support/physical-copy.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

const SNAPSHOT = '20260101T000000Z-test00';
const COPY = copyName('subject', SNAPSHOT);
const TARGET = restoredName('shop', 'subject', SNAPSHOT);
const none = new MemoryPayloads();

let postgres: TestPostgres;
let rds: RdsSandbox;
let shop: RdsInstance;
let url: string;

beforeAll(async () => {
  postgres = await startPostgres({ settings: ['autovacuum=off'] });
  await postgres.createDatabase('pristine');
  await postgres.query('pristine', DATABASE);
  await fresh();
  rds = await new RdsSandbox().start();
});
afterAll(async () => {
  await rds.stop();
  await postgres.stop();
});
function reset(): void {
  url = postgres.url('shop');
  rds.clearFaults();
  shop = openShop(rds, postgres);
}
beforeEach(reset);

const config = rdsConfig();
const context = (options: TestContextOptions = {}): TestContext => rdsContext(rds, url, options);
const sql = (text: string): Promise<Record<string, unknown>[]> => postgres.query('shop', text);
const capture = (ctx = context()): Promise<State> => provider.capture(config, ctx, new MemoryPayloads('snapshot'));
const compare = (saved: State, ctx = context()): Promise<State> =>
  provider.capture(config, ctx, new MemoryPayloads('compare', saved));
const planNow = async (saved: State, ctx = context()): Promise<Change[]> =>
  provider.plan(saved, await compare(saved, ctx));
const ruin = (): Promise<unknown> => sql(`UPDATE fans SET points = 0 WHERE id = 1`);

async function applyAll(changes: readonly Change[], ctx = context()): Promise<TestContext> {
  for (const change of changes) {
    if (change.manual === undefined) await provider.apply(config, change, ctx, none);
  }
  return ctx;
}

function restored(): RdsInstance {
  const found = rds.instances.get(TARGET);
  if (!found) throw new Error('nothing was restored');
  return found;
}

failures({
  name: 'rds-snapshot',
  provider,
  service: 'RDS',
  credential: 'AWS_SECRET_ACCESS_KEY',
  start: async () => ({
    server: rds,
    config: () => config,
    context: ({ env, timeoutMs } = {}) =>
      context({ ...(env && { env }), http: { backoffMs: 0.5, ...(timeoutMs !== undefined && { timeoutMs }) } }),
    reset: async () => undefined,
    async breakIt() {
      await ruin();
    },
    close: async () => undefined,
  }),
});

/** Replaces the database by an unused one. */
async function fresh(): Promise<void> {
  await postgres.dropDatabase('shop');
  await postgres.query('postgres', 'CREATE DATABASE shop TEMPLATE pristine');
}

describe('equality', () => {
  beforeEach(fresh);

  test.each([
    ['nothing', 'SELECT 1', null],
    ['a read', 'SELECT * FROM fans', null],
    ['maintenance', 'VACUUM (FULL, ANALYZE); REINDEX TABLE fans', null],
    ['a transaction that was rolled back', "BEGIN; INSERT INTO notes VALUES ('x'); ROLLBACK", null],
    ['a temporary table', 'CREATE TEMPORARY TABLE mine (id serial)', null],
    ['an update to equal values', 'UPDATE fans SET points = points WHERE id = 2', 'rows'],
    ['a deleted row', 'DELETE FROM fans WHERE id = 3', 'rows'],
    ['a row in place of another', "DELETE FROM notes WHERE body = 'a'; INSERT INTO notes VALUES ('a')", 'rows'],
    ['a sequence', "SELECT setval('fans_id_seq', 1000)", 'rows'],
    ['a large object', "SELECT lo_from_bytea(0, 'x')", 'schema'],
    ['a function', "CREATE OR REPLACE FUNCTION total() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'", 'schema'],
    ['a privilege', 'GRANT SELECT ON notes TO PUBLIC', 'schema'],
    ['a comment', "COMMENT ON TABLE notes IS 'x'", 'schema'],
    ['a column', 'ALTER TABLE notes ADD COLUMN at date', 'schema'],
    ['an empty table', 'CREATE TABLE empty (id int)', 'schema'],
    ['a dropped table', 'DROP TABLE notes', 'schema'],
  ])('%s', async (_name, statement, expected) => {
    const saved = await capture();
    const statements = statement.includes('VACUUM') ? statement.split('; ') : [statement];
    for (const each of statements) await sql(each);
    const [first] = await planNow(saved);
    const found = first?.warnings.join(' ') ?? null;
    if (expected === null) expect(found).toBeNull();
    else if (expected === 'schema') expect(found).toContain('also its schema');
    else expect(found).toMatch(/written to since the snapshot\)/);
  });

  test('a transaction that was open at the snapshot and commits later is a difference', async () => {
    // Its transaction id is lower than that of the newest row at the snapshot.
    const late = sql(`BEGIN; INSERT INTO notes VALUES ('late'); SELECT pg_sleep(1.5); COMMIT`);
    await until(
      async () =>
        (await sql(`SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(1.5)%' AND wait_event = 'PgSleep'`))
          .length > 0,
    );
    await sql(`INSERT INTO notes VALUES ('newer')`);
    const saved = await capture();
    expect(await planNow(saved)).toEqual([]);
    await late;
    expect((await planNow(saved)).map(({ id }) => id)).toEqual(['restore', 'switch']);
  });

  test('another database of the instance is named as not compared', async () => {
    await postgres.createDatabase('stock');
    try {
      const saved = await capture();
      const blind = provider.capabilities?.blindSpots?.(saved, await compare(saved));
      expect(blind).toContain('database "stock" of the same server: its rows were not compared');
    } finally {
      await postgres.dropDatabase('stock');
    }
  });
});

describe('a physical copy of the server, which a restored instance is', () => {
  test('equals the snapshot; a row written to it afterwards, and what production wrote, are told apart', async () => {
    await fresh();
    const saved = await capture();
    const copy = await copyServer(postgres);
    try {
      await ruin();
      const there = context({ env: { DATABASE_URL: url.replace(`:${postgres.port}/`, `:${copy.port}/`) } });
      expect((await compare(saved, there)).reading?.origin).toEqual(saved.reading?.origin);
      expect(await planNow(saved, there)).toEqual([]);
      expect((await planNow(saved)).length).toBe(2);
      await copy.query(`INSERT INTO notes VALUES ('after the switch')`);
      expect((await planNow(saved, there))[0]?.dataAtRisk).toMatchObject([{ what: 'public.notes', rows: 1 }]);
    } finally {
      await copy.stop();
    }
  });
});

describe('a snapshot', () => {
  test('is made once, although the run is killed after RDS made it', async () => {
    rds.crashAfterWrite(1);
    await failureOf(capture());
    rds.crashAfterWrite(0);
    const saved = await capture();
    expect([...rds.snapshots.keys()]).toEqual([COPY]);
    expect(saved.copy).toMatchObject({ id: COPY, status: 'available' });
    expect(await planNow(saved)).toEqual([]);
  });

  test('is refused if the URL leads elsewhere, the engine is another one, or it is a member of Aurora', async () => {
    for (const [wrong, text] of [
      [{ host: 'shop.example.com' }, 'The URL leads to 127.0.0.1'],
      [{ engine: 'mysql' }, 'runs mysql'],
      [{ cluster: 'shop-cluster' }, 'belongs to the cluster "shop-cluster"'],
    ] as const) {
      openShop(rds, postgres);
      Object.assign(rds.instances.get('shop') ?? {}, wrong);
      const error = await failureOf(capture());
      expect([error.code, error.message]).toEqual(['snapshot-incomplete', expect.stringContaining(text)]);
      expect((await provider.check(config, context())).map(({ code }) => code)).toContain('rds-source-wrong');
    }
    expect(rds.snapshots.size).toBe(0);
    Object.assign(shop, { host: 'shop.abc.rds.amazonaws.com' });
    rds.instances.set('shop', shop);
    const aliased = rdsConfig({ alias: '127.0.0.1' });
    expect((await provider.capture(aliased, context(), new MemoryPayloads())).copy?.status).toBe('available');
  });

  test('by a DB snapshot of the same identifier that another resource made is refused', async () => {
    await capture();
    rds.snapshots.get(COPY)?.tags.set('rewind:resource', 'other');
    expect((await failureOf(capture())).message).toContain('not one that this resource made');
  });

  test('fails if RDS fails to make it, or has no room', async () => {
    rds.quotas.set('ManualSnapshots', { used: 100, max: 100 });
    expect((await failureOf(capture())).remedy).toContain('Delete manual snapshots');
    rds.quotas.clear();
    rds.before = ({ bytes }) => {
      if (!bytes.includes('CreateDBSnapshot')) for (const copy of rds.snapshots.values()) copy.status = 'failed';
    };
    expect((await failureOf(capture())).message).toContain('is "failed"');
  });

  test('needs a user that may read every table: check names them', async () => {
    await postgres.query('postgres', `DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD 'reader-4471'`);
    await sql('GRANT SELECT ON fans TO reader');
    url = url.replace(/\/\/.*@/, '//reader:reader-4471@');
    const found = await provider.check(config, context());
    expect(found.find(({ code }) => code === 'database-permission')?.message).toContain('public.notes');
    expect((await failureOf(capture())).code).toBe('database-permission');
  });
});

describe('a restore', () => {
  test('is beside production, with the settings of the original, and says so literally', async () => {
    const saved = await capture();
    await ruin();
    const before = JSON.stringify([shop, [...shop.tags]]);
    const changes = await planNow(saved);
    expect(changes.map(({ id, manual }) => [id, manual === undefined])).toEqual([
      ['restore', true],
      ['switch', false],
    ]);
    const { lines } = await applyAll(changes);
    const { settings, groups, logs, from, tags } = restored();
    expect({ settings, groups, logs, from }).toEqual({
      settings: shop.settings,
      groups: ['sg-admin', 'sg-app'],
      logs: shop.logs,
      from: COPY,
    });
    expect(Object.fromEntries(tags)).toEqual({
      'rewind:snapshot': SNAPSHOT,
      'rewind:resource': 'subject',
      'rewind:complete': 'true',
    });
    expect(JSON.stringify([shop, [...shop.tags]])).toBe(before);
    expect(lines.join('\n')).toContain(`Restored beside production: instance "${TARGET}" at ${restored().host}`);
    expect(lines.join('\n')).not.toContain(postgres.password);

    const [left, ...more] = await planNow(saved);
    expect(more).toEqual([]);
    expect(left).toMatchObject({
      id: 'switch',
      before: `127.0.0.1:${postgres.port}`,
      after: `${restored().host}:${postgres.port}`,
      manual: expect.stringContaining('The restore is beside production, not in its place.'),
      warnings: [],
    });
    const aside = (of = config) => provider.capabilities?.aside?.(of, context());
    expect(await aside()).toEqual([
      expect.objectContaining({ kind: 'kept', snapshot: SNAPSHOT, what: expect.stringContaining(restored().host) }),
    ]);
    // The application was switched to it.
    expect(await aside(rdsConfig({ instance: TARGET }))).toEqual([]);
  });

  test.each(['the saved server', 'where the record says that it lies'])(
    'what lies beside production is compared with %s: another account, region or kind says nothing',
    async (way) => {
      const saved = await capture();
      await ruin();
      await applyAll(await planNow(saved));
      const [found] = (await provider.capabilities?.aside?.(config, context())) ?? [];
      const where = found?.kind === 'kept' ? found.where : undefined;
      expect(where).toMatchObject({ region: 'eu-central-1', kind: 'instance', id: 'shop' });
      const place = way === 'the saved server' || where === undefined ? { before: saved } : { where };
      const aside = async (of = config): Promise<number | undefined> =>
        (await provider.capabilities?.aside?.(of, context(), place))?.length;
      expect(await aside()).toBe(1);
      // Production was renamed: what was restored still has the name of before.
      rds.addInstance('renamed', { ...rds.instances.get('shop'), id: 'renamed' });
      expect(await aside(rdsConfig({ instance: 'renamed' }))).toBe(1);
      // The application was switched to it, and the old instance is gone.
      const old = rds.instances.get('shop');
      rds.instances.delete('shop');
      rds.instances.delete('renamed');
      expect(await aside(rdsConfig({ instance: TARGET }))).toBe(0);
      const foreign = (of?: ReturnType<typeof rdsConfig>): Promise<unknown> => failureOf(aside(of));
      // Another account: it has an instance of the same name.
      rds.instances.clear();
      rds.addInstance('shop');
      expect(old?.resourceId).not.toBe(rds.instances.get('shop')?.resourceId);
      expect(await foreign()).toMatchObject({
        code: 'snapshot-foreign',
        message:
          'This account has neither the instance "shop" from before the rollback nor a server that Rewind restored from it.',
      });
      expect(await foreign(rdsConfig({ region: 'us-east-1' }))).toMatchObject({
        code: 'snapshot-foreign',
        message: 'The configuration names the region us-east-1 instead of eu-central-1.',
      });
      expect(await foreign(rdsConfig({ instance: undefined, cluster: 'shop' }))).toMatchObject({
        code: 'snapshot-foreign',
      });
    },
  );

  test('names the rows that the new instance lacks', async () => {
    const saved = await capture();
    await sql(
      `INSERT INTO fans (email) VALUES ('a'), ('b'); UPDATE fans SET points = 9 WHERE id = 4; DELETE FROM fans WHERE id IN (5, 6)`,
    );
    const [restore] = await planNow(saved);
    expect(restore?.confirm).toBeUndefined();
    expect(restore?.dataAtRisk).toEqual([
      {
        what: 'public.fans',
        rows: 3,
        note: expect.stringMatching(/^at most: .*; 3 rows of the snapshot were updated or deleted/),
      },
    ]);
    expect(provider.capabilities?.database?.hazards(saved, await compare(saved))).toEqual([]);
  });

  test('knows the host beforehand, in the account of the original', async () => {
    Object.assign(shop, { host: 'shop.c9akciq32rgx.eu-central-1.rds.amazonaws.com' });
    const saved = await provider.capture(rdsConfig({ alias: '127.0.0.1' }), context(), new MemoryPayloads());
    await ruin();
    const changes = await planNow(saved);
    expect(changes[1]?.after).toBe(`${TARGET}.c9akciq32rgx.eu-central-1.rds.amazonaws.com:${postgres.port}`);
    await applyAll(changes);
    expect(changes[1]?.after).toBe(`${restored().host}:${postgres.port}`);
  });

  test('is possible while production cannot be reached', async () => {
    const saved = await capture();
    const dead = context({ env: { DATABASE_URL: url.replace(`:${postgres.port}/`, `:${await freePort()}/`) } });
    const changes = await planNow(saved, dead);
    expect(changes.map(({ id }) => id)).toEqual(['restore', 'switch']);
    expect(changes[0]?.warnings[0]).toContain('cannot be reached');
    expect(changes[0]?.dataAtRisk).toEqual([expect.objectContaining({ rows: null })]);
    await applyAll(changes, dead);
    expect(restored().status).toBe('available');
    // Production's instance may be gone altogether: its settings are in the snapshot.
    rds.instances.delete('shop');
    rds.instances.delete(TARGET);
    await applyAll(await planNow(saved, dead), dead);
    expect(restored().settings).toEqual(shop.settings);
  });

  test('of a DB snapshot that is gone is manual, and verify finds it', async () => {
    const saved = await capture();
    await ruin();
    rds.snapshots.delete(COPY);
    expect((await planNow(saved))[0]?.manual).toContain('does not exist any more');
    expect(await provider.prove?.(config, saved, context(), none, 'contents')).toMatchObject([
      { code: 'rds-copy-gone' },
    ]);
    await capture();
    // A later DB snapshot under the same identifier holds later rows.
    expect((await planNow(saved))[0]?.manual).toContain('does not exist any more');
  });

  test('never takes an instance for its own that somebody else made', async () => {
    const saved = await capture();
    await ruin();
    const changes = await planNow(saved);
    rds.addInstance(TARGET);
    const error = await failureOf(applyAll(changes));
    expect([error.code, error.message]).toEqual(['restore-failed', expect.stringContaining('Rewind did not make it')]);
  });

  test('is not complete while an essential setting differs; the others are named', async () => {
    const saved = await capture();
    await ruin();
    const changes = await planNow(saved);
    rds.stubborn.add('VpcSecurityGroupIds').add('MaxAllocatedStorage');
    rds.before = ({ bytes }) => {
      if (bytes.includes('Action=ModifyDBInstance')) restored().groups = ['sg-default'];
    };
    const error = await failureOf(applyAll(changes));
    expect(error.message).toContain('differs from the original in VpcSecurityGroupIds');
    expect((await planNow(saved)).map(({ id }) => id)).toEqual(['restore', 'switch']);
    rds.before = undefined;
    rds.stubborn.delete('VpcSecurityGroupIds');
    await applyAll(changes);
    expect(restored().groups).toEqual(['sg-admin', 'sg-app']);
    expect((await planNow(saved)).map(({ warnings }) => warnings)).toEqual([
      [`"${TARGET}" differs from "shop" in MaxAllocatedStorage.`],
    ]);
  });

  test('waits while RDS works, and stops at a state without an end', async () => {
    const saved = await capture();
    await ruin();
    const changes = await planNow(saved);
    rds.slowness = 4;
    await applyAll(changes);
    expect(restored().status).toBe('available');
    rds.instances.delete(TARGET);
    rds.before = ({ method }) => {
      const made = rds.instances.get(TARGET);
      if (made && method === 'GET') made.status = 'incompatible-network';
    };
    expect((await failureOf(applyAll(changes))).message).toContain('is "incompatible-network"');
  });

  test('needs room for an instance: found before the approval', async () => {
    const saved = await capture();
    await ruin();
    const changes = await planNow(saved);
    rds.quotas.set('DBInstances', { used: 40, max: 40 });
    const codes = async (): Promise<string[]> =>
      ((await provider.preflight?.(config, changes, context(), null)) ?? []).map(({ code }) => code);
    expect(await codes()).toEqual(['rds-instance-limit']);
    expect((await failureOf(applyAll(changes))).remedy).toContain('raise the quota');
    rds.quotas.clear();
    await applyAll(changes);
    rds.quotas.set('DBInstances', { used: 40, max: 40 });
    expect(await codes()).toEqual([]);
  });
});

describe('after the switch', () => {
  test('a database that was written to since offers no second restore', async () => {
    const saved = await capture();
    await ruin();
    await applyAll(await planNow(saved));
    // The emulator has no data: the same server under another name stands for the new instance.
    restored().host = 'localhost';
    const switched = context({ env: { DATABASE_URL: url.replace('127.0.0.1', 'localhost') } });
    expect((await planNow(saved, switched)).map(({ id }) => id)).toEqual(['switched']);
  });
});

describe('the service', () => {
  test('a rate limit that comes as status 400 is waited for', async () => {
    rds.inject({ times: 3, with: rds.error(400, 'Throttling', 'Rate exceeded') });
    expect((await capture()).copy?.status).toBe('available');
    expect(rds.pendingFaults).toBe(0);
  });

  test('a revoked key and a missing permission are told apart', async () => {
    expect((await failureOf(capture(context({ env: { AWS_ACCESS_KEY_ID: 'AKIAOTHER' } })))).code).toBe(
      'api-unauthorized',
    );
    rds.inject({
      on: /^POST/,
      times: 9,
      with: rds.error(403, 'AccessDenied', 'not authorized to perform rds:CreateDBSnapshot'),
    });
    const error = await failureOf(capture());
    expect([error.code, error.remedy]).toEqual(['api-forbidden', expect.stringContaining('rds:CreateDBSnapshot')]);
  });

  test('in another region than the configuration names, nothing is said to be gone', async () => {
    const saved = await capture();
    const elsewhere = rdsConfig({ region: 'us-east-1' });
    expect(await provider.prove?.(elsewhere, saved, context(), new MemoryPayloads(), 'contents')).toMatchObject([
      { level: 'error', code: 'other-object', remedy: expect.stringContaining('Set region eu-central-1') },
    ]);
    expect(await provider.capabilities?.stillThere?.(elsewhere, saved, context())).toEqual([]);
  });

  test('check finds what is kept, on many pages', async () => {
    await capture();
    for (let n = 0; n < 230; n += 1) rds.addInstance(`other-${n}`);
    // Of another repository or environment, whose resource has the same id: it may be in use there.
    for (const id of ['left', 'shop-rewind-0123456789', 'billing-rewind-0123456789'])
      rds.addInstance(id, { tags: new Map([['rewind:resource', 'subject']]) });
    Object.assign(shop, { encrypted: false, status: 'backing-up' });
    rds.quotas.set('ManualSnapshots', { used: 99, max: 100 });
    const found = await provider.check(config, context());
    expect(found.map(({ code }) => code).sort()).toEqual([
      'rds-instance-busy',
      'rds-instance-kept',
      'rds-snapshot-limit',
      'rds-snapshots-kept',
      'rds-unencrypted',
    ]);
    expect(found.map(({ message }) => message).join()).toContain('restored instance "shop-rewind-0123456789"');
    expect(JSON.stringify(found)).not.toContain(RDS_SECRET);
  });
});
