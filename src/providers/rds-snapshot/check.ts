import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { withDatabase } from '../../services/postgres/connection.js';
import { tlsAdvice, type DatabaseAddress } from '../../services/postgres/database-url.js';
import { DUMPED_TABLES } from '../../services/postgres/rows.js';
import { select } from '../../services/postgres/select.js';
import { mismatch } from './capture.js';
import type { Server } from './answers.js';
import { client, type Quota, type RdsClient } from './client.js';
import { sourceIdOf, type Config } from './config.js';
import { NAMES } from './kinds.js';
import { isRestoreOf } from './names.js';
import { addressOf, endpointOf } from './reading.js';
import { plural } from '../../runtime/text.js';

/** From this clone on, Aurora copies the whole storage instead of sharing it. */
const MAX_CLONES = 15;

/** Read-only: reads everything that a snapshot and a restore need. RDS tells nobody beforehand whether a write is allowed. */
export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const rds = await client(config, ctx);
  const address = addressOf(config, ctx);
  const id = sourceIdOf(config);
  const production = await rds.server(id);
  const quotas = await rds.quotas();
  const forRestore = roomToRestore(quotas, NAMES[rds.kind].quotas);
  if (production === null) {
    const message = `RDS has no ${rds.kind} "${id}" in ${config.region}.`;
    const remedy = `Correct "${rds.kind}" and "region" of this resource, or use the credentials of its account.`;
    return [{ level: 'error', code: 'rds-source-gone', message, remedy }, ...forRestore];
  }
  const { title, quota } = NAMES[rds.kind].snapshot;
  return [
    ...tlsAdvice(address),
    ...source(config, production, endpointOf(address)),
    ...(config.method === 'snapshot' ? room(quotas.get(quota), `manual ${title}s`, 'rds-snapshot-limit') : []),
    ...forRestore,
    ...expiry(config, production),
    ...(await kept(config, ctx, rds)),
    ...(await unreadable(ctx, address)),
  ];
}

function source(config: Config, production: Server, url: string): Finding[] {
  const problem = mismatch(config, production, url);
  const { kind, id, status } = production;
  return [
    ...(problem === null ? [] : [{ level: 'error', code: 'rds-source-wrong', ...problem } satisfies Finding]),
    ...(status === 'available'
      ? []
      : [
          {
            level: 'warning',
            code: 'rds-instance-busy',
            message: `The ${kind} "${id}" is "${status}". RDS copies only an available one.`,
            remedy: 'Wait until it is available, or repair it.',
          } satisfies Finding,
        ]),
    ...(production.encrypted
      ? []
      : [
          {
            level: 'warning',
            code: 'rds-unencrypted',
            message: `The storage of "${id}" is not encrypted, so its copies are not either.`,
            remedy: 'Move to encrypted storage, or restrict who may share, copy and restore it.',
          } satisfies Finding,
        ]),
  ];
}

/** @param quota undefined: the account does not say */
function room(quota: Quota | undefined, what: string, code: 'rds-snapshot-limit' | 'rds-instance-limit'): Finding[] {
  if (quota === undefined || quota.max <= 0 || quota.used + 1 < quota.max) return [];
  return [
    {
      level: quota.used >= quota.max ? 'error' : 'warning',
      code,
      message: `The account has ${quota.used} of ${quota.max} ${what}.`,
      remedy: `Delete ${what} that are not needed, or raise the quota.`,
    },
  ];
}

/** @param needed quotas that a restore takes from */
export function roomToRestore(
  quotas: ReadonlyMap<string, Quota>,
  needed: readonly ('DBClusters' | 'DBInstances')[],
): Finding[] {
  const titles = { DBClusters: 'DB clusters', DBInstances: 'DB instances' };
  return needed.flatMap((name) => room(quotas.get(name), titles[name], 'rds-instance-limit'));
}

/** Says how long a snapshot can be restored, if RDS decides that. */
function expiry({ method }: Config, { kind, id, settings }: Server): Finding[] {
  const days = Number(settings.BackupRetentionPeriod ?? 0);
  if (method !== 'point-in-time' || days === 0) return [];
  return [
    {
      level: 'info',
      code: 'rds-backups-expire',
      message: `A snapshot can be restored for ${plural(days, 'day')}: then RDS deletes the automated backups of ${kind} "${id}".`,
      remedy: 'Raise the backup retention period if a rollback may be needed later.',
    },
  ];
}

/**
 * What rollbacks restored. A clone without an instance waits for a rollback.
 * @param before identifier that production had before a rollback
 */
export async function restoredBeside(
  config: Config,
  { resource }: Context,
  rds: RdsClient,
  before?: string,
): Promise<Server[]> {
  return (await ownServers(config, resource, rds, before)).filter(isStarted);
}

const isStarted = ({ kind, members }: Server): boolean => kind === 'instance' || members.length > 0;

/** Another repository or environment of this account may have a resource of this id: what it restored may be in use there. */
async function ownServers(config: Config, resource: string, rds: RdsClient, before?: string): Promise<Server[]> {
  const source = sourceIdOf(config);
  return (await rds.servers()).filter(
    ({ id, resource: of }) =>
      of === resource && id !== source && [source, before ?? source].some((from) => isRestoreOf(from, id)),
  );
}

async function kept(config: Config, { resource }: Context, rds: RdsClient): Promise<Finding[]> {
  const snapshots = (await rds.snapshots()).filter((each) => each.resource === resource);
  const servers = await ownServers(config, resource, rds);
  const clones = servers.filter((each) => !isStarted(each));
  const oldest = [...snapshots.map(({ at }) => at), ...clones.map(({ since }) => since)].sort()[0];
  const { title } = NAMES[rds.kind].snapshot;
  return [
    ...(oldest === undefined
      ? []
      : [
          {
            level: 'info',
            code: 'rds-snapshots-kept',
            message: `Rewind made ${plural(snapshots.length, title)} and ${plural(clones.length, 'clone')} of "${sourceIdOf(config)}"; the oldest is of ${oldest}. They never expire.`,
            remedy: 'Delete those in RDS that no snapshot of "rewind list" needs.',
          } satisfies Finding,
        ]),
    ...(config.method !== 'clone' || clones.length < MAX_CLONES
      ? []
      : [
          {
            level: 'warning',
            code: 'rds-clone-limit',
            message: `"${sourceIdOf(config)}" has ${clones.length} clones. Aurora makes the next one as a full copy, which is slow and paid in full.`,
            remedy: 'Delete clones that no snapshot of "rewind list" needs.',
          } satisfies Finding,
        ]),
    ...servers.filter(isStarted).map(({ kind, id, since }): Finding => ({
      level: 'warning',
      code: 'rds-instance-kept',
      message: `A rollback restored ${kind} "${id}" at ${since}, and it is paid for.`,
      remedy: `Switch the application to it and set "${kind}" in the configuration, or delete it.`,
    })),
  ];
}

/** Tables that this user may not read, or why the database cannot be read: a snapshot would fail. */
async function unreadable(ctx: Context, address: DatabaseAddress): Promise<Finding[]> {
  let tables;
  try {
    tables = await withDatabase(ctx, address, address.database, (session) =>
      select(
        session,
        z.object({ name: z.string() }),
        `SELECT format('%I.%I', schema, name) AS name FROM (${DUMPED_TABLES}) t
          WHERE NOT has_table_privilege(t.oid, 'SELECT') OR NOT has_schema_privilege(t.schema, 'USAGE') ORDER BY 1 LIMIT 20`,
      ),
    );
  } catch (error) {
    // What RDS itself says is worth as much then.
    const { code, message, remedy } = asRewindError(error, ctx.resource);
    return [{ level: 'error', code, message, remedy }];
  }
  if (tables.length === 0) return [];
  return [
    {
      level: 'error',
      code: 'database-permission',
      message: `This user may not read ${tables.map(({ name }) => name).join(', ')}.`,
      remedy: 'Grant it pg_read_all_data, or SELECT on these tables and USAGE on their schemas.',
    },
  ];
}
