import type { Capabilities } from '../../engine/capabilities.js';
import { counted } from '../../engine/words.js';
import { awsAccess } from '../../services/aws/access.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  access: awsAccess,
  describeState: ({ distribution, functions }) => {
    const names = Object.keys(functions);
    return { content: `distribution ${distribution}, ${counted(names.length, 'function', names)}` };
  },
};
