import { RewindError } from '../runtime/errors.js';
import { age } from '../runtime/progress.js';
import type { Present } from './lock-owner.js';
import { LONGEST_MS, type LockRecord, type Unreadable } from './lock-record.js';

/** What a run without the lock says: what the owner does, what this run has not done, and what to do after the owner. */
export const WORDS = {
  change: {
    does: 'changing this environment',
    not: 'Nothing was changed by this run.',
    then: 'make a new plan',
  },
  tell: {
    does: 'notifying the channels of this environment',
    not: 'This run does not send what is left.',
    then: 'send what is left with "rewind notify"',
  },
} as const;
export type Words = (typeof WORDS)[keyof typeof WORDS];

/** Who has a lock. */
export function ownerText({ command, by, process, run, since }: LockRecord): string {
  const where = run === null ? `process ${process.pid} on ${process.host}` : `${run.url}, attempt ${run.attempt}`;
  return `"rewind ${command}" of ${by}, ${where}, since ${since}`;
}

/** The clock of the owner, or of this run, is wrong. */
const hasUnknownEnd = ({ until }: LockRecord, now: Date): boolean => Date.parse(until) > now.getTime() + LONGEST_MS;

/**
 * For a run that only reads: production, and what the run says of it, may change while another one works.
 * @returns sentences, and whether other runs are refused until a person removes the lock
 */
export function heldNow(
  { owner, key, remove = key }: Present,
  now: Date,
): { readonly message: string; readonly remedy: string; readonly stays: boolean } {
  if ('missed' in owner) {
    return {
      message: `Another run seems to be working on this environment now: ${owner.missed} times its lock below ${key}/ was gone when this run opened what the store had listed, as it is when its owner renews it. So its owner is unknown.`,
      remedy: `Wait a minute, then run this command again. If it says the same while no other run works, remove the objects below ${key}/ from the store.`,
      stays: false,
    };
  }
  if ('problem' in owner) {
    return {
      message: `Another run may work on this environment now. Its lock ${key} names no owner: ${owner.problem}.`,
      remedy: `If another run works, wait until it ends, then run this command again. Otherwise remove the lock, or no rollback begins: ${remove}`,
      stays: true,
    };
  }
  const stays = hasUnknownEnd(owner, now);
  const end = stays ? `remove the object ${key} from the store` : `its lock ends by itself at ${owner.until}`;
  return {
    message: `Another run is working on this environment now: ${ownerText(owner)}.`,
    remedy: `Wait until that run ends, then run this command again. If it was killed, ${end}.`,
    stays,
  };
}

/** @param key of the object that is the lock, and what the store knows of it */
export function heldByUnknown(
  { does, not }: Words,
  { problem }: Unreadable,
  key: string,
  known: { readonly written: Date | null; readonly remove: string } | undefined,
  now: Date,
): RewindError {
  const written = known?.written ?? null;
  const old = (since: Date): string => age(Math.max(0, now.getTime() - since.getTime()));
  const when = written === null ? 'at an unknown time' : `at ${written.toISOString()} (${old(written)} ago)`;
  return new RewindError(
    'environment-locked',
    `Another run may be ${does}. Its lock ${key} names no owner: ${problem}. It was written ${when}. ${not}`,
    {
      remedy: `Make sure that no other run works on this environment. Then remove the lock: ${known?.remove ?? key}`,
    },
  );
}

/** @param key of the object that is the lock */
export function heldBy({ does, not, then }: Words, owner: LockRecord, key: string, now: Date): RewindError {
  const isUnknown = hasUnknownEnd(owner, now);
  // Messages, a promote and a migration have no plan to go on from.
  const isPlan = owner.digest !== null && does !== WORDS.tell.does;
  const sameRun = isPlan ? `${sameAs(owner)} (digest ${owner.digest})` : null;
  return new RewindError(
    'environment-locked',
    `Another run is ${does}: ${ownerText(owner)}. ${isUnknown ? `The end of its lock is unknown: ${owner.until} is too far away, so the clock of that machine or of this one is wrong. ` : ''}${not}`,
    {
      remedy: isUnknown
        ? `Wait until that run ends, then ${then}. If it was killed, remove the object ${key} from the store${sameRun === null ? '' : `, or run ${sameRun} again: it waits at most ${LONGEST_MS / 1000} s and goes on from there`}.`
        : `Wait until that run ends, then ${then}. If it was killed, the lock ends by itself at ${owner.until}${sameRun === null ? '' : `; ${sameRun} goes on from there`}.`,
    },
  );
}

/** A run of the same plan. */
const sameAs = ({ command }: Pick<LockRecord, 'command'>): string =>
  command === 'rollback' ? 'the same rollback' : `the same "rewind ${command}"`;

/**
 * @param mine the command that lost the lock
 * @param owner null if the owner is unknown
 */
export function takenOver(
  { does, then }: Words,
  mine: Pick<LockRecord, 'command' | 'digest'>,
  owner: LockRecord | null,
): RewindError {
  const again =
    mine.digest === null ? `run "rewind ${mine.command}" again` : `run ${sameAs(mine)} again: it goes on from there`;
  return new RewindError(
    'environment-locked',
    `Another run took the lock of this environment over${owner === null ? '' : `: ${ownerText(owner)}`}.`,
    { remedy: `Wait until that run ends. Then ${does === WORDS.tell.does ? then : again}.` },
  );
}

/** @param folder below which the objects of the lock lie */
export const notTaken = ({ not }: Words, folder: string, tries: number): RewindError =>
  new RewindError(
    'environment-locked',
    `This run could not take the lock of this environment: ${tries} times it could not add the next number below ${folder}/. ${not}`,
    {
      remedy: `Run it again. If it fails again while no other run works, remove the objects below ${folder}/ from the store.`,
    },
  );
