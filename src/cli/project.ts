import { DOCUMENT_WORDS } from '../engine/document-words.js';
import { loadConfig } from '../config/load.js';
import type { RewindConfig } from '../config/schema.js';
import { loadResources, type Resource } from '../engine/resources.js';
import type { SnapshotOrigin } from '../engine/snapshot.js';
import { readBuildEvent } from '../services/vercel/build-event.js';
import { readWorkflowRun } from '../services/github/workflow-run.js';
import { identitiesIn } from '../engine/age-keys.js';
import { publicKeyText, readSigningKey, type SigningKey } from '../engine/signature.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
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

/** What `check` says of signatures: a key that no rollback would believe is an error. */
export function signingFindings(project: Project, ctx: Context): Finding[] {
  if (project.signKeys.length === 0) {
    return [
      {
        level: 'warning',
        code: 'snapshots-unsigned',
        message: 'Snapshots are not signed: anyone with write access to the store can forge one.',
        remedy: 'Create a key with "minisign -G -W", put its public key under sign.keys, and set REWIND_SIGNING_KEY.',
      },
    ];
  }
  // Only the snapshot job holds the key.
  return ctx.env.secret('REWIND_SIGNING_KEY') === undefined ? [] : faultOf(() => signerOf(project, ctx));
}

/** Whether a mitigation can be lifted without a person: the approved job signs it with a key of its own. */
export function liftKeyFindings({ config }: Pick<Project, 'config'>, ctx: Context): Finding[] {
  if (approvalKeys({ config }).length === 0) {
    if (config.mitigations.length === 0) return [];
    return [
      {
        level: 'warning',
        code: 'lift-unsigned',
        message:
          'The configuration has mitigations and no sign.approval-keys: after the time limit, nobody lifts them without a person.',
        remedy:
          'Create a second key with "minisign -G -W", put its public key under sign.approval-keys, and set REWIND_APPROVAL_KEY in the approved job.',
      },
    ];
  }
  // Only the approved job holds the key.
  return ctx.env.secret('REWIND_APPROVAL_KEY') === undefined ? [] : faultOf(() => approvalSignerOf({ config }, ctx));
}

function faultOf(read: () => unknown): Finding[] {
  try {
    read();
    return [];
  } catch (error) {
    const { code, message, remedy } = asRewindError(error);
    return [{ level: 'error', code, message, remedy }];
  }
}

/**
 * The key that signs snapshots (REWIND_SIGNING_KEY); null if the configuration asks for no signature.
 * @throws RewindError input-invalid, signing-key-missing, signing-key-unknown
 */
export const signerOf = ({ signKeys }: Project, ctx: Context): SigningKey | null =>
  keyIn(ctx, 'REWIND_SIGNING_KEY', signKeys, 'sign.keys');

/**
 * The key that signs what an approved job begins (REWIND_APPROVAL_KEY); null if the configuration names no such key.
 * @throws RewindError input-invalid, signing-key-missing, signing-key-unknown
 */
export const approvalSignerOf = ({ config }: Pick<Project, 'config'>, ctx: Context): SigningKey | null =>
  keyIn(ctx, 'REWIND_APPROVAL_KEY', approvalKeys({ config }), 'sign.approval-keys');

/** Public keys of the configuration for what an approved job begins. */
export const approvalKeys = ({ config }: Pick<Project, 'config'>): readonly string[] =>
  config.sign?.['approval-keys'] ?? [];

function keyIn(ctx: Context, name: string, keys: readonly string[], listed: string): SigningKey | null {
  if (keys.length === 0) return null;
  const text = ctx.env.secret(name);
  if (text === undefined) {
    throw new RewindError('signing-key-missing', `rewind.yml has ${listed}, but this job has no ${name}.`);
  }
  const key = readSigningKey(text, name);
  if (keys.includes(publicKeyText(key))) return key;
  throw new RewindError('signing-key-unknown', `The public key of ${name} is not in ${listed}.`);
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
