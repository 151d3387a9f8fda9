import type { Mitigation } from '../../engine/measure.js';
import { FLAG_MEASURES, switching } from '../../services/flags/turn-off.js';
import type { Config } from './config.js';
import type { State } from './state.js';

/** Switches flags; archived ones cannot be switched. */
export const mitigation: Mitigation<Config, State> = {
  kinds: FLAG_MEASURES,
  ease: (_config, live, measure) => {
    const { keys, on, ...names } = switching(
      live.flags.filter(({ archived }) => !archived),
      measure,
    );
    const flags = live.flags.map((flag) => (keys.has(flag.key) ? { ...flag, on } : flag));
    return { desired: { ...live, flags, ...(on ? { switched: true as const } : {}) }, ...names };
  },
};
