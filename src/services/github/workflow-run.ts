/** What GitHub Actions says of the run that we are part of. Null outside of Actions. */
export interface WorkflowRun {
  readonly repository: string;
  readonly runId: number;
  readonly attempt: number;
  /** Login of who started the run. */
  readonly actor: string;
  /** Login of who started this attempt; another person than `actor` where a job was run again. */
  readonly triggeredBy: string;
  readonly url: string;
  readonly event: string;
  readonly sha: string;
  /** File that holds the event; null when there is none. */
  readonly eventPath: string | null;
}

/** Variables of the runner: GitHub Docs, "Variables reference". */
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
    eventPath: env.GITHUB_EVENT_PATH ?? null,
  };
}
