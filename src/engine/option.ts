import type { Advice } from './database-advice.js';
import type { FlagOn } from './flags-on.js';
import type { Measure } from './measure.js';
import type { PlannedChange } from './plan.js';
import type { DataAtRisk, DatabaseMode, PlanDatabaseMode } from './change.js';
import { counted } from './counted.js';

/**
 * What can be done about a bad deploy. `dependency`: look at what the deployments share. `flags`: return the flags that the
 * deploy changed. `flags-off`: turn off the flags that its pull requests name and that `flags` leaves on. `mitigate`: ease it for a
 * time, each mitigation of the configuration is one. `code`: return code and configuration, the database stays. `fix`: repair
 * the code and deploy it.
 */
export type OptionKind = 'dependency' | 'flags' | 'flags-off' | 'mitigate' | 'code' | 'down' | 'restore' | 'fix';

/** A verified rollback of the past. */
export interface PastRollback {
  readonly database: PlanDatabaseMode;
  /** Ids of the resources that it changed. */
  readonly resources: readonly string[];
  /** From the start of the approved run to its end. */
  readonly ms: number;
}

/** A mitigation of the configuration. */
export interface PreparedMitigation {
  readonly id: string;
  readonly kind: Measure['kind'];
  /** Its time limit. */
  readonly minutes: number;
  /** What it would change now. Empty: it is in effect, or cannot be planned. */
  readonly changes: readonly PlannedChange[];
  /** Sentences: why it cannot be planned now; empty: it can. */
  readonly refused: readonly string[];
}

export interface OptionFacts {
  /** The last verdict, unless a rollback was verified after it; null: there is none. */
  readonly level: string | null;
  /** What the verdict suspects; null: there is none. */
  readonly suspect: 'deploy' | 'shared' | null;
  /** What a plan with the database mode `none` would do; empty also if production could not be compared. */
  readonly changes: readonly PlannedChange[];
  /** What the other database modes would do, also by hand. */
  readonly databaseChanges: readonly PlannedChange[];
  /** Changes that people made after the deploy. A plan undoes them only with --include-later-changes. */
  readonly later: readonly PlannedChange[];
  /** Ids of the resources that hold feature flags. */
  readonly flags: ReadonlySet<string>;
  /** Objects that a mitigation in effect holds as it made them (`objectKeyOf`): the deploy did not change them so. */
  readonly eased: ReadonlySet<string>;
  /** Flags that are on and that pull requests of the deploy name. */
  readonly named: readonly (FlagOn & { readonly pulls: readonly number[] })[];
  readonly advice: Advice;
  /** What would refuse a plan with the database mode `none`. */
  readonly obstacles: readonly { readonly resource: string; readonly message: string }[];
  /** What would refuse a plan with the database mode `down`, besides those of the advice. */
  readonly backupObstacles: readonly string[];
  /** Ids of the resources that a plan is limited to; null: all. */
  readonly scope: readonly string[] | null;
  /** Size of the difference between the code of the snapshot and the live code; null: unknown. */
  readonly diff: { readonly commits: number; readonly files: number } | null;
  readonly past: readonly PastRollback[];
  readonly mitigations: readonly PreparedMitigation[];
  /** Id of the mitigation that the configuration names for a bad deploy; null: it names none. */
  readonly preferred: string | null;
}

export interface Option {
  readonly kind: OptionKind;
  readonly title: string;
  /** Sentences: why it is not possible; empty: it is. */
  readonly refused: readonly string[];
  /** Why it is recommended; empty: it is not. */
  readonly recommended: readonly string[];
  /** Sentences. */
  readonly risks: readonly string[];
  /** Data that would be lost. */
  readonly losses: readonly DataAtRisk[];
  /** Rows of all losses; null if one of them is unknown. */
  readonly rows: number | null;
  /** How long earlier rollbacks of this kind took, in the middle; null: not measured. */
  readonly time: { readonly ms: number; readonly runs: number } | null;
  /** Time that the backup took, for a restore; null: unknown, or no restore. */
  readonly backupMs: number | null;
  /** The plan to make; null: Rewind has no plan for it. */
  readonly plan: {
    readonly database: DatabaseMode;
    readonly scope: readonly string[] | null;
    /** Ids of the resources whose later changes are undone, too; absent: none. */
    readonly includeLater?: readonly string[];
  } | null;
  /** Id of the mitigation; null: it is none. */
  readonly mitigation: string | null;
}

/** An option with the usual values for what it does not say. */
export const option = (given: Pick<Option, 'kind' | 'title'> & Partial<Option>): Option => ({
  refused: [],
  recommended: [],
  risks: [],
  losses: [],
  rows: sumOf(given.losses ?? []),
  time: null,
  backupMs: null,
  plan: null,
  mitigation: null,
  ...given,
});

export function ofChanges(changes: readonly PlannedChange[]): string[] {
  const final = changes.filter(({ undo }) => undo === null);
  const waiting = changes.filter(({ effect }) => effect === 'next-deployment');
  return [
    ...changes.flatMap(({ target, origin, warnings }) => [
      ...(origin === 'both' ? [`${target}: somebody changed it again after the deploy; the later value is lost.`] : []),
      ...warnings.map((warning) => `${target}: ${warning}`),
    ]),
    ...(final.length === 0 ? [] : [`${counted(final.length, 'change')} cannot be undone.`]),
    ...(waiting.length === 0 ? [] : [`${counted(waiting.length, 'change')} act only with the next deployment.`]),
  ];
}

export const lossesOf = (changes: readonly PlannedChange[]): DataAtRisk[] =>
  changes.flatMap(({ dataAtRisk }) => dataAtRisk ?? []);

export const sumOf = (losses: readonly DataAtRisk[]): number | null =>
  losses.some(({ rows }) => rows === null) ? null : losses.reduce((sum, { rows }) => sum + (rows ?? 0), 0);

export const sentencesOf = (obstacles: OptionFacts['obstacles']): string[] =>
  obstacles.map(({ resource, message }) => `${resource}: ${message}`);

export function timeOf({ past }: OptionFacts, fits: (one: PastRollback) => boolean): Option['time'] {
  const times = past.filter(fits).map(({ ms }) => ms);
  times.sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)];
  return middle === undefined ? null : { ms: middle, runs: times.length };
}
