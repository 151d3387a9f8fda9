import { assertAsPlanned } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { textOf } from './plan.js';
import { params } from './state.js';

/** A registration sets only what it names, so a repetition does no harm. */
export async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const wanted = params.parse(change.params);
  const scaling = await client(config, ctx);
  const now = await scaling.read();
  if (now !== null) {
    const { suspended, ...limits } = now;
    const have = { limits: wanted.limits && limits, suspended: wanted.suspended && suspended };
    if (canonicalJson(have) === canonicalJson(wanted)) return;
  }
  assertAsPlanned(change, now && textOf(change.id, now), ctx, 'in AWS');
  await scaling.register(wanted);
}
