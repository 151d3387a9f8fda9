import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { membersOf } from '../../src/providers/rds-snapshot/answers.js';
import provider from '../../src/providers/rds-snapshot/index.js';
import { restoredName } from '../../src/providers/rds-snapshot/names.js';
import { clusterSettingsOf, settingsOf, unlike } from '../../src/providers/rds-snapshot/settings.js';
import { queryApi, type QueryApi } from '../../src/services/aws/query.js';
import { child, childrenOf, parseXml, textAt, withChild, type XmlElement } from '../../src/services/aws/xml.js';
import { auroraConfig, DATABASE, openAurora, openShop, rdsConfig, rdsContext } from '../sandbox/aws/rds-fixture.js';
import { AuroraSandbox } from '../sandbox/aws/rds-clusters.js';
import { RdsSandbox } from '../sandbox/aws/rds.js';
import { awsDescription } from '../support/aws-description.js';
import type { TestContext } from '../support/context.js';
import { startMoto, type Moto } from '../support/moto.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

const { problemsOf, parameterProblem, documentProblems } = awsDescription('rds', '2014-10-31');

let postgres: TestPostgres;
let url: string;
beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.createDatabase('shop');
  await postgres.query('shop', DATABASE);
});
afterAll(() => postgres.stop());

const SNAPSHOT = '20260101T000000Z-test00';
const none = new MemoryPayloads();

/** Snapshot, a bad release, restore beside production, what is left. */
async function wholeWay(ctx: TestContext, config: ReturnType<typeof rdsConfig>) {
  const saved = await provider.capture(config, ctx, new MemoryPayloads('snapshot'));
  const live = () => provider.capture(config, ctx, new MemoryPayloads('compare', saved));
  expect(provider.plan(saved, await live())).toEqual([]);
  await postgres.query('shop', 'UPDATE fans SET points = 0 WHERE id = 1');
  const changes = provider.plan(saved, await live());
  for (const change of changes) if (change.manual === undefined) await provider.apply(config, change, ctx, none);
  return { saved, changes, left: provider.plan(saved, await live()) };
}

describe("the emulator and Rewind, against AWS's description of the API", () => {
  test('every request, every answer and every refusal is as described', async () => {
    const rds = await new RdsSandbox().start();
    try {
      openShop(rds, postgres);
      const ctx = rdsContext(rds, url);
      const config = rdsConfig();
      rds.quotas.set('DBInstances', { used: 1, max: 40 });
      await provider.check(config, ctx);
      await wholeWay(ctx, config);
      const api = await queryApi(ctx, { name: 'RDS', prefix: 'rds', version: '2014-10-31', region: 'eu-central-1' });
      const target = restoredName('shop', 'subject', SNAPSHOT);
      const copy = [...rds.snapshots.keys()][0];
      rds.quotas.set('ManualSnapshots', { used: 1, max: 1 });
      rds.quotas.set('DBInstances', { used: 1, max: 1 });
      for (const [action, parameters] of [
        ['CreateDBSnapshot', { DBSnapshotIdentifier: copy, DBInstanceIdentifier: 'shop' }],
        ['CreateDBSnapshot', { DBSnapshotIdentifier: 'more', DBInstanceIdentifier: 'shop' }],
        ['CreateDBSnapshot', { DBSnapshotIdentifier: 'more', DBInstanceIdentifier: 'none' }],
        ['DescribeDBSnapshots', { DBSnapshotIdentifier: 'none' }],
        ['DescribeDBInstances', { DBInstanceIdentifier: 'none' }],
        ['RestoreDBInstanceFromDBSnapshot', { DBInstanceIdentifier: target, DBSnapshotIdentifier: copy }],
        ['RestoreDBInstanceFromDBSnapshot', { DBInstanceIdentifier: 'new', DBSnapshotIdentifier: 'none' }],
        ['RestoreDBInstanceFromDBSnapshot', { DBInstanceIdentifier: 'new', DBSnapshotIdentifier: copy }],
        ['ModifyDBInstance', { DBInstanceIdentifier: 'none', ApplyImmediately: 'true' }],
      ] as const) {
        await expect(api.send(action, parameters, { what: 'try' })).rejects.toThrow();
      }
      Object.assign(rds.instances.get('shop') ?? {}, { status: 'modifying', left: 9 });
      await expect(api.send('ModifyDBInstance', { DBInstanceIdentifier: 'shop' }, { what: 'try' })).rejects.toThrow();
      expect(rds.requests.flatMap(problemsOf)).toEqual([]);
      expect(rds.requests.length).toBeGreaterThan(20);
      expect(rds.requests.filter(({ status }) => status === 400).length).toBe(5);
    } finally {
      await rds.stop();
    }
  });

  test.each([
    ['an instant of an instance', rdsConfig({ method: 'point-in-time' }), openShop],
    ['a cluster', auroraConfig(), openAurora],
    ['an instant of a cluster', auroraConfig({ method: 'point-in-time' }), openAurora],
    ['a clone of a cluster', auroraConfig({ method: 'clone' }), openAurora],
  ])('the same of %s', async (_name, config, open) => {
    const rds = await new AuroraSandbox().start();
    try {
      open(rds, postgres);
      const ctx = rdsContext(rds, url);
      await provider.check(config, ctx);
      await wholeWay(ctx, config);
      const api = await queryApi(ctx, { name: 'RDS', prefix: 'rds', version: '2014-10-31', region: 'eu-central-1' });
      const target = restoredName('shop', 'subject', SNAPSHOT);
      const [copy] = rds.clusterSnapshots.keys();
      const late = { RestoreToTime: '2099-01-01T00:00:00Z', RestoreTime: '2099-01-01T00:00:00Z' };
      const to = { DBClusterIdentifier: 'new', SourceDBClusterIdentifier: 'shop' };
      rds.quotas.set('ManualClusterSnapshots', { used: 1, max: 1 });
      for (const [action, parameters] of [
        ['DescribeDBInstanceAutomatedBackups', { DbiResourceId: 'db-none' }],
        [
          'RestoreDBInstanceToPointInTime',
          { TargetDBInstanceIdentifier: 'new', SourceDBInstanceIdentifier: 'none', RestoreTime: late.RestoreTime },
        ],
        ...(config.cluster === undefined
          ? ([
              [
                'RestoreDBInstanceToPointInTime',
                {
                  TargetDBInstanceIdentifier: 'new',
                  SourceDBInstanceIdentifier: 'shop',
                  RestoreTime: late.RestoreTime,
                },
              ],
            ] as const)
          : ([
              ['DescribeDBClusters', { DBClusterIdentifier: 'none' }],
              ['DescribeDBClusterSnapshots', { DBClusterSnapshotIdentifier: 'none' }],
              ['CreateDBClusterSnapshot', { DBClusterSnapshotIdentifier: 'more', DBClusterIdentifier: 'none' }],
              ['CreateDBClusterSnapshot', { DBClusterSnapshotIdentifier: 'more', DBClusterIdentifier: 'shop' }],
              [
                'RestoreDBClusterFromSnapshot',
                { DBClusterIdentifier: 'new', SnapshotIdentifier: 'none', Engine: 'aurora-postgresql' },
              ],
              ['RestoreDBClusterToPointInTime', { ...to, RestoreToTime: late.RestoreToTime }],
              [
                'RestoreDBClusterToPointInTime',
                { ...to, DBClusterIdentifier: target, RestoreType: 'copy-on-write', UseLatestRestorableTime: 'true' },
              ],
              ['ModifyDBCluster', { DBClusterIdentifier: 'none' }],
              [
                'CreateDBInstance',
                {
                  DBInstanceIdentifier: target,
                  DBClusterIdentifier: target,
                  Engine: 'aurora-postgresql',
                  DBInstanceClass: 'db.r6g.large',
                },
              ],
            ] as const)),
        ...(copy === undefined
          ? []
          : ([
              ['CreateDBClusterSnapshot', { DBClusterSnapshotIdentifier: copy, DBClusterIdentifier: 'shop' }],
            ] as const)),
      ] as const) {
        await expect(api.send(action, parameters, { what: 'try' })).rejects.toThrow();
      }
      expect(rds.requests.flatMap(problemsOf)).toEqual([]);
      expect(rds.requests.filter(({ status }) => status !== 200).length).toBeGreaterThanOrEqual(3);
    } finally {
      await rds.stop();
    }
  });

  test('the description refuses what it does not describe', () => {
    const problem = (name: string, value: string): string | null =>
      parameterProblem('RestoreDBInstanceFromDBSnapshotMessage', name.split('.'), value);
    expect(problem('MultiAZ', 'true')).toBeNull();
    expect(problem('VpcSecurityGroupIds.VpcSecurityGroupId.1', 'sg-1')).toBeNull();
    expect(problem('MultiAZ', 'yes')).toBe('=yes is no BooleanOptional');
    expect(problem('VpcSecurityGroupIds.member.1', 'sg-1')).toContain('no item');
    expect(problem('MaxAllocatedStorage', '10')).toContain('no member');
    expect(documentProblems(parseXml('<r><DBInstanceIdentifier/><Size>1</Size></r>'), 'DBInstance')).toEqual([
      'Size is no member of DBInstance',
    ]);
  });
});

/**
 * Against moto, which nobody here wrote. It has no data behind an instance, shows no state on the way, knows no
 * `DescribeAccountAttributes`, and a restore of it copies the original instead of taking defaults.
 */
describe('against moto', () => {
  let moto: Moto;
  let api: QueryApi;
  let ctx: TestContext;
  const config = rdsConfig({ region: 'us-east-1', alias: '127.0.0.1' });

  beforeAll(async () => {
    moto = await startMoto();
    ctx = rdsContext(moto, url);
    api = await queryApi(ctx, { name: 'RDS', prefix: 'rds', version: '2014-10-31', region: 'us-east-1' });
    await api.send(
      'CreateDBInstance',
      {
        DBInstanceIdentifier: 'shop',
        DBInstanceClass: 'db.m6g.large',
        Engine: 'postgres',
        AllocatedStorage: '500',
        MasterUsername: 'rewind',
        MasterUserPassword: 'moto-4471c0ffee',
        MultiAZ: 'true',
        StorageEncrypted: 'true',
        Port: String(postgres.port),
        PreferredMaintenanceWindow: 'mon:02:00-mon:02:30',
        MaxAllocatedStorage: '1000',
        'VpcSecurityGroupIds.VpcSecurityGroupId.1': 'sg-app',
        'EnableCloudwatchLogsExports.member.1': 'postgresql',
      },
      { what: 'create the shop' },
    );
  }, 60_000);
  afterAll(() => moto.stop());

  const instance = async (id: string): Promise<XmlElement> => {
    const result = await api.send('DescribeDBInstances', { DBInstanceIdentifier: id }, { what: `read ${id}` });
    const [found] = childrenOf(child(result, 'DBInstances') ?? result, 'DBInstance');
    if (!found) throw new Error(`moto has no ${id}`);
    // It is the present time.
    return withChild(found, 'LatestRestorableTime', undefined);
  };

  test('snapshot, restore beside production, twice = once, proof', async () => {
    const before = await instance('shop');
    const { saved, changes, left } = await wholeWay(ctx, config);
    expect(changes.map(({ id }) => id)).toEqual(['restore', 'switch']);
    expect(left).toMatchObject([{ id: 'switch', after: changes[1]?.after, warnings: [] }]);
    const made = await instance(restoredName('shop', 'subject', SNAPSHOT));
    expect(unlike(settingsOf(before), settingsOf(made))).toEqual([]);
    expect(await instance('shop')).toEqual(before);
    for (const change of changes.slice(0, 1)) await provider.apply(config, change, ctx, none);
    expect(await instance(restoredName('shop', 'subject', SNAPSHOT))).toEqual(made);
    expect(await provider.prove?.(config, saved, ctx, none, 'readable')).toEqual([]);
    await api.send('DeleteDBSnapshot', { DBSnapshotIdentifier: saved.copy?.id }, { what: 'delete it' });
    expect(await provider.prove?.(config, saved, ctx, none, 'readable')).toMatchObject([{ code: 'rds-copy-gone' }]);
  });

  /** moto shows automated backups without their times, and cluster snapshots without their cluster: both are added. */
  async function completed(cluster = ''): Promise<{ url: string; stop: () => Promise<void> }> {
    const server = createServer((request, response) => {
      void (async () => {
        const body = await buffer(request);
        const headers = new Headers();
        for (const [key, value] of Object.entries(request.headers)) {
          if (typeof value === 'string' && !['host', 'connection', 'content-length'].includes(key)) {
            headers.set(key, value);
          }
        }
        const answer = await fetch(`${moto.url}${request.url ?? ''}`, {
          method: request.method ?? 'GET',
          headers,
          ...(body.length > 0 ? { body } : {}),
        });
        const text = await answer.text();
        const now = new Date().toISOString();
        const window = `<RestoreWindow><EarliestTime>2020-01-01T00:00:00Z</EarliestTime><LatestTime>${now}</LatestTime></RestoreWindow>`;
        response.statusCode = answer.status;
        const id = `<DbClusterResourceId>${cluster}</DbClusterResourceId>`;
        response.end(
          text.replace(/<\/DBInstanceAutomatedBackup>/g, `${window}$&`).replace(/<\/DBClusterSnapshot>/g, `${id}$&`),
        );
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      stop: () => new Promise((resolve) => server.close(() => resolve())),
    };
  }

  test('an instant: recorded, restored beside production, proven', async () => {
    const proxy = await completed();
    try {
      const instant = { ...config, method: 'point-in-time' as const };
      const here = rdsContext(proxy, url, { snapshotId: '20260102T000000Z-test00' });
      const before = await instance('shop');
      const { saved, changes, left } = await wholeWay(here, instant);
      expect(changes.map(({ id }) => id)).toEqual(['restore', 'switch']);
      expect(left.map(({ id }) => id)).toEqual(['switch']);
      const made = await instance(restoredName('shop', 'subject', here.snapshotId));
      expect(unlike(settingsOf(before), settingsOf(made))).toEqual([]);
      expect(await instance('shop')).toEqual(before);
      expect(await provider.prove?.(instant, saved, here, none, 'readable')).toEqual([]);
    } finally {
      await proxy.stop();
    }
  });

  describe('an Aurora cluster', () => {
    const cluster = async (id: string): Promise<XmlElement> => {
      const result = await api.send('DescribeDBClusters', { DBClusterIdentifier: id }, { what: `read ${id}` });
      const [found] = childrenOf(child(result, 'DBClusters') ?? result, 'DBCluster');
      if (!found) throw new Error(`moto has no ${id}`);
      return found;
    };
    const settings = async (id: string): Promise<Record<string, string>> => {
      const found = await cluster(id);
      const [writer = ''] = membersOf(found);
      return clusterSettingsOf(found, settingsOf(await instance(writer)));
    };
    let proxy: Awaited<ReturnType<typeof completed>>;
    afterAll(() => proxy.stop());

    beforeAll(async () => {
      await api.send(
        'CreateDBCluster',
        {
          DBClusterIdentifier: 'aurora',
          Engine: 'aurora-postgresql',
          EngineVersion: '16.4',
          MasterUsername: 'rewind',
          MasterUserPassword: 'moto-4471c0ffee',
          BackupRetentionPeriod: '14',
          StorageEncrypted: 'true',
          Port: String(postgres.port),
          DBClusterParameterGroupName: 'shop-cluster16',
          PreferredMaintenanceWindow: 'mon:02:00-mon:02:30',
          'ServerlessV2ScalingConfiguration.MinCapacity': '0.5',
          'ServerlessV2ScalingConfiguration.MaxCapacity': '8',
          'VpcSecurityGroupIds.VpcSecurityGroupId.1': 'sg-app',
          'EnableCloudwatchLogsExports.member.1': 'postgresql',
        },
        { what: 'create the cluster' },
      );
      const writer = { DBInstanceIdentifier: 'aurora-1', DBClusterIdentifier: 'aurora', Engine: 'aurora-postgresql' };
      const wanted = { DBInstanceClass: 'db.r6g.large', PubliclyAccessible: 'false' };
      await api.send('CreateDBInstance', { ...writer, ...wanted }, { what: 'create the writer' });
      proxy = await completed(textAt(await cluster('aurora'), 'DbClusterResourceId'));
    });

    test.each(['snapshot', 'point-in-time', 'clone'] as const)('by %s', async (method) => {
      const of = auroraConfig({ region: 'us-east-1', alias: '127.0.0.1', cluster: 'aurora', method });
      const here = rdsContext(proxy, url, { snapshotId: `20260103T000000Z-${method.slice(0, 5)}` });
      const before = await settings('aurora');
      const { saved, changes, left } = await wholeWay(here, of);
      expect(changes.map(({ id }) => id)).toEqual(['restore', 'switch']);
      expect(left).toMatchObject([{ id: 'switch', warnings: [] }]);
      const target = restoredName('aurora', 'subject', here.snapshotId);
      expect(unlike(before, await settings(target))).toEqual([]);
      expect(await settings('aurora')).toEqual(before);
      for (const change of changes.slice(0, 1)) await provider.apply(of, change, here, none);
      expect(provider.plan(saved, await provider.capture(of, here, new MemoryPayloads('compare', saved)))).toEqual(
        left,
      );
      expect(await provider.prove?.(of, saved, here, none, 'readable')).toEqual([]);
    });
  });

  test('a snapshot of an instance that does not exist', async () => {
    const wrong = rdsConfig({ region: 'us-east-1', instance: 'none' });
    await expect(provider.capture(wrong, ctx, new MemoryPayloads())).rejects.toMatchObject({ code: 'api-not-found' });
  });
});
