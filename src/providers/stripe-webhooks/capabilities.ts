import type { Capabilities } from '../../engine/capabilities.js';
import { counted } from '../../engine/counted.js';
import type { Config } from './config.js';
import { blindSpots } from './covered.js';
import { replay } from './replay.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  access: async (_config, ctx) => {
    const key = ctx.env.token('STRIPE_API_KEY', ctx.resource);
    if (key.startsWith('sk_')) {
      return { credential: 'STRIPE_API_KEY', writes: true, why: 'it is a secret key, which has every permission' };
    }
    const why = key.startsWith('rk_')
      ? 'it is a restricted key, which Stripe does not describe'
      : 'it begins with neither sk_ nor rk_';
    return { credential: 'STRIPE_API_KEY', writes: null, why };
  },
  blindSpots,
  describeState: ({ hooks }) => ({
    content: counted(hooks.filter(({ inScope }) => inScope).length, 'webhook endpoint'),
  }),
  replay,
};
