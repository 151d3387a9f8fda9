import { FLAGS, type InputsOf } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';

export const flags = { 'install-client': FLAGS['install-client'], 'plan-environment': FLAGS['plan-environment'] };
export type CheckSession = Session<InputsOf<typeof flags>>;
