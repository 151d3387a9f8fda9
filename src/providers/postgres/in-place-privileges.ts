import { z } from 'zod';
import type { Queryable } from '../../services/postgres/connection.js';
import { select } from './inspect.js';

/** The lowest OID that a user's object can have (PostgreSQL: FirstNormalObjectId). */
export const FIRST_USER_OID = 16_384;

/** A kind of object with privileges: catalogue, its columns of the owner and the privileges, kind of acldefault(), keyword. */
const KINDS = [
  [
    'pg_class',
    'relowner',
    'relacl',
    `CASE o.relkind WHEN 'S' THEN 's' ELSE 'r' END`,
    `CASE o.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END`,
  ],
  ['pg_proc', 'proowner', 'proacl', `'f'`, `'ROUTINE'`],
  ['pg_type', 'typowner', 'typacl', `'T'`, `'TYPE'`],
  ['pg_language', 'lanowner', 'lanacl', `'l'`, `'LANGUAGE'`],
  ['pg_foreign_data_wrapper', 'fdwowner', 'fdwacl', `'F'`, `'FOREIGN DATA WRAPPER'`],
] as const;

const GRANTEE = `CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END`;
/** A privilege at creation may name a role that was dropped since. */
const EXISTS = `(a.grantee = 0 OR EXISTS (SELECT 1 FROM pg_roles r WHERE r.oid = a.grantee))`;

/**
 * Statements that give the objects that stay (of the system, and of extensions) the privileges that initdb or CREATE
 * EXTENSION gave them, where they have others: a dump holds only what differs from those. Objects of roles that this user
 * does not belong to are left as they are.
 *
 * @param staying query of the OIDs of the extensions that stay, and what must stand before it
 */
export async function initialPrivileges(client: Queryable, staying: { with: string; oids: string }): Promise<string[]> {
  const rows = await select(
    client,
    z.object({ statement: z.string() }),
    `${staying.with},
     ${differing(staying.oids)}
     SELECT statement FROM (
       SELECT DISTINCT format('REVOKE ALL %s ON %s %s FROM %s CASCADE', CASE WHEN sub > 0 THEN '(' || name || ')' END,
                              keyword, identity, ${GRANTEE}) AS statement, sub = 0 AS whole, 0 AS place
         FROM differs d, aclexplode(d.now) a WHERE mine
       UNION ALL
       SELECT format('GRANT %s %s ON %s %s TO %s%s', a.privilege_type, CASE WHEN sub > 0 THEN '(' || name || ')' END,
                     keyword, identity, ${GRANTEE}, CASE WHEN a.is_grantable AND a.grantee <> d.owner THEN ' WITH GRANT OPTION' END),
              sub = 0, 1
         FROM differs d, aclexplode(d.first) a WHERE mine AND ${EXISTS}) s
      ORDER BY place, whole DESC, statement`,
  );
  return rows.map(({ statement }) => statement);
}

/**
 * Objects of the system and of extensions that have other privileges than at first, and belong to a role that this user is no
 * member of: a restore into a new database cannot give them these: PostgreSQL refuses it, or only warns.
 */
export async function foreignSystemPrivileges(client: Queryable): Promise<string[]> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `WITH ${differing('SELECT oid FROM pg_extension')}
     SELECT DISTINCT lower(keyword) || ' ' || identity AS name FROM differs WHERE NOT mine ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** The parts `stays` and `differs` of a WITH: what stays in each database, and of it what has other privileges than at first. */
const differing = (oids: string): string => `
     stays AS (
       ${KINDS.map(
         ([catalog, owner, acl, kind, keyword]) => `
       SELECT ${keyword} AS keyword, '${catalog}'::regclass::oid AS class, o.oid, 0 AS sub, '' AS name, o.${owner} AS owner,
              acldefault((${kind})::"char", o.${owner}) AS standard, o.${acl} AS acl
         FROM ${catalog} o
        WHERE ${STAYS(catalog, oids)}`,
       ).join(' UNION ALL ')}
       UNION ALL
       SELECT 'TABLE', 'pg_class'::regclass::oid, o.oid, t.attnum, quote_ident(t.attname), o.relowner, acldefault('c', o.relowner), t.attacl
         FROM pg_class o JOIN pg_attribute t ON t.attrelid = o.oid AND NOT t.attisdropped
        WHERE ${STAYS('pg_class', oids)}),
     differs AS (
       SELECT s.*, i.identity, pg_has_role(s.owner, 'USAGE') AS mine, coalesce(s.acl, s.standard) AS now,
              coalesce(p.initprivs, s.standard) AS first
         FROM stays s LEFT JOIN pg_init_privs p ON p.classoid = s.class AND p.objoid = s.oid AND p.objsubid = s.sub,
              LATERAL pg_identify_object(s.class, s.oid, 0) i
        WHERE (s.acl IS NOT NULL OR p.initprivs IS NOT NULL)
          AND ARRAY(SELECT x::text FROM unnest(coalesce(s.acl, s.standard)) x ORDER BY 1)
              <> ARRAY(SELECT x::text FROM unnest(coalesce(p.initprivs, s.standard)) x ORDER BY 1))`;

/**
 * Objects that initdb made have a lower OID than those of users. A dump has no privileges of those in information_schema.
 * Row types and arrays have none of their own.
 */
const STAYS = (catalog: string, oids: string): string => {
  const [schema] = { pg_class: ['relnamespace'], pg_proc: ['pronamespace'], pg_type: ['typnamespace'] }[catalog] ?? [];
  const ofSystem = schema === undefined ? '' : ` AND o.${schema} = 'pg_catalog'::regnamespace`;
  return `(o.oid < ${FIRST_USER_OID}${ofSystem}
           OR EXISTS (SELECT 1 FROM pg_depend e
                       WHERE e.classid = '${catalog}'::regclass AND e.objid = o.oid AND e.deptype = 'e'
                         AND e.refclassid = 'pg_extension'::regclass AND e.refobjid IN (${oids})))${
                           catalog === 'pg_type' ? ' AND o.typelem = 0 AND o.typrelid = 0' : ''
                         }${catalog === 'pg_class' ? ` AND o.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')` : ''}`;
};
