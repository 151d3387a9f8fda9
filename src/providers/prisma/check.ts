import type { Context } from '../../runtime/context.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { shellWord } from '../../runtime/shell-word.js';
import { tlsAdvice } from '../../services/postgres/database-url.js';
import { closedError, readHistory, targetOf, withHistory } from './client.js';
import type { Config } from './config.js';
import { readMigrations, type MigrationFiles } from './files.js';
import { applied, appliedRows, failedRows } from './history.js';
import { lossesOf } from './losses.js';
import { usable } from './script.js';
import type { HistoryRow } from './state.js';
import { plural } from '../../runtime/text.js';

/** Read-only: compares the history in the database with the files of the checkout. */
export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const files = await readMigrations(config, ctx);
  let history: HistoryRow[];
  try {
    history = await withHistory(config, ctx, (client, target) => readHistory(client, target, ctx));
  } catch (error) {
    const closed = closedError(error);
    if (closed === null) throw error;
    return [{ level: 'error', code: closed.code, message: closed.message, remedy: closed.remedy }];
  }
  return [
    ...tlsAdvice(targetOf(config, ctx).address),
    ...(history.length === 0 ? [NO_HISTORY] : []),
    ...failures(history),
    ...compared(files, history, config),
    ...(await pending(files, history, config, ctx)),
  ];
}

const NO_HISTORY: Finding = {
  level: 'info',
  code: 'migrations-none',
  message: 'Prisma has not migrated this database yet: there is no history.',
};

function failures(history: readonly HistoryRow[]): Finding[] {
  return failedRows(history).map(({ name }) => ({
    level: 'error',
    code: 'migration-failed-row',
    message: `Migration ${name} failed in the middle: every later "prisma migrate deploy" stops with P3009.`,
    remedy: `Undo its changes manually, then run "prisma migrate resolve --rolled-back ${shellWord(name)}".`,
  }));
}

function compared(files: readonly MigrationFiles[], history: readonly HistoryRow[], config: Config): Finding[] {
  const known = new Map(files.map((entry) => [entry.name, entry]));
  return appliedRows(history).flatMap((row): Finding[] => {
    const found = known.get(row.name);
    if (!found) {
      return [
        {
          level: 'warning',
          code: 'migration-directory-missing',
          message: `Migration ${row.name} is in the database, but its directory is not in this checkout: it cannot be taken down from here.`,
          remedy: 'Check out the commit that was deployed, or restore the directory.',
          file: config.migrations,
        },
      ];
    }
    if (found.checksum === null || found.checksum === row.checksum) return [];
    return [
      {
        level: 'warning',
        code: 'migration-edited',
        message: `migration.sql of ${row.name} was edited after it was applied: its down.sql may not fit what is in the database.`,
        remedy: 'Restore the file as it was applied, and write a new migration for the rest.',
        file: `${config.migrations}/${row.name}/migration.sql`,
        line: 1,
      },
    ];
  });
}

/** Checks that the migrations of the next deploy can be reverted. */
async function pending(
  files: readonly MigrationFiles[],
  history: readonly HistoryRow[],
  config: Config,
  ctx: Context,
): Promise<Finding[]> {
  const present = applied(history);
  const coming = files.filter(({ name, checksum }) => checksum !== null && !present.includes(name));
  if (coming.length === 0) return [];
  return [
    {
      level: 'info',
      code: 'migrations-pending',
      message: `${failedRows(history).length === 0 ? 'The' : 'Once no failed migration is left, the'} next "prisma migrate deploy" applies ${plural(coming.length, 'migration')}: ${coming.map(({ name }) => name).join(', ')}.`,
      file: config.migrations,
    },
    ...(await Promise.all(coming.map((entry) => revertible(files, entry, ctx)))).flat(),
  ];
}

async function revertible(files: readonly MigrationFiles[], entry: MigrationFiles, ctx: Context): Promise<Finding[]> {
  try {
    const { facts, path, script } = usable(files, entry.name, ctx);
    return [
      ...(await lossesOf(script)).map(({ statement: { line, text }, certain }): Finding => ({
        level: 'warning',
        code: 'migration-down-loses-data',
        message: `${path}:${line} ${certain ? 'loses' : 'may lose'} data: ${text.slice(0, 80)}`,
        file: path,
        line,
      })),
      ...facts.outsideTransaction.map(({ line, text }): Finding => ({
        level: 'warning',
        code: 'migration-outside-transaction',
        message: `${path}:${line} cannot run in a transaction, so the script runs statement by statement: ${text.slice(0, 80)}`,
        remedy: 'A migration of its own for this statement keeps the others all or nothing.',
        file: path,
        line,
      })),
    ];
  } catch (error) {
    const { code, message, remedy } = asRewindError(error);
    // A warning, because a database restore and rollbacks of other resources still work.
    return [{ level: 'warning', code, message, remedy, file: entry.downPath, line: 1 }];
  }
}
