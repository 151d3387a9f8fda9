import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Context } from '../../runtime/context.js';
import { asRewindError, messageOf } from '../../runtime/errors.js';
import { sha256 } from '../../runtime/digest.js';
import { seconds } from '../../runtime/progress.js';
import { parseDatabaseUrl } from '../../services/postgres/database-url.js';
import { OWN_SEARCH_PATH, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import { outputOf, start } from '../../providers/postgres/client.js';
import { positionOf } from '../../providers/prisma/client.js';
import type { Config } from '../../providers/prisma/config.js';
import { runSteps } from '../../providers/prisma/apply.js';
import { readMigrations, type MigrationFiles } from '../../providers/prisma/files.js';
import { lineAt, statementsOf } from '../../providers/prisma/sql.js';
import type { ScratchServer } from './scratch-postgres.js';
import type { Finding } from '../../runtime/finding.js';

/** Maximum number of shown difference lines. */
const SHOWN = 20;

/** Dependencies of a trial on the scratch server. */
interface Trial {
  readonly config: Config;
  readonly ctx: Context;
  readonly server: ScratchServer;
  readonly files: readonly MigrationFiles[];
}

/**
 * Proves that each down.sql reverts its migration: runs up, down and up again on an empty scratch database, with the code
 * of a rollback. The schema text must be the same before and after. Tables are empty, so this proves nothing about data.
 *
 * @param names migrations to prove; one without a down.sql is applied, but not proven
 */
export async function proveReverts(
  config: Config,
  names: readonly string[],
  ctx: Context,
  server: ScratchServer,
): Promise<Finding[]> {
  const trial: Trial = { config, ctx, server, files: await readMigrations(config, ctx) };
  const findings: Finding[] = [];
  // After a failure the state of the database is unknown: the next migration gets a new database.
  let database: string | null = null;
  const applicable = trial.files.filter(({ checksum }) => checksum !== null);
  for (const migration of applicable) {
    if (!names.includes(migration.name)) {
      // One in between, which a later one may need.
      const failed = database === null ? null : await up(trial, migration, database);
      if (failed !== null) return [...findings, failed];
      continue;
    }
    if (database === null) {
      const built = await build(trial, migration.name);
      if ('failed' in built) return [...findings, built.failed];
      database = built.url;
    }
    const outcome = await prove(trial, migration, database);
    findings.push(...outcome.findings);
    if (!outcome.sound) database = null;
  }
  return findings;
}

/** A database with all migrations before the given one. */
async function build(trial: Trial, before: string): Promise<{ url: string } | { failed: Finding }> {
  const url = await trial.server.createDatabase(`readiness_${trial.ctx.randomHex(6)}`);
  for (const migration of trial.files) {
    if (migration.name >= before || migration.checksum === null) continue;
    const failed = await up(trial, migration, url);
    if (failed !== null) return { failed };
  }
  return { url };
}

async function prove(
  trial: Trial,
  migration: MigrationFiles,
  url: string,
): Promise<{ readonly sound: boolean; readonly findings: readonly Finding[] }> {
  const { ctx } = trial;
  const begun = ctx.clock.monotonic();
  const bad = (...findings: Finding[]) => ({ sound: false, findings });
  const before = await schemaText(trial, url);
  const failed = await up(trial, migration, url);
  if (failed !== null) return bad(failed);
  if (migration.down === null) return { sound: true, findings: [] };
  const after = await schemaText(trial, url);
  const place = { file: migration.downPath, line: 1 };
  try {
    await down(trial, migration, url);
  } catch (error) {
    const { message, remedy } = asRewindError(error);
    const line = Number(/down\.sql:(\d+)/.exec(message)?.[1] ?? onlyLine(migration.down.script));
    return bad({ level: 'error', code: 'migration-down-fails', message, remedy, file: migration.downPath, line });
  }
  const left = differences(before, await schemaText(trial, url));
  if (left.length > 0) {
    return bad({
      level: 'error',
      code: 'migration-does-not-revert',
      message: `The schema after up and down differs from before (- before, + after):\n${left.slice(0, SHOWN).join('\n')}`,
      remedy: 'Complete down.sql; "rewind migrate generate" writes one.',
      ...place,
    });
  }
  const again = await up(trial, migration, url);
  if (again !== null) {
    return bad({
      ...again,
      code: 'migration-up-again-fails',
      message: `The migration cannot be applied again after its down.sql: ${again.message}`,
    });
  }
  const other = differences(after, await schemaText(trial, url));
  if (other.length > 0) {
    return bad({
      level: 'error',
      code: 'migration-up-again-differs',
      message: `The second up leads to another schema (- first, + second):\n${other.slice(0, SHOWN).join('\n')}`,
      remedy: 'Complete down.sql: it leaves an object behind that changes the effect of the migration.',
      ...place,
    });
  }
  const took = seconds((ctx.clock.monotonic() - begun) / 1000);
  return {
    sound: true,
    findings: [
      {
        level: 'info',
        code: 'migration-reverts',
        message: `${migration.name}: up, down and up again lead to the same schema (${took}; empty tables).`,
        ...place,
      },
    ],
  };
}

/** Applies migration.sql like Prisma: as one script, recorded in Prisma's table. */
async function up({ config, ctx }: Trial, migration: MigrationFiles, url: string): Promise<Finding | null> {
  const file = `${config.migrations}/${migration.name}/migration.sql`;
  const script = await readFile(join(ctx.root, file));
  const sql = script.toString('utf8').replace(/^\uFEFF/, '');
  try {
    await session(ctx, url, async (client) => {
      await client.query(`${OWN_SEARCH_PATH}; ${HISTORY_TABLE}`);
      await client.query(sql);
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), 1)`,
        [randomUUID(), sha256(script), migration.name],
      );
    });
    return null;
  } catch (error) {
    const position = positionOf(error);
    return {
      level: 'error',
      code: 'migration-up-fails',
      message: `The migration cannot be applied to an empty database after the migrations before it: ${messageOf(error)}`,
      remedy: 'Correct the migration. If it needs an extension or a role of the server, see docs/readiness.md.',
      file,
      line: position === null ? onlyLine(sql) : lineAt(sql, position),
    };
  }
}

/** The server may report no position. In a script of one statement, the error is in that statement. */
function onlyLine(script: string): number {
  const [first, ...more] = statementsOf(script);
  return first && more.length === 0 ? first.line : 1;
}

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/** Runs down.sql with the code of a rollback. */
async function down({ config, ctx }: Trial, { name, down: script }: MigrationFiles, url: string): Promise<void> {
  const elsewhere: Context = { ...ctx, env: { ...ctx.env, resolve: () => url } };
  const own: Config = { ...config, schema: config.schema ?? 'public' };
  await runSteps(own, [{ name, sha256: script?.sha256 ?? null }], elsewhere);
}

function session<T>(ctx: Context, url: string, work: (client: DatabaseClient) => Promise<T>): Promise<T> {
  const address = parseDatabaseUrl(url, {}, ctx.resource);
  return withDatabase(ctx, address, address.database, work);
}

/** The schema as pg_dump writes it, without comments and settings; Prisma ignores the order of columns. */
async function schemaText({ ctx, server }: Trial, url: string): Promise<string[]> {
  const address = parseDatabaseUrl(url, {}, ctx.resource);
  const args = ['--schema-only', '--no-owner', '--exclude-table=*._prisma_migrations'];
  const running = start(ctx, join(server.binDir, 'pg_dump'), args, address, address.database, 'dump-failed');
  const lines = (await text(outputOf(running))).split('\n');
  const kept = lines.filter((line) => line.trim() !== '' && !/^(--|SET |SELECT pg_catalog\.set_config|\\)/.test(line));
  return sortedColumns(kept);
}

function sortedColumns(lines: readonly string[]): string[] {
  const result: string[] = [];
  let columns: string[] | null = null;
  for (const line of lines) {
    if (columns !== null && line.startsWith('    ')) columns.push(line.replace(/,$/, ''));
    else {
      result.push(...(columns ?? []).sort());
      columns = null;
      result.push(line);
      if (/^CREATE (UNLOGGED )?TABLE /.test(line)) columns = [];
    }
  }
  return result;
}

/** Lines that only one of the two schemas has. */
function differences(before: readonly string[], after: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const line of before) count.set(line, (count.get(line) ?? 0) - 1);
  for (const line of after) count.set(line, (count.get(line) ?? 0) + 1);
  return [...count].flatMap(([line, times]) =>
    Array.from({ length: Math.abs(times) }, () => `${times < 0 ? '-' : '+'} ${line.trim()}`),
  );
}
