import type { PayloadSource } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { runStep, withDatabase } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { beginSnapshot } from './begin-snapshot.js';
import { feed, findPrograms, start } from './client.js';
import { mismatches } from './compare.js';
import type { Config } from './config.js';
import { DUMP, metered } from './dump.js';
import { inspect } from './inspect.js';
import { serverOf } from './server.js';
import type { State } from './state.js';

/** Restores the dump into a database and compares the result with the snapshot. */
export async function fill(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  database: string,
  expected: State,
): Promise<void> {
  const major = await withDatabase(ctx, address, database, async (client) => (await serverOf(client, config)).major);
  const programs = await findPrograms(ctx, major, config['client-bin']);
  const args = ['--format=custom', '--exit-on-error', '--no-password', `--dbname=${database}`];
  const running = start(ctx, programs.restore, args, address, database, 'restore-failed');
  await feed(running, metered(ctx, source, database, await source.open(DUMP)));
  await withDatabase(ctx, address, database, async (client) => {
    // A restored database has no planner statistics, so the first queries would be slow.
    await runStep(ctx, `analyzing "${database}"`, () => client.query('ANALYZE'));
    await beginSnapshot(client, ctx.resource);
    const found = { ...expected, ...(await inspect(client, expected.integrity, ctx)) };
    await client.query('COMMIT');
    const lines = mismatches(expected, found);
    if (lines.length === 0) return;
    throw new RewindError(
      'restore-mismatch',
      `What was restored into "${database}" is not what snapshot ${expected.snapshot} says. The current database is unchanged.`,
      { resource: ctx.resource, problems: lines.slice(0, 20) },
    );
  });
  ctx.log.info(
    `"${database}" holds what snapshot ${expected.snapshot} says: ${expected.tables.length} tables compared`,
  );
}
