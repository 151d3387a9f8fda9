import type { RewindConfig } from '../../config/schema.js';
import { resourceText, type StoreEntry } from './config-text.js';
import type { Found } from './find.js';
import type { ActionRef } from './flags.js';
import { credentialsOf, onAws, projectsOf, resourcesOf, type ResourceEntry, type ServiceAnswers } from './resources.js';
import { TEMPLATES, type Template } from './templates.js';
import { jobText, onPromotion, workflowText, type WorkflowValues } from './workflow-text.js';

/** Everything that is known or chosen, before keys exist. */
export interface Choices {
  readonly environment: string;
  readonly planEnvironment: string;
  readonly store: StoreEntry;
  readonly action: ActionRef | null;
  readonly answers: ServiceAnswers;
  readonly without: ReadonlySet<string>;
  readonly url: string | null;
  /** Names of workflows without `.yml`; null: those that fit. */
  readonly workflows: readonly string[] | null;
}

/** A workflow to write. */
export interface ProposedFile {
  readonly path: string;
  readonly text: string;
}

export interface Proposal {
  /** For a new rewind.yml; with an existing one, what it would be. */
  readonly resources: readonly ResourceEntry[];
  readonly workflows: readonly ProposedFile[];
  /** What a person does in files that exist, each with the lines to add. */
  readonly byHand: ByHand[];
  /** Names of secrets that the resources read, sorted. */
  readonly credentials: readonly string[];
  /** True if Vercel's Git integration builds and Rewind promotes. */
  readonly promotes: boolean;
  readonly aws: boolean;
}

export interface ByHand {
  readonly what: string;
  readonly lines: readonly string[];
}

/** Names that a workflow can hand over by themselves; all others are lines of REWIND_SECRETS. */
export const DIRECT_SECRETS: readonly string[] = [
  'VERCEL_TOKEN',
  'DATABASE_URL',
  'STRIPE_API_KEY',
  'LAUNCHDARKLY_ACCESS_TOKEN',
  'UNLEASH_API_TOKEN',
];

/** Workflows that only read files of the pull request, or need no snapshot. */
const EVERYWHERE = ['rollback-readiness'];
const USUAL = ['rollback-production', 'recover-production', 'incident', 'list-snapshots'];

/** True if builds of Vercel go live through Rewind: no workflow of the repository deploys, and Vercel's Git integration does. */
const promotesBuilds = (found: Found, choices: Choices): boolean =>
  projectsOf(found, choices.answers, choices.without).length > 0 &&
  found.vercel.git &&
  found.workflows.deploys.length === 0 &&
  choices.store.kind !== 'directory' &&
  (choices.workflows?.includes('pre-deploy-snapshot-git-integration') ?? true);

/** The workflows that fit, by name. Runs of GitHub cannot reach a folder of this machine. */
export function fittingWorkflows(found: Found, choices: Choices): readonly string[] {
  if (choices.workflows !== null) return choices.workflows;
  if (choices.store.kind === 'directory') return [];
  const promotes = promotesBuilds(found, choices);
  return [
    ...EVERYWHERE,
    ...USUAL,
    ...(promotes ? ['pre-deploy-snapshot-git-integration', 'release-capture'] : []),
    ...(promotes && choices.url !== null ? ['monitor-production'] : []),
  ];
}

/**
 * What to write, and what to do by hand. Pure.
 * @param existing the configuration of the repository, if there is one: its resources count, not those that were found
 */
export function propose(
  found: Found,
  choices: Choices,
  existing: RewindConfig | null,
  defaultBranch: string,
): Proposal {
  const promotes = promotesBuilds(found, choices);
  const resources = resourcesOf(found, choices.answers, { without: choices.without, promotes });
  const used: readonly { readonly provider: string }[] = existing?.resources ?? resources;
  const credentials = [...new Set(used.flatMap(credentialsOf))].sort();
  const aws = used.some(onAws) || choices.store.kind === 's3';
  const region = aws ? (regionOf(choices, resources) ?? 'us-east-1') : null;
  const probes = existing === null ? choices.url !== null : existing.probes.length > 0;
  const values: WorkflowValues | null = choices.action && {
    action: choices.action.repository,
    ref: choices.action.ref,
    version: choices.action.version,
    environment: choices.environment,
    planEnvironment: choices.planEnvironment,
    projects: projectsOf(found, choices.answers, choices.without).map(({ project }) => project),
    secrets: new Set([
      ...credentials.filter((name) => DIRECT_SECRETS.includes(name)),
      ...(probes && credentials.includes('VERCEL_TOKEN') ? ['VERCEL_AUTOMATION_BYPASS_SECRET'] : []),
      ...(existing?.sign?.['approval-keys'] === undefined ? [] : ['REWIND_APPROVAL_KEY']),
    ]),
    region,
  };
  const byHand = existing === null ? [] : missingResources(resources, existing);
  if (values === null) return { resources, workflows: [], byHand, credentials, promotes, aws };
  const workflows = fittingWorkflows(found, choices).map((name) => ({
    path: `.github/workflows/${name}.yml`,
    text: workflowText(templateOf(name, promotes), values),
  }));
  if (choices.store.kind !== 'directory' && !promotes && choices.workflows === null)
    byHand.push(ownDeploy(found, values, defaultBranch));
  return { resources, workflows, byHand, credentials, promotes, aws };
}

/** Vercel reports promotions only where its Git integration builds. */
function templateOf(name: string, promotes: boolean): string {
  const key = `${name}.yml`;
  const text = isTemplate(key) ? TEMPLATES[key] : '';
  return promotes && (name === 'release-capture' || name === 'monitor-production') ? onPromotion(text) : text;
}

const isTemplate = (name: string): name is Template => Object.hasOwn(TEMPLATES, name);

/** CloudFront and S3 as global services are asked in any region; the one of a bucket is as good as another. */
function regionOf({ store, answers }: Choices, resources: readonly ResourceEntry[]): string | null {
  const named = resources.flatMap(({ region }) => (typeof region === 'string' ? [region] : []));
  return named[0] ?? answers.region ?? (store.kind === 's3' ? store.region : null);
}

/** The jobs around a deploy that Rewind did not write. */
function ownDeploy(found: Found, values: WorkflowValues, branch: string): ByHand {
  const [deploy] = found.workflows.deploys;
  const where =
    deploy === undefined
      ? `No workflow that deploys was found. Add these jobs to the one that deploys "${branch}"`
      : `${deploy} deploys. Add these jobs to it`;
  const jobs = [
    jobText(TEMPLATES['pre-deploy-snapshot.yml'], 'snapshot', null),
    jobText(TEMPLATES['release-capture.yml'], 'release', 'deploy'),
  ];
  return {
    what: `${where}, and "needs: snapshot" to the job that deploys (here it is called "deploy").`,
    lines: jobs.flatMap((job) => workflowText(job.trimEnd(), values).split('\n')),
  };
}

/** Resources that were found and that an existing configuration does not have: compared by what they are, not by their id. */
function missingResources(resources: readonly ResourceEntry[], existing: RewindConfig): ByHand[] {
  const known = new Set(existing.resources.map(identityOf));
  const missing = resources.filter((entry) => !known.has(identityOf(entry)));
  if (missing.length === 0) return [];
  return [
    {
      what: 'The configuration stays as it is. It does not have these resources, which the repository uses. Add those that a deploy can change:',
      lines: missing.map((entry) => `  - ${resourceText(entry)}`),
    },
  ];
}

/** What a resource is, by the keys that name the thing in its service. */
function identityOf(entry: object): string {
  const of = new Map<string, unknown>(Object.entries(entry));
  const keys = ['provider', 'project', 'store', 'url', 'bucket', 'distribution', 'environment'];
  return JSON.stringify(keys.map((key) => of.get(key) ?? null));
}
