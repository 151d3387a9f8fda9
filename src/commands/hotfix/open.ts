import { RewindError } from '../../runtime/errors.js';
import { hotfixMarkdown, hotfixTitle, type Hotfix } from '../../report/hotfix.js';
import {
  createBranch,
  createDraft,
  createEmptyCommit,
  pullsOfBranch,
  readBranch,
  type BranchPull,
} from '../../services/github/branches.js';
import type { GitHub } from '../../services/github/client.js';
import { readDefaultBranch } from '../../services/github/repository.js';

export interface Opened {
  readonly hotfix: Hotfix;
  readonly pull: BranchPull;
  readonly created: boolean;
}

/**
 * Makes the branch and its draft pull request. Safe against a kill at any request: a second run finds what the first one
 * made. It makes new branches only, and moves none.
 * @param at time of the first commit (ISO 8601); the same in each run, so that the commit is the same
 * @throws RewindError input-invalid; HttpFailure
 */
export async function openHotfix(github: GitHub, given: Omit<Hotfix, 'base'>, at: string): Promise<Opened> {
  const { branch, commit } = given;
  const hotfix: Hotfix = { ...given, base: await readDefaultBranch(github) };
  const isNew = (await readBranch(github, branch)) === null;
  if (isNew) {
    // GitHub refuses a pull request without a commit.
    const message = `Begin a hotfix of ${commit.slice(0, 12)}\n\nThis commit changes nothing. The fix follows.`;
    const sha = await createEmptyCommit(github, { parent: commit, message, at });
    if (sha === null) {
      throw new RewindError('input-invalid', `${github.repository} has no commit ${commit}.`, {
        remedy: 'Set GITHUB_REPOSITORY to the repository that is deployed, or choose another snapshot with --snapshot.',
      });
    }
    await createBranch(github, branch, sha);
  }
  const pulls = isNew ? [] : await pullsOfBranch(github, branch);
  const open = pulls.find((pull) => pull.open);
  if (open !== undefined) return { hotfix, pull: open, created: false };
  const [closed] = pulls;
  if (closed !== undefined) {
    throw new RewindError('input-invalid', `Pull request #${closed.number} of the branch ${branch} is closed.`, {
      remedy: `Reopen it (${closed.url}), or delete the branch ${branch} and run the command again.`,
    });
  }
  const text = { title: hotfixTitle(hotfix), body: hotfixMarkdown(hotfix) };
  return { hotfix, pull: await createDraft(github, { ...text, head: branch, base: hotfix.base }), created: true };
}
