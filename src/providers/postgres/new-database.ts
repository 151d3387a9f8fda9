import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { databaseError, literal, quoted, type DatabaseClient } from '../../services/postgres/connection.js';
import { only, select } from './inspect.js';

/** Creates an empty database with the owner, encoding, locale, privileges and settings of another. */
export async function makeEmptyLike(
  maintenance: DatabaseClient,
  ctx: Context,
  model: string,
  name: string,
): Promise<void> {
  try {
    await maintenance.query(await createStatement(maintenance, model, name));
    for (const statement of await copiedSettings(maintenance, model, name)) await maintenance.query(statement);
  } catch (error) {
    throw databaseError(error, ctx.resource, `creating the database "${name}"`);
  }
}

async function createStatement(maintenance: DatabaseClient, model: string, name: string): Promise<string> {
  const columns = await select(
    maintenance,
    z.object({ name: z.string() }),
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'pg_database'::regclass AND attnum > 0`,
  );
  const has = (column: string): boolean => columns.some((entry) => entry.name === column);
  // PostgreSQL 15 added locale providers; 17 renamed the column of the ICU locale.
  const locale = has('datlocale') ? 'datlocale' : has('daticulocale') ? 'daticulocale' : 'NULL::text';
  const row = only(
    await select(
      maintenance,
      z.object({
        owner: z.string(),
        encoding: z.string(),
        collate: z.string(),
        ctype: z.string(),
        provider: z.string(),
        locale: z.string().nullable(),
        limit: z.number(),
        tablespace: z.string(),
        standard: z.string(),
      }),
      `SELECT pg_get_userbyid(d.datdba) AS owner, pg_encoding_to_char(d.encoding) AS encoding, d.datcollate AS collate,
              d.datctype AS ctype, ${has('datlocprovider') ? 'd.datlocprovider::text' : `'c'`} AS provider,
              ${locale} AS locale, d.datconnlimit AS limit, t.spcname AS tablespace,
              (SELECT p.spcname FROM pg_database e JOIN pg_tablespace p ON p.oid = e.dattablespace WHERE e.datname = 'template0') AS standard
         FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = ${literal(model)}`,
    ),
  );
  const providers: Readonly<Record<string, string>> = {
    // Explicit: otherwise the provider is that of template0, which can be ICU.
    c: has('datlocprovider') ? 'LOCALE_PROVIDER libc' : '',
    i: `LOCALE_PROVIDER icu ICU_LOCALE ${literal(row.locale ?? '')}`,
    b: `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${literal(row.locale ?? '')}`,
  };
  return [
    // Not template1: an administrator's objects in it would collide with the dump.
    `CREATE DATABASE ${quoted(name)} TEMPLATE template0 OWNER ${quoted(row.owner)} ENCODING ${literal(row.encoding)}`,
    `LC_COLLATE ${literal(row.collate)} LC_CTYPE ${literal(row.ctype)} ${providers[row.provider] ?? ''}`,
    // Only a superuser may name pg_default; without the clause it is the one of template0.
    row.tablespace === row.standard ? '' : `TABLESPACE ${quoted(row.tablespace)}`,
    `CONNECTION LIMIT ${row.limit}`,
  ].join(' ');
}

/** GRANTs and settings of a database. Without --create, pg_dump omits them. */
async function copiedSettings(maintenance: DatabaseClient, model: string, name: string): Promise<string[]> {
  const grants = await select(
    maintenance,
    z.object({ grantee: z.string(), privileges: z.string(), grantable: z.boolean() }),
    `SELECT CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS grantee,
            string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS privileges, a.is_grantable AS grantable
       FROM pg_database d, aclexplode(d.datacl) a WHERE d.datname = ${literal(model)} GROUP BY 1, 3`,
  );
  const settings = await select(
    maintenance,
    z.object({ role: z.string().nullable(), setting: z.string() }),
    `SELECT CASE WHEN s.setrole <> 0 THEN quote_ident(pg_get_userbyid(s.setrole)) END AS role, unnest(s.setconfig) AS setting
       FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = ${literal(model)}`,
  );
  return [
    ...(grants.length === 0 ? [] : [`REVOKE ALL ON DATABASE ${quoted(name)} FROM PUBLIC`]),
    ...grants.map(
      ({ grantee, privileges, grantable }) =>
        `GRANT ${privileges} ON DATABASE ${quoted(name)} TO ${grantee}${grantable ? ' WITH GRANT OPTION' : ''}`,
    ),
    ...settings.map(({ role, setting }) => {
      const at = setting.indexOf('=');
      const parameter = setting.slice(0, at);
      const value = setting.slice(at + 1);
      // A search path is a list; one quoted literal would name one schema.
      const written = parameter === 'search_path' ? value : literal(value);
      const target = role === null ? `DATABASE ${quoted(name)}` : `ROLE ${role} IN DATABASE ${quoted(name)}`;
      return `ALTER ${target} SET ${parameter} = ${written === '' ? `''` : written}`;
    }),
  ];
}

/** The next transaction id: all lower ids belong to the restore. */
export async function nextTransaction(client: DatabaseClient): Promise<string> {
  const row = only(
    await select(
      client,
      z.object({ next: z.string() }),
      'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
    ),
  );
  return row.next;
}
