import { ident } from './values.js';
import { ROLES, type Made } from './made.js';

export function makeGrant(db: Made): void {
  const { dice } = db;
  const role = ident(dice.pick(ROLES));
  const table = dice.pick(db.tables);
  db.add(
    dice.pick([
      `GRANT SELECT, UPDATE ON ${table.sql} TO ${role}${dice.chance(40) ? ' WITH GRANT OPTION' : ''}`,
      ...(table.columns.length > 0
        ? [
            `GRANT UPDATE (${ident(dice.pick(table.columns).name)}), SELECT (${ident(dice.pick(table.columns).name)}) ON ${table.sql} TO ${role}`,
          ]
        : []),
      `GRANT USAGE ON SCHEMA ${ident(table.schema)} TO ${role}`,
      `REVOKE ALL ON SCHEMA public FROM PUBLIC`,
      `GRANT CREATE ON SCHEMA ${ident(table.schema)} TO PUBLIC`,
      `REVOKE ALL ON ${table.sql} FROM CURRENT_USER`,
      ...(db.types.length > 0 ? [`REVOKE USAGE ON TYPE ${dice.pick(db.types)} FROM PUBLIC`] : []),
      ...(db.functions.length > 0 ? [`GRANT EXECUTE ON ${dice.pick(db.functions)} TO ${role}`] : []),
      ...(db.sequences.length > 0 ? [`GRANT USAGE ON SEQUENCE ${dice.pick(db.sequences)} TO ${role}`] : []),
      // A chain: the second grant is of another role.
      `GRANT SELECT ON ${table.sql} TO ${ident(ROLES[0])} WITH GRANT OPTION; SET ROLE ${ident(ROLES[0])}; GRANT SELECT ON ${table.sql} TO ${ident(ROLES[2])}; RESET ROLE`,
    ]),
  );
}

export function makeDefaultPrivileges(db: Made): void {
  const { dice } = db;
  const role = ident(dice.pick(ROLES));
  const where = dice.chance(50) ? `IN SCHEMA ${ident(dice.pick(db.schemas))} ` : '';
  const of = dice.chance(30) ? `FOR ROLE ${ident(dice.pick(ROLES))} ` : '';
  db.add(
    `ALTER DEFAULT PRIVILEGES ${of}${where}${dice.pick([`GRANT SELECT, INSERT ON TABLES TO ${role}`, `GRANT USAGE ON SEQUENCES TO ${role} WITH GRANT OPTION`, `REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`, `REVOKE USAGE ON TYPES FROM PUBLIC`, `GRANT EXECUTE ON FUNCTIONS TO ${role}`])}`,
  );
}

/** Properties of the database. DATABASE stands for its name. */
export function makeProperties(db: Made): void {
  const { dice } = db;
  const role = ident(dice.pick(ROLES));
  db.add(
    `${dice.pick([
      `ALTER DATABASE DATABASE SET`,
      `ALTER ROLE ${role} IN DATABASE DATABASE SET`,
    ])} ${dice.pick([`work_mem = '7MB'`, `search_path = ${ident(dice.pick(db.schemas))}, public`, `"DateStyle" = 'German'`, `"IntervalStyle" = 'iso_8601'`, `bytea_output = 'escape'`, `"TimeZone" = 'Asia/Kathmandu'`, 'extra_float_digits = 0', 'default_transaction_read_only = on', `statement_timeout = '30s'`, 'quote_all_identifiers = on', 'standard_conforming_strings = off', 'check_function_bodies = off', 'row_security = off', `default_transaction_isolation = 'serializable'`, 'array_nulls = off', 'xmloption = document', `default_tablespace = ''`, `lc_monetary = 'C'`, `my.own = 'it''s "x", y'`, 'default_with_oids = off', `default_text_search_config = 'pg_catalog.german'`, 'default_transaction_deferrable = on', `client_min_messages = 'error'`, `client_encoding = 'UTF8'`, 'transform_null_equals = on', 'default_toast_compression = pglz'])}`,
    ...(dice.chance(30) ? [`GRANT CONNECT, TEMPORARY ON DATABASE DATABASE TO ${role}`] : []),
    ...(dice.chance(20) ? [`REVOKE CONNECT ON DATABASE DATABASE FROM PUBLIC`] : []),
    ...(dice.chance(20) ? [`COMMENT ON DATABASE DATABASE IS 'shop''s [main] database'`] : []),
    ...(dice.chance(20) ? [`ALTER DATABASE DATABASE CONNECTION LIMIT 40`] : []),
  );
}
