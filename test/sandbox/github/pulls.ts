import { z } from 'zod';
import { fullPull, pullBody } from './commits.js';
import { invalid, notFound, refuse, type Operation } from './model.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

const newPull = z.looseObject({
  title: z.string(),
  head: z.string(),
  base: z.string(),
  body: z.string().optional(),
  draft: z.boolean().default(false),
});

export function pullOperations(hub: GitHubState): Operation[] {
  const refused = (message: string) => invalid({ resource: 'PullRequest', field: 'head', code: 'custom', message });
  return [
    {
      method: 'GET',
      path: '/pulls',
      needs: ['pull-requests:read'],
      docs: 'pulls/pulls#list-pull-requests',
      run: (request) => {
        const [state, head] = [request.query.get('state') ?? 'open', request.query.get('head')];
        const found = hub.pulls
          .filter((pull) => state === 'all' || pull.state === state)
          .filter(({ branch, fork }) => head === null || (fork === null && head === `${hub.owner}:${branch}`))
          .reverse();
        return listAnswer(hub, request, found, (page) => page.map((pull) => pullBody(hub, pull)));
      },
    },
    {
      method: 'POST',
      path: '/pulls',
      needs: ['pull-requests:write'],
      docs: 'pulls/pulls#create-a-pull-request',
      run: ({ body: given }) => {
        const { title, head, base, body, draft } = newPull.parse(given);
        if (draft && !hub.hasDrafts) return refuse(422, 'Draft pull requests are not supported in this repository.');
        const [from, to] = [hub.branches.get(head), hub.branches.get(base)];
        if (from === undefined) return invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
        if (to === undefined) return invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
        const commits = hub.missing(to, from).map(({ sha }) => sha);
        if (commits.length === 0) return refused(`No commits between ${base} and ${head}`);
        if (hub.pulls.some(({ branch, state }) => branch === head && state === 'open')) {
          return refused(`A pull request already exists for ${hub.owner}:${head}.`);
        }
        const text = { title, body: body ?? null, draft, author: hub.login };
        const pull = hub.addPull({ ...text, branch: head, base, commits });
        const answer = fullPull(hub, pull);
        return { status: 201, headers: { location: answer.url }, body: answer };
      },
    },
    {
      method: 'GET',
      path: '/pulls/:number',
      needs: ['pull-requests:read'],
      docs: 'pulls/pulls#get-a-pull-request',
      run: (_, { number }) => {
        const pull = hub.pulls.find((entry) => String(entry.number) === number);
        return pull ? { status: 200, body: fullPull(hub, pull) } : notFound();
      },
    },
  ];
}
