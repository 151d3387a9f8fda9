import { ident, text } from './values.js';
import { type Made } from './made.js';

export function makeRoutine(db: Made): void {
  const { dice } = db;
  const { sql } = db.qualified('f');
  const body = text(dice.pick(['SELECT 1', "SELECT 1 -- it's", 'SELECT 1 /* $$ ; */']));
  const table = db.tables.length > 0 ? dice.pick(db.tables).sql : null;
  const [signature, statement] = dice.pick([
    [`(int)`, `CREATE FUNCTION ${sql}(int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 7 AS ${body}`],
    [
      `(int, text)`,
      `CREATE FUNCTION ${sql}(i int DEFAULT 3, t text DEFAULT 'x''y') RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${ident(dice.pick(db.schemas))}, pg_temp AS ${body}`,
    ],
    [`(int[])`, `CREATE FUNCTION ${sql}(VARIADIC a int[]) RETURNS SETOF record LANGUAGE sql ROWS 5 AS 'SELECT 1, 2'`],
    [
      `()`,
      `CREATE FUNCTION ${sql}() RETURNS TABLE (${ident(dice.name('o'))} int, b text) LANGUAGE plpgsql AS $f$ BEGIN RETURN QUERY SELECT 1, 'x'::text; END $f$`,
    ],
    [
      `(int)`,
      `CREATE FUNCTION ${sql}(x int) RETURNS bigint BEGIN ATOMIC SELECT count(*) ${table === null ? '' : `FROM ${table}`}; END`,
    ],
    [`(int)`, `CREATE PROCEDURE ${sql}(INOUT x int) LANGUAGE sql AS ${body}`],
    [`(int)`, `CREATE AGGREGATE ${sql}(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')`],
  ] as const);
  db.add(statement);
  db.functions.push(`ROUTINE ${sql}${signature}`);
  if (dice.chance(20)) db.add(`REVOKE EXECUTE ON ROUTINE ${sql}${signature} FROM PUBLIC`);
}
