import { z } from 'zod';
import { quoted, type Queryable } from '../../services/postgres/connection.js';
import { select } from './inspect.js';

/** The role that stands for the owner of each database (PostgreSQL 14). PostgreSQL lets nobody grant it. */
export const DATABASE_OWNER = 'pg_database_owner';

/** Code of findings about the owners of now: a restore needs those of the snapshot, and the return of a database none. */
export const OWNERS_OF_NOW = 'database-owners' as const;

/**
 * The remedy for what the owner of the database may do, and this session may not.
 *
 * @param otherwise another remedy. A GRANT is no help to a session that begins as another role: then it is left out.
 * @param database null: the one of this session
 * @returns `otherwise` if this session has the rights of the owner, or the database is gone
 */
export async function asOwnerOr(client: Queryable, otherwise: string, database: string | null = null): Promise<string> {
  const [found] = await select(
    client,
    z.object({ owner: z.string(), user: z.string(), role: z.string(), has: z.boolean() }),
    `SELECT pg_get_userbyid(datdba)::text AS owner, session_user::text AS user, current_user::text AS role,
            pg_has_role(datdba, 'USAGE') AS has
       FROM pg_database WHERE datname = coalesce($1, current_database())`,
    [database],
  );
  if (found === undefined || found.has) return otherwise;
  const { owner, user, role } = found;
  const connect = `Connect as the owner of the database, ${quoted(owner)}`;
  if (user === role) return otherwise === '' ? connect : `${connect}; or: ${otherwise}`;
  return `${connect}, without the setting "role": sessions of ${quoted(user)} begin as ${quoted(role)} (ALTER ROLE ${quoted(user)} RESET role, where it is set on the role)`;
}
