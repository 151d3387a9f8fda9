import { keyOf, type PlannedChange } from '../engine/plan.js';
import type { Obligation } from './entry.js';

export interface RolledBack {
  /** Digest of the plan. */
  readonly digest: string;
  readonly snapshot: string;
  /** The changes that were made, in this run or in earlier ones. */
  readonly done: readonly PlannedChange[];
  /** Ids of the resources whose provider can pin production. */
  readonly holds: ReadonlySet<string>;
  /** The commit that served production before the rollback; null if unknown. */
  readonly commit: string | null;
}

/** What must be undone or finished after a rollback (law 11). Pure. */
export function obligationsAfter({ digest, done, holds, commit }: RolledBack): Obligation[] {
  const switched = done.filter(({ stage, resource }) => stage === 'deployment' && holds.has(resource));
  const others = done.filter((change) => !switched.includes(change));
  return [
    ...unique(switched).map((resource): Obligation => ({
      id: `production-pinned:${resource}`,
      kind: 'production-pinned',
      what: `Production of "${resource}" is pinned to an earlier deployment: new deployments do not reach it.`,
      resource,
      items: [],
      discharge: 'Deploy the fix, check it, and promote it in Vercel.',
    })),
    ...unique(others).map((resource): Obligation => {
      const items = others.filter((change) => change.resource === resource).map(keyOf);
      return {
        id: `changes-undone:${resource}`,
        kind: 'changes-undone',
        what: `${items.length} change(s) of "${resource}" are undone. They must come back with the fix, or not at all.`,
        resource,
        items,
        discharge: `rewind undo ${digest.slice(0, 12)} --scope ${resource}, or discharge it with the reason why it stays`,
      };
    }),
    ...(commit === null || switched.length === 0 ? [] : [quarantined(commit)]),
  ];
}

const quarantined = (commit: string): Obligation => ({
  id: `quarantined-commit:${commit}`,
  kind: 'quarantined-commit',
  what: `Commit ${commit.slice(0, 12)} was rolled back. The guard lets no deploy of it through.`,
  resource: null,
  items: [commit],
  discharge: `rewind incident discharge --obligation quarantined-commit:${commit} --reason "why it is safe now"`,
});

const unique = (changes: readonly PlannedChange[]): string[] => [...new Set(changes.map(({ resource }) => resource))];
