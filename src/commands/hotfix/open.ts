import { RewindError } from '../../runtime/errors.js';
import { hotfixMarkdown, hotfixTitle, type Hotfix } from '../../report/hotfix.js';
import {
  createBranch,
  createDraft,
  createEmptyCommit,
  pullsOfBranch,
  readBranch,
  readDefaultBranch,
  type BranchPull,
} from '../../services/github/branches.js';
import type { GitHub } from '../../services/github/client.js';
import { compareCommits } from '../../services/github/compare.js';

export interface Opened {
  readonly hotfix: Hotfix;
  readonly pull: BranchPull;
  readonly created: boolean;
}

/** How to work on the branch. */
export const switchTo = (branch: string): string => `git fetch origin ${branch} && git switch ${branch}`;

/**
 * Makes the branch and its draft pull request. Safe against a kill at any request: a second run finds what the first one
 * made. It makes new branches only, and moves none.
 * @throws RewindError input-invalid, also for a branch of this name that begins elsewhere; HttpFailure
 */
export async function openHotfix(github: GitHub, given: Omit<Hotfix, 'base'>): Promise<Opened> {
  const { branch, commit } = given;
  const hotfix: Hotfix = { ...given, base: await readDefaultBranch(github) };
  const tip = await readBranch(github, branch);
  if (tip === null) await begin(github, hotfix);
  else if (!(await beginsAt(github, tip, commit))) {
    throw new RewindError('input-invalid', `The branch ${branch} exists, and this command did not make it.`, {
      remedy: 'Work on that branch, or rename it and run the command again.',
    });
  }
  return { hotfix, ...(await pullFor(github, hotfix, tip === null)) };
}

const subjectOf = (commit: string): string => `Begin a hotfix of ${commit.slice(0, 12)}`;

async function begin(github: GitHub, { branch, commit }: Hotfix): Promise<void> {
  // GitHub refuses a pull request without a commit.
  const message = `${subjectOf(commit)}\n\nThis commit changes nothing. The fix follows.`;
  const sha = await createEmptyCommit(github, { parent: commit, message });
  if (sha === null) {
    throw new RewindError('input-invalid', `${github.repository} has no commit ${commit}.`, {
      remedy: 'Set GITHUB_REPOSITORY to the repository that is deployed, or choose another snapshot with --snapshot.',
    });
  }
  await createBranch(github, branch, sha);
}

/** True if the branch holds the first commit that `begin` makes on this one. */
async function beginsAt(github: GitHub, tip: string, commit: string): Promise<boolean> {
  const compared = await compareCommits(github, commit, tip);
  return compared?.commits.some(({ subject }) => subject === subjectOf(commit)) ?? false;
}

async function pullFor(github: GitHub, hotfix: Hotfix, isNew: boolean): Promise<Omit<Opened, 'hotfix'>> {
  const { branch: head, base } = hotfix;
  const pulls = isNew ? [] : await pullsOfBranch(github, head);
  const open = pulls.find(({ state }) => state === 'open');
  if (open !== undefined) return { pull: open, created: false };
  const [ended] = pulls;
  if (ended !== undefined) {
    const { number, url, state } = ended;
    throw new RewindError('input-invalid', `Pull request #${number} of the branch ${head} is ${state}.`, {
      remedy:
        state === 'merged'
          ? `The fix is in ${base} (${url}). For another one, delete the branch and run the command again.`
          : `Reopen it (${url}), or delete the branch and run the command again.`,
    });
  }
  const text = { title: hotfixTitle(hotfix), body: hotfixMarkdown(hotfix) };
  try {
    return { pull: await createDraft(github, { ...text, head, base }), created: true };
  } catch (error) {
    if (!(error instanceof RewindError)) throw error;
    const { code, message, remedy } = error;
    throw new RewindError(code, message, {
      remedy: `${remedy} The branch ${head} exists. To work on it: ${switchTo(head)}`,
      cause: error,
    });
  }
}
