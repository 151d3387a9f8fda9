import { z } from 'zod';
import type { GitHub } from './client.js';

const person = z.looseObject({ login: z.string() }).nullish();
const comparison = z.looseObject({
  html_url: z.string().optional(),
  total_commits: z.number().int().optional(),
  commits: z.array(
    z.looseObject({
      sha: z.string(),
      html_url: z.string().optional(),
      commit: z.looseObject({ message: z.string(), author: z.looseObject({ name: z.string() }).nullish() }).optional(),
      author: person,
    }),
  ),
  files: z.array(z.unknown()).optional(),
});

/** Commits of a page. */
const PAGE = 100;

export interface Commit {
  readonly sha: string;
  /** First line of the message. */
  readonly subject: string;
  /** Login, else the name in the commit; null: unknown. */
  readonly author: string | null;
  readonly url: string | null;
}

export interface CommitComparison {
  readonly url: string | null;
  /** Commits of `head` that `base` does not have. */
  readonly total: number;
  /** Oldest first; of more than 250, the newest 101 … 200. */
  readonly commits: readonly Commit[];
  /** Changed files; GitHub counts up to 300. Null: not told. */
  readonly files: number | null;
}

/**
 * Compares two commits. GitHub REST API, "Compare two commits".
 * @returns null if GitHub does not know one of them
 * @throws HttpFailure
 */
export async function compareCommits(github: GitHub, base: string, head: string): Promise<CommitComparison | null> {
  const call = { what: `compare ${base.slice(0, 7)} with ${head.slice(0, 7)}`, permission: 'contents: read' };
  const basehead = `${base}...${head}`;
  const found = await github.find(call, comparison, (rest, target) =>
    rest.repos.compareCommitsWithBasehead({ ...target, basehead }),
  );
  if (found === null) return null;
  const total = found.total_commits ?? found.commits.length;
  // GitHub sends the first 250, the oldest ones. The last page may hold one commit only.
  const last = Math.ceil(total / PAGE);
  const newest =
    total <= found.commits.length
      ? [found]
      : await Promise.all([last - 1, last].filter((page) => page > 0).map(pageOf));
  return {
    url: found.html_url ?? null,
    total,
    commits: newest
      .flatMap(({ commits }) => commits)
      .map(({ sha, html_url: url, commit, author }) => ({
        sha,
        subject: commit?.message.split('\n')[0] ?? '',
        author: author?.login ?? commit?.author?.name ?? null,
        url: url ?? null,
      })),
    files: found.files?.length ?? null,
  };

  function pageOf(page: number) {
    return github.request(call, comparison, (rest, target) =>
      rest.repos.compareCommitsWithBasehead({ ...target, basehead, per_page: PAGE, page }),
    );
  }
}
