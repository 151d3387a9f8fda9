import { ident } from './values.js';
import { type Made } from './made.js';
import { keyedTable } from './tables.js';

export function makeView(db: Made): void {
  const { dice } = db;
  const { sql } = db.qualified('v');
  const table = dice.pick(db.tables);
  const keyed = keyedTable(db);
  const other = db.views.length > 0 ? dice.pick(db.views) : table.sql;
  db.add(
    dice.pick([
      `CREATE VIEW ${sql} AS SELECT * FROM ${table.sql}`,
      `CREATE VIEW ${sql} WITH (security_barrier) AS SELECT x.* FROM ${table.sql} x WHERE x::text IN ('a', 'b')`,
      `CREATE VIEW ${sql} AS SELECT * FROM ${keyed.sql} WHERE ${ident(keyed.key)} > 2 WITH LOCAL CHECK OPTION`,
      // Depends on the primary key, so pg_dump prints it in two parts.
      `CREATE VIEW ${sql} AS SELECT x.*, count(*) AS how_many FROM ${keyed.sql} x GROUP BY ${ident(keyed.key)}`,
      `CREATE VIEW ${sql} AS SELECT count(*) AS c, 'x'::varchar IN ('x', 'y') AS i FROM ${other}`,
      `CREATE RECURSIVE VIEW ${sql} (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM ${ident(db.dice.name('never'))} WHERE n < 5`,
      `CREATE VIEW ${sql} AS SELECT a.* FROM ${table.sql} a LEFT JOIN LATERAL (SELECT 1 AS one FROM ${other} LIMIT 1) b ON true`,
      `CREATE VIEW ${sql} AS SELECT current_date + interval '1 day' AS d, ARRAY[1, 2]::int[] AS a, (ROW(1, 'x')).f1 AS r`,
    ]),
  );
  db.views.push(sql);
}

export function makeMaterialized(db: Made): void {
  const { dice } = db;
  const { sql } = db.qualified('m');
  const from = dice.pick([...db.tables.map((table) => table.sql), ...db.views]);
  db.add(
    `CREATE MATERIALIZED VIEW ${sql} AS SELECT count(*) AS n, 'x'::text AS t FROM ${from}${dice.chance(40) ? ' WITH NO DATA' : ''}`,
  );
  if (dice.chance(50)) db.add(`CREATE UNIQUE INDEX ${ident(dice.name('mi'))} ON ${sql} (n)`);
  db.views.push(sql);
}
