import { z } from 'zod';
import type { GitHub } from './client.js';

const runs = z.looseObject({
  workflow_runs: z.array(
    z.looseObject({
      id: z.number(),
      path: z.string(),
      display_title: z.string(),
      html_url: z.string(),
      run_started_at: z.string().nullish(),
      actor: z.looseObject({ login: z.string() }).nullish(),
      referenced_workflows: z.array(z.looseObject({ path: z.string() })).nullish(),
    }),
  ),
});

/** A run that waits for a reviewer. */
export interface WaitingRun {
  readonly id: number;
  readonly title: string;
  readonly url: string;
  readonly startedBy: string | null;
  /** ISO 8601; null: GitHub does not tell. */
  readonly since: string | null;
}

/** Reusable workflows whose jobs queue for the environment. */
const QUEUES = /\/(?:rollback|recover|mitigate)\.ya?ml@/;
const MOST = 50;

/**
 * Runs that wait for a reviewer: of the same workflow, and of those that call a workflow which changes production. GitHub
 * REST API, "List workflow runs for a repository".
 * @param workflow path of the file of this run; null if it is unknown
 * @throws HttpFailure
 */
export async function waitingRuns(github: GitHub, workflow: string | null, ownRun: number): Promise<WaitingRun[]> {
  const { workflow_runs: found } = await github.request(
    { what: 'read which runs wait for a reviewer', permission: 'actions: read' },
    runs,
    (rest, target) => rest.actions.listWorkflowRunsForRepo({ ...target, status: 'waiting', per_page: MOST }),
  );
  return found
    .filter(
      ({ id, path, referenced_workflows: called }) =>
        id !== ownRun && (path.split('@')[0] === workflow || (called ?? []).some((one) => QUEUES.test(one.path))),
    )
    .map(({ id, display_title: title, html_url: url, run_started_at: since, actor }) => ({
      id,
      title,
      url,
      startedBy: actor?.login ?? null,
      since: since ?? null,
    }));
}
