/** Constants that inputs, manifests and plans share; apart from the schemas, so that start-up stays quick. */

/** Why a snapshot was taken. `release`: just after a deploy, to tell its changes from those that people made later. */
export const REASONS = ['pre-deploy', 'manual', 'drill', 'release', 'pre-rollback'] as const;
export type SnapshotReason = (typeof REASONS)[number];

/** Reasons of snapshots that `latest`, `previous`, a time, a commit and a mark never name. */
export const NEVER_LATEST: readonly SnapshotReason[] = ['pre-rollback', 'release'];

/**
 * Who made a difference. `deploy`: the deploy. `later`: a person or a program, after the deploy. `both`: the deploy, and
 * somebody after it.
 */
export const ORIGINS = ['deploy', 'both', 'later'] as const;
export type Origin = (typeof ORIGINS)[number];

/** `20261123T030405Z-1a2b3c` */
export const SNAPSHOT_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;

/** Words that name snapshots already. */
const TAKEN = ['latest', 'previous', 'marked'];

/** Name of a mark: no word that is taken, nothing that could be a commit. */
export const MARK_NAME = new RegExp(`^(?!(?:${TAKEN.join('|')})$)(?![0-9a-f]{7,40}$)[a-z][a-z0-9-]{0,39}$`);

/** `reviewed`: a reviewer approved in GitHub; `expedited`: without a review, for a configured time after a deploy. */
export const APPROVAL_KINDS = ['reviewed', 'expedited'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/**
 * What a plan does: `rollback`: returns to a snapshot. `undo`: takes a rollback back. `recovery`: brings back what a rollback
 * undid. `mitigation`: eases an incident. `lift`: takes a mitigation back.
 */
export const PLAN_KINDS = ['rollback', 'undo', 'recovery', 'mitigation', 'lift'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/**
 * What the probes say of a part of the system after a rollback. `inconclusive`: nothing is proven. `not-watched`: no probe
 * belongs to it.
 */
export const RECOVERIES = ['recovered', 'not-recovered', 'inconclusive', 'not-watched'] as const;
export type RecoveryState = (typeof RECOVERIES)[number];
