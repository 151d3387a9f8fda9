import { ident } from './values.js';
import { ROLES, type Made } from './made.js';
import { makeRarities } from './others.js';
import { makeDefaultPrivileges, makeProperties } from './privileges.js';
import { makePolicy, makePublication, makeTrigger } from './reactions.js';
import { makeCircle, makeInheritance, makePartitions, makeTable } from './tables.js';
import { makeType } from './types.js';
import { makeMaterialized } from './views.js';

/** What happens to the database after its snapshot. */
export function damageOf(db: Made): string[] {
  const { dice } = db;
  const table = (): string => dice.pick(db.tables).sql;
  const maybe = <T>(from: readonly T[], make: (one: T) => string): string[] =>
    from.length > 0 ? [make(dice.pick(from))] : [];
  const kinds: (() => string[])[] = [
    () => [`DROP TABLE ${table()} CASCADE`],
    () => [`DELETE FROM ${table()}`],
    () => [`TRUNCATE ${table()} CASCADE`],
    () => [`ALTER TABLE ${table()} ADD COLUMN ${ident(dice.name('new'))} int DEFAULT 5`],
    () => [`ALTER TABLE ${table()} RENAME TO ${ident(dice.name('other'))}`],
    () =>
      maybe(
        db.tables.filter(({ columns }) => columns.length > 0),
        ({ sql, columns }) => `ALTER TABLE ${sql} DROP COLUMN ${ident(dice.pick(columns).name)} CASCADE`,
      ),
    () => maybe(db.views, (view) => `DROP VIEW ${view} CASCADE`),
    () => maybe(db.views, (view) => `REFRESH MATERIALIZED VIEW ${view}`),
    () => maybe(db.functions, (routine) => `DROP ${routine} CASCADE`),
    () => maybe(db.types, (type) => `DROP TYPE ${type} CASCADE`),
    () => maybe(db.sequences, (sequence) => `ALTER SEQUENCE ${sequence} RESTART WITH 99`),
    () => maybe(db.sequences, (sequence) => `DROP SEQUENCE ${sequence} CASCADE`),
    () => maybe(db.schemas, (schema) => `DROP SCHEMA ${ident(schema)} CASCADE`),
    () => maybe(db.schemas, (schema) => `ALTER SCHEMA ${ident(schema)} RENAME TO ${ident(dice.name('away'))}`),
    () => [`SELECT lo_unlink(oid) FROM pg_largeobject_metadata`],
    () => [`SELECT lo_put(oid, 0, 'damaged') FROM pg_largeobject_metadata`],
    () => [`SELECT lo_from_bytea(0, 'new')`],
    () => [`ALTER DATABASE DATABASE SET work_mem = '9MB'`, `ALTER DATABASE DATABASE RESET "DateStyle"`],
    () => [`ALTER TABLE ${table()} OWNER TO ${ident(dice.pick(ROLES))}`],
    () => [`REVOKE ALL ON ALL TABLES IN SCHEMA ${ident(dice.pick(db.schemas))} FROM ${ROLES.map(ident).join(', ')}`],
    () => [`ALTER SCHEMA public OWNER TO ${ident(dice.pick(ROLES))}`],
    () => [`ALTER TABLE ${table()} FORCE ROW LEVEL SECURITY`],
    () => [
      `DO $d$ DECLARE x record; BEGIN FOR x IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE conrelid >= 16384 LIMIT 3 LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', x.t, x.conname); END LOOP; END $d$`,
    ],
    () => [`CREATE EXTENSION ${dice.pick(['hstore', 'citext', 'pg_trgm'])}`],
    () => [`DROP EXTENSION ${dice.pick(['hstore', 'citext', 'pg_trgm', 'btree_gist', 'ltree'])} CASCADE`],
    () => [`CREATE VIEW public.${ident(dice.name('late'))} AS SELECT * FROM ${table()}`],
    () => [`COMMENT ON SCHEMA public IS 'damaged'`],
    () => [`CREATE SCHEMA late AUTHORIZATION ${ident(dice.pick(ROLES))}`, `CREATE TABLE late.x (i serial)`],
    () => [`ALTER TABLE ${table()} SET SCHEMA ${ident(dice.pick(db.schemas))}`],
  ];
  const before = db.made.length;
  // New objects of each kind, too.
  for (const make of dice.some(
    [
      () => makeTable(db),
      () => makePartitions(db),
      () => makeInheritance(db),
      () => makeCircle(db),
      () => makeTrigger(db),
      () => makePolicy(db),
      () => makeDefaultPrivileges(db),
      () => makeProperties(db),
      () => makeRarities(db),
      () => makePublication(db),
      () => makeMaterialized(db),
      () => makeType(db),
    ],
    dice.int(0, 4),
  ))
    make();
  const later = db.made.splice(before);
  const hurt = Array.from({ length: dice.int(1, 8) }, () => dice.pick(kinds)()).flat();
  return [...later, ...hurt, 'CREATE TABLE public.damaged (i int)'];
}
