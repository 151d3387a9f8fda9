import { DOCUMENT_WORDS } from '../engine/document-words.js';
import { loadConfig } from '../config/load.js';
import type { RewindConfig } from '../config/schema.js';
import { loadResources, type Resource } from '../engine/resources.js';
import type { SnapshotOrigin } from '../engine/snapshot.js';
import { readBuildEvent } from '../services/vercel/build-event.js';
import { readWorkflowRun } from '../services/github/workflow-run.js';
import { identitiesIn } from '../engine/age-keys.js';
import { loadProvider } from '../providers/load.js';
import { openStore } from '../store/index.js';
import type { Store } from '../store/store.js';
import { assertDistinctDatabases, backupResources } from './databases.js';
import { withParentHint } from './repository-root.js';
import type { Invocation } from './invocation.js';
import type { Context } from '../runtime/context.js';
import { VERSION } from '../runtime/version.js';

/** The loaded configuration with its store and providers. */
export interface Project {
  readonly config: RewindConfig;
  readonly store: Store;
  readonly resources: readonly Resource[];
  /** Resources that back up a database which no configured resource backs up; not part of an ordinary snapshot. */
  readonly backups: readonly Resource[];
  readonly origin: SnapshotOrigin;
  /** age identities (REWIND_IDENTITY, one per line); none in jobs without an approval. */
  readonly identities: readonly string[];
  /** Public keys of the configuration; a snapshot counts as signed if one of them signed it. */
  readonly signKeys: readonly string[];
}

async function readConfig({ inputs, root }: Invocation, absolute: string): Promise<RewindConfig> {
  try {
    return await loadConfig(inputs.config, absolute);
  } catch (error) {
    throw withParentHint(error, root, inputs.config);
  }
}

/** @throws RewindError config-not-found, config-invalid, scope-unknown */
export async function openProject(
  invocation: Invocation,
  ctx: Context,
  path: (file: string) => string,
): Promise<Project> {
  const { env, inputs } = invocation;
  const config = await readConfig(invocation, path(inputs.config));
  const resources = await loadResources(config.resources, inputs.scope, loadProvider);
  ctx.masker.allow([
    ...DOCUMENT_WORDS,
    config.environment,
    ...resources.flatMap(({ id, provider }) => [id, provider.id]),
  ]);
  assertDistinctDatabases(resources, ctx, inputs.config);
  const run = readWorkflowRun(env);
  const event = readBuildEvent(ctx.env);
  return {
    config,
    resources,
    backups: await backupResources(resources, ctx, loadProvider),
    signKeys: config.sign?.keys ?? [],
    store: await openStore(config.store, ctx),
    origin: {
      environment: config.environment,
      repository: ctx.env.text('GITHUB_REPOSITORY') ?? null,
      commit: (event === null ? ctx.env.text('GITHUB_SHA') : event.commit) ?? null,
      run: run?.url ?? null,
      actor: run?.triggeredBy ?? null,
      event: run?.event ?? null,
      version: VERSION,
    },
    identities: identitiesIn(ctx.env.secret('REWIND_IDENTITY') ?? ''),
  };
}
