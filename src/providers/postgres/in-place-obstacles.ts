import { z } from 'zod';
import type { Finding } from '../../runtime/finding.js';
import type { Queryable } from '../../services/postgres/connection.js';
import type { Config } from './config.js';
import { foreignGrants } from './foreign-grants.js';
import { droppedObjects } from './in-place-drop.js';
import { REPLACED_TABLES } from './in-place-lock.js';
import { FIRST_USER_OID } from './in-place-privileges.js';
import { extensionsIn, stayingExtensions, withoutKept } from './in-place-script.js';
import { only, select } from './inspect.js';
import { asOwnerOr, DATABASE_OWNER } from './session-role.js';
import { closedTablespaces } from './tablespaces.js';
import type { TocEntry } from './toc.js';

/** How a restore would swap databases instead. */
const swapBy = (restore: Config['restore']): string =>
  restore === 'in-place'
    ? 'Remove "restore: in-place", so that a restore swaps databases; or'
    : 'Give this user CREATEDB and the ownership of the database, so that a restore swaps databases; or';

/**
 * What would make a restore in place fail. `check` and the preflight report it, so that the server does not stop the restore
 * in the middle.
 *
 * @param restore as configured
 * @param toc table of contents of the dump; null when no snapshot is chosen yet: then only the live database is looked at
 */
export async function obstacles(
  client: Queryable,
  toc: readonly TocEntry[] | null,
  restore: Config['restore'],
): Promise<Finding[]> {
  const { superuser } = only(
    await select(
      client,
      z.object({ superuser: z.boolean() }),
      'SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user',
    ),
  );
  const staying =
    toc === null
      ? await names(client, 'SELECT extname AS name FROM pg_extension')
      : await stayingExtensions(client, toc);
  const entries = toc === null ? [] : withoutKept(toc, staying, []);
  return [
    ...(superuser ? [] : await foreignObjects(client, staying)),
    // Of the live database: a list of a dump does not say who granted.
    ...(superuser || toc !== null ? [] : await foreignGrants(client)),
    ...(superuser ? [] : await closedTablespaces(client)),
    ...(superuser ? [] : reservedEntries(entries)),
    ...(await missingExtensions(client, entries, superuser)),
    ...(superuser ? [] : await foreignRoles(client, entries)),
    ...(await subscriptions(client, swapBy(restore))),
    ...(await locks(client, entries, swapBy(restore))),
  ];
}

const names = async (client: Queryable, sql: string, values: readonly unknown[] = []): Promise<string[]> =>
  (await select(client, z.object({ name: z.string() }), sql, values)).map(({ name }) => name);

const listed = (all: readonly string[]): string =>
  `${all.slice(0, 8).join(', ')}${all.length > 8 ? ` and ${all.length - 8} more` : ''}`;

function refusal(message: string, remedy: string): Finding {
  return { level: 'error', code: 'database-in-place-impossible', message, remedy };
}

/** What this user may not drop, lock or empty. Roles that a cluster begins with own what has no row in pg_shdepend. */
async function foreignObjects(client: Queryable, extensions: readonly string[]): Promise<Finding[]> {
  const foreign = await names(
    client,
    `SELECT i.type || ' ' || i.identity AS name
       FROM (${droppedObjects(extensions)}) d, pg_identify_object(d.class, d.oid, 0) i
      WHERE NOT CASE d.class
              WHEN 'pg_cast'::regclass THEN (SELECT pg_has_role(s.typowner, 'USAGE') OR pg_has_role(t.typowner, 'USAGE')
                                               FROM pg_cast c, pg_type s, pg_type t WHERE c.oid = d.oid AND s.oid = c.castsource AND t.oid = c.casttarget)
              WHEN 'pg_namespace'::regclass THEN (SELECT pg_has_role(n.nspowner, 'USAGE') FROM pg_namespace n WHERE n.oid = d.oid)
              ELSE EXISTS (SELECT 1 FROM pg_shdepend o
                            WHERE o.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                              AND o.classid = d.class AND o.objid = d.oid AND o.deptype = 'o' AND pg_has_role(o.refobjid, 'USAGE'))
            END
     UNION ALL
     SELECT 'rows of ' || t.name FROM (${REPLACED_TABLES}) t
      WHERE NOT has_table_privilege(t.oid::oid, 'DELETE')
     UNION ALL
     SELECT 'large object ' || oid FROM pg_largeobject_metadata WHERE NOT pg_has_role(lomowner, 'USAGE')
     ORDER BY 1`,
  );
  if (foreign.length === 0) return [];
  return [
    refusal(
      `A restore in place cannot replace what other roles own: ${listed(foreign)}.`,
      await asOwnerOr(client, 'Give them to this user (ALTER … OWNER TO), or make it a member of their owners.'),
    ),
  ];
}

/** Kinds of objects that only a superuser can create, for any owner. */
const RESERVED = [
  'EVENT TRIGGER',
  'FOREIGN DATA WRAPPER',
  'ACCESS METHOD',
  'OPERATOR CLASS',
  'OPERATOR FAMILY',
  'SHELL TYPE',
  'PROCEDURAL LANGUAGE',
  'SUBSCRIPTION',
];

function reservedEntries(entries: readonly TocEntry[]): Finding[] {
  const reserved = entries.filter(({ desc }) => RESERVED.includes(desc));
  if (reserved.length === 0) return [];
  return [
    refusal(
      `Only a superuser can create again: ${listed(reserved.map(({ desc, tag }) => `${desc.toLowerCase()} ${tag}`))}.`,
      'Restore with the URL of a superuser.',
    ),
  ];
}

async function missingExtensions(
  client: Queryable,
  entries: readonly TocEntry[],
  superuser: boolean,
): Promise<Finding[]> {
  const missing = extensionsIn(entries);
  if (missing.length === 0) return [];
  const usable = await names(
    client,
    `SELECT name FROM pg_available_extension_versions WHERE ${superuser ? 'true' : `trusted AND has_database_privilege(current_database(), 'CREATE')`}`,
  );
  const refused = missing.filter(({ name }) => !usable.includes(name));
  if (refused.length === 0) return [];
  return [
    refusal(
      `The snapshot has extensions that this user cannot create here: ${listed(refused.map(({ name, schema }) => `${name} in schema ${schema}`))}.`,
      'Install them on the server. As a superuser, CREATE EXTENSION them, or move them back: ALTER EXTENSION … SET SCHEMA.',
    ),
  ];
}

/** Owners in the dump that this user may not give objects to. The preflight of every restore names those that are gone. */
async function foreignRoles(client: Queryable, entries: readonly TocEntry[]): Promise<Finding[]> {
  // A restore in place leaves "public" to an owner whom this user may not act for, with its privileges.
  const [ofPublic] = await names(
    client,
    `SELECT pg_get_userbyid(nspowner) AS name FROM pg_namespace
      WHERE nspname = 'public' AND pg_get_userbyid(nspowner) <> '${DATABASE_OWNER}' AND NOT pg_has_role(nspowner, 'USAGE')`,
  );
  const stays = ({ desc, tag, owner }: TocEntry): boolean =>
    owner === ofPublic && ((desc === 'SCHEMA' && tag === 'public') || (desc === 'ACL' && tag === 'SCHEMA public'));
  const found = new Set(
    await names(
      client,
      `SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1) AND NOT pg_has_role(oid, 'MEMBER')`,
      [[...new Set(entries.filter((entry) => !stays(entry)).map(({ owner }) => owner))]],
    ),
  );
  const owned = found.delete(DATABASE_OWNER)
    ? [
        refusal(
          'The snapshot has objects of the owner of the database (pg_database_owner), and this user is not that owner.',
          await asOwnerOr(client, ''),
        ),
      ]
    : [];
  if (found.size === 0) return owned;
  return [
    ...owned,
    refusal(
      `The snapshot has objects of roles that this user does not belong to: ${listed([...found].sort())}.`,
      await asOwnerOr(client, 'GRANT them to this user.'),
    ),
  ];
}

async function subscriptions(client: Queryable, swap: string): Promise<Finding[]> {
  const found = await names(
    client,
    `SELECT subname AS name FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database() ORDER BY 1`,
  );
  if (found.length === 0) return [];
  return [
    refusal(
      `A transaction cannot drop and create again the subscriptions of this database: ${listed(found)}.`,
      `${swap} drop them before the restore.`,
    ),
  ];
}

/** Kinds of entries that become relations with a lock of their own, and how many locks each takes (with its TOAST table). */
const LOCKS: Readonly<Record<string, number>> = {
  TABLE: 3,
  'MATERIALIZED VIEW': 3,
  SEQUENCE: 1,
  VIEW: 1,
  INDEX: 1,
  CONSTRAINT: 1,
};

/** Dropping takes one lock for each object and each part of one, and creating one for each relation. */
async function locks(client: Queryable, entries: readonly TocEntry[], swap: string): Promise<Finding[]> {
  const parts = [
    'pg_class',
    'pg_type',
    'pg_constraint',
    'pg_attrdef',
    'pg_trigger',
    'pg_rewrite',
    'pg_proc',
    'pg_policy',
  ];
  const row = only(
    await select(
      client,
      z.object({ dropped: z.number(), relations: z.number(), room: z.number(), slots: z.number() }),
      `WITH member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
       setting AS (SELECT current_setting(name)::bigint AS value, name FROM unnest(ARRAY['max_connections', 'max_prepared_transactions',
                     'autovacuum_max_workers', 'max_worker_processes', 'max_wal_senders']) AS name),
       object AS (${parts.map((catalog) => `SELECT '${catalog}'::regclass AS class, oid FROM ${catalog} WHERE oid >= ${FIRST_USER_OID}`).join(' UNION ALL ')})
       SELECT ((SELECT count(*) FROM object WHERE (class, oid) NOT IN (SELECT classid, objid FROM member))
               + (SELECT count(*) FROM pg_largeobject_metadata))::int AS dropped,
              (SELECT count(*) FROM pg_class WHERE oid >= ${FIRST_USER_OID} AND relkind <> 'c')::int AS relations,
              (current_setting('max_locks_per_transaction')::bigint * (SELECT sum(value) + 1 FROM setting))::int AS room,
              ((SELECT sum(value) + 1 FROM setting))::int AS slots`,
    ),
  );
  const created = entries.reduce((sum, { desc }) => sum + (LOCKS[desc] ?? 0), 0);
  const needed = row.dropped + (entries.length === 0 ? row.relations : created);
  if (needed <= row.room) return [];
  const wanted = Math.ceil((needed * 1.2) / row.slots / 64) * 64;
  const finding = refusal(
    // No numbers: a plan shows this message, and its digest covers it.
    'A restore in place needs more locks in one transaction than the server has room for.',
    `${swap} set max_locks_per_transaction to at least ${wanted} and restart the server (needed: about ${needed} locks, room: ${row.room}).`,
  );
  return [needed > row.room * SPARE ? finding : { ...finding, level: 'warning' }];
}

/** Servers grow their table of locks into spare memory: 1.3 times its size was measured to work, twice its size to fail. */
const SPARE = 1.3;
