import type { Change, PayloadSource } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { connect, literal, quoted, runStep, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { capture } from './capture.js';
import { findPrograms } from './client.js';
import { keepMarks, markInPlace } from './compare-restored.js';
import type { Config } from './config.js';
import { readExpected } from './dump.js';
import { fill } from './fill.js';
import { restoreInPlace } from './in-place.js';
import { findDatabase } from './inspect.js';
import { derivedName } from './names.js';
import { makeEmptyLike, nextTransaction } from './new-database.js';
import { differencesOf } from './plan.js';
import { withRestoreTag } from './restore-tag.js';
import { addressOf } from './server.js';
import { params, type State } from './state.js';
import { swap } from './swap.js';

/** Restores the database to the snapshot. Decides from the live state, so a rerun completes an interrupted restore. */
export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const address = addressOf(config, ctx);
  const expected = await readExpected(source);
  const live = await capture(config, ctx, { purpose: 'compare', write: async () => undefined });
  if (differencesOf(expected, live).equal) {
    ctx.log.info(`"${address.database}" already matches snapshot ${expected.snapshot}`);
    return;
  }
  if (params.parse(change.params).strategy === 'swap') {
    await restoreBySwap(config, ctx, source, address, expected);
    return;
  }
  await restoreInPlace(config, ctx, source, address, expected);
  const programs = await findPrograms(ctx, live.serverMajor, config['client-bin']);
  await markInPlace(ctx, source, address, programs, expected);
}

/** Restores into a new database, compares it, then swaps the names. Keeps the current database under another name. */
async function restoreBySwap(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  expected: State,
): Promise<void> {
  const fresh = derivedName(address.database, 'new', expected.snapshot);
  const maintenance = await connect(ctx, address, config['maintenance-database']);
  try {
    if (await isFinished(maintenance, fresh)) {
      ctx.log.info(`"${fresh}" was restored and compared by an interrupted run; continuing from there`);
    } else {
      await runStep(ctx, `dropping the unfinished database "${fresh}"`, () =>
        maintenance.query(`DROP DATABASE IF EXISTS ${quoted(fresh)}`),
      );
      await makeEmptyLike(maintenance, ctx, address.database, fresh);
      const marks = await fill(config, ctx, source, address, fresh, expected);
      await tagFinished(maintenance, ctx, address.database, fresh, expected);
      await keepMarks(maintenance, ctx, fresh, expected.snapshot, marks);
    }
    await swap(maintenance, ctx, address.database, fresh, expected);
  } finally {
    await maintenance.end().catch(() => undefined);
  }
}

/** True for a database that was restored and compared: only then does it carry the tag. */
async function isFinished(maintenance: DatabaseClient, fresh: string): Promise<boolean> {
  const found = await findDatabase(maintenance, fresh);
  return found?.comment?.includes('[rewind: restored from') ?? false;
}

async function tagFinished(
  maintenance: DatabaseClient,
  ctx: Context,
  database: string,
  fresh: string,
  expected: State,
): Promise<void> {
  const old = await findDatabase(maintenance, database);
  const tag = withRestoreTag(old?.comment ?? null, expected.snapshot, await nextTransaction(maintenance));
  await runStep(ctx, `marking "${fresh}" as restored`, () =>
    maintenance.query(`COMMENT ON DATABASE ${quoted(fresh)} IS ${literal(tag)}`),
  );
}
