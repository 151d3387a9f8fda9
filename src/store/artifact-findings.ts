import type { Context } from '../runtime/context.js';
import type { Finding } from '../runtime/finding.js';

const PUBLIC: Finding = {
  level: 'warning',
  code: 'store-public',
  message:
    'This repository is public: every GitHub user can download its artifacts. Payloads are sealed; the manifest (ids, names, row counts, short previews) is not.',
  remedy: 'Use a store of kind s3 if the manifest must stay private.',
};

/** What those learn who can read the artifacts of the repository: with the fingerprints of a manifest they can compare guesses. */
export function readerFindings(isPrivate: boolean, env: Context['env']): Finding[] {
  const open = isPrivate ? [] : [PUBLIC];
  if (env.secret('REWIND_FINGERPRINT_KEY') !== undefined) return open;
  return [
    ...open,
    {
      level: isPrivate ? 'warning' : 'error',
      code: isPrivate ? 'store-fingerprints-unkeyed' : 'store-public-fingerprints',
      message: isPrivate
        ? 'Everybody who can read this repository can test guesses of secret values against the fingerprints.'
        : 'This repository is public: anyone can test guesses of secret values against the fingerprints.',
      remedy: 'Set the secret REWIND_FINGERPRINT_KEY (32 random characters) in the snapshot and rollback jobs.',
    },
  ];
}
