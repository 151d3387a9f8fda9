import type { Context } from '../../runtime/context.js';
import { forkPoint, git } from '../git.js';

/** Changes of a pull request to the migration directories, by name, in order. */
export interface MigrationChanges {
  readonly added: readonly string[];
  /** Migrations whose migration.sql differs from the base. */
  readonly edited: readonly string[];
  readonly removed: readonly string[];
  /** Migrations of the base whose migration.sql is as it was, with a down.sql that is new or differs. */
  readonly downChanged: readonly string[];
  /** Migrations of the base that are still there, without the down.sql that they had. */
  readonly downRemoved: readonly string[];
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
  // Relative as in ls-tree: the configuration may lie in a folder of a larger repository.
  const compared = ['diff', '--relative', '--name-status', '--no-renames', '-z'];
  const changed = await git(ctx, [...compared, from, 'HEAD', '--', folder]);
  const present = await git(ctx, ['ls-tree', '-r', '-z', '--name-only', from, '--', `${folder}/`]);
  const fields = changed.split('\0');
  const pairs = fields.flatMap((status, at) => (at % 2 === 0 ? [{ status, path: fields[at + 1] ?? '' }] : []));
  const changedTo = (status: string, file: Script): string[] =>
    pairs.flatMap((pair) => (pair.status === status ? (migrationOf(folder, pair.path, file) ?? []) : [])).sort();
  const known = present.split('\0').flatMap((path) => migrationOf(folder, path, 'migration.sql') ?? []);
  const [added, edited, removed] = ['A', 'M', 'D'].map((status) => changedTo(status, 'migration.sql'));
  const other = new Set([...(added ?? []), ...(edited ?? []), ...(removed ?? [])]);
  const asItWas = (name: string): boolean => known.includes(name) && !other.has(name);
  return {
    added: added ?? [],
    edited: edited ?? [],
    removed: removed ?? [],
    downChanged: [...changedTo('A', 'down.sql'), ...changedTo('M', 'down.sql')].filter(asItWas).sort(),
    downRemoved: changedTo('D', 'down.sql').filter((name) => known.includes(name) && !removed?.includes(name)),
    known: known.sort(),
  };
}

type Script = 'migration.sql' | 'down.sql';

/** The name of the migration, if the path is this script of one; else null. */
function migrationOf(folder: string, path: string, script: Script): string | null {
  if (!path.startsWith(`${folder}/`)) return null;
  const [name, file, ...rest] = path.slice(folder.length + 1).split('/');
  return name !== undefined && file === script && rest.length === 0 ? name : null;
}
