import { keyOf, type PlannedChange } from '../engine/plan.js';
import type { KeptObject } from '../engine/provider.js';
import { sha256 } from '../runtime/digest.js';
import type { Obligation } from './entry.js';

export interface RolledBack {
  /** Id of the incident. */
  readonly incident: string;
  /** Digest of the plan. */
  readonly digest: string;
  /** The changes that were made, in this run or in earlier ones. */
  readonly done: readonly PlannedChange[];
  /** Ids of the resources whose provider can pin production. */
  readonly holds: ReadonlySet<string>;
  /** The commit that served production before the rollback; null if unknown. */
  readonly commit: string | null;
  /** What the rollback put aside. */
  readonly kept: readonly KeptObject[];
  /** True for the undo of a rollback: it brings changes back. */
  readonly undoes: boolean;
}

/** What must be undone or finished after a rollback (law 11). Pure. */
export function obligationsAfter({ incident, digest, done, holds, commit, kept, undoes }: RolledBack): Obligation[] {
  const byHand = (id: string, reason: string): string =>
    `rewind incident discharge ${incident} --obligation ${id} --reason "${reason}"`;
  const aside = kept.map((one) => keptObject(one, byHand));
  if (undoes) return aside;
  const switched = done.filter(({ stage, resource }) => stage === 'deployment' && holds.has(resource));
  const others = done.filter((change) => !switched.includes(change));
  return [
    ...unique(switched).map((resource): Obligation => ({
      id: `production-pinned:${resource}`,
      kind: 'production-pinned',
      what: `Production of "${resource}" is pinned to an earlier deployment: new deployments do not reach it.`,
      resource,
      items: [],
      discharge: `Deploy the fix, check it, and promote it in Vercel. Then: ${byHand(`production-pinned:${resource}`, 'the fix is live')}`,
    })),
    ...unique(others).map((resource): Obligation => {
      const items = others.filter((change) => change.resource === resource).map(keyOf);
      return {
        id: `changes-undone:${resource}`,
        kind: 'changes-undone',
        what: `${items.length} change(s) of "${resource}" are undone. They must come back with the fix, or not at all.`,
        resource,
        items,
        discharge: `rewind undo ${digest.slice(0, 12)} brings all of them back. If they stay undone: ${byHand(`changes-undone:${resource}`, 'why')}`,
      };
    }),
    ...aside,
    ...(commit === null || switched.length === 0 ? [] : [quarantined(commit, byHand)]),
  ];
}

type ByHand = (id: string, reason: string) => string;

const quarantined = (commit: string, byHand: ByHand): Obligation => ({
  id: `quarantined-commit:${commit}`,
  kind: 'quarantined-commit',
  what: `Commit ${commit.slice(0, 12)} was rolled back. The guard lets no deploy of it through.`,
  resource: null,
  items: [commit],
  discharge: byHand(`quarantined-commit:${commit}`, 'why it is safe now'),
});

const unique = (changes: readonly PlannedChange[]): string[] => [...new Set(changes.map(({ resource }) => resource))];

function keptObject({ what, since, drop }: KeptObject, byHand: ByHand): Obligation {
  const id = `kept-database:${sha256(what).slice(0, 12)}`;
  return {
    id,
    kind: 'kept-database',
    what: `${what} (kept since ${since})`,
    resource: null,
    items: [what],
    discharge: `When nobody needs it any more: ${drop}. Then: ${byHand(id, 'dropped')}`,
  };
}
