import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { amount } from '../../runtime/progress.js';
import { quoted, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import { tlsAdvice } from '../../services/postgres/database-url.js';
import { findPrograms } from './client.js';
import type { Config } from './config.js';
import { select } from './inspect.js';
import { hiddenFromDump } from './left-out.js';
import { addressOf, serverOf } from './server.js';

/** Read-only: checks that this user can reach, read and restore the database with the installed programs. */
export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const address = addressOf(config, ctx);
  return withDatabase(ctx, address, address.database, async (client) => {
    const server = await serverOf(client, config);
    const programs = await findPrograms(ctx, server.major, config['client-bin']).then(
      () => [],
      (error: unknown): Finding[] => {
        const { code, message, remedy } = asRewindError(error);
        return [{ level: 'error', code, message, remedy }];
      },
    );
    return [
      ...tlsAdvice(address),
      ...programs,
      ...(await unreadable(client)),
      ...(await hidden(client)),
      ...strategy(config, server),
      ...(await replication(client)),
      ...(await keptDatabases(client, address.database)),
    ];
  });
}

async function unreadable(client: DatabaseClient): Promise<Finding[]> {
  const rows = await select(
    client,
    z.object({ name: z.string(), hidden: z.boolean() }),
    `SELECT c.oid::regclass::text AS name, has_table_privilege(c.oid, 'SELECT') AS hidden
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'S', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
        AND (NOT has_table_privilege(c.oid, 'SELECT') OR (c.relkind = 'r' AND row_security_active(c.oid)))
      ORDER BY 1`,
  );
  if (rows.length === 0) return [];
  const names = rows.map(({ name }) => name);
  return [
    {
      level: 'error',
      code: 'database-permission',
      message: `This user cannot read all of ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}: a backup would be incomplete, and pg_dump refuses.`,
      remedy: `GRANT SELECT on them to this user${rows.some(({ hidden }) => hidden) ? ', and BYPASSRLS where row security hides rows' : ''}; or use the owner.`,
    },
  ];
}

async function hidden(client: DatabaseClient): Promise<Finding[]> {
  return (await hiddenFromDump(client)).map((what) => ({
    level: 'warning',
    code: 'database-not-dumped',
    message: `A snapshot by this user does not contain ${what}.`,
    remedy: 'Take snapshots as a superuser, or keep what re-creates it (with its password) elsewhere.',
  }));
}

function strategy(config: Config, server: Awaited<ReturnType<typeof serverOf>>): Finding[] {
  if (server.strategy === 'swap') return [];
  const findings: Finding[] = [
    {
      level: 'info',
      code: 'database-in-place',
      message:
        'A restore would run in place, in one transaction that locks the tables: this user may not create databases, or "restore: in-place" is configured.',
      remedy:
        'ALTER ROLE … CREATEDB, as the owner of the database, allows the faster swap that keeps the old database.',
    },
  ];
  if (!server.owner && config.integrity === 'rows') {
    findings.push({
      level: 'error',
      code: 'database-permission',
      message:
        'This user does not own the database, so Rewind cannot tag a restore in place, and the restored rows would look like new data.',
      remedy: 'Use the owner of the database, or set "integrity: content".',
    });
  }
  return findings;
}

async function replication(client: DatabaseClient): Promise<Finding[]> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT slot_name::text AS name FROM pg_replication_slots WHERE database = current_database()`,
  );
  if (rows.length === 0) return [];
  return [
    {
      level: 'warning',
      code: 'database-replication-slots',
      message: `Logical replication slots (${rows.map(({ name }) => name).join(', ')}) are not moved to the restored database.`,
      remedy: 'After a restore, re-create the slots and let the subscribers copy the data again.',
    },
  ];
}

/** Previous databases that earlier restores kept. */
async function keptDatabases(client: DatabaseClient, database: string): Promise<Finding[]> {
  const rows = await select(
    client,
    z.object({ name: z.string(), bytes: z.string().nullable() }),
    `SELECT datname AS name, CASE WHEN has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid)::text END AS bytes
       FROM pg_database WHERE starts_with(datname, left($1, 30)) AND datname ~ '_before_[0-9]{8}t[0-9]{6}z_' ORDER BY 1`,
    [database],
  );
  return rows.map(({ name, bytes }) => ({
    level: 'info',
    code: 'database-kept',
    message: `"${name}" (${bytes === null ? 'size unknown' : amount(Number(bytes), 'bytes')}) was kept by a restore.`,
    remedy: `Drop it when no longer needed: DROP DATABASE ${quoted(name)}`,
  }));
}
