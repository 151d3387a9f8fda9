import { z } from 'zod';
import { apiOf, nodeId, userBody } from './bodies.js';
import {
  DEPLOYMENT_STATES,
  invalid,
  notFound,
  refuse,
  tooLong,
  type DeploymentRecord,
  type Operation,
  type StatusRecord,
} from './model.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

function deploymentBody(hub: GitHubState, deployment: DeploymentRecord) {
  const url = `${apiOf(hub.site)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    task: deployment.task,
    original_environment: deployment.originalEnvironment,
    environment: deployment.environment,
    description: deployment.description,
    created_at: deployment.createdAt,
    updated_at: deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt,
    statuses_url: `${url}/statuses`,
    repository_url: apiOf(hub.site),
    creator: userBody(hub.site, deployment.creator),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: deployment.payload,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    performed_via_github_app: null,
  };
}

function statusBody(hub: GitHubState, deployment: DeploymentRecord, status: StatusRecord) {
  const url = `${apiOf(hub.site)}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    state: status.state,
    creator: userBody(hub.site, status.creator),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: apiOf(hub.site),
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
    performed_via_github_app: null,
  };
}

const newDeployment = z.looseObject({
  ref: z.string().min(1),
  task: z.string().default('deploy'),
  auto_merge: z.boolean().default(true),
  required_contexts: z.array(z.string()).optional(),
  payload: z.union([z.string(), z.record(z.string(), z.unknown())]).default({}),
  environment: z.string().min(1).default('production'),
  description: z.string().nullish(),
  transient_environment: z.boolean().default(false),
  production_environment: z.boolean().optional(),
});

const newStatus = z.looseObject({
  state: z.enum(DEPLOYMENT_STATES),
  target_url: z.string().default(''),
  log_url: z.string().optional(),
  description: z.string().default(''),
  environment: z.string().optional(),
  environment_url: z.string().default(''),
  auto_inactive: z.boolean().default(true),
});

export function deploymentOperations(hub: GitHubState): Operation[] {
  const find = (id: string | undefined): DeploymentRecord | undefined =>
    hub.deployments.find((deployment) => String(deployment.id) === id);
  return [
    {
      method: 'GET',
      path: '/deployments',
      needs: ['deployments:read'],
      docs: 'deployments/deployments#list-deployments',
      run: (request) => {
        const fits = (key: string, value: string): boolean => (request.query.get(key) ?? value) === value;
        const found = hub.deployments
          .filter(
            ({ sha, ref, task, environment }) =>
              fits('sha', sha) && fits('ref', ref) && fits('task', task) && fits('environment', environment),
          )
          .sort((a, b) => b.id - a.id);
        return listAnswer(hub, request, found, (page) => page.map((entry) => deploymentBody(hub, entry)));
      },
    },
    {
      method: 'POST',
      path: '/deployments',
      needs: ['deployments:write'],
      docs: 'deployments/deployments#create-a-deployment',
      run: ({ body }) => {
        const asked = newDeployment.parse(body);
        const sha = hub.resolve(asked.ref);
        if (sha === undefined) return refuse(422, `No ref found for: ${asked.ref}`);
        // The default that surprises: a ref that lacks commits of the default branch is merged first, not deployed.
        if (asked.auto_merge && hub.missing(sha, hub.head).length > 0) {
          return hub.branches.has(asked.ref)
            ? { status: 202, body: { message: `Auto-merged ${hub.defaultBranch} into ${asked.ref} on deployment.` } }
            : refuse(409, `Conflict merging ${hub.defaultBranch} into ${asked.ref}.`);
        }
        const failing = (hub.failingContexts.get(sha) ?? []).filter(
          (context) => asked.required_contexts?.includes(context) ?? true,
        );
        if (failing.length > 0) {
          const contexts = failing.map((context) => ({ context, state: 'failure' }));
          return refuse(409, `Conflict: Commit status checks failed for ${asked.ref}.`, {
            errors: [{ contexts, resource: 'Deployment', field: 'required_contexts', code: 'invalid' }],
          });
        }
        // Like a job that names one, this makes the environment: unprotected.
        if (!hub.environment(asked.environment)) hub.addEnvironment({ name: asked.environment });
        const deployment = hub.addDeployment({
          sha,
          ref: asked.ref,
          task: asked.task,
          environment: asked.environment,
          transient: asked.transient_environment,
          payload: asked.payload,
          description: asked.description ?? null,
          ...(asked.production_environment === undefined ? {} : { production: asked.production_environment }),
        });
        return { status: 201, body: deploymentBody(hub, deployment) };
      },
    },
    {
      method: 'GET',
      path: '/deployments/:id/statuses',
      needs: ['deployments:read'],
      docs: 'deployments/statuses#list-deployment-statuses',
      run: (request, { id }) => {
        const deployment = find(id);
        if (!deployment) return notFound();
        const newest = [...deployment.statuses].reverse();
        return listAnswer(hub, request, newest, (page) => page.map((status) => statusBody(hub, deployment, status)));
      },
    },
    {
      method: 'POST',
      path: '/deployments/:id/statuses',
      needs: ['deployments:write'],
      docs: 'deployments/statuses#create-a-deployment-status',
      run: ({ body }, { id }) => {
        const deployment = find(id);
        if (!deployment) return notFound();
        const asked = newStatus.parse(body);
        if (asked.description.length > 140) return tooLong('DeploymentStatus', 'description', 140);
        for (const field of ['log_url', 'environment_url', 'target_url'] as const) {
          const value = asked[field] ?? '';
          if (value !== '' && !/^https?:\/\//.test(value)) {
            const message = `${field} must use http(s) scheme`;
            return invalid({ resource: 'DeploymentStatus', field, code: 'custom', message });
          }
        }
        if (asked.environment !== undefined) deployment.environment = asked.environment;
        const status = hub.addStatus(deployment, {
          state: asked.state,
          description: asked.description,
          logUrl: asked.log_url ?? asked.target_url,
          environmentUrl: asked.environment_url,
        });
        if (asked.auto_inactive && asked.state === 'success') supersede(hub, deployment);
        const answer = statusBody(hub, deployment, status);
        return { status: 201, headers: { location: answer.url }, body: answer };
      },
    },
  ];
}

/** `auto_inactive`, as GitHub documents it: production deployments stay "active" until somebody says otherwise. */
function supersede(hub: GitHubState, by: DeploymentRecord): void {
  for (const other of hub.deployments) {
    if (other.id >= by.id || other.environment !== by.environment) continue;
    if (other.transient || other.production || other.statuses.at(-1)?.state !== 'success') continue;
    hub.addStatus(other, { state: 'inactive' });
  }
}
