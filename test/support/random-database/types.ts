import { ident, text, TYPES } from './values.js';
import { type Made } from './made.js';

export function makeExtension(db: Made): void {
  const name = db.dice.pick(['hstore', 'citext', 'pg_trgm', 'btree_gist', 'ltree', 'intarray', 'cube']);
  db.add(`CREATE EXTENSION ${name} SCHEMA ${ident(db.dice.pick(db.schemas))}`);
  if (name === 'citext' || name === 'hstore')
    db.add(`CREATE TABLE public.with_extension (x ${name})`, `INSERT INTO public.with_extension VALUES ('a=>1')`);
}

export function makeType(db: Made): void {
  const { dice } = db;
  const { sql } = db.qualified('t');
  const kind = dice.pick(['enum', 'composite', 'domain', 'range']);
  if (kind === 'enum') {
    const labels = dice.some(['a', 'b', "it's", 'ü', 'Z z', '', '%'], dice.int(1, 5));
    db.add(`CREATE TYPE ${sql} AS ENUM (${labels.map((label) => text(label)).join(', ')})`);
    db.own[sql] = (d) => d.pick(labels);
    if (dice.chance(40)) db.add(`ALTER TYPE ${sql} ADD VALUE 'later' BEFORE ${text(labels[0] ?? '')}`);
  } else if (kind === 'composite') {
    db.add(`CREATE TYPE ${sql} AS (x int, ${ident(dice.name('f'))} ${dice.pick(['text', 'date', ...db.types])})`);
    db.own[sql] = (d) => `(${d.int(0, 9)},)`;
  } else if (kind === 'domain') {
    const base = dice.pick(['int4', 'text', 'varchar(20)']);
    const check = base === 'int4' ? 'VALUE > -1000' : `VALUE IN ('a', 'b', 'c')`;
    db.add(
      `CREATE DOMAIN ${sql} AS ${base}${dice.chance(30) ? ` DEFAULT ${base === 'int4' ? 7 : `'a'`}` : ''} CONSTRAINT ${ident(dice.name('c'))} CHECK (${check})`,
    );
    db.own[sql] = (d) => (base === 'int4' ? String(d.int(0, 99)) : d.pick(['a', 'b']));
  } else {
    db.add(`CREATE TYPE ${sql} AS RANGE (subtype = ${dice.pick(['float8', 'text', 'date'])})`);
    db.own[sql] = () => 'empty';
  }
  db.types.push(sql);
}

export function columnType(db: Made): string {
  const { dice } = db;
  if (db.types.length > 0 && dice.chance(20)) return dice.pick(db.types);
  return dice.pick(Object.keys(TYPES));
}
