import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { limitsText } from '../../engine/scale-up.js';
import { awsAccess } from '../../services/aws/access.js';
import type { Config } from './config.js';
import { mitigation } from './mitigate.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => nameParts(['region', 'target', 'dimension'], saved, config),
  access: awsAccess,
  mitigation,
  describeState: ({ target, scaling }) => ({
    content: `${target}: ${scaling === null ? 'not registered' : limitsText(scaling)}`,
  }),
};
