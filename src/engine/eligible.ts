import { RewindError } from '../runtime/errors.js';
import type { Entry, Releases } from './history.js';
import type { Manifest } from './manifest.js';
import type { SnapshotOrigin } from './snapshot.js';
import { NEVER_LATEST } from './vocabulary.js';

/** What the choice of a snapshot depends on besides the snapshots. */
export interface Circumstances {
  readonly origin: Pick<SnapshotOrigin, 'environment' | 'repository'>;
  /** Resource ids that the command works on; null: all of the configuration. */
  readonly scope: readonly string[] | null;
  /** All resource ids of the configuration. */
  readonly configured: readonly string[];
  /** The deployments that are live now; null if unknown. */
  readonly live: Releases | null;
  /** The commit with which a pull request was merged. @throws RewindError */
  mergeCommit(pull: number): Promise<string>;
}

/** What nobody believes does not count: it must not hide the honest ones. */
const UNBELIEVED: readonly string[] = ['snapshot-untrusted', 'snapshot-time'];
export const isBroken = ({ problem }: Pick<Entry, 'problem'>): boolean =>
  problem !== null && !UNBELIEVED.includes(problem.code);

/**
 * The manifest of an entry; null for one that is not believed: anyone who may push can upload an artifact, and a wrong clock
 * gives a time in the future, which would stay the newest.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported
 */
export function readable({ manifest, problem }: Entry): Manifest | null {
  if (problem !== null && isBroken({ problem })) throw problem;
  return manifest;
}

/** Of this repository, covers the scope, and is neither the state in the middle of an incident nor the one after a deploy. */
export const isOrdinary =
  (circumstances: Pick<Circumstances, 'origin' | 'scope' | 'configured'>) =>
  ({ manifest }: Pick<Entry, 'manifest'>): boolean =>
    manifest !== null &&
    isOurs(manifest, circumstances.origin) &&
    !NEVER_LATEST.includes(manifest.reason) &&
    covers(manifest, circumstances);

/**
 * A snapshot of only some resources does not stand for all. One of the whole configuration does, although resources may
 * have been added later.
 */
export function covers(
  manifest: Manifest,
  { scope, configured }: Pick<Circumstances, 'scope' | 'configured'>,
): boolean {
  const holds = (id: string): boolean => manifest.resources.some((captured) => captured.id === id);
  const wanted = scope ?? configured;
  return wanted.every(holds) || (manifest.scope === null && (scope === null || scope.some(holds)));
}

export function isOurs({ environment, repository }: Manifest, origin: Circumstances['origin']): boolean {
  const foreign =
    repository !== null && origin.repository !== null && repository.toLowerCase() !== origin.repository.toLowerCase();
  return environment === origin.environment && !foreign;
}

export function assertOurs(manifest: Manifest, origin: Circumstances['origin']): void {
  if (isOurs(manifest, origin)) return;
  const { id, environment, repository } = manifest;
  throw new RewindError(
    'snapshot-foreign',
    `Snapshot ${id} belongs to ${repository ?? 'no repository'}, environment "${environment}".`,
    environment === origin.environment
      ? {
          remedy:
            'If this repository had that name before: its older snapshots are not used. Take a new one. Otherwise correct the store in the configuration.',
        }
      : {},
  );
}
