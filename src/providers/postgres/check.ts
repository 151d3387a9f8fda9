import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { amount } from '../../runtime/progress.js';
import { codeOf, quoted, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import { tlsAdvice, type DatabaseAddress } from '../../services/postgres/database-url.js';
import { unfinishedDatabases } from './aside.js';
import { findPrograms, outdatedClient, type Programs } from './programs.js';
import type { Config } from './config.js';
import { allDatabases, findDatabase, sizeOf } from './databases.js';
import { closedBecause } from './fence.js';
import { obstacles } from './in-place-obstacles.js';
import { select } from './inspect.js';
import { hiddenFromDump } from './left-out.js';
import { withMaintenance } from './maintenance.js';
import { swapObstacles } from './obstacles.js';
import { keptFrom } from './restore-tag.js';
import { standby } from '../../services/postgres/standby.js';
import { addressOf, serverOf } from './server.js';
import { hiddenIdentity } from './server-identity.js';
import { asOwnerOr } from './session-role.js';
import {
  enabledSubscriptions,
  logicalSlots,
  MOVE_SLOT,
  MOVE_SUBSCRIPTION,
  slotsStay,
  subscriptionsStay,
} from './slots.js';
import { describeUnrefreshable, unrefreshableViews } from './unrefreshable.js';
import { partitionedExclusions } from './unrestorable.js';
import { plural } from '../../runtime/text.js';

/** Read-only: checks that this user can reach, read and restore the database with the installed programs. */
export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const address = addressOf(config, ctx);
  const closed = await unusable(config, ctx, address);
  if (closed !== null) return [closed];
  return withDatabase(ctx, address, address.database, async (client) => {
    const server = await serverOf(client, config);
    const programs = await findPrograms(ctx, server.major, config['client-bin']).then(
      outdated,
      (error: unknown): Finding[] => {
        const { code, message, remedy } = asRewindError(error);
        return [{ level: 'error', code, message, remedy }];
      },
    );
    const inPlace = server.strategy === 'in-place' ? await obstacles(client, null, config.restore) : [];
    const asOwner = await asOwnerOr(client, '');
    return [
      ...tlsAdvice(address),
      ...programs,
      ...(await standby(client)),
      ...(await hiddenIdentity(client)),
      ...(await unreadable(client)),
      ...(await unreadableObjects(client, server.major)),
      ...(await hidden(client)),
      ...(await partitionedExclusions(client)),
      ...strategy(config, server, asOwner, inPlace),
      ...(server.strategy === 'swap' ? await space(client, address.database) : []),
      ...(server.strategy === 'swap' ? await swapObstacles(client) : []),
      ...inPlace,
      ...(await connections(client, server.strategy === 'swap')),
      ...(await replication(client)),
      ...(await keptDatabases(client, address.database)),
      ...(await unfinished(client, address.database)),
    ];
  });
}

function outdated(programs: Programs): Finding[] {
  const found = outdatedClient(programs);
  return found === null ? [] : [{ level: 'warning', code: 'database-client-outdated', ...found }];
}

/** A database that a restore repairs, though nothing can read it now: closed, or dropped. */
async function unusable(config: Config, ctx: Context, address: DatabaseAddress): Promise<Finding | null> {
  try {
    await withDatabase(ctx, address, address.database, async () => undefined);
    return null;
  } catch (error) {
    const code = error instanceof RewindError ? codeOf(error.cause) : undefined;
    if (code !== '55000' && code !== '3D000') throw error;
  }
  return withMaintenance(config, ctx, address, async (client, maintenance) => {
    const found = await findDatabase(client, address.database);
    if (!found) {
      return {
        level: 'error',
        code: 'database-gone',
        message: `There is no database "${address.database}" on the server.`,
        remedy: 'Correct the name in the URL. If it was dropped: plan a rollback with "--database restore".',
      };
    }
    const closed = closedBecause(found, maintenance);
    if (closed === null) return null;
    return { level: 'error', code: 'database-fenced', message: `${closed.why}.`, remedy: closed.remedy };
  });
}

/** The next restore drops the half-made ones and uses a complete one. */
async function unfinished(client: DatabaseClient, database: string): Promise<Finding[]> {
  return (await unfinishedDatabases(client, database)).map(({ why, drop }) => ({
    level: 'warning',
    code: 'database-unfinished',
    message: why,
    remedy: `Run the same rollback again, or drop it: ${drop}`,
  }));
}

async function unreadable(client: DatabaseClient): Promise<Finding[]> {
  const rows = await select(
    client,
    z.object({ name: z.string(), hidden: z.boolean(), closed: z.string().nullable() }),
    `SELECT c.oid::regclass::text AS name, c.relkind = 'r' AND row_security_active(c.oid) AS hidden,
            CASE WHEN NOT has_schema_privilege(n.oid, 'USAGE') THEN quote_ident(n.nspname) END AS closed
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'S', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
        AND (NOT has_table_privilege(c.oid, 'SELECT') OR NOT has_schema_privilege(n.oid, 'USAGE')
             OR (c.relkind = 'r' AND row_security_active(c.oid)))
      ORDER BY 1`,
  );
  if (rows.length === 0) return [];
  const names = rows.map(({ name }) => name);
  const schemas = [...new Set(rows.flatMap(({ closed }) => closed ?? []))];
  return [
    {
      level: 'error',
      code: 'database-permission',
      message: `This user cannot read all of ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}: a backup would be incomplete, and pg_dump refuses.`,
      remedy: `GRANT SELECT on them${schemas.length === 0 ? '' : ` and USAGE on the schema ${schemas.join(', ')}`} to this user${rows.some(({ hidden }) => hidden) ? ', and BYPASSRLS where row security hides rows' : ''}; or use the owner.`,
    },
  ];
}

/** As `unreadable`, for large objects: pg_read_all_data does not give them, and pg_dump fails in the middle. */
async function unreadableObjects(client: DatabaseClient, major: number): Promise<Finding[]> {
  const readable =
    major >= 18
      ? `has_largeobject_privilege(m.oid, 'SELECT')`
      : `(r.rolsuper OR current_setting('lo_compat_privileges')::boolean OR pg_has_role(m.lomowner, 'USAGE')
          OR EXISTS (SELECT FROM aclexplode(m.lomacl) a
                      WHERE a.privilege_type = 'SELECT' AND (a.grantee = 0 OR pg_has_role(a.grantee, 'USAGE'))))`;
  const rows = await select(
    client,
    z.object({ oid: z.string(), total: z.string() }),
    `SELECT m.oid::text AS oid, (count(*) OVER ())::text AS total FROM pg_largeobject_metadata m, pg_roles r
      WHERE r.rolname = current_user AND NOT ${readable} ORDER BY m.oid LIMIT 10`,
  );
  const [first] = rows;
  if (!first) return [];
  const more = Number(first.total) - rows.length;
  return [
    {
      level: 'error',
      code: 'database-permission',
      message: `This user cannot read the large objects ${rows.map(({ oid }) => oid).join(', ')}${more > 0 ? ` and ${more} more` : ''}: pg_dump refuses.`,
      remedy: `GRANT SELECT ON LARGE OBJECT ${first.oid} TO this user, and so on; or use their owner, or a superuser.`,
    },
  ];
}

async function hidden(client: DatabaseClient): Promise<Finding[]> {
  const finding = (what: string, remedy: string): Finding => ({
    level: 'warning',
    code: 'database-not-dumped',
    message: `A snapshot by this user does not contain ${what}.`,
    remedy,
  });
  return [
    ...(await hiddenFromDump(client)).map((what) =>
      finding(what, 'Take snapshots as a superuser, or keep what re-creates it (with its password) elsewhere.'),
    ),
    ...(await unrefreshableViews(client)).map((view) =>
      finding(
        describeUnrefreshable(view),
        'GRANT SELECT on the tables of the view (EXECUTE on its functions, BYPASSRLS for row security) to its owner, or give the view to an owner who has them.',
      ),
    ),
  ];
}

/**
 * @param asOwner how to connect as the owner
 * @param obstacles to a restore in place: what only the owner may do is no help by hashes of rows
 */
function strategy(
  config: Config,
  server: Awaited<ReturnType<typeof serverOf>>,
  asOwner: string,
  obstacles: readonly Finding[],
): Finding[] {
  if (server.strategy === 'swap') return [];
  const how = 'A restore would run in place, in one transaction that locks the tables:';
  const findings: Finding[] = [
    config.restore === 'in-place'
      ? { level: 'info', code: 'database-in-place', message: `${how} "restore: in-place" is configured.` }
      : {
          level: 'info',
          code: 'database-in-place',
          message: `${how} this user may not create databases, or does not own this one.`,
          remedy:
            'ALTER ROLE … CREATEDB, as the owner of the database, allows the faster swap that keeps the old database.',
        },
  ];
  if (!server.owner && config.integrity === 'rows') {
    findings.push({
      level: 'error',
      code: 'database-permission',
      message:
        'This user does not own the database, so Rewind cannot tag a restore in place, and the restored rows would look like new data.',
      remedy: obstacles.some(({ level }) => level === 'error') ? asOwner : `${asOwner}; or: set "integrity: content".`,
    });
  }
  return findings;
}

/** Sessions of one backup at once: the one that reads, and pg_dump. */
const BACKUP_SESSIONS = 2;

/** Sessions of one restore at once, on the whole server: the one that waits, two that read what was restored, and pg_dump. */
const RESTORE_SESSIONS = 4;

/** Neither limit holds for a superuser. That of the database does not hold for the new one that a restore fills. */
async function connections(client: DatabaseClient, swaps: boolean): Promise<Finding[]> {
  const limits = await select(
    client,
    z.object({ what: z.string(), role: z.boolean(), room: z.number(), used: z.number() }),
    `SELECT format('database "%s"', d.datname) AS what, false AS role, d.datconnlimit AS room,
            (SELECT count(*) FROM pg_stat_activity a WHERE a.datid = d.oid AND a.usesysid IS NOT NULL AND a.pid <> pg_backend_pid())::int AS used
       FROM pg_database d JOIN pg_roles r ON r.rolname = current_user
      WHERE d.datname = current_database() AND d.datconnlimit >= 0 AND NOT r.rolsuper
     UNION ALL
     SELECT format('role "%s"', r.rolname), true, r.rolconnlimit,
            (SELECT count(*) FROM pg_stat_activity a WHERE a.usesysid = r.oid AND a.pid <> pg_backend_pid())::int
       FROM pg_roles r WHERE r.rolname = current_user AND r.rolconnlimit >= 0 AND NOT r.rolsuper`,
  );
  return limits.flatMap(({ what, role, room, used }): Finding[] => {
    const never = room < BACKUP_SESSIONS;
    const finding = (message: string): Finding => ({
      level: never ? 'error' : 'warning',
      code: 'database-connections',
      message: `The ${what} allows ${plural(room, 'connection')}${message} at once.`,
      remedy: 'Raise its CONNECTION LIMIT, or let Rewind use a role with a limit of its own.',
    });
    if (never) return [finding(`: a backup takes ${BACKUP_SESSIONS}`)];
    if (swaps && role && room < RESTORE_SESSIONS) return [finding(`: a restore takes ${RESTORE_SESSIONS}`)];
    if (room - used >= BACKUP_SESSIONS) return [];
    return [finding(`, and ${used} are in use now: a backup takes ${BACKUP_SESSIONS}`)];
  });
}

async function replication(client: DatabaseClient): Promise<Finding[]> {
  const slots = await logicalSlots(client);
  const subscriptions = await enabledSubscriptions(client);
  const warning = (code: Finding['code'], message: string, move: string): Finding => ({
    level: 'warning',
    code,
    message,
    remedy: `After a restore, move them. ${move}`,
  });
  return [
    ...(slots.length === 0 ? [] : [warning('database-replication-slots', slotsStay(slots), MOVE_SLOT)]),
    ...(subscriptions.length === 0
      ? []
      : [warning('database-subscriptions', subscriptionsStay(subscriptions), MOVE_SUBSCRIPTION)]),
  ];
}

/** PostgreSQL tells nobody how much of its disk is free, so the need is said. */
async function space(client: DatabaseClient, database: string): Promise<Finding[]> {
  const bytes = await sizeOf(client, database);
  if (bytes === null) return [];
  return [
    {
      level: 'info',
      code: 'database-space',
      message: `A restore needs room for a second copy beside "${database}" (${amount(bytes, 'bytes')} now). PostgreSQL does not tell how much of the server's disk is free.`,
      remedy: 'Compare it with the free space that your host shows.',
    },
  ];
}

/** Previous databases that earlier restores of this database kept. */
async function keptDatabases(client: DatabaseClient, database: string): Promise<Finding[]> {
  // A person who gave one the name of production back left its comment as it was.
  const kept = (await allDatabases(client)).filter(
    ({ name, comment }) => name !== database && keptFrom(comment) === database,
  );
  return Promise.all(
    kept.map(async ({ name }): Promise<Finding> => {
      const bytes = await sizeOf(client, name);
      return {
        level: 'info',
        code: 'database-kept',
        message: `"${name}" (${bytes === null ? 'size unknown' : amount(bytes, 'bytes')}) was kept by a restore.`,
        remedy: `Drop it when no longer needed: DROP DATABASE ${quoted(name)}`,
      };
    }),
  );
}
