import { selectFlags, type FlagMitigation, type FlagSelection } from '../../services/flags/turn-off.js';
import { turnedOff } from './plan.js';
import { isOn, type State } from './state.js';

/** The live state with the selected flags off; archived flags cannot be selected. Pure: `plan` and `apply` do the rest. */
export function mitigate(live: State, selection: FlagSelection): FlagMitigation<State> {
  const active = live.flags.filter(({ state }) => state === 'active');
  const { turnOff, unknown } = selectFlags(
    active.map((flag) => ({ key: flag.slug, tags: flag.tags, on: isOn(flag) })),
    selection,
  );
  const flags = live.flags.map((flag) => (turnOff.has(flag.slug) ? turnedOff(flag) : flag));
  return { desired: { ...live, flags }, unknown };
}
