import { z } from 'zod';
import type { DatabaseClient } from '../../services/postgres/connection.js';
import { only, originOf, select } from './inspect.js';

/** What tells servers apart, of a session on one of its databases. */
export interface Identity {
  /** pg_control_system; null if this user may not ask. A physical copy of a server has the same. */
  readonly system: string | null;
  /** OID of the database. */
  readonly database: string;
  /** To the microsecond. No two servers have the same. */
  readonly started: string;
}

export async function identityOf(client: DatabaseClient): Promise<Identity> {
  const { server, database } = await originOf(client);
  const { started } = only(
    await select(
      client,
      z.object({ started: z.string() }),
      `SELECT extract(epoch FROM pg_postmaster_start_time())::text AS started`,
    ),
  );
  return { system: server, database, started };
}

/** True for two addresses of one server, and for a physical copy of it. */
export function isSameMachine(one: Identity, other: Identity): boolean {
  if (one.system !== null && other.system !== null && one.system === other.system) return true;
  return one.started === other.started;
}
