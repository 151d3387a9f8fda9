import { z } from 'zod';
import type { GitHub } from './client.js';

/** How a run of a workflow began. GitHub REST API, "Get a workflow run". */
export interface RunOrigin {
  readonly event: string;
  /** Path of the workflow file, without the ref. */
  readonly workflow: string;
  readonly sha: string;
  readonly createdAt: string;
}

const run = z.looseObject({
  event: z.string(),
  path: z.string(),
  head_sha: z.string(),
  created_at: z.string(),
});

const person = z.looseObject({ id: z.number() }).nullish();
const started = z.looseObject({ actor: person, triggering_actor: person });

/** The ids of who started a run, and its newest attempt. GitHub REST API, "Get a workflow run". @throws HttpFailure */
export async function readStarters(github: GitHub, runId: number): Promise<readonly number[]> {
  const data = await github.find(
    { what: `read who started run ${runId}`, permission: 'actions: read' },
    started,
    (rest, target) => rest.actions.getWorkflowRun({ ...target, run_id: runId }),
  );
  return [data?.actor, data?.triggering_actor].flatMap((one) => (one ? [one.id] : []));
}

const comparison = z.looseObject({ status: z.string() });

/** @returns null if the run was deleted */
export async function readRunOrigin(github: GitHub, runId: number): Promise<RunOrigin | null> {
  const data = await github.find({ what: `read run ${runId}`, permission: 'actions: read' }, run, (rest, target) =>
    rest.actions.getWorkflowRun({ ...target, run_id: runId }),
  );
  return (
    data && {
      event: data.event,
      workflow: data.path.split('@')[0] ?? '',
      sha: data.head_sha,
      createdAt: data.created_at,
    }
  );
}

/** True if the commit is part of the branch. GitHub REST API, "Compare two commits". */
export async function isOnBranch(github: GitHub, branch: string, sha: string): Promise<boolean> {
  const data = await github.find(
    { what: `compare ${sha.slice(0, 12)} with ${branch}`, permission: 'contents: read' },
    comparison,
    // One commit a page: only the status counts. `refs/heads/`, because a tag may have the name of the branch.
    (rest, target) =>
      rest.repos.compareCommitsWithBasehead({ ...target, basehead: `refs/heads/${branch}...${sha}`, per_page: 1 }),
  );
  return data !== null && (data.status === 'identical' || data.status === 'behind');
}
