import { z } from 'zod';
import type { Change, PayloadSource } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { quoted, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import { findPrograms } from './client.js';
import type { Config } from './config.js';
import { savedProperties, type DatabaseProperties } from './database-properties.js';
import { findDatabase } from './databases.js';
import { DUMP, readDump, readExpected } from './dump.js';
import { obstacles } from './in-place-obstacles.js';
import { readToc } from './in-place-script.js';
import { select } from './inspect.js';
import { withMaintenance } from './maintenance.js';
import { addressOf, serverOf } from './server.js';
import { params } from './state.js';

/** After the approval, before the first change: checks the conditions of a restore. */
export async function preflight(
  config: Config,
  changes: readonly Change[],
  ctx: Context,
  source: PayloadSource,
): Promise<Finding[]> {
  // Nothing is restored: the plan has looked at the database that returns.
  const wanted = changes.map((change) => params.parse(change.params));
  if (wanted.every(({ kind }) => kind === 'return')) return [];
  const address = addressOf(config, ctx);
  const expected = await readExpected(source);
  const findings: Finding[] = [];
  const inPlace = wanted.some((each) => each.kind === 'restore' && each.strategy === 'in-place');
  await withMaintenance(config, ctx, address, async (client) => {
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
    const lost = await missingRoles(client, await savedProperties(source));
    if (lost.length > 0) {
      findings.push({
        level: 'error',
        code: 'database-permission',
        message: `The server has no role ${lost.map((name) => `"${name}"`).join(', ')} any more, and the database belonged to it or gave it privileges or settings.`,
        remedy: `Create it again: CREATE ROLE ${lost.map(quoted).join('; CREATE ROLE ')}`,
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

async function missingRoles(client: DatabaseClient, wanted: DatabaseProperties): Promise<string[]> {
  const named = [
    wanted.owner,
    ...(wanted.grants ?? []).flatMap(({ grantee }) => grantee ?? []),
    ...wanted.settings.flatMap(({ role }) => role ?? []),
  ];
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT DISTINCT u.name FROM unnest($1::text[]) AS u(name)
      WHERE NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = u.name) ORDER BY 1`,
    [named],
  );
  return rows.map(({ name }) => name);
}
