import type { Context } from './context.js';
import { RewindError } from './errors.js';

/**
 * Call directly before a step that cannot be undone or must not be left half-way: a cancelled run never starts it.
 * @param step completes "… was not started", e.g. `the swap of database "shop"`
 * @throws RewindError cancelled
 */
export function assertNotCancelled(ctx: Pick<Context, 'signal' | 'resource'>, step: string): void {
  if (!ctx.signal.aborted) return;
  throw new RewindError('cancelled', `The run was cancelled: ${step} was not started.`, { resource: ctx.resource });
}

/**
 * Why a step failed. A cancelled run stops its programs and sessions; each of them then has an error of its own, and none of
 * these is the cause.
 * @param step completes "… was stopped", e.g. `the restore of database "shop"`
 * @returns `cancelled` in a cancelled run, else the error as it is
 */
export function causeOf(ctx: Pick<Context, 'signal' | 'resource'>, error: unknown, step: string): unknown {
  if (!ctx.signal.aborted || (error instanceof RewindError && error.code === 'cancelled')) return error;
  return new RewindError('cancelled', `The run was cancelled: ${step} was stopped.`, {
    resource: ctx.resource,
    cause: error,
  });
}
