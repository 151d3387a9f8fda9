import { z } from 'zod';
import type { GitHub } from './client.js';

const repository = z.looseObject({ default_branch: z.string() });
const runs = z.looseObject({ workflow_runs: z.array(z.looseObject({ html_url: z.string(), created_at: z.string() })) });
const permission = 'actions: write';
/** The clock of a runner may be ahead of GitHub's. */
const SKEW_MS = 60_000;
/** Runs that are looked at. */
const NEWEST = 20;

/**
 * Starts a workflow of the default branch that has the event `workflow_dispatch`. Never repeated: an answer that is lost may
 * belong to a run that began.
 *
 * @param workflow file name, e.g. `rollback-production.yml`
 * @throws HttpFailure
 */
export async function dispatchWorkflow(
  github: GitHub,
  workflow: string,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const { default_branch: ref } = await github.request(
    { what: 'read the default branch', permission: 'contents: read' },
    repository,
    (rest, target) => rest.repos.get(target),
  );
  await github.request({ what: `start the workflow ${workflow}`, permission }, z.unknown(), (rest, target) =>
    rest.actions.createWorkflowDispatch({ ...target, workflow_id: workflow, ref, inputs: { ...inputs } }),
  );
}

/**
 * The newest run of a workflow that `workflow_dispatch` started at this time or later, or a minute before; null if there is
 * none.
 * @throws HttpFailure
 */
export async function dispatchedRun(github: GitHub, workflow: string, since: Date): Promise<string | null> {
  const { workflow_runs: found } = await github.request(
    { what: `read the runs of the workflow ${workflow}`, permission: 'actions: read' },
    runs,
    (rest, target) =>
      rest.actions.listWorkflowRuns({
        ...target,
        workflow_id: workflow,
        event: 'workflow_dispatch',
        // Newest first. GitHub has a parameter for the time too, but its description contradicts its format.
        per_page: NEWEST,
      }),
  );
  // GitHub's times have whole seconds.
  const earliest = Math.floor((since.getTime() - SKEW_MS) / 1000) * 1000;
  return found.find(({ created_at: at }) => Date.parse(at) >= earliest)?.html_url ?? null;
}
