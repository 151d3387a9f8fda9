import { z } from 'zod';
import type { GitHub } from './client.js';

const deployment = z.looseObject({ id: z.number(), sha: z.string(), created_at: z.string(), environment: z.string() });
const statuses = z.array(z.looseObject({ state: z.string(), description: z.string().nullish() }));
/** GitHub rejects longer descriptions (REST API, "Create a deployment status"). */
const DESCRIPTION_LIMIT = 140;
const permission = 'deployments: write';

/** What Rewind wrote to GitHub's Deployments page. */
export interface DeploymentRecord {
  /** The deployment that is marked as live. */
  readonly live: number;
  readonly created: boolean;
  /** Deployments that are marked as inactive. */
  readonly inactive: readonly number[];
}

/** What is deployed to an environment. */
export interface Place {
  readonly environment: string;
  /** Name of the project at Vercel; null if there is none. */
  readonly project: string | null;
  /** Whether other projects are deployed to the environment, too. */
  readonly isShared: boolean;
}

/**
 * Marks the deployment of `commit` as successful and all others of the place as inactive. GitHub's own
 * `auto_inactive` changes only older deployments, and never production's.
 *
 * @param logUrl link of each status
 * @param description text of each status
 */
export async function recordLive(
  github: GitHub,
  place: Place,
  commit: string,
  logUrl: string,
  description: string,
): Promise<DeploymentRecord> {
  const { names, known } = await knownAt(github, place);
  const existing = known.find(({ sha }) => sha === commit);
  // As the others of the place are called, so that they are seen together.
  const name = known[0]?.environment ?? names[0] ?? place.environment;
  const live = existing ?? (await createDeployment(github, name, commit, description));
  const status: Status = { description: description.slice(0, DESCRIPTION_LIMIT), log_url: logUrl };
  const inactive: number[] = [];
  for (const other of known) {
    if (other.id === live.id || (await latestState(github, other.id)) !== 'success') continue;
    await addStatus(github, other.id, 'inactive', status);
    inactive.push(other.id);
  }
  // Written last, so that the page shows it as the newest status.
  const newest = existing === undefined ? undefined : await latestStatus(github, live.id);
  if (newest?.state !== 'success' || newest.description !== status.description) {
    await addStatus(github, live.id, 'success', status);
  }
  return { live: live.id, created: existing === undefined, inactive };
}

/**
 * Writes a text on the deployment of `commit`, which is live, as a further status. Creates the deployment if GitHub has none.
 *
 * @param payload of a new deployment; GitHub does not change that of an existing one
 * @returns the id of the deployment
 */
export async function noteOnDeployment(
  github: GitHub,
  environment: string,
  commit: string,
  logUrl: string,
  said: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<number> {
  const existing = (await knownDeployments(github, namesOf(environment))).find(({ sha }) => sha === commit);
  const { id } = existing ?? (await createDeployment(github, environment, commit, said, payload));
  const description = said.slice(0, DESCRIPTION_LIMIT);
  if ((await latestStatus(github, id))?.description !== description) {
    await addStatus(github, id, 'success', { description, log_url: logUrl });
  }
  return id;
}

/**
 * Names that the place may have on GitHub. Vercel's integration capitalizes the name of the environment; where a repository
 * has several projects, it adds that of the project: "Production – app". GitHub's filter is exact.
 */
function namesOf(environment: string, project: string | null = null): string[] {
  const names = new Set([environment, environment.charAt(0).toUpperCase() + environment.slice(1)]);
  return [...names].map((name) => (project === null ? name : `${name} – ${project}`));
}

/** Under the name of the project, if there are any: the project may share its repository with others that Rewind does not know. */
async function knownAt(github: GitHub, { environment, project, isShared }: Place) {
  const names = namesOf(environment, project);
  const known = await knownDeployments(github, names);
  if (known.length > 0 || isShared || project === null) return { names, known };
  const common = namesOf(environment);
  return { names: common, known: await knownDeployments(github, common) };
}

/** Newest first. */
async function knownDeployments(github: GitHub, names: readonly string[]): Promise<z.infer<typeof deployment>[]> {
  const pages = await Promise.all(
    names.map((name) =>
      github.request({ what: `list deployments of ${name}`, permission }, z.array(deployment), (rest, target) =>
        rest.repos.listDeployments({ ...target, environment: name, per_page: 100 }),
      ),
    ),
  );
  const all = new Map(pages.flat().map((entry) => [entry.id, entry] as const));
  return [...all.values()].sort((a, b) => b.id - a.id);
}

async function latestState(github: GitHub, id: number): Promise<string | null> {
  return (await latestStatus(github, id))?.state ?? null;
}

async function latestStatus(github: GitHub, id: number): Promise<z.infer<typeof statuses>[number] | undefined> {
  const [latest] = await github.request({ what: `read deployment ${id}`, permission }, statuses, (rest, target) =>
    rest.repos.listDeploymentStatuses({ ...target, deployment_id: id, per_page: 1 }),
  );
  return latest;
}

async function createDeployment(
  github: GitHub,
  environment: string,
  commit: string,
  description: string,
  payload: Readonly<Record<string, unknown>> = {},
) {
  return github.request({ what: `create a deployment of ${commit}`, permission }, deployment, (rest, target) =>
    rest.repos.createDeployment({
      ...target,
      ref: commit,
      environment,
      auto_merge: false,
      required_contexts: [],
      payload: { ...payload },
      description: description.slice(0, DESCRIPTION_LIMIT),
    }),
  );
}

interface Status {
  readonly description: string;
  readonly log_url: string;
}

async function addStatus(github: GitHub, id: number, state: 'success' | 'inactive', status: Status): Promise<void> {
  await github.request({ what: `mark deployment ${id} as ${state}`, permission }, z.unknown(), (rest, target) =>
    rest.repos.createDeploymentStatus({ ...target, ...status, deployment_id: id, state, auto_inactive: false }),
  );
}
