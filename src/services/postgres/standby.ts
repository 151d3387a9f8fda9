import { z } from 'zod';
import type { Finding } from '../../runtime/finding.js';
import type { Queryable } from './connection.js';
import { only, select } from './select.js';

/** A standby takes backups, and no rollback. After a failover, the former address may lead to one. */
export async function standby(client: Queryable): Promise<Finding[]> {
  const { standby: is } = only(
    await select(client, z.object({ standby: z.boolean() }), 'SELECT pg_is_in_recovery() AS standby'),
  );
  if (!is) return [];
  return [
    {
      level: 'error',
      code: 'database-standby',
      message: 'The URL leads to a standby, which is read-only: a rollback cannot write there.',
      remedy: 'Set the URL to the primary server. After a failover, plan again there.',
    },
  ];
}
