import { z } from 'zod';
import type { Access } from '../../runtime/access.js';
import type { Context } from '../../runtime/context.js';
import { withDatabase } from './connection.js';
import type { DatabaseAddress } from './database-url.js';

const privileges = z.object({
  role: z.string(),
  superuser: z.boolean(),
  creates: z.boolean(),
  makes: z.boolean(),
  owner: z.boolean(),
  adds: z.boolean(),
  writes: z.boolean(),
  counts: z.boolean(),
});

/** MEMBER, not USAGE: a session may take the role with SET ROLE. */
const PRIVILEGES = `
  SELECT r.rolname AS role, r.rolsuper AS superuser, r.rolcreatedb AS creates, r.rolcreaterole AS makes,
         pg_has_role(d.datdba, 'MEMBER') AS owner,
         has_database_privilege(d.oid, 'CREATE') AS adds,
         EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                    AND n.nspname NOT LIKE 'pg\\_%'
                    AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')) AS writes,
         EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE n.nspname NOT LIKE 'pg\\_%'
                    AND CASE c.relkind WHEN 'S' THEN has_sequence_privilege(c.oid, 'USAGE, UPDATE') END) AS counts
    FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`;

/** @param url as in rewind.yml, e.g. `${DATABASE_URL}` */
export async function databaseAccess(ctx: Context, url: string, address: DatabaseAddress): Promise<Access> {
  const credential = url.replace(/^\$\{(.*)\}$/, '$1');
  return withDatabase(ctx, address, address.database, async (client) => {
    const { rows } = await client.query(PRIVILEGES);
    const { role, superuser, creates, makes, owner, adds, writes, counts } = privileges.parse(rows[0]);
    const can = [
      ...(superuser ? ['is a superuser'] : []),
      ...(owner && !superuser ? ['owns the database'] : []),
      ...(creates && !superuser ? ['may create databases'] : []),
      ...(makes && !superuser ? ['may create roles'] : []),
      ...(adds && !owner ? ['may create schemas'] : []),
      ...(writes && !owner ? ['may change tables'] : []),
      ...(counts && !owner ? ['may advance sequences'] : []),
    ];
    return can.length > 0
      ? { credential, writes: true, why: `the role "${role}" ${can.join(', ')}` }
      : { credential, writes: false, why: `the role "${role}" has no privilege that writes` };
  });
}
