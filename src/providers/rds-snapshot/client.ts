import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { AwsFailure } from '../../services/aws/errors.js';
import { queryApi, tagIn, tagsOf, type QueryParameters } from '../../services/aws/query.js';
import { child, childrenOf, textAt, type XmlElement } from '../../services/aws/xml.js';
import type { Config } from './config.js';
import { TAGS } from './names.js';
import { settingsOf } from './settings.js';
import type { Settings } from './state.js';

const VERSION = '2014-10-31';
const PAGE = '100';
/** A list with more pages counts as broken paging. */
const MAX_PAGES = 200;

/** Tags that Rewind set; undefined if there is none. */
interface Marked {
  readonly snapshot: string | undefined;
  readonly resource: string | undefined;
}

export interface Instance extends Marked {
  readonly id: string;
  readonly arn: string;
  readonly resourceId: string;
  readonly status: string;
  readonly engine: string;
  /** The Aurora cluster that it belongs to; null: none. */
  readonly cluster: string | null;
  readonly endpoint: string | null;
  readonly since: string;
  /** True while a modification waits. */
  readonly pending: boolean;
  readonly encrypted: boolean;
  readonly complete: boolean;
  readonly settings: Settings;
}

export interface DbSnapshot extends Marked {
  readonly id: string;
  readonly resourceId: string;
  readonly status: string;
  readonly at: string;
  readonly percent: number;
  readonly encrypted: boolean;
}

export interface Quota {
  readonly used: number;
  readonly max: number;
}

/** The part of RDS's API that DB snapshots need. */
export async function client(config: Config, ctx: Context) {
  const api = await queryApi(ctx, { name: 'RDS', prefix: 'rds', version: VERSION, region: config.region });

  /** @returns null if AWS answers with the code `absent` */
  const find = async <T>(
    action: string,
    parameters: QueryParameters,
    what: string,
    absent: string,
    read: (result: XmlElement) => T | undefined,
  ): Promise<T | null> => {
    try {
      return read(await api.send(action, parameters, { what })) ?? null;
    } catch (error) {
      if (isCode(error, absent)) return null;
      throw error;
    }
  };

  const all = async (action: string, parameters: QueryParameters, what: string, list: string, row: string) => {
    const rows: XmlElement[] = [];
    let marker: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const result = await api.send(action, { ...parameters, MaxRecords: PAGE, Marker: marker }, { what });
      rows.push(...childrenOf(child(result, list) ?? result, row));
      marker = textAt(result, 'Marker');
      if (marker === undefined || marker === '') return rows;
    }
    throw new RewindError('api-unexpected-answer', `RDS does not end its answer to "${what}".`, {
      resource: ctx.resource,
    });
  };

  const instance = (id: string): Promise<Instance | null> =>
    find('DescribeDBInstances', { DBInstanceIdentifier: id }, `read instance ${id}`, 'DBInstanceNotFound', (result) =>
      childrenOf(child(result, 'DBInstances') ?? result, 'DBInstance')
        .map(instanceOf)
        .at(0),
    );

  return {
    instance,
    /** @throws RewindError api-not-found */
    production: async (): Promise<Instance> => {
      const found = await instance(config.instance);
      if (found) return found;
      throw new RewindError('api-not-found', `RDS has no instance "${config.instance}" in ${config.region}.`, {
        resource: ctx.resource,
        remedy: 'Correct "instance" and "region" of this resource, or use the credentials of its account.',
      });
    },
    instances: async (): Promise<Instance[]> =>
      (await all('DescribeDBInstances', {}, 'list the instances', 'DBInstances', 'DBInstance')).map(instanceOf),
    snapshot: (id: string): Promise<DbSnapshot | null> =>
      find(
        'DescribeDBSnapshots',
        { DBSnapshotIdentifier: id },
        `read DB snapshot ${id}`,
        'DBSnapshotNotFound',
        (result) =>
          childrenOf(child(result, 'DBSnapshots') ?? result, 'DBSnapshot')
            .map(snapshotOf)
            .at(0),
      ),
    /** Manual DB snapshots of production's instance. */
    snapshots: async (): Promise<DbSnapshot[]> =>
      (
        await all(
          'DescribeDBSnapshots',
          { DBInstanceIdentifier: config.instance, SnapshotType: 'manual' },
          `list the DB snapshots of ${config.instance}`,
          'DBSnapshots',
          'DBSnapshot',
        )
      ).map(snapshotOf),
    /** Quotas of the account by RDS's own names, e.g. ManualSnapshots. */
    quotas: async (): Promise<ReadonlyMap<string, Quota>> => {
      const result = await api.send('DescribeAccountAttributes', {}, { what: 'read the quotas of the account' });
      return new Map(
        childrenOf(child(result, 'AccountQuotas') ?? result, 'AccountQuota').map((quota) => [
          textAt(quota, 'AccountQuotaName') ?? '',
          { used: Number(textAt(quota, 'Used') ?? 0), max: Number(textAt(quota, 'Max') ?? 0) },
        ]),
      );
    },
    /** Does nothing if a DB snapshot of that identifier exists. */
    createSnapshot: (id: string, tags: Readonly<Record<string, string>>): Promise<void> =>
      unless('DBSnapshotAlreadyExists', () =>
        api.send(
          'CreateDBSnapshot',
          { DBSnapshotIdentifier: id, DBInstanceIdentifier: config.instance, ...tagsOf(tags) },
          { what: `create DB snapshot ${id}`, remedies: QUOTA_REMEDIES },
        ),
      ),
    /** Does nothing if an instance of that identifier exists. */
    restore: (
      target: string,
      copy: string,
      settings: Settings,
      tags: Readonly<Record<string, string>>,
    ): Promise<void> =>
      unless('DBInstanceAlreadyExists', () =>
        api.send(
          'RestoreDBInstanceFromDBSnapshot',
          { DBInstanceIdentifier: target, DBSnapshotIdentifier: copy, ...settings, ...tagsOf(tags) },
          { what: `restore instance ${target}`, remedies: QUOTA_REMEDIES },
        ),
      ),
    /** Does nothing while RDS works on the instance. */
    modify: (id: string, settings: Settings): Promise<void> =>
      unless('InvalidDBInstanceState', () =>
        api.send(
          'ModifyDBInstance',
          { DBInstanceIdentifier: id, ApplyImmediately: 'true', ...settings },
          { what: `modify instance ${id}` },
        ),
      ),
    markComplete: async ({ id, arn }: Instance): Promise<void> => {
      await api.send(
        'AddTagsToResource',
        { ResourceName: arn, ...tagsOf({ [TAGS.complete]: 'true' }) },
        { what: `tag instance ${id}` },
      );
    },
  };
}

export type RdsClient = Awaited<ReturnType<typeof client>>;

const QUOTA_REMEDIES = {
  SnapshotQuotaExceeded:
    'Delete manual DB snapshots that are not needed ("rewind check" lists those of Rewind), or raise the quota.',
  InstanceQuotaExceeded: 'Delete an instance that is not needed, or raise the quota of instances.',
  StorageQuotaExceeded: 'Delete an instance that is not needed, or raise the quota of storage.',
  KMSKeyNotAccessibleFault:
    'Enable the KMS key of the DB snapshot, and grant the credential kms:CreateGrant and kms:DescribeKey on it.',
};

const isCode = (error: unknown, code: string): boolean => error instanceof AwsFailure && error.awsCode === code;

async function unless(code: string, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isCode(error, code)) throw error;
  }
}

const marked = (element: XmlElement): Marked => ({
  snapshot: tagIn(element, TAGS.snapshot),
  resource: tagIn(element, TAGS.resource),
});

function instanceOf(element: XmlElement): Instance {
  const of = (...path: string[]): string => textAt(element, ...path) ?? '';
  const [host, port] = [of('Endpoint', 'Address'), of('Endpoint', 'Port')];
  return {
    ...marked(element),
    id: of('DBInstanceIdentifier'),
    arn: of('DBInstanceArn'),
    resourceId: of('DbiResourceId'),
    status: of('DBInstanceStatus'),
    engine: of('Engine'),
    cluster: textAt(element, 'DBClusterIdentifier') ?? null,
    endpoint: host === '' ? null : `${host}:${port}`,
    since: of('InstanceCreateTime'),
    pending: (child(element, 'PendingModifiedValues')?.children ?? []).length > 0,
    encrypted: of('StorageEncrypted') === 'true',
    complete: tagIn(element, TAGS.complete) === 'true',
    settings: settingsOf(element),
  };
}

function snapshotOf(element: XmlElement): DbSnapshot {
  const of = (name: string): string => textAt(element, name) ?? '';
  return {
    ...marked(element),
    id: of('DBSnapshotIdentifier'),
    resourceId: of('DbiResourceId'),
    status: of('Status'),
    at: of('SnapshotCreateTime'),
    percent: Number(of('PercentProgress')),
    encrypted: of('Encrypted') === 'true',
  };
}
