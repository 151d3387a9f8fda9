import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';

const POLL_MS = 15_000;
/** The first snapshot of a large instance, or a restore that provisions storage, may take hours. */
const LONGEST_MS = 8 * 3_600_000;

/** States that RDS does not leave by itself. */
const STUCK =
  /^(failed|deleting|deleted|error|restore-error|storage-full|stopped|insufficient-capacity|inaccessible-encryption-credentials|incompatible-.*)$/;

interface Watched {
  readonly id: string;
  readonly status: string;
  readonly percent?: number;
}

/**
 * Reads again until `done`. @param read null: it does not exist (any more)
 * @throws RewindError restore-failed or snapshot-incomplete (`failure`) for a state without an end, deadline-exceeded
 */
export async function untilDone<T extends Watched>(
  ctx: Context,
  what: string,
  failure: 'restore-failed' | 'snapshot-incomplete',
  read: () => Promise<T | null>,
  done: (found: T) => boolean,
): Promise<T> {
  const until = ctx.clock.monotonic() + LONGEST_MS;
  const progress = ctx.progress(`waiting for ${what}`, 'items');
  let said = '';
  try {
    for (;;) {
      const found = await read();
      if (found && done(found)) return found;
      if (found === null || STUCK.test(found.status)) {
        throw new RewindError(
          failure,
          found === null ? `${what} does not exist any more.` : `${what} is "${found.status}".`,
          {
            resource: ctx.resource,
            remedy: 'Read the events of it in the RDS console, repair the cause, and run again.',
          },
        );
      }
      if (found.status !== said) {
        said = found.status;
        ctx.log.info(`[${ctx.resource}] ${what}: ${said}`);
      }
      progress.update(found.percent ?? 0, found.percent === undefined ? null : 100);
      if (ctx.clock.monotonic() >= until) {
        throw new RewindError('deadline-exceeded', `RDS did not finish: ${what} is "${found.status}".`, {
          resource: ctx.resource,
          remedy: 'Run the same command again: it goes on waiting.',
        });
      }
      await ctx.clock.sleep(POLL_MS, ctx.signal);
    }
  } finally {
    progress.end();
  }
}
