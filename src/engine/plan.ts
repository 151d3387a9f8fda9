import { z } from 'zod';
import { jsonValue, recordOf } from '../runtime/json.js';
import { digestOf } from '../runtime/digest.js';
import { RewindError } from '../runtime/errors.js';
import { FORWARD_STAGES, PLAN_DATABASE_MODES, STAGES, type Stage } from './change.js';
import { mitigationSchema } from './mitigation.js';
import { ORIGINS, type PlanKind } from './vocabulary.js';

const dataAtRisk = z.strictObject({
  what: z.string(),
  rows: z.number().nullable(),
  note: z.string().exactOptional(),
});

export const ACTIONS = ['create', 'update', 'delete', 'run'] as const;
export const EFFECTS = ['live', 'next-deployment'] as const;

export const plannedChange = z.strictObject({
  resource: z.string(),
  provider: z.string(),
  id: z.string(),
  /** Absent if it is unknown. Covered by the digest. */
  origin: z.enum(ORIGINS).exactOptional(),
  /** Who made the difference, if it is not the deploy's alone; null: unknown. Not covered by the digest. */
  authors: z.strictObject({ deploy: z.string().nullable(), later: z.string().nullable() }).exactOptional(),
  stage: z.enum(STAGES),
  action: z.enum(ACTIONS),
  target: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  effect: z.enum(EFFECTS),
  closes: z.string().exactOptional(),
  deploys: z.boolean().exactOptional(),
  undo: z.string().nullable(),
  database: z.enum(['down', 'restore', 'up']).exactOptional(),
  manual: z.string().exactOptional(),
  byHand: z.string().exactOptional(),
  backupFirst: z.boolean().exactOptional(),
  sideEffects: z.array(z.string()).exactOptional(),
  dataAtRisk: z.array(dataAtRisk).exactOptional(),
  confirm: z.string().exactOptional(),
  since: z.strictObject({ restore: z.string(), written: z.array(dataAtRisk) }).exactOptional(),
  repairs: z.array(z.string()).exactOptional(),
  warnings: z.array(z.string()),
  params: recordOf(jsonValue),
});

const recovery = z.strictObject({
  /** Digest of the rollback whose state before is the goal. */
  rollback: z.string(),
  /** The deployments that take production instead of those of that state, by resource. */
  deployments: recordOf(z.string()),
  /** Runs before each further stage of a rolling release, or step of flags; absent: no stages and no steps. */
  gate: z.string().exactOptional(),
  /** Percentages in which flags come back, ascending to 100; absent: at once. */
  steps: z.array(z.number()).exactOptional(),
});
export type Recovery = z.infer<typeof recovery>;

const plan = z.strictObject({
  kind: z.literal('rewind-plan'),
  schemaVersion: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Version of Rewind and SHA-256 of the program: what was approved is also carried out by the same program. */
  program: z.string(),
  environment: z.string(),
  snapshot: z.string(),
  /** SHA-256 of the snapshot's manifest: different content under the same id gives a different plan. */
  snapshotDigest: z.string(),
  database: z.enum(PLAN_DATABASE_MODES),
  /** Resource ids, or null for all. */
  scope: z.array(z.string()).nullable(),
  /** Digest of the rollback that this plan undoes; else null. */
  undoes: z.string().nullable(),
  /** Set for a recovery: a plan forwards. */
  recovers: recovery.exactOptional(),
  /** Set for a mitigation, and for the plan that lifts one. */
  mitigates: mitigationSchema.exactOptional(),
  /** The release capture that tells the deploy's changes from later ones, and SHA-256 of its manifest; null: none. */
  release: z.strictObject({ id: z.string(), digest: z.string() }).nullable(),
  /** Resource ids whose later changes are undone, too. */
  includeLater: z.array(z.string()),
  /** Approvals that the workflow run had when the plan was made; absent if none. They are not approvals of this plan. */
  approvalsBefore: z.number().int().exactOptional(),
  /** Of an undo: the objects (`resource/object`) that somebody changed after the rollback. */
  stays: z.array(z.string()).exactOptional(),
  /** What each resource with a difference was planned with; plans of earlier versions do not say it. */
  configured: recordOf(recordOf(z.string())).exactOptional(),
  /** Changes to apply, in order. */
  changes: z.array(plannedChange),
  /** Differences that a person must restore, because Rewind cannot. */
  manual: z.array(plannedChange),
  /** Differences that another database mode would restore. */
  notSelected: z.array(plannedChange),
  /** Differences that somebody made after the deploy, or after the rollback that is undone. They stay. */
  later: z.array(plannedChange),
  digest: z.string(),
});

export type PlannedChange = z.infer<typeof plannedChange>;
export type Plan = z.infer<typeof plan>;

export const planKind = ({ undoes, recovers, mitigates }: Pick<Plan, 'undoes' | 'recovers' | 'mitigates'>): PlanKind =>
  mitigates !== undefined
    ? mitigates.lifts
      ? 'lift'
      : 'mitigation'
    : recovers !== undefined
      ? 'recovery'
      : undoes === null
        ? 'rollback'
        : 'undo';

/** The stages of a plan, in their order. */
export const stagesOf = ({ recovers }: { readonly recovers?: Recovery | undefined }): readonly Stage[] =>
  recovers === undefined ? STAGES : FORWARD_STAGES;

/** The changes that close an exposure, and those of the same resource and stage that come before one. */
export function earlyChanges(changes: readonly PlannedChange[]): ReadonlySet<PlannedChange> {
  return new Set(
    changes.filter((change, index) =>
      changes.some(
        (other, at) =>
          other.closes !== undefined &&
          other.resource === change.resource &&
          other.stage === change.stage &&
          at >= index,
      ),
    ),
  );
}

/**
 * SHA-256 of the approved content: every change and its target. Excludes only values that change during the review: the
 * time of the plan, the number of rows written since the snapshot, and who made a difference.
 */
export function planDigest(content: Omit<Plan, 'kind' | 'schemaVersion' | 'createdAt' | 'digest'>): string {
  return digestOf({
    program: content.program,
    environment: content.environment,
    snapshot: content.snapshot,
    snapshotDigest: content.snapshotDigest,
    database: content.database,
    scope: content.scope,
    undoes: content.undoes,
    ...(content.recovers === undefined ? {} : { recovers: content.recovers }),
    ...(content.mitigates === undefined ? {} : { mitigates: content.mitigates }),
    changes: content.changes.map(essence),
    manual: content.manual.map(essence),
    release: content.release,
    includeLater: content.includeLater,
    later: content.later.map(essence),
    ...(content.stays === undefined ? {} : { stays: content.stays }),
    ...(content.configured === undefined ? {} : { configured: content.configured }),
    ...(content.approvalsBefore === undefined ? {} : { approvalsBefore: content.approvalsBefore }),
  });
}

/** The plan with the approvals that were given before it, which its digest covers. */
export function afterApprovals(plan: Plan, count: number): Plan {
  if (count === 0) return plan;
  const content = { ...plan, approvalsBefore: count };
  return { ...content, digest: planDigest(content) };
}

/** A change without its volatile part. */
export function essence(change: PlannedChange): unknown {
  const { since, ...rest } = change;
  delete rest.dataAtRisk;
  delete rest.authors;
  return since === undefined ? rest : { ...rest, since: since.restore };
}

/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
export function parsePlan(content: unknown): Plan {
  const parsed = plan.safeParse(content);
  if (!parsed.success) {
    throw new RewindError('plan-unreadable', 'Another version of Rewind wrote the plan file.', {
      problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
    });
  }
  if (planDigest(parsed.data) !== parsed.data.digest) {
    throw new RewindError('plan-mismatch', 'The plan file was changed: its content does not match its digest.');
  }
  return parsed.data;
}

/** Key of a change across plans. */
export const keyOf = (change: Pick<PlannedChange, 'resource' | 'id'>): string => `${change.resource}/${change.id}`;

/** The plan without changes that need not be applied. */
export function withoutChanges(plan: Plan, done: readonly PlannedChange[]): Plan {
  return { ...plan, changes: plan.changes.filter((change) => !done.includes(change)) };
}

/** "on → off" */
export function describe(change: Pick<PlannedChange, 'before' | 'after'>): string {
  return `${change.before ?? 'absent'} → ${change.after ?? 'absent'}`;
}
