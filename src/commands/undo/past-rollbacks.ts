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

/** The rollbacks of the environment, newest first. One that cannot be read is a warning. */
export async function pastRollbacks(
  { context, path, inputs }: WithOut,
  { store, config }: Pick<Project, 'store' | 'config'>,
): Promise<PastRollback[]> {
  const local = { path, inputs: { out: inputs.out ?? FLAGS.out.absent } };
  const digests = await rollbackDigests(store, config.environment);
  const all = await Promise.all(
    digests.map(async (digest): Promise<PastRollback[]> => {
      try {
        const plan = await readApprovedPlan(store, config.environment, digest);
        const entries = mergeJournals(
          await readJournal(store, config.environment, digest),
          await readLocalJournal(local, digest),
        );
        const at = entries.findLast(({ event }) => event === 'run')?.at;
        return plan === undefined || at === undefined ? [] : [{ plan, entries, at }];
      } catch (error) {
        context.log.warn(`Rollback ${digest.slice(0, 12)} could not be read: ${asRewindError(error).message}`);
        return [];
      }
    }),
  );
  return all.flat().sort((a, b) => b.at.localeCompare(a.at));
}

/**
 * @param which first digits of a digest, or `latest`: the newest that is neither a mitigation nor the lift of one
 * @throws RewindError rollback-not-found, input-invalid
 */
export function findRollback(past: readonly PastRollback[], which: string, environment: string): PastRollback {
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
  throw new RewindError(
    'rollback-not-found',
    past.length === 0
      ? `The store has no rollback of "${environment}".`
      : which === 'latest'
        ? `The store has only mitigations and their lifts of "${environment}": ${listed(past.slice(0, 10))}. Name one of them.`
        : `The store has no rollback "${which}" of "${environment}". It has: ${listed(past.slice(0, 10))}.`,
  );
}
