import { z } from 'zod';
import { apiOf, nodeId, userBody } from './bodies.js';
import { COMMIT_STATES, invalid, notFound, refuse, tooLong, type CommitStatusRecord, type Operation } from './model.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

function statusBody(hub: GitHubState, status: CommitStatusRecord) {
  return {
    url: `${apiOf(hub.site)}/statuses/${status.sha}`,
    avatar_url: userBody(hub.site, status.creator).avatar_url,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: userBody(hub.site, status.creator),
  };
}

const newStatus = z.looseObject({
  state: z.enum(COMMIT_STATES),
  target_url: z.string().nullish(),
  description: z.string().nullish(),
  context: z.string().default('default'),
});

export function commitStatusOperations(hub: GitHubState): Operation[] {
  return [
    {
      method: 'POST',
      path: '/statuses/:sha',
      needs: ['statuses:write'],
      docs: 'commits/statuses#create-a-commit-status',
      run: ({ body }, { sha = '' }) => {
        const asked = newStatus.parse(body);
        if (!hub.commits.some((commit) => commit.sha === sha)) return refuse(422, `No commit found for SHA: ${sha}`);
        const { description = null, target_url: targetUrl = null } = asked;
        if ((description ?? '').length > 140) return tooLong('Status', 'description', 140);
        if (targetUrl !== null && !/^https?:\/\//.test(targetUrl)) {
          const message = 'target_url must use http(s) scheme';
          return invalid({ resource: 'Status', field: 'target_url', code: 'custom', message });
        }
        const status = hub.addCommitStatus({ sha, state: asked.state, context: asked.context, description, targetUrl });
        const answer = statusBody(hub, status);
        return { status: 201, headers: { location: answer.url }, body: answer };
      },
    },
    {
      method: 'GET',
      path: '/commits/:sha/statuses',
      needs: ['statuses:read'],
      docs: 'commits/statuses#list-commit-statuses-for-a-reference',
      run: (request, { sha: ref = '' }) => {
        const commit = hub.commitOf(ref);
        if (!commit) return notFound();
        const newest = hub.commitStatuses.filter(({ sha }) => sha === commit.sha).reverse();
        return listAnswer(hub, request, newest, (page) => page.map((status) => statusBody(hub, status)));
      },
    },
  ];
}
