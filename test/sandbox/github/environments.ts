import { apiOf, htmlOf, nodeId, teamBody, userBody } from './bodies.js';
import { notFound, type EnvironmentRecord, type Operation } from './model.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

export const environmentHead = (hub: GitHubState, { id, name, createdAt }: EnvironmentRecord) => ({
  id,
  node_id: nodeId('Environment', id),
  name,
  url: `${apiOf(hub.site)}/environments/${encodeURIComponent(name)}`,
  html_url: `${htmlOf(hub.site)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
  created_at: createdAt,
  updated_at: createdAt,
});

function environmentBody(hub: GitHubState, environment: EnvironmentRecord) {
  const { id, branches, reviewers, waitMinutes } = environment;
  const rule = (offset: number, type: string, more: object = {}) => ({
    id: id * 10 + offset,
    node_id: nodeId('GateRule', id * 10 + offset),
    ...more,
    type,
  });
  return {
    ...environmentHead(hub, environment),
    // Not in GitHub's description; GitHub sends it all the same.
    can_admins_bypass: environment.adminsBypass,
    protection_rules: [
      ...(waitMinutes > 0 ? [rule(1, 'wait_timer', { wait_timer: waitMinutes })] : []),
      ...(reviewers.length > 0
        ? [
            rule(2, 'required_reviewers', {
              prevent_self_review: environment.preventSelfReview,
              reviewers: reviewers.map((reviewer) => reviewerBody(hub, reviewer)),
            }),
          ]
        : []),
      ...(branches === 'any' ? [] : [rule(3, 'branch_policy')]),
    ],
    deployment_branch_policy:
      branches === 'any'
        ? null
        : { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' },
  };
}

function reviewerBody(hub: GitHubState, reviewer: string) {
  const team = /^team\/(.+)$/.exec(reviewer)?.[1];
  return team === undefined
    ? { type: 'User', reviewer: userBody(hub.site, reviewer) }
    : { type: 'Team', reviewer: teamBody(hub.site, team) };
}

export function environmentOperations(hub: GitHubState): Operation[] {
  return [
    {
      method: 'GET',
      path: '/environments/:name*/deployment-branch-policies',
      needs: ['actions:read'],
      docs: 'deployments/branch-policies#list-deployment-branch-policies',
      run: (request, { name = '' }) => {
        const environment = hub.environment(name);
        if (!environment) return notFound();
        const patterns = Array.isArray(environment.branches) ? environment.branches : [];
        const policies = patterns.map((pattern, index) => ({
          id: environment.id * 100 + index,
          node_id: nodeId('DeploymentBranchPolicy', environment.id * 100 + index),
          name: pattern.replace(/^tag:/, ''),
          type: pattern.startsWith('tag:') ? 'tag' : 'branch',
        }));
        return listAnswer(hub, request, policies, (page, total) => ({ total_count: total, branch_policies: page }));
      },
    },
    {
      method: 'GET',
      path: '/environments/:name*',
      needs: ['actions:read'],
      docs: 'deployments/environments#get-an-environment',
      run: (_, { name = '' }) => {
        const environment = hub.environment(name);
        return environment ? { status: 200, body: environmentBody(hub, environment) } : notFound();
      },
    },
  ];
}
