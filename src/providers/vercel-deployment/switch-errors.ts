import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { HttpFailure } from '../../runtime/http-failure.js';
import { switchText, type AliasRequest } from '../../services/vercel/deployments.js';
import { isRunning } from './alias-request.js';
import type { Switching } from './switching.js';

/** Vercel switches one thing at a time. */
export function busy(request: AliasRequest, ctx: Context): RewindError {
  return new RewindError(
    'api-conflict',
    `Another ${request.type} (to ${request.toDeploymentId}) is in progress on Vercel, which allows one at a time.`,
    {
      resource: ctx.resource,
      remedy: 'Wait until it ends, then make a new plan and get it approved.',
      unwritten: true,
    },
  );
}

/** Milliseconds for a request; none is sent after the deadline. @throws RewindError deadline-exceeded */
export function timeLeft({ desired, config, ctx }: Switching, deadline: number): number {
  const left = deadline - ctx.clock.monotonic();
  if (left > 0) return left;
  throw new RewindError(
    'deadline-exceeded',
    `The ${desired.method} to ${desired.to} could not be requested within ${config['timeout-seconds']} s. Production is unchanged.`,
    { resource: ctx.resource },
  );
}

/** The time of the step is over. @param isQueued Vercel waits for the end of a rolling release */
export function late({ desired, ctx }: Switching, waited: number, isQueued = false): RewindError {
  const [what, seconds] = [`the ${desired.method} to ${desired.to}`, Math.round(waited / 1000)];
  return new RewindError(
    'deadline-exceeded',
    isQueued
      ? `Vercel has queued ${what} behind a rolling release, and has not begun it after ${seconds} s; it may still begin.`
      : `Vercel has not finished ${what} after ${seconds} s; the switch may still finish.`,
    {
      resource: ctx.resource,
      ...(isQueued
        ? { remedy: 'Complete or abort the rolling release in Vercel. Then run the same command again.' }
        : {}),
    },
  );
}

/** The refusal of a switch, by what it means for a person. */
export function refused(error: HttpFailure, ctx: Context): RewindError {
  if (error.status === 402)
    return new RewindError('vercel-plan-limit', error.message, { resource: ctx.resource, cause: error });
  if (error.status === 422 || error.status === 410 || error.status === 404) {
    return new RewindError('deployment-not-eligible', error.message, { resource: ctx.resource, cause: error });
  }
  return error;
}

/**
 * `unwritten`: what Rewind requested is not in effect, and the approval does not cover what is.
 * @param last the request that took production instead of ours
 */
export function replacedBy({ desired, ctx }: Switching, last: AliasRequest): RewindError {
  const done = isRunning(last) ? 'is in progress' : `has ${last.jobStatus}`;
  return new RewindError(
    'api-conflict',
    `Somebody else replaced the ${desired.method} to ${desired.to}: a later ${last.type} to ${last.toDeploymentId} ${done}.`,
    {
      resource: ctx.resource,
      remedy: 'Ask who requested it on Vercel. Then make a new plan and get it approved.',
      unwritten: true,
    },
  );
}

/** The error of a read after Vercel accepted the request: production may have moved. */
export function afterAccepted({ desired, ctx }: Switching, error: HttpFailure): RewindError {
  return new RewindError(
    error.code,
    `Vercel accepted the ${desired.method} to ${desired.to}, so production may move to it. The result could not be read: ${error.message}`,
    { resource: ctx.resource, remedy: `${error.remedy} Then run the same command again: it continues.`, cause: error },
  );
}

export const skipped = ({ desired, ctx }: Switching): RewindError =>
  new RewindError(
    'deployment-switch-failed',
    `Vercel skipped the ${desired.method} to ${desired.to}; production is unchanged.`,
    { resource: ctx.resource },
  );

/** @throws RewindError deployment-switch-failed, with the domains that did not move */
export async function failed({ desired, vercel, ctx }: Switching): Promise<never> {
  const names = await vercel.failedAliases(desired.method);
  throw new RewindError(
    'deployment-switch-failed',
    `Vercel could not ${switchText(desired.method, desired.to)}${names.length === 0 ? '' : `: ${names.join(', ')} did not move`}.`,
    { resource: ctx.resource },
  );
}
