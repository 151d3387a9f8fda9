import { Client } from 'pg';
import type { TestPostgres } from './postgres.js';

/** The tables of a shop whose rows a salvage carries over, each with the text of its key. */
export const TABLE_KEYS: Readonly<Record<string, string>> = {
  users: 'id::text',
  teams: 'id::text',
  members: `team::text || ',' || usr::text`,
  orders: 'id::text',
};

/** Every row of a database, by table and key. */
export async function contentsOf(server: TestPostgres, name: string): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const [table, key] of Object.entries(TABLE_KEYS)) {
    for (const { k, row } of await server.query(name, `SELECT ${key} AS k, t::text AS row FROM ${table} t`)) {
      all.set(`${table}/${String(k)}`, String(row));
    }
  }
  return all;
}

export const SALVAGE_TABLES = `
  CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE, data json, tags text[], n int);
  CREATE TABLE teams (id serial PRIMARY KEY, name text, parent int REFERENCES teams);
  CREATE TABLE members (team int REFERENCES teams, usr uuid REFERENCES users, role text, scores int[], PRIMARY KEY (team, usr));
  CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, usr uuid REFERENCES users, amount numeric(12,2),
                       doc jsonb, at timestamptz, double numeric GENERATED ALWAYS AS (amount * 2) STORED);
  CREATE TABLE visits (page text);
  INSERT INTO users SELECT md5('u' || i)::uuid, 'u' || i, '{"a": [1, null]}', ARRAY['x', NULL, 'y "z"'], i FROM generate_series(1, 200) i;
  INSERT INTO teams (name, parent) SELECT 'team ' || i, nullif(i / 2, 0) FROM generate_series(1, 40) i;
  INSERT INTO members SELECT 1 + i % 40, md5('u' || i)::uuid, 'r', ARRAY[i] FROM generate_series(1, 200) i;
  INSERT INTO orders (usr, amount, doc, at) SELECT md5('u' || 1 + i % 200)::uuid, i, '{}', '2026-01-01' FROM generate_series(1, 400) i`;

/** The same numbers on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** One write of the log: every value holds its number, so no two writes leave the same row. */
function writeOf(i: number, roll: (sides: number) => number): string {
  const user = `md5('u${1 + roll(200)}')::uuid`;
  const order = 1 + roll(430);
  const team = 1 + roll(40);
  const doc = `'{"i": ${i}, "t": "a\\\\tb''c\\\\n"}'`;
  switch (roll(11)) {
    case 0:
      return `INSERT INTO users VALUES (md5('new${i}')::uuid, 'new${i}', ${doc}, ARRAY['${i}', ''], ${i})`;
    case 1:
      return `UPDATE users SET n = ${i}, data = ${doc}, tags = NULL WHERE id = ${user}`;
    case 2:
      return `INSERT INTO teams (name, parent) VALUES ('new ${i}', ${team})`;
    case 3:
      return `UPDATE teams SET name = E'team\\t${i}' WHERE id = ${team}`;
    case 4:
    case 5:
      return `INSERT INTO members VALUES (${team}, ${user}, '${i}', ARRAY[${i}, NULL]) ON CONFLICT (team, usr) DO UPDATE SET role = '${i}'`;
    case 6:
      return `DELETE FROM members WHERE team = ${team} AND usr = ${user}`;
    case 7:
      return `INSERT INTO orders (usr, amount, doc, at) VALUES (${user}, ${i}.5, ${doc}, now())`;
    case 8:
      return `UPDATE orders SET amount = ${i}.25, doc = NULL WHERE id = ${order}`;
    case 9:
      return `DELETE FROM orders WHERE id = ${order}`;
    default:
      return `INSERT INTO visits VALUES ('${i}')`;
  }
}

/** Random writes, the same on every run for one seed; some of the transactions are rolled back. */
export async function writeRandomly(
  server: TestPostgres,
  database: string,
  { from, count, seed }: { from: number; count: number; seed: number },
): Promise<void> {
  const roll = dice(seed);
  const client = new Client({ connectionString: server.url(database) });
  await client.connect();
  for (let i = from; i < from + count; i += 20) {
    const statements = Array.from({ length: 20 }, (_, at) => writeOf(i + at, roll));
    // Some transactions end without their rows.
    await client.query(`BEGIN; ${statements.join('; ')}; ${i % 100 === 0 ? 'ROLLBACK' : 'COMMIT'}`);
  }
  await client.end();
}
