import type { Capabilities } from '../../engine/capabilities.js';
import { awsAccess } from '../../services/aws/access.js';
import type { Config } from './config.js';
import { mitigation } from './mitigate.js';
import { partsOf } from './plan.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, { qualifier = null, ...config }) => partsOf(saved, { ...config, qualifier }),
  blindSpots: (saved, live) =>
    saved.qualifier === null && live.qualifier !== null
      ? [`provisioned concurrency of ${live.function}:${live.qualifier}: the snapshot does not hold it`]
      : [],
  access: awsAccess,
  mitigation,
  describeState: ({ function: name, reserved, provisioned }) => ({
    content: `${name}: ${reserved ?? 'nothing'} reserved, ${provisioned?.requested ?? 'nothing'} provisioned`,
  }),
};
