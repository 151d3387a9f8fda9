import { createHash } from 'node:crypto';
import { normalize } from 'node:path/posix';
import { COMMON_FLAGS } from './flags.js';

/**
 * Names the environment and the configuration, as a part of artifact names: two callers in one run must not overwrite the
 * plan or the report of each other.
 * @returns the environment; for another file than the default one, with a digest of its path
 */
export function callerLabel(environment: string, config: string): string {
  const digest = configDigest(config);
  return digest === null ? environment : `${environment}-${digest}`;
}

/** 8 digits that stand for the path of a configuration file; null for the default one. */
export function configDigest(config: string): string | null {
  const path = normalize(config);
  if (path === COMMON_FLAGS.config.absent) return null;
  return createHash('sha256').update(path).digest('hex').slice(0, 8);
}
