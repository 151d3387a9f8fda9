import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { DatabaseClient } from '../../services/postgres/connection.js';
import { parseDatabaseUrl, requireDirect, type DatabaseAddress } from '../../services/postgres/database-url.js';
import type { Config } from './config.js';
import { only, select } from './inspect.js';
import type { State } from './state.js';

/** The configured database. Rejects poolers. A URL without a password takes PGPASSWORD, as libpq does. */
export function addressOf(config: Config, ctx: Context): DatabaseAddress {
  const url = ctx.env.resolve(config.url, ctx.resource);
  const parsed = parseDatabaseUrl(url, ctx.childEnv, ctx.resource);
  const address = { ...parsed, password: parsed.password ?? ctx.env.secret('PGPASSWORD') ?? null };
  if (address.password !== null) ctx.masker.add(address.password);
  requireDirect(address, ctx.resource);
  return address;
}

export interface Server {
  readonly major: number;
  readonly strategy: State['strategy'];
  readonly owner: boolean;
  /** Of a standby: the time of the last transaction that it has from its primary, empty if it has none; else null. */
  readonly replayed: string | null;
}

export async function serverOf(client: DatabaseClient, config: Config): Promise<Server> {
  const row = only(
    await select(
      client,
      z.object({ version: z.string(), creates: z.boolean(), owner: z.boolean(), replayed: z.string().nullable() }),
      `SELECT current_setting('server_version_num') AS version, r.rolcreatedb OR r.rolsuper AS creates,
              r.rolsuper OR pg_has_role(d.datdba, 'USAGE') AS owner,
              CASE WHEN pg_is_in_recovery() THEN coalesce(
                to_char(pg_last_xact_replay_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'), '') END AS replayed
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    ),
  );
  const auto = row.creates && row.owner ? ('swap' as const) : ('in-place' as const);
  return {
    major: Math.floor(Number(row.version) / 10_000),
    strategy: config.restore === 'auto' ? auto : config.restore,
    owner: row.owner,
    replayed: row.replayed,
  };
}
