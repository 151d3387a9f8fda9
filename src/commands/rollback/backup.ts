import type { Project } from '../../cli/session.js';
import { checkResources } from '../../engine/live-plan.js';
import type { Plan, PlannedChange } from '../../engine/plan.js';
import type { Resource } from '../../engine/resources.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';

export type BackedUp = Pick<PlannedChange, 'resource' | 'backupFirst'>;

/** The resources that back up databases of the changes which no configured resource backs up. */
export function backupsFor({ backups }: Project, changes: readonly BackedUp[]): Resource[] {
  const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
  return backups.filter(({ backsUp }) => backsUp?.some((id) => asking.has(id)) === true);
}

/** Before anybody is asked to approve: the backup that a change needs can be taken. @throws RewindError preflight-failed */
export async function assertBackupPossible(project: Project, plan: Plan, ctx: Context): Promise<void> {
  const findings = await checkResources(backupsFor(project, plan.changes), ctx);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length === 0) return;
  throw new RewindError('preflight-failed', 'The database cannot be backed up before the down migrations.', {
    problems: errors.map(({ resource, message, remedy }) => `${resource}: ${message} ${remedy ?? ''}`.trim()),
    remedy: 'Fix what is listed and plan again. Without a backup Rewind runs no down migration.',
  });
}
