import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { quoted, runStep, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { select } from './inspect.js';
import { lenient } from './session-settings.js';

/**
 * Drops a database that Rewind filled and that nobody uses. PostgreSQL refuses to drop one with subscriptions, so they go
 * first: without their slot, because the slot of the publisher belongs to the subscription of production.
 * @param client a session on another database of the same server
 */
export async function dropCopy(
  client: DatabaseClient,
  ctx: Context,
  address: DatabaseAddress,
  name: string,
): Promise<void> {
  await runStep(ctx, `dropping "${name}"`, async () => {
    const subscriptions = await select(
      client,
      z.object({ name: z.string() }),
      `SELECT subname::text AS name FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = $1`,
      [name],
    );
    if (subscriptions.length > 0) {
      await withDatabase(ctx, address, name, async (inside) => {
        await lenient(inside);
        for (const subscription of subscriptions.map((row) => quoted(row.name))) {
          await inside.query(`ALTER SUBSCRIPTION ${subscription} DISABLE`);
          await inside.query(`ALTER SUBSCRIPTION ${subscription} SET (slot_name = NONE)`);
          await inside.query(`DROP SUBSCRIPTION ${subscription}`);
        }
      });
    }
    await client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
  });
}
