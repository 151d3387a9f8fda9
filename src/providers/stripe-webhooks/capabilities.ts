import type { Capabilities } from '../../engine/provider.js';
import { counted } from '../../engine/words.js';
import type { Config } from './config.js';
import { replay } from './replay.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  describeState: ({ hooks }) => ({
    content: counted(hooks.filter(({ inScope }) => inScope).length, 'webhook endpoint'),
  }),
  replay,
};
