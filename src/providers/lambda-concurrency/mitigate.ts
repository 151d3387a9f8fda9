import type { Eased, Mitigation } from '../../engine/measure.js';
import { wholeNumbers, type ScaleUp } from '../../engine/scale-up.js';
import type { Config } from './config.js';
import type { State } from './state.js';

/**
 * `max` raises what is reserved, `min` what is provisioned. Without a reservation the function takes what is left of the
 * account, and a number would lower that. 0 is a switch that somebody turned off: it stays.
 */
export const mitigation: Mitigation<Config, State> = {
  kinds: ['scale-up'],
  settled: (state) => ({
    ...state,
    provisioned: state.provisioned && { ...state.provisioned, failed: false },
  }),
  ease: ({ function: name, qualifier }, live, given) => {
    if (given.kind !== 'scale-up') return { desired: live, unknown: [] };
    const measure = wholeNumbers(given);
    const { min, max } = measure;
    if (live.reserved === 0) {
      return cannot(live, `The reserved concurrency 0 switches ${name} off. It stays so.`);
    }
    if (min !== undefined && qualifier === undefined) {
      return cannot(live, `${name} has no "qualifier" in the configuration, so "min" cannot be provisioned.`);
    }
    if (min === undefined && live.reserved === null) {
      return cannot(live, `${name} has no reserved concurrency, so it has no limit that "max" raises.`);
    }
    const provisioned = qualifier === undefined ? null : provisionedWith(live, measure);
    const wanted = Math.max(live.reserved ?? 0, max ?? 0, provisioned?.requested ?? 0);
    const reserved = live.reserved === null ? null : wanted;
    return { desired: { ...live, reserved, provisioned }, unknown: [] };
  },
};

const cannot = (live: State, why: string): Eased<State> => ({ desired: live, unknown: [], impossible: [why] });

/** What AWS could not provide is asked for once more. */
function provisionedWith({ provisioned }: State, { min = 0 }: ScaleUp): State['provisioned'] {
  const requested = Math.max(provisioned?.requested ?? 0, min);
  return min === 0 ? provisioned : { requested, failed: false };
}
