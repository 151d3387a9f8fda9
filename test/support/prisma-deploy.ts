import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Prisma's own lock. */
const LOCK = 72707369;

/**
 * Applies migration files as `prisma migrate deploy` does, and records them in the same way: the same table, the same
 * checksum, the same lock. A test against the real Prisma holds it to that. For places where Prisma is not installed.
 *
 * @param database its URL, or an open session on it
 * @param upTo last migration to apply; all when left out
 * @returns names of what was applied now
 * @throws Error with P3009 where a migration failed before, with P3018 where one fails now
 */
export async function deployMigrations(database: string | Client, folder: string, upTo?: string): Promise<string[]> {
  if (typeof database !== 'string') return deployIn(database, folder, upTo);
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    return await deployIn(client, folder, upTo);
  } finally {
    await client.end();
  }
}

async function deployIn(client: Client, folder: string, upTo?: string): Promise<string[]> {
  await client.query(`SELECT pg_advisory_lock(${LOCK})`);
  try {
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
    const failed = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    );
    const [first] = failed.rows;
    if (first) throw new Error(`P3009: ${first.migration_name} failed`);
    const done: string[] = [];
    for (const name of readdirSync(folder).sort()) {
      const file = join(folder, name, 'migration.sql');
      if (!existsSync(file) || (upTo !== undefined && name > upTo)) continue;
      const { rowCount } = await client.query(
        'SELECT 1 FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL',
        [name],
      );
      if (rowCount === 1) continue;
      const script = readFileSync(file);
      const id = randomUUID();
      const checksum = createHash('sha256').update(script).digest('hex');
      await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
        id,
        checksum,
        name,
      ]);
      try {
        await client.query(script.toString('utf8'));
      } catch (error) {
        await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)]);
        throw new Error(`P3018: ${name} failed: ${String(error)}`, { cause: error });
      }
      await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [
        id,
      ]);
      done.push(name);
    }
    return done;
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
  }
}
