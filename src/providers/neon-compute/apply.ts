import { assertAsPlanned } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { suspension, units } from './plan.js';
import { params } from './state.js';

export async function apply(config: Config, change: Change, ctx: Context): Promise<void> {
  const wanted = params.parse(change.params);
  const neon = client(config, ctx);
  const { limits, suspendAfter } = await neon.read();
  const equal =
    'limits' in wanted
      ? limits.min === wanted.limits.min && limits.max === wanted.limits.max
      : suspendAfter === wanted.suspendAfter;
  if (equal) return;
  assertAsPlanned(change, 'limits' in wanted ? units({ limits }) : suspension({ suspendAfter }), ctx, 'at Neon');
  await neon.update(wanted);
}
