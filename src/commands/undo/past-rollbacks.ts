import { FLAGS, type CommonInputs } from '../../cli/flags.js';
import type { Project, Session } from '../../cli/session.js';
import { isLater, type JournalEntry } from '../../engine/journal.js';
import type { Plan } from '../../engine/plan.js';
import { begunStages } from '../../engine/undo.js';
import {
  mergeJournals,
  planUnreadable,
  readApprovedPlan,
  readJournal,
  rollbackDigests,
} from '../../engine/rollback-files.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { readLocalJournal } from '../rollback/approved-plan.js';
import { inOrder } from '../../runtime/text.js';

/** A rollback that was begun. */
export interface PastRollback {
  readonly plan: Plan;
  readonly entries: readonly JournalEntry[];
  /** Begin of its last run that came to a change (ISO 8601). */
  readonly at: string;
}

/** A command without `--out` reads the journals of the usual place. */
type WithOut = Pick<Session, 'context' | 'path'> & {
  readonly inputs: CommonInputs & { readonly out?: string };
};

/** The plans of the environment that the store holds. */
export interface RollbacksOfStore {
  /** Those that a run began to carry out, newest first. */
  readonly past: readonly PastRollback[];
  /** Those that were given to a rollback after the newest of them, by a run that began nothing; newest first. */
  readonly unbegun: readonly Unbegun[];
  /** Those that cannot be read, by the digest of their plan. */
  readonly unreadable: ReadonlyMap<string, RewindError>;
}

/** A plan whose last run ended before its first change. */
export interface Unbegun {
  readonly plan: Plan;
  /** When that run began (ISO 8601), if an earlier run carried the plan out; null if none did. */
  readonly again: string | null;
  /** Code of the error that ended that run; null if it was killed, or still works. */
  readonly refused: string | null;
}

/** The rollbacks of the environment that were begun, newest first. One that cannot be read is a warning. */
export const pastRollbacks = async (
  session: WithOut,
  project: Pick<Project, 'store' | 'config'>,
): Promise<readonly PastRollback[]> => (await rollbacksOfStore(session, project)).past;

/** The rollbacks of the environment. One that cannot be read is a warning. */
export async function rollbacksOfStore(
  { context, path, inputs }: WithOut,
  { store, config }: Pick<Project, 'store' | 'config'>,
): Promise<RollbacksOfStore> {
  const local = { path, inputs: { out: inputs.out ?? FLAGS.out.absent } };
  const digests = await rollbackDigests(store, config.environment);
  const unreadable = new Map<string, RewindError>();
  const all = await Promise.all(
    digests.map(async (digest): Promise<Read[]> => {
      try {
        const plan = await readApprovedPlan(store, config.environment, digest);
        const entries = mergeJournals(
          await readJournal(store, config.environment, digest),
          await readLocalJournal(local, digest),
        );
        const run = entries.findLast(({ event }) => event === 'run');
        if (plan === undefined && run !== undefined) throw planUnreadable(config.environment, digest, 'is missing');
        const began = lastBegin(entries) ?? run;
        const at = entries.findLastIndex(({ event }) => event === 'lock');
        const refused = entries.slice(at + 1).findLast(({ event }) => event === 'refused');
        return plan === undefined ? [] : [{ plan, entries, run, began, lock: entries[at], refused }];
      } catch (error) {
        const problem = asRewindError(error);
        unreadable.set(digest, problem);
        context.log.warn(`Rollback ${digest.slice(0, 12)} could not be read: ${problem.message}`);
        return [];
      }
    }),
  );
  const read = all.flat();
  const past = read
    .flatMap(({ plan, entries, began }) => (began === undefined ? [] : [{ plan, entries, at: began.at, began }]))
    .sort((a, b) => inOrder(b.at, a.at));
  const newest = past[0]?.began;
  const unbegun = read
    .filter((one) => isUnbegun(one, newest))
    .map(({ plan, run, lock, refused }): Unbegun & { at: string } => ({
      plan,
      refused: refused?.note ?? null,
      again: run === undefined || lock === undefined ? null : lock.at,
      at: lock?.at ?? plan.createdAt,
    }))
    .sort((a, b) => inOrder(b.at, a.at));
  return { past, unbegun, unreadable };
}

/** The last run that came to a change: a repeat that has nothing to do begins no stage, and makes no rollback newer. */
function lastBegin(entries: readonly JournalEntry[]): JournalEntry | undefined {
  const stage = begunStages(entries).at(-1);
  if (stage === undefined) return undefined;
  return entries.slice(0, entries.indexOf(stage)).findLast(({ event }) => event === 'run');
}

/** A plan, its journal, the begin of its last run, when its last run took the lock, and what refused it. */
interface Read extends Omit<PastRollback, 'at'> {
  readonly run: JournalEntry | undefined;
  /** The last run that came to a change; the last one, if none did. */
  readonly began: JournalEntry | undefined;
  readonly lock: JournalEntry | undefined;
  readonly refused: JournalEntry | undefined;
}

/** True if the last run of a plan began nothing, and no other plan was begun since. @param newest the newest run of all plans */
function isUnbegun({ plan, run, lock }: Read, newest: JournalEntry | undefined): boolean {
  // A journal of an earlier version has no such line, and the journal of a runner that was lost has none either.
  if (lock === undefined) return run === undefined && plan.createdAt > (newest?.at ?? '');
  return (run === undefined || isLater(lock, run)) && (newest === undefined || isLater(lock, newest));
}

/**
 * Says which plans were approved and not begun: without it, a person whose run was killed before its first change reads about
 * an older rollback, or about none. Null if there is none.
 * @param command a command line from its words; null where another plan is shown, whose command must be the only one
 */
export function unbegunNotice(
  { unbegun }: Pick<RollbacksOfStore, 'unbegun'>,
  command: ((words: readonly string[]) => string) | null,
): string | null {
  const [newest, ...older] = unbegun;
  if (newest === undefined) return null;
  const { plan, again, refused } = newest;
  const name = `The plan ${plan.digest.slice(0, 12)} (to snapshot ${plan.snapshot})`;
  const ended = (run: string): string =>
    refused === null ? '' : ` ${run} ended before its first change (${refused}).`;
  const which =
    again === null
      ? `${name} was given to a rollback, and no run of it has changed anything.${ended('The last one')}`
      : `${name} was given to a rollback again at ${again}, and that run has not changed anything.${ended('It')}`;
  const more =
    older.length === 0
      ? ''
      : ` The same is true of: ${older
          .slice(0, 3)
          .map((one) => one.plan.digest.slice(0, 12))
          .join(', ')}${older.length > 3 ? ` and ${older.length - 3} more` : ''}.`;
  return command === null
    ? `${which}${more}`
    : `${which}${more} To carry it out, if it still fits: ${command(['rollback', '--digest', plan.digest])}`;
}

const NONE_HERE =
  'There is nothing to undo. If somebody rolled back, check whether "environment" and "store" in the configuration are the ones of that rollback.';

/**
 * @param which first digits of a digest, or `latest`: the newest that is neither a mitigation nor the lift of one
 * @throws RewindError rollback-not-found, input-invalid, and the error of one that cannot be read
 */
export function findRollback(
  { past, unbegun, unreadable }: RollbacksOfStore,
  which: string,
  environment: string,
): PastRollback {
  if (!/^(latest|[0-9a-f]{4,64})$/.test(which)) {
    throw new RewindError('input-invalid', `"${which}" names no rollback.`, {
      remedy: 'Give the first digits (at least 4) of the digest of its plan, or "latest".',
    });
  }
  const found =
    which === 'latest'
      ? past.filter(({ plan }) => plan.mitigates === undefined).slice(0, 1)
      : past.filter(({ plan }) => plan.digest.startsWith(which));
  const [first] = found;
  const listed = (of: readonly PastRollback[]): string =>
    of.map(({ plan, at }) => `${plan.digest.slice(0, 12)} (${at})`).join(', ');
  if (first && found.length === 1) return first;
  if (first) throw new RewindError('input-invalid', `"${which}" names ${found.length} rollbacks: ${listed(found)}.`);
  const [damaged] = [...unreadable].flatMap(([digest, error]) =>
    which === 'latest' || digest.startsWith(which) ? [error] : [],
  );
  if (damaged !== undefined) throw damaged;
  const waiting = unbegun.find(({ plan }) => which === 'latest' || plan.digest.startsWith(which))?.plan;
  if (waiting !== undefined) {
    throw new RewindError(
      'rollback-not-found',
      `The plan ${waiting.digest.slice(0, 12)} (to snapshot ${waiting.snapshot}) was given to a rollback, and no run of it has changed anything: there is nothing to undo or to recover from.`,
      {
        remedy: `To carry it out, if it still fits: "rewind rollback --digest ${waiting.digest}". To leave it, do nothing.`,
      },
    );
  }
  throw new RewindError(
    'rollback-not-found',
    past.length === 0
      ? `The store has no rollback of "${environment}".`
      : which === 'latest'
        ? `The store has only mitigations and their lifts of "${environment}": ${listed(past.slice(0, 10))}. Name one of them.`
        : `The store has no rollback "${which}" of "${environment}". It has: ${listed(past.slice(0, 10))}.`,
    past.length === 0 ? { remedy: NONE_HERE } : {},
  );
}
