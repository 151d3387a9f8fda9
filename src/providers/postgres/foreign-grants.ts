import { z } from 'zod';
import type { Finding } from '../../runtime/finding.js';
import type { Queryable } from '../../services/postgres/connection.js';
import { notOfExtension, OURS, select } from './inspect.js';

/** An object with privileges: schema or not, catalogue and its columns of the name, the owner and the privileges. */
const IN_SCHEMAS = [
  ['pg_class', 'relnamespace', 'relname', 'relowner', 'relacl'],
  ['pg_proc', 'pronamespace', 'proname', 'proowner', 'proacl'],
  ['pg_type', 'typnamespace', 'typname', 'typowner', 'typacl'],
] as const;

/**
 * Privileges that another role than the owner granted (WITH GRANT OPTION). A dump grants them in the name of that role, by
 * SET SESSION AUTHORIZATION, which only a superuser may use. Call it for a user who is none.
 */
export async function foreignGrants(client: Queryable): Promise<Finding[]> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT DISTINCT format('%s (by %I)', o.name, pg_get_userbyid(a.grantor)) AS name FROM (
       ${IN_SCHEMAS.map(
         ([catalog, schema, name, owner, acl]) =>
           `SELECT format('%I.%I', n.nspname, o.${name}) AS name, o.${owner} AS owner, o.${acl} AS acl
              FROM ${catalog} o JOIN pg_namespace n ON n.oid = o.${schema} WHERE ${OURS} AND ${notOfExtension(catalog, 'o.oid')}`,
       ).join(' UNION ALL ')}
       UNION ALL SELECT format('%I.%I', n.nspname, c.relname), c.relowner, t.attacl
         FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE ${OURS} AND ${notOfExtension('pg_class', 'c.oid')}
       UNION ALL SELECT quote_ident(n.nspname), n.nspowner, n.nspacl FROM pg_namespace n WHERE ${OURS}
       UNION ALL SELECT 'large object ' || oid, lomowner, lomacl FROM pg_largeobject_metadata) o, aclexplode(o.acl) a
      WHERE a.grantor <> o.owner ORDER BY 1`,
  );
  if (rows.length === 0) return [];
  const names = rows.map(({ name }) => name);
  const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
  return [
    {
      level: 'error',
      code: 'database-permission',
      message: `Only a superuser may restore privileges that another role than the owner granted: on ${names.slice(0, 8).join(', ')}${more}.`,
      remedy: 'Grant them as the owner instead (REVOKE … CASCADE, then GRANT), or restore with the URL of a superuser.',
    },
  ];
}
