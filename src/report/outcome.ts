import type { Told } from '../channels/beside.js';
import type { ApprovalRecord } from '../approval/approval-record.js';
import type { ChangeOutcome } from '../engine/apply.js';
import type { KeptObject } from '../engine/capabilities.js';
import type { DataAtRisk } from '../engine/change.js';
import type { Claim, ClaimFacts } from '../engine/claim.js';
import type { Manifest } from '../engine/manifest.js';
import { keyOf, planKind, type Plan, type PlannedChange } from '../engine/plan.js';
import type { PlanKind } from '../engine/vocabulary.js';
import { seconds } from '../runtime/progress.js';
import { areasClause, notRecovered, whyOf, type WatchedAreas } from './areas.js';
import { riskText } from './risk.js';
import type { Timeline } from './timeline.js';
import { plural } from '../runtime/text.js';

/** The comparison after the changes, or why there is none. */
export type Reread = ClaimFacts['live'];

export interface RollbackFacts {
  readonly ok: boolean;
  readonly cancelled: boolean;
  readonly manifest: Manifest;
  readonly approved: Plan;
  /** Of the changes that this run had to make. */
  readonly outcomes: readonly ChangeOutcome[];
  /** Changes of the plan that earlier, interrupted runs began and that nothing is left to do of. */
  readonly earlier: readonly PlannedChange[];
  /** Production as it was read after the changes. */
  readonly live: Reread;
  readonly claim: Claim;
  /** What the application wrote after the restore, by table. */
  readonly written: readonly DataAtRisk[];
  readonly manual: readonly PlannedChange[];
  /** The command that undoes this rollback; null if it changed nothing. */
  readonly undo: string | null;
  /** A command line of this program, from its words. */
  readonly command: (words: readonly string[]) => string;
  /** Id of the snapshot that holds the state before it; null if it changed nothing. */
  readonly before: string | null;
  /** What it put aside. */
  readonly kept: readonly (KeptObject & { readonly resource: string })[];
  /** What went live between the checks and the switch, and what the switch replaced therefore. */
  readonly meanwhile: readonly Meanwhile[];
  readonly timeline: Timeline;
  /** Milliseconds from the start to the end of the verification. */
  readonly tookMs: number;
  /** What the probes say of each area; null: none is configured, or they did not run. */
  readonly watched: WatchedAreas | null;
  /** What became of the messages to the channels; null: there was nothing to tell. */
  readonly told: Told | null;
  /** Why the record of the incident does not say what this rollback left; null: it does. */
  readonly unrecorded: string | null;
  readonly reason: string | null;
  readonly approval: ApprovalRecord;
}

/** Something that went live in a resource between the checks and the switch. */
export interface Meanwhile {
  readonly resource: string;
  /** What was in production at the checks, and what the switch replaced, in a few words. */
  readonly expected: string;
  readonly replaced: string;
  /** Whether an undo returns to what was replaced; else it returns to what was expected. */
  readonly undoReturns: boolean;
}

/** The same in whole sentences. */
export const meanwhileText = ({ resource, expected, replaced, undoReturns }: Meanwhile): string =>
  `${replaced} went live in "${resource}" after the checks, which saw ${expected}. The switch replaced it. An undo returns to ${undoReturns ? replaced : expected}.`;

/** What a plan is called. */
export const wordsOf = (plan: Plan): { readonly name: string; readonly done: string } => WORDS[planKind(plan)];
const WORDS = {
  rollback: { name: 'Rollback', done: 'Rolled back' },
  undo: { name: 'Undo', done: 'Undone' },
  recovery: { name: 'Recovery', done: 'Recovered' },
  mitigation: { name: 'Mitigation', done: 'Mitigated' },
  lift: { name: 'Lift', done: 'Lifted' },
} as const satisfies Record<PlanKind, { name: string; done: string }>;

/** `not-recovered`: every change is made and verified, and a probe proves that an area does not work. */
export const verdictOf = ({ ok, watched }: RollbackFacts): 'rolled-back' | 'not-recovered' | 'incomplete' =>
  !ok ? 'incomplete' : notRecovered(watched).length > 0 ? 'not-recovered' : 'rolled-back';

/** Changes that a new plan would contain; none if production was not read again. */
export const remainingOf = (live: Reread): readonly PlannedChange[] => ('notRead' in live ? [] : live.plan.changes);

/** Changes of the plan that are made, by this run or by an earlier one. */
export const doneOf = ({ earlier, outcomes }: RollbackFacts): PlannedChange[] => [
  ...earlier,
  ...outcomes.flatMap(({ change, status }) => (status === 'done' ? [change] : [])),
];

/** How a change ended, for a reader. `uncertain`: it was sent, and nothing says whether it is in effect. */
export const statusOf = ({
  status,
  error,
}: Pick<ChangeOutcome, 'status' | 'error'>): ChangeOutcome['status'] | 'uncertain' =>
  status === 'failed' && error?.uncertain === true ? 'uncertain' : status;

/** "4 of 5 changes done" or "5 changes", "2 of them by an earlier run". */
function countText(facts: RollbackFacts): string {
  const { earlier, outcomes, ok } = facts;
  const all = earlier.length + outcomes.length;
  const by = earlier.length === all ? 'all' : `${earlier.length} of them`;
  const figure = ok ? plural(all, 'change') : `${doneOf(facts).length} of ${plural(all, 'change')} done`;
  return `${figure}${earlier.length === 0 ? '' : `, ${by} by an earlier run`}`;
}

/** What the changes came to, whether or not production works. */
function outcomeWords({ ok, cancelled, approved, claim, earlier, outcomes }: RollbackFacts): string {
  const { name, done } = wordsOf(approved);
  if (!ok) return `${name} ${cancelled ? 'cancelled' : 'incomplete'}`;
  const byHand = [...claim.differs, ...claim.notCompared].some(
    ({ reason }) => reason === 'by-hand' || reason === 'other-object',
  );
  if (earlier.length + outcomes.length === 0) return byHand ? 'Nothing was changed' : 'Nothing to do';
  return `${done}${byHand ? ' in part' : ''}`;
}

/** What the whole run came to, in a few words. */
export function headingOf(facts: RollbackFacts): string {
  const bad = facts.ok ? notRecovered(facts.watched) : [];
  const but = bad.length === 0 ? '' : `, but ${bad.join(' and ')} ${bad.length === 1 ? 'has' : 'have'} not recovered`;
  return `${outcomeWords(facts)}${but}`;
}

/** What the whole run came to, in one line: the first line of each report. */
export function titleOf(facts: RollbackFacts): string {
  const { ok, claim, outcomes, earlier, tookMs, watched } = facts;
  const took = seconds(tookMs / 1000);
  const words = outcomeWords(facts).replace('incomplete', 'INCOMPLETE');
  if (!ok) return `${words}: ${countText(facts)} after ${took}${whyNotProven(facts)}.`;
  const figures = outcomes.length + earlier.length === 0 ? '' : ` (${countText(facts)}, ${took})`;
  return `${words}: ${claim.sentence}${areasClause(watched)}${figures}.`;
}

/** Why a run is not complete although each of its changes is done. */
function whyNotProven({ cancelled, outcomes, live }: RollbackFacts): string {
  if (cancelled || outcomes.some(({ status }) => status !== 'done')) return '';
  if ('notRead' in live || live.failures.length > 0) return ', but not all of production could be read again';
  return `, but ${plural(live.plan.changes.length, 'difference is', 'differences are')} left`;
}

export type Tone = 'good' | 'warn' | 'bad';

/** The colour of the whole report. */
export function toneOf(facts: RollbackFacts): Tone {
  if (verdictOf(facts) !== 'rolled-back') return 'bad';
  const { differs } = facts.claim;
  const calm =
    differs.length === 0 &&
    facts.meanwhile.length === 0 &&
    facts.unrecorded === null &&
    notComparedOf(facts).length === 0 &&
    lossesOf(facts).length === 0;
  return calm ? 'good' : 'warn';
}

/** What was not compared although the plan says something of it: a measure is only for its scope. */
export const notComparedOf = ({ claim, approved }: RollbackFacts): Claim['notCompared'] =>
  approved.mitigates?.lifts === false
    ? claim.notCompared.filter(({ reason }) => reason !== 'out-of-scope')
    : claim.notCompared;

/** What the changes gave up, or may have given up when they failed; those of an earlier run, too. */
export const lossesOf = ({ outcomes, earlier }: RollbackFacts): DataAtRisk[] =>
  [...earlier, ...outcomes.flatMap(({ change, status }) => (status === 'not-begun' ? [] : [change]))].flatMap(
    // Rows that only come back are no loss.
    ({ dataAtRisk = [] }) => dataAtRisk.filter(({ rows }) => rows !== 0),
  );

/** "3 rows", "at least 3 rows", "at most 3 rows", "an unknown number of rows" */
export function lostText(lost: readonly DataAtRisk[]): string {
  const rows = lost.reduce((sum, one) => sum + (one.rows ?? 0), 0);
  const unknown = lost.some((one) => one.rows === null);
  // Two statements of one script can concern the same row of a table.
  const repeated = new Set(lost.map(({ what }) => what)).size < lost.length;
  if (unknown && (rows === 0 || repeated)) return 'an unknown number of rows';
  return `${unknown ? 'at least ' : repeated ? 'at most ' : ''}${plural(rows, 'row')}`;
}

/** What is not as it must be. `lines`: whole sentences or names. `how`: what to do, if that is known. */
export interface RedFact {
  readonly title: string;
  readonly lines: readonly string[];
  readonly how?: string;
}

/** What a reader must know before anything else: the failures first, then what was lost. */
export function redFacts(facts: RollbackFacts): RedFact[] {
  const { outcomes, watched, live, kept, meanwhile, unrecorded } = facts;
  const failed = outcomes.flatMap(({ change, status, error }): RedFact[] =>
    status === 'failed'
      ? [{ title: `${error?.uncertain === true ? 'Result unknown' : 'Failed'}: ${named(change)}`, ...whyAndHow(error) }]
      : [],
  );
  const waiting = outcomes.flatMap(({ change, status }) => (status === 'not-begun' ? [change] : []));
  const open = new Set(outcomes.flatMap(({ change, status }) => (status === 'done' ? [] : [keyOf(change)])));
  const left = remainingOf(live).filter((change) => !open.has(keyOf(change)));
  const broken = watched?.areas.filter(({ state }) => state === 'not-recovered') ?? [];
  const lost = lossesOf(facts);
  return [
    ...failed,
    ...some(waiting, (all) => ({ title: `Not begun: ${plural(all.length, 'change')}`, lines: [targets(all)] })),
    ...broken.map((one) => ({
      title: `Not recovered: ${one.area}`,
      lines: watched === null ? [] : [whyOf(one, watched)],
    })),
    ...meanwhile.map((one) => ({
      title: `Went live meanwhile: ${one.replaced}`,
      lines: [meanwhileText(one)],
      how: `Read what it changed: it may be the fix. ${facts.command(['recover', '--deployment', 'ID'])} plans to promote it.`,
    })),
    ...(unrecorded === null ? [] : [{ title: NOT_RECORDED, lines: [unrecorded, MISSED], how: againText(facts) }]),
    ...some(left, (all) => ({ title: `Still different: ${plural(all.length, 'change')}`, lines: [targets(all)] })),
    ...('notRead' in live
      ? [{ title: 'Not verified', lines: [live.notRead] }]
      : live.failures.map((error) => ({
          title: `Not verified: ${error.resource ?? 'a resource'}`,
          ...whyAndHow(error),
        }))),
    ...some(lost, (all) => ({
      title: `Given up: ${lostText(all)}`,
      lines: [...shown(all.map(riskText)), `${LOST}${kept.length > 0 ? ` ${KEPT}` : ''}`],
    })),
  ];
}

const NOT_RECORDED = 'Not recorded in the incident';
const MISSED =
  'Only this report says what is left to be undone or finished, and the guard may not hold back the commit that was rolled back.';

/** The same in whole sentences; null if the record says everything. */
export const unrecordedText = ({ unrecorded }: Pick<RollbackFacts, 'unrecorded'>): string | null =>
  unrecorded === null ? null : `${NOT_RECORDED}: ${unrecorded} ${MISSED}`;

/** How the record is written later. */
export const againText = ({ approved, command }: Pick<RollbackFacts, 'approved' | 'command'>): string =>
  `When the store can be written again, and before anything else changes production, run the same ${wordsOf(approved).name.toLowerCase()} again: it skips the changes that are done, and writes the record: ${command(['rollback', '--digest', approved.digest])}`;

const LOST = 'This was written after the snapshot, and production no longer has it.';
const KEPT = 'The database from before the rollback is kept, see below.';

const some = <T>(all: readonly T[], fact: (all: readonly T[]) => RedFact): RedFact[] =>
  all.length === 0 ? [] : [fact(all)];

const whyAndHow = (error: ChangeOutcome['error']): Pick<RedFact, 'lines' | 'how'> =>
  error === undefined ? { lines: ['The reason is not known.'] } : { lines: [error.message], how: error.remedy };

const named = ({ resource, target }: PlannedChange): string => `${target} (${resource})`;

/** More stand in the list of changes. */
const SHOWN = 8;
const shown = (names: readonly string[]): string[] => [
  ...names.slice(0, SHOWN),
  ...(names.length > SHOWN ? [`and ${names.length - SHOWN} more, see below`] : []),
];
/** The names of changes in one line. */
export const targets = (changes: readonly PlannedChange[]): string => shown(changes.map(named)).join('; ');
