import { z } from 'zod';
import { literal, quoted, type Queryable } from '../../services/postgres/connection.js';
import { FIRST_USER_OID, initialPrivileges } from './in-place-privileges.js';
import { OURS, select } from './inspect.js';
import { publicSchemaOf, STANDARD_COMMENT } from './public-schema.js';

/** Name of the query of the extensions that stay. */
const STAYING = 'kept_extension';

const statement = z.object({ statement: z.string() });

/** Named parts of the queries below. `names`: the extensions that stay. */
const withParts = (names: readonly string[]): string => `
  WITH ${STAYING} AS (SELECT oid, extname, extnamespace FROM pg_extension
                       WHERE extname = ANY (ARRAY[${['plpgsql', ...names].map(literal).join(', ')}]::name[])),
  member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
  -- PostgreSQL drops these together with the object that they belong to, and refuses to drop them alone. The columns of a
  -- partition key belong to their own table: such a row is about the column only.
  part AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'i' AND objsubid = 0),
  ours AS (SELECT oid, nspname, nspowner, nspacl FROM pg_namespace n
            WHERE ${OURS} AND ('pg_namespace'::regclass, n.oid) NOT IN (SELECT classid, objid FROM member)),
  -- DROP SCHEMA would drop the extension whose objects are in it.
  holding AS (SELECT extnamespace AS oid FROM ${STAYING}
              UNION SELECT s.refobjid FROM pg_depend e JOIN ${STAYING} k ON k.oid = e.refobjid
                     JOIN pg_depend s ON s.classid = e.classid AND s.objid = e.objid AND s.refclassid = 'pg_namespace'::regclass
                    WHERE e.deptype = 'e' AND e.refclassid = 'pg_extension'::regclass),
  kept_schema AS (SELECT * FROM ours WHERE nspname = 'public' OR oid IN (SELECT oid FROM holding))`;

/** Catalogues of objects in schemas: catalogue, its column of the schema. */
const IN_SCHEMAS = [
  ['pg_class', 'relnamespace'],
  ['pg_type', 'typnamespace'],
  ['pg_proc', 'pronamespace'],
  ['pg_operator', 'oprnamespace'],
  ['pg_opclass', 'opcnamespace'],
  ['pg_opfamily', 'opfnamespace'],
  ['pg_collation', 'collnamespace'],
  ['pg_conversion', 'connamespace'],
  ['pg_statistic_ext', 'stxnamespace'],
  ['pg_ts_config', 'cfgnamespace'],
  ['pg_ts_dict', 'dictnamespace'],
  ['pg_ts_parser', 'prsnamespace'],
  ['pg_ts_template', 'tmplnamespace'],
] as const;

/** Catalogues of objects outside of schemas. Event triggers go first, or they would fire at the other drops. */
const GLOBAL = [
  ['pg_event_trigger', 0],
  ['pg_publication', 1],
  ['pg_transform', 3],
  ['pg_cast', 3],
  ['pg_foreign_server', 3],
  ['pg_foreign_data_wrapper', 4],
  ['pg_language', 4],
  ['pg_am', 4],
] as const;

/** Objects that a restore drops one by one: class, object, place in the order. */
export const droppedObjects = (names: readonly string[]): string => `${withParts(names)},
  dropped AS (
    ${GLOBAL.map(([catalog, place]) => `SELECT '${catalog}'::regclass AS class, oid, ${place} AS place FROM ${catalog} WHERE oid >= ${FIRST_USER_OID}`).join('\n    UNION ALL ')}
    UNION ALL SELECT 'pg_extension'::regclass, oid, 1 FROM pg_extension WHERE oid NOT IN (SELECT oid FROM ${STAYING})
    UNION ALL SELECT 'pg_namespace'::regclass, oid, 2 FROM ours WHERE oid NOT IN (SELECT oid FROM kept_schema)
    ${IN_SCHEMAS.map(
      ([catalog, schema]) =>
        `UNION ALL SELECT '${catalog}'::regclass, o.oid, 5 FROM ${catalog} o WHERE o.${schema} IN (SELECT oid FROM kept_schema)${catalog === 'pg_class' ? ` AND o.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')` : ''}`,
    ).join('\n    ')})
  SELECT class, oid, place FROM dropped
   WHERE (class, oid) NOT IN (SELECT classid, objid FROM member) AND (class, oid) NOT IN (SELECT classid, objid FROM part)`;

/**
 * Statements that empty the database of all that a dump brings back: whole schemas where possible, else one object at a time.
 * The schemas that hold extensions that stay are kept; these and "public" get the owner and the privileges that a dump
 * assumes.
 *
 * @param extensions names of the extensions that stay
 */
export async function dropStatements(
  client: Queryable,
  major: number,
  extensions: readonly string[],
): Promise<{ readonly statements: string[]; readonly keptSchemas: string[] }> {
  const drops = await select(
    client,
    statement,
    `SELECT format('DROP %s IF EXISTS %s CASCADE',
               CASE i.type WHEN 'statistics object' THEN 'STATISTICS' ELSE replace(i.type, '-', ' ') END,
               CASE i.type WHEN 'transform' THEN replace(i.identity, ' on language ', ' LANGUAGE ') ELSE i.identity END) AS statement
       FROM (${droppedObjects(extensions)}) d, pg_identify_object(d.class, d.oid, 0) i
      ORDER BY d.place, d.class, d.oid`,
  );
  const kept = await select(
    client,
    z.object({ name: z.string() }),
    `${withParts(extensions)} SELECT nspname AS name FROM kept_schema WHERE nspname <> 'public' ORDER BY 1`,
  );
  return {
    statements: [
      ...drops.map((row) => row.statement),
      ...(await texts(client, CONFIGURATION_ROWS(extensions))),
      ...(await texts(client, DEFAULT_PRIVILEGES(extensions))),
      ...(await texts(client, SCHEMA_PRIVILEGES(extensions))),
      ...(await initialPrivileges(client, { with: withParts(extensions), oids: `SELECT oid FROM ${STAYING}` })),
      ...(await publicSchema(client, major)),
      'SELECT pg_catalog.lo_unlink(oid) FROM pg_catalog.pg_largeobject_metadata',
    ],
    keptSchemas: kept.map(({ name }) => name),
  };
}

const texts = async (client: Queryable, sql: string): Promise<string[]> =>
  (await select(client, statement, sql)).map((row) => row.statement);

/** The rows of configuration tables that pg_dump dumps although an extension owns the table. */
const CONFIGURATION_ROWS = (names: readonly string[]): string => `${withParts(names)}
  SELECT format('DELETE FROM ONLY %I.%I %s', n.nspname, c.relname, condition) AS statement
    FROM pg_extension e, unnest(e.extconfig, e.extcondition) AS u (relation, condition), pg_class c, pg_namespace n
   WHERE e.oid IN (SELECT oid FROM ${STAYING}) AND c.oid = u.relation AND n.oid = c.relnamespace AND c.relkind = 'r'`;

const KINDS = `CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                                    WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END`;
const GRANTEE = `CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END`;

/** Default privileges would be added to those of every restored object. A dump sets its own at the end. */
const DEFAULT_PRIVILEGES = (names: readonly string[]): string => `${withParts(names)}
  SELECT statement FROM (
    SELECT DISTINCT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I %s REVOKE ALL ON %s FROM %s', pg_get_userbyid(d.defaclrole),
             CASE WHEN d.defaclnamespace <> 0 THEN format('IN SCHEMA %I', k.nspname) END, ${KINDS}, ${GRANTEE}) AS statement, 0 AS place
      FROM pg_default_acl d LEFT JOIN kept_schema k ON k.oid = d.defaclnamespace, aclexplode(d.defaclacl) a
     -- Those of a schema that is dropped go with it.
     WHERE d.defaclnamespace = 0 OR k.oid IS NOT NULL
    UNION ALL
    SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT %s ON %s TO %s', pg_get_userbyid(d.defaclrole), a.privilege_type, ${KINDS}, ${GRANTEE}), 1
      -- Of the two, only acldefault() means a foreign server by "S".
      FROM pg_default_acl d, aclexplode(acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole)) a WHERE d.defaclnamespace = 0) s
  ORDER BY place, statement`;

/** Privileges of a kept schema, as a new schema has them. */
const SCHEMA_PRIVILEGES = (names: readonly string[]): string => `${withParts(names)}
  SELECT DISTINCT format('REVOKE ALL ON SCHEMA %I FROM %s', s.nspname, ${GRANTEE}) AS statement
    FROM kept_schema s, aclexplode(s.nspacl) a
   WHERE s.nspname <> 'public' AND a.grantee <> s.nspowner AND pg_has_role(s.nspowner, 'USAGE')`;

/** Gives "public" the owner, the privileges and the comment of a new database: a dump holds only what differs from those. */
async function publicSchema(client: Queryable, major: number): Promise<string[]> {
  const { live, standardOwner: owner, standardGiveable, standard } = await publicSchemaOf(client, major);
  if (live && (!live.mine || standard)) return [];
  return [
    ...(live ? [] : ['CREATE SCHEMA public']),
    ...(await texts(
      client,
      `SELECT DISTINCT format('REVOKE ALL ON SCHEMA public FROM %s', ${GRANTEE}) AS statement
         FROM pg_namespace n, aclexplode(n.nspacl) a WHERE n.nspname = 'public'`,
    )),
    // Its owner of now keeps it where this user may not give it away: until PostgreSQL 14 to a superuser.
    ...(live?.owner === owner || !standardGiveable ? [] : [`ALTER SCHEMA public OWNER TO ${quoted(owner)}`]),
    `GRANT ALL ON SCHEMA public TO ${quoted(owner)}`,
    `GRANT ${major >= 15 ? 'USAGE' : 'ALL'} ON SCHEMA public TO PUBLIC`,
    `COMMENT ON SCHEMA public IS '${STANDARD_COMMENT}'`,
  ];
}
