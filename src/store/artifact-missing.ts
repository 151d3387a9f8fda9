import { RewindError } from '../runtime/errors.js';
import type { Artifact } from '../services/github/artifacts.js';

/** @param folder whose artifacts have all expired, if it is more than the newest one */
export function allExpired({ name, expiresAt }: Artifact, folder: string | null): RewindError {
  const day = expiresAt ?? 'a past day';
  if (folder === null) return new RewindError('snapshot-expired', `Artifact ${name} expired on ${day}.`);
  return new RewindError(
    'snapshot-expired',
    `Every snapshot in ${folder} has expired, the newest (artifact ${name}) on ${day}.`,
    {
      remedy:
        'Take a snapshot before the next deploy. To keep snapshots longer, raise retention.keep-days or use a store of kind s3.',
    },
  );
}

/** @param folder that holds nothing that is trusted; null if only this artifact was asked for */
export function notTrusted(artifact: Artifact, folder: string | null): RewindError {
  const { name, ownRepository, branch } = artifact;
  const made = `Artifact ${name} was made by a run of ${ownRepository ? `the branch "${branch ?? '?'}"` : 'a fork'}.`;
  const remedy = `${TRUSTED}${formerName(artifact)}`;
  return folder === null
    ? new RewindError('snapshot-foreign', made, { remedy })
    : new RewindError('snapshot-not-found', `${folder} holds no snapshot that is trusted. ${made}`, { remedy });
}

const TRUSTED =
  'Use a snapshot of the default branch (or of store.branches and store.tags). Rewind does not trust artifacts of other runs.';

/** GitHub does not rename the label of a run with its branch, and the branch of that name is gone. */
const formerName = ({ ownRepository, branch }: Artifact): string =>
  ownRepository && branch !== null
    ? ` If "${branch}" is the former name of that branch: take a new snapshot, or add "${branch}" to store.tags as long as you need the older ones.`
    : '';
