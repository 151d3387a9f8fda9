import { commandLine } from '../../cli/command-line.js';
import { approvalKeys } from '../../cli/sign-keys.js';
import type { Project, Session } from '../../cli/session.js';
import type { PlannedMitigation } from '../../engine/mitigation.js';
import { counted } from '../../engine/counted.js';

/** What the approval of a mitigation means for its end. */
export const liftNotice = (
  session: Pick<Session, 'inputs'>,
  project: Project,
  { minutes }: Pick<PlannedMitigation, 'minutes'>,
): string =>
  approvalKeys(project).length === 0
    ? `The configuration has no sign.approval-keys: after ${counted(minutes, 'minute')} a person must plan the way back ("rewind undo") and get it approved.`
    : `The approval of this plan also covers its lift: ${counted(minutes, 'minute')} after it is begun, "${commandLine(session, ['mitigate', '--lift-expired'])}" returns exactly these objects to the state before, without a person, unless somebody changed them since.`;
