import { loadConfig } from '../config/load.js';
import type { RewindConfig } from '../config/schema.js';
import { loadResources, type Resource } from '../engine/resources.js';
import type { SnapshotOrigin } from '../engine/snapshot.js';
import { readWorkflowRun } from '../services/github/workflow-run.js';
import { identitiesIn } from '../engine/age-keys.js';
import { loadProvider } from '../providers/load.js';
import { openStore } from '../store/index.js';
import type { Store } from '../store/store.js';
import type { Invocation } from './invocation.js';
import type { Context } from '../runtime/context.js';
import { VERSION } from '../runtime/version.js';

/** The loaded configuration with its store and providers. */
export interface Project {
  readonly config: RewindConfig;
  readonly store: Store;
  readonly resources: readonly Resource[];
  readonly origin: SnapshotOrigin;
  /** age identities (REWIND_IDENTITY, one per line); none in jobs without an approval. */
  readonly identities: readonly string[];
}

/** @throws RewindError config-not-found, config-invalid, scope-unknown */
export async function openProject(
  invocation: Invocation,
  ctx: Context,
  path: (file: string) => string,
): Promise<Project> {
  const { env, inputs } = invocation;
  const config = loadConfig(inputs.config, path(inputs.config));
  const resources = await loadResources(config.resources, inputs.scope, loadProvider);
  return {
    config,
    resources,
    store: await openStore(config.store, ctx),
    origin: {
      environment: config.environment,
      repository: ctx.env.text('GITHUB_REPOSITORY') ?? null,
      commit: ctx.env.text('GITHUB_SHA') ?? null,
      run: readWorkflowRun(env)?.url ?? null,
      version: VERSION,
    },
    identities: identitiesIn(ctx.env.secret('REWIND_IDENTITY') ?? ''),
  };
}
