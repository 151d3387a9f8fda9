import { config as schema, type Config } from '../../../src/providers/rds-snapshot/config.js';
import { testContext, type TestContext, type TestContextOptions } from '../../support/context.js';
import type { TestPostgres } from '../../support/postgres.js';
import type { AuroraSandbox, RdsCluster } from './rds-clusters.js';
import { RDS_KEY_ID, RDS_SECRET, type RdsInstance, RdsSandbox } from './rds.js';

export const DATABASE = `
CREATE TABLE fans (id serial PRIMARY KEY, email text NOT NULL, points int NOT NULL DEFAULT 0);
CREATE TABLE notes (body text);
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT sum(points) FROM fans';
INSERT INTO fans (email, points) SELECT 'fan' || i || '@example.com', i FROM generate_series(1, 20) i;
INSERT INTO notes VALUES ('a'), ('b');`;

export const rdsConfig = (more: Partial<Config> = {}): Config =>
  schema.parse({
    id: 'subject',
    provider: 'rds-snapshot',
    url: '${DATABASE_URL}',
    instance: 'shop',
    region: 'eu-central-1',
    ...more,
  });

export const auroraConfig = (more: Partial<Config> = {}): Config =>
  rdsConfig({ instance: undefined, cluster: 'shop', ...more });

/** The cluster whose database is the one of `postgres`, with a writer, a reader, and settings that no default has. */
export function openAurora(rds: AuroraSandbox, postgres: TestPostgres): RdsCluster {
  rds.clear();
  const cluster = rds.addCluster('shop', {
    host: postgres.host,
    groups: ['sg-app', 'sg-admin'],
    logs: ['postgresql'],
    settings: {
      BackupRetentionPeriod: '14',
      DBClusterParameterGroupName: 'shop-cluster16',
      DBSubnetGroupName: 'shop-private',
      DeletionProtection: 'true',
      Port: String(postgres.port),
      PreferredMaintenanceWindow: 'mon:02:00-mon:02:30',
      StorageType: 'aurora-iopt1',
      'ServerlessV2ScalingConfiguration.MinCapacity': '0.5',
      'ServerlessV2ScalingConfiguration.MaxCapacity': '8',
    },
  });
  const settings = {
    DBInstanceClass: 'db.serverless',
    DBParameterGroupName: 'shop-writer16',
    PubliclyAccessible: 'false',
    MonitoringInterval: '60',
    MonitoringRoleArn: 'arn:aws:iam::123456789012:role/monitoring',
  };
  rds.addInstance('shop-1', { cluster: 'shop', engine: 'aurora-postgresql', settings });
  rds.addInstance('shop-2', { cluster: 'shop', engine: 'aurora-postgresql' });
  return cluster;
}

/** The instance whose database is the one of `postgres`, with settings that no default has. */
export function openShop(rds: RdsSandbox, postgres: TestPostgres): RdsInstance {
  rds.clear();
  rds.addInstance('other');
  return rds.addInstance('shop', {
    host: postgres.host,
    groups: ['sg-app', 'sg-admin'],
    logs: ['postgresql'],
    settings: {
      DBInstanceClass: 'db.m6g.large',
      DBParameterGroupName: 'shop-postgres16',
      DBSubnetGroupName: 'shop-private',
      DeletionProtection: 'true',
      Iops: '4000',
      MaxAllocatedStorage: '1000',
      MonitoringInterval: '60',
      MonitoringRoleArn: 'arn:aws:iam::123456789012:role/monitoring',
      EnablePerformanceInsights: 'true',
      PerformanceInsightsRetentionPeriod: '7',
      MultiAZ: 'true',
      Port: String(postgres.port),
      PreferredMaintenanceWindow: 'mon:02:00-mon:02:30',
      PubliclyAccessible: 'false',
      StorageThroughput: '200',
    },
  });
}

/** A context that reaches emulator and database, and does not sleep. */
export function rdsContext(rds: { readonly url: string }, url: string, options: TestContextOptions = {}): TestContext {
  const ctx = testContext({
    http: { backoffMs: 0.5 },
    ...options,
    env: {
      AWS_ACCESS_KEY_ID: RDS_KEY_ID,
      AWS_SECRET_ACCESS_KEY: RDS_SECRET,
      AWS_ENDPOINT_URL_RDS: rds.url,
      DATABASE_URL: url,
      ...options.env,
    },
  });
  Object.assign(ctx, { clock: { ...ctx.clock, sleep: async () => undefined } });
  return ctx;
}
