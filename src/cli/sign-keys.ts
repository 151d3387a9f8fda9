import { publicKeyText, readSigningKey, type SigningKey } from '../engine/signature.js';
import type { Context } from '../runtime/context.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import type { Project } from './project.js';

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
          'The configuration has mitigations and no sign.approval-keys: after the time limit, a person must lift them.',
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
