import type { z } from 'zod';
import { RewindError } from '../runtime/errors.js';
import type { CHANNEL_CONFIGS } from './adapters/configs.js';
import { CHANNEL_ADAPTERS } from './adapters/registry.js';
import type { ChannelAdapter } from './channel.js';
import type { Context } from '../runtime/context.js';
import type { Audience, ContactsAt } from './phases.js';
import { within } from './deadline.js';

export type ChannelEntry = z.output<(typeof CHANNEL_CONFIGS)[number]>;

/** Milliseconds to ask who reads a channel; no message is sent before. */
const AUDIENCE_MS = 1_000;

/** An entry of `channels` with its adapter. */
export interface LoadedChannel {
  /** With the keys of its adapter. */
  readonly entry: Pick<ChannelEntry, 'id' | 'adapter' | 'severities'> & {
    readonly audience: Audience;
    /** Whom an internal message names; not part of rewind.yml. Default: nobody. */
    readonly contactsAt?: ContactsAt;
  };
  readonly adapter: ChannelAdapter<unknown>;
}

/**
 * Loads the adapters that the configuration names; the schema has parsed their entries.
 * @param which `private`: without those that everybody reads, which only a person's own words may reach
 * @param contactsAt whom internal messages name
 * @throws RewindError internal
 */
export async function loadChannels(
  entries: readonly ChannelEntry[],
  ctx: Context,
  which: 'private' | 'all' = 'private',
  contactsAt: ContactsAt = () => [],
): Promise<LoadedChannel[]> {
  const loaders: Readonly<Record<string, (() => Promise<{ adapter: unknown }>) | undefined>> = CHANNEL_ADAPTERS;
  const loaded = await Promise.all(
    entries.map(async (entry) => {
      const load = loaders[entry.adapter];
      if (!load) throw new RewindError('internal', `No adapter of channels is registered as "${entry.adapter}".`);
      const adapter = (await load()).adapter as ChannelAdapter<unknown>;
      const audience = entry.audience ?? (await adapter.audience?.(within(ctx, AUDIENCE_MS))) ?? 'external';
      return { entry: { ...entry, audience, contactsAt }, adapter };
    }),
  );
  return which === 'all' ? loaded : loaded.filter(({ adapter }) => adapter.public !== true);
}
