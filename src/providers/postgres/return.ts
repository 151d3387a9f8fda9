import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import type { Config } from './config.js';
import { allDatabases, findDatabase } from './databases.js';
import { statisticsBefore } from './deleted.js';
import { fenceToken } from './restore-tag.js';
import { open } from './fence.js';
import { MaintenanceSession } from './maintenance.js';
import { sweepNew } from './new-database.js';
import { swap } from './swap.js';

/** Gives the name back to the database with this OID, and keeps the present one. Opens it if an interrupted swap closed it. */
export async function returnDatabase(
  config: Config,
  ctx: Context,
  address: DatabaseAddress,
  oid: number,
): Promise<void> {
  const session = await MaintenanceSession.open(config, ctx, address);
  try {
    const client = await session.live();
    const wanted = (await allDatabases(client)).find((entry) => entry.oid === oid);
    if (!wanted) {
      throw new RewindError('swap-failed', `The previous database (OID ${oid}) is gone: somebody dropped it.`, {
        resource: ctx.resource,
        remedy: 'Plan again. Nothing was changed in the present database.',
      });
    }
    const present = await findDatabase(client, address.database);
    await sweepNew(client, ctx, address, present);
    if (wanted.name !== address.database) {
      const statistics = await statisticsBefore(ctx, address, present);
      await swap(client, ctx, address.database, { entry: wanted, kind: 'returned' }, ctx.snapshotId, statistics, () =>
        session.live(),
      );
    } else if (!wanted.accepts && fenceToken(wanted.comment) !== null) {
      await open(client, ctx, wanted);
    } else {
      ctx.log.info(`"${address.database}" is the previous database already`);
    }
  } finally {
    await session.end();
  }
}
