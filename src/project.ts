import { loadConfig } from './config/load.js';
import type { RewindConfig } from './config/schema.js';
import { loadResources, type Resource } from './core/resources.js';
import type { SnapshotOrigin } from './core/snapshot.js';
import { openStore } from './core/store/open.js';
import type { Store } from './core/store/store.js';
import type { Invocation } from './inputs.js';
import { createContext, createCredentials, type RuntimeParts } from './runtime.js';
import { VERSION } from './version.js';

/** What is configured, ready for use. */
export interface Project {
  readonly config: RewindConfig;
  readonly store: Store;
  readonly resources: readonly Resource[];
  readonly origin: SnapshotOrigin;
  /** age identities at hand (REWIND_IDENTITY, one a line); none in jobs that were not approved. */
  readonly identities: readonly string[];
}

/** @throws RewindError config-not-found, config-invalid, scope-unknown */
export async function openProject(
  invocation: Invocation,
  parts: RuntimeParts,
  path: (file: string) => string,
): Promise<Project> {
  const { env, inputs } = invocation;
  const config = loadConfig(inputs.config, path(inputs.config));
  const resources = await loadResources(config.resources, inputs.scope);
  const identity = createCredentials(env, parts.masker).get('REWIND_IDENTITY');
  return {
    config,
    resources,
    store: await openStore(config.store, createContext(parts, { id: '', salt: '' })),
    origin: {
      environment: config.environment,
      repository: env.GITHUB_REPOSITORY ?? null,
      commit: env.GITHUB_SHA ?? null,
      run:
        env.GITHUB_RUN_ID === undefined
          ? null
          : `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID}`,
      version: VERSION,
    },
    identities: (identity ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('AGE-')),
  };
}
