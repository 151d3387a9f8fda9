import type { Change, PlanDatabaseMode } from './change.js';
import { configuredIn } from './configured.js';
import type { PlannedMitigation } from './mitigation.js';
import {
  earlyChanges,
  plannedChange,
  planDigest,
  stagesOf,
  type Plan,
  type PlannedChange,
  type Recovery,
} from './plan.js';
import type { Origin } from './vocabulary.js';

export interface PlanInput {
  readonly createdAt: Date;
  readonly program: string;
  readonly environment: string;
  readonly snapshot: string;
  readonly snapshotDigest: string;
  readonly database: PlanDatabaseMode;
  readonly scope: readonly string[] | null;
  /** Default: none. */
  readonly undoes?: string | null;
  readonly recovers?: Recovery | undefined;
  readonly mitigates?: PlannedMitigation | undefined;
  readonly release?: Plan['release'];
  readonly includeLater?: readonly string[];
  /** Objects that somebody changed after the rollback that is undone; default: none. */
  readonly stays?: readonly string[];
  /** Changes of each resource, in the order of the configuration. */
  readonly resources: readonly {
    readonly id: string;
    readonly provider: string;
    readonly changes: readonly OriginChange[];
    /** What it was planned with; default: not written down. */
    readonly configured?: Readonly<Record<string, string>>;
  }[];
}

/** A change, and who made the difference, if that is known. */
export type OriginChange = Change & { readonly origin?: Origin; readonly authors?: Authors };
export type Authors = NonNullable<PlannedChange['authors']>;

/**
 * True for what was changed after the deploy and stays. The database mode is a choice of its own, and migrations after the
 * deploy cannot stay without those before them.
 */
export const isKept = (
  { origin, database }: Pick<OriginChange, 'origin' | 'database'>,
  resource: string,
  includeLater: readonly string[],
): boolean => origin === 'later' && database === undefined && !includeLater.includes(resource);

/** The change of a provider as a plan holds it. @throws ZodError for a change of no valid shape */
export const plannedChangeOf = (resource: string, provider: string, change: OriginChange): PlannedChange => {
  const rest: Record<string, unknown> = { ...change };
  // Only the comparison needs them.
  delete rest.parts;
  delete rest.follows;
  delete rest.builds;
  return plannedChange.parse({ ...rest, resource, provider });
};

/** Nobody chooses a database mode for an undo, so what only another mode would change is for a person. */
const NO_MODE = 'An undo runs no migration. Undo it by hand, or restore the database.';

/** Orders the changes by stage, separates those that Rewind does not apply, and computes the digest. Pure. */
export function assemblePlan(input: PlanInput): Plan {
  const undo = (input.undoes ?? null) !== null;
  const ofMode = ({ database }: Change): boolean =>
    database === undefined || database === input.database || (database === 'up' && input.database === 'down');
  const all = input.resources.flatMap(({ id, provider, changes }) =>
    changes.map((change) =>
      plannedChangeOf(id, provider, undo && !ofMode(change) ? { manual: NO_MODE, ...change } : change),
    ),
  );
  const inOrder = stagesOf(input)
    .flatMap((stage) => all.filter((change) => change.stage === stage))
    .map((change) => (input.database === 'up' ? change : asRollback(change)));
  const chosen = (change: PlannedChange): boolean => undo || ofMode(change);
  const includeLater = [...(input.includeLater ?? [])].sort();
  const stays = (change: PlannedChange): boolean => isKept(change, change.resource, includeLater);
  const remaining = inOrder.filter((change) => !stays(change));
  // What a change of another resource does is not left to a person.
  const byOther = ({ action, target, resource, manual }: PlannedChange): boolean =>
    manual !== undefined &&
    action === 'create' &&
    remaining.some((other) => other.target === target && other.resource !== resource && other.manual === undefined);
  const toUndo = remaining.filter((change) => !byOther(change));
  const content = {
    program: input.program,
    environment: input.environment,
    snapshot: input.snapshot,
    snapshotDigest: input.snapshotDigest,
    database: input.database,
    scope: input.scope === null ? null : [...input.scope].sort(),
    undoes: input.undoes ?? null,
    ...(input.recovers === undefined ? {} : { recovers: input.recovers }),
    ...(input.mitigates === undefined ? {} : { mitigates: input.mitigates }),
    release: input.release ?? null,
    includeLater,
    ...(input.stays === undefined || input.stays.length === 0 ? {} : { stays: [...input.stays].sort() }),
    ...configuredIn(input.resources, toUndo),
    changes: exposureFirst(toUndo.filter((change) => chosen(change) && change.manual === undefined)),
    manual: toUndo.filter((change) => chosen(change) && change.manual !== undefined),
    notSelected: toUndo.filter((change) => !chosen(change)),
    later: inOrder.filter(stays),
  };
  return {
    kind: 'rewind-plan',
    schemaVersion: 1,
    createdAt: input.createdAt.toISOString(),
    ...content,
    digest: planDigest(content),
  };
}

/** Only a recovery applies migrations again; a rollback leaves that to a person. */
function asRollback(change: PlannedChange): PlannedChange {
  const { byHand, ...rest } = change;
  return byHand === undefined ? change : { ...rest, manual: byHand };
}

/** Moves the changes that wait for no stage to the front. */
function exposureFirst(changes: readonly PlannedChange[]): PlannedChange[] {
  const early = earlyChanges(changes);
  return [...changes.filter((change) => early.has(change)), ...changes.filter((change) => !early.has(change))];
}
