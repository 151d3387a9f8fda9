import type { Session } from '../cli/session.js';
import type { Finding } from '../runtime/finding.js';
import { createGitHub } from '../services/github/client.js';
import { waitingRuns } from '../services/github/waiting-runs.js';
import { readable } from './environments.js';

/**
 * GitHub runs the jobs of an environment one after another, and one that waits for a reviewer holds that queue for up to 30
 * days. GitHub does not show the reason to those behind it.
 */
export async function waitingFindings({ context, run }: Pick<Session, 'context' | 'run'>): Promise<Finding[]> {
  if (run === null) return [];
  const workflow = /^[^/]+\/[^/]+\/([^@]+)@/.exec(context.env.text('GITHUB_WORKFLOW_REF') ?? '')?.[1] ?? null;
  return readable(async () =>
    (await waitingRuns(createGitHub(context), workflow, run.runId)).map(({ id, title, url, startedBy, since }) => ({
      level: 'warning',
      code: 'run-waits',
      message: `Run ${id} ("${title}"${startedBy === null ? '' : `, started by ${startedBy}`}${since === null ? '' : `, ${since}`}) waits for a reviewer. If it belongs to this environment, this rollback begins only after it: ${url}`,
      remedy: 'Reject or cancel it first, unless you want it to run.',
    })),
  );
}
