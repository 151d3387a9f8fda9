import { ident, text } from './values.js';
import { ROLES, type Made } from './made.js';
import { keyedTable } from './tables.js';

export function makeSequence(db: Made): void {
  const { dice } = db;
  const { sql } = db.qualified('seq');
  db.add(
    `CREATE SEQUENCE ${sql} ${dice.pick(['', 'AS smallint INCREMENT -3 MINVALUE -900 MAXVALUE 500 START 77 CACHE 5 CYCLE', 'START 9223372036854775806', 'INCREMENT 1000 MINVALUE 0 START 0'])}`,
  );
  db.add(
    dice.pick([
      `SELECT setval('${sql.replaceAll("'", "''")}', 50, false)`,
      `SELECT nextval('${sql.replaceAll("'", "''")}')`,
      `SELECT setval('${sql.replaceAll("'", "''")}', 51)`,
    ]),
  );
  const keyed = keyedTable(db);
  if (dice.chance(25) && keyed.schema === 'public')
    db.add(`ALTER SEQUENCE ${sql} OWNED BY ${keyed.sql}.${ident(keyed.key)}`);
  db.sequences.push(sql);
}

export function makeLargeObject(db: Made): void {
  const { dice } = db;
  const oid = dice.int(100_000, 999_999);
  db.add(`SELECT lo_from_bytea(${oid}, decode(repeat('00ff5c0a', ${dice.int(0, 2000)}), 'hex'))`);
  if (dice.chance(30)) db.add(`COMMENT ON LARGE OBJECT ${oid} IS 'a '' note'`);
  if (dice.chance(30)) db.add(`GRANT SELECT ON LARGE OBJECT ${oid} TO ${ident(dice.pick(ROLES))}`);
  if (dice.chance(15)) db.add(`ALTER LARGE OBJECT ${oid} OWNER TO ${ident(dice.pick(ROLES))}`);
  if (dice.chance(10)) db.add(`SELECT lo_put(${oid}, 3000000, 'far')`);
}

export function makeComment(db: Made): void {
  const { dice } = db;
  const table = dice.pick(db.tables);
  const said = text(
    dice.pick([
      "it's",
      'line\n--\n-- Name: x; Type: TABLE; Schema: public; Owner: y\n--\n',
      '\\',
      'ü',
      '[rewind: a note]',
      '$$;',
    ]),
  );
  db.add(
    dice.pick([
      `COMMENT ON TABLE ${table.sql} IS ${said}`,
      ...(table.columns.length > 0
        ? [`COMMENT ON COLUMN ${table.sql}.${ident(dice.pick(table.columns).name)} IS ${said}`]
        : []),
      `COMMENT ON SCHEMA ${ident(dice.pick(db.schemas))} IS ${said}`,
      ...(db.types.length > 0 ? [`COMMENT ON TYPE ${dice.pick(db.types)} IS ${said}`] : []),
      ...(db.functions.length > 0 ? [`COMMENT ON ${dice.pick(db.functions)} IS ${said}`] : []),
      ...(db.views.length > 0 ? [`COMMENT ON VIEW ${dice.pick(db.views)} IS ${said}`] : []),
    ]),
  );
}

export function makeRarities(db: Made): void {
  const { dice } = db;
  const { sql } = db.qualified('rare');
  const name = ident(dice.name('rare'));
  const statements = dice.pick([
    [`CREATE TEXT SEARCH CONFIGURATION ${sql} (COPY = simple)`],
    [`CREATE TEXT SEARCH DICTIONARY ${sql} (TEMPLATE = simple, STOPWORDS = english)`],
    [`CREATE COLLATION ${sql} (PROVIDER = icu, LOCALE = 'de-u-co-phonebk', DETERMINISTIC = false)`],
    [`CREATE CONVERSION ${sql} FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8`],
    [
      `CREATE FUNCTION ${sql}() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'`,
      `CREATE EVENT TRIGGER ${name} ON sql_drop EXECUTE FUNCTION ${sql}()`,
    ],
    [
      `CREATE FOREIGN DATA WRAPPER ${name}`,
      `CREATE SERVER ${name} FOREIGN DATA WRAPPER ${name} OPTIONS (a 'it''s')`,
      `CREATE USER MAPPING FOR ${ident(ROLES[0])} SERVER ${name}`,
      `CREATE FOREIGN TABLE ${sql} (i int OPTIONS (x 'y')) SERVER ${name}`,
    ],
    [
      `CREATE ACCESS METHOD ${name} TYPE TABLE HANDLER heap_tableam_handler`,
      `CREATE TABLE ${sql} (i int) USING ${name}`,
      `INSERT INTO ${sql} VALUES (1)`,
    ],
    [
      `CREATE OPERATOR CLASS ${sql} FOR TYPE int USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(int, int)`,
    ],
    [`CREATE OPERATOR ${sql.split('.')[0] ?? ''}.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)`],
    [
      `CREATE FUNCTION ${sql}(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 > -5'`,
      `CREATE TABLE ${db.qualified('uses').sql} (i int DEFAULT 1 CHECK (${sql}(i)), j bool GENERATED ALWAYS AS (${sql}(3)) STORED)`,
    ],
    ...(db.types.length > 0
      ? [
          [`CREATE CAST (${dice.pick(db.types)} AS int) WITH INOUT AS ASSIGNMENT`],
          [`CREATE TABLE ${sql} OF ${dice.pick(db.types)}`, `INSERT INTO ${sql} VALUES (5)`],
          [`CREATE TABLE ${sql} (a ${dice.pick(db.types)}[] DEFAULT '{}')`, `INSERT INTO ${sql} DEFAULT VALUES`],
        ]
      : []),
    [`CREATE TABLE ${sql} ()`, `INSERT INTO ${sql} DEFAULT VALUES`],
    [
      `CREATE TABLE ${sql} (${ident(sql.slice(-9))} int, "xmin_" int, "t" int, "row" int)`,
      `INSERT INTO ${sql} VALUES (1, 2, 3, 4)`,
    ],
    [`CREATE SCHEMA ${name}`, `ALTER SCHEMA ${name} RENAME TO ${ident(dice.name('moved'))}`],
    [`ALTER SCHEMA public OWNER TO CURRENT_USER`],
  ]);
  db.add(...statements);
}
