import { RECOVERIES } from '../engine/vocabulary.js';
import type { Entry, Kind } from './entry.js';
import {
  openObligations,
  restoredAt,
  rollbacksOf,
  spansOf,
  statusOf,
  type IncidentStatus,
  type Figures,
  type Span,
} from './status.js';

/** The entries of one kind. */
export type Of<K extends Kind> = Extract<Entry, { kind: K }>;
export const all = <K extends Kind>(entries: readonly Entry[], kind: K): Of<K>[] =>
  entries.filter((entry): entry is Of<K> => entry.kind === kind);

/** An approval that takes longer is late. */
const LONG_WAIT_MS = 10 * 60_000;
/** Levels that say that something is wrong. */
const WRONG: readonly string[] = ['watch', 'mitigate', 'roll-back'];

/** A record, sorted by what a post-mortem asks. Entries are in the order of the record. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly first: Entry;
  readonly last: Entry;
  readonly status: IncidentStatus;
  readonly spans: Readonly<Record<keyof Figures, Span | null>>;
  /** Those that say that something is wrong. */
  readonly verdicts: readonly Of<'verdict'>[];
  /** The first of them. */
  readonly seen: Of<'verdict'> | undefined;
  /** Of each criterion and probe, the verdict with most failures. */
  readonly worst: readonly Of<'verdict'>[];
  readonly closed: Of<'closed'> | undefined;
  /** The plans of undos, mitigations and recoveries say nothing about what broke production. */
  readonly planned: readonly Of<'planned'>[];
  readonly noRelease: readonly Of<'planned'>[];
  readonly rolledBack: readonly Of<'rolled-back'>[];
  readonly failed: readonly Of<'rolled-back'>[];
  readonly undone: readonly Of<'rolled-back'>[];
  readonly helped: readonly Of<'mitigated'>[];
  /** Undos, mitigations, their lifts and recoveries that did not succeed. */
  readonly notDone: readonly Of<'rolled-back' | 'mitigated' | 'lifted' | 'recovered'>[];
  readonly verified: readonly Of<'verified'>[];
  readonly restored: Of<'verified'> | undefined;
  /** Watches that found an area that did not recover, and watches all of whose areas did. */
  readonly lacking: readonly Of<'observed'>[];
  readonly whole: readonly Of<'observed'>[];
  /** Each once, by its last entry; `left` are those that are open. */
  readonly obligations: readonly Of<'obligation'>[];
  readonly left: readonly Of<'obligation'>[];
  readonly openCount: number;
  readonly unfinished: ReturnType<typeof unfinishedOf>;
  /** Messages that did not surely arrive. */
  readonly untold: readonly Of<'told'>[];
  /** True if the plan waited long for its approved run. */
  readonly isLate: boolean;
}

/** @param entries of a sound record, at least one */
export function readingOf(entries: readonly Entry[]): Reading {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) throw new Error('a record has an entry');
  const status = statusOf(entries);
  const spans = spansOf(entries);
  const verdicts = all(entries, 'verdict').filter(({ data }) => WRONG.includes(data.level));
  const planned = all(entries, 'planned').filter(({ data }) => data.plan === 'rollback');
  const rolledBack = rollbacksOf(entries);
  const undone = all(entries, 'rolled-back').filter(({ data }) => data.undoes !== null);
  const helped = all(entries, 'mitigated');
  const watches = all(entries, 'observed');
  const open = new Set(openObligations(status).map(({ id }) => id));
  const obligations = [...new Map(all(entries, 'obligation').map((entry) => [entry.data.id, entry])).values()];
  return {
    ...{ entries, first, last, status, spans, verdicts, planned, rolledBack, undone, helped, obligations },
    seen: verdicts[0],
    worst: worstOf(verdicts),
    closed: all(entries, 'closed').at(-1),
    noRelease: planned.filter(({ data }) => data.releasedAt === undefined),
    failed: rolledBack.filter(({ data }) => !data.ok),
    notDone: [...undone, ...helped, ...all(entries, 'lifted'), ...all(entries, 'recovered')].filter(
      ({ data }) => !data.ok,
    ),
    verified: all(entries, 'verified'),
    restored: restoredAt(entries),
    lacking: watches.filter(({ data }) => data.areas.some(({ state }) => state === 'not-recovered')),
    whole: watches.filter(({ data }) => data.areas.length > 0 && data.areas.every(isRecovered)),
    left: obligations.filter(({ data }) => open.has(data.id)),
    openCount: open.size,
    unfinished: unfinishedOf(entries),
    untold: [...lastSteps(entries).values()].filter(
      ({ data }) => data.step === 'not-sent' || data.step === 'perhaps-sent',
    ),
    isLate: spans.approvalWaitMs !== null && lengthOf(spans.approvalWaitMs) >= LONG_WAIT_MS,
  };
}

const [RECOVERED] = RECOVERIES;
const isRecovered = ({ state }: { readonly state: string }): boolean => state === RECOVERED;

export const lengthOf = ({ from, to }: Span): number => Date.parse(to) - Date.parse(from);

function worstOf(verdicts: readonly Of<'verdict'>[]): Of<'verdict'>[] {
  const found = new Map<string, Of<'verdict'>>();
  for (const entry of verdicts) {
    const key = JSON.stringify([entry.data.criterion, entry.data.probe]);
    const before = found.get(key);
    if (before === undefined || before.data.bad < entry.data.bad) found.set(key, entry);
  }
  return [...found.values()];
}

/** The last step of each message. */
const lastSteps = (entries: readonly Entry[]): Map<string, Of<'told'>> =>
  new Map(all(entries, 'told').map((entry) => [entry.data.message, entry]));

/** Plans that are to be finished. No entry opens this obligation: the approval does. */
function unfinishedOf(entries: readonly Entry[]) {
  return openObligations(statusOf(entries)).flatMap(({ kind, items: [digest], what, discharge }) => {
    const ofPlan = entries.filter(({ data }) => 'digest' in data && data.digest === digest);
    const entry = ofPlan.findLast((one) => one.kind === 'approved' || one.kind === 'planned');
    if (kind !== 'unfinished-rollback' || entry === undefined) return [];
    return [{ entry, what, discharge, hasEnd: ofPlan.some(({ seq, data }) => seq > entry.seq && 'ok' in data) }];
  });
}
