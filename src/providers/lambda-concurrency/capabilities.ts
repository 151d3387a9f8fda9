import type { Capabilities } from '../../engine/capabilities.js';
import { awsAccess } from '../../services/aws/access.js';
import type { Config } from './config.js';
import { mitigation } from './mitigate.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  access: awsAccess,
  mitigation,
  describeState: ({ function: name, reserved, provisioned }) => ({
    content: `${name}: ${reserved ?? 'nothing'} reserved, ${provisioned?.requested ?? 'nothing'} provisioned`,
  }),
};
