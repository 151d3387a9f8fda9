import type { Mitigation } from '../../engine/measure.js';
import { FLAG_MEASURES, switching } from '../../services/flags/turn-off.js';
import type { Config } from './config.js';
import { switched } from './plan.js';
import { isOn, type State } from './state.js';

/** Switches flags in every captured environment; archived ones cannot be switched. */
export const mitigation: Mitigation<Config, State> = {
  kinds: FLAG_MEASURES,
  partly: ({ flags }) =>
    flags
      .filter((flag) => isOn(flag) && Object.values(flag.environments).some(({ active }) => !active))
      .map(({ slug }) => slug),
  ease: (_config, live, measure) => {
    const active = live.flags.filter(({ state }) => state === 'active');
    const switches = active.map((flag) => ({ key: flag.slug, tags: flag.tags, on: isOn(flag) }));
    const { keys, on, ...names } = switching(switches, measure);
    const flags = live.flags.map((flag) => (keys.has(flag.slug) ? switched(flag, on) : flag));
    return { desired: { ...live, flags, ...(on ? { switched: true as const } : {}) }, ...names };
  },
};
