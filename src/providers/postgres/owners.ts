import { z } from 'zod';
import type { Finding } from '../../runtime/finding.js';
import { quoted, type Queryable } from '../../services/postgres/connection.js';
import { only, select } from './inspect.js';
import { NEARLY_SUPERUSER } from './obstacles.js';
import { asOwnerOr, DATABASE_OWNER } from './session-role.js';
import { ABOUT, isRestored, type TocEntry } from './toc.js';

/** Roles that a restore gives objects to, each with one of its objects. */
export type Owners = Readonly<Record<string, string>>;

/** Reads the owners in the table of contents of a dump. Extensions have none. */
export function ownersIn(entries: readonly TocEntry[]): Owners {
  const owners = new Map<string, string>();
  for (const entry of entries) {
    const { desc, namespace, tag, owner } = entry;
    if (owner === '' || owner === DATABASE_OWNER || desc in ABOUT || !isRestored(entry) || owners.has(owner)) continue;
    owners.set(owner, `${desc.toLowerCase()} ${namespace === '' ? '' : `${namespace}.`}${tag}`);
  }
  return Object.fromEntries([...owners].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Owners that this user may not give the objects of a new database to: pg_restore would stop at the first of them. `check`
 * looks at the owners of now, and the snapshot may have others.
 * @param client a session on any database of the server
 */
export async function forbiddenOwners(
  client: Queryable,
  database: string,
  owners: Owners,
  major: number,
): Promise<Finding[]> {
  const me = only(
    await select(
      client,
      z.object({ superuser: z.boolean(), nearly: z.boolean(), name: z.string() }),
      `SELECT rolsuper AS superuser, rolname::text AS name,
              EXISTS (SELECT 1 FROM pg_roles h WHERE h.rolname = ANY ($1) AND pg_has_role(h.oid, 'MEMBER')) AS nearly
         FROM pg_roles WHERE rolname = current_user`,
      [NEARLY_SUPERUSER],
    ),
  );
  if (me.superuser) return [];
  const roles = await select(
    client,
    z.object({ name: z.string(), superuser: z.boolean() }),
    `SELECT rolname::text AS name, rolsuper AS superuser FROM pg_roles
      WHERE rolname = ANY ($1) AND rolname <> '${DATABASE_OWNER}' AND NOT pg_has_role(oid, '${major >= 16 ? 'SET' : 'MEMBER'}')
      ORDER BY 1`,
    [Object.keys(owners)],
  );
  if (roles.length === 0) return [];
  const listed = roles.map(({ name }) => `${quoted(name)} (${owners[name] ?? ''})`).join(', ');
  return [
    {
      level: me.nearly ? 'warning' : 'error',
      code: 'database-permission',
      message: `The snapshot has objects of roles that this user may not give objects to: ${listed}.`,
      remedy: roles.some(({ superuser }) => superuser)
        ? 'Run the rollback as a superuser.'
        : await asOwnerOr(
            client,
            `Make this user a member of them: GRANT ${roles.map(({ name }) => quoted(name)).join(', ')} TO ${quoted(me.name)}`,
            database,
          ),
    },
  ];
}
