import { z } from 'zod';
import type { Finding } from '../../runtime/finding.js';
import { quoted, type DatabaseClient } from '../../services/postgres/connection.js';
import { foreignGrants } from './foreign-grants.js';
import { foreignSystemPrivileges } from './in-place-privileges.js';
import { notOfExtension, only, OURS, select } from './inspect.js';
import { publicObstacle } from './public-schema.js';
import { asOwnerOr, DATABASE_OWNER, OWNERS_OF_NOW } from './session-role.js';
import { splitSetting } from './settings.js';
import { closedTablespaces } from './tablespaces.js';

/** Roles of hosting companies that may do what PostgreSQL allows only to superusers, within limits of their own. */
export const NEARLY_SUPERUSER = [
  'rds_superuser',
  'cloudsqlsuperuser',
  'azure_pg_admin',
  'neon_superuser',
  'alloydbsuperuser',
];

/** Objects that a message names. */
const SHOWN = 8;

/**
 * What would stop a swap of this database, found before anybody is asked to approve one. Read-only.
 * @param client a session on the database
 */
export async function swapObstacles(client: DatabaseClient): Promise<Finding[]> {
  const me = only(
    await select(
      client,
      z.object({ superuser: z.boolean(), nearly: z.boolean(), name: z.string(), major: z.number() }),
      `SELECT rolsuper AS superuser, rolname::text AS name,
              EXISTS (SELECT 1 FROM pg_roles h WHERE h.rolname = ANY ($1) AND pg_has_role(h.oid, 'MEMBER')) AS nearly,
              current_setting('server_version_num')::int / 10000 AS major
         FROM pg_roles WHERE rolname = current_user`,
      [NEARLY_SUPERUSER],
    ),
  );
  const prepared = await preparedTransactions(client);
  if (me.superuser) return prepared;
  const ofPublic = await publicObstacle(client, me.major);
  // Until PostgreSQL 14 the privileges and the comment of "public" count too, and no snapshot records those.
  const publicCode = me.major >= 15 ? OWNERS_OF_NOW : 'database-permission';
  const problems: (Problem & Pick<Finding, 'code'>)[] = [
    ...[...(await forbiddenSettings(client, me)), ...(await untrustedExtensions(client))].map((problem) => ({
      ...problem,
      code: 'database-permission' as const,
    })),
    ...(await foreignOwners(client, me.major)).map((problem) => ({ ...problem, code: OWNERS_OF_NOW })),
    ...(ofPublic ? [{ ...ofPublic, code: publicCode } as const] : []),
  ];
  return [
    ...prepared,
    ...problems.map(({ message, remedy, code, alsoInPlace = false }): Finding => ({
      level: me.nearly ? 'warning' : 'error',
      code,
      message,
      remedy: alsoInPlace ? `${remedy}.` : `${remedy}; or set "restore: in-place".`,
    })),
    ...(await systemPrivileges(client)),
    ...(await foreignGrants(client)),
    ...(await closedTablespaces(client)),
    ...(await strongerSessions(client)),
  ];
}

/** A database with a prepared transaction cannot be renamed, and nothing in it can be finished while it is closed. */
async function preparedTransactions(client: DatabaseClient): Promise<Finding[]> {
  const rows = await select(
    client,
    z.object({ gid: z.string(), since: z.string() }),
    `SELECT gid, to_char(prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since
       FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared`,
  );
  if (rows.length === 0) return [];
  return [
    {
      level: 'error',
      code: 'database-prepared-transactions',
      message: `Prepared transactions keep the database from being renamed: ${rows.map(({ gid, since }) => `${JSON.stringify(gid)} (since ${since} UTC)`).join(', ')}.`,
      remedy: 'End each of them in this database: COMMIT PREPARED or ROLLBACK PREPARED with its name.',
    },
  ];
}

interface Problem {
  readonly message: string;
  /** Without its full stop. */
  readonly remedy: string;
  /** True if it stops a restore in place as well. */
  readonly alsoInPlace?: boolean;
}

/** Settings of the database that this user may not give to a new one. */
async function forbiddenSettings(
  client: DatabaseClient,
  me: { readonly name: string; readonly major: number },
): Promise<Problem[]> {
  const settings = await select(
    client,
    z.object({
      role: z.string().nullable(),
      setting: z.string(),
      context: z.string().nullable(),
      mayRole: z.boolean(),
    }),
    `SELECT r.rolname::text AS role, u.setting, p.context,
            coalesce(NOT r.rolsuper AND (r.rolname = current_user OR
                     (me.rolcreaterole AND ${me.major >= 16 ? `pg_has_role(r.oid, 'MEMBER WITH ADMIN OPTION')` : 'true'})), true) AS "mayRole"
       FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase AND d.datname = current_database()
       CROSS JOIN unnest(s.setconfig) AS u(setting) LEFT JOIN pg_roles r ON r.oid = s.setrole
       LEFT JOIN pg_settings p ON p.name = split_part(u.setting, '=', 1)
       JOIN pg_roles me ON me.rolname = current_user ORDER BY 1, 2`,
  );
  const problems: Problem[] = [];
  for (const { role, setting, context, mayRole } of settings) {
    const { name } = splitSetting(setting);
    if (role !== null && !mayRole) {
      problems.push({
        message: `This user may not give the restored database the setting "${name}" of role "${role}".`,
        remedy: `Run Rewind as a user that may alter "${role}", or remove it: ALTER ROLE ${quoted(role)} IN DATABASE … RESET ${name}`,
      });
    } else if (!(await maySet(client, name, context, me.major))) {
      problems.push({
        message: `This user may not give the restored database the setting "${name}": only a superuser may.`,
        remedy: me.major >= 15 ? `GRANT SET ON PARAMETER ${quoted(name)} TO ${quoted(me.name)}` : 'Remove the setting',
      });
    }
  }
  return problems;
}

/** A parameter of an extension that is not loaded has no row in pg_settings; it may be one for superusers. */
async function maySet(client: DatabaseClient, name: string, context: string | null, major: number): Promise<boolean> {
  if (context === 'user' || context === 'backend') return true;
  if (major < 15) return false;
  const rows = await select(
    client,
    z.object({ may: z.boolean() }),
    `SELECT has_parameter_privilege($1, 'SET') AS may`,
    [name],
  );
  return only(rows).may;
}

async function untrustedExtensions(client: DatabaseClient): Promise<Problem[]> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT e.extname::text AS name FROM pg_extension e
       JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion
      WHERE v.superuser AND NOT v.trusted AND e.extname <> 'plpgsql' ORDER BY 1`,
  );
  if (rows.length === 0) return [];
  const names = rows.map(({ name }) => name).join(', ');
  return [
    {
      message: `Only a superuser may create these extensions in the restored database: ${names}.`,
      remedy: 'Run the rollback as a superuser',
    },
  ];
}

/** Nobody can look into template0, of which new databases are made: a host may have given it the same privileges. */
async function systemPrivileges(client: DatabaseClient): Promise<Finding[]> {
  const names = await foreignSystemPrivileges(client);
  if (names.length === 0) return [];
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return [
    {
      level: 'warning',
      code: 'database-permission',
      message: `The privileges on objects of the system are not those of PostgreSQL, and only a superuser may give them to a new database: ${names.slice(0, SHOWN).join(', ')}${more}. If new databases do not have them, a restore fails before the swap.`,
      remedy:
        'Run the rollback as a superuser, give the objects the privileges of a new database, or set "restore: in-place".',
    },
  ];
}

/**
 * pg_restore gives each object to its owner, which takes membership in that role. Only what has an owner of its own counts:
 * the array and row types and the indexes of an extension's objects are no members of the extension, but it makes them.
 */
async function foreignOwners(client: DatabaseClient, major: number): Promise<Problem[]> {
  const rows = await select(
    client,
    z.object({ role: z.string(), objects: z.boolean() }),
    `SELECT pg_get_userbyid(o.owner)::text AS role, bool_or(o.objects) AS objects FROM (
       SELECT c.relowner AS owner, true AS objects FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND ${notOfExtension('pg_class', 'c.oid')}
       UNION SELECT p.proowner, true FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE ${OURS} AND ${notOfExtension('pg_proc', 'p.oid')}
       UNION SELECT t.typowner, true FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE ${OURS} AND t.typtype <> 'm' AND ${notOfExtension('pg_type', 't.oid')}
          AND NOT EXISTS (SELECT 1 FROM pg_type element WHERE element.typarray = t.oid)
          AND NOT EXISTS (SELECT 1 FROM pg_class row WHERE row.oid = t.typrelid AND row.relkind <> 'c')
       UNION SELECT n.nspowner, true FROM pg_namespace n WHERE ${OURS} AND n.nspname <> 'public'
         AND ${notOfExtension('pg_namespace', 'n.oid')}
       UNION SELECT d.datdba, false FROM pg_database d WHERE d.datname = current_database()) o
      -- The last part names the owner of the database itself.
      WHERE pg_get_userbyid(o.owner) <> '${DATABASE_OWNER}' AND NOT pg_has_role(o.owner, '${major >= 16 ? 'SET' : 'MEMBER'}')
      GROUP BY 1 ORDER BY 1`,
  );
  if (rows.length === 0) return [];
  const names = rows.map(({ role }) => `"${role}"`).join(', ');
  return [
    {
      message: `This user may not give restored objects to their owners: ${names}.`,
      remedy: await asOwnerOr(
        client,
        `Make this user a member of them: GRANT ${rows.map(({ role }) => quoted(role)).join(', ')} TO CURRENT_USER`,
      ),
      // A restore in place keeps the database and its owner. It makes the objects again, and gives them to their owners, too.
      alsoInPlace: rows.some(({ objects }) => objects),
    },
  ];
}

/** Only a superuser ends the sessions of a superuser, and a database with sessions cannot be renamed. */
async function strongerSessions(client: DatabaseClient): Promise<Finding[]> {
  const rows = await select(
    client,
    z.object({ who: z.string() }),
    `SELECT DISTINCT format('%s (%s)', a.usename, coalesce(nullif(a.application_name, ''), 'no name')) AS who
       FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
      WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
        AND (r.rolsuper OR NOT (pg_has_role(r.oid, 'MEMBER') OR pg_has_role('pg_signal_backend', 'MEMBER')))
      ORDER BY 1 LIMIT 10`,
  );
  if (rows.length === 0) return [];
  return [
    {
      level: 'warning',
      code: 'database-sessions',
      message: `This user cannot end sessions of ${rows.map(({ who }) => who).join(', ')}, and the swap needs the database without sessions.`,
      remedy: 'GRANT pg_signal_backend to this user; end sessions of superusers before the rollback.',
    },
  ];
}
