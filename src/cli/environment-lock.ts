import type { ResourceFinding } from '../report/findings.js';
import { asRewindError } from '../runtime/errors.js';
import { presentOwner } from '../store/lock-owner.js';
import { heldNow } from '../store/lock-words.js';
import { acquireLock, type Lock, type LockRequest } from '../store/lock.js';
import type { Project, Session } from './session.js';
import { stopUnchanged } from './unchanged.js';

/**
 * Runs what changes production while no other run changes the same environment.
 * @param digest of the plan that is applied; null for a command without one
 * @param purpose what a run without the lock says; default: that it changed nothing
 * @throws RewindError environment-locked and the errors of the store, before the work begins
 */
export async function underLock<T>(
  session: Pick<Session, 'context' | 'run'>,
  { store, config }: Pick<Project, 'store' | 'config'>,
  command: string,
  digest: string | null,
  work: (lock: Lock) => Promise<T>,
  purpose: NonNullable<LockRequest['purpose']> = 'change',
): Promise<T> {
  const { environment } = config;
  const request = { environment, command, digest, run: session.run, purpose };
  const taking = acquireLock(store, session.context, request);
  // A rollback that tells its channels has changed production.
  const lock = await (purpose === 'change' ? taking.catch(stopUnchanged) : taking);
  try {
    return await work(lock);
  } finally {
    await lock.release();
  }
}

/** Another run that has the lock of the environment now, or why nobody knows whether there is one. */
export interface Busy {
  readonly message: string;
  readonly remedy: string;
  /** Of the plan that it applies; null: it applies none; undefined: nobody knows. */
  readonly digest: string | null | undefined;
  /** True if other runs are refused until a person removes the lock. */
  readonly stays: boolean;
}

/** The run that works on the environment while this one reads; null if there is none. Read-only, never throws. */
export async function busyNow(
  { context, run }: Pick<Session, 'context' | 'run'>,
  { store, config }: Pick<Project, 'store' | 'config'>,
): Promise<Busy | null> {
  try {
    const present = await presentOwner(store, context, config.environment, run);
    if (present === null) return null;
    return {
      ...heldNow(present, context.clock.now()),
      digest: 'digest' in present.owner ? present.owner.digest : undefined,
    };
  } catch (error) {
    const { message, remedy } = asRewindError(error);
    return {
      message: `Whether another run is working on this environment now is unknown: ${message}`,
      remedy,
      digest: undefined,
      stays: false,
    };
  }
}

/**
 * The same for a plan, and for a check.
 * @param staying level of a lock that only a person can remove
 */
export async function busyFindings(
  session: Pick<Session, 'context' | 'run'>,
  project: Pick<Project, 'store' | 'config'>,
  staying: ResourceFinding['level'] = 'warning',
): Promise<ResourceFinding[]> {
  const busy = await busyNow(session, project);
  if (busy === null) return [];
  const { message, remedy, stays } = busy;
  return [{ level: stays ? staying : 'warning', code: 'environment-busy', resource: 'environment', message, remedy }];
}
