import { z } from 'zod';
import { RewindError } from '../../../runtime/errors.js';
import type { DatabaseClient } from '../../../services/postgres/connection.js';
import { select } from '../inspect.js';
import { keptBefore, RESTORE_TAG } from '../restore-tag.js';

/** Production after a restore by swap, and the database that the restore kept. */
export interface Kept {
  readonly name: string;
  readonly oid: string;
  /** The snapshot that production was restored from. */
  readonly snapshot: string;
  /** Production's first transaction after the restore: rows with lower ids are as restored. */
  readonly next: string;
  /** Other databases that earlier restores kept. Their rows are not compared. */
  readonly others: readonly string[];
}

/**
 * Finds the newest database that a restore of `database` kept.
 * @param client connected to any database of the server
 * @throws RewindError salvage-nothing-kept
 */
export async function findKept(client: DatabaseClient, database: string, resource: string): Promise<Kept> {
  const databases = await select(
    client,
    z.object({ name: z.string(), oid: z.string(), comment: z.string().nullable() }),
    `SELECT datname AS name, oid::text AS oid, shobj_description(oid, 'pg_database') AS comment FROM pg_database`,
  );
  const tag = RESTORE_TAG.exec(databases.find(({ name }) => name === database)?.comment ?? '');
  const nothing = (why: string): RewindError => new RewindError('salvage-nothing-kept', why, { resource });
  if (!tag) throw nothing(`"${database}" was not restored from a snapshot.`);
  const [, snapshot = '', next = '0'] = tag;
  const all = databases.filter(({ comment }) => keptBefore(comment)?.database === database);
  const found = all
    .filter(({ comment }) => keptBefore(comment)?.snapshot === snapshot)
    // Each restore makes a new database, so the one that was production last has the highest OID.
    .sort((a, b) => Number(a.oid) - Number(b.oid))
    .at(-1);
  if (!found) throw nothing(`The restore of snapshot ${snapshot} kept no database of "${database}" on this server.`);
  const others = all.filter((each) => each !== found).map(({ name }) => name);
  return { name: found.name, oid: found.oid, snapshot, next, others: others.sort() };
}
