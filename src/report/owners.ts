import { codeSpan, tableOfMarkup } from '../runtime/markdown.js';

/** Files that are named for each owner. */
const NAMED = 10;

/**
 * The owners of changed files. In code spans, so that nobody is mentioned.
 * @param source the file that names the owners
 * @param commits that changed the files
 */
export function ownersMarkdown(
  source: string,
  commits: readonly string[],
  files: readonly { readonly name: string; readonly owners: readonly string[] }[],
): string {
  const owned = new Map<string, string[]>();
  for (const { name, owners } of files) {
    const who = owners.length === 0 ? 'nobody' : owners.map((owner) => codeSpan(owner)).join(', ');
    owned.set(who, [...(owned.get(who) ?? []), name]);
  }
  if (owned.size === 0) return '';
  const rows = [...owned].map(([who, names]) => [
    who,
    `${names
      .slice(0, NAMED)
      .map((name) => codeSpan(name))
      .join(', ')}${names.length > NAMED ? ` and ${names.length - NAMED} more` : ''}`,
  ]);
  const of = commits.map((sha) => codeSpan(sha.slice(0, 12))).join(', ');
  return `\n${[
    '### Owners of what changed',
    `Of the files that ${of} changed (GitHub lists at most 300 files of a commit), by ${codeSpan(source)} of the default branch. Read from GitHub, not from the record.`,
    tableOfMarkup(['Owners', 'Files'], rows),
  ].join('\n\n')}\n`;
}
