import { z } from 'zod';
import type { DatabaseClient } from '../../services/postgres/connection.js';
import { select } from './inspect.js';

/** Names of the logical replication slots of this database. A swap leaves them with the kept database. */
export async function logicalSlots(client: DatabaseClient): Promise<string[]> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT slot_name::text AS name FROM pg_replication_slots WHERE database = current_database() AND NOT temporary ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** @param slots at least one */
export const slotsStay = (slots: readonly string[]): string =>
  `Logical replication slots (${slots.join(', ')}) are not moved to the restored database: their subscribers stop, and the slots keep WAL in the kept database.`;
