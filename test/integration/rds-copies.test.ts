import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import { config as schema, type Config } from '../../src/providers/rds-snapshot/config.js';
import { client } from '../../src/providers/rds-snapshot/client.js';
import { makeCopy } from '../../src/providers/rds-snapshot/copies.js';
import provider from '../../src/providers/rds-snapshot/index.js';
import { copyName, restoredName } from '../../src/providers/rds-snapshot/names.js';
import type { State } from '../../src/providers/rds-snapshot/state.js';
import { failureOf } from '../conformance/failures.suite.js';
import { auroraConfig, DATABASE, openAurora, openShop, rdsConfig, rdsContext } from '../sandbox/aws/rds-fixture.js';
import { AuroraSandbox, type RdsCluster } from '../sandbox/aws/rds-clusters.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startOn, until } from '../support/physical-copy.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

/** Restores from automated backups, and Aurora clusters. What all methods share is in rds-snapshot.test.ts. */
const SNAPSHOT = '20260101T000000Z-test00';
const TARGET = restoredName('shop', 'subject', SNAPSHOT);
const none = new MemoryPayloads();

let postgres: TestPostgres;
let rds: AuroraSandbox;
let url: string;
let archive: string;

beforeAll(async () => {
  archive = mkdtempSync(join(tmpdir(), 'rds-archive-'));
  // The server may run as another user.
  chmodSync(archive, 0o777);
  const settings = ['archive_mode=on', `archive_command=cp %p ${archive}/%f`, 'autovacuum=off'];
  postgres = await startPostgres({ settings });
  url = await postgres.createDatabase('shop');
  await postgres.query('shop', DATABASE);
  rds = await new AuroraSandbox().start();
});
afterAll(async () => {
  await rds.stop();
  await postgres.stop();
  rmSync(archive, { recursive: true });
});

const ruin = (): Promise<unknown> => postgres.query('shop', 'UPDATE fans SET points = points + 1 WHERE id = 1');
const codesOf = async (config: Config): Promise<string[]> =>
  (await provider.check(config, rdsContext(rds, url))).map(({ code }) => code);

/** What a test does with one configuration. */
function way(config: Config) {
  const ctx = rdsContext(rds, url);
  const compare = (saved: State): Promise<State> => provider.capture(config, ctx, new MemoryPayloads('compare', saved));
  return {
    ctx,
    capture: (): Promise<State> => provider.capture(config, ctx, new MemoryPayloads('snapshot')),
    plan: async (saved: State): Promise<Change[]> => provider.plan(saved, await compare(saved)),
    apply: async (changes: readonly Change[]): Promise<void> => {
      for (const change of changes) {
        if (change.manual === undefined) await provider.apply(config, change, ctx, none);
      }
    },
    prove: async (saved: State): Promise<string[]> =>
      ((await provider.prove?.(config, saved, ctx, none, 'contents')) ?? []).map(({ code }) => code),
    aside: async () => (await provider.capabilities?.aside?.(config, ctx)) ?? [],
    preflight: async (changes: readonly Change[]): Promise<string[]> =>
      ((await provider.preflight?.(config, changes, ctx, null)) ?? []).map(({ message }) => message),
  };
}

test.each([
  ['neither an instance nor a cluster', { instance: undefined }],
  ['both', { cluster: 'shop' }],
  ['a clone of an instance', { method: 'clone' }],
])('the configuration refuses %s', (_name, wrong) => {
  expect(schema.safeParse({ ...rdsConfig(), ...wrong }).success).toBe(false);
});

describe('an instant of the automated backups', () => {
  const config = rdsConfig({ method: 'point-in-time' });
  beforeEach(() => {
    rds.clearFaults();
    openShop(rds, postgres);
  });

  test('is recorded without a write, and only when RDS can restore it; the restore is of that instant', async () => {
    const { capture, plan, apply, prove } = way(config);
    rds.behind = 4;
    const saved = await capture();
    expect(rds.behind).toBe(0);
    expect(rds.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    const at = saved.copy?.at ?? '';
    expect([await plan(saved), await prove(saved)]).toEqual([[], []]);
    await ruin();
    const changes = await plan(saved);
    expect(changes[0]?.after).toContain(`instant ${at} in the automated backups of instance "shop"`);
    await apply(changes);
    const shop = rds.instances.get('shop');
    expect(rds.instances.get(TARGET)).toMatchObject({
      from: `${shop?.resourceId ?? ''}@${at}`,
      settings: shop?.settings,
    });
    expect((await plan(saved)).map(({ id }) => id)).toEqual(['switch']);
  });

  test.each(['000', '001', '999'])('is in whole seconds, and at least one after the reading (at .%s)', async (ms) => {
    const { ctx } = way(config);
    const api = await client(config, ctx);
    const read = new Date(`2026-01-01T12:00:00.${ms}Z`);
    expect(await makeCopy(config, ctx, api, await api.production(), async () => read)).toMatchObject({
      at: '2026-01-01T12:00:02Z',
    });
  });

  test('is what PostgreSQL replays its log to: that server equals the snapshot, and holds nothing that came later', async () => {
    const data = mkdtempSync(join(tmpdir(), 'rds-base-'));
    const from = ['-d', postgres.url('postgres'), '-D', data, '-X', 'none', '-c', 'fast', '--no-sync'];
    const base = spawnSync(join(postgres.binDir, 'pg_basebackup'), from, { encoding: 'utf8' });
    expect([base.status, base.stderr]).toEqual([0, expect.any(String)]);
    await ruin();
    const { capture, plan } = way(config);
    const saved = await capture();
    expect(await plan(saved)).toEqual([]);
    const at = saved.copy?.at ?? '';
    await until(async () => {
      const [now] = await postgres.query('shop', `SELECT clock_timestamp() > '${at}' AS passed`);
      return now?.passed === true;
    });
    await ruin();
    const [log] = await postgres.query('shop', 'SELECT pg_walfile_name(pg_switch_wal()) AS name');
    await until(async () => existsSync(join(archive, String(log?.name))));
    writeFileSync(join(data, 'recovery.signal'), '');
    const there = await startOn(postgres, data, [
      'archive_mode=off',
      `restore_command=cp ${archive}/%f %p`,
      `recovery_target_time=${at.replace('Z', '+00')}`,
      'recovery_target_action=promote',
    ]);
    try {
      const ctx = rdsContext(rds, url.replace(`:${postgres.port}/`, `:${there.port}/`));
      const restored = await provider.capture(config, ctx, new MemoryPayloads('compare', saved));
      expect(provider.plan(saved, restored)).toEqual([]);
      expect((await plan(saved)).map(({ id }) => id)).toEqual(['restore', 'switch']);
    } finally {
      await there.stop();
    }
  });

  test('is unusable when it has expired, or when the backups were deleted', async () => {
    const { capture, plan, prove } = way(config);
    const saved = await capture();
    await ruin();
    rds.earliest = '2099-01-01T00:00:00Z';
    expect((await plan(saved))[0]?.manual).toContain('is "expired: RDS holds what was since 2099-01-01T00:00:00Z"');
    expect(await prove(saved)).toEqual(['rds-copy-unusable']);
    rds.earliest = '2020-01-01T00:00:00Z';
    Object.assign(rds.instances.get('shop')?.settings ?? {}, { BackupRetentionPeriod: '0' });
    expect(await prove(saved)).toEqual(['rds-copy-gone']);
    expect((await plan(saved))[0]?.manual).toContain('does not exist any more');
  });

  test('needs automated backups; check says how long they last', async () => {
    const { capture } = way(config);
    expect(await codesOf(config)).toEqual(['rds-backups-expire']);
    Object.assign(rds.instances.get('shop')?.settings ?? {}, { BackupRetentionPeriod: '0' });
    expect(await codesOf(config)).toEqual(['rds-source-wrong']);
    expect((await failureOf(capture())).message).toContain('has no automated backups');
  });

  test('is restored from the retained backups of a deleted instance, not from another one of its identifier', async () => {
    const { capture, plan, apply } = way(config);
    const saved = await capture();
    await ruin();
    const first = rds.instances.get('shop')?.resourceId ?? '';
    rds.retained.add(first);
    rds.addInstance('shop');
    await apply(await plan(saved));
    expect(rds.instances.get(TARGET)?.from).toBe(`${first}@${saved.copy?.at ?? ''}`);
  });
});

describe('an Aurora cluster', () => {
  const config = auroraConfig();
  let shop: RdsCluster;
  beforeEach(() => {
    rds.clearFaults();
    shop = openAurora(rds, postgres);
  });
  const restored = (): RdsCluster => {
    const found = rds.clusters.get(TARGET);
    if (!found) throw new Error('nothing was restored');
    return found;
  };

  test('is restored beside production: a cluster with its settings, and an instance with those of the writer', async () => {
    const { capture, plan, apply, aside } = way(config);
    const saved = await capture();
    expect([...rds.clusterSnapshots.keys()]).toEqual([copyName('subject', SNAPSHOT)]);
    await ruin();
    // An upgrade of production does not change what the snapshot holds.
    shop.version = '17.4';
    const before = JSON.stringify([shop, rds.membersOf('shop')]);
    Object.assign(rds, { slowness: 5, slowToList: true });
    const changes = await plan(saved);
    expect(changes[0]?.warnings).toContain(
      'Production has 2 instances, and the new cluster gets one. Add the readers by hand.',
    );
    expect(changes[0]?.undo).toContain(
      `aws rds delete-db-instance --region eu-central-1 --db-instance-identifier ${TARGET}`,
    );
    expect(changes[0]?.undo).toMatch(/delete-db-cluster .*--skip-final-snapshot$/);
    await apply(changes);
    expect(restored()).toMatchObject({
      from: copyName('subject', SNAPSHOT),
      version: '16.4',
      settings: shop.settings,
      groups: ['sg-admin', 'sg-app'],
      logs: shop.logs,
    });
    expect(restored().tags.get('rewind:complete')).toBe('true');
    const [writer, ...more] = rds.membersOf(TARGET);
    expect([writer?.id, more]).toEqual([TARGET, []]);
    expect(writer?.settings).toMatchObject(rds.membersOf('shop')[0]?.settings ?? {});
    expect(JSON.stringify([shop, rds.membersOf('shop')])).toBe(before);
    expect((await plan(saved)).map(({ id, after, warnings }) => [id, after, warnings])).toEqual([
      ['switch', `${restored().host}:${shop.settings.Port ?? ''}`, []],
    ]);
    expect((await aside()).map(({ what }) => what)).toEqual([expect.stringContaining(`RDS cluster "${TARGET}"`)]);
    expect(await codesOf(config)).toEqual(['rds-snapshots-kept', 'rds-instance-kept']);
  });

  test('is not complete while an essential setting of the writer differs', async () => {
    const { capture, plan, apply } = way(config);
    const saved = await capture();
    await ruin();
    rds.stubborn.add('DBInstanceClass');
    rds.before = ({ bytes }) => {
      const [writer] = rds.membersOf(TARGET);
      if (bytes.includes('Action=Modify')) Object.assign(writer?.settings ?? {}, { DBInstanceClass: 'db.r6g.large' });
    };
    const changes = await plan(saved);
    expect((await failureOf(apply(changes))).message).toContain('differs from the original in Writer.DBInstanceClass');
    rds.stubborn.clear();
    rds.before = undefined;
    await apply(changes);
    expect(rds.membersOf(TARGET)[0]?.settings.DBInstanceClass).toBe('db.serverless');
  });

  test('is restored to an instant', async () => {
    const { capture, plan, apply } = way(auroraConfig({ method: 'point-in-time' }));
    rds.behind = 2;
    const saved = await capture();
    await ruin();
    await apply(await plan(saved));
    expect(restored().from).toBe(`${shop.resourceId}@${saved.copy?.at ?? ''}`);
    // Another cluster has its identifier, and its own backups.
    rds.clusters.delete(TARGET);
    rds.addCluster('shop', { host: postgres.host, settings: shop.settings });
    expect((await plan(saved))[0]?.manual).toContain('does not exist any more');
  });

  test('is refused if it cannot be captured, or the URL leads elsewhere', async () => {
    const { capture } = way(config);
    for (const [wrong, text] of [
      [{ mode: 'serverless' }, 'engine mode "serverless"'],
      [{ engine: 'aurora-mysql' }, 'runs aurora-mysql, not aurora-postgresql'],
      [{ host: 'shop.cluster-ro-x.example.com' }, 'The URL leads to 127.0.0.1'],
    ] as const) {
      Object.assign(openAurora(rds, postgres), wrong);
      expect((await failureOf(capture())).message).toContain(text);
      expect(await codesOf(config)).toContain('rds-source-wrong');
    }
    openAurora(rds, postgres);
    const member = await failureOf(way(rdsConfig({ instance: 'shop-1' })).capture());
    expect(member.remedy).toContain('Set "cluster: shop"');
    expect(rds.clusterSnapshots.size).toBe(0);
  });

  test('never takes an instance for the new one that somebody else made', async () => {
    const { capture, plan, apply } = way(config);
    const saved = await capture();
    await ruin();
    rds.addInstance(TARGET);
    expect((await failureOf(apply(await plan(saved)))).message).toContain('Rewind did not make it');
  });

  test('needs room for a cluster and an instance', async () => {
    const { capture, plan, preflight } = way(config);
    const saved = await capture();
    await ruin();
    rds.quotas.set('DBClusters', { used: 40, max: 40 });
    expect(await preflight(await plan(saved))).toEqual(['The account has 40 of 40 DB clusters.']);
  });

  describe('by a clone', () => {
    const byClone = auroraConfig({ method: 'clone' });

    test('has one without an instance; a rollback gives it one, and it can be used once', async () => {
      const { capture, plan, apply, prove, aside, preflight } = way(byClone);
      const saved = await capture();
      expect(restored()).toMatchObject({ from: `${shop.resourceId}@copy-on-write`, groups: ['sg-admin', 'sg-app'] });
      // Nothing can write to it, and a person can delete it.
      expect([rds.membersOf(TARGET), restored().settings.DeletionProtection]).toEqual([[], 'false']);
      expect(await aside()).toEqual([]);
      expect(await codesOf(byClone)).toEqual(['rds-snapshots-kept']);
      await ruin();
      const changes = await plan(saved);
      rds.quotas.set('DBClusters', { used: 40, max: 40 });
      expect(await preflight(changes)).toEqual([]);
      await apply(changes);
      expect(restored().settings).toEqual(shop.settings);
      expect(rds.membersOf(TARGET).map(({ id }) => id)).toEqual([TARGET]);
      expect([(await plan(saved)).map(({ id }) => id), await prove(saved)]).toEqual([['switch'], []]);
      expect((await aside()).length).toBe(1);
      // The emulator has no data: the same server stands for the restored one.
      restored().host = postgres.host;
      expect((await plan(saved))[0]?.manual).toContain('A clone can be used once: choose another snapshot.');
    });

    test('is unusable once somebody started it, and gone when another one has its identifier', async () => {
      const { capture, plan, prove } = way(byClone);
      const saved = await capture();
      await ruin();
      rds.addInstance('curious', { cluster: TARGET, engine: 'aurora-postgresql' });
      expect((await plan(saved))[0]?.manual).toContain('is "in use by instance curious"');
      expect(await prove(saved)).toEqual(['rds-copy-unusable']);
      rds.instances.delete('curious');
      expect(await prove(saved)).toEqual([]);
      rds.addCluster(TARGET);
      expect((await plan(saved))[0]?.manual).toContain('does not exist any more');
      expect(await prove(saved)).toEqual(['rds-copy-gone']);
    });

    test('is warned of before Aurora copies the whole storage', async () => {
      for (let n = 0; n < 15; n += 1)
        rds.addCluster(`shop-rewind-${String(n).padStart(10, '0')}`, {
          tags: new Map([['rewind:resource', 'subject']]),
        });
      expect(await codesOf(byClone)).toEqual(['rds-snapshots-kept', 'rds-clone-limit']);
    });
  });
});
