import type { Mitigation } from '../../engine/measure.js';
import { wholeNumbers, type ScaleUp } from '../../engine/scale-up.js';
import type { Config } from './config.js';
import type { State } from './state.js';

/**
 * `max` raises what is reserved, `min` what is provisioned. Without a reservation the function takes what is left of the
 * account, and a number would lower that. 0 is a switch that somebody turned off: it stays.
 */
export const mitigation: Mitigation<Config, State> = {
  kinds: ['scale-up'],
  ease: ({ function: name, qualifier }, live, given) => {
    if (given.kind !== 'scale-up') return { desired: live, unknown: [] };
    const measure = wholeNumbers(given);
    if (live.reserved === 0) {
      return { desired: live, unknown: [`reserved concurrency of ${name} above 0, which switches it off`] };
    }
    const provisioned = qualifier === undefined ? null : provisionedWith(live, measure);
    const wanted = Math.max(live.reserved ?? 0, measure.max ?? 0, provisioned?.requested ?? 0);
    return {
      desired: { ...live, reserved: live.reserved === null ? null : wanted, provisioned },
      unknown:
        measure.min !== undefined && qualifier === undefined ? [`alias of ${name} to provision concurrency for`] : [],
    };
  },
};

/** What AWS could not provide is asked for once more. */
function provisionedWith({ provisioned }: State, { min = 0 }: ScaleUp): State['provisioned'] {
  const requested = Math.max(provisioned?.requested ?? 0, min);
  return min === 0 ? provisioned : { requested, failed: false };
}
