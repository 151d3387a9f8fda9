import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { limitsText } from '../../engine/scale-up.js';
import { neonAccess } from '../../services/neon/access.js';
import type { Config } from './config.js';
import { mitigation } from './mitigate.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => nameParts(['project', 'endpoint'], saved, config),
  access: neonAccess,
  mitigation,
  describeState: ({ endpoint, limits }) => ({ content: `${endpoint}: ${limitsText(limits)} CU` }),
};
