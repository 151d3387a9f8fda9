import type { Measure, Mitigation } from '../../engine/measure.js';
import { RewindError } from '../../runtime/errors.js';
import { preview } from './capture.js';
import type { Config } from './config.js';
import { scalar, type State } from './state.js';

/** Sets the item that the application reads to know that it is under maintenance. */
export const mitigation: Mitigation<Config, State> = {
  kinds: ['maintenance'],
  async facts(_, ctx, measure) {
    const item = itemOf(measure);
    // A state holds a fingerprint of other values, which is no help to compare them with what a plan says.
    if (item === undefined || preview(item.key, item.value) !== null) return {};
    throw new RewindError(
      'input-invalid',
      `The value of "${item.key}" must be true, false, null, a number or a short word.`,
      { resource: ctx.resource, remedy: 'Let the application read such a value from the Edge Config.' },
    );
  },
  ease(_, live, measure) {
    const item = itemOf(measure);
    if (item === undefined) {
      return { desired: live, unknown: [], impossible: ['An Edge Config takes maintenance with "item".'] };
    }
    // An item that is not there is read by nobody.
    if (!live.items.some(({ key }) => key === item.key)) return { desired: live, unknown: [item.key] };
    const set = scalar.parse(item.value);
    const shown = preview(item.key, set);
    const items = live.items.map((present) =>
      present.key === item.key && present.preview !== shown ? { ...present, value: '', preview: shown, set } : present,
    );
    return { desired: { ...live, items }, unknown: [] };
  },
};

const itemOf = (measure: Measure) => (measure.kind === 'maintenance' ? measure.item : undefined);
