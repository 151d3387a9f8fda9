import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { goalInSteps } from '../../services/flags/steps.js';
import { switched } from '../../engine/counted.js';
import type { Config } from './config.js';
import { mitigation } from './mitigate.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => nameParts(['project', 'environment'], saved, config),
  flags: true,
  mitigation,
  access: async (_config, ctx) => {
    const credential = 'UNLEASH_API_TOKEN';
    const token = ctx.env.token(credential, ctx.resource);
    // Only an admin token and one of a user reach the admin API.
    if (token.startsWith('user:')) return { credential, writes: null, why: 'it has the roles of its user' };
    // project:environment.secret; an admin token is of all of them. Tokens of old servers have no such parts.
    return token.includes(':') && !token.startsWith('*:*.')
      ? { credential, writes: false, why: 'it is a client or frontend token, which the admin API refuses' }
      : { credential, writes: true, why: 'it is an admin token' };
  },
  inSteps: (config, saved, steps) => ({ ...saved, steps: goalInSteps(steps, config['gate-timeout-seconds']) }),
  describeState: ({ features }) => ({
    content: switched(features.map(({ enabled }) => enabled)),
    flags: new Map(features.map(({ name, enabled }) => [name, enabled])),
  }),
};
