import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { withDatabase } from '../../services/postgres/connection.js';
import { tlsAdvice, type DatabaseAddress } from '../../services/postgres/database-url.js';
import { DUMPED_TABLES } from '../../services/postgres/rows.js';
import { select } from '../../services/postgres/select.js';
import { mismatch } from './capture.js';
import { client, type Instance, type Quota, type RdsClient } from './client.js';
import type { Config } from './config.js';
import { addressOf, endpointOf } from './reading.js';

/** Read-only: reads everything that a snapshot and a restore need. RDS tells nobody beforehand whether a write is allowed. */
export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const rds = await client(config, ctx);
  const address = addressOf(config, ctx);
  const production = await rds.production();
  const quotas = await rds.quotas();
  return [
    ...tlsAdvice(address),
    ...source(config, production, endpointOf(address)),
    ...room(quotas.get('ManualSnapshots'), 'manual DB snapshots', 'rds-snapshot-limit'),
    ...room(quotas.get('DBInstances'), 'DB instances', 'rds-instance-limit'),
    ...(await kept(config, ctx, rds)),
    ...(await unreadable(ctx, address)),
  ];
}

function source(config: Config, production: Instance, url: string): Finding[] {
  const problem = mismatch(config.instance, config.alias, production, url);
  const { status } = production;
  return [
    ...(problem === null ? [] : [{ level: 'error', code: 'rds-source-wrong', ...problem } satisfies Finding]),
    ...(status === 'available'
      ? []
      : [
          {
            level: 'warning',
            code: 'rds-instance-busy',
            message: `Instance "${config.instance}" is "${status}". RDS makes a DB snapshot only of an available one.`,
            remedy: 'Wait until it is available, or repair it.',
          } satisfies Finding,
        ]),
    ...(production.encrypted
      ? []
      : [
          {
            level: 'warning',
            code: 'rds-unencrypted',
            message: `The storage of "${config.instance}" is not encrypted, so its DB snapshots are not either.`,
            remedy: 'Move to encrypted storage, or restrict who may share and copy DB snapshots.',
          } satisfies Finding,
        ]),
  ];
}

/** @param quota undefined: the account does not say */
export function room(
  quota: Quota | undefined,
  what: string,
  code: 'rds-snapshot-limit' | 'rds-instance-limit',
): Finding[] {
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

async function kept(config: Config, { resource }: Context, rds: RdsClient): Promise<Finding[]> {
  const own = (await rds.snapshots()).filter((each) => each.resource === resource);
  const instances = (await rds.instances()).filter((each) => each.resource === resource && each.id !== config.instance);
  const oldest = own.map(({ at }) => at).sort()[0];
  return [
    ...(oldest === undefined
      ? []
      : [
          {
            level: 'info',
            code: 'rds-snapshots-kept',
            message: `Rewind made ${own.length} DB snapshot(s) of "${config.instance}"; the oldest is of ${oldest}. They never expire.`,
            remedy: 'Delete those in RDS that no snapshot of "rewind list" needs.',
          } satisfies Finding,
        ]),
    ...instances.map(({ id, since }): Finding => ({
      level: 'warning',
      code: 'rds-instance-kept',
      message: `A rollback restored instance "${id}" at ${since}, and it is paid for.`,
      remedy: 'Switch the application to it and set "instance" in the configuration, or delete it.',
    })),
  ];
}

/** Tables that this user may not read: a snapshot would fail. */
async function unreadable(ctx: Context, address: DatabaseAddress): Promise<Finding[]> {
  const tables = await withDatabase(ctx, address, address.database, (session) =>
    select(
      session,
      z.object({ name: z.string() }),
      `SELECT format('%I.%I', schema, name) AS name FROM (${DUMPED_TABLES}) t
        WHERE NOT has_table_privilege(t.oid, 'SELECT') OR NOT has_schema_privilege(t.schema, 'USAGE') ORDER BY 1 LIMIT 20`,
    ),
  );
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
