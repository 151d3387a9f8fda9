import type { Capabilities } from '../../engine/provider.js';
import { counted } from '../../engine/words.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  describeState: ({ items }) => ({
    content: counted(
      items.length,
      'item',
      items.map(({ key }) => key),
    ),
  }),
};
