import type { z } from 'zod';
import { RewindError } from '../runtime/errors.js';
import type { CHANNEL_CONFIGS } from './adapters/configs.js';
import { CHANNEL_ADAPTERS } from './adapters/registry.js';
import type { ChannelAdapter } from './channel.js';

export type ChannelEntry = z.output<(typeof CHANNEL_CONFIGS)[number]>;

/** An entry of `channels` with its adapter. */
export interface LoadedChannel {
  readonly entry: ChannelEntry;
  readonly adapter: ChannelAdapter<unknown>;
}

/**
 * Loads the adapters that the configuration names; the schema has parsed their entries.
 * @param which `private`: without those that everybody reads, which only a person's own words may reach
 * @throws RewindError internal
 */
export async function loadChannels(
  entries: readonly ChannelEntry[],
  which: 'private' | 'all' = 'private',
): Promise<LoadedChannel[]> {
  const loaders: Readonly<Record<string, (() => Promise<{ adapter: unknown }>) | undefined>> = CHANNEL_ADAPTERS;
  const loaded = await Promise.all(
    entries.map(async (entry) => {
      const load = loaders[entry.adapter];
      if (!load) throw new RewindError('internal', `No adapter of channels is registered as "${entry.adapter}".`);
      return { entry, adapter: (await load()).adapter as ChannelAdapter<unknown> };
    }),
  );
  return which === 'all' ? loaded : loaded.filter(({ adapter }) => adapter.public !== true);
}
