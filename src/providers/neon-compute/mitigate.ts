import type { Mitigation } from '../../engine/measure.js';
import { scaledUp } from '../../engine/scale-up.js';
import type { Config } from './config.js';
import type { State } from './state.js';

/** In compute units. */
export const mitigation: Mitigation<Config, State> = {
  kinds: ['scale-up'],
  ease: (_config, live, measure) => ({
    desired: measure.kind === 'scale-up' ? { ...live, limits: scaledUp(live.limits, measure) } : live,
    unknown: [],
  }),
};
