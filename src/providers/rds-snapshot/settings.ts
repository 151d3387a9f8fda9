import { listOf } from '../../services/aws/query.js';
import { child, childrenOf, textAt, type XmlElement } from '../../services/aws/xml.js';
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

/** What only a modification can set. */
const MODIFY: Readonly<Record<string, readonly string[]>> = {
  MaxAllocatedStorage: ['MaxAllocatedStorage'],
  PreferredMaintenanceWindow: ['PreferredMaintenanceWindow'],
};

/** What must be as it was before an instance is offered in place of production. */
const ESSENTIAL =
  /^(DBInstanceClass|DBParameterGroupName|DBSubnetGroupName|DeletionProtection|MultiAZ|Port|PubliclyAccessible|StorageType|VpcSecurityGroupIds\.)/;

const SECURITY_GROUPS = 'VpcSecurityGroupIds.VpcSecurityGroupId';
const LOGS = 'EnableCloudwatchLogsExports.member';

/** The settings of an instance, by the parameters that make them. @param instance a `<DBInstance>` */
export function settingsOf(instance: XmlElement): Settings {
  const of = (path: readonly string[]): string | undefined => textAt(instance, ...path);
  const found: Record<string, string> = {};
  for (const [name, path] of Object.entries({ ...RESTORE, ...MODIFY })) {
    const value = of(path);
    if (value !== undefined && value !== '') found[name] = value;
  }
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
  const groups = childrenOf(child(instance, 'VpcSecurityGroups') ?? instance, 'VpcSecurityGroupMembership');
  const logs = childrenOf(child(instance, 'EnabledCloudwatchLogsExports') ?? instance, 'member');
  return {
    ...found,
    ...listOf(SECURITY_GROUPS, groups.map((group) => textAt(group, 'VpcSecurityGroupId') ?? '').sort()),
    ...listOf(LOGS, logs.map(({ text }) => text).sort()),
  };
}

const isList = (name: string): boolean => name.startsWith(SECURITY_GROUPS) || name.startsWith(LOGS);

/** The parameters of a restore. A default option group comes by itself. */
export function forRestore(wanted: Settings): Settings {
  const named = (name: string): boolean =>
    name in RESTORE || isList(name) || ['Iops', 'StorageThroughput'].includes(name);
  return pick(wanted, (name) => named(name) && wanted[name]?.startsWith('default:') !== true);
}

/** Names of the settings that are not as wanted, sorted. Of what the original has not, only security groups count. */
export function unlike(wanted: Settings, found: Settings): string[] {
  const groups = Object.keys(found).filter((name) => name.startsWith(SECURITY_GROUPS));
  return [...new Set([...Object.keys(wanted), ...groups])].filter((name) => wanted[name] !== found[name]).sort();
}

export const isEssential = (name: string): boolean => ESSENTIAL.test(name);

/** The parameters of a modification that makes these settings. */
export function forModification(wanted: Settings, names: readonly string[]): Settings {
  const concerned = (name: string): boolean =>
    names.includes(name) ||
    // A list is sent whole, and the role goes with the interval.
    [SECURITY_GROUPS, 'Monitoring', 'PerformanceInsights'].some(
      (group) => name.startsWith(group) && names.some((each) => each.startsWith(group)),
    );
  return Object.fromEntries(
    Object.entries(pick(wanted, concerned)).map(([name, value]) => [
      name === 'Port'
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
