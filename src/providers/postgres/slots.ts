import { z } from 'zod';
import type { LeftReplication } from '../../engine/replication.js';
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

const MOVE =
  'Subscription, in the kept database: ALTER SUBSCRIPTION … DISABLE, SET (slot_name = NONE), DROP SUBSCRIPTION; in the restored one: enable it, or create it again, and let it copy the data again. Slot: drop it (pg_drop_replication_slot), create it in the restored database, and let its subscribers copy the data again.';

/**
 * What of replication belongs to the other databases of the server, by their names. A subscription is moved if the one of that
 * name is enabled in this database and in no other; the name of a slot is unique on the server.
 * @param database that production uses
 */
export async function replicationBeside(
  client: DatabaseClient,
  database: string,
): Promise<ReadonlyMap<string, LeftReplication>> {
  const rows = await select(
    client,
    z.object({ database: z.string(), what: z.string(), active: z.boolean() }),
    `WITH own AS (SELECT s.subname, s.subenabled, d.datname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid)
     SELECT datname::text AS database, format('subscription "%s"', subname) AS what, subenabled AS active FROM own o
      WHERE datname <> $1
        AND (subenabled OR NOT EXISTS (SELECT FROM own l WHERE l.datname = $1 AND l.subname = o.subname AND l.subenabled))
     UNION ALL
     SELECT database::text, format('logical slot "%s"', slot_name), true FROM pg_replication_slots
      WHERE database <> $1 AND NOT temporary ORDER BY 1, 2`,
    [database],
  );
  const found = new Map<string, LeftReplication>();
  for (const { database: name, what, active } of rows) {
    found.set(name, { left: [...(found.get(name)?.left ?? []), { what, active }], move: MOVE });
  }
  return found;
}
