import { stat, statfs } from 'node:fs/promises';
import { messageOf, RewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';

/** Free bytes below which `check` warns. */
const LOW_SPACE = 1024 ** 3;

/** Warnings about a store that works: who else can read it, and how much space its disk has. */
export async function healthOf(root: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { mode } = await stat(root);
  if ((mode & 0o077) !== 0) {
    findings.push({
      level: 'warning',
      code: 'store-permissions',
      message: `Other users of this machine can read ${root}. Manifests are not encrypted.`,
      remedy: `chmod 700 ${root}`,
    });
  }
  const { bavail, bsize } = await statfs(root);
  if (bavail * bsize < LOW_SPACE) {
    findings.push({
      level: 'warning',
      code: 'store-low-space',
      message: `Only ${Math.floor((bavail * bsize) / 1024 ** 2)} MiB are free on the disk of ${root}.`,
      remedy: 'Free disk space or move the store before the next snapshot.',
    });
  }
  return findings;
}

/** The finding for a store that cannot be written or read. */
export function unusable(root: string, error: unknown): Finding {
  return {
    level: 'error',
    code: 'store-unusable',
    message: `The store ${root} cannot be used: ${messageOf(error)}`,
    ...(error instanceof RewindError ? { remedy: error.remedy } : {}),
  };
}
