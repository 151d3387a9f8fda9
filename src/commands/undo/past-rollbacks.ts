import { FLAGS, type CommonInputs } from '../../cli/flags.js';
import type { Project, Session } from '../../cli/session.js';
import type { JournalEntry } from '../../engine/journal.js';
import type { Plan } from '../../engine/plan.js';
import { mergeJournals, readApprovedPlan, readJournal, rollbackDigests } from '../../engine/rollback-files.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { readLocalJournal } from '../rollback/approved-plan.js';

/** A rollback that was begun. */
export interface PastRollback {
  readonly plan: Plan;
  readonly entries: readonly JournalEntry[];
  /** Begin of its last run (ISO 8601). */
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
  /** Those that were approved after the newest of them, and that no run began to carry out; newest first. */
  readonly unbegun: readonly Plan[];
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
  const all = await Promise.all(
    digests.map(async (digest): Promise<Read[]> => {
      try {
        const plan = await readApprovedPlan(store, config.environment, digest);
        const entries = mergeJournals(
          await readJournal(store, config.environment, digest),
          await readLocalJournal(local, digest),
        );
        const at = entries.findLast(({ event }) => event === 'run')?.at;
        return plan === undefined ? [] : [{ plan, entries, at }];
      } catch (error) {
        context.log.warn(`Rollback ${digest.slice(0, 12)} could not be read: ${asRewindError(error).message}`);
        return [];
      }
    }),
  );
  const read = all.flat();
  const past = read
    .flatMap(({ at, ...one }) => (at === undefined ? [] : [{ ...one, at }]))
    .sort((a, b) => b.at.localeCompare(a.at));
  const newest = past[0]?.at ?? '';
  const unbegun = read
    .flatMap(({ plan, at }) => (at === undefined && plan.createdAt > newest ? [plan] : []))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return { past, unbegun };
}

/** A plan, its journal, and the begin of its last run; undefined if none began to change production. */
type Read = Omit<PastRollback, 'at'> & { readonly at: string | undefined };

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
  const which = `The plan ${newest.digest.slice(0, 12)} (to snapshot ${newest.snapshot}) was given to a rollback, and no run of it has changed anything.`;
  const more =
    older.length === 0
      ? ''
      : ` The same holds of: ${older
          .slice(0, 3)
          .map(({ digest }) => digest.slice(0, 12))
          .join(', ')}${older.length > 3 ? ` and ${older.length - 3} more` : ''}.`;
  return command === null
    ? `${which}${more}`
    : `${which}${more} To carry it out, if it still fits: ${command(['rollback', '--digest', newest.digest])}`;
}

/**
 * @param which first digits of a digest, or `latest`: the newest that is neither a mitigation nor the lift of one
 * @param unbegun the plans that no run began to carry out
 * @throws RewindError rollback-not-found, input-invalid
 */
export function findRollback(
  past: readonly PastRollback[],
  which: string,
  environment: string,
  unbegun: readonly Plan[] = [],
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
  const waiting = unbegun.find(({ digest }) => which === 'latest' || digest.startsWith(which));
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
  );
}
