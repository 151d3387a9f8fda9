import type { Mitigation } from '../../engine/measure.js';
import { FLAG_MEASURES, switching } from '../../services/flags/turn-off.js';
import type { Config } from './config.js';
import type { State } from './state.js';

/** Switches flags. Tags are `type:value`, or the value alone. */
export const mitigation: Mitigation<Config, State> = {
  kinds: FLAG_MEASURES,
  ease: (_config, live, measure) => {
    const switches = live.features.map(({ name, tags, enabled }) => ({ key: name, tags, on: enabled }));
    const { keys, on, ...names } = switching(switches, measure);
    const features = live.features.map((each) => (keys.has(each.name) ? { ...each, enabled: on } : each));
    return { desired: { ...live, features, ...(on ? { switched: true as const } : {}) }, ...names };
  },
};
