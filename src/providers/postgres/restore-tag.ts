/**
 * A restored database says so in its comment: which snapshot it came from, and the first transaction after the restore.
 * A comment, because only superusers may store settings of one's own with a database.
 */
export const RESTORE_TAG = /\n?\[rewind: restored from (\S+), next transaction (\d+)\]$/;

export function withRestoreTag(comment: string | null, snapshot: string, next: string): string {
  const own = (comment ?? '').replace(RESTORE_TAG, '');
  return `${own}${own === '' ? '' : '\n'}[rewind: restored from ${snapshot}, next transaction ${next}]`;
}
