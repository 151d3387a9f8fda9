import type { Context } from '../runtime/context.js';
import { RewindError } from '../runtime/errors.js';
import type { Change } from './change.js';

/**
 * Somebody may have written between the drift check and this change: no snapshot holds their value, so it would be lost if it
 * was written over. Call it with what was read just before the write, once that is known to differ from the wanted value. A
 * window between this read and the write stays, except where the service compares an ETag.
 *
 * @param now what a plan would say of the live value; null: absent
 * @param where the service, for the remedy
 * @throws RewindError api-conflict if it is not what the plan said
 */
export function assertAsPlanned(change: Change, now: string | null, ctx: Context, where: string): void {
  if (now !== change.before) throw overtaken(change, now, ctx, where);
}

/** The error for a value that is neither the planned one nor the wanted one. Parameters as above. */
export function overtaken({ target, before }: Change, now: string | null, ctx: Context, where: string): RewindError {
  return new RewindError(
    'api-conflict',
    `Somebody changed ${target} after the plan: it was ${before ?? 'absent'}, and is ${now ?? 'absent'} now. It was left as it is.`,
    {
      resource: ctx.resource,
      remedy: `Ask who changed it ${where}. Then make a new plan and get it approved.`,
      unwritten: true,
    },
  );
}

/** True for that error: the change wrote nothing, and its approval does not cover what is live now. */
export const isOvertaken = ({ code, unwritten }: RewindError): boolean => code === 'api-conflict' && unwritten;
