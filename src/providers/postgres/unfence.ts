import type { FenceReport } from '../../engine/capabilities.js';
import type { Context } from '../../runtime/context.js';
import type { Config } from './config.js';
import { findDatabase } from './databases.js';
import { closedBecause, open } from './fence.js';
import { restoringNow, withMaintenance } from './maintenance.js';
import { addressOf } from './server.js';

/** Opens the database if an interrupted restore closed it. Leaves a database alone that somebody else closed. */
export async function unfence(config: Config, ctx: Context): Promise<FenceReport> {
  const address = addressOf(config, ctx);
  return withMaintenance(config, ctx, address, async (client, maintenance) => {
    const found = await findDatabase(client, address.database);
    if (!found) return { state: 'closed', text: `There is no database "${address.database}".` };
    const closed = closedBecause(found, maintenance);
    if (closed === null) return { state: 'open', text: `"${found.name}" accepts connections: nothing to do.` };
    if (!closed.ours) return { state: 'closed', text: `${closed.why}. Rewind leaves it closed. ${closed.remedy}` };
    const running = await restoringNow(client, found.name);
    if (running !== null) {
      return {
        state: 'closed',
        text: `A restore of "${found.name}" is running: ${running}. It opens the database when it ends. If its machine is gone, end its session (SELECT pg_terminate_backend(…)) and run "rewind unfence" again.`,
      };
    }
    await open(client, ctx, found);
    return {
      state: 'lifted',
      text: `"${found.name}" accepts connections again, with the data from before the rollback. The rollback is not finished: run it again with the same digest to finish it, or leave the database as it is.`,
    };
  });
}
