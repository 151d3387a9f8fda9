import { keyOf, type PlannedChange } from '../engine/plan.js';
import type { KeptObject } from '../engine/provider.js';
import { sha256 } from '../runtime/digest.js';
import { shellWord } from '../runtime/text.js';
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
  /** What the rollback put aside, and of which resource. */
  readonly kept: readonly KeptOf[];
  /** True for an undo or a recovery: it brings changes back. */
  readonly returns: boolean;
}

/** What a resource put aside. */
export interface KeptOf extends KeptObject {
  readonly resource: string;
}

/** What must be undone or finished after a rollback (law 11). Pure. */
export function obligationsAfter({ incident, digest, done, holds, commit, kept, returns }: RolledBack): Obligation[] {
  const byHand = (id: string, reason: string): string =>
    `rewind incident discharge ${incident} --obligation ${id} --reason "${reason}"`;
  const aside = kept.map((one) => ({ ...keptObject(one), rollback: digest }));
  if (returns) return aside;
  const switched = done.filter(({ stage, resource }) => stage === 'deployment' && holds.has(resource));
  const others = done.filter((change) => !switched.includes(change));
  return [
    ...unique(switched).map((resource): Obligation => ({
      id: `production-pinned:${resource}`,
      kind: 'production-pinned',
      what: `Production of "${resource}" is pinned to an earlier deployment: new deployments do not reach it.`,
      resource,
      items: [],
      rollback: digest,
      discharge: `Deploy the fix and check it. Then: rewind recover --deployment latest`,
    })),
    ...unique(others).map((resource): Obligation => {
      const items = others.filter((change) => change.resource === resource).map(keyOf);
      return {
        id: `changes-undone:${resource}`,
        kind: 'changes-undone',
        what: `${items.length} change(s) of "${resource}" are undone. They must come back with the fix, or not at all.`,
        resource,
        items,
        rollback: digest,
        discharge: `rewind recover --scope ${resource}. If they stay undone: ${byHand(`changes-undone:${resource}`, 'why')}`,
      };
    }),
    ...aside,
    ...(commit === null || switched.length === 0 ? [] : [{ ...quarantined(commit, byHand), rollback: digest }]),
  ];
}

type ByHand = (id: string, reason: string) => string;

const quarantined = (commit: string, byHand: ByHand): Omit<Obligation, 'rollback'> => ({
  id: `quarantined-commit:${commit}`,
  kind: 'quarantined-commit',
  what: `Commit ${commit.slice(0, 12)} was rolled back. The guard lets no deploy of it through.`,
  resource: null,
  items: [commit],
  discharge: byHand(`quarantined-commit:${commit}`, 'why it is safe now'),
});

const unique = (changes: readonly PlannedChange[]): string[] => [...new Set(changes.map(({ resource }) => resource))];

function keptObject({ resource, name, what, since }: KeptOf): Omit<Obligation, 'rollback'> {
  return {
    id: `kept-database:${sha256(name).slice(0, 12)}`,
    kind: 'kept-database',
    what: `The ${what} is kept since ${since}.`,
    resource,
    items: [name],
    discharge: `When nobody needs it any more: rewind recover --drop-database ${shellWord(name)}`,
  };
}
