import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { AwsFailure } from '../../services/aws/errors.js';
import { queryApi, tagsOf, type QueryParameters } from '../../services/aws/query.js';
import { child, childrenOf, textAt, type XmlElement } from '../../services/aws/xml.js';
import {
  clusterOf,
  instanceOf,
  membersOf,
  snapshotOf,
  windowOf,
  type DbSnapshot,
  type Server,
  type Window,
} from './answers.js';
import { kindOf, sourceIdOf, type Config, type Kind } from './config.js';
import { ENGINES, NAMES } from './kinds.js';
import { TAGS } from './names.js';
import type { Modification } from './settings.js';
import type { Origin, Settings } from './state.js';

const VERSION = '2014-10-31';
const PAGE = '100';
/** A list with more pages counts as broken paging. */
const MAX_PAGES = 200;

type Tags = Readonly<Record<string, string>>;

export interface Quota {
  readonly used: number;
  readonly max: number;
}

/**
 * The part of RDS's API that copies and restores need.
 * @param kind by default what the configuration names
 */
export async function client(config: Config, ctx: Context, kind: Kind = kindOf(config)) {
  const api = await queryApi(ctx, { name: 'RDS', prefix: 'rds', version: VERSION, region: config.region });
  const { title, snapshot: copies, pointInTime, ...names } = NAMES[kind];

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

  const instance = (id: string): Promise<Server | null> =>
    find('DescribeDBInstances', { DBInstanceIdentifier: id }, `read instance ${id}`, 'DBInstanceNotFound', (result) =>
      childrenOf(child(result, 'DBInstances') ?? result, 'DBInstance')
        .map(instanceOf)
        .at(0),
    );

  const cluster = async (id: string): Promise<Server | null> => {
    const found = await find(
      names.describe,
      { [names.id]: id },
      `read cluster ${id}`,
      names.absent,
      (result) => childrenOf(child(result, names.list) ?? result, names.row)[0],
    );
    const [writer] = found ? membersOf(found) : [];
    return found && clusterOf(found, writer === undefined ? undefined : ((await instance(writer)) ?? undefined));
  };

  const server = kind === 'cluster' ? cluster : instance;

  const sourceOf = async (target: string, { method, id, at, resourceId, version }: Origin) => {
    if (method === 'snapshot') {
      const source = { [names.id]: target, [copies.source]: id };
      // Without them, RDS takes its default version.
      return kind === 'cluster' ? { ...source, Engine: ENGINES.cluster, EngineVersion: version ?? undefined } : source;
    }
    // Another one may have the identifier of a deleted one.
    const same = (await server(id))?.resourceId === resourceId;
    return {
      [pointInTime.target]: target,
      ...(same ? { [pointInTime.source]: id } : { [pointInTime.sourceId]: resourceId }),
      [pointInTime.time]: at,
    };
  };

  return {
    kind,
    instance,
    /** The instance or cluster of that identifier. */
    server,
    /** @throws RewindError api-not-found */
    production: async (): Promise<Server> => {
      const id = sourceIdOf(config);
      const found = await server(id);
      if (found) return found;
      throw new RewindError('api-not-found', `RDS has no ${title} "${id}" in ${config.region}.`, {
        resource: ctx.resource,
        remedy: `Correct "${kind}" and "region" of this resource, or use the credentials of its account.`,
      });
    },
    /** Of clusters without what their writers show. */
    servers: async (): Promise<Server[]> =>
      (await all(names.describe, {}, `list the ${title}s`, names.list, names.row)).map((element) =>
        kind === 'cluster' ? clusterOf(element) : instanceOf(element),
      ),
    snapshot: (id: string): Promise<DbSnapshot | null> =>
      find(copies.describe, { [copies.id]: id }, `read ${copies.title} ${id}`, copies.absent, (result) =>
        childrenOf(child(result, copies.list) ?? result, copies.row)
          .map((element) => snapshotOf(kind, element))
          .at(0),
      ),
    /** Manual snapshots of production. */
    snapshots: async (): Promise<DbSnapshot[]> =>
      (
        await all(
          copies.describe,
          { [names.id]: sourceIdOf(config), SnapshotType: 'manual' },
          `list the ${copies.title}s of ${sourceIdOf(config)}`,
          copies.list,
          copies.row,
        )
      ).map((element) => snapshotOf(kind, element)),
    /** What the automated backups of an instance or cluster can restore; null if there are none (any more). */
    window: async (id: string, resourceId: string): Promise<Window | null> => {
      if (kind === 'cluster') {
        const found = await cluster(id);
        return found?.resourceId === resourceId ? found.window : null;
      }
      const backups = await find(
        'DescribeDBInstanceAutomatedBackups',
        { DbiResourceId: resourceId },
        `read the automated backups of ${id}`,
        'DBInstanceAutomatedBackupNotFound',
        (result) => childrenOf(child(result, 'DBInstanceAutomatedBackups') ?? result, 'DBInstanceAutomatedBackup')[0],
      );
      const window = backups && child(backups, 'RestoreWindow');
      return window ? windowOf(window, 'EarliestTime', 'LatestTime') : null;
    },
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
    /** Does nothing if a snapshot of that identifier exists. */
    createSnapshot: (id: string, tags: Tags): Promise<void> =>
      unless(copies.exists, () =>
        api.send(
          copies.create,
          { [copies.id]: id, [names.id]: sourceIdOf(config), ...tagsOf(tags) },
          { what: `create ${copies.title} ${id}`, remedies: { ...QUOTA_REMEDIES, [names.busy]: BUSY_REMEDY } },
        ),
      ),
    /** Makes a copy-on-write clone of production, without an instance. Does nothing if a cluster of that identifier exists. */
    clone: (id: string, settings: Settings, tags: Tags): Promise<void> =>
      unless(names.exists, () =>
        api.send(
          pointInTime.restore,
          {
            [pointInTime.target]: id,
            [pointInTime.source]: sourceIdOf(config),
            RestoreType: 'copy-on-write',
            UseLatestRestorableTime: 'true',
            ...settings,
            ...tagsOf(tags),
          },
          {
            what: `clone cluster ${sourceIdOf(config)}`,
            remedies: { ...QUOTA_REMEDIES, [names.busy]: BUSY_REMEDY },
          },
        ),
      ),
    /** Restores a snapshot, or an instant of the automated backups. Does nothing if `target` exists. */
    restore: (target: string, origin: Origin, settings: Settings, tags: Tags): Promise<void> =>
      unless(names.exists, async () =>
        api.send(
          origin.method === 'snapshot' ? copies.restore : pointInTime.restore,
          { ...(await sourceOf(target, origin)), ...settings, ...tagsOf(tags) },
          { what: `restore ${title} ${target}`, remedies: QUOTA_REMEDIES },
        ),
      ),
    /** Makes the instance of a restored cluster. Does nothing if an instance of that identifier exists. */
    createWriter: (id: string, settings: Settings, tags: Tags): Promise<void> =>
      unless('DBInstanceAlreadyExists', () =>
        api.send(
          'CreateDBInstance',
          {
            DBInstanceIdentifier: id,
            DBClusterIdentifier: id,
            Engine: ENGINES.cluster,
            ...settings,
            ...tagsOf(tags),
          },
          { what: `create instance ${id}`, remedies: QUOTA_REMEDIES },
        ),
      ),
    /** Does nothing while RDS works on it. @param writer the instance that has the settings of the writer */
    modify: async (id: string, { own, writer: ofWriter }: Modification, writer: string | undefined): Promise<void> => {
      const send = async (of: Kind, name: string, settings: Settings): Promise<void> => {
        if (Object.keys(settings).length === 0) return;
        await unless(NAMES[of].busy, () =>
          api.send(
            NAMES[of].modify,
            { [NAMES[of].id]: name, ApplyImmediately: 'true', ...settings },
            { what: `modify ${of} ${name}` },
          ),
        );
      };
      await send(kind, id, own);
      if (writer !== undefined) await send('instance', writer, ofWriter);
    },
    markComplete: async ({ id, arn }: Server): Promise<void> => {
      await api.send(
        'AddTagsToResource',
        { ResourceName: arn, ...tagsOf({ [TAGS.complete]: 'true' }) },
        { what: `tag ${title} ${id}` },
      );
    },
  };
}

export type RdsClient = Awaited<ReturnType<typeof client>>;

/** E.g. while RDS makes its daily backup. */
const BUSY_REMEDY =
  'Wait until it is "available" ("rewind check" shows its status), or repair it, and take the snapshot again.';

const QUOTA_REMEDIES = {
  SnapshotQuotaExceeded:
    'Delete manual snapshots that are not needed ("rewind check" counts those of Rewind), or raise the quota.',
  InstanceQuotaExceeded: 'Delete an instance that is not needed, or raise the quota of instances.',
  DBClusterQuotaExceededFault: 'Delete a cluster that is not needed, or raise the quota of clusters.',
  StorageQuotaExceeded: 'Delete an instance that is not needed, or raise the quota of storage.',
  PointInTimeRestoreNotEnabled: 'Turn automated backups on, or restore another snapshot.',
  KMSKeyNotAccessibleFault:
    'Enable the KMS key of the copy, and grant the credential kms:CreateGrant and kms:DescribeKey on it.',
};

const isCode = (error: unknown, code: string): boolean => error instanceof AwsFailure && error.awsCode === code;

async function unless(code: string, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isCode(error, code)) throw error;
  }
}
