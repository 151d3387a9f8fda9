import type { Context } from '../../runtime/context.js';
import { messageOf } from '../../runtime/errors.js';
import { LaunchDarklyClient } from './client.js';
import type { Config } from './config.js';

/** Which flags are suspected: by name, by tag, or both. */
export interface FlagSelection {
  readonly flags?: readonly string[];
  readonly tags?: readonly string[];
}

export interface TurnedOff {
  readonly flag: string;
  readonly outcome: 'turned-off' | 'already-off' | 'not-found' | 'failed';
  /** Why it failed. */
  readonly message?: string;
}

/**
 * Turns the named and tagged flags off in the configured environment: the quickest relief in an incident. Idempotent.
 * One flag's failure stops none of the others; archived flags are left out.
 * @throws RewindError when the flags cannot be listed at all
 */
export async function turnOff(config: Config, ctx: Context, selection: FlagSelection): Promise<TurnedOff[]> {
  const client = new LaunchDarklyClient(config, ctx);
  const names = new Set(selection.flags);
  const tags = new Set(selection.tags);
  const flags = (await client.flags()).filter(({ archived }) => !archived);
  const chosen = flags.filter((flag) => names.has(flag.key) || flag.tags.some((tag) => tags.has(tag)));
  for (const { key } of chosen) names.delete(key);
  const done = await Promise.all(
    chosen.map(async ({ key, targeting }): Promise<TurnedOff> => {
      if (!targeting.on) return { flag: key, outcome: 'already-off' };
      try {
        await client.patch(key, [{ kind: 'turnFlagOff' }]);
        return { flag: key, outcome: 'turned-off' };
      } catch (error) {
        return { flag: key, outcome: 'failed', message: messageOf(error) };
      }
    }),
  );
  return [...done, ...[...names].map((flag): TurnedOff => ({ flag, outcome: 'not-found' }))];
}
