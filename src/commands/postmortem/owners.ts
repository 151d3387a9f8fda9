import type { Entry } from '../../incident/entry.js';
import { ownersMarkdown } from '../../report/owners.js';
import type { Logger } from '../../runtime/context.js';
import { asRewindError } from '../../runtime/errors.js';
import type { GitHub } from '../../services/github/client.js';
import { CODEOWNERS_FILES, codeownersOf, ownersOf } from '../../services/github/codeowners.js';
import { changedFiles, readFile } from '../../services/github/files.js';
import { readDefaultBranch } from '../../services/github/repository.js';

/**
 * Who owns the files that the rolled back commits changed, by CODEOWNERS of the default branch, as a section of the
 * post-mortem. Empty if the record holds back no commit, or the repository has no CODEOWNERS. GitHub tells it, not the
 * record; if it does not, the post-mortem is without it.
 */
export async function ownersSection(github: GitHub, entries: readonly Entry[], log: Logger): Promise<string> {
  const commits = new Set(
    entries.flatMap(({ kind, data }) =>
      kind === 'obligation' && data.kind === 'quarantined-commit' ? data.items : [],
    ),
  );
  if (commits.size === 0) return '';
  try {
    const base = await readDefaultBranch(github);
    for (const path of CODEOWNERS_FILES) {
      const file = await readFile(github, path, base);
      if (file === null) continue;
      const rules = codeownersOf(file.text);
      const changed = await Promise.all([...commits].map((sha) => changedFiles(github, sha)));
      const names = [...new Set(changed.flatMap((files) => files ?? []))].sort();
      return ownersMarkdown(
        path,
        [...commits],
        names.map((name) => ({ name, owners: ownersOf(rules, name) })),
      );
    }
  } catch (error) {
    log.warn(`The post-mortem does not name the owners of the changed files: ${asRewindError(error).message}`);
  }
  return '';
}
