import type { RewindConfig } from '../../config/schema.js';
import type { Context } from '../../runtime/context.js';
import { oneLine, plural } from '../../runtime/text.js';
import { forkPoint, gitLines } from '../git.js';

export type MajorChanges = NonNullable<RewindConfig['readiness']['major-changes']>;

/** Filters of the repository do not run: a pull request may name them. */
const DIFF = ['diff', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color'];
/** A name is a string in code: `"new-checkout"`. A word alone, such as `banner`, would be found anywhere. */
const QUOTED = /(["'`])([A-Za-z0-9_][A-Za-z0-9._~-]*)\1/g;

/**
 * Why the change of a pull request is major: a sentence; null if it is not.
 * @param base branch or commit
 * @throws RewindError input-invalid, git-history-missing, cancelled
 */
export async function whyMajor(ctx: Context, base: string, { paths, lines }: MajorChanges): Promise<string | null> {
  const from = await forkPoint(ctx, base);
  if (paths.length > 0) {
    const globs = paths.map((path) => `:(top,glob)${path}`);
    const { files, first } = await measure(ctx, [from, 'HEAD', '--', ...globs]);
    if (files === 1) return `This pull request changes ${first}, which readiness.major-changes names.`;
    if (files > 1)
      return `This pull request changes ${files} files that readiness.major-changes names, such as ${first}.`;
  }
  if (lines === undefined) return null;
  const { changed } = await measure(ctx, [from, 'HEAD']);
  return changed < lines
    ? null
    : `This pull request changes ${plural(changed, 'line')}; from ${lines} on (readiness.major-changes) it is a major change.`;
}

/** Git counts no lines of binary files, nor of those that `.gitattributes` marks `-diff`. */
async function measure(ctx: Context, range: readonly string[]) {
  let [files, changed, first] = [0, 0, ''];
  await gitLines(ctx, [...DIFF, '--numstat', ...range], (line) => {
    const [, added = '0', removed = '0', path = ''] = /^(\d+|-)\t(\d+|-)\t(.*)$/.exec(line) ?? [];
    if (path === '') return;
    files += 1;
    changed += (Number(added) || 0) + (Number(removed) || 0);
    if (first === '') first = oneLine(path).slice(0, 200);
  });
  return { files, changed, first };
}

/**
 * The keys that stand in quotes in an added line.
 * @param base branch or commit
 * @throws RewindError input-invalid, git-history-missing, cancelled
 */
export async function keysInDiff(ctx: Context, base: string, keys: ReadonlySet<string>): Promise<string[]> {
  if (keys.size === 0) return [];
  const from = await forkPoint(ctx, base);
  const found = new Set<string>();
  await gitLines(ctx, [...DIFF, '--unified=0', from, 'HEAD'], (line) => {
    if (!line.startsWith('+')) return;
    for (const [, , key = ''] of line.matchAll(QUOTED)) if (keys.has(key)) found.add(key);
  });
  return [...found].sort();
}
