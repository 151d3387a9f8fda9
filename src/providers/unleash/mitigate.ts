import { selectFlags, type FlagMitigation, type FlagSelection } from '../../services/flags/turn-off.js';
import type { State } from './state.js';

/**
 * The live state with the selected flags off. Pure: `plan` and `apply` do the rest. Tags are `type:value`, or the value
 * alone.
 */
export function mitigate(live: State, selection: FlagSelection): FlagMitigation<State> {
  const switches = live.features.map(({ name, tags, enabled }) => ({ key: name, tags, on: enabled }));
  const { turnOff, unknown } = selectFlags(switches, selection);
  const features = live.features.map((each) => (turnOff.has(each.name) ? { ...each, enabled: false } : each));
  return { desired: { ...live, features }, unknown };
}
