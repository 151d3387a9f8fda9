import type { Capabilities } from '../../engine/provider.js';
import type { Config } from './config.js';
import { applied } from './history.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  describeState: ({ history }) => ({ migrations: applied(history) }),
};
