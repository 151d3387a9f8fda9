import type { OriginChange } from './assemble-plan.js';
import { keyOf, type PlannedChange } from './plan.js';
import type { StateDescription } from './capabilities.js';

/** One resource of a comparison. */
export interface Compared {
  readonly resource: string;
  readonly changes: readonly OriginChange[];
  readonly saved: StateDescription;
  readonly live: StateDescription;
}

/**
 * Adds a warning to each change that brings back an old build: variables that were set after it was built come back with the
 * value of then, for example a password that was changed. Not for those that the plan returns to a value from before the
 * build, and not if the plan builds again. Pure.
 *
 * @param stays whether a change of a resource is left out of the plan
 * @param approved the changes of the approved plan, if an earlier run of it may have made some: their variables count as
 * returned by the plan, or the rest of an interrupted plan would differ from what was approved
 * @returns the changes by resource
 */
export function withStaleVariables(
  compared: readonly Compared[],
  stays: (change: OriginChange, resource: string) => boolean,
  approved: readonly Pick<PlannedChange, 'resource' | 'id' | 'deploys'>[] = [],
): ReadonlyMap<string, readonly OriginChange[]> {
  const undone = ({ resource, changes }: Compared): OriginChange[] =>
    changes.filter((change) => change.manual === undefined && !stays(change, resource));
  const returned = new Set(approved.map(keyOf));
  const rebuilds = [...approved, ...compared.flatMap(undone)].some(({ deploys }) => deploys === true);
  const variables = rebuilds ? [] : compared.flatMap((of) => variablesAfter(of, undone(of), returned));
  return new Map(
    compared.map(({ resource, changes }) => [resource, changes.map((change) => withWarning(change, variables))]),
  );
}

type Variable = NonNullable<StateDescription['variables']>[number];

function withWarning(change: OriginChange, variables: readonly Variable[]): OriginChange {
  const { builds } = change;
  if (builds === undefined) return change;
  const stale = variables.filter(({ project, changedAt }) => builds.project.includes(project) && changedAt > builds.at);
  if (stale.length === 0) return change;
  const names = stale.map(({ name, changedAt }) => `${name} (changed ${iso(changedAt)})`).join(', ');
  const warning = `It was built ${iso(builds.at)}. Variables that were changed later come back as they were then: ${names}. Check that the old values are still valid.`;
  return { ...change, warnings: [...change.warnings, warning] };
}

/** The variables of production as the plan leaves them. */
function variablesAfter(
  { resource, saved, live }: Compared,
  undone: readonly OriginChange[],
  returned: ReadonlySet<string>,
): readonly Variable[] {
  const restored = new Set(undone.map(({ id }) => id));
  const isRestored = (id: string): boolean => restored.has(id) || returned.has(keyOf({ resource, id }));
  const of = ({ variables = [] }: StateDescription, wanted: boolean): Variable[] =>
    variables.filter(({ change }) => isRestored(change) === wanted);
  return [...of(live, false), ...of(saved, true)];
}

const iso = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 16)}Z`;
