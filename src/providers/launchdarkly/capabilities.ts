import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { LaunchDarklyClient } from './client.js';
import { goalInSteps } from '../../services/flags/steps.js';
import { switched } from '../../engine/counted.js';
import type { Config } from './config.js';
import { mitigation } from './mitigate.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => nameParts(['project', 'environment'], saved, config),
  flags: true,
  mitigation,
  mayRefuse: ['launchdarkly-approval-required'],
  access: (config, ctx) => new LaunchDarklyClient(config, ctx).access(),
  inSteps: (config, saved, steps) => ({ ...saved, steps: goalInSteps(steps, config['gate-timeout-seconds']) }),
  describeState: ({ flags }) => ({
    content: switched(flags.map(({ on }) => on)),
    flags: new Map(flags.flatMap(({ key, archived, on }) => (archived ? [] : [[key, on]]))),
  }),
};
