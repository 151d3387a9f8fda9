import { RewindError } from '../runtime/errors.js';

const BAD_CHECKSUM = 'is mistyped or truncated: its checksum is wrong';
export const IDENTITY_REMEDY = 'Put the AGE-SECRET-KEY-1… line that "age-keygen" wrote into REWIND_IDENTITY.';

/** A new identity, `AGE-SECRET-KEY-1…` (X25519). It is secret: mask it before anything can print it. */
export async function newIdentity(): Promise<string> {
  const age = await import('age-encryption');
  return age.generateX25519Identity();
}

/** The public key of an identity. @throws RewindError input-invalid */
export async function recipientOf(identity: string): Promise<string> {
  const age = await import('age-encryption');
  await assertIdentity(identity);
  return age.identityToRecipient(identity);
}

/**
 * The identities in the output of `age-keygen`: one per line, without comments (`#`) and empty lines. People often put the
 * whole key file into the secret.
 */
export function identitiesIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * The mistake in the form of a recipient, or null. Quick and synchronous, for the configuration loader. The message never
 * contains the text, because it may be a secret key in the wrong place.
 */
export function recipientProblem(text: string): string | null {
  if (/AGE-SECRET-KEY-/i.test(text)) {
    return (
      'is a secret key (identity), not a recipient. Anyone who reads this file has it: create a new pair with ' +
      '"age-keygen", and put only the public key (age1…) here'
    );
  }
  if (text.startsWith('ssh-')) return 'is an SSH key; only age public keys (age1…) are supported';
  if (!/^age1[02-9a-z]+$/.test(text)) return 'is not an age public key (age1…, as printed by "age-keygen -y")';
  return null;
}

/** The mistake in a recipient, its checksum included, or null. Never contains the text. */
export async function recipientFault(text: string): Promise<string | null> {
  const problem = recipientProblem(text);
  if (problem !== null) return problem;
  const age = await import('age-encryption');
  try {
    // The library checks some kinds of recipient when it adds them, others only when it uses them.
    const encrypter = new age.Encrypter();
    encrypter.addRecipient(text);
    await encrypter.encrypt(new Uint8Array(0));
    return null;
  } catch {
    return BAD_CHECKSUM;
  }
}

/** The mistake in an identity, or null. Never contains the text. */
export async function identityFault(text: string): Promise<string | null> {
  if (text.startsWith('age1')) return 'is a public key (age1…), not a secret key';
  if (text.startsWith('AGE-PLUGIN-')) return 'belongs to an age plugin, which Rewind does not support';
  if (!/^AGE-SECRET-KEY-(PQ-)?1/.test(text)) return 'is not an age secret key (AGE-SECRET-KEY-1…)';
  const age = await import('age-encryption');
  try {
    await age.identityToRecipient(text);
    return null;
  } catch {
    return BAD_CHECKSUM;
  }
}

/** @throws RewindError input-invalid, without the text itself */
export async function assertRecipient(text: string): Promise<void> {
  const fault = await recipientFault(text);
  if (fault === null) return;
  throw new RewindError('input-invalid', `A seal recipient ${fault}.`, {
    remedy: 'Correct seal.recipients in the configuration: each is one age public key (age1…).',
  });
}

/** @throws RewindError input-invalid, without the text itself */
export async function assertIdentity(text: string): Promise<void> {
  const fault = await identityFault(text);
  if (fault === null) return;
  throw new RewindError('input-invalid', `The age identity ${fault}.`, { remedy: IDENTITY_REMEDY });
}
