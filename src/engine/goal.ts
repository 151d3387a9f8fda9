import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import type { Change } from './change.js';
import type { Plan, Recovery } from './plan.js';
import type { Resource } from './resources.js';

/**
 * The state that a plan returns to: that of the snapshot; in a recovery, with the chosen deployment or in steps.
 * @param begun plans that may be half done; only steps need them
 */
export async function goalOf(
  { id, provider, config }: Resource,
  saved: unknown,
  recovers: Recovery | undefined,
  ctx: Context,
  begun: readonly Plan[] = [],
): Promise<unknown> {
  const { capabilities } = provider;
  const { gate, steps } = recovers ?? {};
  if (capabilities?.inSteps !== undefined && steps !== undefined && gate !== undefined) {
    const own = begun.flatMap(({ changes }) => changes.filter(({ resource }) => resource === id));
    return capabilities.inSteps(config, saved, { percentages: steps, gate, earlier: own.map(({ params }) => params) });
  }
  const forward = capabilities?.forward;
  if (recovers === undefined || forward === undefined) return saved;
  const stages = steps === undefined ? (gate ?? null) : null;
  return forward.desired(config, forResource(ctx, id), saved, recovers.deployments[id] ?? null, stages);
}

/** In a recovery with steps: what the approver must know of a provider without percentages. */
export const notInSteps = <T extends Change>(change: T): T => ({
  ...change,
  warnings: [...change.warnings, 'changes at once, not in steps, and does not wait for the gate command'],
});
