import { selectFlags, type FlagMitigation, type FlagSelection } from '../../services/flags/turn-off.js';
import type { State } from './state.js';

/** The live state with the selected flags off; archived flags cannot be selected. Pure: `plan` and `apply` do the rest. */
export function mitigate(live: State, selection: FlagSelection): FlagMitigation<State> {
  const { turnOff, unknown } = selectFlags(
    live.flags.filter(({ archived }) => !archived),
    selection,
  );
  const flags = live.flags.map((flag) => (turnOff.has(flag.key) ? { ...flag, on: false } : flag));
  return { desired: { ...live, flags }, unknown };
}
