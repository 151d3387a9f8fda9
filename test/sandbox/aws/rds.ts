import { CrashPoint, type Answer, type SandboxRequest } from '../json-server.js';
import {
  arnOf,
  listIn,
  paged,
  parametersOf,
  proceed,
  required,
  requireIdentifier,
  showTags,
  tag,
  tagsIn,
  type Parameters,
} from './rds-query.js';
import { AwsSandbox, Refusal, XML } from './server.js';

export const RDS_KEY_ID = 'AKIATESTRDS';
export const RDS_SECRET = 'rds-secret-4471c0ffee';
export const HOST_PART = 'c9akciq32rgx.eu-central-1.rds.amazonaws.com';

/** What a restore takes for everything that it does not name. */
const DEFAULTS: Readonly<Record<string, string>> = {
  AutoMinorVersionUpgrade: 'true',
  BackupRetentionPeriod: '7',
  CACertificateIdentifier: 'rds-ca-rsa2048-g1',
  CopyTagsToSnapshot: 'false',
  DBInstanceClass: 'db.t3.small',
  DBParameterGroupName: 'default.postgres16',
  DBSubnetGroupName: 'default',
  DeletionProtection: 'false',
  EnableIAMDatabaseAuthentication: 'false',
  MultiAZ: 'false',
  NetworkType: 'IPV4',
  OptionGroupName: 'default:postgres-16',
  PreferredBackupWindow: '03:00-03:30',
  PreferredMaintenanceWindow: 'sun:05:00-sun:05:30',
  Port: '5432',
  PubliclyAccessible: 'true',
  StorageType: 'gp3',
  AllocatedStorage: '500',
  MonitoringInterval: '0',
  EnablePerformanceInsights: 'false',
};
const MODIFIED_AS: Readonly<Record<string, string>> = { DBPortNumber: 'Port' };

export interface RdsInstance {
  readonly id: string;
  readonly resourceId: string;
  engine: string;
  cluster: string | null;
  encrypted: boolean;
  host: string;
  status: string;
  /** Readings until `status` becomes available. */
  left: number;
  settings: Record<string, string>;
  groups: string[];
  logs: string[];
  tags: Map<string, string>;
  /** The DB snapshot, or `RESOURCE@INSTANT`, that it was restored from; null: none. */
  readonly from: string | null;
}

export interface RdsSnapshot {
  readonly id: string;
  readonly instance: string;
  readonly resourceId: string;
  readonly at: string;
  status: string;
  left: number;
  tags: Map<string, string>;
}

/** RDS's Query API, as far as DB snapshots and restores of one region go. Nothing lies behind an instance. */
export class RdsSandbox extends AwsSandbox {
  readonly instances = new Map<string, RdsInstance>();
  readonly snapshots = new Map<string, RdsSnapshot>();
  readonly quotas = new Map<string, { used: number; max: number }>();
  /** Readings that creating and modifying take. */
  slowness = 1;
  /** Settings that RDS keeps as they are although a modification names them. */
  readonly stubborn = new Set<string>();
  /** The time from which the automated backups can restore. */
  earliest = '2020-01-01T00:00:00Z';
  /** Readings until the automated backups have reached the present time, which they lag behind. */
  behind = 0;
  /** Resource ids of deleted instances whose automated backups were retained. */
  readonly retained = new Set<string>();
  protected made = 0;

  constructor(crashPoint = new CrashPoint()) {
    super(crashPoint);
  }

  clear(): void {
    this.instances.clear();
    this.snapshots.clear();
    this.quotas.clear();
    this.stubborn.clear();
    this.requests.length = 0;
    this.slowness = 1;
    this.earliest = '2020-01-01T00:00:00Z';
    this.behind = 0;
    this.retained.clear();
  }

  addInstance(id: string, options: Partial<RdsInstance> = {}): RdsInstance {
    this.made += 1;
    const instance: RdsInstance = {
      id,
      resourceId: `db-${String(this.made).padStart(6, '0')}`,
      engine: 'postgres',
      cluster: null,
      encrypted: true,
      host: `${id}.${HOST_PART}`,
      status: 'available',
      left: 0,
      groups: ['sg-default'],
      logs: [],
      tags: new Map(),
      from: null,
      ...options,
      settings: { ...DEFAULTS, ...options.settings },
    };
    this.instances.set(id, instance);
    return instance;
  }

  protected override gate(request: SandboxRequest): Answer | undefined {
    const { authorization } = request.headers;
    const signed = /^AWS4-HMAC-SHA256 Credential=(\w+)\/\d{8}\/eu-central-1\/rds\/aws4_request, SignedHeaders=/;
    const [, key] = signed.exec(authorization ?? '') ?? [];
    if (key === undefined) return this.refuse(403, 'MissingAuthenticationToken', 'Request is missing a signature.');
    return key === RDS_KEY_ID ? undefined : this.refuse(403, 'InvalidClientTokenId', 'The security token is invalid.');
  }

  protected operate(request: SandboxRequest): Answer {
    const refused = this.gate(request);
    if (refused) return refused;
    const given = parametersOf(request);
    if (given.Version !== '2014-10-31') throw new Refusal(400, 'InvalidAction', 'Could not find operation');
    const action = given.Action ?? '';
    const operation = this.operations()[action];
    if (!operation) throw new Refusal(400, 'InvalidAction', `Could not find operation ${action}`);
    const content = operation(given);
    const result = content === '' ? '' : tag(`${action}Result`, content);
    const metadata = tag('ResponseMetadata', tag('RequestId', 'r-1'));
    const namespace = 'xmlns="http://rds.amazonaws.com/doc/2014-10-31/"';
    return {
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: `${XML}<${action}Response ${namespace}>${result}${metadata}</${action}Response>`,
    };
  }

  protected operations(): Record<string, (parameters: Parameters) => string> {
    return {
      DescribeDBInstances: (of) => this.describeInstances(of),
      DescribeDBSnapshots: (of) => this.describeSnapshots(of),
      DescribeDBInstanceAutomatedBackups: (of) => this.describeBackups(of),
      DescribeAccountAttributes: () => this.describeQuotas(),
      CreateDBSnapshot: (of) => this.createSnapshot(of),
      RestoreDBInstanceFromDBSnapshot: (of) => this.restore(of),
      RestoreDBInstanceToPointInTime: (of) => this.restoreInstant(of),
      ModifyDBInstance: (of) => this.modify(of),
      AddTagsToResource: (of) => this.tag(of),
    };
  }

  protected errorBody(code: string, message: string, requestId: string): string {
    const error = tag('Error', tag('Type', 'Sender') + tag('Code', code) + tag('Message', message));
    return `${XML}<ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">${error}${tag('RequestId', requestId)}</ErrorResponse>`;
  }

  private describeInstances({ DBInstanceIdentifier: id, Marker: marker, MaxRecords: max }: Parameters): string {
    if (id !== undefined) return tag('DBInstances', this.showInstance(this.instance(id)));
    const { page, next } = paged([...this.instances.values()], marker, max);
    return tag('DBInstances', page.map((each) => this.showInstance(each)).join('')) + next;
  }

  private describeSnapshots(of: Parameters): string {
    if (of.DBSnapshotIdentifier !== undefined) {
      const found = this.snapshots.get(of.DBSnapshotIdentifier);
      if (!found) throw new Refusal(404, 'DBSnapshotNotFound', `${of.DBSnapshotIdentifier} not found.`);
      return tag('DBSnapshots', this.showSnapshot(found));
    }
    const own = [...this.snapshots.values()].filter(({ instance }) => instance === of.DBInstanceIdentifier);
    const { page, next } = paged(own, of.Marker, of.MaxRecords);
    return tag('DBSnapshots', page.map((each) => this.showSnapshot(each)).join('')) + next;
  }

  private describeBackups(of: Parameters): string {
    const id = required(of, 'DbiResourceId');
    const active = [...this.instances.values()].find(({ resourceId }) => resourceId === id);
    if (active ? active.settings.BackupRetentionPeriod === '0' : !this.retained.has(id)) {
      throw new Refusal(404, 'DBInstanceAutomatedBackupNotFound', `${id} has no automated backups.`);
    }
    const window = tag('EarliestTime', this.earliest) + tag('LatestTime', this.latest());
    return tag(
      'DBInstanceAutomatedBackups',
      tag(
        'DBInstanceAutomatedBackup',
        tag('DbiResourceId', id) + tag('Status', active ? 'active' : 'retained') + tag('RestoreWindow', window),
      ),
    );
  }

  /** Its clock is some seconds ahead, so that nobody must wait for the second after the present one. */
  protected latest(): string {
    const ahead = this.behind > 0 ? -300_000 : 5_000;
    this.behind = Math.max(0, this.behind - 1);
    return new Date(Date.now() + ahead).toISOString();
  }

  private describeQuotas(): string {
    const quotas = [...this.quotas].map(([name, { used, max }]) =>
      tag('AccountQuota', tag('AccountQuotaName', name) + tag('Used', String(used)) + tag('Max', String(max))),
    );
    return tag('AccountQuotas', quotas.join(''));
  }

  private createSnapshot(of: Parameters): string {
    const id = required(of, 'DBSnapshotIdentifier');
    requireIdentifier(id, 255);
    const { id: instance, resourceId, status } = this.instance(required(of, 'DBInstanceIdentifier'));
    if (this.snapshots.has(id)) throw new Refusal(400, 'DBSnapshotAlreadyExists', `${id} already exists.`);
    if (status !== 'available') throw new Refusal(400, 'InvalidDBInstanceState', `${instance} is ${status}.`);
    this.requireRoom('ManualSnapshots', 'SnapshotQuotaExceeded');
    this.made += 1;
    const at = new Date(Date.UTC(2026, 10, 26, 12, 0, this.made)).toISOString();
    const made = { id, instance, resourceId, at, status: 'creating', left: this.slowness, tags: tagsIn(of) };
    this.snapshots.set(id, made);
    return this.showSnapshot(made, true);
  }

  private restore(of: Parameters): string {
    const from = required(of, 'DBSnapshotIdentifier');
    const copy = this.snapshots.get(from);
    if (!copy) throw new Refusal(404, 'DBSnapshotNotFound', `${from} not found.`);
    if (copy.status !== 'available') throw new Refusal(400, 'InvalidDBSnapshotState', `${from} is ${copy.status}.`);
    return this.restoreAs(required(of, 'DBInstanceIdentifier'), from, of);
  }

  private restoreInstant(of: Parameters): string {
    const { SourceDBInstanceIdentifier: id, SourceDbiResourceId: resourceId } = of;
    const instant = required(of, 'RestoreTime');
    const source = id === undefined ? resourceId : this.instance(id).resourceId;
    const live = [...this.instances.values()].find((each) => each.resourceId === source);
    if (source === undefined || (id !== undefined && resourceId !== undefined)) {
      throw new Refusal(400, 'InvalidParameterCombination', 'name one source');
    }
    if (!live && !this.retained.has(source)) {
      throw new Refusal(404, 'DBInstanceAutomatedBackupNotFound', `${source} has no automated backups.`);
    }
    if (live?.settings.BackupRetentionPeriod === '0') {
      throw new Refusal(400, 'PointInTimeRestoreNotEnabled', `${source} has no automated backups.`);
    }
    this.requireRestorable(instant);
    return this.restoreAs(required(of, 'TargetDBInstanceIdentifier'), `${source}@${instant}`, of);
  }

  protected requireRestorable(instant: string): void {
    const at = Date.parse(instant);
    if (at >= Date.parse(this.earliest) && at <= Date.parse(this.latest())) return;
    throw new Refusal(400, 'InvalidRestoreFault', `${instant} is not between the restorable times.`);
  }

  private restoreAs(id: string, from: string, of: Parameters): string {
    requireIdentifier(id, 63);
    if (this.instances.has(id)) throw new Refusal(400, 'DBInstanceAlreadyExists', 'DB instance already exists');
    this.requireRoom('DBInstances', 'InstanceQuotaExceeded');
    return this.showInstance(this.makeInstance(id, of, { from }), true);
  }

  /** An instance with the settings that the request names. */
  protected makeInstance(id: string, of: Parameters, more: Partial<RdsInstance>): RdsInstance {
    const known = Object.keys(DEFAULTS).filter((name) => more.cluster !== undefined || !ONLY_MODIFIED.has(name));
    const settings = Object.fromEntries(known.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]]])));
    const groups = listIn(of, 'VpcSecurityGroupIds.VpcSecurityGroupId');
    return this.addInstance(id, {
      status: 'creating',
      left: this.slowness,
      settings,
      groups: groups.length === 0 ? ['sg-default'] : groups,
      logs: listIn(of, 'EnableCloudwatchLogsExports.member'),
      tags: tagsIn(of),
      ...more,
    });
  }

  private modify(of: Parameters): string {
    const instance = this.instance(required(of, 'DBInstanceIdentifier'));
    if (instance.status !== 'available') {
      throw new Refusal(400, 'InvalidDBInstanceState', `${instance.id} is ${instance.status}.`);
    }
    if (of.ApplyImmediately !== 'true') throw new Refusal(400, 'InvalidParameterValue', 'waits for the window');
    for (const [given, value] of Object.entries(of)) {
      const name = MODIFIED_AS[given] ?? given;
      const known = name in DEFAULTS || ['Iops', 'StorageThroughput', 'MaxAllocatedStorage'].includes(name);
      if ((known || /^(Monitoring|PerformanceInsights)/.test(name)) && !this.stubborn.has(name)) {
        instance.settings[name] = value;
      }
    }
    const groups = listIn(of, 'VpcSecurityGroupIds.VpcSecurityGroupId');
    if (groups.length > 0 && !this.stubborn.has('VpcSecurityGroupIds')) instance.groups = groups;
    const logs = listIn(of, 'CloudwatchLogsExportConfiguration.EnableLogTypes.member');
    instance.logs = [...new Set([...instance.logs, ...logs])].sort();
    Object.assign(instance, { status: 'modifying', left: this.slowness });
    return this.showInstance(instance, true);
  }

  private tag(of: Parameters): string {
    const arn = required(of, 'ResourceName');
    const found = this.tagged(arn);
    if (!found) throw new Refusal(404, 'DBInstanceNotFound', `${arn} not found.`);
    for (const [key, value] of tagsIn(of)) found.tags.set(key, value);
    return '';
  }

  protected tagged(arn: string): { readonly tags: Map<string, string> } | undefined {
    return [...this.instances.values()].find(({ id }) => arnOf(id) === arn);
  }

  private instance(id: string): RdsInstance {
    const found = this.instances.get(id);
    if (!found) throw new Refusal(404, 'DBInstanceNotFound', `DBInstance ${id} not found.`);
    return found;
  }

  protected requireRoom(quota: string, code: string): void {
    const { used, max } = this.quotas.get(quota) ?? { used: 0, max: 1 };
    if (used >= max) throw new Refusal(400, code, `Cannot have more than ${max}.`);
  }

  protected showInstance(instance: RdsInstance, justNow = false): string {
    if (!justNow) proceed(instance);
    const { id, resourceId, engine, cluster, encrypted, host, status, settings, groups, logs, tags } = instance;
    const of = (name: string): string => settings[name] ?? '';
    const simple = (names: readonly string[]): string =>
      names.map((name) => (settings[name] === undefined ? '' : tag(name, of(name)))).join('');
    const endpoint = status === 'creating' ? '' : tag('Endpoint', tag('Address', host) + tag('Port', of('Port')));
    return tag(
      'DBInstance',
      tag('DBInstanceIdentifier', id) +
        tag('DBInstanceArn', arnOf(id)) +
        tag('DbiResourceId', resourceId) +
        tag('DBInstanceStatus', status) +
        tag('Engine', engine) +
        (cluster === null ? '' : tag('DBClusterIdentifier', cluster)) +
        tag('InstanceCreateTime', '2026-01-02T03:04:05.678Z') +
        tag('StorageEncrypted', String(encrypted)) +
        endpoint +
        simple(SHOWN) +
        tag('IAMDatabaseAuthenticationEnabled', of('EnableIAMDatabaseAuthentication')) +
        tag('PerformanceInsightsEnabled', of('EnablePerformanceInsights')) +
        tag('DBSubnetGroup', tag('DBSubnetGroupName', of('DBSubnetGroupName'))) +
        tag('DBParameterGroups', tag('DBParameterGroup', tag('DBParameterGroupName', of('DBParameterGroupName')))) +
        tag(
          'OptionGroupMemberships',
          tag('OptionGroupMembership', tag('OptionGroupName', of('OptionGroupName')) + tag('Status', 'in-sync')),
        ) +
        tag(
          'VpcSecurityGroups',
          groups
            .map((group) =>
              tag('VpcSecurityGroupMembership', tag('VpcSecurityGroupId', group) + tag('Status', 'active')),
            )
            .join(''),
        ) +
        tag('EnabledCloudwatchLogsExports', logs.map((log) => tag('member', log)).join('')) +
        (settings.BackupRetentionPeriod === '0' ? '' : tag('LatestRestorableTime', this.latest())) +
        tag('PendingModifiedValues', '') +
        showTags(tags),
    );
  }

  protected showSnapshot(snapshot: RdsSnapshot, justNow = false): string {
    if (!justNow) proceed(snapshot);
    const { id, instance, resourceId, at, status, tags } = snapshot;
    return tag(
      'DBSnapshot',
      tag('DBSnapshotIdentifier', id) +
        tag('DBInstanceIdentifier', instance) +
        tag('DbiResourceId', resourceId) +
        tag('SnapshotCreateTime', at) +
        tag('Status', status) +
        tag('SnapshotType', 'manual') +
        tag('PercentProgress', status === 'available' ? '100' : '40') +
        tag('Encrypted', 'true') +
        showTags(tags),
    );
  }
}

const ONLY_MODIFIED = new Set(['PreferredMaintenanceWindow', 'MonitoringInterval', 'EnablePerformanceInsights']);
/** Settings that an instance shows under the name that a restore has for them. */
const SHOWN = [
  ...Object.keys(DEFAULTS).filter(
    (name) => !/^(Enable|Port$|DBSubnetGroupName|DBParameterGroupName|OptionGroupName)/.test(name),
  ),
  'Iops',
  'StorageThroughput',
  'MaxAllocatedStorage',
  'MonitoringRoleArn',
  'PerformanceInsightsRetentionPeriod',
];
