import { z } from 'zod';
import type { GitHub } from './client.js';

const deployment = z.looseObject({ id: z.number(), sha: z.string(), created_at: z.string() });
const statuses = z.array(z.looseObject({ state: z.string() }));
/** GitHub REST API, "Create a deployment status": longer descriptions are refused. */
const DESCRIPTION_LIMIT = 140;

/** What was told to GitHub's Deployments page. */
export interface DeploymentRecord {
  /** Deployment that is marked as live. */
  readonly live: number;
  readonly created: boolean;
  /** Deployments that are marked as no longer live. */
  readonly inactive: readonly number[];
}

/**
 * Makes GitHub's Deployments page tell what is live: the deployment of `commit` succeeded, every newer one that claims to
 * be live is inactive. GitHub's own `auto_inactive` does only the deployments before, and not those of production.
 *
 * @param description shown with each status
 */
export async function recordLive(
  github: GitHub,
  environment: string,
  commit: string,
  logUrl: string | null,
  description: string,
): Promise<DeploymentRecord> {
  const known = await knownDeployments(github, environment);
  const found = known.find(({ sha }) => sha === commit);
  const live = found ?? (await createDeployment(github, environment, commit, description));
  const inactive: number[] = [];
  for (const other of known) {
    if (other.id === live.id || (await latestState(github, other.id)) !== 'success') continue;
    await addStatus(github, other.id, 'inactive', logUrl, description);
    inactive.push(other.id);
  }
  // Last: the newest status of the page is then the one that is true.
  if (found === undefined || (await latestState(github, live.id)) !== 'success') {
    await addStatus(github, live.id, 'success', logUrl, description);
  }
  return { live: live.id, created: found === undefined, inactive };
}

/** Newest first. Vercel's integration writes the name of the environment with a capital, and GitHub's filter is exact. */
async function knownDeployments(github: GitHub, environment: string): Promise<z.infer<typeof deployment>[]> {
  const names = new Set([environment, environment.charAt(0).toUpperCase() + environment.slice(1)]);
  const found = await Promise.all(
    [...names].map((name) =>
      github.request(
        {
          what: `list deployments of ${name}`,
          path: '/deployments',
          query: { environment: name, per_page: 100 },
          permission: 'deployments: write',
        },
        z.array(deployment),
      ),
    ),
  );
  const all = new Map(found.flatMap(({ data }) => data.map((entry) => [entry.id, entry] as const)));
  return [...all.values()].sort((a, b) => b.id - a.id);
}

async function latestState(github: GitHub, id: number): Promise<string | null> {
  const { data } = await github.request(
    {
      what: `read deployment ${id}`,
      path: `/deployments/${id}/statuses`,
      query: { per_page: 1 },
      permission: 'deployments: write',
    },
    statuses,
  );
  return data[0]?.state ?? null;
}

async function createDeployment(github: GitHub, environment: string, commit: string, description: string) {
  const { data } = await github.request(
    {
      what: `create a deployment of ${commit}`,
      path: '/deployments',
      method: 'POST',
      json: {
        ref: commit,
        environment,
        auto_merge: false,
        required_contexts: [],
        description: description.slice(0, DESCRIPTION_LIMIT),
      },
      permission: 'deployments: write',
    },
    deployment,
  );
  return data;
}

async function addStatus(
  github: GitHub,
  id: number,
  state: 'success' | 'inactive',
  logUrl: string | null,
  description: string,
): Promise<void> {
  await github.request(
    {
      what: `mark deployment ${id} as ${state}`,
      path: `/deployments/${id}/statuses`,
      method: 'POST',
      json: {
        state,
        description: description.slice(0, DESCRIPTION_LIMIT),
        auto_inactive: false,
        ...(logUrl === null ? {} : { log_url: logUrl }),
      },
      permission: 'deployments: write',
    },
    z.unknown(),
  );
}
