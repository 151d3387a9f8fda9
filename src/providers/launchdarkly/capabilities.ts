import type { Capabilities } from '../../engine/provider.js';
import { switched } from '../../engine/words.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  describeState: ({ flags }) => ({ content: switched(flags.map(({ on }) => on)) }),
};
