import type { Context } from '../runtime/context.js';
import type { ErrorCode } from '../runtime/error-codes.js';
import { asRewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import type { FindingCode } from '../runtime/finding-codes.js';
import { shortText } from './question.js';

interface Entry {
  readonly critical: boolean;
}

/** A finding about what a probe asks. Only a critical probe makes it an error. */
export function inactive({ critical }: Entry, code: FindingCode, message: string): Finding {
  return { level: critical ? 'error' : 'warning', code, message };
}

const REFUSALS: readonly ErrorCode[] = ['api-forbidden', 'api-not-found', 'api-unauthorized'];

/**
 * A question that the service may refuse: then it is not watched, never well. Another failure is a warning, because an
 * outage of the service says nothing about the alarm.
 *
 * @param what completes "… cannot be read"
 */
export async function notWatched(
  entry: Entry,
  what: string,
  ctx: Context,
  question: () => Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    return await question();
  } catch (thrown) {
    const { code, message, remedy } = asRewindError(thrown);
    const said = shortText(ctx, message);
    if (code === 'internal' || code === 'program-damaged') throw thrown;
    if (REFUSALS.includes(code)) {
      return [{ ...inactive(entry, 'alarm-not-watched', `${what} cannot be read: not watched. ${said}`), remedy }];
    }
    const level = code === 'credential-missing' && entry.critical ? 'error' : 'warning';
    return [{ level, code, message: `${what} cannot be read now. ${said}`, remedy }];
  }
}
