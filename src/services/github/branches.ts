import { z } from 'zod';
import { HttpFailure } from '../../runtime/http-failure.js';
import type { GitHub } from './client.js';

const permission = 'contents: write';
const ref = z.looseObject({ object: z.looseObject({ sha: z.string() }) });
const commit = z.looseObject({
  sha: z.string(),
  tree: z.looseObject({ sha: z.string() }),
  committer: z.looseObject({ date: z.string() }),
});
const pull = z.looseObject({
  number: z.number(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  draft: z.boolean().optional(),
  merged_at: z.string().nullish(),
});

/** The commit that a branch points to; null if there is no such branch. @throws HttpFailure */
export async function readBranch(github: GitHub, name: string): Promise<string | null> {
  const found = await github.find({ what: `read the branch ${name}`, permission }, ref, (rest, target) =>
    rest.git.getRef({ ...target, ref: `heads/${name}` }),
  );
  return found?.object.sha ?? null;
}

/** Makes a new branch. An existing one is refused, so no branch ever moves. @throws HttpFailure */
export async function createBranch(github: GitHub, name: string, sha: string): Promise<void> {
  await github.request({ what: `create the branch ${name}`, permission }, ref, (rest, target) =>
    rest.git.createRef({ ...target, ref: `refs/heads/${name}`, sha }),
  );
}

/**
 * Makes a commit with the files and the time of its parent. The same input is the same commit, so a second call changes
 * nothing.
 * @returns its SHA; null if GitHub does not know the parent
 * @throws HttpFailure
 */
export async function createEmptyCommit(
  github: GitHub,
  given: { readonly parent: string; readonly message: string },
): Promise<string | null> {
  const { parent, message } = given;
  const found = await github.find({ what: `read commit ${parent}`, permission }, commit, (rest, target) =>
    rest.git.getCommit({ ...target, commit_sha: parent }),
  );
  if (found === null) return null;
  const author = { name: 'rewind', email: 'rewind@users.noreply.github.com', date: found.committer.date };
  const call = { what: 'create a commit', permission, repeatable: true };
  const made = await github.request(call, commit, (rest, target) =>
    rest.git.createCommit({
      ...target,
      ...{ message, tree: found.tree.sha, parents: [parent], author, committer: author },
    }),
  );
  return made.sha;
}

export interface BranchPull {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly draft: boolean;
}
const pullOf = ({ number, html_url: url, state, draft, merged_at: merged }: z.infer<typeof pull>): BranchPull => ({
  ...{ number, url, state: merged == null ? state : 'merged', draft: draft === true },
});

/** The pull requests of a branch of this repository, newest first. @throws HttpFailure */
export async function pullsOfBranch(github: GitHub, name: string): Promise<BranchPull[]> {
  const [owner = ''] = github.repository.split('/');
  const call = { what: `list the pull requests of ${name}`, permission: 'pull-requests: write' };
  return github.all(
    call,
    z.array(pull),
    (page) => ({ items: page.map(pullOf) }),
    (rest, target) => rest.pulls.list({ ...target, state: 'all', head: `${owner}:${name}` }),
  );
}

/** @throws HttpFailure */
export async function createPull(
  github: GitHub,
  given: {
    readonly title: string;
    readonly body: string;
    readonly head: string;
    readonly base: string;
    readonly draft: boolean;
  },
): Promise<BranchPull> {
  const call = {
    what: `create a ${given.draft ? 'draft ' : ''}pull request`,
    permission: 'pull-requests: write',
  };
  return pullOf(await github.request(call, pull, (rest, target) => rest.pulls.create({ ...target, ...given })));
}

/**
 * Opens a draft pull request; where GitHub has no drafts (private repositories of free plans), an ordinary one.
 * @throws HttpFailure
 */
export async function createDraft(
  github: GitHub,
  given: Omit<Parameters<typeof createPull>[1], 'draft'>,
): Promise<BranchPull> {
  try {
    return await createPull(github, { ...given, draft: true });
  } catch (error) {
    const noDrafts = error instanceof HttpFailure && error.status === 422 && /draft/i.test(JSON.stringify(error.body));
    if (!noDrafts) throw error;
    return createPull(github, { ...given, draft: false });
  }
}
