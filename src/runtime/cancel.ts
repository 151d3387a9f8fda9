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
