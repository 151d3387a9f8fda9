import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { awsAccess } from '../../services/aws/access.js';
import type { Config } from './config.js';
import { mitigation } from './mitigate.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => nameParts(['region', 'function'], saved, config),
  access: awsAccess,
  mitigation,
  describeState: ({ function: name, reserved, provisioned }) => ({
    content: `${name}: ${reserved ?? 'nothing'} reserved, ${provisioned?.requested ?? 'nothing'} provisioned`,
  }),
};
