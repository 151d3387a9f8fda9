import { z } from 'zod';
import { RewindError } from '../../../runtime/errors.js';
import type { DatabaseClient } from '../../../services/postgres/connection.js';
import { select } from '../inspect.js';
import { derivedName } from '../names.js';
import { RESTORE_TAG } from '../restore-tag.js';

/** Production after a restore by swap, and the database that the restore kept. */
export interface Kept {
  readonly name: string;
  readonly oid: string;
  /** The snapshot that production was restored from. */
  readonly snapshot: string;
  /** Production's first transaction after the restore: rows with lower ids are as restored. */
  readonly next: string;
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
  const base = derivedName(database, 'before', snapshot);
  const found = databases
    .filter(({ name }) => name === base || (name.startsWith(`${base}_`) && /^\d+$/.test(name.slice(base.length + 1))))
    .sort((a, b) => Number(a.name.slice(base.length + 1)) - Number(b.name.slice(base.length + 1)))
    .at(-1);
  if (!found) throw nothing(`The restore of snapshot ${snapshot} kept no database "${base}" on this server.`);
  return { name: found.name, oid: found.oid, snapshot, next };
}
