import { CrashPoint, type Answer, type SandboxRequest } from '../json-server.js';
import { AwsSandbox, Refusal, textOf, XML } from './server.js';

export const RDS_KEY_ID = 'AKIATESTRDS';
export const RDS_SECRET = 'rds-secret-4471c0ffee';
const HOST_PART = 'c9akciq32rgx.eu-central-1.rds.amazonaws.com';

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
  /** The DB snapshot that it was restored from; null: none. */
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

type Parameters = Readonly<Record<string, string>>;

/** RDS's Query API, as far as DB snapshots and restores of one region go. Nothing lies behind an instance. */
export class RdsSandbox extends AwsSandbox {
  readonly instances = new Map<string, RdsInstance>();
  readonly snapshots = new Map<string, RdsSnapshot>();
  readonly quotas = new Map<string, { used: number; max: number }>();
  /** Readings that creating and modifying take. */
  slowness = 1;
  /** Settings that RDS keeps as they are although a modification names them. */
  readonly stubborn = new Set<string>();
  private made = 0;

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
    const operations: Record<string, (parameters: Parameters) => string> = {
      DescribeDBInstances: (of) => this.describeInstances(of),
      DescribeDBSnapshots: (of) => this.describeSnapshots(of),
      DescribeAccountAttributes: () => this.describeQuotas(),
      CreateDBSnapshot: (of) => this.createSnapshot(of),
      RestoreDBInstanceFromDBSnapshot: (of) => this.restore(of),
      ModifyDBInstance: (of) => this.modify(of),
      AddTagsToResource: (of) => this.tag(of),
    };
    const operation = operations[action];
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
    const id = required(of, 'DBInstanceIdentifier');
    requireIdentifier(id, 63);
    if (this.instances.has(id)) throw new Refusal(400, 'DBInstanceAlreadyExists', 'DB instance already exists');
    const from = required(of, 'DBSnapshotIdentifier');
    const copy = this.snapshots.get(from);
    if (!copy) throw new Refusal(404, 'DBSnapshotNotFound', `${from} not found.`);
    if (copy.status !== 'available') throw new Refusal(400, 'InvalidDBSnapshotState', `${from} is ${copy.status}.`);
    this.requireRoom('DBInstances', 'InstanceQuotaExceeded');
    const known = Object.keys(DEFAULTS).filter((name) => !ONLY_MODIFIED.has(name));
    const settings = Object.fromEntries(known.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]]])));
    const groups = listIn(of, 'VpcSecurityGroupIds.VpcSecurityGroupId');
    const made = this.addInstance(id, {
      status: 'creating',
      left: this.slowness,
      settings,
      groups: groups.length === 0 ? ['sg-default'] : groups,
      logs: listIn(of, 'EnableCloudwatchLogsExports.member'),
      tags: tagsIn(of),
      from,
    });
    return this.showInstance(made, true);
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
    const found = [...this.instances.values()].find(({ id }) => arnOf(id) === arn);
    if (!found) throw new Refusal(404, 'DBInstanceNotFound', `${arn} not found.`);
    for (const [key, value] of tagsIn(of)) found.tags.set(key, value);
    return '';
  }

  private instance(id: string): RdsInstance {
    const found = this.instances.get(id);
    if (!found) throw new Refusal(404, 'DBInstanceNotFound', `DBInstance ${id} not found.`);
    return found;
  }

  private requireRoom(quota: string, code: string): void {
    const { used, max } = this.quotas.get(quota) ?? { used: 0, max: 1 };
    if (used >= max) throw new Refusal(400, code, `Cannot have more than ${max}.`);
  }

  private showInstance(instance: RdsInstance, justNow = false): string {
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
        tag('PendingModifiedValues', '') +
        showTags(tags),
    );
  }

  private showSnapshot(snapshot: RdsSnapshot, justNow = false): string {
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

function parametersOf(request: SandboxRequest): Parameters {
  const read = request.method === 'GET';
  const given = Object.fromEntries(read ? request.query : new URLSearchParams(textOf(request)));
  if (read !== (given.Action ?? '').startsWith('Describe')) {
    throw new Refusal(400, 'InvalidAction', 'this emulator takes readings as GET, and writes as POST');
  }
  return given;
}

/** RDS works on it for so many more readings. */
function proceed(it: { status: string; left: number }): void {
  if (!['creating', 'modifying'].includes(it.status)) return;
  if (it.left === 0) it.status = 'available';
  else it.left -= 1;
}

function paged<T>(all: readonly T[], marker = '0', max = '100'): { page: readonly T[]; next: string } {
  const from = Number(marker);
  const end = from + Number(max);
  return { page: all.slice(from, end), next: end < all.length ? tag('Marker', String(end)) : '' };
}

function required(of: Parameters, name: string): string {
  const value = of[name];
  if (value === undefined) throw new Refusal(400, 'MissingParameter', `The request must contain ${name}.`);
  return value;
}

function requireIdentifier(id: string, longest: number): void {
  if (/^[a-z](?!.*--)[a-z0-9-]*[a-z0-9]$/.test(id) && id.length <= longest) return;
  throw new Refusal(400, 'InvalidParameterValue', `${id} is not a valid identifier.`);
}

const arnOf = (id: string): string => `arn:aws:rds:eu-central-1:123456789012:db:${id}`;

function listIn(of: Parameters, name: string): string[] {
  return Object.entries(of).flatMap(([key, value]) => (key.startsWith(`${name}.`) ? [value] : []));
}

function tagsIn(of: Parameters): Map<string, string> {
  const keys = Object.keys(of).filter((name) => /^Tags\.Tag\.\d+\.Key$/.test(name));
  return new Map(keys.map((name) => [of[name] ?? '', of[name.replace(/Key$/, 'Value')] ?? '']));
}

const showTags = (tags: ReadonlyMap<string, string>): string =>
  tag('TagList', [...tags].map(([key, value]) => tag('Tag', tag('Key', key) + tag('Value', value))).join(''));

const tag = (name: string, content: string): string => `<${name}>${content}</${name}>`;
