import { z } from 'zod';
import type { Logger } from '../../runtime/context.js';
import { messageOf } from '../../runtime/errors.js';
import type { GitHub } from './client.js';

const pulls = z.array(z.looseObject({ number: z.number(), title: z.string(), merged_at: z.string().nullish() }));
const commit = z.looseObject({ commit: z.looseObject({ message: z.string() }) });

/** Characters of a subject. */
const LONGEST = 72;

/**
 * The pull request of each commit ("#12 Fix the checkout"), else the first line of its message. GitHub REST API, "List pull
 * requests associated with a commit" and "Get a commit". What cannot be read is left out: it only helps people.
 */
export async function describeCommits(
  github: GitHub,
  commits: readonly string[],
  log: Logger,
): Promise<ReadonlyMap<string, string>> {
  const described = await Promise.all(
    commits.map(async (sha) => {
      try {
        const text = await describeCommit(github, sha);
        return text === null ? [] : ([[sha, text]] as const);
      } catch (error) {
        log.debug(`commit ${sha.slice(0, 12)}: ${messageOf(error)}`);
        return [];
      }
    }),
  );
  return new Map(described.flat());
}

async function describeCommit(github: GitHub, sha: string): Promise<string | null> {
  const found = await github
    .request({ what: `find the pull request of ${sha}`, permission: 'pull-requests: read' }, pulls, (rest, target) =>
      rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: sha }),
    )
    .catch(() => []);
  const pull = found.find(({ merged_at: at }) => at !== null && at !== undefined);
  if (pull) return shortened(`#${pull.number} ${pull.title}`);
  const data = await github.find({ what: `read commit ${sha}`, permission: 'contents: read' }, commit, (rest, target) =>
    rest.repos.getCommit({ ...target, ref: sha }),
  );
  return data && shortened(data.commit.message.split('\n')[0] ?? '');
}

const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
