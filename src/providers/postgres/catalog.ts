import { z } from 'zod';
import { recordOf } from '../../runtime/json.js';
import { quoted, type Queryable } from '../../services/postgres/connection.js';
import { notOfExtension, OURS } from '../../services/postgres/rows.js';
import { only, select } from '../../services/postgres/select.js';

/**
 * Facts of the system catalogs that a dump does not hold. The server makes them again during a restore. A drill compares them
 * with those of the restored copy. No rows, no secrets.
 */
export const catalogSchema = z.strictObject({
  /** Installed version, by name. */
  extensions: recordOf(z.string()),
  /**
   * Version that indexes were built with and version that the server has now, by collation: the one of the database
   * (`database`), those of indexes, and the database's own. Only those that have versions.
   */
  collations: recordOf(z.strictObject({ recorded: z.string(), actual: z.string() })),
  /** `schema.index` */
  invalidIndexes: z.array(z.string()),
  /** `schema.table constraint`: NOT VALID, so that older rows may violate it. */
  notValid: z.array(z.string()),
  /** Triggers that are not in the mode of a new one: `disabled`, `replica`, `always`, by `schema.table trigger`. */
  triggers: recordOf(z.string()),
  /** `schema.view`: materialized views without rows. */
  unpopulated: z.array(z.string()),
  /**
   * Roles that own objects, have privileges or stand in policies, with the roles that each is a member of; without those that
   * a server begins with.
   */
  roles: recordOf(z.array(z.string())),
  /** Roles that read every row: superusers, and those that bypass row security. */
  readers: recordOf(z.enum(['superuser', 'bypasses row security'])),
  /** Applied migrations of Prisma, by schema, oldest first. */
  migrations: recordOf(z.array(z.string())),
});
export type Catalog = z.infer<typeof catalogSchema>;

const names = z.array(z.string());

/** Reads them inside the transaction of `beginSnapshot`. */
export async function readCatalog(client: Queryable): Promise<Catalog> {
  const row = only(
    await select(
      client,
      catalogSchema.omit({ migrations: true, collations: true }).extend({ histories: names, major: z.number() }),
      CATALOG,
    ),
  );
  const { histories, major, ...rest } = row;
  const collations = await select(
    client,
    z.object({ name: z.string(), recorded: z.string(), actual: z.string() }),
    // PostgreSQL 15 added the version of the database's own collation.
    `${COLLATIONS}${major >= 15 ? DATABASE_COLLATION : ''}`,
  );
  const migrations: [string, string[]][] = [];
  for (const schema of histories) {
    const { applied } = only(
      await select(
        client,
        z.object({ applied: names }),
        `SELECT ARRAY(SELECT migration_name::text FROM ${quoted(schema)}._prisma_migrations
                       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at, migration_name) AS applied`,
      ),
    );
    migrations.push([schema, applied]);
  }
  return {
    ...rest,
    collations: Object.fromEntries(collations.map(({ name, ...versions }) => [name, versions])),
    migrations: Object.fromEntries(migrations),
  };
}

const own = (catalog: string, oid: string): string => `${OURS} AND ${notOfExtension(catalog, oid)}`;

/** Names are put together with dots, as in the other parts of the state. */
const CATALOG = `
SELECT current_setting('server_version_num')::int / 10000 AS major,
       (SELECT coalesce(json_object_agg(extname, extversion ORDER BY extname), '{}') FROM pg_extension) AS extensions,
       ARRAY(SELECT n.nspname || '.' || x.relname
               FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
              WHERE NOT i.indisvalid AND x.relpersistence <> 't' AND ${own('pg_class', 'x.oid')} ORDER BY 1) AS "invalidIndexes",
       ARRAY(SELECT coalesce(n.nspname || '.' || c.relname, m.nspname || '.' || t.typname) || ' ' || k.conname
               FROM pg_constraint k LEFT JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
               LEFT JOIN pg_type t ON t.oid = k.contypid LEFT JOIN pg_namespace m ON m.oid = t.typnamespace
              WHERE NOT k.convalidated AND coalesce(c.relpersistence, 'p') <> 't' ORDER BY 1) AS "notValid",
       (SELECT coalesce(json_object_agg(name, mode ORDER BY name), '{}')
          FROM (SELECT n.nspname || '.' || c.relname || ' ' || t.tgname AS name, ${modeOf('t.tgenabled')} AS mode
                  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE NOT t.tgisinternal AND t.tgenabled <> 'O' AND c.relpersistence <> 't' AND ${OURS}
                UNION ALL
                SELECT 'event trigger ' || e.evtname, ${modeOf('e.evtenabled')} FROM pg_event_trigger e WHERE e.evtenabled <> 'O') t
       ) AS triggers,
       ARRAY(SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind = 'm' AND NOT c.relispopulated AND ${own('pg_class', 'c.oid')} ORDER BY 1) AS unpopulated,
       (SELECT coalesce(json_object_agg(r.rolname, ARRAY(SELECT p.rolname::text FROM pg_auth_members m JOIN pg_roles p ON p.oid = m.roleid
                                                            WHERE m.member = r.oid GROUP BY 1 ORDER BY 1) ORDER BY r.rolname), '{}')
          FROM pg_roles r
         WHERE r.oid IN (SELECT s.refobjid FROM pg_shdepend s WHERE s.refclassid = 'pg_authid'::regclass
                            AND s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()))) AS roles,
       (SELECT coalesce(json_object_agg(rolname, CASE WHEN rolsuper THEN 'superuser' ELSE 'bypasses row security' END ORDER BY rolname), '{}')
          FROM pg_roles WHERE rolsuper OR rolbypassrls) AS readers,
       ARRAY(SELECT n.nspname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relname = '_prisma_migrations' AND c.relkind = 'r' AND ${OURS}
                AND (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
                        AND a.attname IN ('migration_name', 'started_at', 'finished_at', 'rolled_back_at')) = 4
              ORDER BY 1) AS histories`;

function modeOf(column: string): string {
  return `CASE ${column} WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END`;
}

// OFFSET 0: the version is asked only of collations that are used. ICU takes 30 ms of the server for the 800 that it has.
const COLLATIONS = `
SELECT name, recorded, pg_collation_actual_version(oid) AS actual
  FROM (SELECT n.nspname || '.' || c.collname AS name, c.collversion AS recorded, c.oid
          FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
         WHERE c.collversion IS NOT NULL
           AND (${OURS} OR c.oid IN (SELECT unnest(i.indcollation::oid[]) FROM pg_index i WHERE i.indrelid >= 16384)) OFFSET 0) used
 WHERE pg_collation_actual_version(oid) IS NOT NULL`;

const DATABASE_COLLATION = `
UNION ALL
SELECT 'database', datcollversion, pg_database_collation_actual_version(oid)
  FROM pg_database WHERE datname = current_database() AND datcollversion IS NOT NULL AND pg_database_collation_actual_version(oid) IS NOT NULL`;
