import type { Project } from '../../services/vercel/deployments.js';

/**
 * Tells whether a rollback pins production: automatic assignment is off, and the last switch is a rollback.
 *
 * Ignores `lastRollbackTarget`, which Vercel sets only while domains move. `free` with assignment off means that the
 * owner or a pause switched it off. `unknown` means that a field or the last switch is missing: a deploy must stop.
 *
 * @param project as read with `rollbackInfo=true`
 * @param configured the automatic assignment as the configuration has it: then no switch on record means that the owner
 *   switched it off
 */
export function pinnedByRollback(
  project: Pick<Project, 'autoAssignCustomDomains' | 'lastAliasRequest'>,
  configured?: boolean,
): 'pinned' | 'free' | 'unknown' {
  if (project.autoAssignCustomDomains === true) return 'free';
  // Null: there was none. Absent: Vercel does not say.
  if (project.autoAssignCustomDomains === false && project.lastAliasRequest === null && configured === false)
    return 'free';
  if (project.autoAssignCustomDomains === undefined || !project.lastAliasRequest) return 'unknown';
  return project.lastAliasRequest.type === 'rollback' ? 'pinned' : 'free';
}
