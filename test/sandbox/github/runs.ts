import { basename } from 'node:path';
import { z } from 'zod';
import { apiOf, htmlOf, idOf, nodeId, shortRepository, userBody } from './bodies.js';
import { environmentHead } from './environments.js';
import { notFound, unfit, type Operation, type RunRecord } from './model.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

function runBody(hub: GitHubState, run: RunRecord) {
  const { site } = hub;
  const { id, attempt, path } = run;
  const url = `${apiOf(site)}/actions/runs/${id}`;
  const commit = hub.commits.find(({ sha }) => sha === run.sha);
  const suite = id + 500_000;
  const own = shortRepository(site, hub.visibility !== 'public');
  return {
    id,
    name: hub.workflows.get(path) ?? path,
    node_id: nodeId('WorkflowRun', id),
    head_branch: run.branch,
    head_sha: run.sha,
    path,
    display_title: run.title,
    run_number: run.number,
    event: run.event,
    status: run.status,
    conclusion: run.status === 'completed' ? run.conclusion : null,
    workflow_id: idOf(path),
    check_suite_id: suite,
    check_suite_node_id: nodeId('CheckSuite', suite),
    url,
    html_url: `${htmlOf(site)}/actions/runs/${id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.createdAt,
    actor: userBody(site, run.actor),
    run_attempt: attempt,
    referenced_workflows: (run.calls ?? []).map((called) => ({ path: called, sha: run.sha, ref: 'refs/tags/v1' })),
    run_started_at: run.createdAt,
    triggering_actor: userBody(site, run.triggeringActor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${apiOf(site)}/check-suites/${suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt > 1 ? `${url}/attempts/${attempt - 1}` : null,
    workflow_url: `${apiOf(site)}/actions/workflows/${idOf(path)}`,
    head_commit: commit
      ? {
          id: commit.sha,
          tree_id: hub.treeOf(commit.sha),
          message: commit.message,
          timestamp: commit.createdAt,
          author: { name: commit.author, email: `${commit.author}@example.com` },
          committer: { name: 'GitHub', email: 'noreply@github.com' },
        }
      : null,
    repository: own,
    head_repository: run.fork === null ? own : shortRepository(hub.siteOf(run.fork), false, true),
  };
}

const dispatch = z.looseObject({ ref: z.string(), inputs: z.record(z.string(), z.string()).default({}) });

export function runOperations(hub: GitHubState): Operation[] {
  const file = (workflow = ''): string | undefined =>
    [...hub.workflows.keys()].find((path) => basename(path) === workflow || String(idOf(path)) === workflow);
  const find = (id: string | undefined): RunRecord | undefined => hub.runs.find((run) => String(run.id) === id);
  return [
    {
      method: 'GET',
      path: '/actions/runs/:run',
      needs: ['actions:read'],
      docs: 'actions/workflow-runs#get-a-workflow-run',
      run: (_, { run: id }) => {
        const run = find(id);
        return run ? { status: 200, body: runBody(hub, run) } : notFound();
      },
    },
    {
      method: 'GET',
      path: '/actions/runs/:run/approvals',
      needs: ['actions:read'],
      docs: 'actions/workflow-runs#get-the-review-history-for-a-workflow-run',
      run: (_, { run: id }) => {
        const run = find(id);
        if (!run) return notFound();
        const body = run.reviews.map(({ state, comment, environment, user }) => {
          const named = hub.environment(environment);
          return {
            state,
            comment,
            environments: named ? [environmentHead(hub, named)] : [],
            user: userBody(hub.site, user),
          };
        });
        return { status: 200, body };
      },
    },
    {
      method: 'GET',
      path: '/actions/runs',
      needs: ['actions:read'],
      docs: 'actions/workflow-runs#list-workflow-runs-for-a-repository',
      run: (request) => {
        const status = request.query.get('status');
        const found = hub.runs
          .filter((run) => status === null || run.status === status)
          .reverse()
          .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
        return listAnswer(hub, request, found, (page, total) => ({
          total_count: total,
          workflow_runs: page.map((run) => runBody(hub, run)),
        }));
      },
    },
    {
      method: 'GET',
      path: '/actions/workflows/:workflow/runs',
      needs: ['actions:read'],
      docs: 'actions/workflow-runs#list-workflow-runs-for-a-workflow',
      run: (request, { workflow }) => {
        const path = file(workflow);
        if (path === undefined) return notFound();
        const { query } = request;
        const fits = (key: string, ...values: readonly (string | null)[]): boolean => {
          const wanted = query.get(key);
          return wanted === null || values.includes(wanted);
        };
        const found = hub.runs
          .filter(
            (run) =>
              run.path === path &&
              // One parameter for both, as at GitHub.
              fits('status', run.status, run.status === 'completed' ? run.conclusion : null) &&
              fits('branch', run.branch) &&
              fits('event', run.event) &&
              fits('actor', run.actor) &&
              fits('head_sha', run.sha),
          )
          .reverse()
          .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
        return listAnswer(hub, request, found, (page, total) => ({
          total_count: total,
          workflow_runs: page.map((run) => runBody(hub, run)),
        }));
      },
    },
    {
      method: 'POST',
      path: '/actions/workflows/:workflow/dispatches',
      needs: ['actions:write'],
      docs: 'actions/workflows#create-a-workflow-dispatch-event',
      run: ({ body }, { workflow }) => {
        const path = file(workflow);
        if (path === undefined) return notFound();
        const { ref, inputs } = dispatch.parse(body);
        const sha = hub.resolve(ref);
        if (sha === undefined) return unfit(`No ref found for: ${ref}`);
        hub.dispatches.push({ path, ref, inputs });
        hub.addRun({ path, sha, event: 'workflow_dispatch', status: 'queued', actor: hub.login });
        return { status: 204 };
      },
    },
  ];
}
