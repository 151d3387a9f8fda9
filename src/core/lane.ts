import type { Manifest } from './manifest.js';
import type { Plan, PlannedChange } from './plan.js';
import type { Lane } from './words.js';

/** As in rewind.yml. */
export interface FastLane {
  readonly environment: string;
  /** Minutes after the snapshot. */
  readonly minutes: number;
}

/** Which way a rollback goes to its approval, and why not the fast one. */
export interface LaneDecision {
  readonly lane: Lane;
  /** What keeps the fast lane closed; empty when it is open. */
  readonly closed: readonly string[];
}

/**
 * The fast lane is open for a configured time after the snapshot that a deploy took, and only for a rollback that loses
 * nothing, can itself be undone, and leaves nothing for a person to do or to weigh.
 *
 * @param graceMinutes for the run that carries out what was planned a moment ago
 */
export function decideLane(
  plan: Plan,
  snapshot: Pick<Manifest, 'createdAt' | 'reason'>,
  fast: FastLane | undefined,
  now: Date,
  graceMinutes = 0,
): LaneDecision {
  if (fast === undefined) return { lane: 'reviewed', closed: ['no fast lane is configured'] };
  const minutes = Math.floor((now.getTime() - Date.parse(snapshot.createdAt)) / 60_000);
  const closed = [
    ...(snapshot.reason === 'pre-deploy' ? [] : [`the snapshot is "${snapshot.reason}", not one before a deploy`]),
    ...(minutes <= fast.minutes + graceMinutes
      ? []
      : [`the snapshot is ${minutes} minutes old; the lane is open for ${fast.minutes}`]),
    ...(plan.database === 'none' ? [] : [`it changes the database (${plan.database})`]),
    ...plan.changes.flatMap(obstacles),
    ...plan.manual.map(({ target }) => `${target} has to be done by hand`),
  ];
  return { lane: closed.length === 0 ? 'fast' : 'reviewed', closed };
}

function obstacles(change: PlannedChange): string[] {
  if ((change.dataAtRisk ?? []).length > 0 || change.confirm !== undefined) return [`${change.target} loses data`];
  if (change.undo === null) return [`${change.target} cannot be undone`];
  // Every switch of the deployment warns that later pushes wait; what else warns must be weighed by somebody.
  if (change.stage !== 'deployment' && change.warnings.length > 0)
    return [`${change.target}: ${change.warnings.join('; ')}`];
  return [];
}
