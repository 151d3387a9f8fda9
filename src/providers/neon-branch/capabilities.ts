import type { Capabilities } from '../../engine/provider.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  // A branch that one resource names by id and another by name is not recognised: that needs a request.
  database: {
    identify: ({ project, branch }) => ({ database: `branch ${branch} of Neon project ${project}`, part: '' }),
  },
};
