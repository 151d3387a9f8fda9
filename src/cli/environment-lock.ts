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
