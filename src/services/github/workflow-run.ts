import type { Env } from '../../runtime/context.js';

/** The GitHub Actions run that executes Rewind. */
export interface WorkflowRun {
  readonly repository: string;
  readonly runId: number;
  readonly attempt: number;
  /** Login of the person who started the run. */
  readonly actor: string;
  /** Login of the person who started this attempt; differs from `actor` if another person re-ran the job. */
  readonly triggeredBy: string;
  readonly url: string;
  readonly event: string;
  readonly sha: string;
}

/**
 * Reads the runner's variables (GitHub Docs, "Variables reference"). Every command calls it, so it loads no package.
 * @returns null outside of Actions
 */
export function readWorkflowRun(env: Readonly<Record<string, string | undefined>>): WorkflowRun | null {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: runId } = env;
  if (env.GITHUB_ACTIONS !== 'true' || repository === undefined || runId === undefined) return null;
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const actor = env.GITHUB_ACTOR ?? 'unknown';
  return {
    repository,
    runId: Number(runId),
    attempt: Number(env.GITHUB_RUN_ATTEMPT ?? '1'),
    actor,
    triggeredBy: env.GITHUB_TRIGGERING_ACTOR ?? actor,
    url: `${server}/${repository}/actions/runs/${runId}`,
    event: env.GITHUB_EVENT_NAME ?? '',
    sha: env.GITHUB_SHA ?? '',
  };
}

/**
 * Loads GitHub's package, which reads the event of the run (GITHUB_EVENT_PATH).
 * @throws RewindError input-invalid if the event is not JSON, e.g. because the disk of the runner was full
 */
export async function loadActionsGitHub(): Promise<typeof import('@actions/github')> {
  try {
    return await import('@actions/github');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { RewindError } = await import('../../runtime/errors.js');
    throw new RewindError(
      'input-invalid',
      'The file of the event that started this run (GITHUB_EVENT_PATH) is not JSON.',
      {
        remedy: 'Check whether the disk of the runner is full. Then run the job again.',
        cause: error,
      },
    );
  }
}

/** Number of the pull request that started the run, from the event's payload; null for other events. */
export async function pullRequestNumber(): Promise<number | null> {
  const { context } = await loadActionsGitHub();
  const payload = context.payload as typeof context.payload | null;
  return payload?.pull_request?.number ?? null;
}

/**
 * The page where a person starts a workflow of this repository. GITHUB_REPOSITORY and GITHUB_SERVER_URL come from the
 * environment, as Actions sets them.
 * @param workflow file name
 * @returns null if the repository is unknown
 */
export function workflowPage(env: Pick<Env, 'text' | 'url'>, workflow: string): string | null {
  const repository = env.text('GITHUB_REPOSITORY');
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return null;
  return `${env.url('GITHUB_SERVER_URL', 'https://github.com')}/${repository}/actions/workflows/${workflow}`;
}
