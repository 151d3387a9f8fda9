import type { SalvagedTable, SalvageFacts } from '../../../engine/salvage.js';
import type { Context } from '../../../runtime/context.js';
import { messageOf, RewindError } from '../../../runtime/errors.js';
import { databaseError, isAnswer, withDatabase, type DatabaseClient } from '../../../services/postgres/connection.js';
import type { Config } from '../config.js';
import { addressOf } from '../server.js';
import { RowWriter } from './row-writer.js';
import { findKept } from './kept.js';

/** The texts of values are read as they were written; no policy hides a row; the lock of another session ends the run. */
const SETTINGS = [
  `SET LOCAL TimeZone = 'UTC'`,
  `SET LOCAL DateStyle = 'ISO, YMD'`,
  `SET LOCAL IntervalStyle = 'postgres'`,
  `SET LOCAL bytea_output = 'hex'`,
  `SET LOCAL lc_monetary = 'C'`,
  `SET LOCAL array_nulls = on`,
  `SET LOCAL xmloption = 'content'`,
  `SET LOCAL row_security = off`,
  // A trigger that fires may need it.
  `SET LOCAL search_path TO DEFAULT`,
  `SET LOCAL statement_timeout = 0`,
  `SET LOCAL lock_timeout = '30s'`,
].join('; ');

/** A row that is in production already is not carried over once more. */
const AGAIN = 'Run the same command again: it carries over only what is missing.';

/** Applies approved rows in one transaction. A row that production wrote since the restore is left as it is. */
export async function applySalvage(
  config: Config,
  approved: SalvageFacts,
  ctx: Context,
  lines: AsyncIterable<string>,
  beforeCommit: () => Promise<void>,
): Promise<SalvagedTable[]> {
  const address = addressOf(config, ctx);
  return withDatabase(ctx, address, address.database, async (client) => {
    const kept = await findKept(client, address.database, ctx.resource);
    const same =
      kept.oid === approved.kept.oid &&
      kept.snapshot === approved.snapshot &&
      kept.production.oid === approved.production.oid &&
      kept.production.restored === approved.production.restored;
    if (!same || address.database !== approved.database) {
      throw new RewindError(
        'plan-drift',
        `"${address.database}" was restored again, or an undo replaced it, after the plan was made.`,
        {
          resource: ctx.resource,
        },
      );
    }
    try {
      // The role or the database may be read-only by default.
      await client.query(`BEGIN READ WRITE; ${SETTINGS}`);
      const done = await new RowWriter(client, approved, ctx).run(lines);
      await beforeCommit();
      await commit(client, approved.database, ctx.resource);
      return done;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      if (error instanceof RewindError) throw error;
      const { message } = databaseError(error, ctx.resource, 'carrying rows over');
      const remedy = isAnswer(error) ? undefined : AGAIN;
      throw new RewindError('salvage-failed', message, { resource: ctx.resource, remedy, cause: error });
    }
  });
}

/** @throws RewindError salvage-failed if the answer was lost; the server's error if it rejected the transaction */
async function commit(client: DatabaseClient, database: string, resource: string): Promise<void> {
  try {
    await client.query('COMMIT');
  } catch (error) {
    if (isAnswer(error)) throw error;
    throw new RewindError(
      'salvage-failed',
      `The COMMIT was not answered, so it is unknown whether the rows are in "${database}": ${messageOf(error)}.`,
      { resource, remedy: AGAIN, uncertain: true, cause: error },
    );
  }
}
