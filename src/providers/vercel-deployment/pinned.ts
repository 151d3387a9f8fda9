import type { Project } from './client.js';

/**
 * Is production held by a rollback? A rollback switches the automatic assignment of domains off, and it is the last
 * switch. `unknown` when a field is missing: whoever must not deploy over a rollback has to stop then.
 */
export function pinnedByRollback(
  project: Pick<Project, 'autoAssignCustomDomains' | 'lastAliasRequest'>,
): 'pinned' | 'free' | 'unknown' {
  if (project.autoAssignCustomDomains === true) return 'free';
  if (project.autoAssignCustomDomains === undefined || project.lastAliasRequest === undefined) return 'unknown';
  return project.lastAliasRequest?.type === 'rollback' ? 'pinned' : 'free';
}
