import { z } from 'zod';
import type { PayloadSource } from '../../engine/payload.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { Context } from '../../runtime/context.js';
import { literal, quoted, type DatabaseClient } from '../../services/postgres/connection.js';
import { only, select } from './inspect.js';
import { ownComment } from './restore-tag.js';
import { settingStatement } from './settings.js';

/** Name of the payload. Sealed, because settings of a database can hold secrets. */
export const PROPERTIES = 'database.json';

const grant = z.strictObject({
  /** null: PUBLIC */
  grantee: z.string().nullable(),
  privileges: z.array(z.string()),
  grantable: z.boolean(),
});

/** What a dump of one database leaves out: the database itself. */
const properties = z.strictObject({
  owner: z.string(),
  encoding: z.string(),
  collate: z.string(),
  ctype: z.string(),
  /** c: libc, i: ICU, b: built in. */
  provider: z.enum(['c', 'i', 'b']),
  /** Locale of ICU or of the built-in provider. */
  locale: z.string().nullable(),
  icuRules: z.string().nullable(),
  tablespace: z.string(),
  connectionLimit: z.number(),
  template: z.boolean(),
  comment: z.string().nullable(),
  /** null: the privileges that every new database has. */
  grants: z.array(grant).nullable(),
  /** `name=value` as in pg_db_role_setting; role null: of the database. */
  settings: z.array(z.strictObject({ role: z.string().nullable(), setting: z.string() })),
});
export type DatabaseProperties = z.infer<typeof properties>;

/** Comparable stand-in for the payload: settings can hold secrets, and the state is not sealed. */
export function propertiesFingerprint(ctx: Context, wanted: DatabaseProperties): Promise<string> {
  return ctx.fingerprint(canonicalJson(wanted));
}

export async function savedProperties(source: PayloadSource): Promise<DatabaseProperties> {
  return properties.parse(JSON.parse((await source.read(PROPERTIES)).toString('utf8')));
}

/** Privileges without their order; none stands for those that every new database has. */
const sorted = (acl: string): string =>
  `ARRAY(SELECT unnest(coalesce(${acl}, acldefault('d', d.datdba)))::text ORDER BY 1)`;

/** Reads the properties of a database from any session of its server. */
export async function readProperties(client: DatabaseClient, database: string): Promise<DatabaseProperties> {
  const columns = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'pg_database'::regclass AND attnum > 0`,
  );
  const has = (column: string): boolean => columns.some(({ name }) => name === column);
  // PostgreSQL 15 added locale providers, 16 the rules; 17 renamed the column of the locale.
  const locale = has('datlocale') ? 'd.datlocale' : has('daticulocale') ? 'd.daticulocale' : 'NULL::text';
  const row = only(
    await select(
      client,
      properties.omit({ grants: true, settings: true }).extend({ acl: z.boolean() }),
      `SELECT pg_get_userbyid(d.datdba) AS owner, pg_encoding_to_char(d.encoding) AS encoding, d.datcollate AS collate,
              d.datctype AS ctype, ${has('datlocprovider') ? 'd.datlocprovider::text' : `'c'`} AS provider,
              ${locale} AS locale, ${has('daticurules') ? 'd.daticurules' : 'NULL::text'} AS "icuRules",
              t.spcname AS tablespace, d.datconnlimit AS "connectionLimit", d.datistemplate AS template,
              shobj_description(d.oid, 'pg_database') AS comment, ${sorted('d.datacl')} <> ${sorted(`acldefault('d', d.datdba)`)} AS acl
         FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = $1`,
      [database],
    ),
  );
  const grants = await select(
    client,
    grant,
    `SELECT CASE WHEN a.grantee <> 0 THEN pg_get_userbyid(a.grantee) END AS grantee,
            array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type) AS privileges, a.is_grantable AS grantable
       FROM pg_database d, aclexplode(d.datacl) a WHERE d.datname = $1 GROUP BY a.grantee, a.is_grantable ORDER BY 1, 3`,
    [database],
  );
  const settings = await select(
    client,
    properties.shape.settings.element,
    `SELECT CASE WHEN s.setrole <> 0 THEN pg_get_userbyid(s.setrole) END AS role, unnest(s.setconfig) AS setting
       FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = $1 ORDER BY 1, 2`,
    [database],
  );
  const { acl, ...rest } = row;
  return { ...rest, comment: ownComment(row.comment), grants: acl ? grants : null, settings };
}

/** @param major version of the server. @param standardTablespace that of template0 */
export function createStatement(
  name: string,
  wanted: DatabaseProperties,
  major: number,
  standardTablespace: string,
): string {
  const { provider, locale, icuRules } = wanted;
  const rules = icuRules === null ? '' : ` ICU_RULES ${literal(icuRules)}`;
  const providers = {
    // Explicit: otherwise the provider is that of template0, which can be ICU.
    c: major >= 15 ? 'LOCALE_PROVIDER libc' : '',
    i: `LOCALE_PROVIDER icu ICU_LOCALE ${literal(locale ?? '')}${rules}`,
    b: `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${literal(locale ?? '')}`,
  };
  return [
    // Not template1: an administrator's objects in it would collide with the dump.
    `CREATE DATABASE ${quoted(name)} TEMPLATE template0 OWNER ${quoted(wanted.owner)} ENCODING ${literal(wanted.encoding)}`,
    `LC_COLLATE ${literal(wanted.collate)} LC_CTYPE ${literal(wanted.ctype)} ${providers[provider]}`,
    // Only a superuser may name pg_default; without the clause it is the one of template0.
    wanted.tablespace === standardTablespace ? '' : `TABLESPACE ${quoted(wanted.tablespace)}`,
  ].join(' ');
}

/**
 * Statements that give an empty or restored database the rest. They run after the filling: a limit of connections, a
 * read-only default or a time-out would stop it.
 */
export function finishStatements(name: string, wanted: DatabaseProperties): string[] {
  const database = `DATABASE ${quoted(name)}`;
  const role = (grantee: string | null): string => (grantee === null ? 'PUBLIC' : quoted(grantee));
  return [
    ...(wanted.grants === null ? [] : [`REVOKE ALL ON ${database} FROM PUBLIC, ${quoted(wanted.owner)}`]),
    ...(wanted.grants ?? []).map(
      ({ grantee, privileges, grantable }) =>
        `GRANT ${privileges.join(', ')} ON ${database} TO ${role(grantee)}${grantable ? ' WITH GRANT OPTION' : ''}`,
    ),
    ...wanted.settings.map((entry) => settingStatement(name, entry)),
    ...(wanted.connectionLimit === -1 ? [] : [`ALTER ${database} CONNECTION LIMIT ${wanted.connectionLimit}`]),
    ...(wanted.template ? [`ALTER ${database} IS_TEMPLATE true`] : []),
  ];
}

/** Statements that take away what `finishStatements` gives, from a database that has these properties: as if it were new. */
export function resetStatements(name: string, found: DatabaseProperties): string[] {
  const database = `DATABASE ${quoted(name)}`;
  const grantees = new Set((found.grants ?? []).map(({ grantee }) => grantee));
  const roles = new Set(found.settings.map(({ role }) => role));
  return [
    ...[...grantees].map((role) => `REVOKE ALL ON ${database} FROM ${role === null ? 'PUBLIC' : quoted(role)} CASCADE`),
    ...[...roles].map((role) =>
      role === null ? `ALTER ${database} RESET ALL` : `ALTER ROLE ${quoted(role)} IN ${database} RESET ALL`,
    ),
    ...(found.grants === null
      ? []
      : [`GRANT ALL ON ${database} TO ${quoted(found.owner)}`, `GRANT CONNECT, TEMPORARY ON ${database} TO PUBLIC`]),
    `ALTER ${database} CONNECTION LIMIT -1`,
  ];
}

/** Names of the properties in which two databases differ. The comment is Rewind's while the database is new. */
export function differingProperties(wanted: DatabaseProperties, found: DatabaseProperties): string[] {
  const names = Object.keys(properties.shape) as (keyof DatabaseProperties)[];
  return names.filter((name) => name !== 'comment' && JSON.stringify(wanted[name]) !== JSON.stringify(found[name]));
}
