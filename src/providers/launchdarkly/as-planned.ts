import { assertAsPlanned } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import { namesOf } from './aspects.js';
import { statesOf, variationStatesOf } from './capture.js';
import type { Dependent } from './client.js';
import type { Config } from './config.js';
import type { Flag } from './model.js';
import { flagChanges } from './plan.js';

/** The live flag must be what the plan says of it, or absent there: then this plan has created it. */
export async function assertFlag(
  { config, change, ctx }: { readonly config: Config; readonly change: Change; readonly ctx: Context },
  flags: readonly Flag[],
  saved: Flag,
  live: Dependent,
): Promise<void> {
  if (change.before === null) return;
  const { project, environment } = config;
  const keys = [...saved.targeting.prerequisites.map(({ key }) => key), ...live.variations.keys()];
  const savedStates = await statesOf(
    ctx,
    flags.filter(({ key }) => key === saved.key || keys.includes(key)),
  );
  const [is] = await statesOf(ctx, [live.flag]);
  const was = savedStates.find(({ key }) => key === saved.key);
  if (was === undefined || is === undefined) return;
  const liveStates = await Promise.all(
    [...live.variations].map(async ([key, all]) => [key, { variations: await variationStatesOf(ctx, all) }] as const),
  );
  const names = namesOf(new Map(savedStates.map((one) => [one.key, one])), new Map(liveStates));
  const left = flagChanges({ schemaVersion: 1, project, environment, flags: savedStates }, was, is, names);
  const own = left.find(({ id }) => id === change.id);
  if (own) assertAsPlanned(change, own.before, ctx, 'in LaunchDarkly');
}
