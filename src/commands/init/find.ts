import { z } from 'zod';
import { findAws, type AwsFound } from './find-aws.js';
import { findDatabases, type DatabaseFound } from './find-databases.js';
import { findVercel, json, type VercelFound } from './find-vercel.js';
import { findWorkflows, type WorkflowsFound } from './find-workflows.js';
import type { RepositoryFiles } from './repository-files.js';

/** What a repository says of its deploys. It holds names and ids, never a value of a variable. */
export interface Found {
  readonly vercel: VercelFound;
  readonly databases: readonly DatabaseFound[];
  readonly aws: AwsFound;
  readonly workflows: WorkflowsFound;
  readonly uses: {
    readonly stripe: boolean;
    readonly edgeConfig: boolean;
    readonly vercelFlags: boolean;
    readonly launchdarkly: boolean;
    readonly unleash: boolean;
  };
  /** What the person should know, in sentences. */
  readonly notes: readonly string[];
}

const manifest = z.object({
  dependencies: z.record(z.string(), z.unknown()).optional().catch(undefined),
  devDependencies: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

/** Looks through the files. Pure but for the reading. */
export function find(files: RepositoryFiles): Found {
  const dependencies = dependenciesOf(files);
  const workflows = findWorkflows(files);
  const names = new Set([...namesInExamples(files), ...workflows.secrets]);
  const vercel = findVercel(files, dependencies);
  const { databases, notes } = findDatabases(files, dependencies, names);
  const aws = findAws(files);
  const has = (...patterns: RegExp[]): boolean =>
    [...dependencies].some((name) => patterns.some((pattern) => pattern.test(name)));
  return {
    vercel,
    databases,
    aws,
    workflows,
    uses: {
      stripe: has(/^stripe$/, /^@stripe\//) || names.has('STRIPE_WEBHOOK_SECRET'),
      edgeConfig: has(/^@vercel\/(edge|global)-config$/) || names.has('EDGE_CONFIG'),
      vercelFlags: vercel.used && has(/^flags$/, /^@vercel\/flags/, /^@flags-sdk\/vercel$/),
      launchdarkly: has(/^launchdarkly-/, /^@launchdarkly\//),
      unleash: has(/^unleash-/, /^@unleash\//),
    },
    notes: [...files.notes, ...brokenJson(files), ...notes, ...aws.notes],
  };
}

/** Names of all packages that a package.json of the repository asks for. */
function dependenciesOf(files: RepositoryFiles): Set<string> {
  return new Set(
    files.paths
      .filter((path) => path.endsWith('package.json'))
      .flatMap((path) => {
        const found = manifest.safeParse(json(files, path)).data;
        return [...Object.keys(found?.dependencies ?? {}), ...Object.keys(found?.devDependencies ?? {})];
      }),
  );
}

/** What cannot be parsed was not used: something that it asks for may be missing in the result. */
function brokenJson(files: RepositoryFiles): string[] {
  const broken = files.paths.filter(
    (path) => path.endsWith('.json') && files.text(path) !== null && json(files, path) === undefined,
  );
  const more = broken.length > SHOWN ? ` and ${broken.length - SHOWN} more` : '';
  return broken.length === 0 ? [] : [`Not valid JSON, and not used: ${broken.slice(0, SHOWN).join(', ')}${more}.`];
}
const SHOWN = 5;

/** Names in .env.example and its like. What stands behind the name may be real, and is not kept. */
function namesInExamples(files: RepositoryFiles): string[] {
  return files.paths
    .filter((path) => /(^|\/)\.env\.\w+$/.test(path))
    .flatMap((path) => [
      ...(files.text(path) ?? '').matchAll(/^[ \t]*(?:export[ \t]+)?#?[ \t]*([A-Z_][A-Z0-9_]{0,99})[ \t]*=/gm),
    ])
    .map(([, name = '']) => name);
}
