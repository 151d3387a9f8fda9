import type { Mitigation } from '../../engine/measure.js';
import { scaledUp, wholeNumbers } from '../../engine/scale-up.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const mitigation: Mitigation<Config, State> = {
  kinds: ['scale-up'],
  ease: ({ target }, live, measure) => {
    const { scaling } = live;
    if (measure.kind !== 'scale-up') return { desired: live, unknown: [] };
    if (scaling === null) {
      return { desired: live, unknown: [], impossible: [`The scalable target ${target} is not registered.`] };
    }
    return { desired: { ...live, scaling: { ...scaling, ...scaledUp(scaling, wholeNumbers(measure)) } }, unknown: [] };
  },
};
