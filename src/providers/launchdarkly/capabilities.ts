import type { Capabilities } from '../../engine/provider.js';
import { LaunchDarklyClient } from './client.js';
import { switched } from '../../engine/words.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  access: (config, ctx) => new LaunchDarklyClient(config, ctx).access(),
  inSteps: (config, saved, { percentages, gate, earlier }) => ({
    ...saved,
    steps: {
      percentages: [...percentages],
      gate: { command: gate, seconds: config['gate-timeout-seconds'] },
      earlier: [...earlier],
    },
  }),
  describeState: ({ flags }) => ({ content: switched(flags.map(({ on }) => on)) }),
};
