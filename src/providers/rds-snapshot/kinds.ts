import type { Kind } from './config.js';

/** How RDS's API names one call, and what it reads and refuses. */
interface Names {
  /** In messages. */
  readonly title: string;
  readonly describe: string;
  readonly list: string;
  readonly row: string;
  readonly id: string;
  readonly arn: string;
  readonly resourceId: string;
  readonly status: string;
  readonly since: string;
  readonly absent: string;
  readonly exists: string;
  readonly busy: string;
  readonly modify: string;
  readonly snapshot: {
    readonly title: string;
    readonly create: string;
    readonly describe: string;
    readonly list: string;
    readonly row: string;
    readonly id: string;
    readonly absent: string;
    readonly exists: string;
    /** The restore, and its parameter for the snapshot. */
    readonly restore: string;
    readonly source: string;
    /** Of the account. */
    readonly quota: string;
  };
  readonly pointInTime: {
    readonly restore: string;
    readonly target: string;
    readonly source: string;
    /** The source by its resource id, which also names a deleted one. */
    readonly sourceId: string;
    readonly time: string;
  };
  /** Quotas that a restore takes from. */
  readonly quotas: readonly ('DBClusters' | 'DBInstances')[];
}

export const NAMES: Readonly<Record<Kind, Names>> = {
  instance: {
    title: 'instance',
    describe: 'DescribeDBInstances',
    list: 'DBInstances',
    row: 'DBInstance',
    id: 'DBInstanceIdentifier',
    arn: 'DBInstanceArn',
    resourceId: 'DbiResourceId',
    status: 'DBInstanceStatus',
    since: 'InstanceCreateTime',
    absent: 'DBInstanceNotFound',
    exists: 'DBInstanceAlreadyExists',
    busy: 'InvalidDBInstanceState',
    modify: 'ModifyDBInstance',
    snapshot: {
      title: 'DB snapshot',
      create: 'CreateDBSnapshot',
      describe: 'DescribeDBSnapshots',
      list: 'DBSnapshots',
      row: 'DBSnapshot',
      id: 'DBSnapshotIdentifier',
      absent: 'DBSnapshotNotFound',
      exists: 'DBSnapshotAlreadyExists',
      restore: 'RestoreDBInstanceFromDBSnapshot',
      source: 'DBSnapshotIdentifier',
      quota: 'ManualSnapshots',
    },
    pointInTime: {
      restore: 'RestoreDBInstanceToPointInTime',
      target: 'TargetDBInstanceIdentifier',
      source: 'SourceDBInstanceIdentifier',
      sourceId: 'SourceDbiResourceId',
      time: 'RestoreTime',
    },
    quotas: ['DBInstances'],
  },
  cluster: {
    title: 'cluster',
    describe: 'DescribeDBClusters',
    list: 'DBClusters',
    row: 'DBCluster',
    id: 'DBClusterIdentifier',
    arn: 'DBClusterArn',
    resourceId: 'DbClusterResourceId',
    status: 'Status',
    since: 'ClusterCreateTime',
    absent: 'DBClusterNotFoundFault',
    exists: 'DBClusterAlreadyExistsFault',
    busy: 'InvalidDBClusterStateFault',
    modify: 'ModifyDBCluster',
    snapshot: {
      title: 'DB cluster snapshot',
      create: 'CreateDBClusterSnapshot',
      describe: 'DescribeDBClusterSnapshots',
      list: 'DBClusterSnapshots',
      row: 'DBClusterSnapshot',
      id: 'DBClusterSnapshotIdentifier',
      absent: 'DBClusterSnapshotNotFoundFault',
      exists: 'DBClusterSnapshotAlreadyExistsFault',
      restore: 'RestoreDBClusterFromSnapshot',
      source: 'SnapshotIdentifier',
      quota: 'ManualClusterSnapshots',
    },
    pointInTime: {
      restore: 'RestoreDBClusterToPointInTime',
      target: 'DBClusterIdentifier',
      source: 'SourceDBClusterIdentifier',
      sourceId: 'SourceDbClusterResourceId',
      time: 'RestoreToTime',
    },
    quotas: ['DBClusters', 'DBInstances'],
  },
};

/** The engine that can be captured. */
export const ENGINES: Readonly<Record<Kind, string>> = { instance: 'postgres', cluster: 'aurora-postgresql' };
