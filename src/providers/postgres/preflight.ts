import { z } from 'zod';
import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { quoted, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import { findPrograms } from './programs.js';
import type { Config } from './config.js';
import { savedProperties, type DatabaseProperties } from './database-properties.js';
import { findDatabase } from './databases.js';
import { DUMP, readDump } from './dump.js';
import { readHead } from './entries.js';
import { obstacles } from './in-place-obstacles.js';
import { select } from './inspect.js';
import { forbiddenOwners, ownersIn, type Owners } from './owners.js';
import { withMaintenance } from './maintenance.js';
import { standby } from '../../services/postgres/standby.js';
import { addressOf, serverOf } from './server.js';
import { params } from './state.js';

/** Checks the conditions of a restore: for a plan those that need no payload, before the first change all. */
export async function preflight(
  config: Config,
  changes: readonly Change[],
  ctx: Context,
  source: PayloadSource | null,
): Promise<Finding[]> {
  // Nothing is restored: the plan has looked at the database that returns.
  const wanted = changes.map((change) => params.parse(change.params));
  const restores = wanted.filter((each) => each.kind === 'restore');
  if (restores.length === 0) return [];
  const address = addressOf(config, ctx);
  const findings: Finding[] = [];
  await withMaintenance(config, ctx, address, async (client) => {
    const server = await serverOf(client, config);
    findings.push(...(await standby(client)));
    const programs = await findPrograms(ctx, server.major, config['client-bin']);
    if (source !== null) await readDump(ctx, programs, await source.open(DUMP));
    const newer = restores.find(({ serverMajor }) => serverMajor > server.major);
    if (newer !== undefined) {
      findings.push({
        level: 'error',
        code: 'pg-client-version',
        message: `The snapshot is from PostgreSQL ${newer.serverMajor}, the server is ${server.major} now.`,
        remedy: 'Restore by hand on a server of at least that version.',
      });
    }
    const entries = source === null ? null : (await readHead(source)).entries;
    const owners = entries === null ? merged(restores.map((each) => each.owners)) : ownersIn(entries);
    const lost = await missingRoles(client, [
      ...restores.flatMap(({ roles = [] }) => roles),
      ...Object.keys(owners),
      ...(source === null ? [] : rolesIn(await savedProperties(source))),
    ]);
    if (lost.length > 0) {
      findings.push({
        level: 'error',
        code: 'database-permission',
        message: `The server has no ${lost.length === 1 ? 'role' : 'roles'} ${lost.map(quoted).join(', ')} any more. In the snapshot ${lost.length === 1 ? 'it owns something, or has' : 'they own something, or have'} privileges or settings.`,
        remedy: `Create it again: CREATE ROLE ${lost.map(quoted).join('; CREATE ROLE ')}`,
      });
    }
    if (restores.some(({ strategy }) => strategy === 'swap')) {
      findings.push(...(await forbiddenOwners(client, address.database, owners, server.major)));
    }
    if (!(await findDatabase(client, address.database))) {
      findings.push({
        level: 'warning',
        code: 'database-gone',
        message: `There is no database "${address.database}": the restored one will take its name.`,
      });
    }
    if (entries !== null && restores.some(({ strategy }) => strategy === 'in-place')) {
      findings.push(
        ...(await withDatabase(ctx, address, address.database, (live) => obstacles(live, entries, config.restore))),
      );
    }
  });
  return findings;
}

const merged = (all: readonly (Owners | undefined)[]): Owners =>
  all.reduce<Owners>((sum, owners) => ({ ...sum, ...owners }), {});

const rolesIn = ({ owner, grants, settings }: DatabaseProperties): string[] => [
  owner,
  ...(grants ?? []).flatMap(({ grantee }) => grantee ?? []),
  ...settings.flatMap(({ role }) => role ?? []),
];

async function missingRoles(client: DatabaseClient, named: readonly string[]): Promise<string[]> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT DISTINCT u.name FROM unnest($1::text[]) AS u(name)
      WHERE NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = u.name) ORDER BY 1`,
    [named],
  );
  return rows.map(({ name }) => name);
}
