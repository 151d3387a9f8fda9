import type { FenceReport } from '../../engine/capabilities.js';
import type { Context } from '../../runtime/context.js';
import { asRewindError } from '../../runtime/errors.js';
import { sentences } from '../../runtime/text.js';
import { isAnswer } from '../../services/postgres/connection.js';
import type { Config } from './config.js';
import { findDatabase } from './databases.js';
import { closedBecause, open, openStatement } from './fence.js';
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
    try {
      await open(client, ctx, found);
    } catch (error) {
      const { message, cause } = asRewindError(error);
      // Without an answer, nobody knows whether it was opened.
      if (!isAnswer(cause)) throw error;
      const remedy = `Open it as its owner, connected to "${maintenance}": ${openStatement(found.name)};`;
      return { state: 'closed', text: sentences(`"${found.name}" stays closed: ${message}`, remedy) };
    }
    return {
      state: 'lifted',
      text: `"${found.name}" accepts connections again, with the data from before the rollback. The rollback is not finished: run it again with the same digest to finish it, or leave the database as it is.`,
    };
  });
}
