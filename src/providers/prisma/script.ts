import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { DownScript, MigrationFiles } from './files.js';

/**
 * Reads the script of a planned step.
 * @throws RewindError migration-down-missing, migrations-unreadable, migration-not-transactional, plan-drift
 */
export function approved(
  files: readonly MigrationFiles[],
  step: { readonly name: string; readonly sha256: string | null },
  ctx: Context,
): DownScript {
  const down = usable(files, step.name, ctx);
  if (step.sha256 === down.sha256) return down;
  // Includes a script that did not exist at the plan, because nobody has approved it.
  throw new RewindError('plan-drift', `${down.path} is not the one that was approved.`, { resource: ctx.resource });
}

/**
 * Reads the script of a migration, which must exist and be able to run.
 * @throws RewindError migration-down-missing, migrations-unreadable, migration-not-transactional
 */
export function usable(files: readonly MigrationFiles[], name: string, ctx: Context): DownScript {
  const found = files.find((entry) => entry.name === name);
  const details = { resource: ctx.resource };
  if (!found) {
    throw new RewindError('migration-down-missing', `${name} is not in this checkout.`, {
      ...details,
      remedy: 'Run from the commit that was deployed, which has its down.sql; or restore the database instead.',
    });
  }
  if (!found.down) throw new RewindError('migration-down-missing', `${name} has no down.sql.`, details);
  const { illegible, facts } = found.down;
  if (illegible !== null) {
    throw new RewindError('migrations-unreadable', `${found.downPath} ${illegible.why}.`, {
      ...details,
      remedy: `${illegible.remedy} Or restore the database instead.`,
    });
  }
  const [control] = facts.control;
  if (control) {
    throw new RewindError(
      'migration-not-transactional',
      `${found.downPath}:${control.line} says "${control.text.slice(0, 30)}"; Rewind runs the script in its own transaction.`,
      { ...details, remedy: 'Remove BEGIN, COMMIT and ROLLBACK from down.sql.' },
    );
  }
  return found.down;
}
