import type { Measure } from '../engine/measure.js';
import { nameOf, type PlannedMitigation } from '../engine/mitigation.js';
import { keyOf, type PlannedChange } from '../engine/plan.js';
import type { KeptObject, SetAside } from '../engine/capabilities.js';
import { keptObject, leftover, replicationLeft, type ByHand, type Unowned } from './beside.js';
import type { Obligation, ObligationKind } from './entry.js';
import type { ObligationStatus } from './status.js';
import { plural } from '../runtime/text.js';

export interface RolledBack {
  /** Id of the incident. */
  readonly incident: string;
  /** Digest of the plan. */
  readonly digest: string;
  /** The changes that were made, in this run or in earlier ones. */
  readonly done: readonly PlannedChange[];
  /** What the plan leaves to a person. */
  readonly manual: readonly PlannedChange[];
  /** Id of the snapshot that the rollback returned to. */
  readonly snapshot: string;
  /** Ids of the resources whose provider sends events again. */
  readonly replays: ReadonlySet<string>;
  /** Ids of the resources whose provider can pin production. */
  readonly holds: ReadonlySet<string>;
  /** The commits that served production before the rollback and do not serve it after it, as far as they are known. */
  readonly commits: readonly string[];
  /** By resource: what went live between the checks and the switch, a whole sentence. */
  readonly meanwhile: ReadonlyMap<string, string>;
  /** What the rollback put aside. */
  readonly kept: readonly (KeptObject & { readonly resource: string })[];
  /** What lies beside each resource that could be read. */
  readonly aside: ReadonlyMap<string, readonly SetAside[]>;
  /** Ids of the resources whose production is pinned, of those that an undo or a recovery switched. */
  readonly pinned: ReadonlySet<string>;
  /** True for the undo of a rollback: it brings changes back. */
  readonly undoes: boolean;
  /** Digest of the rollback that a recovery recovers from; null for any other plan. */
  readonly recovers: string | null;
  /** Set for a mitigation. `until`: the end of its time limit (ISO 8601). `proven`: it may be lifted without a person. */
  readonly mitigation: { readonly of: PlannedMitigation; readonly until: string; readonly proven: boolean } | null;
  /** A command line of this program, from its words. */
  readonly command: (words: readonly string[]) => string;
}

/** What must be undone or finished after a rollback (law 11). Pure. */
export function obligationsAfter(facts: RolledBack): Obligation[] {
  const { incident, digest, snapshot, done, manual, holds, replays, commits, kept, aside, pinned, command } = facts;
  const byHand: ByHand = (id, reason) =>
    command(['incident', 'discharge', incident, '--obligation', id, '--reason', reason]);
  const ways: Ways = { digest, byHand, command };
  const of = (all: readonly Unowned[]): Obligation[] => all.map((one) => ({ ...one, rollback: digest }));
  const beside = [
    ...kept.flatMap((one) => [keptObject(one, byHand, command), ...replicationLeft(one, byHand, command)]),
    ...[...aside].flatMap(([resource, objects]) =>
      objects.flatMap((object) => (object.kind === 'unfinished' ? [leftover(resource, object, byHand)] : [])),
    ),
  ];
  const { mitigation } = facts;
  if (mitigation !== null) {
    return of([...unique(done).map((resource) => inEffect(resource, done, mitigation, ways)), ...beside]);
  }
  const pin = (resource: string): Unowned => productionPinned(resource, facts.meanwhile.get(resource), ways);
  // What an undo or a recovery does not bring back is what the rollback undid.
  if (facts.undoes) {
    const { recovers } = facts;
    const by: Return =
      recovers === null
        ? { name: 'undo', left: '' }
        : { name: 'recovery', left: `${command(['undo', recovers.slice(0, 12)])} plans to bring it back.` };
    const left = unique(manual).map((resource) => lost(resource, manual, by, byHand));
    return of([...[...pinned].map(pin), ...left, ...beside]);
  }
  const switched = done.filter(({ stage, resource }) => stage === 'deployment' && holds.has(resource));
  const others = done.filter((change) => !switched.includes(change) && !isBeside(change));
  const restored = unique(done.filter(({ database }) => database === 'restore'));
  return of([
    ...unique(switched).map(pin),
    ...unique(others).map((resource) => changesUndone(resource, others, ways)),
    ...(restored.length === 0 ? [] : [...replays]).map((resource) => toReplay(resource, snapshot, restored, ways)),
    ...beside,
    ...switched.slice(0, 1).flatMap(({ resource }) => commits.map((commit) => quarantined(commit, resource, byHand))),
  ]);
}

/** What the ways out of an obligation name. */
interface Ways extends Pick<RolledBack, 'digest' | 'command'> {
  readonly byHand: ByHand;
}

function inEffect(
  resource: string,
  done: readonly PlannedChange[],
  { of: planned, until, proven }: NonNullable<RolledBack['mitigation']>,
  { digest, command }: Ways,
): Unowned {
  const kind = MITIGATED[planned.measure.kind];
  const after = proven
    ? ` After the time limit, ${command(['mitigate', '--lift-expired'])} lifts it without a person.`
    : ' A person must lift it: its approved job signed nothing (sign.approval-keys).';
  return {
    id: `${kind}:${resource}:${digest.slice(0, 12)}`,
    kind,
    what: `The mitigation ${nameOf(planned)} is in effect in "${resource}", with a time limit until ${until}.`,
    resource,
    items: done.filter((change) => change.resource === resource).map(keyOf),
    discharge: `${command(['undo', digest.slice(0, 12)])} plans the way back.${after}`,
    until,
  };
}

/** @param meanwhile what went live between the checks and the switch, a whole sentence */
function productionPinned(resource: string, meanwhile: string | undefined, { byHand, command }: Ways): Unowned {
  const id = `production-pinned:${resource}`;
  const after = meanwhile === undefined ? '' : ` ${meanwhile}`;
  return {
    id,
    kind: 'production-pinned',
    what: `Production of "${resource}" is pinned to an earlier deployment: new deployments do not reach it.${after}`,
    resource,
    items: [],
    discharge: `Deploy the fix and check it. ${command(['recover', '--deployment', 'latest'])} plans to promote it. If it was promoted in Vercel: ${byHand(id, 'the fix is live')}`,
  };
}

function changesUndone(
  resource: string,
  changes: readonly PlannedChange[],
  { digest, byHand, command }: Ways,
): Unowned {
  const id = `changes-undone:${resource}`;
  const own = changes.filter((change) => change.resource === resource);
  const items = own.map(keyOf);
  const one = items.length === 1;
  const undo = command(['undo', digest.slice(0, 12)]);
  // A recovery never brings back the data that a restore replaced.
  const back = own.every(({ database }) => database === 'restore')
    ? `${undo} plans to bring all changes of the rollback back; a recovery does not bring data back.`
    : `${command(['recover', '--scope', resource])} plans to bring ${one ? 'it' : 'them'} back; ${undo} plans to bring all changes of the rollback back.`;
  return {
    id,
    kind: 'changes-undone',
    what: `${plural(items.length, `change of "${resource}" is undone. It`, `changes of "${resource}" are undone. They`)} must come back with the fix, or not at all.`,
    resource,
    items,
    discharge: `${back} If ${one ? 'it stays' : 'they stay'} undone: ${byHand(id, 'why')}`,
  };
}

/** @param restored ids of the databases that were restored */
function toReplay(resource: string, snapshot: string, restored: readonly string[], { byHand, command }: Ways): Unowned {
  const id = `events-to-replay:${resource}`;
  return {
    id,
    kind: 'events-to-replay',
    what: `What the application wrote for events of "${resource}" since snapshot ${snapshot} was taken back with the database.`,
    resource,
    items: [snapshot, ...restored],
    discharge: `${command(['replay', '--scope', [resource, ...restored].join(',')])} plans to send the events again. If that is not needed: ${byHand(id, 'why')}`,
  };
}

/** What a measure leaves to be undone. */
const MITIGATED = {
  'flags-off': 'flag-off',
  maintenance: 'maintenance-on',
  'scale-up': 'scaled-up',
} as const satisfies Record<Measure['kind'], ObligationKind>;
/** True for the obligation to lift a mitigation. */
export const isMitigation = (kind: ObligationKind): boolean => Object.values<ObligationKind>(MITIGATED).includes(kind);

export interface Reading {
  /** The undo (or recovery) that succeeded; null if there is none. */
  readonly undo: {
    readonly digest: string;
    /** Digest of the rollback that it undid, and when that rollback began (ISO 8601); null if unknown. */
    readonly of: string;
    readonly began: string | null;
    readonly word: 'undone' | 'recovered';
  } | null;
  /** The plan that undid another one completely, also a recovery; null if there is none. */
  readonly undid: { readonly digest: string; readonly of: string } | null;
  /** Ids of the resources that it brought back. */
  readonly undone: ReadonlySet<string>;
  readonly pinned: ReadonlySet<string>;
}

/**
 * The open obligations that a run met, and how. What lies beside production is none of them: only a reading that knows its
 * place proves that it is gone. Pure.
 */
export function metObligations(
  open: readonly (Obligation & Pick<ObligationStatus, 'since'>)[],
  { undo, undid, undone, pinned }: Reading,
): { readonly id: string; readonly how: string }[] {
  return open.flatMap(({ id, kind, resource, items, rollback, since }) => {
    const byUndo = undo === null ? [] : [{ id, how: `${undo.word} by the plan ${undo.digest.slice(0, 12)}` }];
    if (kind === 'unfinished-rollback') {
      if (items.includes(undo?.of ?? '')) return byUndo;
      // Undone, so nobody finishes it.
      return undid === null || !items.includes(undid.of)
        ? []
        : [{ id, how: `undone by the plan ${undid.digest.slice(0, 12)}` }];
    }
    // The database with what was written for them is back.
    if (kind === 'events-to-replay') {
      return undo?.of === rollback && items.slice(1).every((database) => undone.has(database)) ? byUndo : [];
    }
    if (resource === null) return [];
    if (isMitigation(kind)) {
      return undid?.of === rollback && undone.has(resource)
        ? [{ id, how: `lifted by the plan ${undid.digest.slice(0, 12)}` }]
        : [];
    }
    if (kind === 'changes-undone' || kind === 'production-pinned') {
      // What an earlier rollback left is open: production is again as that one left it.
      const covered = undo !== null && (rollback === undo.of || (undo.began !== null && since >= undo.began));
      const met = covered && undone.has(resource) && (kind === 'changes-undone' || !pinned.has(resource));
      return met ? byUndo : [];
    }
    return [];
  });
}

const quarantined = (commit: string, resource: string, byHand: ByHand): Unowned => ({
  id: `quarantined-commit:${commit}`,
  kind: 'quarantined-commit',
  what: `Commit ${commit.slice(0, 12)} was rolled back. The guard blocks each deploy of it.`,
  resource,
  items: [commit],
  discharge: byHand(`quarantined-commit:${commit}`, 'why it is safe now'),
});

/** A restore beside production has undone nothing: the object that it made is an obligation of its own. */
const isBeside = ({ database, action }: PlannedChange): boolean => database === 'restore' && action === 'create';

const unique = (changes: readonly PlannedChange[]): string[] => [...new Set(changes.map(({ resource }) => resource))];

/** What brought changes back, and how what it left comes back. */
interface Return {
  readonly name: 'undo' | 'recovery';
  /** For a change that a person does not make by hand. */
  readonly left: string;
}

function lost(resource: string, manual: readonly PlannedChange[], by: Return, byHand: ByHand): Unowned {
  const id = `changes-undone:${resource}`;
  const own = manual.filter((change) => change.resource === resource);
  return {
    id,
    kind: 'changes-undone',
    what: `The ${by.name} did not bring back ${own.map(({ target }) => target).join(', ')}.`,
    resource,
    items: own.map(keyOf),
    discharge: `${own.map((change) => change.manual ?? by.left).join(' ')} Then: ${byHand(id, 'how')}`,
  };
}
