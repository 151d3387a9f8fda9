import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { newIdentity, recipientOf } from '../../engine/age-keys.js';
import { newSigningKey, publicKeyText, readSigningKey } from '../../engine/signature.js';
import type { Masker } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { isInside } from './repository-files.js';
import { isLink } from '../../runtime/files.js';

/** The keys of one project. */
export interface Keys {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** One line of base64, as minisign writes it. */
  readonly signing: string;
  /** 32 random bytes in base64. */
  readonly fingerprint: string;
  /** `age1…` */
  readonly recipient: string;
  /** `RW…` */
  readonly signKey: string;
}

/** A secret of a GitHub environment. */
export interface KeySecret {
  readonly name: string;
  readonly value: string;
  readonly environments: readonly string[];
}

/** Makes keys. They are masked from then on. */
export async function newKeys(masker: Masker): Promise<Keys> {
  return keysOf(
    { identity: await newIdentity(), signing: newSigningKey(), fingerprint: randomBytes(32).toString('base64') },
    masker,
  );
}

async function keysOf(secret: Pick<Keys, 'identity' | 'signing' | 'fingerprint'>, masker: Masker): Promise<Keys> {
  for (const value of [secret.identity, secret.signing, secret.fingerprint]) masker.add(value);
  return {
    ...secret,
    recipient: await recipientOf(secret.identity),
    signKey: publicKeyText(readSigningKey(secret.signing)),
  };
}

/** Where each of them belongs. */
export function secretsOf(keys: Keys, environment: string, planEnvironment: string): KeySecret[] {
  return [
    { name: 'REWIND_IDENTITY', value: keys.identity, environments: [environment] },
    { name: 'REWIND_SIGNING_KEY', value: keys.signing, environments: [planEnvironment] },
    { name: 'REWIND_FINGERPRINT_KEY', value: keys.fingerprint, environments: [planEnvironment, environment] },
  ];
}

/**
 * The keys of a file that an interrupted run wrote; null if there is none.
 * @param path absolute
 * @throws RewindError input-invalid if the file holds something else or lies in the repository
 */
export async function keysInFile(path: string, root: string, masker: Masker): Promise<Keys | null> {
  assertOutside(path, root);
  const file = statSync(path, { throwIfNoEntry: false });
  const isEmpty = file === undefined || file.size === 0;
  // A link to nothing, or to an empty file: the new file would replace the link.
  if ((file !== undefined && !file.isFile()) || (isEmpty && isLink(path))) {
    throw new RewindError('input-invalid', `--keys: ${path} is not a file.`, {
      remedy: 'Name a file that does not exist yet.',
    });
  }
  // A run that was killed before it wrote leaves an empty file.
  if (isEmpty) return null;
  const found = keyFile.safeParse(parseEnv(readFileSync(path, 'utf8')));
  if (!found.success) {
    throw new RewindError('input-invalid', `--keys: ${path} exists and does not hold keys of "rewind init".`, {
      remedy: 'Name a file that does not exist yet.',
    });
  }
  const { REWIND_IDENTITY: identity, REWIND_SIGNING_KEY: signing, REWIND_FINGERPRINT_KEY: fingerprint } = found.data;
  return keysOf({ identity, signing, fingerprint }, masker);
}

const keyFile = z.object({
  REWIND_IDENTITY: z.string().min(1),
  REWIND_SIGNING_KEY: z.string().min(1),
  REWIND_FINGERPRINT_KEY: z.string().min(1),
});

/**
 * Writes the keys to a new file with mode 0600, as lines of NAME=value, whole or not at all.
 * @throws RewindError input-invalid if the file exists, cannot be written, or lies in the repository
 */
export function writeKeyFile(path: string, root: string, secrets: readonly KeySecret[]): void {
  assertOutside(path, root);
  const lines = [
    '# Secret keys of Rewind. They open and sign snapshots. Never put this file into a repository.',
    '# Keep a copy of REWIND_IDENTITY offline: without it nobody opens a snapshot.',
    ...secrets.flatMap(({ name, value, environments }) => [
      `# A secret of the GitHub environment ${environments.join(', and of ')}:`,
      `${name}=${value}`,
    ]),
  ];
  try {
    // Replaces an empty regular file, which an earlier failed write may have left. A device or a link stays: O_EXCL fails.
    const empty = lstatSync(path, { throwIfNoEntry: false });
    if (empty?.isFile() === true && empty.size === 0) unlinkSync(path);
    const file = openSync(
      path,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
      0o600,
    );
    try {
      writeSync(file, `${lines.join('\n')}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new RewindError('input-invalid', `--keys: ${path} could not be written: ${messageOf(error)}`, {
      remedy: 'Name a new file in an existing folder outside of the repository.',
      cause: error,
    });
  }
}

/** @throws RewindError input-invalid */
function assertOutside(path: string, root: string): void {
  let folder: string;
  try {
    folder = realpathSync(dirname(path));
  } catch (error) {
    throw new RewindError('input-invalid', `--keys: ${dirname(path)} is not a folder.`, {
      remedy: 'Name a new file in an existing folder outside of the repository.',
      cause: error,
    });
  }
  const target = existsSync(path) ? path : folder;
  if (isInside(root, folder) || isInside(root, target)) {
    throw new RewindError('input-invalid', `--keys: ${join(folder, basename(path))} is in the repository.`, {
      remedy: 'Name a file outside of the repository, so that nobody commits it.',
    });
  }
}
