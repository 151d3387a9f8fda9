import { textOr, type InputsOf } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';

export const flags = {
  base: textOr('origin/main', 'ref', 'Commit or branch that the change is compared with.'),
};
export type ReadinessSession = Session<InputsOf<typeof flags>>;
