import { isOfService, isOfStore } from '../runtime/error-codes.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import { sentences } from '../runtime/text.js';

/**
 * An error of the store or of a service that ended a run before its first change, with what that means for production.
 * @param thrown other errors are returned as they are: their texts say it where it matters
 */
export function unchanged(thrown: unknown): unknown {
  const { code, message, resource, remedy, problems, unwritten, retryAfterMs } = asRewindError(thrown);
  if (!(isOfStore(code) || isOfService(code)) || /nothing was changed|changed nothing/i.test(message)) return thrown;
  return new RewindError(code, sentences(message, 'This run changed nothing in production.'), {
    ...{ resource, problems, unwritten, retryAfterMs, cause: thrown },
    remedy: /run again|run the/i.test(remedy) ? remedy : `${remedy} Then run the same command again.`,
  });
}

/** Of a run that has not begun. @throws the error, with what it means for production */
export function stopUnchanged(error: unknown): never {
  throw unchanged(error);
}
