import type { Project } from '../../cli/session.js';
import type { PlannedChange } from '../../engine/plan.js';
import type { Resource } from '../../engine/resources.js';

export type BackedUp = Pick<PlannedChange, 'resource' | 'backupFirst'>;

/** The resources that back up databases of the changes which no configured resource backs up. */
export function backupsFor({ backups }: Project, changes: readonly BackedUp[]): Resource[] {
  const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
  return backups.filter(({ backsUp }) => backsUp?.some((id) => asking.has(id)) === true);
}
