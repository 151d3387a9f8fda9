import { z } from 'zod';
import type { Finding } from '../../runtime/finding.js';
import type { Queryable } from '../../services/postgres/connection.js';
import { OURS, select } from './inspect.js';

/** The newest release of PostgreSQL 17 that was seen to fail, as in server_version_num. 18.6 was seen to succeed. */
const SEEN_UNTIL = 170_010;

/**
 * Exclusion constraints of partitioned tables, which PostgreSQL has from 17 on. Version 17 does not attach the index of a
 * partition to that of its table ("The index definitions do not match"), and pg_dump writes that statement: every restore stops.
 */
export async function partitionedExclusions(client: Queryable): Promise<Finding[]> {
  const found = await select(
    client,
    z.object({ name: z.string(), version: z.number() }),
    `SELECT format('%I on %s', k.conname, k.conrelid::regclass) AS name, current_setting('server_version_num')::int AS version
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype = 'x' AND c.relkind = 'p' AND ${OURS} AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid)
        AND current_setting('server_version_num')::int BETWEEN 170000 AND 179999
      ORDER BY 1`,
  );
  const [first] = found;
  if (first === undefined) return [];
  const names = found.slice(0, 10).map(({ name }) => name);
  const fails = first.version <= SEEN_UNTIL;
  return [
    {
      level: fails ? 'error' : 'warning',
      code: 'database-not-restorable',
      message: `PostgreSQL 17 ${fails ? 'cannot' : 'may not'} restore exclusion constraints of partitioned tables ("cannot attach index"): ${names.join(', ')}${found.length > names.length ? ` and ${found.length - names.length} more` : ''}.`,
      remedy:
        'Give each partition an exclusion constraint of its own instead, or upgrade to PostgreSQL 18. "rewind verify --restorable" shows whether a snapshot can be restored.',
    },
  ];
}
