import type { Project } from '../../cli/session.js';
import { begunChanges } from '../../engine/undo.js';
import { isUnrecorded } from '../../incident/recorded.js';
import { RewindError } from '../../runtime/errors.js';
import type { PastRollback } from './past-rollbacks.js';

/** The newest rollback of the store, if it changed production and no record mentions it. */
export interface UnrecordedRollback {
  readonly digest: string;
  /** What is unknown. */
  readonly what: string;
  /** Why, and the ways out; whole sentences. @param command a command line from its words */
  readonly why: (command: (words: readonly string[]) => string) => string;
}

/**
 * Finds the newest rollback whose record its store refused: nothing else says what it left.
 * @param past newest first
 * @throws RewindError store-unreadable
 */
export async function unrecordedRollback(
  { store, config }: Pick<Project, 'store' | 'config'>,
  past: readonly PastRollback[],
): Promise<UnrecordedRollback | null> {
  const newest = past.find(({ plan, entries }) => begunChanges(plan, entries).length > 0);
  if (newest === undefined) return null;
  const { plan, at } = newest;
  const { digest, snapshot } = plan;
  const isLost = await isUnrecorded(store, config.environment, { digest, at }).catch((error: unknown) => {
    // Another line says that a record is damaged; it may be the one of this rollback.
    if (error instanceof RewindError && error.code === 'incident-corrupt') return false;
    throw error;
  });
  if (!isLost) return null;
  return {
    digest,
    what: `what the rollback ${digest.slice(0, 12)} of ${at} (to snapshot ${snapshot}) left`,
    why: (command) =>
      `no record of an incident mentions it. If nothing changed production since, run it again: it writes the record: ${command(['rollback', '--digest', digest])}. Else read its report, open an incident by hand, and close it when nothing is left: ${command(['incident', 'open', '--title', 'what is wrong'])}`,
  };
}
