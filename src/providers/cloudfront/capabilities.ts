import type { Capabilities } from '../../engine/capabilities.js';
import { counted } from '../../engine/words.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  access: async () => ({ credential: 'AWS credentials', writes: null, why: 'AWS answers only to a write' }),
  describeState: ({ distribution, functions }) => {
    const names = Object.keys(functions);
    return { content: `distribution ${distribution}, ${counted(names.length, 'function', names)}` };
  },
};
