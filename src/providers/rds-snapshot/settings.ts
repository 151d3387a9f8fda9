import { listOf } from '../../services/aws/query.js';
import { child, childrenOf, textAt, type XmlElement } from '../../services/aws/xml.js';
import type { Kind, Method } from './config.js';
import type { Settings } from './state.js';

/** From this size on, RDS lets a gp3 volume of PostgreSQL have IOPS and throughput of its own. */
const GP3_GIB = 400;

/** Where an instance shows each parameter of a restore. RDS takes its defaults for all that a restore does not name. */
const RESTORE: Readonly<Record<string, readonly string[]>> = {
  AutoMinorVersionUpgrade: ['AutoMinorVersionUpgrade'],
  BackupRetentionPeriod: ['BackupRetentionPeriod'],
  CACertificateIdentifier: ['CACertificateIdentifier'],
  CopyTagsToSnapshot: ['CopyTagsToSnapshot'],
  DBInstanceClass: ['DBInstanceClass'],
  DBParameterGroupName: ['DBParameterGroups', 'DBParameterGroup', 'DBParameterGroupName'],
  DBSubnetGroupName: ['DBSubnetGroup', 'DBSubnetGroupName'],
  DeletionProtection: ['DeletionProtection'],
  EnableIAMDatabaseAuthentication: ['IAMDatabaseAuthenticationEnabled'],
  MultiAZ: ['MultiAZ'],
  NetworkType: ['NetworkType'],
  OptionGroupName: ['OptionGroupMemberships', 'OptionGroupMembership', 'OptionGroupName'],
  Port: ['Endpoint', 'Port'],
  PreferredBackupWindow: ['PreferredBackupWindow'],
  PubliclyAccessible: ['PubliclyAccessible'],
  StorageType: ['StorageType'],
};

/** The same of a cluster. */
const RESTORE_CLUSTER: Readonly<Record<string, readonly string[]>> = {
  BackupRetentionPeriod: ['BackupRetentionPeriod'],
  CopyTagsToSnapshot: ['CopyTagsToSnapshot'],
  DBClusterParameterGroupName: ['DBClusterParameterGroup'],
  DBSubnetGroupName: ['DBSubnetGroup'],
  DeletionProtection: ['DeletionProtection'],
  EnableIAMDatabaseAuthentication: ['IAMDatabaseAuthenticationEnabled'],
  NetworkType: ['NetworkType'],
  Port: ['Port'],
  PreferredBackupWindow: ['PreferredBackupWindow'],
  StorageType: ['StorageType'],
  'ServerlessV2ScalingConfiguration.MinCapacity': ['ServerlessV2ScalingConfiguration', 'MinCapacity'],
  'ServerlessV2ScalingConfiguration.MaxCapacity': ['ServerlessV2ScalingConfiguration', 'MaxCapacity'],
  'ServerlessV2ScalingConfiguration.SecondsUntilAutoPause': [
    'ServerlessV2ScalingConfiguration',
    'SecondsUntilAutoPause',
  ],
};

/** What only a modification can set. */
const MODIFY: Readonly<Record<string, readonly string[]>> = {
  MaxAllocatedStorage: ['MaxAllocatedStorage'],
  PreferredMaintenanceWindow: ['PreferredMaintenanceWindow'],
};

const MODIFY_CLUSTER: Readonly<Record<string, readonly string[]>> = {
  PreferredMaintenanceWindow: ['PreferredMaintenanceWindow'],
};

/** Settings that belong to the instances of a cluster, not to the cluster. */
const WRITER = 'Writer.';
const OF_WRITER =
  /^(AutoMinorVersionUpgrade|CACertificateIdentifier|DBInstanceClass|DBParameterGroupName|PreferredMaintenanceWindow|PubliclyAccessible)$|^(Monitoring|(Enable)?PerformanceInsights)/;

/** What must be as it was before an instance is offered in place of production. */
const ESSENTIAL =
  /^(Writer\.)?(DBInstanceClass|DBClusterParameterGroupName|DBParameterGroupName|DBSubnetGroupName|DeletionProtection|MultiAZ|Port|PubliclyAccessible|StorageType|VpcSecurityGroupIds\.)/;

const SECURITY_GROUPS = 'VpcSecurityGroupIds.VpcSecurityGroupId';
const LOGS = 'EnableCloudwatchLogsExports.member';

/** The settings of an instance, by the parameters that make them. @param instance a `<DBInstance>` */
export function settingsOf(instance: XmlElement): Settings {
  const of = (path: readonly string[]): string | undefined => textAt(instance, ...path);
  const found = shown(instance, { ...RESTORE, ...MODIFY });
  const storage = of(['StorageType']) ?? '';
  if (storage.startsWith('io') || (storage === 'gp3' && Number(of(['AllocatedStorage'])) >= GP3_GIB)) {
    for (const name of ['Iops', 'StorageThroughput']) {
      const value = Number(of([name]) ?? 0);
      if (value > 0 && (name === 'Iops' || storage === 'gp3')) found[name] = String(value);
    }
  }
  // A role without an interval is refused.
  if (Number(of(['MonitoringInterval']) ?? 0) > 0) {
    found.MonitoringInterval = of(['MonitoringInterval']) ?? '';
    found.MonitoringRoleArn = of(['MonitoringRoleArn']) ?? '';
  }
  if (of(['PerformanceInsightsEnabled']) === 'true') {
    found.EnablePerformanceInsights = 'true';
    for (const name of ['PerformanceInsightsKMSKeyId', 'PerformanceInsightsRetentionPeriod']) {
      const value = of([name]);
      if (value !== undefined) found[name] = value;
    }
  }
  return { ...found, ...listsOf(instance) };
}

/**
 * The settings of a cluster, and of its writer.
 * @param cluster a `<DBCluster>`
 * @param writer undefined: the cluster has no instance
 */
export function clusterSettingsOf(cluster: XmlElement, writer: Settings | undefined): Settings {
  const own = pick(writer ?? {}, (name) => OF_WRITER.test(name));
  return {
    ...shown(cluster, { ...RESTORE_CLUSTER, ...MODIFY_CLUSTER }),
    ...listsOf(cluster),
    ...Object.fromEntries(Object.entries(own).map(([name, value]) => [`${WRITER}${name}`, value])),
  };
}

function shown(element: XmlElement, names: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const found = Object.entries(names).map(([name, path]) => [name, textAt(element, ...path) ?? ''] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== ''));
}

function listsOf(element: XmlElement): Settings {
  const groups = childrenOf(child(element, 'VpcSecurityGroups') ?? element, 'VpcSecurityGroupMembership');
  const logs = childrenOf(child(element, 'EnabledCloudwatchLogsExports') ?? element, 'member');
  return {
    ...listOf(SECURITY_GROUPS, groups.map((group) => textAt(group, 'VpcSecurityGroupId') ?? '').sort()),
    ...listOf(LOGS, logs.map(({ text }) => text).sort()),
  };
}

const isList = (name: string): boolean => name.startsWith(SECURITY_GROUPS) || name.startsWith(LOGS);

/** The parameters of a restore. A default option group comes by itself. */
export function forRestore(kind: Kind, wanted: Settings, method: Method): Settings {
  const known = kind === 'cluster' ? RESTORE_CLUSTER : RESTORE;
  const named = (name: string): boolean =>
    name in known || isList(name) || (kind === 'instance' && ['Iops', 'StorageThroughput'].includes(name));
  return pick(
    wanted,
    (name) =>
      named(name) &&
      wanted[name]?.startsWith('default:') !== true &&
      // A clone waits for a rollback: until then somebody must be able to delete it.
      !(method === 'clone' && name === 'DeletionProtection'),
  );
}

/** The parameters of the instance that a restored cluster gets. */
export const forWriter = (wanted: Settings): Settings => unprefixed(pick(wanted, (name) => name.startsWith(WRITER)));

const unprefixed = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name.slice(WRITER.length), value]));

/** Names of the settings that are not as wanted, sorted. Of what the original has not, only security groups count. */
export function unlike(wanted: Settings, found: Settings): string[] {
  const groups = Object.keys(found).filter((name) => name.startsWith(SECURITY_GROUPS));
  return [...new Set([...Object.keys(wanted), ...groups])].filter((name) => wanted[name] !== found[name]).sort();
}

export const isEssential = (name: string): boolean => ESSENTIAL.test(name);

/** Settings to modify: of the instance or cluster itself, and of the writer of a cluster. Empty: nothing. */
export interface Modification {
  readonly own: Settings;
  readonly writer: Settings;
}

/** @param names of the settings that differ */
export function modificationOf(kind: Kind, wanted: Settings, names: readonly string[]): Modification {
  const ofWriter = (name: string): boolean => name.startsWith(WRITER);
  const own = forModification(
    pick(wanted, (name) => !ofWriter(name)),
    names.filter((name) => !ofWriter(name)),
    kind,
  );
  const writer = names.filter(ofWriter).map((name) => name.slice(WRITER.length));
  return { own, writer: forModification(forWriter(wanted), writer, 'instance') };
}

function forModification(wanted: Settings, names: readonly string[], kind: Kind): Settings {
  const concerned = (name: string): boolean =>
    names.includes(name) ||
    // A list is sent whole, and the role goes with the interval.
    [SECURITY_GROUPS, 'Monitoring', 'PerformanceInsights', 'ServerlessV2ScalingConfiguration'].some(
      (group) => name.startsWith(group) && names.some((each) => each.startsWith(group)),
    );
  return Object.fromEntries(
    Object.entries(pick(wanted, concerned)).map(([name, value]) => [
      name === 'Port' && kind === 'instance'
        ? 'DBPortNumber'
        : name.startsWith(LOGS)
          ? name.replace(LOGS, 'CloudwatchLogsExportConfiguration.EnableLogTypes.member')
          : name,
      value,
    ]),
  );
}

const pick = (from: Settings, wanted: (name: string) => boolean): Settings =>
  Object.fromEntries(Object.entries(from).filter(([name]) => wanted(name)));
