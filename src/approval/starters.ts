import type { GitHub } from '../services/github/client.js';
import { readStarters } from '../services/github/run-origin.js';
import type { WorkflowRun } from '../services/github/workflow-run.js';

/** Somebody who approved. */
export interface Approver {
  readonly login: string;
  /** Null: GitHub did not tell. */
  readonly userId: number | null;
}

/**
 * Those of the approvers who did not start the run. GitHub compares logins without regard to case, and who renames the account
 * after the start has another login than the run: the id stays.
 * @throws HttpFailure
 */
export async function otherThanStarters<T extends Approver>(
  github: GitHub,
  { runId, actor, triggeredBy }: Pick<WorkflowRun, 'runId' | 'actor' | 'triggeredBy'>,
  approvers: readonly T[],
): Promise<readonly T[]> {
  const logins = [actor, triggeredBy].map((login) => login.toLowerCase());
  const ids = await readStarters(github, runId);
  const isStarter = ({ login, userId }: Approver): boolean =>
    logins.includes(login.toLowerCase()) || (userId !== null && ids.includes(userId));
  return approvers.filter((one) => !isStarter(one));
}
