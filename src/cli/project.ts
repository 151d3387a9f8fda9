import { loadConfig } from '../config/load.js';
import type { RewindConfig } from '../config/schema.js';
import { loadResources, type Resource } from '../engine/resources.js';
import type { SnapshotOrigin } from '../engine/snapshot.js';
import { loadProvider } from '../providers/registry.js';
import { openStore } from '../store/index.js';
import type { Store } from '../store/store.js';
import type { Invocation } from './inputs.js';
import { createContext, type ContextParts } from '../runtime/create-context.js';
import { VERSION } from '../runtime/version.js';
import { createCredentials } from '../runtime/env.js';

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
  parts: ContextParts,
  path: (file: string) => string,
): Promise<Project> {
  const { env, inputs } = invocation;
  const config = loadConfig(inputs.config, path(inputs.config));
  const resources = await loadResources(config.resources, inputs.scope, loadProvider);
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
