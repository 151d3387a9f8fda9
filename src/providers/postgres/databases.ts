import { z } from 'zod';
import type { DatabaseClient } from '../../services/postgres/connection.js';
import { select } from './inspect.js';

/** A database in the server's catalogue, readable from any database. */
const databaseRow = z.object({
  oid: z.number(),
  name: z.string(),
  accepts: z.boolean(),
  comment: z.string().nullable(),
  owner: z.string(),
});
export type DatabaseEntry = z.infer<typeof databaseRow>;

const SQL = `SELECT oid::int8::float8 AS oid, datname AS name, datallowconn AS accepts,
                    shobj_description(oid, 'pg_database') AS comment, pg_get_userbyid(datdba) AS owner FROM pg_database`;

export async function findDatabase(client: DatabaseClient, name: string): Promise<DatabaseEntry | undefined> {
  const rows = await select(client, databaseRow, `${SQL} WHERE datname = $1`, [name]);
  return rows[0];
}

export async function allDatabases(client: DatabaseClient): Promise<DatabaseEntry[]> {
  return select(client, databaseRow, `${SQL} ORDER BY datname`);
}

/** Bytes on disk; null if this user may not see it. */
export async function sizeOf(client: DatabaseClient, name: string): Promise<number | null> {
  const [row] = await select(
    client,
    z.object({ bytes: z.number().nullable() }),
    `SELECT CASE WHEN has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid)::float8 END AS bytes
       FROM pg_database WHERE datname = $1`,
    [name],
  );
  return row?.bytes ?? null;
}
