import type { Capabilities } from '../../engine/capabilities.js';
import { limitsText } from '../../engine/scale-up.js';
import { neonAccess } from '../../services/neon/access.js';
import type { Config } from './config.js';
import { mitigation } from './mitigate.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  access: neonAccess,
  mitigation,
  describeState: ({ endpoint, limits }) => ({ content: `${endpoint}: ${limitsText(limits)} CU` }),
};
