import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../runtime/context.js';
import { asRewindError } from '../../runtime/errors.js';
import { oneLine, plural } from '../../runtime/text.js';
import type { Config } from '../../providers/prisma/config.js';
import { usable } from '../../providers/prisma/script.js';
import { readMigrations } from '../../providers/prisma/files.js';
import { git } from '../git.js';
import { migrationChanges, type MigrationChanges } from './changes.js';
import { downHazards, hazardsOf } from './hazards.js';
import { proveReverts } from './revert.js';
import { illegibleScripts, refusedFiles } from './refused-files.js';
import { startScratchPostgres } from './scratch-postgres.js';
import type { Finding } from '../../runtime/finding.js';

export interface MigrationQuestion {
  /** Base branch or commit of the comparison. */
  readonly base: string;
  /** Rows per `schema.table` in the newest snapshot; null if unknown. */
  readonly tables: ReadonlyMap<string, number> | null;
  /** Version of the server in production; null if unknown. */
  readonly major: number | null;
}

/**
 * Checks the migrations of a pull request: no old one changed, each new one has a down.sql that reverts it, an old one keeps
 * its own, and no statement breaks the older code.
 */
export async function migrationFindings(config: Config, ctx: Context, question: MigrationQuestion): Promise<Finding[]> {
  const folder = config.migrations.replace(/^\.\//, '').replace(/\/+$/, '');
  const refused = await refusedFiles(ctx, folder);
  if (refused.length > 0) return refused;
  const changes = await migrationChanges(ctx, folder, question.base);
  const history = historyFindings(folder, changes);
  // Nothing is said of a folder that holds no migrations: "ready" would be a claim about files that nobody read.
  const unread = await unreadFindings({ ...config, migrations: folder }, ctx);
  if (unread.length > 0) return [...history, ...unread];
  const added = await addedFindings({ ...config, migrations: folder }, changes, ctx, question);
  return [...history, ...added, ...(await uncommittedFindings(ctx, folder))];
}

/** An error if the folder is not there, or holds the migrations of another tool. */
async function unreadFindings(config: Config, ctx: Context): Promise<Finding[]> {
  const file = config.migrations;
  try {
    if ((await readMigrations(config, ctx)).some(({ up }) => up !== null)) return [];
  } catch (error) {
    const { code, message, remedy } = asRewindError(error);
    return [{ level: 'error', code, message, remedy, file }];
  }
  const names = await readdir(join(ctx.root, file), { recursive: true });
  const [other] = names.filter((name) => /\.(sql|js|ts|rb|py|xml|ya?ml)$/i.test(name)).sort();
  if (other === undefined) return [];
  return [
    {
      level: 'error',
      code: 'migrations-of-another-tool',
      message: `${file} holds files such as ${oneLine(other)}, but no migration of Prisma (a directory with a migration.sql). No migration was checked.`,
      remedy:
        'Name the folder of the migrations of Prisma. Migrations of another tool: remove the resource, and roll the database back by a restore.',
      file,
    },
  ];
}

/** Git compares commits, so nothing is known of a file that is not in one. */
async function uncommittedFindings(ctx: Context, folder: string): Promise<Finding[]> {
  const status = await git(ctx, ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', folder]);
  const [first, ...more] = status.split('\0').filter((entry) => entry !== '');
  if (first === undefined) return [];
  const others = more.length === 0 ? 'is' : `and ${plural(more.length, 'other file')} are`;
  return [
    {
      level: 'warning',
      code: 'migration-uncommitted',
      message: `${oneLine(first.slice(3))} ${others} changed and not committed: this check compares commits.`,
      remedy: 'Commit the migrations, and run the check again.',
      file: folder,
    },
  ];
}

/** An applied migration must not change. */
function historyFindings(folder: string, { added, edited, removed, downRemoved, known }: MigrationChanges): Finding[] {
  const newest = known.at(-1) ?? '';
  const file = (name: string): string => `${folder}/${name}/migration.sql`;
  return [
    ...edited.map((name): Finding => ({
      level: 'error',
      code: 'migration-edited',
      message: `${name} was edited. Prisma does not apply it again to databases that have it, and its down.sql may no longer match.`,
      remedy: 'Restore the file, and put the change into a new migration.',
      file: file(name),
      line: 1,
    })),
    ...removed.map((name): Finding => ({
      level: 'error',
      code: 'migration-removed',
      message: `${name} was removed. It stays applied in every database, but no rollback can revert it.`,
      remedy: 'Restore the directory, and write a new migration that reverts it.',
      file: folder,
    })),
    ...downRemoved.map((name): Finding => ({
      level: 'error',
      code: 'migration-down-missing',
      message: `${name} lost its down.sql. No rollback to a snapshot from before it can revert it.`,
      remedy: 'Restore down.sql.',
      file: file(name),
      line: 1,
    })),
    ...added
      .filter((name) => name < newest)
      .map((name): Finding => ({
        level: 'error',
        code: 'migration-out-of-order',
        message: `${name} sorts before ${newest}, which is already on the base branch. Databases would apply the two in different orders.`,
        remedy: 'Rename the directory with a later timestamp.',
        file: file(name),
        line: 1,
      })),
  ];
}

async function addedFindings(
  config: Config,
  { added, downChanged }: MigrationChanges,
  ctx: Context,
  { tables, major }: MigrationQuestion,
): Promise<Finding[]> {
  // An old migration is applied already: only its way back is a question.
  const asked = [...added, ...downChanged].sort();
  if (asked.length === 0) return [];
  const illegible = await illegibleScripts(ctx, config.migrations, asked);
  if (illegible.length > 0) return illegible;
  const files = await readMigrations(config, ctx);
  const findings: Finding[] = [];
  for (const name of asked) {
    const file = `${config.migrations}/${name}/migration.sql`;
    if (added.includes(name)) {
      const up = (await readFile(join(ctx.root, file), 'utf8')).replace(/^\uFEFF/, '');
      findings.push(...(await hazardsOf(up, file, tables)));
    }
    try {
      const { script, path } = usable(files, name, ctx);
      findings.push(...(await downHazards(script, path)));
    } catch (error) {
      const { code, message, remedy } = asRewindError(error);
      findings.push({ level: 'error', code, message, remedy, file, line: 1 });
    }
  }
  const provable = asked.some((name) => files.some((entry) => entry.name === name && entry.down !== null));
  if (!provable) return findings;
  const server = await startScratchPostgres(ctx, major);
  try {
    const proved = await proveReverts(config, asked, ctx, server).catch((error: unknown) => {
      if (server.exceeded() === null) throw error;
      return [];
    });
    const exceeded = server.exceeded();
    if (exceeded === null) return [...findings, ...proved];
    const remedy = 'Correct the migration. Move large data to a script of your own.';
    const message = `The trial of the migrations was stopped: it used more than ${exceeded}.`;
    return [
      ...findings,
      { level: 'error', code: 'migration-exceeds-limits', message, remedy, file: config.migrations },
    ];
  } finally {
    await server.stop();
  }
}
