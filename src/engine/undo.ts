import { EXPOSURE } from './apply.js';
import type { JournalEntry } from './journal.js';
import { untouchedOf } from './drift.js';
import type { PlannedMitigation } from './mitigation.js';
import { earlyChanges, type Plan, type PlannedChange } from './plan.js';

/** Stands in the journal beside a snapshot that was taken before anything of its part of the plan was done. */
const WHOLE = 'nothing was done yet';
const PARTLY = 'an earlier run had begun';

/**
 * The note of a snapshot that a rollback takes before it changes something.
 * @param of the changes that the snapshot is taken for
 */
export function noteOf(approved: Plan, now: Plan, of: (change: PlannedChange) => boolean): string {
  return untouchedOf(approved, now).filter(of).length === approved.changes.filter(of).length ? WHOLE : PARTLY;
}

/** True for the note of a snapshot of a state in which nothing of the plan was done. */
export const isWhole = (note: string): boolean => note === WHOLE;

/**
 * Id of the snapshot that holds the state before a rollback; null if none was taken. An interrupted rollback that was run
 * again has several: the right one is the last that was taken before anything was done. One with the databases is
 * complete, because it includes the one without. One that was corrected after the switch (`replaced`) is right in all it
 * holds.
 */
export function stateBefore(entries: readonly JournalEntry[]): string | null {
  return before(entries, 'backup') ?? before(entries, 'replaced') ?? stateAtChecks(entries);
}

/** Id of the snapshot of the state that the checks of a rollback saw; null if none was taken. */
export const stateAtChecks = (entries: readonly JournalEntry[]): string | null => before(entries, 'before');

function before(entries: readonly JournalEntry[], kind: 'before' | 'backup' | 'replaced'): string | null {
  const all = entries.filter(({ event }) => event === kind);
  return (all.findLast(({ note }) => note === WHOLE) ?? all[0])?.what ?? null;
}

/**
 * The changes that a rollback made or may have made. The journal in the store knows the stages that were begun; what was
 * begun in them is only in the journal of the machine, which may be lost. A stage that failed itself, e.g. because the journal
 * could not be copied, began none of its changes in that run.
 */
export function begunChanges(plan: Plan, entries: readonly JournalEntry[]): PlannedChange[] {
  const early = earlyChanges(plan.changes);
  const stages = new Set(begunStages(entries).map(({ what }) => what));
  return plan.changes.filter((change) => stages.has(early.has(change) ? EXPOSURE : change.stage));
}

/** The lines of the stages that were begun and did not fail themselves, in order. */
export function begunStages(entries: readonly JournalEntry[]): JournalEntry[] {
  const begun: JournalEntry[] = [];
  for (const one of entries) {
    if (one.event === 'stage') begun.push(one);
    if (one.event !== 'fail') continue;
    const failed = begun.findLastIndex(({ what }) => what === one.what);
    if (failed >= 0) begun.splice(failed, 1);
  }
  return begun;
}

/**
 * End of the time limit of a mitigation (ISO 8601). The time begins with the first run that may have changed something; after
 * an interruption it goes on. One that is done can be begun again, e.g. in the next incident with the same plan.
 * @param otherwise the begin, if it was not begun
 */
export function limitOf(
  { minutes }: Pick<PlannedMitigation, 'minutes'>,
  entries: readonly JournalEntry[],
  otherwise: string,
): string {
  let run = otherwise;
  let began: string | null = null;
  let isDone = false;
  const stages = new Set(begunStages(entries));
  for (const one of entries) {
    const { event, at, note } = one;
    if (event === 'run') run = at;
    if (stages.has(one) && (began === null || isDone)) {
      began = run;
      isDone = false;
    }
    if (event === 'finish' && note === 'done') isDone = true;
  }
  return new Date(Date.parse(began ?? otherwise) + minutes * 60_000).toISOString();
}
