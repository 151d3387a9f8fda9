import type { Found } from './find.js';
import { Ids } from './ids.js';

/** What only a person knows. */
export interface ServiceAnswers {
  /** Ids of Vercel, if no folder of the repository is linked. */
  readonly vercel: { readonly projects: readonly string[]; readonly team: string | null } | null;
  /** `ecfg_…` */
  readonly edgeConfig: string | null;
  readonly launchdarkly: { readonly project: string; readonly environment: string } | null;
  readonly unleash: { readonly project: string; readonly environment: string } | null;
  /** For buckets whose region Terraform does not say. */
  readonly region: string | null;
  /** Ids of distributions beside those of Terraform. */
  readonly distributions: readonly string[];
}

/** A resource of rewind.yml: its keys in the order of the file. */
export type ResourceEntry = Readonly<Record<string, string | boolean | readonly string[]>> & {
  readonly id: string;
  readonly provider: string;
};

export interface ResourceOptions {
  /** What to leave out, by the names of `WITHOUT`. */
  readonly without: ReadonlySet<string>;
  /** True if Rewind promotes the builds of Vercel's Git integration. */
  readonly promotes: boolean;
}

/** Words of --without. */
export const WITHOUT = [
  'vercel',
  'database',
  'stripe',
  'edge-config',
  'flags',
  'launchdarkly',
  'unleash',
  'aws',
] as const;

export interface LinkedProject {
  readonly project: string;
  readonly team: string | null;
  readonly name: string;
}

/** The projects on Vercel: those that are linked, else those that a person named. */
export function projectsOf(
  found: Found,
  answers: ServiceAnswers,
  without: ReadonlySet<string>,
): readonly LinkedProject[] {
  if (without.has('vercel')) return [];
  if (answers.vercel === null) return found.vercel.projects;
  const { projects, team } = answers.vercel;
  return projects.map((project) => ({ project, team, name: project.slice('prj_'.length) }));
}

/** The resources of the configuration, in the order in which they are read best. Pure. */
export function resourcesOf(
  found: Found,
  answers: ServiceAnswers,
  { without, promotes }: ResourceOptions,
): ResourceEntry[] {
  const ids = new Ids();
  const projects = projectsOf(found, answers, without);
  const entries: ResourceEntry[] = [];
  for (const { project, team, name } of projects) {
    const suffix = projects.length === 1 ? null : name;
    const of = team === null ? { project } : { project, team };
    entries.push(
      {
        id: ids.next('web', suffix),
        provider: 'vercel-deployment',
        ...of,
        ...(promotes ? { 'auto-assign': false } : {}),
      },
      { id: ids.next('env', suffix), provider: 'vercel-env', ...of, targets: ['production'] },
      { id: ids.next('settings', suffix), provider: 'vercel-project', ...of },
    );
    if (found.uses.vercelFlags && !without.has('flags')) {
      entries.push({ id: ids.next('flags', suffix), provider: 'vercel-flags', ...of });
    }
  }
  const team = projects.find((project) => project.team !== null)?.team ?? null;
  if (answers.edgeConfig !== null) {
    const of = team === null ? {} : { team };
    entries.push({ id: ids.next('edge-config'), provider: 'vercel-edge-config', store: answers.edgeConfig, ...of });
  }
  if (!without.has('database')) {
    for (const { variable, migrations } of found.databases) {
      const suffix =
        found.databases.length === 1 ? null : variable.replace(/_?(DATABASE|DIRECT|POSTGRES)?_?URL.*$/, '');
      const url = `\${${variable}}`;
      entries.push({ id: ids.next('db', suffix), provider: 'postgres', url });
      if (migrations !== null) entries.push({ id: ids.next('schema', suffix), provider: 'prisma', url, migrations });
    }
  }
  if (found.uses.stripe && !without.has('stripe'))
    entries.push({ id: ids.next('payments'), provider: 'stripe-webhooks' });
  if (answers.launchdarkly !== null) {
    entries.push({ id: ids.next('launchdarkly'), provider: 'launchdarkly', ...answers.launchdarkly });
  }
  if (answers.unleash !== null) entries.push({ id: ids.next('unleash'), provider: 'unleash', ...answers.unleash });
  if (!without.has('aws')) {
    for (const { bucket, region } of found.aws.buckets) {
      const chosen = region ?? answers.region;
      if (chosen !== null)
        entries.push({ id: ids.next('bucket', bucket), provider: 's3-bucket', bucket, region: chosen });
    }
    const distributions = new Set([...found.aws.distributions, ...answers.distributions]);
    for (const distribution of distributions) {
      const suffix = distributions.size === 1 ? null : distribution;
      entries.push({ id: ids.next('cdn', suffix), provider: 'cloudfront', distribution });
    }
  }
  return entries;
}

/** Names of the variables that a resource reads. AWS has its own ways, and is not among them. */
export function credentialsOf(entry: { readonly provider: string; readonly url?: unknown }): string[] {
  const url = typeof entry.url === 'string' ? (/^\$\{(\w+)\}$/.exec(entry.url)?.[1] ?? null) : null;
  if (entry.provider.startsWith('vercel-')) return ['VERCEL_TOKEN'];
  const names: Readonly<Record<string, readonly string[]>> = {
    'stripe-webhooks': ['STRIPE_API_KEY'],
    launchdarkly: ['LAUNCHDARKLY_ACCESS_TOKEN'],
    unleash: ['UNLEASH_URL', 'UNLEASH_API_TOKEN'],
    'neon-branch': ['NEON_API_KEY'],
    'neon-compute': ['NEON_API_KEY'],
  };
  return [...(names[entry.provider] ?? []), ...(url === null ? [] : [url])];
}

/** True for a resource that speaks to AWS. */
export const onAws = ({ provider }: { readonly provider: string }): boolean =>
  ['s3-bucket', 'cloudfront', 'rds-snapshot', 'aws-scaling', 'lambda-concurrency'].includes(provider);
