/** Constants that inputs, manifests and plans share; apart from the schemas, so that start-up stays quick. */

/** Why a snapshot was taken. `latest` is never a `pre-rollback`. */
export const REASONS = ['pre-deploy', 'manual', 'drill', 'pre-rollback'] as const;
export type SnapshotReason = (typeof REASONS)[number];

/** `20261123T030405Z-1a2b3c` */
export const SNAPSHOT_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;

/** Words that name snapshots already. */
const TAKEN = ['latest', 'previous', 'marked'];

/** Name of a mark: no word that is taken, nothing that could be a commit. */
export const MARK_NAME = new RegExp(`^(?!(?:${TAKEN.join('|')})$)(?![0-9a-f]{7,40}$)[a-z][a-z0-9-]{0,39}$`);

/** `reviewed`: a reviewer approved in GitHub; `expedited`: without a review, for a configured time after a deploy. */
export const APPROVAL_KINDS = ['reviewed', 'expedited'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];
