import { z } from 'zod';
import type { GitHub } from './client.js';

const comparison = z.looseObject({ commits: z.array(z.looseObject({ sha: z.string() })) });
const pulls = z.array(z.looseObject({ number: z.number(), title: z.string(), html_url: z.string() }));
/** More commits than this are not looked up one by one: a rollback of so many has no "the pull request". */
const MOST_COMMITS = 30;

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly url: string;
}

/** Pull requests whose commits lie between what production serves again and what was rolled back. */
export async function pullsBetween(github: GitHub, base: string, head: string): Promise<Pull[]> {
  const { status, data } = await github.request(
    {
      what: `compare ${base.slice(0, 7)} with ${head.slice(0, 7)}`,
      path: `/compare/${base}...${head}`,
      permission: 'contents: read',
      accept: [404],
    },
    comparison.partial(),
  );
  if (status === 404) return [];
  const found = await Promise.all(
    (data.commits ?? [])
      .slice(-MOST_COMMITS)
      .map(({ sha }) =>
        github.request(
          { what: `find the pull request of ${sha}`, path: `/commits/${sha}/pulls`, permission: 'pull-requests: read' },
          pulls,
        ),
      ),
  );
  const all = new Map(found.flatMap((answer) => answer.data.map((pull) => [pull.number, pull] as const)));
  return [...all.values()]
    .sort((a, b) => b.number - a.number)
    .map(({ number, title, html_url: url }) => ({ number, title, url }));
}
