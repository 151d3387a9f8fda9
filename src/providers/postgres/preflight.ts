import type { Change, PayloadSource } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { withDatabase } from '../../services/postgres/connection.js';
import { findPrograms } from './client.js';
import type { Config } from './config.js';
import { DUMP, readDump, readExpected } from './dump.js';
import { obstacles } from './in-place-obstacles.js';
import { readToc } from './in-place-script.js';
import { findDatabase } from './inspect.js';
import { addressOf, serverOf } from './server.js';
import { params } from './state.js';

/** After the approval, before the first change: checks the conditions of a restore. */
export async function preflight(
  config: Config,
  changes: readonly Change[],
  ctx: Context,
  source: PayloadSource,
): Promise<Finding[]> {
  const address = addressOf(config, ctx);
  const expected = await readExpected(source);
  const findings: Finding[] = [];
  const inPlace = changes.some((change) => params.parse(change.params).strategy === 'in-place');
  await withDatabase(ctx, address, config['maintenance-database'], async (client) => {
    const server = await serverOf(client, config);
    const programs = await findPrograms(ctx, server.major, config['client-bin']);
    await readDump(ctx, programs, await source.open(DUMP));
    if (expected.serverMajor > server.major) {
      findings.push({
        level: 'error',
        code: 'pg-client-version',
        message: `The snapshot is of PostgreSQL ${expected.serverMajor}, the server is ${server.major} now.`,
        remedy: 'Restore by hand on a server of at least that version.',
      });
    }
    if (!(await findDatabase(client, address.database))) {
      findings.push({
        level: 'warning',
        code: 'database-gone',
        message: `There is no database "${address.database}": the restored one will take its name.`,
      });
    }
    if (inPlace) {
      const toc = await readToc(ctx, programs, source);
      findings.push(...(await withDatabase(ctx, address, address.database, (live) => obstacles(live, toc))));
    }
  });
  return findings;
}
