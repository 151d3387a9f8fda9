import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../runtime/context.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Config } from '../../providers/prisma/config.js';
import { usable } from '../../providers/prisma/down.js';
import { readMigrations } from '../../providers/prisma/files.js';
import { migrationChanges, type MigrationChanges } from './changes.js';
import { downHazards, hazardsOf } from './hazards.js';
import { proveReverts } from './revert.js';
import { startScratchPostgres } from './scratch-postgres.js';
import type { Finding } from '../../runtime/finding.js';

export interface MigrationQuestion {
  /** Branch or commit that the change is compared with. */
  readonly base: string;
  /** Rows per `schema.table` in the newest snapshot; null when not known. */
  readonly tables: ReadonlyMap<string, number> | null;
  /** Version of the server in production; null when not known. */
  readonly major: number | null;
}

/**
 * The migrations of a pull request: nothing old was changed, each new one has a down.sql that reverts it, and what cannot
 * be reverted is pointed out by line.
 */
export async function migrationFindings(config: Config, ctx: Context, question: MigrationQuestion): Promise<Finding[]> {
  const folder = config.migrations.replace(/^\.\//, '').replace(/\/+$/, '');
  const changes = await migrationChanges(ctx, folder, question.base);
  const added = await addedFindings({ ...config, migrations: folder }, changes, ctx, question);
  return [...historyFindings(folder, changes), ...added];
}

/** What is applied somewhere must stay as it was applied. */
function historyFindings(folder: string, { added, edited, removed, known }: MigrationChanges): Finding[] {
  const newest = known.at(-1) ?? '';
  const file = (name: string): string => `${folder}/${name}/migration.sql`;
  return [
    ...edited.map((name): Finding => ({
      level: 'error',
      code: 'migration-edited',
      message: `${name} was edited. Where it is applied already, Prisma does not apply it again and says nothing; its down.sql would not fit what is there.`,
      remedy: 'Restore the file, and write a new migration for the rest.',
      file: file(name),
      line: 1,
    })),
    ...removed.map((name): Finding => ({
      level: 'error',
      code: 'migration-removed',
      message: `${name} was removed: it stays in every database that has it, and can no longer be taken down.`,
      remedy: 'Restore the directory, and write a new migration that undoes it.',
      file: folder,
    })),
    ...added
      .filter((name) => name < newest)
      .map((name): Finding => ({
        level: 'error',
        code: 'migration-out-of-order',
        message: `${name} sorts before ${newest}, which is on the base already: databases would have applied the two in different orders.`,
        remedy: 'Name its directory anew, with a later time.',
        file: file(name),
        line: 1,
      })),
  ];
}

async function addedFindings(
  config: Config,
  { added }: MigrationChanges,
  ctx: Context,
  { tables, major }: MigrationQuestion,
): Promise<Finding[]> {
  if (added.length === 0) return [];
  const files = await readMigrations(config, ctx);
  const findings: Finding[] = [];
  for (const name of added) {
    const file = `${config.migrations}/${name}/migration.sql`;
    const up = (await readFile(join(ctx.root, file), 'utf8')).replace(/^\uFEFF/, '');
    findings.push(...(await hazardsOf(up, file, tables)));
    try {
      const { script, path } = usable(files, name, ctx);
      findings.push(...(await downHazards(script, path)));
    } catch (error) {
      const { code, message, remedy } = asRewindError(error);
      findings.push({ level: 'error', code, message, remedy, file, line: 1 });
    }
  }
  const provable = added.some((name) => files.some((entry) => entry.name === name && entry.down !== null));
  if (!provable) return findings;
  const server = await startScratchPostgres(ctx, major);
  try {
    return [...findings, ...(await proveReverts(config, added, ctx, server))];
  } finally {
    await server.stop();
  }
}
