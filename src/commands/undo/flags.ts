import { FLAGS, type InputsOf } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';
import { planFlags } from '../rollback/plan-flags.js';

export const flags = { ...planFlags, 'include-later-changes': FLAGS['include-later-changes'], out: FLAGS.out };
export type UndoSession = Session<InputsOf<typeof flags>>;
