import { parse } from 'yaml';
import { z } from 'zod';
import type { RepositoryFiles } from './repository-files.js';

export interface WorkflowsFound {
  /** Workflows that deploy when somebody pushes, e.g. `.github/workflows/deploy.yml`. */
  readonly deploys: readonly string[];
  /** Names of environments in all jobs, without expressions. */
  readonly environments: readonly string[];
  /** Names of secrets. */
  readonly secrets: readonly string[];
}

const step = z.looseObject({
  run: z.string().optional().catch(undefined),
  uses: z.string().optional().catch(undefined),
});
const job = z.looseObject({
  environment: z
    .union([z.string(), z.looseObject({ name: z.string() })])
    .optional()
    .catch(undefined),
  uses: z.string().optional().catch(undefined),
  steps: z.array(step.catch({})).optional().catch(undefined),
});
const workflow = z.looseObject({
  on: z.unknown(),
  jobs: z.record(z.string(), job.catch({})),
});

/** Commands and actions that put something into production. */
const DEPLOYS =
  /\bvercel\b(?=[^\n]{0,300}(--prod\b|\bdeploy\b|\bpromote\b))|vercel-action|\bprisma migrate deploy\b|\bterraform apply\b|\bcdk deploy\b|\baws s3 (sync|cp)\b|\bserverless deploy\b|\bsst deploy\b|\bfly(ctl)? deploy\b/;

/** What the workflows of the repository do. Rewind's own do not count. Pure but for the reading. */
export function findWorkflows(files: RepositoryFiles): WorkflowsFound {
  const found = files.paths
    .filter((path) => path.startsWith('.github/workflows/'))
    .flatMap((path) => {
      const text = files.text(path) ?? '';
      const parsed = workflow.safeParse(valueOf(text)).data;
      return parsed === undefined ? [] : [{ path, text, jobs: Object.entries(parsed.jobs), onPush: onPush(parsed.on) }];
    });
  return {
    deploys: found.filter(({ jobs, onPush: pushed }) => pushed && jobs.some(deploys)).map(({ path }) => path),
    environments: unique(found.flatMap(({ jobs }) => jobs.flatMap(([, { environment }]) => nameOf(environment)))),
    secrets: unique(
      found.flatMap(({ text }) => [...text.matchAll(/\bsecrets\.([A-Z_][A-Z0-9_]*)/g)].map(([, name = '']) => name)),
    ),
  };
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

function valueOf(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent', maxAliasCount: 100 }) as unknown;
  } catch {
    return null;
  }
}

function onPush(on: unknown): boolean {
  if (typeof on === 'string') return on === 'push';
  if (Array.isArray(on)) return on.includes('push');
  return typeof on === 'object' && on !== null && 'push' in on;
}

function deploys([id, { steps = [], uses = '' }]: [string, z.infer<typeof job>]): boolean {
  if (/\/rewind(\/|@)/.test(uses) || steps.some((one) => /\/rewind@/.test(one.uses ?? ''))) return false;
  if (steps.some((one) => DEPLOYS.test(one.run ?? '') || DEPLOYS.test(one.uses ?? ''))) return true;
  return /^deploy|[-_]deploy$/.test(id);
}

function nameOf(environment: string | { name: string } | undefined): string[] {
  const name = typeof environment === 'string' ? environment : environment?.name;
  return name !== undefined && /^[A-Za-z0-9][A-Za-z0-9._-]{0,50}$/.test(name) ? [name] : [];
}
