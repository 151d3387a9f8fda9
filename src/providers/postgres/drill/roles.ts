import { z } from 'zod';
import type { Context } from '../../../runtime/context.js';
import { codeOf, literal, quoted, runStep, type DatabaseClient } from '../../../services/postgres/connection.js';
import { only, select } from '../inspect.js';
import type { State } from '../state.js';
import type { TocEntry } from '../toc.js';

/** A name as PostgreSQL quotes it, or as it is. */
const NAME = String.raw`("(?:[^"]|"")+"|[\w$]+)`;
/** Roles in the statements of grants, default privileges, policies and user mappings. */
const GRANTED = new RegExp(
  String.raw`(?:^|;\n)(?:GRANT|REVOKE|ALTER DEFAULT PRIVILEGES)\b[^;]*? (?:TO|FROM) ${NAME}(?: WITH GRANT OPTION)?(?=;)`,
  'g',
);
const ABOUT_ROLE = new RegExp(String.raw`\b(?:FOR ROLE|FOR USER|USER MAPPING FOR) ${NAME}`, 'g');
const POLICY = new RegExp(String.raw`\bTO (${NAME}(?:, ${NAME})*)(?= USING \(| WITH CHECK \(|;)`);

/** Pure. The roles that the entries of a dump name: owners, and those in privileges, policies and user mappings. */
export function rolesOf(entries: readonly TocEntry[], catalog: State['catalog']): string[] {
  const found = new Set(Object.keys(catalog?.roles ?? {}));
  for (const { desc, owner, definition } of entries) {
    if (owner !== '') found.add(owner);
    if (desc === 'ACL' || desc === 'DEFAULT ACL') {
      for (const [, name = ''] of definition.matchAll(GRANTED)) found.add(plain(name));
    }
    if (desc === 'DEFAULT ACL' || desc === 'USER MAPPING') {
      for (const [, name = ''] of definition.matchAll(ABOUT_ROLE)) found.add(plain(name));
    }
    if (desc === 'POLICY') {
      const [, list = ''] = POLICY.exec(definition) ?? [];
      for (const [name] of list.matchAll(new RegExp(NAME, 'g'))) found.add(plain(name));
    }
  }
  found.delete('PUBLIC');
  found.delete('public');
  return [...found].sort();
}

const MARK = '[rewind: made for the drill in ';
const tagOf = (database: string): string => `${MARK}${database}]`;

const plain = (name: string): string => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name);

/** The roles of a server without those of drills, that nobody took over since: the scratch place may be beside production. */
export async function ownRoles(client: DatabaseClient): Promise<Set<string>> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT rolname::text AS name FROM pg_roles
      WHERE rolcanlogin OR coalesce(shobj_description(oid, 'pg_authid'), '') NOT LIKE '${MARK}%'`,
  );
  return new Set(rows.map(({ name }) => name));
}

const TAG = /^\[rewind: made for the drill in (\S+)\]$/;

const LENDING = `hashtextextended('rewind: roles lent to drills', 0)`;
/** `SELECT function(key)` of the advisory lock that each drill shares while it needs lent roles, its own or another's. */
const lockSql = (call: string): string => `SELECT ${call}(${LENDING}) AS got`;
/** Gives up this session's share, if it has one: without the condition the server would log a warning. */
const RELEASE = `SELECT pg_advisory_unlock_shared(${LENDING}) FROM pg_locks
  WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND mode = 'ShareLock' AND objsubid = 1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND ((classid::bigint << 32) | objid::bigint) = ${LENDING}`;

/** duplicate_object, and unique_violation when two drills create one at the same time */
const EXISTS = ['42710', '23505'];

/** Lets a role read all rows. No drill makes a superuser: functions of the snapshot run as their owner. */
const READS_ALL = 'pg_read_all_data';

/**
 * Creates roles that the scratch server lacks, without a login, marked as those of this drill. They get what the filling of
 * materialized views as their owner needs: memberships among them, and for a superuser the right to read all rows. A role that
 * this user may not create is left out: the restore then says so.
 *
 * From now on no drill drops a lent role, until this session ends or calls `dropLentRoles`: the copy may use a role that
 * another drill made, and a role has nothing that keeps it before the copy exists.
 * @param client the session of the whole drill
 * @returns those that it lacks still
 */
export async function lendRoles(
  client: DatabaseClient,
  ctx: Context,
  database: string,
  needed: readonly string[],
  catalog: State['catalog'],
): Promise<string[]> {
  await client.query(lockSql('pg_advisory_lock_shared'));
  const rows = await select(client, z.object({ name: z.string() }), 'SELECT rolname::text AS name FROM pg_roles');
  const present = new Set(rows.map(({ name }) => name));
  const lacking: string[] = [];
  const made: string[] = [];
  const lent = needed.filter((name) => !present.has(name));
  for (const role of lent) {
    const name = quoted(role);
    try {
      // One message is one transaction: no role stays without its mark.
      await client.query(`CREATE ROLE ${name} NOLOGIN; COMMENT ON ROLE ${name} IS ${literal(tagOf(database))}`);
      made.push(role);
    } catch (error) {
      // Another drill has just made it.
      if (EXISTS.includes(codeOf(error) ?? '')) continue;
      ctx.log.debug(`role "${role}" was not created: ${String(error)}`);
      lacking.push(role);
    }
  }
  for (const role of made) {
    const reads = catalog?.readers[role];
    const parents = (catalog?.roles[role] ?? []).filter(
      (name) => made.includes(name) || (present.has(READS_ALL) && name === READS_ALL),
    );
    const statements = [
      ...(reads === undefined ? [] : [`ALTER ROLE ${quoted(role)} BYPASSRLS`]),
      ...(reads === 'superuser' && present.has(READS_ALL) ? [`GRANT ${READS_ALL} TO ${quoted(role)}`] : []),
      ...parents.map((parent) => `GRANT ${quoted(parent)} TO ${quoted(role)}`),
    ];
    for (const statement of statements) {
      await client.query(statement).catch((error: unknown) => ctx.log.debug(`${statement}: ${String(error)}`));
    }
  }
  return lacking;
}

/** dependent_objects_still_exist */
const IN_USE = '2BP01';

/**
 * Drops the roles of drills whose database is gone, unless another drill runs: it may need them, and drops them at its end.
 * No drill lets one log in: a person who did so needs it, and nothing else keeps it from a drop.
 * Call it after the copy of this session's drill is dropped.
 * @returns their names
 */
export async function dropLentRoles(client: DatabaseClient, ctx: Context): Promise<string[]> {
  // The last of several drills that end at once finds no shared lock, and drops the roles of all.
  await client.query(RELEASE);
  const { got } = only(await select(client, z.object({ got: z.boolean() }), lockSql('pg_try_advisory_lock')));
  if (!got) return [];
  try {
    return await dropUnused(client, ctx);
  } finally {
    await client.query(lockSql('pg_advisory_unlock'));
  }
}

async function dropUnused(client: DatabaseClient, ctx: Context): Promise<string[]> {
  const marked = await select(
    client,
    z.object({ name: z.string(), tag: z.string() }),
    `SELECT r.rolname::text AS name, shobj_description(r.oid, 'pg_authid') AS tag
       FROM pg_roles r WHERE NOT r.rolcanlogin AND shobj_description(r.oid, 'pg_authid') LIKE '${MARK}%' ORDER BY 1`,
  );
  const dropped: string[] = [];
  for (const { name, tag } of marked) {
    const database = TAG.exec(tag)?.[1];
    if (database === undefined || (await exists(client, database))) continue;
    try {
      await runStep(ctx, `dropping the role "${name}" of a drill`, () =>
        client.query(`DROP ROLE IF EXISTS ${quoted(name)}`),
      );
      dropped.push(name);
    } catch (error) {
      // Another drill uses it, and drops it at its end.
      if (codeOf(error instanceof Error ? error.cause : error) !== IN_USE) throw error;
    }
  }
  return dropped;
}

async function exists(client: DatabaseClient, database: string): Promise<boolean> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    'SELECT datname::text AS name FROM pg_database WHERE datname = $1',
    [database],
  );
  return rows.length > 0;
}
