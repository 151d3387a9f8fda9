import { z } from 'zod';
import { drillOutcome, type DrillCheck, type DrillOutcome } from './drill.js';
import { SNAPSHOT_ID } from './manifest.js';
import { inOrder } from '../runtime/text.js';

export const DRILL_VERDICTS = ['passed', 'failed', 'unverified', 'target-missed'] as const;
export type DrillVerdict = (typeof DRILL_VERDICTS)[number];

/** Phases of a drill that no rollback has. All others count for the recovery time. */
const DRILL_ONLY: readonly string[] = [
  'production before',
  'production after',
  'tidy',
  'scratch server',
  'removal of the copy',
  'stop of the scratch server',
  'migrations',
  'recovery point',
  'watch',
  'decision',
];

/** A check of a resource; `resource` is its id, or `snapshot`, `application` or `production`. */
export type ResourceCheck = DrillCheck & { readonly resource: string };

export interface DrillTargets {
  /** Null: no target. */
  readonly rtoMinutes: number | null;
  readonly rpoMinutes: number | null;
}

const amount = z.number().nonnegative();

/** One drill: times, counts and codes. No text of a service, no row, no secret. */
export const drillRecord = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(SNAPSHOT_ID),
  environment: z.string(),
  kind: z.literal('drill'),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  /** URL of the workflow run; null on a command line. */
  run: z.string().nullable(),
  /** Null: no snapshot could be chosen. */
  snapshot: z.strictObject({ id: z.string(), takenAt: z.iso.datetime() }).nullable(),
  /** Resource ids that were asked for; null: all. */
  scope: z.array(z.string()).nullable(),
  outcome: z.enum(['passed', 'failed', 'unverified']),
  verdict: z.enum(DRILL_VERDICTS),
  /** Milliseconds. Their sum is the time of the drill. */
  phases: z.array(z.strictObject({ name: z.string().max(100), ms: amount })),
  /** Time of the phases that a rollback has, without a person. */
  rtoMs: amount,
  /** Median wait from a plan to its approval in past rollbacks; null: not measured. */
  waitMs: amount.nullable(),
  /** Age of the newest snapshot that passed its last drill; null: none did. */
  rpoMs: amount.nullable(),
  /** Rows that a restore of that snapshot would take; null: not known. */
  rowsSince: z.number().int().nonnegative().nullable(),
  targets: z.strictObject({ rtoMinutes: amount.nullable(), rpoMinutes: amount.nullable() }),
  missed: z.array(z.enum(['rto', 'rpo'])),
  checks: z.array(
    z.strictObject({
      resource: z.string(),
      id: z.string(),
      outcome: z.enum(['passed', 'failed', 'unverified', 'not-configured']),
      codes: z.array(z.string()),
    }),
  ),
});
export type DrillRecord = z.infer<typeof drillRecord>;

export interface Measured {
  readonly checks: readonly Pick<DrillCheck, 'id' | 'outcome'>[];
  readonly rtoMs: number;
  readonly waitMs: number | null;
  readonly rpoMs: number | null;
  readonly targets: DrillTargets;
}

/** The check that something was restored into a scratch place. */
export const RESTORE_CHECK = 'restore';

/** Whether the drill restored something. One that did not has measured no recovery time. Pure. */
export const hasRestored = (checks: Measured['checks']): boolean =>
  checks.some(({ id, outcome }) => id === RESTORE_CHECK && outcome === 'passed');

/** The recovery time: the phases that a rollback has. Pure. */
export const recoveryMs = (phases: DrillRecord['phases']): number =>
  phases.reduce((sum, { name, ms }) => (DRILL_ONLY.includes(name) ? sum : sum + ms), 0);

/** The targets that were missed. A value that is not known misses none; `verdictOf` tells what it means. Pure. */
export function missedTargets({ checks, rtoMs, waitMs, rpoMs, targets }: Measured): ('rto' | 'rpo')[] {
  const over = (ms: number, target: number | null): boolean => target !== null && ms > target * 60_000;
  return [
    ...(hasRestored(checks) && over(rtoMs + (waitMs ?? 0), targets.rtoMinutes) ? (['rto'] as const) : []),
    ...(rpoMs !== null && over(rpoMs, targets.rpoMinutes) ? (['rpo'] as const) : []),
  ];
}

/**
 * `passed` only if each check passed and each target was measured and reached. A failed check outweighs one that could not
 * be carried out, and both outweigh a target. Pure.
 */
export function verdictOf(measured: Measured): { readonly outcome: DrillOutcome; readonly verdict: DrillVerdict } {
  const outcome = drillOutcome(measured.checks);
  if (outcome !== 'passed') return { outcome, verdict: outcome };
  if (missedTargets(measured).length > 0) return { outcome, verdict: 'target-missed' };
  const { targets, rpoMs, checks } = measured;
  const unknown =
    (targets.rpoMinutes !== null && rpoMs === null) || (targets.rtoMinutes !== null && !hasRestored(checks));
  return { outcome, verdict: unknown ? 'unverified' : 'passed' };
}

/** What a check is about, if it is no resource of the configuration. */
export const SUBJECTS = { snapshot: 'snapshot', application: 'application', production: 'production' } as const;

/** What `newestProven` needs of a drill. */
export type TestedDrill = Pick<DrillRecord, 'startedAt' | 'snapshot' | 'scope' | 'checks'>;

/** What a drill says of the snapshot alone: not of the deployment that served the smoke probes, not of production. */
const testOf = ({ checks }: TestedDrill): DrillOutcome =>
  drillOutcome(checks.filter(({ resource }) => resource !== SUBJECTS.application && resource !== SUBJECTS.production));

/**
 * The newest snapshot that passed its last drill; null if there is none. Only drills of the whole configuration count: what a
 * drill left out was not tested. Pure.
 */
export function newestProven(drills: readonly TestedDrill[]): NonNullable<DrillRecord['snapshot']> | null {
  const last = new Map<string, TestedDrill>();
  for (const one of [...drills].sort((a, b) => inOrder(a.startedAt, b.startedAt))) {
    if (one.snapshot !== null && one.scope === null) last.set(one.snapshot.id, one);
  }
  const proven = [...last.values()].flatMap((one) =>
    testOf(one) === 'passed' && one.snapshot !== null ? [one.snapshot] : [],
  );
  return proven.sort((a, b) => inOrder(b.takenAt, a.takenAt))[0] ?? null;
}
