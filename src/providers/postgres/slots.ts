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

/** A copy meets the restored rows: a table with a key must be empty before it. */
export const MOVE_SUBSCRIPTION =
  'Subscription: in the kept database, ALTER SUBSCRIPTION … DISABLE, SET (slot_name = NONE), then DROP SUBSCRIPTION. In the restored one, empty its tables, ENABLE it (or create it again with create_slot = false), then REFRESH PUBLICATION: it copies the data again, because the slot does not go back.';

export const MOVE_SLOT =
  'Slot: drop the one of the kept database (pg_drop_replication_slot), create it in the restored one, and let the subscribers copy the data again, into empty tables.';

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
    z.object({ database: z.string(), what: z.string(), active: z.boolean(), slot: z.boolean() }),
    `WITH own AS (SELECT s.subname, s.subenabled, d.datname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid)
     SELECT datname::text AS database, format('subscription "%s"', subname) AS what, subenabled AS active, false AS slot FROM own o
      WHERE datname <> $1
        AND (subenabled OR NOT EXISTS (SELECT FROM own l WHERE l.datname = $1 AND l.subname = o.subname AND l.subenabled))
     UNION ALL
     SELECT database::text, format('logical slot "%s"', slot_name), true, true FROM pg_replication_slots
      WHERE database <> $1 AND NOT temporary ORDER BY 1, 2`,
    [database],
  );
  const found = new Map<string, LeftReplication>();
  for (const { database: name } of rows) {
    const own = rows.filter((row) => row.database === name);
    const moves = [
      ...(own.some(({ slot }) => !slot) ? [MOVE_SUBSCRIPTION] : []),
      ...(own.some(({ slot }) => slot) ? [MOVE_SLOT] : []),
    ];
    found.set(name, { left: own.map(({ what, active }) => ({ what, active })), move: moves.join(' ') });
  }
  return found;
}
