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

/** Loads the adapters that the configuration names; the schema has parsed their entries. @throws RewindError internal */
export function loadChannels(entries: readonly ChannelEntry[]): Promise<LoadedChannel[]> {
  const loaders: Readonly<Record<string, (() => Promise<{ adapter: unknown }>) | undefined>> = CHANNEL_ADAPTERS;
  return Promise.all(
    entries.map(async (entry) => {
      const load = loaders[entry.adapter];
      if (!load) throw new RewindError('internal', `No adapter of channels is registered as "${entry.adapter}".`);
      return { entry, adapter: (await load()).adapter as ChannelAdapter<unknown> };
    }),
  );
}
