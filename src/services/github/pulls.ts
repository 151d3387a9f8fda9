import { z } from 'zod';
import { RewindError } from '../../runtime/errors.js';
import { namedFlags, type NamedFlags } from '../flags/named.js';
import type { GitHub } from './client.js';
import { compareCommits } from './compare.js';

const text = z.looseObject({ body: z.string().nullish(), labels: z.array(z.looseObject({ name: z.string() })) });
const pulls = z.array(
  text.extend({
    number: z.number(),
    title: z.string(),
    html_url: z.string(),
    user: z.looseObject({ login: z.string() }).nullish(),
  }),
);
/** Looks up at most this many commits, the newest. */
export const MOST_COMMITS = 30;

const merged = z.looseObject({ merged: z.boolean(), merge_commit_sha: z.string().nullish() });

/**
 * The commit with which a pull request was merged. GitHub REST API, "Get a pull request".
 * @throws RewindError input-invalid if it does not exist or is not merged; credential-missing; HttpFailure
 */
export async function readMergeCommit(github: GitHub, number: number): Promise<string> {
  const pull = await github.find(
    { what: `read pull request #${number}`, permission: 'pull-requests: read' },
    merged,
    (rest, target) => rest.pulls.get({ ...target, pull_number: number }),
  );
  if (pull?.merged === true && pull.merge_commit_sha) return pull.merge_commit_sha;
  const problem = pull === null ? 'does not exist' : 'is not merged';
  throw new RewindError('input-invalid', `Pull request #${number} of ${github.repository} ${problem}.`);
}

/**
 * The flags that a pull request names. GitHub REST API, "Get a pull request".
 * @returns null if it does not exist
 * @throws HttpFailure
 */
export async function readNamedFlags(github: GitHub, number: number): Promise<NamedFlags | null> {
  const pull = await github.find(
    { what: `read pull request #${number}`, permission: 'pull-requests: read' },
    text,
    (rest, target) => rest.pulls.get({ ...target, pull_number: number }),
  );
  return pull === null ? null : flagsOf(pull);
}

const flagsOf = ({ body, labels }: z.infer<typeof text>): NamedFlags =>
  namedFlags(
    labels.map(({ name }) => name),
    body ?? '',
  );

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  /** Keys of the flags that it names. */
  readonly flags: readonly string[];
  /** Login; null: the account is gone. */
  readonly author: string | null;
}

/**
 * Pull requests with commits after `base` (live again), up to `head` (rolled back).
 * @returns `unread`: why it may not be all of them, as a sentence; empty if it is
 * @throws HttpFailure
 */
export async function pullsBetween(
  github: GitHub,
  base: string,
  head: string,
): Promise<{ readonly pulls: Pull[]; readonly unread: string }> {
  const compared = await compareCommits(github, base, head);
  if (compared === null) {
    const unread = `GitHub does not know ${base.slice(0, 7)} or ${head.slice(0, 7)}, so the pull requests between them are unknown.`;
    return { pulls: [], unread };
  }
  const { total, commits } = compared;
  const pulls = await pullsOf(
    github,
    commits.map(({ sha }) => sha),
  );
  const unread = total > MOST_COMMITS ? `Only the newest ${MOST_COMMITS} of ${total} commits were looked up.` : '';
  return { pulls, unread };
}

/** Pull requests of the last 30 of these commits, newest first. @throws HttpFailure */
export async function pullsOf(github: GitHub, commits: readonly string[]): Promise<Pull[]> {
  const pages = await Promise.all(
    commits
      .slice(-MOST_COMMITS)
      .map((sha) =>
        github.request(
          { what: `find the pull request of ${sha}`, permission: 'pull-requests: read' },
          pulls,
          (rest, target) => rest.repos.listPullRequestsAssociatedWithCommit({ ...target, commit_sha: sha }),
        ),
      ),
  );
  const all = new Map(pages.flat().map((pull) => [pull.number, pull] as const));
  return [...all.values()]
    .sort((a, b) => b.number - a.number)
    .map(({ number, title, html_url: url, user, ...rest }) => ({
      number,
      title,
      url,
      flags: flagsOf(rest).keys,
      author: user?.login ?? null,
    }));
}

/** A flag, and the pull requests that name it. */
export interface DeployFlag {
  readonly key: string;
  readonly pulls: readonly Pull[];
}

/** The flags of a deploy, by the pull requests in it. Pure. */
export function byFlag(pulls: readonly Pull[]): DeployFlag[] {
  const distinct = [...new Map(pulls.map((pull) => [pull.number, pull])).values()];
  const keys = [...new Set(distinct.flatMap(({ flags }) => flags))].sort();
  return keys.map((key) => ({ key, pulls: distinct.filter(({ flags }) => flags.includes(key)) }));
}
