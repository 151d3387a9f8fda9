import { z } from 'zod';
import type { Finding } from '../../runtime/finding.js';
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

/** A warning if this user may not ask which server answers. */
export async function hiddenIdentity(client: DatabaseClient): Promise<Finding[]> {
  if ((await originOf(client)).server !== null) return [];
  return [
    {
      level: 'warning',
      code: 'database-server-unknown',
      message:
        'This user may not call pg_control_system(), so nothing tells which server answers: a plan does not count the rows that a restore loses, and "rewind recover" cannot prove that a kept database is gone.',
      remedy: 'GRANT EXECUTE ON FUNCTION pg_control_system() TO this user, in this database.',
    },
  ];
}
