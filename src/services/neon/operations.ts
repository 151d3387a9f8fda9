import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { NeonApi } from './client.js';

/** Work that Neon does after it has answered. */
export const operation = z.object({
  id: z.string(),
  branch_id: z.string().optional(),
  action: z.string(),
  status: z.string(),
  error: z.string().optional(),
});
type Operation = z.infer<typeof operation>;

const DONE = ['finished', 'skipped'];
const FAILED = ['failed', 'error', 'cancelled'];
const POLL_MS = 1_000;
/** A restore takes seconds; a branch from the archive may take longer. */
const LONGEST_MS = 30 * 60_000;

/** True while Neon works on it, by the status of an operation. */
export const isOpen = (status: string): boolean => !DONE.includes(status) && !FAILED.includes(status);

/** Waits for operations. @param root path of the project */
export function neonOperations(ctx: Context, api: NeonApi, root: string) {
  /** Calls `done` until it is true. @throws RewindError deadline-exceeded */
  const poll = async (what: string, done: () => Promise<boolean>): Promise<void> => {
    const until = ctx.clock.monotonic() + LONGEST_MS;
    while (!(await done())) {
      if (ctx.clock.monotonic() >= until) {
        throw new RewindError('deadline-exceeded', `Neon did not finish: ${what}.`, { resource: ctx.resource });
      }
      await ctx.clock.sleep(POLL_MS, ctx.signal);
    }
  };
  return {
    poll,
    /**
     * @param failure the code if Neon does not carry one out
     * @throws RewindError deadline-exceeded, or `failure`
     */
    waitFor: async (
      what: string,
      operations: readonly Operation[],
      failure: 'api-rejected' | 'restore-failed' | 'snapshot-incomplete' = 'api-rejected',
    ): Promise<void> => {
      for (const { id } of operations) {
        const path = `${root}/operations/${encodeURIComponent(id)}`;
        await poll(what, async () => {
          const answer = await api.request({ method: 'GET', what, path }, z.object({ operation }));
          const { action, status, error } = answer.operation;
          if (!FAILED.includes(status)) return DONE.includes(status);
          const reason = error === undefined ? '' : ` (${error})`;
          throw new RewindError(failure, `${what}: Neon's operation "${action}" ended as ${status}${reason}.`, {
            resource: ctx.resource,
            remedy: "Read the operations of the branch in Neon's console, then run again.",
          });
        });
      }
    },
  };
}
