import { ident } from './values.js';
import { type Made } from './made.js';
import { keyedTable } from './tables.js';

export function makeConstraint(db: Made): void {
  const { dice } = db;
  const table = dice.pick(db.tables);
  const name = ident(dice.name('con'));
  const column = table.columns.length > 0 ? ident(dice.pick(table.columns).name) : 'k';
  const keyed = keyedTable(db);
  const clause = dice.pick([
    `CHECK (${column} IS NOT NULL) NOT VALID`,
    `CHECK (${column}::text <> 'never')`,
    `CHECK (${column}::text IN ('a', 'b') OR true)`,
    `UNIQUE (${column})${dice.chance(50) ? ' DEFERRABLE INITIALLY DEFERRED' : ''}`,
    `UNIQUE NULLS NOT DISTINCT (${column}) INCLUDE (${column})`,
    `EXCLUDE USING gist (${column} WITH &&)`,
    `EXCLUDE USING hash (${column} WITH =) WHERE (${column} IS NOT NULL) DEFERRABLE`,
    `FOREIGN KEY (${column}) REFERENCES ${keyed.sql} (${ident(keyed.key)}) NOT VALID`,
    `FOREIGN KEY (${ident(keyed.key)}) REFERENCES ${keyed.sql} (${ident(keyed.key)}) ON DELETE CASCADE`,
  ]);
  db.add(`ALTER TABLE ${table.sql} ADD CONSTRAINT ${name} ${clause}`);
}

export function makeIndex(db: Made): void {
  const { dice } = db;
  const table = dice.pick(db.tables);
  const column = table.columns.length > 0 ? ident(dice.pick(table.columns).name) : 'k';
  const name = ident(dice.name('idx'));
  db.add(
    `CREATE INDEX ${name} ON ${table.sql} ${dice.pick([`(${column} DESC NULLS LAST)`, `USING hash (${column})`, `((${column}::text || 'x')) WHERE ${column} IS NOT NULL`, `(${column}) INCLUDE (${column}) WITH (fillfactor = 70)`, `USING brin (${column})`])}`,
  );
  const more = dice.pick([
    `ALTER TABLE ${table.sql} CLUSTER ON ${name}`,
    `ALTER INDEX ${ident(table.schema)}.${name} ALTER COLUMN 1 SET STATISTICS 77`,
    `ALTER TABLE ${table.sql} REPLICA IDENTITY ${dice.pick(['FULL', 'NOTHING'])}`,
  ]);
  if (dice.chance(40)) db.add(more);
}

export function makeStatistics(db: Made): void {
  const table = db.dice.pick(db.tables.filter(({ columns }) => columns.length > 1).concat(db.tables.slice(0, 1)));
  const [one, two] = db.dice.some(table.columns, 2).map(({ name }) => ident(name));
  const { sql } = db.qualified('stat');
  db.add(
    `CREATE STATISTICS ${sql} ${db.dice.pick(['', '(ndistinct)', '(mcv, dependencies)'])} ON ${one ?? 'k'}, ${two ?? 'v'} FROM ${table.sql}`,
  );
  if (db.dice.chance(40)) db.add(`ALTER STATISTICS ${sql} SET STATISTICS 55`);
}
