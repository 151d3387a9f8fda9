import { assertAsPlanned } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { client, type LambdaClient, type Provision } from './client.js';
import type { Config } from './config.js';
import { provisionedText, reservedText } from './plan.js';
import { params } from './state.js';
import { plural } from '../../runtime/text.js';

const POLL_MS = 5_000;
/** AWS provides up to 6,000 environments a minute. */
const LONGEST_MS = 15 * 60_000;

export async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const wanted = params.parse(change.params);
  const lambda = await client(config, ctx);
  if (wanted.kind === 'provisioned') return provision(lambda, wanted.count, change, ctx);
  const now = await lambda.reserved();
  if (now === wanted.count) return;
  assertAsPlanned(change, reservedText(now), ctx, 'in AWS');
  await lambda.reserve(wanted.count);
}

async function provision(lambda: LambdaClient, count: number | null, change: Change, ctx: Context): Promise<void> {
  // AWS refuses a change of what is being provided.
  const now = await settled(lambda, ctx);
  if (now === null ? count === null : now.requested === count && now.status === 'READY') return;
  const shown = (failed: boolean): string | null => provisionedText(now && { requested: now.requested, failed });
  const failed = now?.status === 'FAILED';
  // A measure takes what AWS could not provide as provided.
  assertAsPlanned(change, change.before === shown(false) ? shown(false) : shown(failed), ctx, 'in AWS');
  await lambda.provision(count);
  const after = await settled(lambda, ctx);
  if (after?.status !== 'FAILED') return;
  throw new RewindError(
    'api-rejected',
    `Lambda could not provide ${plural(after.requested, 'execution')}: ${after.reason ?? ''}`,
    {
      resource: ctx.resource,
      remedy: 'Read the status of the provisioned concurrency in the Lambda console, and run again.',
    },
  );
}

/** @throws RewindError deadline-exceeded */
async function settled(lambda: LambdaClient, ctx: Context): Promise<Provision | null> {
  const until = ctx.clock.monotonic() + LONGEST_MS;
  for (;;) {
    const found = await lambda.provisioned();
    if (found?.status !== 'IN_PROGRESS') return found;
    if (ctx.clock.monotonic() >= until) {
      throw new RewindError('deadline-exceeded', 'Lambda has not provided the concurrency yet.', {
        resource: ctx.resource,
        remedy: 'AWS goes on. Run the same command again to wait longer.',
      });
    }
    await ctx.clock.sleep(POLL_MS, ctx.signal);
  }
}
