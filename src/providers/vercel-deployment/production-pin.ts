import type { Context } from '../../runtime/context.js';
import type { Project } from '../../services/vercel/deployments.js';
import { client } from './client.js';
import type { Config } from './config.js';

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

/** Asks Vercel, for whoever must not deploy over a rollback. @throws HttpFailure */
export async function readPin(
  config: Config,
  ctx: Context,
): Promise<{ readonly pin: ReturnType<typeof pinnedByRollback>; readonly why: string }> {
  const project = await client(config, ctx).project();
  const pin = pinnedByRollback(project);
  const last = project.lastAliasRequest;
  const why = {
    free: 'production follows the newest deployment, or the owner assigns it by hand',
    pinned: `rolled back to ${last?.toDeploymentId ?? 'an earlier deployment'}; it stays there until somebody promotes another`,
    unknown:
      'Vercel did not say whether a rollback pins production; check the dashboard and the permissions of the token',
  }[pin];
  return { pin, why };
}
