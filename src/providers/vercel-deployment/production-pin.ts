import type { Project } from '../../services/vercel/deployments.js';

/**
 * Is production pinned by a rollback? A rollback switches the automatic assignment of domains off, and is the last switch.
 *
 * Never read from `lastRollbackTarget`, which is filled only while domains move. `free` with assignment off means that
 * something else switched it off: the owner, or a pause. `unknown` when a field is missing or no switch is on record:
 * whoever must not deploy over a rollback has to stop then.
 *
 * @param project as read with `rollbackInfo=true`
 */
export function pinnedByRollback(
  project: Pick<Project, 'autoAssignCustomDomains' | 'lastAliasRequest'>,
): 'pinned' | 'free' | 'unknown' {
  if (project.autoAssignCustomDomains === true) return 'free';
  if (project.autoAssignCustomDomains === undefined || !project.lastAliasRequest) return 'unknown';
  return project.lastAliasRequest.type === 'rollback' ? 'pinned' : 'free';
}
