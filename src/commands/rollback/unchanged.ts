import { asRewindError, RewindError } from '../../runtime/errors.js';

/** Errors of the place where snapshots and journals lie: they say nothing of production by themselves. */
const OF_STORE: readonly string[] = ['store-unreadable', 'store-write-failed', 'disk-full'];

/**
 * An error of the store that ended a run before its first change, with what that means for production.
 * @param thrown other errors are returned as they are: their texts say it where it matters
 */
export function unchanged(thrown: unknown): unknown {
  const { code, message, resource, remedy, problems, unwritten, retryAfterMs } = asRewindError(thrown);
  if (!OF_STORE.includes(code) || /nothing was changed/i.test(message)) return thrown;
  return new RewindError(code, `${message} This run changed nothing in production.`, {
    ...{ resource, problems, unwritten, retryAfterMs, cause: thrown },
    remedy: `${remedy} Then run the same command again.`,
  });
}
