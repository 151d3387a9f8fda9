import { CrashPoint } from '../json-server.js';
import {
  arnOf,
  listIn,
  paged,
  proceed,
  required,
  requireIdentifier,
  showTags,
  tag,
  tagsIn,
  type Parameters,
} from './rds-query.js';
import { HOST_PART, RdsSandbox, type RdsInstance, type RdsSnapshot } from './rds.js';
import { Refusal } from './server.js';

/** What a restore takes for everything that it does not name. */
const DEFAULTS: Readonly<Record<string, string>> = {
  BackupRetentionPeriod: '1',
  CopyTagsToSnapshot: 'false',
  DBClusterParameterGroupName: 'default.aurora-postgresql16',
  DBSubnetGroupName: 'default',
  DeletionProtection: 'false',
  EnableIAMDatabaseAuthentication: 'false',
  NetworkType: 'IPV4',
  Port: '5432',
  PreferredBackupWindow: '03:00-03:30',
  PreferredMaintenanceWindow: 'sun:05:00-sun:05:30',
};
const SCALING = 'ServerlessV2ScalingConfiguration';
/** Settings that have no default. */
const OTHERS = ['StorageType', `${SCALING}.MinCapacity`, `${SCALING}.MaxCapacity`];
const ONLY_MODIFIED = 'PreferredMaintenanceWindow';
const DEFAULT_VERSION = '17.4';

export interface RdsCluster {
  readonly id: string;
  readonly resourceId: string;
  readonly since: string;
  engine: string;
  mode: string;
  version: string;
  host: string;
  status: string;
  left: number;
  settings: Record<string, string>;
  groups: string[];
  logs: string[];
  tags: Map<string, string>;
  /** What it was restored from; null: nothing. */
  readonly from: string | null;
}

/** RDS's Query API for Aurora clusters too. Nothing lies behind a cluster. */
export class AuroraSandbox extends RdsSandbox {
  readonly clusters = new Map<string, RdsCluster>();
  readonly clusterSnapshots = new Map<string, RdsSnapshot & { readonly version: string }>();

  /** True: a cluster lists an instance only when that is available. */
  slowToList = false;

  constructor(crashPoint = new CrashPoint()) {
    super(crashPoint);
  }

  override clear(): void {
    super.clear();
    this.slowToList = false;
    this.clusters.clear();
    this.clusterSnapshots.clear();
  }

  addCluster(id: string, options: Partial<RdsCluster> = {}): RdsCluster {
    this.made += 1;
    const cluster: RdsCluster = {
      id,
      resourceId: `cluster-${String(this.made).padStart(6, '0')}`,
      since: new Date(Date.UTC(2026, 10, 26, 12, 0, this.made)).toISOString(),
      engine: 'aurora-postgresql',
      mode: 'provisioned',
      version: '16.4',
      host: `${id}.cluster-${HOST_PART}`,
      status: 'available',
      left: 0,
      groups: ['sg-default'],
      logs: [],
      tags: new Map(),
      from: null,
      ...options,
      settings: { ...DEFAULTS, ...options.settings },
    };
    this.clusters.set(id, cluster);
    return cluster;
  }

  membersOf(id: string): RdsInstance[] {
    return [...this.instances.values()].filter(({ cluster }) => cluster === id);
  }

  protected override operations(): Record<string, (parameters: Parameters) => string> {
    return {
      ...super.operations(),
      DescribeDBClusters: (of) => this.describeClusters(of),
      DescribeDBClusterSnapshots: (of) => this.describeClusterSnapshots(of),
      CreateDBClusterSnapshot: (of) => this.createClusterSnapshot(of),
      RestoreDBClusterFromSnapshot: (of) => this.restoreSnapshot(of),
      RestoreDBClusterToPointInTime: (of) => this.restoreOrClone(of),
      ModifyDBCluster: (of) => this.modifyCluster(of),
      CreateDBInstance: (of) => this.createInstance(of),
    };
  }

  protected override tagged(arn: string): { readonly tags: Map<string, string> } | undefined {
    return [...this.clusters.values()].find(({ id }) => arnOf(id, 'cluster') === arn) ?? super.tagged(arn);
  }

  private describeClusters({ DBClusterIdentifier: id, Marker: marker, MaxRecords: max }: Parameters): string {
    if (id !== undefined) return tag('DBClusters', this.showCluster(this.cluster(id)));
    const { page, next } = paged([...this.clusters.values()], marker, max);
    return tag('DBClusters', page.map((each) => this.showCluster(each)).join('')) + next;
  }

  private describeClusterSnapshots(of: Parameters): string {
    const { DBClusterSnapshotIdentifier: id } = of;
    if (id !== undefined) {
      const found = this.clusterSnapshots.get(id);
      if (!found) throw new Refusal(404, 'DBClusterSnapshotNotFoundFault', `${id} not found.`);
      return tag('DBClusterSnapshots', this.showClusterSnapshot(found));
    }
    const own = [...this.clusterSnapshots.values()].filter(({ instance }) => instance === of.DBClusterIdentifier);
    const { page, next } = paged(own, of.Marker, of.MaxRecords);
    return tag('DBClusterSnapshots', page.map((each) => this.showClusterSnapshot(each)).join('')) + next;
  }

  private createClusterSnapshot(of: Parameters): string {
    const id = required(of, 'DBClusterSnapshotIdentifier');
    requireIdentifier(id, 255);
    const { id: instance, resourceId, status, version } = this.cluster(required(of, 'DBClusterIdentifier'));
    if (this.clusterSnapshots.has(id)) throw new Refusal(400, 'DBClusterSnapshotAlreadyExistsFault', `${id} exists.`);
    if (status !== 'available') throw new Refusal(400, 'InvalidDBClusterStateFault', `${instance} is ${status}.`);
    this.requireRoom('ManualClusterSnapshots', 'SnapshotQuotaExceeded');
    this.made += 1;
    const at = new Date(Date.UTC(2026, 10, 26, 13, 0, this.made)).toISOString();
    const made = { id, instance, resourceId, at, version, status: 'creating', left: this.slowness, tags: tagsIn(of) };
    this.clusterSnapshots.set(id, made);
    return this.showClusterSnapshot(made, true);
  }

  private restoreSnapshot(of: Parameters): string {
    const from = required(of, 'SnapshotIdentifier');
    if (required(of, 'Engine') !== 'aurora-postgresql') throw new Refusal(400, 'InvalidParameterValue', 'engine');
    const copy = this.clusterSnapshots.get(from);
    if (!copy) throw new Refusal(404, 'DBClusterSnapshotNotFoundFault', `${from} not found.`);
    if (copy.status !== 'available') {
      throw new Refusal(400, 'InvalidDBClusterSnapshotStateFault', `${from} is ${copy.status}.`);
    }
    return this.restoreCluster(of, from, of.EngineVersion ?? DEFAULT_VERSION);
  }

  private restoreOrClone(of: Parameters): string {
    const { RestoreToTime: instant, RestoreType: type = 'full-copy', UseLatestRestorableTime: latest = 'false' } = of;
    const { SourceDBClusterIdentifier: id, SourceDbClusterResourceId: resourceId } = of;
    const source = [...this.clusters.values()].find((each) => each.id === id || each.resourceId === resourceId);
    if (!source) throw new Refusal(404, 'DBClusterNotFoundFault', 'the source was not found.');
    if ((instant === undefined) !== (latest === 'true') || (type === 'copy-on-write' && instant !== undefined)) {
      throw new Refusal(400, 'InvalidParameterCombination', 'name one time, and none for a clone');
    }
    if (instant !== undefined) this.requireRestorable(instant);
    return this.restoreCluster(of, `${source.resourceId}@${instant ?? type}`, source.version);
  }

  private restoreCluster(of: Parameters, from: string, version: string): string {
    const id = required(of, 'DBClusterIdentifier');
    requireIdentifier(id, 63);
    if (this.clusters.has(id)) throw new Refusal(400, 'DBClusterAlreadyExistsFault', `${id} already exists.`);
    this.requireRoom('DBClusters', 'DBClusterQuotaExceededFault');
    const groups = listIn(of, 'VpcSecurityGroupIds.VpcSecurityGroupId');
    const made = this.addCluster(id, {
      status: 'creating',
      left: this.slowness,
      version,
      settings: settingsIn(of, (name) => name !== ONLY_MODIFIED),
      groups: groups.length === 0 ? ['sg-default'] : groups,
      logs: listIn(of, 'EnableCloudwatchLogsExports.member'),
      tags: tagsIn(of),
      from,
    });
    return this.showCluster(made, true);
  }

  private createInstance(of: Parameters): string {
    const id = required(of, 'DBInstanceIdentifier');
    requireIdentifier(id, 63);
    const cluster = this.cluster(required(of, 'DBClusterIdentifier'));
    if (required(of, 'Engine') !== cluster.engine) throw new Refusal(400, 'InvalidParameterValue', 'engine');
    required(of, 'DBInstanceClass');
    if (this.instances.has(id)) throw new Refusal(400, 'DBInstanceAlreadyExists', 'DB instance already exists');
    if (cluster.status !== 'available') throw new Refusal(400, 'InvalidDBClusterStateFault', `is ${cluster.status}.`);
    this.requireRoom('DBInstances', 'InstanceQuotaExceeded');
    return this.showInstance(this.makeInstance(id, of, { cluster: cluster.id, engine: cluster.engine }), true);
  }

  private modifyCluster(of: Parameters): string {
    const cluster = this.cluster(required(of, 'DBClusterIdentifier'));
    if (cluster.status !== 'available') {
      throw new Refusal(400, 'InvalidDBClusterStateFault', `${cluster.id} is ${cluster.status}.`);
    }
    if (of.ApplyImmediately !== 'true') throw new Refusal(400, 'InvalidParameterValue', 'waits for the window');
    Object.assign(
      cluster.settings,
      settingsIn(of, (name) => !this.stubborn.has(name)),
    );
    const groups = listIn(of, 'VpcSecurityGroupIds.VpcSecurityGroupId');
    if (groups.length > 0 && !this.stubborn.has('VpcSecurityGroupIds')) cluster.groups = groups;
    const logs = listIn(of, 'CloudwatchLogsExportConfiguration.EnableLogTypes.member');
    cluster.logs = [...new Set([...cluster.logs, ...logs])].sort();
    Object.assign(cluster, { status: 'modifying', left: this.slowness });
    return this.showCluster(cluster, true);
  }

  private cluster(id: string): RdsCluster {
    const found = this.clusters.get(id);
    if (!found) throw new Refusal(404, 'DBClusterNotFoundFault', `DBCluster ${id} not found.`);
    return found;
  }

  private showCluster(cluster: RdsCluster, justNow = false): string {
    if (!justNow) proceed(cluster);
    const { id, resourceId, since, engine, mode, version, host, status, settings, groups, logs, tags } = cluster;
    const of = (name: string): string => settings[name] ?? '';
    const simple = ['BackupRetentionPeriod', 'CopyTagsToSnapshot', 'DeletionProtection', 'NetworkType', 'Port'];
    const more = [...simple, 'PreferredBackupWindow', 'PreferredMaintenanceWindow', 'StorageType'];
    const scaling = ['MinCapacity', 'MaxCapacity'].map((name) => [name, settings[`${SCALING}.${name}`]] as const);
    const own = this.membersOf(id);
    if (this.slowToList) own.forEach(proceed);
    const listed = own.filter((member) => !this.slowToList || member.status === 'available');
    const members = listed.map((member, at) =>
      tag(
        'DBClusterMember',
        tag('DBInstanceIdentifier', member.id) + tag('IsClusterWriter', String(at === 0)) + tag('PromotionTier', '1'),
      ),
    );
    return tag(
      'DBCluster',
      tag('DBClusterIdentifier', id) +
        tag('DBClusterArn', arnOf(id, 'cluster')) +
        tag('DbClusterResourceId', resourceId) +
        tag('Status', status) +
        tag('Engine', engine) +
        tag('EngineMode', mode) +
        tag('EngineVersion', version) +
        tag('ClusterCreateTime', since) +
        tag('StorageEncrypted', 'true') +
        tag('Endpoint', host) +
        tag('ReaderEndpoint', host.replace('.cluster-', '.cluster-ro-')) +
        tag('EarliestRestorableTime', this.earliest) +
        tag('LatestRestorableTime', this.latest()) +
        more.map((name) => (settings[name] === undefined ? '' : tag(name, of(name)))).join('') +
        tag('DBClusterParameterGroup', of('DBClusterParameterGroupName')) +
        tag('DBSubnetGroup', of('DBSubnetGroupName')) +
        tag('IAMDatabaseAuthenticationEnabled', of('EnableIAMDatabaseAuthentication')) +
        (scaling.some(([, value]) => value !== undefined)
          ? tag(SCALING, scaling.map(([name, value]) => tag(name, value ?? '')).join(''))
          : '') +
        tag('DBClusterMembers', members.join('')) +
        tag(
          'VpcSecurityGroups',
          groups.map((group) => tag('VpcSecurityGroupMembership', tag('VpcSecurityGroupId', group))).join(''),
        ) +
        tag('EnabledCloudwatchLogsExports', logs.map((log) => tag('member', log)).join('')) +
        showTags(tags),
    );
  }

  private showClusterSnapshot(snapshot: RdsSnapshot & { readonly version: string }, justNow = false): string {
    if (!justNow) proceed(snapshot);
    const { id, instance, resourceId, at, version, status, tags } = snapshot;
    return tag(
      'DBClusterSnapshot',
      tag('DBClusterSnapshotIdentifier', id) +
        tag('DBClusterIdentifier', instance) +
        tag('DbClusterResourceId', resourceId) +
        tag('SnapshotCreateTime', at) +
        tag('EngineVersion', version) +
        tag('Status', status) +
        tag('SnapshotType', 'manual') +
        tag('PercentProgress', status === 'available' ? '100' : '40') +
        tag('StorageEncrypted', 'true') +
        showTags(tags),
    );
  }
}

const settingsIn = (of: Parameters, wanted: (name: string) => boolean): Record<string, string> =>
  Object.fromEntries(
    [...Object.keys(DEFAULTS), ...OTHERS].flatMap((name) => {
      const value = of[name];
      return value === undefined || !wanted(name) ? [] : [[name, value]];
    }),
  );
