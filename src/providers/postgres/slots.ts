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

/** Names of the subscriptions of this database that are enabled. */
export async function enabledSubscriptions(client: DatabaseClient): Promise<string[]> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT subname::text AS name FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
      WHERE d.datname = current_database() AND s.subenabled ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** @param subscriptions at least one */
export const subscriptionsStay = (subscriptions: readonly string[]): string =>
  `Subscriptions (${subscriptions.join(', ')}) stay enabled in the kept database: what their publishers send after the swap is written there, and not to the restored database, where they are disabled or missing.`;

/** @param slots at least one */
export const slotsStay = (slots: readonly string[]): string =>
  `Logical replication slots (${slots.join(', ')}) are not moved to the restored database: their subscribers stop, and the slots keep WAL in the kept database.`;
