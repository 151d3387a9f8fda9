import { acquireLock, type Lock } from '../store/lock.js';
import type { Project, Session } from './session.js';

/**
 * Runs what changes production while no other run changes the same environment.
 * @param digest of the plan that is applied; null for a command without one
 * @throws RewindError environment-locked, before the work begins
 */
export async function underLock<T>(
  session: Pick<Session, 'context' | 'run'>,
  { store, config }: Pick<Project, 'store' | 'config'>,
  command: string,
  digest: string | null,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  const { environment } = config;
  const lock = await acquireLock(store, session.context, { environment, command, digest, run: session.run });
  try {
    return await work(lock);
  } finally {
    await lock.release();
  }
}
