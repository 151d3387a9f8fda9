import { z } from 'zod';
import type { Finding } from '../../runtime/finding.js';
import { quoted, type Queryable } from '../../services/postgres/connection.js';
import { OURS, select } from './inspect.js';

/** Tablespaces of tables and indexes in which this user may create nothing, so that pg_restore would stop there. */
export async function closedTablespaces(client: Queryable): Promise<Finding[]> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT DISTINCT s.spcname::text AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_tablespace s ON s.oid = c.reltablespace
      WHERE ${OURS} AND NOT has_tablespace_privilege(s.oid, 'CREATE') ORDER BY 1`,
  );
  if (rows.length === 0) return [];
  const names = rows.map(({ name }) => quoted(name)).join(', ');
  return [
    {
      level: 'error',
      code: 'database-permission',
      message: `A restore would fail: this user may not create tables and indexes in the tablespaces that hold them now: ${names}.`,
      remedy: `As a superuser: GRANT CREATE ON TABLESPACE ${names} TO this user.`,
    },
  ];
}
