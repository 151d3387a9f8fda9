import type { Context } from '../../runtime/context.js';
import { messageOf } from '../../runtime/errors.js';
import { UnleashClient } from './client.js';
import type { Config } from './config.js';

/** Which flags are suspected: by name, by tag (`simple:risky`, or just `risky`), or both. */
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
  const client = new UnleashClient(config, ctx);
  const names = new Set(selection.flags);
  const tags = new Set(selection.tags);
  const chosen = (await client.list()).filter((flag) => names.has(flag.name) || flag.tags.some((tag) => tags.has(tag)));
  for (const { name } of chosen) names.delete(name);
  const done = await Promise.all(
    chosen.map(async ({ name, enabled }): Promise<TurnedOff> => {
      if (!enabled) return { flag: name, outcome: 'already-off' };
      try {
        await client.turn(name, false);
        return { flag: name, outcome: 'turned-off' };
      } catch (error) {
        return { flag: name, outcome: 'failed', message: messageOf(error) };
      }
    }),
  );
  return [...done, ...[...names].map((flag): TurnedOff => ({ flag, outcome: 'not-found' }))];
}
