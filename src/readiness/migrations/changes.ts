import type { Context } from '../../runtime/context.js';
import { forkPoint, git } from '../git.js';

/** Changes of a pull request to the migration directories, by name, in order. */
export interface MigrationChanges {
  readonly added: readonly string[];
  /** Migrations whose migration.sql differs from the base. */
  readonly edited: readonly string[];
  readonly removed: readonly string[];
  /** Migrations on the base. */
  readonly known: readonly string[];
}

/**
 * Compares the checkout with its merge base.
 *
 * @param folder of the migrations, relative to the repository
 * @param base branch or commit
 * @throws RewindError input-invalid, git-history-missing
 */
export async function migrationChanges(ctx: Context, folder: string, base: string): Promise<MigrationChanges> {
  const from = await forkPoint(ctx, base);
  const changed = await git(ctx, ['diff', '--name-status', '--no-renames', '-z', from, 'HEAD', '--', folder]);
  const present = await git(ctx, ['ls-tree', '-r', '-z', '--name-only', from, '--', `${folder}/`]);
  const fields = changed.split('\0');
  const found: Record<string, string[]> = { A: [], M: [], D: [] };
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const name = migrationOf(folder, fields[index + 1] ?? '');
    if (name !== null) found[fields[index] ?? '']?.push(name);
  }
  const known = present.split('\0').flatMap((path) => migrationOf(folder, path) ?? []);
  return {
    added: (found.A ?? []).sort(),
    edited: (found.M ?? []).sort(),
    removed: (found.D ?? []).sort(),
    known: known.sort(),
  };
}

/** The name of the migration, if the path is its migration.sql; else null. */
function migrationOf(folder: string, path: string): string | null {
  if (!path.startsWith(`${folder}/`)) return null;
  const [name, file, ...rest] = path.slice(folder.length + 1).split('/');
  return name !== undefined && file === 'migration.sql' && rest.length === 0 ? name : null;
}
